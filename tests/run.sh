#!/bin/bash
# Runs the tests and ends with `N passed, N failed`.
#   quick   units, cases, the built site, the shape: a few minutes
#   slow    also under ASan+UBSan and TSan, with clang, the fuzzers, the
#           browser
# Each part writes its log to build/test/; a failing part prints it. Parts that
# need nothing of each other run side by side, one a processor.
set -u
cd "$(dirname "$0")/.." || exit 1
speed=${1:-quick}
logs=build/test
mkdir -p "$logs"
passed=0
failed=0

# run NAME COMMAND...: one part, its words to the log, its end to NAME.rc.
run() {
    if "${@:2}" >"$logs/$1.log" 2>&1; then echo 0; else echo 1; fi \
        >"$logs/$1.rc"
}

# tell NAME: its result counts as one test unless the log ends in a count of
# its own.
tell() {
    rc=$(cat "$logs/$1.rc")
    own=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' \
        "$logs/$1.log" | tail -n 1)
    p=${own% *} f=${own#* }
    if [ -z "$own" ]; then p=$((1 - rc)) f=$rc; fi
    [ "$rc" -ne 0 ] && [ "$f" -eq 0 ] && f=1
    passed=$((passed + p)) failed=$((failed + f))
    printf '%-28s %s passed, %s failed\n' "$1" "$p" "$f"
    [ "$f" -eq 0 ] || tail -n 60 "$logs/$1.log"
}

# part NAME COMMAND...: alone.
part() {
    run "$@"
    tell "$1"
}

# beside NAME COMMAND...: beside others; `together` waits for all of them and
# tells of each, in their order.
started=()
beside() {
    [ "$(jobs -rp | wc -l)" -lt "$(nproc)" ] || wait -n
    started+=("$1")
    run "$@" &
}
together() {
    wait
    for name in "${started[@]}"; do
        tell "$name"
    done
    started=()
}

# units FOLDER: every cmocka binary in build/FOLDER/unit, counted one by one.
units() {
    p=0 f=0
    for test in "$1"/unit/test_*; do
        case $test in *.d|*.log) continue ;; esac
        if out=$("$test" 2>&1); then
            n=$(printf '%s\n' "$out" | sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p')
            p=$((p + ${n:-0}))
        else
            printf '%s\n' "$out"
            n=$(printf '%s\n' "$out" | sed -n 's/.*\[  FAILED  \] \([0-9]*\) test.*/\1/p' | head -n 1)
            f=$((f + ${n:-1}))
        fi
    done
    echo "$p passed, $f failed"
    [ "$f" -eq 0 ]
}

# build FOLDER VARIABLES...: the program and all units in a folder.
build() {
    folder=$1
    shift
    make --no-print-directory -j2 B="$folder" "$@" "$folder/vitrina" units
}

san='-fsanitize=address,undefined -fno-sanitize-recover=undefined'
TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp"
LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export TSAN_OPTIONS LSAN_OPTIONS

part compile build build
part units units build
beside cases tests/cases.sh build/vitrina
beside determinism tests/determinism.sh build/vitrina
beside site tests/site.sh build/vitrina
beside kits tests/kits.sh build/vitrina
beside coverage tests/coverage.sh build/vitrina
[ ! -d ../shared/seeds ] || beside invented perl tests/invented.pl ../shared/seeds
beside recompute tests/recompute.sh build/vitrina
[ ! -x tests/noninterference.sh ] || beside noninterference tests/noninterference.sh build/vitrina 20
beside readme tests/readme.sh build/vitrina
beside new tests/new.sh build/vitrina
beside explain perl tests/explain.pl build/vitrina 7
beside guide tests/guide.sh build/vitrina
beside only tests/only.sh build/vitrina
beside history tests/history.sh build/vitrina
beside publish perl tests/publish.pl build/vitrina
beside serve perl tests/serve.pl build/vitrina
# finds: the search of the site, which is JavaScript: in node.
finds() {
    make --no-print-directory "$1/search/stems" &&
        tests/search/search.sh "$1/vitrina" "$1/search"
}
beside search finds build
beside shape tests/shape/shape.sh
together
if [ "$speed" = slow ]; then
    part compile-asan build build/asan OPTIMISE='-O1 -g' SANITIZE="$san"
    part units-asan units build/asan
    part cases-asan tests/cases.sh build/asan/vitrina
    part publish-asan perl tests/publish.pl build/asan/vitrina
    part serve-asan perl tests/serve.pl build/asan/vitrina
    # looks: the browser, with the page of random charts it measures.
    looks() {
        make --no-print-directory -j2 "$1/browser/charts_random" &&
            tests/browser/browser.sh "$1/vitrina" "$1/browser"
    }
    part browser looks build
    part hosting perl tests/hosting.pl build/vitrina
    part office perl tests/office.pl build/vitrina
    part explain-all perl tests/explain.pl build/vitrina
    part publish-hard perl tests/publish-hard.pl build/vitrina 25
    part compile-tsan build build/tsan OPTIMISE='-O1 -g' \
        SANITIZE='-fsanitize=thread'
    part units-tsan units build/tsan
    part serve-tsan perl tests/serve.pl build/tsan/vitrina
    part site-tsan build/tsan/vitrina build --jobs 2 -o build/test/tsan-site
    part noninterference-long tests/noninterference.sh build/vitrina 300 1000
    part compile-clang build build/clang CC=clang
    part units-clang units build/clang
    [ ! -x tests/fuzz/fuzz.sh ] || part fuzz tests/fuzz/fuzz.sh
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
