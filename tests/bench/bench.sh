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
    clean="rm -rf $work/new"
    set -- $("$bench" time $runs "$clean" \
        "$bench bare $work/out $work/new")
    bare=$1
    set -- $("$bench" time $runs "$clean" "$build -o $work/new >/dev/null")
    two=$1 peak=$2
    set -- $("$bench" time $runs "$clean" \
        "$build --jobs 1 -o $work/new >/dev/null")
    one=$1
    set -- $("$bench" time $runs true "$build -o $work/out >/dev/null")
    again=$1
    rm -rf "$work/new"
    printf 'publish:\n  author: bench <bench@example.org>\n' \
        >>"$site/content/site.yml"
    set -- $("$bench" time 1 true \
        "build/vitrina -C $site publish --init $work/new >/dev/null")
    publish=$1
    printf '%8s %8s %9s %9s %9s %9s %9s %9s\n' "$n" "$files" \
        "$(ratio "$two" "$bare")" "$(ratio "$one" "$bare")" \
        "$(ratio "$two" "$one")" "$(ratio "$again" "$two")" \
        "$(ratio "$publish" "$two")" "$peak"
    rm -rf "$work"/*
done; done

# The kits of 100 schools with pictures beside the same without: the pictures
# may add ten seconds on two cores.
"$bench" generate 100 "$work/cards"
build="build/vitrina -C $work/cards build --jobs 2 -o $work/new"
clean="rm -rf $work/new"
set -- $("$bench" time 3 "$clean" "$build >/dev/null 2>&1")
none=$1
printf 'cards: png\n' >>"$work/cards/content/site.yml"
set -- $("$bench" time 3 "$clean" "$build >/dev/null 2>&1")
printf 'kits of 100 schools: with pictures/without %s, added %s s\n' \
    "$(ratio "$1" "$none")" \
    "$(awk -v a="$1" -v b="$none" 'BEGIN { printf "%.1f", a - b }')"
rm -rf "$work/cards" "$work/new"

# Reading, linking and checking 3 million rows beside a bare libcsv parse.
"$bench" tables "${BENCH_SCHOOLS:-41667}" "$work/tables"
build/bench-reading "$work/tables" 7
rm -rf "$work/tables"

# The release beside the reading of 12 million numbers, in one run.
mkdir "$work/release"
build/bench-release "$work/release" "${BENCH_CELLS:-12000000}"
