/*
 * messages_main: the command line, `new`, the machine.
 *
 * For messages.h, which says how a message is written.
 */
#ifndef VITRINA_BASE_MESSAGES_MAIN_H
#define VITRINA_BASE_MESSAGES_MAIN_H

#define MESSAGES_MAIN(X) \
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
    X(EXPLAIN_WORDS, USAGE, \
      "какую страницу объяснить? Например: vitrina explain " \
      "schools/index.html", \
      "which page shall be explained? For example: vitrina explain " \
      "schools/index.html") \
    X(EXPLAIN_NONE, USAGE, \
      "в сайте нет файла «%1».[[ Похожий: «%2».]] Подойдёт путь в папке " \
      "сайта или адрес страницы из браузера", \
      "the site has no file \"%1\".[[ Similar: \"%2\".]] A path in the " \
      "site's folder will do, or the address of the page in the browser") \
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
      "write there")

#endif
