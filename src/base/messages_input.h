/*
 * messages_input: files, YAML, tables, texts.
 *
 * For messages.h, which says how a message is written.
 */
#ifndef VITRINA_BASE_MESSAGES_INPUT_H
#define VITRINA_BASE_MESSAGES_INPUT_H

#define MESSAGES_INPUT(X) \
    /* --- input/source --- */ \
    X(SOURCE_FOLDER, USAGE, \
      "нет папки сайта «%1»; назовите её: vitrina -C ПАПКА КОМАНДА", \
      "there is no site folder \"%1\"; name it: vitrina -C DIR COMMAND") \
    X(SOURCE_PRIVATE, WARNING, \
      "нет папки «%1», названной в private, и чисел из неё на сайте нет; " \
      "исправьте путь (он считается от папки сайта) или положите папку на " \
      "место", \
      "there is no folder \"%1\", named by private, so its numbers are not " \
      "on the site; correct the path (it starts at the site's folder) or put " \
      "the folder in its place") \
    X(SOURCE_PRIVATE_FILE, WARNING, \
      "в закрытой папке читаются только values.csv и values-*.csv в папках " \
      "программ; этот файл не прочитан. Переложите его в data/", \
      "in the private folder only values.csv and values-*.csv in the folders " \
      "of programmes are read; this file was not. Move it to data/") \
    X(SOURCE_RAW, WARNING, \
      "в таблице есть числа, которые сайт скрывает, а лежит она в " \
      "репозитории, который публикуется: в git их увидит любой. Впишите " \
      "вместо них статус «скрыто» (status: c), а числа перенесите в " \
      "закрытую папку (private в site.yml)", \
      "this table has numbers that the site hides, and it lies in the " \
      "repository that is published: in git anybody sees them. Write status " \
      "c instead and move the numbers to a private folder (private in " \
      "site.yml)") \
    X(SOURCE_NAME, ERROR, \
      "имя файла «%1» записано не в UTF-8, файл пропущен; переименуйте " \
      "его", \
      "the file name \"%1\" is not UTF-8, the file is left out; rename it") \
    X(SOURCE_TWICE, ERROR, \
      "два файла с одним именем «%1», записанным по-разному; оставьте " \
      "один", \
      "two files have the same name \"%1\", spelt in two ways; keep one") \
    X(SOURCE_MISSING, ERROR, \
      "нет такого файла; проверьте имя, большие и малые буквы различаются", \
      "no such file; check the name, capital and small letters differ") \
    X(SOURCE_LINK, ERROR, \
      "это символическая ссылка, она не читается; положите сам файл", \
      "this is a symbolic link, which is not read; put the file itself " \
      "here") \
    X(SOURCE_LARGE, ERROR, \
      "файл велик: %1 байт, допустимо до %2; разделите или уменьшите его", \
      "the file is too large: %1 bytes, at most %2 are allowed; split it " \
      "or make it smaller") \
    X(GIT_NONE, FATAL, \
      "«%1» не лежит в хранилище git; создайте его (git init) или " \
      "назовите другое", \
      "\"%1\" is in no git repository; make one (git init) or name another") \
    X(GIT_OWNER, FATAL, \
      "хранилище «%1» принадлежит другому пользователю; запустите " \
      "vitrina от его имени или смените владельца: chown -R «имя» «папка»", \
      "the repository \"%1\" belongs to another user; run vitrina as that " \
      "user or change the owner: chown -R NAME FOLDER") \
    X(GIT_OWNER_NOTE, NOTE, \
      "хранилище «%1» принадлежит другому пользователю, история не " \
      "читается; смените владельца: chown -R «имя» «папка»", \
      "the repository \"%1\" belongs to another user, its history is not " \
      "read; change the owner: chown -R NAME FOLDER") \
    X(GIT_SHA256, FATAL, \
      "хранилище «%1» с ключами SHA-256 не поддерживается; создайте " \
      "обычное: git init --object-format=sha1", \
      "the SHA-256 repository \"%1\" is not supported; make an ordinary " \
      "one: git init --object-format=sha1") \
    X(GIT_SHA256_NOTE, NOTE, \
      "хранилище «%1» с ключами SHA-256 не поддерживается, история не " \
      "читается", \
      "the SHA-256 repository \"%1\" is not supported, its history is not " \
      "read") \
    X(GIT_EXTENSION, FATAL, \
      "хранилище «%1» пользуется неизвестным расширением git (%2); " \
      "уберите его из настроек хранилища или возьмите обычное: vitrina " \
      "publish --init ПАПКА", \
      "the repository \"%1\" uses an unknown extension of git (%2); remove " \
      "it from its configuration or take an ordinary one: vitrina " \
      "publish --init DIR") \
    X(GIT_EXTENSION_NOTE, NOTE, \
      "хранилище «%1» пользуется неизвестным расширением git (%2), " \
      "история не читается", \
      "the repository \"%1\" uses an unknown extension of git (%2), its " \
      "history is not read") \
    X(GIT_BROKEN, FATAL, \
      "хранилище «%1» не открывается: %2; проверьте его: git fsck", \
      "the repository \"%1\" cannot be opened: %2; check it: git fsck") \
    X(GIT_BROKEN_NOTE, NOTE, \
      "хранилище «%1» не открывается, история не читается: %2", \
      "the repository \"%1\" cannot be opened, its history is not read: %2") \
    X(GIT_REVISION, USAGE, \
      "нет такого коммита: «%1»; список: git log", \
      "no such commit: \"%1\"; list: git log") \
    X(GIT_READ, FATAL, \
      "git не читает «%1»: %2; проверьте хранилище: git fsck", \
      "git cannot read \"%1\": %2; check the repository: git fsck") \
    X(GIT_DEEP, FATAL, \
      "в коммите слишком много вложенных папок: «%1»…; допустимо 64", \
      "too many nested folders in the commit: \"%1\"...; 64 are allowed") \
    X(GIT_SHALLOW, NOTE, \
      "получена не вся история (неполный клон); полная: git fetch " \
      "--unshallow", \
      "only a part of the history is here (shallow clone); all of it: " \
      "git fetch --unshallow") \
    X(HISTORY_NONE, NOTE, \
      "папка «%1» без истории git: страницы «Что изменилось» скажут, что " \
      "история недоступна. Чтобы она была, храните content/ и data/ в git", \
      "the folder \"%1\" has no git history: the pages \"What has changed\" " \
      "will say so. To have one, keep content/ and data/ in git") \
    /* --- input/yml --- */ \
    X(YML_SIZE, ERROR, \
      "описание длиннее %1 КБ: перенесите длинный текст в тело страницы", \
      "the description is longer than %1 KB: move long text to the body " \
      "of the page") \
    X(YML_DEPTH, ERROR, \
      "больше %1 уровней вложенности: уберите лишние скобки или отступы", \
      "more than %1 levels of nesting: remove brackets or indents") \
    X(YML_ENCODING, ERROR, \
      "байт %1 — не текст в UTF-8: сохраните файл в кодировке UTF-8 " \
      "(libyaml: %2)", \
      "byte %1 is no UTF-8 text: save the file as UTF-8 (libyaml: %2)") \
    X(YML_CONTROL, ERROR, \
      "невидимый управляющий знак %1: удалите его (libyaml: %2)", \
      "an invisible control character %1: delete it (libyaml: %2)") \
    X(YML_DUPLICATE, ERROR, \
      "ключ «%1» уже есть в строке %2: оставьте один", \
      "the key \"%1\" is already in line %2: keep one of them") \
    X(YML_KEY, ERROR, \
      "на месте ключа пусто или стоит список: перед двоеточием нужно " \
      "одно слово; если это текст, возьмите его в кавычки", \
      "the key is empty or a list: one word is expected before the " \
      "colon; if this is text, put it in quotes") \
    X(YML_MARK, ERROR, \
      "значение начинается со знака «%1», у которого здесь особый смысл: " \
      "возьмите значение в кавычки", \
      "the value begins with \"%1\", which has a special meaning here: put " \
      "the value in quotes") \
    X(YML_DOCUMENTS, ERROR, \
      "здесь начинается второй документ: уберите строку «---» или «...», " \
      "в файле один набор ключей", \
      "a second document begins here: remove the line \"---\" or \"...\", a " \
      "file has one set of keys") \
    X(YML_COLON, ERROR, \
      "двоеточие внутри значения: возьмите в кавычки всё значение " \
      "(libyaml: %1)", \
      "a colon inside a value: put the whole value in quotes (libyaml: " \
      "%1)") \
    X(YML_FOLDED, ERROR, \
      "строка читается как продолжение предыдущей: проверьте отступ и " \
      "пробел после двоеточия строкой выше (libyaml: %1)", \
      "the line reads as a continuation of the one above: check its " \
      "indent and the blank after the colon above (libyaml: %1)") \
    X(YML_QUOTE, ERROR, \
      "кавычка открыта и нигде не закрыта: закройте её (libyaml: %1)", \
      "a quote is opened and never closed: close it (libyaml: %1)") \
    X(YML_BRACKET, ERROR, \
      "скобка открыта и не закрыта, или внутри неё лишнее двоеточие; " \
      "если это текст, возьмите в кавычки всё значение (libyaml: %1)", \
      "a bracket is opened and not closed, or holds a stray colon; if " \
      "this is text, put the whole value in quotes (libyaml: %1)") \
    X(YML_NO_COLON, ERROR, \
      "в строке нет двоеточия: ожидалось «ключ: значение» (libyaml: %1)", \
      "no colon in the line: \"key: value\" is expected (libyaml: %1)") \
    X(YML_CHARACTER, ERROR, \
      "значение не может начинаться со знака «%1»: возьмите значение в " \
      "кавычки (libyaml: %2)", \
      "a value cannot begin with \"%1\": put the value in quotes (libyaml: " \
      "%2)") \
    X(YML_TAB, ERROR, \
      "табуляция в отступе: замените её пробелами (libyaml: %1)", \
      "a tab in the indent: replace it with blanks (libyaml: %1)") \
    X(YML_DASH, ERROR, \
      "список начинается с новой строки: перенесите «- » под ключ " \
      "(libyaml: %1)", \
      "a list begins on a new line: move \"- \" below the key (libyaml: %1)") \
    X(YML_LIST, ERROR, \
      "ожидался следующий пункт списка с «- »: ключи и пункты нельзя " \
      "смешивать (libyaml: %1)", \
      "the next list item with \"- \" is expected: keys and items cannot " \
      "be mixed (libyaml: %1)") \
    X(YML_INDENT, ERROR, \
      "здесь ожидался ключ: отступ должен быть как у соседних ключей; " \
      "возможно, выше не закрыта кавычка (libyaml: %1)", \
      "a key is expected here: its indent must be that of its " \
      "neighbours; perhaps a quote above is not closed (libyaml: %1)") \
    X(YML_AFTER, ERROR, \
      "лишний текст после закрывающей кавычки или скобки: возьмите в " \
      "кавычки всё значение, внутри поставьте « » (libyaml: %1)", \
      "text after a closing quote or bracket: put the whole value in " \
      "quotes (libyaml: %1)") \
    X(YML_ESCAPE, ERROR, \
      "обратная черта в двойных кавычках имеет особый смысл: возьмите " \
      "значение в одиночные кавычки (libyaml: %1)", \
      "a backslash in double quotes has a special meaning: use single " \
      "quotes (libyaml: %1)") \
    X(YML_BLOCK, ERROR, \
      "после «|» или «>» текст начинается с новой строки: перенесите его " \
      "ниже, с отступом (libyaml: %1)", \
      "after \"|\" or \">\" the text begins on a new line: move it down " \
      "and indent it (libyaml: %1)") \
    X(YML_SYNTAX, ERROR, \
      "не читается как «ключ: значение»; проверьте кавычки, двоеточия и " \
      "отступы (libyaml: %1)", \
      "does not read as \"key: value\"; check quotes, colons and indents " \
      "(libyaml: %1)") \
    X(YML_FRONT, ERROR, \
      "описание открыто строкой «---» и не закрыто: поставьте вторую " \
      "строку «---» перед текстом", \
      "the description is opened by \"---\" and not closed: put a second " \
      "line \"---\" before the text") \
    /* --- input/table --- */ \
    X(TABLE_WORKBOOK, ERROR, \
      "это книга Excel или архив, а не CSV. Откройте её в Excel и сохраните " \
      "как «CSV UTF-8 (разделители — запятые)»", \
      "this is an Excel workbook or an archive, not CSV. Open it in Excel " \
      "and save it as \"CSV UTF-8\"") \
    X(TABLE_CONTROL, ERROR, \
      "знак с кодом %1, которого в таблице CSV не бывает: это файл в " \
      "незнакомой кодировке (UTF-16 без метки?) или не таблица. Сохраните " \
      "его в Excel как «CSV UTF-8»", \
      "character %1, which no CSV table contains: the file is in an unknown " \
      "encoding (UTF-16 without a mark?) or is no table. Save it in Excel " \
      "as \"CSV UTF-8\"") \
    X(TABLE_UTF8, ERROR, \
      "байт %1 здесь недопустим: файл записан в UTF-8, но испорчен или " \
      "склеен из двух. Сохраните его в Excel как «CSV UTF-8»", \
      "byte %1 is not allowed here: the file is UTF-8, but damaged or glued " \
      "together from two. Save it in Excel as \"CSV UTF-8\"") \
    X(TABLE_UTF16, ERROR, \
      "здесь оборван знак UTF-16: файл испорчен. Сохраните его в Excel " \
      "как «CSV UTF-8»", \
      "half of a UTF-16 character: the file is damaged. Save it in Excel " \
      "as \"CSV UTF-8\"") \
    X(TABLE_UTF16_BARE, ERROR, \
      "файл в кодировке UTF-16 без метки в начале, так Excel не сохраняет. " \
      "Откройте его в Excel или LibreOffice, выбрав «Юникод (UTF-16)», и " \
      "сохраните как «CSV UTF-8»", \
      "the file is UTF-16 without a mark at its start, which Excel does not " \
      "write. Open it in Excel or LibreOffice as \"Unicode (UTF-16)\" and " \
      "save it as \"CSV UTF-8\"") \
    X(TABLE_CP1251, ERROR, \
      "байт %1, которого нет в Windows-1251: файл в другой кодировке или " \
      "испорчен. Сохраните его в Excel как «CSV UTF-8»", \
      "byte %1, which Windows-1251 does not have: the file is in another " \
      "encoding or damaged. Save it in Excel as \"CSV UTF-8\"") \
    X(TABLE_DOUBT, ERROR, \
      "похоже, файл в кодировке %1: прочитанный как Windows-1251, он полон " \
      "случайных букв. Откройте его в LibreOffice или в Excel (Данные, Из " \
      "текста), выбрав кодировку %1, и сохраните как «CSV UTF-8»", \
      "the file seems to be in %1: read as Windows-1251 it is full of random " \
      "letters. Open it in LibreOffice or Excel (Data, From Text) choosing " \
      "%1 and save it as \"CSV UTF-8\"") \
    X(TABLE_EMPTY, ERROR, \
      "таблица пуста: нужна хотя бы строка с названиями столбцов. " \
      "Заполните её или удалите файл", \
      "the table is empty: at least a line with column names is needed. " \
      "Fill it in or delete the file") \
    X(TABLE_SEP, ERROR, \
      "строка sep= называет разделителем «%1»; годятся точка с запятой, " \
      "запятая и табуляция. Напишите, например, sep=; или удалите строку", \
      "the line sep= names \"%1\" as delimiter; semicolon, comma and tab " \
      "are known. Write for example sep=; or delete the line") \
    X(TABLE_DELIMITER, ERROR, \
      "не понять, чем разделены столбцы: %1 и %2 подходят одинаково. " \
      "Добавьте первой строкой «sep=;» или оставьте один разделитель", \
      "the delimiter is not clear: %1 and %2 fit equally well. Add \"sep=;\" " \
      "as the first line or keep one of them") \
    X(TABLE_HEADER, ERROR, \
      "в первых %1 строках нет ни одного известного названия столбца. " \
      "Первой строкой таблицы должны быть названия столбцов", \
      "no known column name in the first %1 lines. The first line of the " \
      "table should hold the names of its columns") \
    X(TABLE_QUOTE_OPEN, ERROR, \
      "кавычка открыта и нигде не закрыта; остаток файла не прочитан. " \
      "Закройте её или уберите", \
      "a quote is opened and never closed; the rest of the file was not " \
      "read. Close it or take it away") \
    X(TABLE_QUOTE_INSIDE, ERROR, \
      "кавычка внутри ячейки без кавычек; строка не прочитана. " \
      "Возьмите всю ячейку в кавычки, а внутренние удвойте " \
      "(\"Школа \"\"Луч\"\"\") или замените на « »", \
      "a quote inside a cell without quotes; the line was not read. " \
      "Put the whole cell in quotes and double the inner ones " \
      "(\"School \"\"Ray\"\"\")") \
    X(TABLE_QUOTE_AFTER, ERROR, \
      "лишний текст после закрывающей кавычки; строка не прочитана[[, как " \
      "и остаток файла: ячейка началась в строке %1]]. Кавычки внутри ячейки " \
      "удваиваются (\"Школа \"\"Луч\"\"\")", \
      "text after the closing quote; the line was not read[[, nor the rest " \
      "of the file: the cell began in line %1]]. Quotes inside a cell are " \
      "doubled (\"School \"\"Ray\"\"\")") \
    X(TABLE_FIELD, ERROR, \
      "ячейка длиннее %1 байт; остаток файла не прочитан. Обычно это " \
      "незакрытая кавычка", \
      "the cell is longer than %1 bytes; the rest of the file was not read. " \
      "Usually this is an unclosed quote") \
    X(TABLE_COLUMNS, ERROR, \
      "в строке больше %1 столбцов; остаток файла не прочитан. Обычно это " \
      "пустые столбцы справа: удалите их в Excel и сохраните снова", \
      "the line has more than %1 columns; the rest of the file was not " \
      "read. Usually these are empty columns at the right: delete them in " \
      "Excel and save again") \
    X(TABLE_DETECTED, NOTE, \
      "кодировка %1, разделитель %2, названия столбцов в строке %3", \
      "encoding %1, delimiter %2, column names in line %3") \
    X(TABLE_FOOTNOTE, NOTE, \
      "строка под таблицей — сноска, она не читается как данные", \
      "a line under the table is a footnote and not read as data") \
    X(TABLE_NUMBERING, NOTE, \
      "строка с номерами столбцов пропущена", \
      "the line with the numbers of the columns is passed over") \
    X(TABLE_REPEATED, NOTE, \
      "повторённая шапка таблицы пропущена", \
      "the repeated header is passed over") \
    /* --- input/text --- */ \
    X(TEXT_LONG, ERROR, \
      "текст слишком длинный: %1 КБ, а можно не больше %2 КБ. Разделите его" \
      " на несколько файлов", \
      "the text is too long: %1 KB, the limit is %2 KB. Split it into" \
      " several files") \
    X(TEXT_UTF8, ERROR, \
      "текст не в кодировке UTF-8. Сохраните файл заново, выбрав UTF-8", \
      "the text is not in UTF-8. Save the file again as UTF-8") \
    X(TEXT_MARKERS, ERROR, \
      "в начале строки больше %1 знаков цитаты или списка. Уберите лишние" \
      " «>», «-», «*», «+»", \
      "more than %1 quote or list markers at the start of the line. Remove" \
      " the surplus >, -, *, +") \
    X(TEXT_INDENT, ERROR, \
      "список вложен слишком глубоко: знак списка правее столбца %1. Уберите" \
      " лишние отступы", \
      "the list is nested too deeply: its marker is beyond column %1. Remove" \
      " surplus indents") \
    X(TEXT_PIPES, ERROR, \
      "в строке больше %1 знаков «|»: такая таблица не читается. Большие" \
      " таблицы кладут в data/ файлом CSV", \
      "more than %1 characters | in the line: such a table cannot be read." \
      " Put large tables into data/ as CSV") \
    X(TEXT_TARGET, ERROR, \
      "адрес ссылки длиннее %1 байт. Проверьте, не склеилась ли строка со" \
      " следующими", \
      "the address of the link is longer than %1 bytes. Check that no lines" \
      " were joined") \
    X(TEXT_MARKS, ERROR, \
      "в одном абзаце больше %1 знаков «%2»: похоже на испорченный текст." \
      " Исправьте его или разделите пустой строкой", \
      "more than %1 characters %2 in one paragraph: this looks like damaged" \
      " text. Mend it or divide it by an empty line") \
    X(TEXT_STUCK, ERROR, \
      "текст читается дольше %1 с, работа прервана: похоже на испорченный " \
      "файл. Разделите его или уберите необычную разметку", \
      "the text took longer than %1 s to read and the run was ended: it " \
      "looks damaged. Split it or remove unusual markup") \
    X(TEXT_MEMORY, ERROR, \
      "чтобы прочесть текст, нужно больше %1 МиБ памяти: похоже на" \
      " испорченный текст. Разделите его на части и найдите место", \
      "reading the text takes more than %1 MiB of memory: it looks damaged." \
      " Divide it to find the place") \
    X(TEXT_HTML, WARNING, \
      "HTML пропущен: «%1». В текстах возможна только разметка Markdown", \
      "HTML left out: %1. Texts may hold Markdown only") \
    X(TEXT_HTML_BLOCK, WARNING, \
      "HTML пропущен вместе с текстом до пустой строки: «%1». Замените его" \
      " разметкой Markdown", \
      "HTML left out with its text up to the empty line: %1. Replace it by" \
      " Markdown") \
    X(TEXT_HEADING_TOP, WARNING, \
      "заголовок первого уровня «%1» стал вторым: первый у страницы один, её" \
      " название. Начните строку с «##»", \
      "the first-level heading \"%1\" became second-level: the page's title" \
      " is the only first one. Begin the line with ##") \
    X(TEXT_HEADING_SKIP, WARNING, \
      "перед заголовком «%1» пропущен уровень: нужно не больше %2 знаков «#»", \
      "a level is skipped before the heading \"%1\": at most %2 characters #" \
      " are expected") \
    X(TEXT_HEADING_EMPTY, WARNING, \
      "заголовок без текста пропущен. Допишите его или уберите", \
      "a heading without text is left out. Write its text or remove it") \
    X(TEXT_LINK_EMPTY, WARNING, \
      "у ссылки на «%1» нет текста: поставлен её адрес. Напишите текст в" \
      " квадратных скобках", \
      "the link to %1 has no text: its address is shown. Write a text in the" \
      " square brackets") \
    X(TEXT_IMAGE_ALT, ERROR, \
      "у изображения «%1» нет описания для тех, кто его не видит. Напишите" \
      " его в квадратных скобках: ![описание](…)", \
      "the image %1 has no description for those who cannot see it. Write it" \
      " in the square brackets: ![description](…)") \
    X(TEXT_NOTE_UNDEFINED, WARNING, \
      "нет сноски «%1». Добавьте строку «[^%1]: текст» или уберите ссылку", \
      "there is no footnote \"%1\". Add a line [^%1]: text, or remove the" \
      " reference") \
    X(TEXT_NOTE_UNUSED, WARNING, \
      "на сноску «%1» нет ссылки, она пропущена. Поставьте в тексте [^%1]" \
      " или уберите её", \
      "nothing refers to the footnote \"%1\", it is left out. Put [^%1] into" \
      " the text or remove it") \
    X(TEXT_NOTE_TWICE, WARNING, \
      "сноска «%1» уже есть выше, вторая пропущена. Дайте ей другое имя", \
      "there is a footnote \"%1\" above, the second is left out. Give it" \
      " another name")

#endif
