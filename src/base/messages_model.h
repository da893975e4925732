/*
 * messages_model: site.yml, attachments, words, tables, values, references.
 *
 * For messages.h, which says how a message is written.
 */
#ifndef VITRINA_BASE_MESSAGES_MODEL_H
#define VITRINA_BASE_MESSAGES_MODEL_H

#define MESSAGES_MODEL(X) \
    /* --- model/config --- */ \
    X(CONFIG_MISSING, ERROR, \
      "нет файла content/site.yml. Создайте его; самое нужное — две строки: " \
      "title: название сайта, as_of: 01.09.2026", \
      "content/site.yml is missing. Create it; two lines are needed: " \
      "title: name of the site, as_of: 2026-09-01") \
    X(CONFIG_LATER, WARNING, \
      "ключ «%1» в этой версии ещё не действует, на сайт он не влияет. " \
      "Уберите его, чтобы не видеть этого предупреждения", \
      "key \"%1\" has no effect in this version yet. Remove it to be rid " \
      "of this warning") \
    X(CONFIG_BRIEF, ERROR, \
      "слово для диаграмм «%1» длиннее 6 букв. Напишите короче: район, " \
      "город, округ", \
      "the word for charts \"%1\" has more than 6 letters. Shorten it, " \
      "for example: район") \
    X(CONFIG_DISCLOSURE, ERROR, \
      "пороги защиты данных не согласованы: нужно k не меньше 2, n_min и " \
      "k_sensitive не меньше k. Исправьте их или уберите disclosure, " \
      "тогда действуют k: 5, n_min: 10, k_sensitive: 10", \
      "disclosure thresholds disagree: k must be at least 2, n_min and " \
      "k_sensitive at least k. Correct them or remove disclosure, which " \
      "then is k: 5, n_min: 10, k_sensitive: 10") \
    X(CONFIG_BASE_URL, ERROR, \
      "адрес сайта «%1» должен начинаться с https://. Например: " \
      "base_url: https://shkoly.example/", \
      "base_url \"%1\" must begin with https://. For example: base_url: " \
      "https://schools.example/") \
    X(CONFIG_WEIGHT, ERROR, \
      "у показателя «%1» нет веса: найдено «%2». Нужно число, например 1 " \
      "или -0,5", \
      "indicator \"%1\" has no weight: found \"%2\". A number is needed, " \
      "for example 1 or -0.5") \
    X(CONFIG_RESILIENCE, ERROR, \
      "lowest и highest — проценты школ, от 1 до 50, а найдено %1 и %2. " \
      "Исправьте их или уберите: без них резильентные школы не считаются", \
      "lowest and highest are percentages of schools, 1 to 50, but %1 and " \
      "%2 were found. Correct or remove them: without them no resilient " \
      "schools are counted") \
    X(CONFIG_COMPARISONS, ERROR, \
      "в comparison больше трёх показателей: «%1» — четвёртый. Оставьте три " \
      "самых понятных родителям, остальные видны на страницах показателей", \
      "comparison has more than three indicators: \"%1\" is the fourth. " \
      "Keep the three that parents understand best; the others are on the " \
      "pages of indicators") \
    X(CONFIG_POSTER, ERROR, \
      "в poster больше четырёх показателей: «%1» — пятый. На листе плаката " \
      "места только для четырёх, уберите лишние", \
      "poster has more than four indicators: \"%1\" is the fifth. The sheet " \
      "has room for four: remove the others") \
    X(CONFIG_COSTS, ERROR, \
      "в practice_costs должны быть четыре границы в рублях по возрастанию, " \
      "например [500, 2000, 5000, 15000]. Исправьте или уберите строку", \
      "practice_costs must be four growing limits in roubles, such as [500, " \
      "2000, 5000, 15000]. Correct the line or remove it") \
    X(CONFIG_ATTACHMENT, ERROR, \
      "в attachments назван файл «%1», которого нет в папке content/. " \
      "Исправьте имя (большие и малые буквы различаются) или уберите строку", \
      "attachments names the file \"%1\", which is not in the folder " \
      "content/. Correct the name (capital and small letters differ) or " \
      "remove the line") \
    /* --- model/attachment --- */ \
    X(PICTURE_UNREADABLE, WARNING, \
      "размеры картинки не прочитаны: это не PNG, JPEG, GIF и не WebP, либо " \
      "файл испорчен. Откройте его в программе для картинок и сохраните " \
      "заново как PNG или JPEG", \
      "the size of the picture cannot be read: it is no PNG, JPEG, GIF or " \
      "WebP, or the file is damaged. Open it in a picture program and save " \
      "it again as PNG or JPEG") \
    X(PICTURE_POSITION, WARNING, \
      "в файле снимка записано место съёмки (координаты GPS), его увидит " \
      "каждый. Удалите его: в Windows — свойства файла, «Подробно», " \
      "«Удаление свойств и личной информации»; или поясните в " \
      "data/explanations.csv", \
      "the photo's file says where it was taken (GPS position), and " \
      "everybody can see it. Remove it: in Windows file properties, " \
      "\"Details\", \"Remove Properties and Personal Information\"; or " \
      "explain it in data/explanations.csv") \
    X(PICTURE_HEAVY, WARNING, \
      "картинка велика: %1 КБ, с телефона её будут ждать; нужно не больше " \
      "%2 КБ. Уменьшите её (1600 точек по длинной стороне довольно) или " \
      "поясните в data/explanations.csv", \
      "the picture is heavy: %1 KB, a telephone waits long for it; at most " \
      "%2 KB are expected. Make it smaller (1600 pixels on the long side " \
      "are enough) or explain it in data/explanations.csv") \
    X(DOCUMENT_AUTHOR, WARNING, \
      "в свойствах документа назван автор: «%1», его прочтёт каждый. Удалите " \
      "имя (Word: Файл, Сведения, Поиск проблем, Инспектор документов; " \
      "LibreOffice: Файл, Свойства, Сбросить свойства), сохраните файл " \
      "снова или поясните в data/explanations.csv", \
      "the properties of the document name its author: \"%1\", and everybody " \
      "can read it. Remove the name (Word: File, Info, Check for Issues, " \
      "Inspect Document; LibreOffice: File, Properties, Reset Properties) " \
      "and save the file again, or explain it in data/explanations.csv") \
    /* --- model/lexicon --- */ \
    X(LEXICON_FILE, ERROR, \
      "файл слов темы должен состоять из строк вида «ключ: текст». " \
      "Возьмите за образец themes/default/i18n/ru.yml", \
      "a theme's word file must consist of lines like \"key: text\". " \
      "Take themes/default/i18n/en.yml as a pattern") \
    X(LEXICON_KIND, ERROR, \
      "слово темы «%1» должно быть текстом, а не списком и не словарём; " \
      "пишите в одну строку: %1: текст", \
      "the theme's word \"%1\" must be a text, not a list or a map; write " \
      "on one line: %1: text") \
    X(LEXICON_NAME, ERROR, \
      "в слове темы «%1» стоит {%2}, но подставить туда нечего; здесь можно: " \
      "%3", \
      "the theme's word \"%1\" has {%2}, but there is nothing to put there; " \
      "possible here: %3") \
    /* --- model/catalog --- */ \
    X(CATALOG_COLUMN, ERROR, \
      "неизвестный столбец «%1».[[ Похожий: «%2».]] Исправьте название; " \
      "свои сведения столбцом не добавляют, пишите их в примечание", \
      "unknown column \"%1\".[[ Similar: \"%2\".]] Correct its name; " \
      "facts of your own take no column, write them into the note") \
    X(CATALOG_COLUMN_TWICE, ERROR, \
      "столбец «%1» встречается дважды. Оставьте один", \
      "column \"%1\" occurs twice. Keep one") \
    X(CATALOG_COLUMN_MISSING, ERROR, \
      "нет обязательного столбца: %1. Добавьте его в шапку таблицы", \
      "a required column is missing: %1. Add it to the header") \
    X(CATALOG_EMPTY, ERROR, \
      "пустая ячейка обязательного столбца: %1; строка пропущена. " \
      "Заполните ячейку или удалите строку", \
      "empty cell in a required column: %1; the row is skipped. Fill the " \
      "cell or delete the row") \
    X(CATALOG_STRAY, ERROR, \
      "значение[[ «%1»]] в столбце без названия. Назовите столбец в шапке " \
      "таблицы или уберите значение", \
      "a value[[ \"%1\"]] in a column without a name. Name the column in the " \
      "header or remove the value") \
    X(CATALOG_KEY, ERROR, \
      "неизвестный ключ «%1».[[ Похожий: «%2».]] Свои сведения " \
      "пишите в extra:", \
      "unknown key \"%1\".[[ Similar: \"%2\".]] Put your own facts " \
      "under extra:") \
    X(CATALOG_KEY_MISSING, ERROR, \
      "не указан обязательный ключ «%1». Добавьте строку «%1: …»", \
      "the required key \"%1\" is missing. Add a line \"%1: …\"") \
    X(CATALOG_VALUE, ERROR, \
      "не читается «%1» в «%2». Ожидается, например: %3", \
      "cannot read \"%1\" in \"%2\". Expected, for example: %3") \
    X(CATALOG_INT, ERROR, \
      "«%1» в «%2»: ожидается целое число, например 259", \
      "\"%1\" in \"%2\": a whole number is expected, such as 259") \
    X(CATALOG_NUM, ERROR, \
      "«%1» в «%2»: ожидается число, например 36,7", \
      "\"%1\" in \"%2\": a number is expected, such as 36.7") \
    X(CATALOG_DATE, ERROR, \
      "«%1» в «%2»: ожидается дата, например 01.09.2024; год — четырьмя " \
      "цифрами", \
      "\"%1\" in \"%2\": a date is expected, such as 2024-09-01; a year has " \
      "four digits") \
    X(CATALOG_BOOL, ERROR, \
      "«%1» в «%2»: ожидается «да» или «нет»", \
      "\"%1\" in \"%2\": yes or no is expected") \
    X(CATALOG_SPAN, ERROR, \
      "«%1» в «%2»: ожидается срок в годах, например 2020-2023", \
      "\"%1\" in \"%2\": years are expected, such as 2020-2023") \
    X(CATALOG_WORD, ERROR, \
      "«%1» в «%2»: ожидается одно из слов: %3", \
      "\"%1\" in \"%2\": one of these words is expected: %3") \
    X(CATALOG_YML_LINE, ERROR, \
      "у ключа «%1» ожидается одна строка, а не список. Напишите в одну " \
      "строку: %1: текст", \
      "key \"%1\" takes one line, not a list. Write on one line: %1: text") \
    X(CATALOG_YML_LINES, ERROR, \
      "у ключа «%1» ожидается список строк, каждая с новой строки через " \
      "дефис", \
      "key \"%1\" takes a list of lines, each behind a hyphen") \
    X(CATALOG_YML_ITEMS, ERROR, \
      "у ключа «%1» ожидается список: каждый пункт с новой строки через " \
      "дефис, внутри него пары «ключ: значение»", \
      "key \"%1\" takes a list whose items are pairs of key: value") \
    X(CATALOG_YML_MAP, ERROR, \
      "здесь ожидаются пары «ключ: значение», каждая с новой строки[[, а не " \
      "«%1»]]", \
      "pairs of key: value are expected here, each on its own line[[, not " \
      "\"%1\"]]") \
    X(CATALOG_ID, ERROR, \
      "код «%1» не годится: только строчные латинские буквы, цифры и дефис. " \
      "Например: %2", \
      "id \"%1\" is not usable: lower-case Latin letters, digits and hyphens " \
      "only. For example: %2") \
    X(CATALOG_FILE_ID, ERROR, \
      "имя файла «%1» не годится: только строчные латинские буквы, цифры и " \
      "дефис. Например: %2.md", \
      "file name \"%1\" is not usable: lower-case Latin letters, digits and " \
      "hyphens only. For example: %2.md") \
    X(CATALOG_ID_TWICE, ERROR, \
      "код «%1» уже занят: %2, строка %3. У каждой строки свой код: измените " \
      "один из двух", \
      "id \"%1\" is taken already: %2, line %3. Each row has its own id: " \
      "change one of the two") \
    X(CATALOG_RESERVED, ERROR, \
      "имя «%1» занято самим сайтом. Возьмите другое", \
      "the name \"%1\" belongs to the site itself. Take another") \
    X(CATALOG_NAME_TWICE, ERROR, \
      "название «%1» носят и «%2», и «%3», по нему их не различить. Уточните " \
      "одно из названий", \
      "the name \"%1\" belongs to \"%2\" and to \"%3\", so it does not tell " \
      "them apart. Change one of them") \
    X(CATALOG_NO_PROGRAMME, ERROR, \
      "папка data/%1 не относится ни к одной программе. Создайте " \
      "content/programs/%1/index.md или переименуйте папку", \
      "folder data/%1 belongs to no programme. Create " \
      "content/programs/%1/index.md or rename the folder") \
    X(CATALOG_TABLE, ERROR, \
      "таблицу «%1» никто не читает: такого имени нет.[[ Похожее: «%2».]] " \
      "Список имён — в man vitrina", \
      "nobody reads the table \"%1\": there is no such name.[[ Similar: " \
      "\"%2\".]] The names are listed in man vitrina") \
    X(CATALOG_GLUED, NOTE, \
      "строка без названия приклеена к строке выше: %1. Если это новая " \
      "строка, дайте ей название", \
      "a row without a caption was joined to the one above: %1. If it is " \
      "a new row, give it a caption") \
    X(CATALOG_NO_INDEX, ERROR, \
      "у программы «%1» нет файла content/programs/%1/index.md. Создайте " \
      "его (vitrina new program %1) или уберите этот файл", \
      "programme \"%1\" has no file content/programs/%1/index.md. Make " \
      "it (vitrina new program %1) or remove this file") \
    X(CATALOG_LINK, ERROR, \
      "символическая ссылка: вместо неё положите сам файл", \
      "a symbolic link: put the file itself in its place") \
    X(CATALOG_FILE_KIND, ERROR, \
      "файлы «.%1» в content/ не публикуются. Таблицы кладут в data/, " \
      "документы сохраняют в pdf, odt, docx, картинки в png, jpg, webp. " \
      "Если файл всё же нужен читателям, назовите его в site.yml: " \
      "attachments: [%2]", \
      "files \".%1\" in content/ are not published. Tables go to data/, " \
      "documents are saved as pdf, odt, docx, pictures as png, jpg, webp. " \
      "If readers need the file, name it in site.yml: attachments: [%2]") \
    X(CATALOG_DIRECTION, NOTE, \
      "показатель «%1»: направление «%2» понято из названия. Чтобы задать " \
      "его самим, заполните столбец «направление» (direction)", \
      "indicator \"%1\": direction \"%2\" was read from the title. Fill the " \
      "column direction to set it yourself") \
    X(CATALOG_TARGET, WARNING, \
      "цель «%1» не читается как число; она будет напечатана, но не " \
      "оценена. Примеры: 85 %, не более 5 %, от 2 до 3", \
      "target \"%1\" is not read as a number; it is printed, not judged. " \
      "Examples: 85 %, at most 5 %, 2-3") \
    X(CATALOG_WHEN, WARNING, \
      "срок «%1» не читается; он будет напечатан, но не оценён. Примеры: " \
      "май 2024, ежегодно, сентябрь–октябрь, в течение года", \
      "the time \"%1\" cannot be read; it is printed, not judged. Examples: " \
      "May 2024, annually, during the year") \
    X(CATALOG_TARGET_TWICE, ERROR, \
      "цель на этот период дана дважды, показатель: %1. Оставьте одну " \
      "строку", \
      "the target for this period is given twice, indicator: %1. Keep " \
      "one row") \
    X(APPEND_TAKEN, USAGE, \
      "школа с кодом «%1» уже есть в этой таблице. Возьмите другой код", \
      "this table has a school with the id \"%1\" already. Take another id") \
    X(SPOILT_DATE, ERROR, \
      "Excel испортил значение «%1»: принял его за дату. Задайте ячейке " \
      "формат «Текстовый» и впишите исходное значение заново", \
      "Excel has spoilt the value \"%1\": it was taken for a date. Format " \
      "the cell as text and write the value again") \
    X(SPOILT_NARROW, ERROR, \
      "Excel испортил значение «%1»: столбец был слишком узок для числа. " \
      "Расширьте его и сохраните таблицу снова", \
      "Excel has spoilt the value \"%1\": the column was too narrow for the " \
      "number. Widen it and save the table again") \
    X(SPOILT_FAILED, ERROR, \
      "Excel испортил значение «%1»: это формула, которая не посчиталась. " \
      "Исправьте её или впишите значение; если его нет, пишите «нет данных»", \
      "Excel has spoilt the value \"%1\": a formula without a result. " \
      "Correct it or write the value; if there is none, write x") \
    X(SPOILT_ROUNDED, ERROR, \
      "Excel испортил значение «%1»: показал его округлённо. Задайте ячейке " \
      "формат «Числовой» и сохраните таблицу снова", \
      "Excel has spoilt the value \"%1\": it was rounded for display. Format " \
      "the cell as number and save the table again") \
    X(CELLS_PERIOD, ERROR, \
      "период «%1» не читается. Ожидается, например: 2024, 2023/2024, " \
      "1 полугодие 2024, май 2024; год — четырьмя цифрами", \
      "period \"%1\" cannot be read. Expected, for example: 2024, 2023/2024, " \
      "2024-H1, 2024-05; a year has four digits") \
    X(CELLS_MIXTURE, ERROR, \
      "столбцы «%1» и «%2» значат разное: вправо должны идти только " \
      "периоды, только школы или только показатели. Разделите таблицу на две", \
      "the columns \"%1\" and \"%2\" mean different things: only periods, " \
      "only schools or only indicators may stand side by side. Split the " \
      "table into two") \
    X(CELLS_KEY_TWICE, ERROR, \
      "столбец «%1» говорит то же, что столбец «%2». Назовите столбец со " \
      "значениями «значение» или уберите один из этих двух", \
      "the column \"%1\" says the same as the column \"%2\". Name the column " \
      "of values \"value\" or remove one of the two") \
    X(CELLS_WIDE_N, ERROR, \
      "столбец «%1» здесь можно понять по-разному: это итог или число людей, " \
      "и чьё. Уберите его или сделайте таблицу длинной: показатель, школа, " \
      "период, значение, n", \
      "the column \"%1\" can be understood in several ways here: a total " \
      "or a number of people, and whose. Remove it or make the table long: " \
      "indicator, school, period, value, n") \
    X(CELLS_LONG, NOTE, \
      "таблица длинная: в строке одно значение", \
      "a long table: one value in a row") \
    X(CELLS_BY_PERIOD, NOTE, \
      "таблица широкая: вправо идут периоды, столбцов %1", \
      "a wide table: periods side by side, columns: %1") \
    X(CELLS_BY_SCHOOL, NOTE, \
      "таблица широкая: вправо идут школы, столбцов %1", \
      "a wide table: schools side by side, columns: %1") \
    X(CELLS_BY_INDICATOR, NOTE, \
      "таблица широкая: вправо идут показатели, столбцов %1", \
      "a wide table: indicators side by side, columns: %1") \
    /* --- model/observe --- */ \
    X(OBSERVE_VALUE, ERROR, \
      "значение «%1» не читается. Ожидается число (36,7), пара «число/доля» " \
      "(42/21%), «-», или слово: скрыто, нет данных, проверяется", \
      "value \"%1\" cannot be read. Expected a number (36.7), a pair " \
      "count/share (42/21%), \"-\", or a word: c, x, q") \
    X(OBSERVE_PAIR, ERROR, \
      "пара «%1»: число и долю вместе пишут только у долей, а этот " \
      "показатель ведётся в «%2». Оставьте одно число", \
      "the pair \"%1\": count and share stand together only where the " \
      "indicator is a share; this one is kept in \"%2\". Keep one number") \
    X(OBSERVE_PERCENT, ERROR, \
      "значение «%1» в процентах, а показатель ведётся в «%2». Исправьте " \
      "значение или единицу показателя", \
      "value \"%1\" is a percentage, but the indicator is kept in \"%2\". " \
      "Correct the value or the indicator's unit") \
    X(OBSERVE_YESNO, ERROR, \
      "значение «%1» не читается: у этого показателя ответ «да» или " \
      "«нет». Исправьте его", \
      "value \"%1\" cannot be read: this indicator is yes or no. Correct " \
      "it") \
    X(OBSERVE_COUNT, ERROR, \
      "число людей «%1» не читается: нужно целое неотрицательное число, " \
      "например 64", \
      "number of people \"%1\" cannot be read: a whole number is needed, " \
      "such as 64") \
    X(OBSERVE_STATUS, ERROR, \
      "статус «%1» неизвестен. Бывает: c (скрыто), z (не относится), x (нет " \
      "данных), q (проверяется)", \
      "unknown status \"%1\". Known: c (confidential), z (not applicable), x " \
      "(no data), q (checking)") \
    X(OBSERVE_FLAG, ERROR, \
      "отметка «%1» неизвестна. Бывает: p (предварительно), r (уточнено), e " \
      "(оценка)", \
      "unknown flag \"%1\". Known: p (provisional), r (revised), e " \
      "(estimate)") \
    X(OBSERVE_BOTH, ERROR, \
      "в строке и значение, и статус «%2». Уберите одно из двух[[; " \
      "значение: «%1»]]", \
      "the row has both a value and the status \"%2\". Remove one[[; the " \
      "value: \"%1\"]]") \
    X(OBSERVE_TWICE, ERROR, \
      "ячейка дана дважды: первый раз в %1, строка %2. Оставьте одну", \
      "the cell is given twice: first in %1, line %2. Keep one") \
    X(OBSERVE_UNIT, ERROR, \
      "единица «%1», а показатель ведётся в «%2». Исправьте число и единицу " \
      "или оставьте ячейку единицы пустой", \
      "the unit is \"%1\", but the indicator is kept in \"%2\". Correct " \
      "number and unit or leave the cell of the unit empty") \
    X(OBSERVE_PART, ERROR, \
      "числитель больше числа людей: «%1». Проверьте столбцы «числитель» " \
      "(numerator) и «всего» (n)", \
      "the numerator is greater than the number of people: \"%1\". Check " \
      "the columns numerator and n") \
    X(OBSERVE_SHARE, ERROR, \
      "доля больше 100 %: «%1». Исправьте значение; если так и должно " \
      "быть, дайте показателю максимум больше 100 (столбец max)", \
      "the share is over 100 %: \"%1\". Correct it; if it is right, give " \
      "the indicator a max") \
    /* --- model/link --- */ \
    X(LINK_SCHOOL, ERROR, \
      "нет школы «%1».[[ Похожая: «%2».]] Названия и коды — в " \
      "data/schools.csv", \
      "no school \"%1\".[[ Similar: \"%2\".]] Names and ids are in " \
      "data/schools.csv") \
    X(LINK_INDICATOR, ERROR, \
      "нет показателя «%1».[[ Похожий: «%2».]] Показатели — в indicators.csv " \
      "этой программы", \
      "no indicator \"%1\".[[ Similar: \"%2\".]] Indicators are in this " \
      "programme's indicators.csv") \
    X(LINK_PROGRAMME, ERROR, \
      "нет программы «%1».[[ Похожая: «%2».]] Программы — папки в " \
      "content/programs/", \
      "no programme \"%1\".[[ Similar: \"%2\".]] Programmes are folders " \
      "in content/programs/") \
    X(LINK_MEASURE, ERROR, \
      "нет мероприятия «%1».[[ Похожее: «%2».]] Мероприятия — в plan.csv", \
      "no measure \"%1\".[[ Similar: \"%2\".]] Measures are in plan.csv") \
    X(LINK_TASK, ERROR, \
      "нет задачи «%1».[[ Похожая: «%2».]] Задачи — в паспорте программы", \
      "no task \"%1\".[[ Similar: \"%2\".]] Tasks are in the programme's " \
      "passport") \
    X(LINK_MUNICIPALITY, ERROR, \
      "нет муниципалитета «%1».[[ Похожий: «%2».]] Список — в " \
      "content/site.yml", \
      "no municipality \"%1\".[[ Similar: \"%2\".]] They are listed in " \
      "content/site.yml") \
    X(LINK_DOCUMENT, ERROR, \
      "нет документа «%1».[[ Похожий: «%2».]] Документы — в documents.csv", \
      "no document \"%1\".[[ Similar: \"%2\".]] Documents are in " \
      "documents.csv") \
    X(LINK_SECTION, ERROR, \
      "нет текста программы «%1».[[ Похожий: «%2».]] Тексты — файлы .md " \
      "в папке программы", \
      "no text of the programme \"%1\".[[ Similar: \"%2\".]] Texts are " \
      ".md files in the programme's folder") \
    X(LINK_COMPARISON, ERROR, \
      "по показателю «%1» школы на страницах школ не сравнить: для " \
      "comparison нужна доля или балл, которые публикуются по школам. " \
      "Назовите другой показатель или уберите строку", \
      "schools cannot be compared by the indicator \"%1\" on their pages: " \
      "comparison needs a share or a score that is published per school. " \
      "Name another indicator or remove the line") \
    X(LINK_POSTER, ERROR, \
      "показателя «%1» на плакатах школ не будет: он не публикуется по " \
      "школам. Назовите в poster другой показатель или уберите строку", \
      "indicator \"%1\" cannot be on the posters of schools: it is not " \
      "published per school. Name another one in poster or remove the line") \
    X(LINK_PARENT, ERROR, \
      "школа «%1» названа своим собственным филиалом или преемником. " \
      "Исправьте столбец «головная школа» (parent) или «преемник» " \
      "(successor)", \
      "school \"%1\" is named as its own branch or successor. Correct " \
      "parent or successor") \
    X(LINK_SELF, ERROR, \
      "показатель «%1» назван собственной частью, знаменателем или " \
      "двойником. Исправьте столбец «часть показателя» (part_of), " \
      "«знаменатель» (denominator) или «тот же показатель» (same_as)", \
      "indicator \"%1\" is named as its own part, denominator or twin. " \
      "Correct part_of, denominator or same_as") \
    X(LINK_LEVEL, ERROR, \
      "показатель «%1» нельзя показывать по школам: он о сведениях, " \
      "защищаемых особо. Очистите столбец «уровень публикации» " \
      "(publish_level) или дайте строку в overrides.csv с причиной", \
      "indicator \"%1\" must not be shown per school: it is about specially " \
      "protected facts. Remove publish_level or give a row with a reason in " \
      "overrides.csv") \
    X(LINK_KINDS, ERROR, \
      "у показателя «%1» периоды разных видов: %2 и %3. У одного " \
      "показателя все периоды одного вида: исправьте их в таблицах " \
      "значений и целей", \
      "indicator \"%1\" has periods of different kinds: %2 and %3. All " \
      "periods of one indicator have one kind: correct them in the " \
      "tables of values and targets") \
    X(LINK_PART, ERROR, \
      "показатель «%1» и его общий показатель «%2» должны быть одного " \
      "класса и порядка скрытия. Сделайте одинаковыми столбцы «класс» " \
      "(class) и «порядок скрытия» (policy)", \
      "indicator \"%1\" and its total \"%2\" must share class and " \
      "policy. Make these columns equal") \
    X(LINK_MEAN, ERROR, \
      "показатель «%1»: среднее по школам выдаёт скрытые школы, поэтому " \
      "порядок скрытия «сначала итог» с ним нельзя. Поставьте свод " \
      "«взвешенное» (aggregate: weighted) или порядок «сначала школы» " \
      "(policy: schools-first)", \
      "indicator \"%1\": a mean of schools (aggregate mean) gives hidden " \
      "schools away, so policy total-first is not possible with it. Use " \
      "aggregate weighted or policy schools-first") \
    X(LINK_NAMES, ERROR, \
      "практике «%1» нужно consent: yes, потому что в ней названы авторы", \
      "practice \"%1\" needs consent: yes because it names its authors") \
    X(LINK_PRACTICE, ERROR, \
      "практике при её статусе не хватает: %1. Допишите или поставьте " \
      "status: draft", \
      "the practice lacks what its status requires: %1. Add it or set " \
      "status: draft") \
    X(LINK_EVIDENCE, ERROR, \
      "доказательность %1 без описания эффекта. Заполните effect или " \
      "поставьте 0", \
      "evidence %1 without an effect. Fill effect or set it to 0") \
    X(LINK_NO_SITES, NOTE, \
      "у %1 из %2 школ не указан сайт (site), первая — «%3»; на их страницах " \
      "нет ссылок на «Сведения об образовательной организации». Впишите " \
      "адреса целиком, с https://", \
      "%1 of %2 schools have no site, the first is \"%3\"; their pages have " \
      "no links to what the law asks of a school's site. Give full " \
      "addresses, with https://") \
    X(LINK_NO_ADDRESS, NOTE, \
      "не указан адрес сайта (base_url): в комплектах школ и на картинках " \
      "нет ссылок, кодов для вставки и QR-кода. Впишите адрес целиком, " \
      "например: base_url: https://shkoly.example.ru/", \
      "the address of the site (base_url) is not given: the kits of schools " \
      "and the pictures have no links, no codes and no QR code. Give it in " \
      "full: base_url: https://schools.example.org/") \
    X(LINK_FORMER_ID, ERROR, \
      "прежний код «%1» не годится. Ожидается код школы (school-1) или " \
      "программа и показатель через косую черту (program-1/clubs)", \
      "the former id \"%1\" is not usable. The id of a school (school-1) " \
      "or a programme and an indicator with a slash between " \
      "(program-1/clubs) is expected") \
    X(LINK_FORMER_USED, ERROR, \
      "код «%1» не прежний: он и сейчас есть в таблицах. Уберите эту строку " \
      "или дайте прежнему коду его имя", \
      "the id \"%1\" is not a former one: it is in the tables today. Remove " \
      "this row or correct the id") \
    X(LINK_FORMER_WORDS, ERROR, \
      "о прежнем коде «%1» нечего сказать: впишите новый код (столбец now) " \
      "или прежнее название (title)", \
      "there is nothing to say of the former id \"%1\": give the new id in " \
      "now or the former name in title") \
    X(LINK_FROZEN_DATE, ERROR, \
      "копия «%1» сделана раньше, чем закончился её период. Исправьте дату " \
      "(date) или период (period)", \
      "the copy \"%1\" is older than the end of its period. Correct date " \
      "or period") \
    X(PRACTICE_ANNOUNCED, ERROR, \
      "у объявленной практики не бывает «%1»: о ней известно только из " \
      "документа. Уберите эту строку или поставьте status: review", \
      "a practice that is only announced has no \"%1\": all that is known of " \
      "it is its document. Remove the line or set status: review") \
    X(PRACTICE_RANGE, ERROR, \
      "в «%1» стоит %2, а бывает от %3 до %4. Поставьте одно из этих чисел", \
      "\"%1\" is %2; it goes from %3 to %4. Set one of these numbers") \
    X(PRACTICE_PROOF, ERROR, \
      "доказательность %1 опирается на данные, а в effect нет «%2». Назовите " \
      "показатель и годы (indicator, from, to) или поставьте evidence: 1", \
      "evidence %1 rests on data, and effect has no \"%2\". Name the " \
      "indicator and the years (indicator, from, to) or set evidence: 1") \
    X(PRACTICE_YEARS, ERROR, \
      "в effect год «с» (from) должен быть раньше, чем «по» (to). Исправьте " \
      "годы", \
      "in effect, from must be earlier than to. Correct the years") \
    X(PRACTICE_REVIEW_BY, ERROR, \
      "следующая проверка (review_by: %1) не позже прошедшей (reviewed: %2). " \
      "Исправьте одну из дат", \
      "the next review (review_by: %1) is not after the last one (reviewed: " \
      "%2). Correct one of the dates") \
    X(PRACTICE_FUTURE, WARNING, \
      "проверка (reviewed: %1) позже даты, на которую составлен сайт (as_of: " \
      "%2). Исправьте дату проверки или as_of", \
      "the review (reviewed: %1) is later than the date of the site (as_of: " \
      "%2). Correct one of the two") \
    X(PRACTICE_STEPS, WARNING, \
      "шагов %1, а хорошо от трёх до девяти, и у каждого своя длительность " \
      "(duration). Объедините, разделите или допишите шаги", \
      "there are %1 steps; three to nine are good, each with its duration. " \
      "Join, split or complete them") \
    X(PRACTICE_TITLE, WARNING, \
      "в названии практики знаков: %1, а хорошо до %2. Сократите: начните с " \
      "глагола и скажите главное", \
      "the title of the practice has %1 characters; up to %2 are good. Make " \
      "it shorter: begin with a verb, say what matters") \
    X(PRACTICE_WAITS, NOTE, \
      "практика «%1» ждёт экспертизы[[, срок %2]]. Впишите решение комиссии " \
      "в experts и поставьте status: recommended или draft", \
      "practice \"%1\" waits for its review[[, due by %2]]. Put the " \
      "commission's decision into experts and set status: recommended or " \
      "draft") \
    X(PRACTICE_OVERDUE, NOTE, \
      "практику «%1» пора проверить снова[[: срок был %2]]. Спросите школу, " \
      "впишите новые reviewed и review_by или поставьте status: archived", \
      "practice \"%1\" is due for another review[[: the date was %2]]. Ask " \
      "the school and set new reviewed and review_by, or status: archived")

#endif
