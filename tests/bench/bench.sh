#!/bin/sh
# Builds generated sites of 100, 1,000 and 10,000 schools and prints ratios to
# a bare writer of the same bytes, measured in the same run, with the peak
# memory. Sizes as arguments: tests/bench/bench.sh 1000
set -eu
cd "$(dirname "$0")/../.."
bench=build/bench
${CC:-cc} -O2 -o "$bench" tests/bench/bench.c
work=$(mktemp -d "${BENCH_DIR:-/dev/shm}/vitrina-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

printf '%8s %8s %9s %9s %9s %9s %9s %9s\n' schools files build/bare \
    1-job/bare 2-jobs/1 rebuild publish 'peak MiB'
for n in "${@:-100 1000 10000}"; do for n in $n; do
    runs=5
    [ "$n" -lt 10000 ] || runs=3
    site=$work/$n
    "$bench" generate "$n" "$site"
    build="build/vitrina -C $site build"
    $build -o "$work/out" >/dev/null
    files=$(find "$work/out" -type f | wc -l)
    set -- $("$bench" time $runs "$bench bare $work/out $work/bare\$\$")
    bare=$1
    set -- $("$bench" time $runs "$build -o $work/two\$\$ >/dev/null")
    two=$1 peak=$2
    set -- $("$bench" time $runs "$build --jobs 1 -o $work/one\$\$ >/dev/null")
    one=$1
    set -- $("$bench" time $runs "$build -o $work/out >/dev/null")
    again=$1
    set -- $("$bench" time 1 "GIT_CONFIG_GLOBAL=/dev/null build/vitrina \
        -C $site publish --init $work/pages\$\$.git >/dev/null 2>&1 || true")
    publish=$1
    printf '%8s %8s %9s %9s %9s %9s %9s %9s\n' "$n" "$files" \
        "$(ratio "$two" "$bare")" "$(ratio "$one" "$bare")" \
        "$(ratio "$two" "$one")" "$(ratio "$again" "$two")" \
        "$(ratio "$publish" "$two")" "$peak"
    rm -rf "$work"/*
done; done
