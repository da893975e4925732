#!/bin/sh
# Prints a C file that holds every file below a folder as an array of struct
# embedded (render/embedded.h), named after the folder: themes/default gives
# theme_default. Hidden files and editors' copies are left out, and fonts/,
# which is a folder of its own.
set -eu

folder=${1:?usage: embed.sh FOLDER >FILE.c}
name=theme_$(basename "$folder" | tr -c 'a-z0-9\n' _)
LC_ALL=C
export LC_ALL
list=$(cd "$folder" && find . -type f ! -path '*/.*' ! -name '*~' \
       ! -path './fonts/*' |
       sed 's|^\./||' | sort)

printf '/* Made by embed.sh from %s; do not edit. */\n' "$folder"
printf '#include "render/embedded.h"\n\n'
printf 'extern const struct embedded %s[];\n' "$name"
printf 'extern const size_t %s_n;\n\n' "$name"

i=0
printf '%s\n' "$list" | while IFS= read -r path; do
    printf 'static const unsigned char file_%d[] = {\n' "$i"
    # A NUL behind each file keeps the array of an empty one legal.
    { cat "$folder/$path"; printf '\0'; } | od -An -v -tu1 |
        sed 's/^ *//; s/  */,/g; s/$/,/'
    printf '};\n\n'
    i=$((i + 1))
done

printf 'const struct embedded %s[] = {\n' "$name"
i=0
printf '%s\n' "$list" | while IFS= read -r path; do
    quoted=$(printf '%s' "$path" | sed 's/[\\"]/\\&/g')
    printf '    { "%s", file_%d, sizeof file_%d - 1 },\n' \
        "$quoted" "$i" "$i"
    i=$((i + 1))
done
printf '};\n'
printf 'const size_t %s_n = sizeof %s / sizeof *%s;\n' "$name" "$name" "$name"
