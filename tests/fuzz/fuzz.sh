#!/bin/sh
# Fuzzes every target for some seconds under ASan and UBSan, seeded from the
# test cases. Ends with `N passed, N failed`. By hand, longer or one target:
#   tests/fuzz/fuzz.sh 3600          an hour each
#   tests/fuzz/fuzz.sh 3600 period   an hour of one
# What breaks a target lies in build/fuzz/NAME-crash-*: mend it, and make it a
# case (tests/cases) or a row of the unit test.
set -u
cd "$(dirname "$0")/../.." || exit 1
seconds=${1:-15}
only=${2:-}
passed=0
failed=0
flags='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined'
build() {
    make --no-print-directory -j2 B=build/fuzz CC=clang OPTIMISE='-O1 -g' \
        SANITIZE="$flags" "$@"
}

# seeds NAME: files to begin with, into the corpus.
seeds() {
    case $1 in
        attached) find tests/cases/pictures/content/files -type f ;;
        table) find tests/cases -name '*.csv' ;;
        template) find themes/default/templates tests/mustache -type f ;;
        period|target|pair) find "$cells" -type f ;;
        *) find tests/cases -name '*.md' -size -8k ;;
    esac
}

# Every cell of the tables in a file of its own.
cells=build/fuzz/cells
mkdir -p "$cells"
find tests/cases data -name '*.csv' ! -name '*enc-*' -exec cat {} + |
    tr ';,\t|' '\n\n\n\n' | sort -u | head -n 3000 |
    awk -v to="$cells" '{ f = to "/" NR; printf "%s", $0 >f; close(f) }'

build build/fuzz/parts.a || exit 1
for target in tests/fuzz/*.c; do
    name=$(basename "$target" .c)
    [ -z "$only" ] || [ "$only" = "$name" ] || continue
    corpus=build/fuzz/corpus-$name
    mkdir -p "$corpus"
    seeds "$name" | while read -r seed; do
        cp "$seed" "$corpus/$(echo "$seed" | tr / _)"
    done
    if build "build/fuzz/fuzz-$name" && "build/fuzz/fuzz-$name" \
        -max_total_time="$seconds" -timeout=10 \
        -artifact_prefix="build/fuzz/$name-" "$corpus" \
        >"build/fuzz/$name.log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        tail -n 30 "build/fuzz/$name.log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
