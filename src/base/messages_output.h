/*
 * messages_output: folders, the preview, publishing.
 *
 * For messages.h, which says how a message is written.
 */
#ifndef VITRINA_BASE_MESSAGES_OUTPUT_H
#define VITRINA_BASE_MESSAGES_OUTPUT_H

#define MESSAGES_OUTPUT(X) \
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
