#!/bin/sh
# The shape of the house: includes only point down (design 2), one library one
# file, budgets of size, every message occurs in a test. Ends with `N passed,
# N failed`.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0
failed=0

# verdict WHAT OUTPUT: empty output is a pass.
verdict() {
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf -- '--- %s\n%s\n' "$1" "$2"
    fi
}

includes() { grep -Hn '^#include' "$@" | sed 's/[0-9]*:#include */ /'; }

# stage FOLDER ALLOWED...: what files of a folder may include of ours.
stage() {
    folder=$1
    shift
    allowed=$(printf '%s|' "$@")
    bad=$(includes src/"$folder"/*.c src/"$folder"/*.h | grep '"' |
        grep -vE "\"(${allowed%|})[^\"]*\"")
    verdict "includes of $folder" "$bad"
}

stage base base/
stage input base/ input/
stage model base/ input/ model/
stage release base/ model/ release/
stage chart base/ model/lexicon.h model/period.h release/release.h \
    release/words.h chart/
stage render base/ input/text.h input/source.h input/yml.h model/ release/ \
    chart/ render/
stage output base/ input/git.h output/

verdict "raw numbers outside the release" "$(
    grep -ln 'model/observe.h' src/*.c src/*.h src/*/*.c src/*/*.h |
        grep -v '^src/model/' | grep -vx 'src/release/disclose.c')"

# library HEADER FILES...: a library's header appears only there.
library() {
    header=$1
    shift
    verdict "header $header" "$(grep -l "#include <$header" src/*.[ch] \
        src/*/*.[ch] | grep -vxF "$(printf '%s\n' "$@")")"
}
library cmark-gfm src/input/text.c
library csv.h src/input/table.c src/input/table_reader.c
library git2 src/input/git.c src/input/git_history.c \
    src/output/publish_branch.c
library yaml.h src/input/yml.c
library utf8proc.h src/base/fold.c src/base/fold_char.c
library zlib.h src/base/zip_write.c src/chart/png.c src/input/zip.c \
    src/output/publish_pack.c
library librsvg/ src/chart/raster.c
library cairo.h src/chart/raster.c
library fontconfig/ src/chart/raster.c
library qrencode.h src/chart/qr.c
library xxhash.h src/base/hash.c src/base/map.c
library libstemmer.h src/base/stem.c

verdict "files over 700 lines" "$(
    wc -l src/*.[ch] src/*/*.[ch] tests/unit/*.c |
        awk '$2 != "total" && $1 > 700')"
verdict "headers over 120 lines" "$(
    wc -l src/*.h src/*/*.h | grep -v -e src/base/messages_ \
        -e src/model/catalog.h | awk '$2 != "total" && $1 > 120')"
verdict "lines over 80 columns" "$(
    LC_ALL=C.UTF-8 grep -nE '^.{81,}$' src/*.[ch] src/*/*.[ch] | head -n 20)"
verdict "tabs" "$(grep -lP '\t' src/*.[ch] src/*/*.[ch])"

# Functions: from a line that begins with { to the } in the first column.
verdict "functions over 100 lines" "$(
    awk 'FNR == 1 { start = 0 }
         /^\{/ { start = FNR }
         /^\}/ && start { if (FNR - start > 100)
             print FILENAME ":" start ": " FNR - start " lines"; start = 0 }' \
        src/*.c src/*/*.c)"
verdict "one function in ten over 50 lines" "$(
    awk 'FNR == 1 { start = 0 }
         /^\{/ { start = FNR }
         /^\}/ && start { n++; if (FNR - start > 50) long++; start = 0 }
         END { if (long * 10 > n) print long " of " n }' src/*.c src/*/*.c)"
verdict "median function over 20 lines" "$(
    awk 'FNR == 1 { start = 0 }
         /^\{/ { start = FNR }
         /^\}/ && start { print FNR - start; start = 0 }' \
        src/*.c src/*/*.c | sort -n |
        awk '{ a[NR] = $1 } END { m = a[int((NR + 1) / 2)]; if (m > 20) print m }')"
verdict "files without an opening comment" "$(
    for f in src/*.[ch] src/*/*.[ch]; do
        head -n 1 "$f" | grep -q '^/\*' || echo "$f"
    done)"

# Every message of the catalogue occurs in a test: its name in a unit test or
# the unchanging part of its Russian text in an expected.diag.
verdict "messages without a test" "$(tests/shape/messages.sh)"

# Both languages have the same words.
verdict "words missing in one language" "$(
    keys() { sed -n 's/^\([a-z0-9_.-]*\):.*/\1/p' "$1" | sort; }
    keys themes/default/i18n/ru.yml >build/ru.keys
    keys themes/default/i18n/en.yml >build/en.keys
    diff build/ru.keys build/en.keys)"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
