/*
 * messages_render: templates, pages.
 *
 * For messages.h, which says how a message is written.
 */
#ifndef VITRINA_BASE_MESSAGES_RENDER_H
#define VITRINA_BASE_MESSAGES_RENDER_H

#define MESSAGES_RENDER(X) \
    /* --- render/template --- */ \
    X(TEMPLATE_MISSING, ERROR, \
      "нет шаблона «%1»: проверьте имя или положите такой файл в папку " \
      "темы", \
      "no template \"%1\": check the name or put such a file into the " \
      "theme's folder") \
    X(TEMPLATE_OPEN, ERROR, \
      "метка «%1» не закрыта: до конца файла нет «%2»; допишите", \
      "the tag \"%1\" is not closed: no \"%2\" up to the end of the " \
      "file; add it") \
    X(TEMPLATE_TAG, ERROR, \
      "непонятная метка «%1»: ожидается имя из латинских букв, цифр, " \
      "точек, «_» и «-», перед ним может стоять один из знаков # ^ / > < " \
      "$ & !", \
      "cannot read the tag \"%1\": expected a name of Latin letters, " \
      "digits, dots, \"_\" and \"-\", after one of # ^ / > < $ & ! or " \
      "none") \
    X(TEMPLATE_DELIMITER, ERROR, \
      "непонятная смена ограничителей «%1»: ожидается вид {{=<% %>=}}", \
      "cannot read the change of delimiters \"%1\": expected the form " \
      "{{=<% %>=}}") \
    X(TEMPLATE_CLOSE, ERROR, \
      "«%1» закрывает не то, что открыто: ожидается «%2»", \
      "\"%1\" closes what is not open: expected \"%2\"") \
    X(TEMPLATE_CLOSE_EXTRA, ERROR, \
      "«%1» ничего не закрывает: удалите или проверьте имя", \
      "\"%1\" closes nothing: remove it or check the name") \
    X(TEMPLATE_UNCLOSED, ERROR, \
      "«%1» не закрыта: допишите «%2»", \
      "\"%1\" is not closed: add \"%2\"") \
    X(TEMPLATE_DEPTH, ERROR, \
      "«%1»: слишком глубокое вложение (не больше 32 секций и 32 вставок " \
      "друг в друге)", \
      "\"%1\": nested too deep (at most 32 sections and 32 partials in " \
      "each other)") \
    X(TEMPLATE_BIG, ERROR, \
      "шаблон слишком велик: вставки и блоки раскрываются без меры; " \
      "разделите его", \
      "the template is too big: its partials and blocks expand without " \
      "measure; split it") \
    X(TEMPLATE_ENDLESS, ERROR, \
      "«%1» вставляет саму себя без конца: так можно только внутри " \
      "секции по списку или части тех данных, что она получила", \
      "\"%1\" would include itself for ever: that is possible only " \
      "inside a section over a list or a part of the data it was given") \
    X(TEMPLATE_NAME, ERROR, \
      "нет поля «%1» в «%2»; похожее: «%3». Список: vitrina help fields", \
      "no field \"%1\" in \"%2\"; similar: \"%3\". List: vitrina help " \
      "fields") \
    X(TEMPLATE_NAME_FAR, ERROR, \
      "нет поля «%1» в «%2». Список: vitrina help fields", \
      "no field \"%1\" in \"%2\". List: vitrina help fields") \
    X(TEMPLATE_PARTS, ERROR, \
      "у поля «%1» нет частей: «%2» не читается", \
      "the field \"%1\" has no parts: cannot read \"%2\"") \
    X(TEMPLATE_WORD, ERROR, \
      "нет слова «%1» в словах темы; похожее: «%2»", \
      "no word \"%1\" among the words of the theme; similar: \"%2\"") \
    X(TEMPLATE_WORD_FAR, ERROR, \
      "нет слова «%1» в словах темы: допишите его в файл i18n", \
      "no word \"%1\" among the words of the theme: add it to the file " \
      "in i18n") \
    X(TEMPLATE_WORD_SECTION, ERROR, \
      "«%1» — слово темы, оно есть всегда: секция по нему не нужна", \
      "\"%1\" is a word of the theme and always there: no section over " \
      "it is needed") \
    X(TEMPLATE_PRINT, ERROR, \
      "«%1» — не текст, напечатать его нельзя: откройте {{#%1}}…{{/%1}}", \
      "\"%1\" is not text and cannot be printed: open {{#%1}}…{{/%1}}") \
    X(TEMPLATE_ESCAPED, ERROR, \
      "«%1» — текст, а не разметка: пишите {{%1}}", \
      "\"%1\" is text, not markup: write {{%1}}") \
    X(TEMPLATE_MARKUP, ERROR, \
      "«%1» — готовая разметка: пишите {{{%1}}}", \
      "\"%1\" is markup: write {{{%1}}}") \
    X(TEMPLATE_TEXT_PLACE, ERROR, \
      "текст «%1» не может стоять здесь (%2): можно внутри элементов и в " \
      "кавычках атрибутов, кроме адресов, style и on…", \
      "the text \"%1\" cannot stand here (%2): it may inside elements " \
      "and in quoted attributes, but for addresses, style and on…") \
    X(TEMPLATE_URL_PLACE, ERROR, \
      "адрес «%1» не может стоять здесь (%2): можно в кавычках href, " \
      "src, action, content, data-…", \
      "the address \"%1\" cannot stand here (%2): it may in quoted href, " \
      "src, action, content, data-…") \
    X(TEMPLATE_HTML_PLACE, ERROR, \
      "разметка «%1» не может стоять здесь (%2): можно только внутри " \
      "элементов", \
      "the markup \"%1\" cannot stand here (%2): it may only inside " \
      "elements") \
    X(TEMPLATE_GLUED, ERROR, \
      "в %1 перед именем атрибута нужен пробел", \
      "in %1 a blank is missing before an attribute's name") \
    X(TEMPLATE_STATE, ERROR, \
      "«%1» должна кончаться там же, где начинается: начало в %2, конец " \
      "в %3; закройте теги и кавычки внутри неё", \
      "\"%1\" must end where it begins: it begins in %2 and ends in %3; " \
      "close tags and quotes inside it") \
    X(TEMPLATE_END, ERROR, \
      "шаблон «%1» кончается не там, где начат: начало в %2, конец в %3; " \
      "закройте теги и кавычки", \
      "the template \"%1\" does not end where it began: it begins in %2 " \
      "and ends in %3; close tags and quotes") \
    X(TEMPLATE_BLOCK, ERROR, \
      "нет блока «%1», который можно заменить; похожий: «%2»", \
      "there is no block \"%1\" to be replaced; similar: \"%2\"") \
    X(TEMPLATE_BLOCK_FAR, ERROR, \
      "нет блока «%1», который можно заменить: проверьте имя", \
      "there is no block \"%1\" to be replaced: check the name") \
    X(TEMPLATE_BLOCK_TWICE, ERROR, \
      "блок «%1» заменён дважды: оставьте одну замену", \
      "the block \"%1\" is replaced twice: keep one") \
    /* --- render --- */ \
    X(THEME_NONE, ERROR, \
      "нет темы «%1»; похожая: «%2». Тема лежит в папке themes/, её " \
      "имя стоит в theme", \
      "there is no theme \"%1\"; similar: \"%2\". A theme is a folder in " \
      "themes/, its name stands in theme") \
    X(THEME_UTF8, ERROR, \
      "файл темы записан не в UTF-8 и не взят; пересохраните его в " \
      "UTF-8", \
      "the file of the theme is not UTF-8 and was left out; save it as " \
      "UTF-8") \
    X(CARD_FONT, ERROR, \
      "картинки не рисуются: в папке темы fonts/ лежит файл regular.ttf или " \
      "bold.ttf, который не читается как шрифт; замените или удалите его, " \
      "тогда возьмётся встроенный", \
      "no cards can be drawn: regular.ttf or bold.ttf in the folder fonts/ " \
      "of the theme cannot be read as a font; replace it, or remove it for " \
      "the one that is built in") \
    X(PLAN_TWICE, ERROR, \
      "два файла сайта получили один адрес «%1»: %2 и %3; переименуйте " \
      "один из них", \
      "two files of the site have the same address \"%1\": %2 and %3; " \
      "rename one of them") \
    X(PAGE_UNTIL, WARNING, \
      "показатель «%1» больше не собирают (until), но у него есть значения " \
      "за %2. Исправьте until или уберите эти значения", \
      "indicator \"%1\" is not collected any more (until), yet it has " \
      "values of %2. Correct until or remove these values") \
    X(PAGE_FROZEN, ERROR, \
      "в копии «%1» нечего показать: у показателя нет ни одного периода по " \
      "этот. Исправьте period или уберите строку", \
      "there is nothing to show in the copy \"%1\": the indicator has no " \
      "period up to this one. Correct period or remove the row") \
    X(PAGE_LINK_UNKNOWN, ERROR, \
      "ссылка «%1» никуда не ведёт; похоже на «%2». Исправьте её", \
      "the link \"%1\" leads nowhere; similar: \"%2\". Correct it") \
    X(PAGE_LINK_NOTHING, ERROR, \
      "ссылка «%1» никуда не ведёт; проверьте, есть ли такой файл и " \
      "верно ли его имя", \
      "the link \"%1\" leads nowhere; check that there is such a file " \
      "and its name is right") \
    X(PAGE_LINK_ABSENT, ERROR, \
      "ссылка «%1» ведёт на страницу, которой на сайте нет (возможно, " \
      "это черновик); уберите ссылку или покажите страницу", \
      "the link \"%1\" leads to a page that the site has not (a draft?); " \
      "remove the link or show the page") \
    X(PAGE_LINK_SCHEME, ERROR, \
      "ссылка «%1» непонятна; можно school:, indicator:, program:, " \
      "practice:, term:, document:, value:, target:, https://, " \
      "mailto:, tel: или путь к файлу .md", \
      "the link \"%1\" is not understood; use school:, indicator:, " \
      "program:, practice:, term:, document:, value:, target:, " \
      "https://, mailto:, tel: or the path of an .md file") \
    X(PAGE_IMAGE, ERROR, \
      "картинка «%1» не берётся с другого сайта или страницы; положите " \
      "файл в content/ и назовите путь к нему", \
      "the picture \"%1\" is not taken from another site or page; put " \
      "the file into content/ and name its path") \
    X(PAGE_NUMBER_NAME, ERROR, \
      "в ссылке «%1» не найдено «%2»; нужно " \
      "value:ПРОГРАММА/ПОКАЗАТЕЛЬ@ПЕРИОД или " \
      "value:ПРОГРАММА/ПОКАЗАТЕЛЬ/ШКОЛА@ПЕРИОД (для цели target:)", \
      "in the link \"%1\" there is no such thing as \"%2\"; write " \
      "value:PROGRAMME/INDICATOR@PERIOD or " \
      "value:PROGRAMME/INDICATOR/SCHOOL@PERIOD (target: for a target)") \
    X(PAGE_VALUE_HIDDEN, ERROR, \
      "числа «%1» на сайте нет, в текст его не вставить; возьмите " \
      "другой период или уберите ссылку", \
      "the number \"%1\" is not shown on the site and cannot stand in a " \
      "text; take another period or remove the link") \
    X(PAGE_TARGET_NONE, ERROR, \
      "цели «%1» нет; проверьте период в targets.csv или уберите ссылку", \
      "there is no target \"%1\"; check the period in targets.csv or " \
      "remove the link") \
    X(BLOCK_BODY, ERROR, \
      "блок ```%1 непонятен; внутри него строки вида «ключ: значение», " \
      "ключи: %2", \
      "the block ```%1 is not understood; inside it stand lines like " \
      "\"key: value\", keys: %2") \
    X(BLOCK_KEY, ERROR, \
      "в блоке ```%2 нет ключа «%1»; можно: %3", \
      "the block ```%2 has no key \"%1\"; possible: %3") \
    X(BLOCK_NEEDS, ERROR, \
      "блоку ```%1 нужен ключ %2; добавьте строку «%2: …»", \
      "the block ```%1 needs the key %2; add a line \"%2: …\"") \
    X(BLOCK_INDICATOR, ERROR, \
      "нет показателя «%1»; пишите ПРОГРАММА/ПОКАЗАТЕЛЬ, на странице " \
      "программы хватит одного показателя", \
      "there is no indicator \"%1\"; write PROGRAMME/INDICATOR, on a page " \
      "of the programme the indicator alone is enough") \
    X(BLOCK_SCHOOL, ERROR, \
      "нет школы «%1»; возьмите id из таблицы schools.csv", \
      "there is no school \"%1\"; take the id from the table schools.csv") \
    X(BLOCK_PROGRAMME, ERROR, \
      "блок ```%1 стоит на странице, которая не относится к программе; " \
      "перенесите его на страницу программы", \
      "the block ```%1 is on a page of no programme; move it to a page of " \
      "the programme") \
    X(BLOCK_VALUE, ERROR, \
      "«%2: %1» непонятно; ожидается %3", \
      "\"%2: %1\" is not understood; expected is %3") \
    X(BLOCK_NOTHING, ERROR, \
      "блоку ```%1 нечего показать: ничего не найдено для «%2»; проверьте " \
      "написание", \
      "the block ```%1 has nothing to show: nothing was found for \"%2\"; " \
      "check the spelling")

#endif
