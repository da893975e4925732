#!/bin/sh
# Fuzzes every target for some seconds under ASan and UBSan, seeded from the
# test cases. Ends with `N passed, N failed`. Longer by hand: fuzz.sh 3600
set -u
cd "$(dirname "$0")/../.." || exit 1
seconds=${1:-15}
passed=0
failed=0
flags='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined'
make --no-print-directory -j2 B=build/fuzz CC=clang OPTIMISE='-O1 -g' \
    SANITIZE="$flags" build/fuzz/parts.a || exit 1
libs=$(pkg-config --libs libcmark-gfm libgit2 yaml-0.1 libutf8proc zlib)
for target in tests/fuzz/*.c; do
    name=$(basename "$target" .c)
    corpus=build/fuzz/corpus-$name
    mkdir -p "$corpus"
    case $name in
        attached) find tests/cases/pictures/content/files -type f ;;
        table) find tests/cases -name '*.csv' ;;
        *) find tests/cases -name '*.md' -size -8k ;;
    esac | while read -r seed; do
        cp "$seed" "$corpus/$(echo "$seed" | tr / _)"
    done
    # shellcheck disable=SC2086
    clang -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -O1 -g \
        -fsanitize=fuzzer,address,undefined -o "build/fuzz/$name" "$target" \
        build/fuzz/parts.a $libs -lcmark-gfm-extensions -lcmark-gfm -lcsv \
        -lpthread -lm || { failed=$((failed + 1)); continue; }
    if "build/fuzz/$name" -max_total_time="$seconds" -timeout=10 \
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
