# Which language messages are in: option, LC_ALL, LC_MESSAGES, LANG, site.
try() {
    echo "$*"
    env -u LC_ALL -u LC_MESSAGES -u LANG $1 "$vitrina" check ${2:-} --nosuch 2>&1
}
try A=1
try A=1 "-C ru"
try LANG=C "-C ru"
try LANG=POSIX
try LANG= "-C ru"
try LANG=C.UTF-8 "-C ru"
try LANG=ru_RU.UTF-8
try LANG=de_DE.UTF-8 "-C ru"
try "LANG=ru LC_MESSAGES=en_US"
try "LANG=en LC_MESSAGES=ru_RU"
try "LC_MESSAGES=en LC_ALL=ru_RU.CP1251"
try "LC_MESSAGES=ru LC_ALL=C"
try LC_ALL=ru_RU "--lang en"
try LC_ALL=en_US "--lang ru"
