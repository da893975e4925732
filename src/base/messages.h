/*
 * messages: everything vitrina can say about its input and the machine, in
 * both languages, in one table. X(id, level, Russian, English); %1..%4 are
 * the arguments, in any order; what stands in [[ ]] is left out when its
 * arguments are empty. A message about a table's cell has the cell's
 * text in %1, because it is left out when the cell is not shown. Such a
 * message quotes it as «%1», and a terminal repeats it below; what is not the
 * cell's text stands there without these quotes.
 *
 * For every folder, through diag.h. The texts say what is wrong, what was
 * expected and what to do. Sorted by the folder that reports them. Every
 * message occurs in a test (tests/shape).
 *
 * Levels: NOTE and WARNING stop nothing; ERROR is content that cannot be read,
 * resolved or placed; FATAL is the machine; USAGE is the command line.
 */
#ifndef VITRINA_BASE_MESSAGES_H
#define VITRINA_BASE_MESSAGES_H

#define MESSAGES(X) \
    /* --- main: the command line --- */ \
    X(USAGE_COMMAND, USAGE, \
      "нет такой команды: «%1».[[ Похожая: «%2».]] Список: vitrina help", \
      "no such command: \"%1\".[[ Similar: \"%2\".]] List: vitrina help") \
    X(USAGE_OPTION, USAGE, \
      "нет такого параметра: «%1». Список: vitrina help %2", \
      "no such option: \"%1\". List: vitrina help %2") \
    X(USAGE_VALUE, USAGE, \
      "параметру «%1» нужно значение. Список: vitrina help %2", \
      "option \"%1\" needs a value. List: vitrina help %2") \
    X(USAGE_CHOICE, USAGE, \
      "параметр %2 не знает значения «%1»; можно: %3", \
      "option %2 does not know the value \"%1\"; possible: %3") \
    X(USAGE_HIDDEN, USAGE, \
      "check --hidden называет числа, которые сайт скрывает, поэтому пишет " \
      "только на экран: уберите перенаправление (| или >)", \
      "check --hidden names numbers that the site hides, so it writes to a " \
      "terminal only: take the redirection (| or >) away") \
    X(USAGE_ONLY, USAGE, \
      "непонятно, что собрать: --only %1. Можно: --only school:ID (сайт " \
      "одной школы) или --only schools (сайты всех школ)", \
      "what to build is not understood: --only %1. Possible: --only " \
      "school:ID (the site of one school) or --only schools (of all)") \
    X(USAGE_ONLY_SCHOOL, USAGE, \
      "нет школы «%1».[[ Похожая: «%2».]] После school: стоит id из " \
      "таблицы schools.csv", \
      "there is no school \"%1\".[[ Similar: \"%2\".]] Behind school: " \
      "stands the id from the table schools.csv") \
    X(USAGE_ONLY_PLACE, USAGE, \
      "с --only нужно сказать, куда: %1. Обычное место — для сайта целиком", \
      "with --only the place must be named: %1. The usual one is for the " \
      "whole site") \
    X(USAGE_ONLY_ID, USAGE, \
      "с --only schools в %1 нужно {id}: там встанет id школы, и каждый " \
      "сайт ляжет на своё место", \
      "with --only schools %1 must hold {id}: the school's id stands " \
      "there, and each site gets its own place") \
    X(USAGE_PAGE, USAGE, \
      "нет страницы «%1». Все страницы: vitrina help fields", \
      "no page \"%1\". All pages: vitrina help fields") \
    /* --- main: new --- */ \
    X(NEW_WORDS, USAGE, \
      "что создать? vitrina new ПАПКА — сайт для начала; new program КОД, " \
      "new school КОД, new practice КОД; new --tables ПАПКА; new --forms " \
      "ПЕРИОД; new --hosting СЕРВЕР", \
      "what shall be made? vitrina new DIR: a site to begin with; new " \
      "program ID, new school ID, new practice ID; new --tables DIR; new " \
      "--forms PERIOD; new --hosting HOST") \
    X(NEW_HOSTING, USAGE, \
      "файлов для «%1» нет. Есть для github, gitea (также Forgejo), gitlab " \
      "и nginx; остальное — в главе руководства «Где держать сайт»", \
      "there are no files for \"%1\". There are some for github, gitea " \
      "(Forgejo as well), gitlab and nginx; for the rest see the guide, " \
      "chapter «Где держать сайт»") \
    X(NEW_ID, USAGE, \
      "код «%1» не годится: только строчные латинские буквы, цифры и дефис." \
      "[[ Например: %2]]", \
      "id \"%1\" is not usable: lower-case Latin letters, digits and hyphens " \
      "only.[[ For example: %2]]") \
    X(NEW_RESERVED, USAGE, \
      "код «%1» занят самим сайтом. Возьмите другой", \
      "the id \"%1\" belongs to the site itself. Take another") \
    X(NEW_PERIOD, USAGE, \
      "период «%1» не читается. Ожидается, например: 2025, 2024/2025, " \
      "2025-H1", \
      "period \"%1\" cannot be read. Expected, for example: 2025, " \
      "2024/2025, 2025-H1") \
    X(NEW_NOT_EMPTY, USAGE, \
      "папка «%1» не пуста. Назовите новую или пустую папку", \
      "the folder \"%1\" is not empty. Name a new or an empty one") \
    X(NEW_NO_SCHOOL, USAGE, \
      "в data/schools.csv нет школ, а у практики должна быть школа. Сначала " \
      "добавьте её: vitrina new school КОД", \
      "there are no schools in data/schools.csv, and a practice needs one. " \
      "Add it first: vitrina new school ID") \
    X(NEW_NO_FORMS, WARNING, \
      "за %1 спрашивать нечего: всё уже заполнено, либо в это время " \
      "программы не идут, либо показатели считают по другим периодам", \
      "nothing to ask for %1: everything is filled in, or no programme runs " \
      "then, or its indicators have periods of another kind") \
    X(FRESH_EXISTS, USAGE, \
      "файл «%1» уже есть и не изменён. Назовите другое имя или папку либо " \
      "уберите файл", \
      "the file \"%1\" is there already and was not changed. Choose another " \
      "name or folder, or move the file away") \
    /* --- base, output: the machine --- */ \
    X(MACHINE_READ, FATAL, \
      "не читается: %1. Проверьте, что файл на месте и что его разрешено " \
      "читать", \
      "cannot read: %1. Check that the file is there and that you may " \
      "read it") \
    X(MACHINE_WRITE, FATAL, \
      "не записывается: %1. Проверьте место на диске и право писать в " \
      "эту папку", \
      "cannot write: %1. Check the space on the disk and that you may " \
      "write there") \
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
      "вместо них status c, а числа перенесите в закрытую папку (private в " \
      "site.yml)", \
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
      "кавычка внутри ячейки без кавычек; остаток файла не прочитан. " \
      "Возьмите всю ячейку в кавычки, а внутренние удвойте " \
      "(\"Школа \"\"Луч\"\"\") или замените на « »", \
      "a quote inside a cell without quotes; the rest of the file was not " \
      "read. Put the whole cell in quotes and double the inner ones " \
      "(\"School \"\"Ray\"\"\")") \
    X(TABLE_QUOTE_AFTER, ERROR, \
      "лишний текст после закрывающей кавычки; остаток файла не прочитан. " \
      "Ячейка началась в строке %1. Кавычки внутри ячейки удваиваются " \
      "(\"Школа \"\"Луч\"\"\")", \
      "text after the closing quote; the rest of the file was not read. The " \
      "cell began in line %1. Quotes inside a cell are doubled " \
      "(\"School \"\"Ray\"\"\")") \
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
      " another name") \
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
      "его самим, заполните столбец direction", \
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
      "числитель больше числа людей: «%1». Проверьте столбцы numerator и " \
      "n", \
      "the numerator is greater than the number of people: \"%1\". Check " \
      "the columns numerator and n") \
    X(OBSERVE_SHARE, ERROR, \
      "доля больше 100 %: «%1». Исправьте значение; если так и должно " \
      "быть, укажите max показателя", \
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
      "Исправьте parent или successor", \
      "school \"%1\" is named as its own branch or successor. Correct " \
      "parent or successor") \
    X(LINK_SELF, ERROR, \
      "показатель «%1» назван собственной частью, знаменателем или " \
      "двойником. Исправьте part_of, denominator или same_as", \
      "indicator \"%1\" is named as its own part, denominator or twin. " \
      "Correct part_of, denominator or same_as") \
    X(LINK_LEVEL, ERROR, \
      "показатель «%1» нельзя показывать по школам: он о сведениях, " \
      "защищаемых особо. Уберите publish_level или дайте строку в " \
      "overrides.csv с причиной", \
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
      "класса и порядка скрытия. Сделайте одинаковыми class и policy", \
      "indicator \"%1\" and its total \"%2\" must share class and " \
      "policy. Make these columns equal") \
    X(LINK_MEAN, ERROR, \
      "показатель «%1»: среднее по школам (aggregate mean) выдаёт скрытые " \
      "школы, поэтому policy total-first с ним нельзя. Поставьте aggregate " \
      "weighted или policy schools-first", \
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
      "о прежнем коде «%1» нечего сказать: впишите в now новый код или в " \
      "title прежнее название", \
      "there is nothing to say of the former id \"%1\": give the new id in " \
      "now or the former name in title") \
    X(LINK_FROZEN_DATE, ERROR, \
      "копия «%1» сделана раньше, чем закончился её период. Исправьте date " \
      "или period", \
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
      "the school and set new reviewed and review_by, or status: archived") \
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
      "знаменатель, задайте показателю max больше 100", \
      "the share is over 100 %: %1. Correct the number. If the numerator is " \
      "no part of the denominator, give the indicator a max over 100") \
    X(AUDIT_HIGH, WARNING, \
      "значение %1 больше наибольшего возможного, %2 (столбец max или " \
      "domain). Исправьте или поясните в data/explanations.csv", \
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
      "20: divide it") \
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
      "check the spelling") \
    /* --- output/tree --- */ \
    X(OUTPUT_PATH, ERROR, \
      "недопустимое имя файла сайта: «%1»; переименуйте файл", \
      "not a usable name for a file of the site: \"%1\"; rename the file") \
    X(OUTPUT_OTHER, FATAL, \
      "в «%1» лежит другой сайт[[ (%2)]], там ничего не тронуто; назовите " \
      "другое место", \
      "another site lies in \"%1\"[[ (%2)]]; nothing was touched there, " \
      "name another place") \
    X(TREE_FOREIGN, FATAL, \
      "папка «%1» не пуста и собрана не vitrina (в ней есть «%2»), " \
      "поэтому не тронута; назовите другую: -o ПАПКА", \
      "the folder \"%1\" is not empty and not ours (it holds \"%2\"), so it " \
      "was left alone; name another: -o DIR") \
    X(TREE_LOCKED, FATAL, \
      "в папку «%1» сейчас пишет другая сборка; дождитесь её конца", \
      "another build is writing into \"%1\"; wait for it to end") \
    X(TREE_CLASH, FATAL, \
      "«%1» не записать: на этом месте чужой файл или папка; уберите их", \
      "cannot write \"%1\": a foreign file or folder is in its place; " \
      "remove it") \
    /* --- output/serve --- */ \
    X(SERVE_PORT, FATAL, \
      "не открывается порт %1. Возможно, просмотр уже запущен; возьмите " \
      "другой: vitrina serve --port 8001", \
      "cannot open port %1. Perhaps a preview runs already; take another: " \
      "vitrina serve --port 8001") \
    X(SERVE_WATCH, FATAL, \
      "не удаётся следить за папкой: %1", \
      "cannot watch the folder: %1") \
    /* --- output/publish --- */ \
    X(PUBLISH_BRANCH, USAGE, \
      "недопустимое имя ветки: «%1». Возьмите латинские буквы, цифры и " \
      "дефис, например pages", \
      "not a usable name for a branch: \"%1\". Take Latin letters, " \
      "digits and hyphens, for example pages") \
    X(PUBLISH_CHECKED_OUT, FATAL, \
      "ветка «%1» открыта в рабочей папке хранилища «%2»; возьмите " \
      "другую ветку (--branch) или отдельное хранилище (publish --init)", \
      "the branch \"%1\" is checked out in the repository \"%2\"; take " \
      "another branch (--branch) or a repository of its own (publish " \
      "--init)") \
    X(PUBLISH_SOURCES, FATAL, \
      "в ветке «%1» лежат исходные тексты сайта (content/site.yml), сайт " \
      "их заменил бы; назовите другую ветку: --branch", \
      "the branch \"%1\" holds the sources of a site (content/site.yml), " \
      "which would be replaced; name another: --branch") \
    X(VERIFY_DIFFERS, ERROR, \
      "«%1» в ветке не такой, какой получается из исходных текстов и таблиц", \
      "\"%1\" of the branch is not what comes of the texts and tables") \
    X(VERIFY_MISSING, ERROR, \
      "в ветке нет «%1», а из исходных текстов и таблиц он получается", \
      "\"%1\" comes of the texts and tables, and is not in the branch") \
    X(VERIFY_EXTRA, ERROR, \
      "«%1» есть в ветке, но из исходных текстов и таблиц не получается; " \
      "если файл ваш, назовите его в publish.keep в site.yml", \
      "\"%1\" is in the branch, but does not come of the texts and tables; " \
      "if it is yours, name it in publish.keep of site.yml") \
    X(VERIFY_CLOSED, WARNING, \
      "«%1» без закрытой папки не проверить: числа из неё на сайте есть, " \
      "здесь их нет; укажите её: --private ПАПКА", \
      "\"%1\" cannot be verified without the private folder, whose numbers " \
      "the site has and this build has not; name it: --private FOLDER") \
    X(VERIFY_FOLDER, ERROR, \
      "«%1» в папке не такой, как в записи ветки; вернуть: git checkout -- " \
      "%1", \
      "\"%1\" in the folder is not as in the commit of the branch; to " \
      "restore it: git checkout -- %1") \
    X(VERIFY_FOLDER_EXTRA, ERROR, \
      "«%1» лежит в папке, но в записи ветки такого файла нет; удалите его", \
      "\"%1\" lies in the folder, but the commit of the branch has no such " \
      "file; remove it") \
    X(VERIFY_BRANCH, USAGE, \
      "в хранилище «%2» нет ветки или записи «%1»; назовите её: --branch " \
      "ИМЯ, хранилище: --repository ПАПКА", \
      "the repository \"%2\" has no branch or commit \"%1\"; name it: " \
      "--branch NAME, the repository: --repository FOLDER") \
    X(VERIFY_MANIFEST, ERROR, \
      "в «%1» нет manifest.json этой программы: это не опубликованный ею " \
      "сайт", \
      "\"%1\" has no manifest.json of this program: it is no site published " \
      "by it") \
    X(VERIFY_SOURCE, ERROR, \
      "сайт в «%1» собран из папки, в которой были не записанные в git " \
      "правки, и с исходными не сравнить; запишите их (git commit) и " \
      "опубликуйте снова", \
      "the site in \"%1\" was built from a folder with changes that git did " \
      "not know, and cannot be compared; commit them and publish again") \
    X(VERIFY_NO_COMMIT, ERROR, \
      "исходных записи %1 в «%2» нет; получите их (git fetch) или назовите " \
      "папку с исходными: vitrina -C ПАПКА verify", \
      "the source commit %1 is not in \"%2\"; fetch it (git fetch), or name " \
      "the folder of the sources: vitrina -C FOLDER verify") \
    X(VERIFY_VERSION, WARNING, \
      "сайт собран программой версии %1, а здесь %2: страницы могут " \
      "различаться из-за этого. Возьмите ту же версию", \
      "the site was built by version %1, this is %2: pages may differ for " \
      "that. Take the same version") \
    X(PUBLISH_SHALLOW, FATAL, \
      "хранилище «%1» получено не целиком (неполный клон), публиковать из " \
      "него нельзя; получите остальное: git fetch --unshallow (в задании " \
      "сервера: fetch-depth: 0 или GIT_DEPTH: 0)", \
      "the repository \"%1\" is a shallow clone and cannot be published " \
      "from; get the rest: git fetch --unshallow (in a job of a server: " \
      "fetch-depth: 0 or GIT_DEPTH: 0)") \
    X(PUBLISH_NO_GIT, FATAL, \
      "программа не запускается: %1. Установите git или публикуйте без " \
      "отправки: уберите publish.remote и --remote", \
      "the program cannot be started: %1. Install git, or publish without " \
      "sending: take publish.remote and --remote away") \
    X(PUBLISH_FETCH, FATAL, \
      "не удалось получить ветку «%1» с «%2» (слова git — выше); сайт " \
      "прежний. Проверьте сеть, адрес (git remote -v) и право читать и " \
      "повторите команду", \
      "the branch \"%1\" could not be fetched from \"%2\" (git's words are " \
      "above); the site is as before. Check the network, the address (git " \
      "remote -v) and that you may read it, and run the command again") \
    X(PUBLISH_PUSH, FATAL, \
      "не удалось отправить ветку «%1» на «%2» (слова git — выше); сайт " \
      "прежний. Проверьте сеть и право писать и повторите команду", \
      "the branch \"%1\" could not be pushed to \"%2\" (git's words are " \
      "above); the site is as before. Check the network and that you may " \
      "write there, and run the command again") \
    X(PUBLISH_AUTHOR, ERROR, \
      "неизвестно, кто публикует; добавьте в site.yml: publish: {author: " \
      "\"Имя <почта>\"}", \
      "the author of the publication is not known; add to site.yml: " \
      "publish: {author: \"Name <mail>\"}") \
    X(PUBLISH_AUTHOR_FORM, ERROR, \
      "автор записан как «%1», нужно: publish: {author: \"Имя <почта>\"}", \
      "the author is written \"%1\", expected: publish: {author: \"Name " \
      "<mail>\"}") \
    X(PUBLISH_EPOCH, USAGE, \
      "SOURCE_DATE_EPOCH=«%1»: нужно число секунд с 1970 года", \
      "SOURCE_DATE_EPOCH=\"%1\": a number of seconds since 1970 is expected") \
    X(PUBLISH_MOVED, FATAL, \
      "ветку «%1» тем временем изменил кто-то другой, ничего не " \
      "опубликовано; повторите команду", \
      "the branch \"%1\" was changed by somebody else meanwhile, nothing " \
      "was published; run the command again") \
    X(PUBLISH_DIVERGED, FATAL, \
      "в ветке «%1» есть коммиты, которых нет в %2; сначала отправьте их " \
      "(git push) или удалите ветку", \
      "the branch \"%1\" has commits that %2 has not; push them first (git " \
      "push) or delete the branch") \
    X(PUBLISH_LOCKED, FATAL, \
      "ветка занята другой программой git; если она не работает, удалите " \
      "файл «%1» и повторите команду", \
      "the branch is in use by another git program; if none is running, " \
      "remove the file \"%1\" and run the command again") \
    X(PUBLISH_CLASH, FATAL, \
      "«%1» в ветке и файл, и папка; поправьте publish.keep в site.yml", \
      "\"%1\" would be a file and a folder in the branch; correct " \
      "publish.keep in site.yml") \
    X(PUBLISH_NO_PAST, FATAL, \
      "в ветке «%1» нет стольких прежних публикаций: %2. Посмотрите, " \
      "сколько их: git log %1", \
      "the branch \"%1\" has not that many former publications: %2. See " \
      "how many: git log %1") \
    X(PUBLISH_INIT, FATAL, \
      "папка «%1» не пуста, хранилище в ней не создано; назовите новую", \
      "the folder \"%1\" is not empty, no repository was made; name a new " \
      "one") \
    X(PUBLISH_GIT, FATAL, \
      "публикация не удалась на «%1»: %2. Сайт прежний; повторите, а " \
      "если не поможет, проверьте хранилище: git fsck", \
      "publishing failed at \"%1\": %2. The site is as before; try " \
      "again, or check the repository: git fsck")

#endif
