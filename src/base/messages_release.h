/*
 * messages_release: what does not add up, exceptions.
 *
 * For messages.h, which says how a message is written.
 */
#ifndef VITRINA_BASE_MESSAGES_RELEASE_H
#define VITRINA_BASE_MESSAGES_RELEASE_H

#define MESSAGES_RELEASE(X) \
    /* --- release --- */ \
    X(PRACTICE_NO_DATA, ERROR, \
      "доказательность %1 опирается на данные, а на сайте нет «%2» за %3" \
      "[[ (школа «%4»)]]. Внесите значения или поставьте evidence: 1", \
      "evidence %1 rests on data, and the site has no \"%2\" of %3[[ for " \
      "school \"%4\"]]. Enter the values or set evidence: 1") \
    X(PRACTICE_WORSE, ERROR, \
      "практика «%1» рекомендована, а показатель «%2» стал хуже: было %3, " \
      "стало %4. Поставьте другой status или объясните другими данными", \
      "practice \"%1\" is recommended, but \"%2\" got worse: %3 before, %4 " \
      "after. Set another status or name other data") \
    X(PRACTICE_CLAIM, WARNING, \
      "в effect стоит %1 за %2, а в данных сайта %3. Исправьте число или " \
      "объясните разницу в explanations.csv", \
      "effect says %1 for %2, the data of the site say %3. Correct the " \
      "number or explain the difference in explanations.csv") \
    X(RELEASE_HIDDEN, NOTE, \
      "значений показано %1 (из них числами детей %2), скрыто %3, не " \
      "публикуется по школам %4", \
      "values shown %1 (as numbers of children %2), hidden %3, not published " \
      "by school %4") \
    X(AUDIT_FIT, WARNING, \
      "доля не сходится с числом людей: %1 из %2, а выходит %3 %.[[ Сходится " \
      "при %4.]] Исправьте таблицу или поясните в data/explanations.csv", \
      "share does not fit its count: %1 of %2, which gives %3 %[[; fits " \
      "%4]]. Correct the table or explain it in data/explanations.csv") \
    X(AUDIT_NEAREST, WARNING, \
      "доля %1 % не выходит ни из какого целого числа людей при %2: " \
      "ближайшая — %3 %.[[ Сходится при %4.]] Исправьте таблицу или поясните " \
      "в data/explanations.csv", \
      "no whole number of %2 people makes %1 %: the nearest is %3 %[[; fits " \
      "%4]]. Correct the table or explain it in data/explanations.csv") \
    X(AUDIT_FRACTION, WARNING, \
      "это доля единицы, а не процент: %1 из %2; показано %3 %. Напишите " \
      "процент или поясните в data/explanations.csv", \
      "this is a fraction of one, not a percentage: %1 of %2; %3 % is shown. " \
      "Write the percentage or explain it in data/explanations.csv") \
    X(AUDIT_LIKE_FRACTION, WARNING, \
      "доля %1 % не выходит ни из какого целого числа людей при %2. Похоже " \
      "на долю единицы: тогда напишите %3 %. Иначе исправьте или поясните в " \
      "data/explanations.csv", \
      "no whole number of %2 people makes %1 %. It looks like a fraction of " \
      "one: then write %3 %. Else correct it or explain it in " \
      "data/explanations.csv") \
    X(AUDIT_PARTS, WARNING, \
      "части дают вместе %1, а в целом указано %2. Исправьте или поясните в " \
      "data/explanations.csv", \
      "the parts give %1 together, but the total is %2. Correct it or " \
      "explain it in data/explanations.csv") \
    X(AUDIT_PLANNED, WARNING, \
      "деньги на %3 год: по источникам планируется вместе %1, а в строке " \
      "без источника — %2[[ (%4)]]. Исправьте или поясните в " \
      "data/explanations.csv", \
      "money of %3: the sources plan %1 together, but the row without a " \
      "source has %2[[ (%4)]]. Correct it or explain it in " \
      "data/explanations.csv") \
    X(AUDIT_SPENT, WARNING, \
      "деньги за %3 год: по источникам израсходовано вместе %1, а в " \
      "строке без источника — %2[[ (%4)]]. Исправьте или поясните в " \
      "data/explanations.csv", \
      "money of %3: the sources spent %1 together, but the row without a " \
      "source has %2[[ (%4)]]. Correct it or explain it in " \
      "data/explanations.csv") \
    X(AUDIT_WHOLE, WARNING, \
      "по школам вместе выходит %1, а в строке без школы указано %2. " \
      "Исправьте или поясните в data/explanations.csv", \
      "the schools make %1 together, but the row without a school has %2. " \
      "Correct it or explain it in data/explanations.csv") \
    X(AUDIT_OVER, ERROR, \
      "доля больше 100 %: %1. Исправьте число. Если числитель не входит в " \
      "знаменатель, дайте показателю максимум больше 100 (столбец max)", \
      "the share is over 100 %: %1. Correct the number. If the numerator is " \
      "no part of the denominator, give the indicator a max over 100") \
    X(AUDIT_HIGH, WARNING, \
      "значение %1 больше наибольшего возможного, %2 (столбец «максимум» или " \
      "«шкала»: max, domain). Исправьте или поясните в data/explanations.csv", \
      "the value %1 is above the highest possible, %2 (column max or " \
      "domain). Correct it or explain it in data/explanations.csv") \
    X(AUDIT_LOW, WARNING, \
      "значение %1 меньше наименьшего возможного, %2. Исправьте или поясните " \
      "в data/explanations.csv", \
      "the value %1 is below the lowest possible, %2. Correct it or explain " \
      "it in data/explanations.csv") \
    X(AUDIT_JUMP, WARNING, \
      "скачок: было %1, стало %2, а раньше за один период менялось не больше " \
      "чем на %3. Проверьте число; верное поясните в data/explanations.csv", \
      "a jump: it was %1 and is %2, while it never changed by more than %3 " \
      "in one period. Check the number; if it is right explain it in " \
      "data/explanations.csv") \
    X(AUDIT_PROSE, WARNING, \
      "«%1» вписано в текст от руки и не изменится вместе с таблицей. " \
      "Поставьте ссылку [](value:ПРОГРАММА/ПОКАЗАТЕЛЬ@ПЕРИОД) или поясните в " \
      "data/explanations.csv", \
      "\"%1\" is written out in the text and will not change with the table. " \
      "Put a link [](value:PROGRAMME/INDICATOR@PERIOD) or explain it in " \
      "data/explanations.csv") \
    X(AUDIT_STALE, NOTE, \
      "пояснение к «%1» больше не нужно: такой находки нет.[[ Похожая: " \
      "«%2».]] Удалите строку или исправьте код находки", \
      "the explanation of \"%1\" is not needed any more: there is no such " \
      "finding.[[ Similar: \"%2\".]] Remove the row or correct the id") \
    X(REPORTING_MISSING, NOTE, \
      "за %1 не отчиталась школа «%2»: нет показателей — %3, первый из них " \
      "«%4». Бланк для неё: vitrina new --forms %1", \
      "for %1 the school \"%2\" has not reported: missing indicators: %3, " \
      "the first of them \"%4\". A form for it: vitrina new --forms %1") \
    X(PLAIN_WORD, WARNING, \
      "слово «%1» судит или вешает ярлык: «%2». Читателям так не пишут: %3", \
      "the word \"%1\" judges or labels: \"%2\". Readers are not told so: " \
      "%3") \
    X(PLAIN_LONG, NOTE, \
      "слов в предложении — %1: «%2…». Читать легче, когда их не больше 20: " \
      "разделите его", \
      "a sentence of %1 words: \"%2…\". It reads more easily with at most " \
      "20: divide it")

#endif
