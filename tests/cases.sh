#!/bin/sh
# Runs the cases of tests/cases: each folder is a site and what must come of
# it. Ends with `N passed, N failed`.
#   command        arguments of vitrina (default: build)
#   expected.diag  standard error, exactly (default: nothing)
#   expected.exit  exit status (default: 0)
#   expected/      files that must be in the output with just these bytes;
#                  `absent` lists paths that must not be there
# With REGEN=1 the expectations are rewritten after showing the difference.
set -u
here=$(cd "$(dirname "$0")" && pwd)
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
only=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=ru_RU.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=1700000000
passed=0
failed=0

# differ WANTED GOT: shows the difference; in regen mode takes it over.
differ() {
    [ -e "$1" ] || : >"$work/nothing"
    wanted=$1
    [ -e "$1" ] || wanted=$work/nothing
    if diff -u --text "$wanted" "$2" >"$work/diff" 2>&1; then return 1; fi
    head -n 40 "$work/diff"
    if [ "${REGEN:-}" = 1 ]; then mkdir -p "$(dirname "$1")"; cp "$2" "$1"; fi
    return 0
}

run_case() {
    case_dir=$1
    bad=0
    rm -rf "$work/site"
    cp -r "$case_dir" "$work/site"
    command=build
    [ ! -f "$case_dir/command" ] || command=$(cat "$case_dir/command")
    # shellcheck disable=SC2086
    (cd "$work/site" && eval "\"$vitrina\" $command") \
        >"$work/out" 2>"$work/diag"
    echo "$?" >"$work/exit"
    [ -f "$case_dir/expected.exit" ] && want=$(cat "$case_dir/expected.exit") \
        || want=0
    if [ "$(cat "$work/exit")" != "$want" ]; then
        echo "exit $(cat "$work/exit"), expected $want"
        cat "$work/diag"
        bad=1
        [ "${REGEN:-}" != 1 ] || cp "$work/exit" "$case_dir/expected.exit"
    fi
    differ "$case_dir/expected.diag" "$work/diag" && bad=1
    [ ! -f "$case_dir/expected.out" ] || \
        { differ "$case_dir/expected.out" "$work/out" && bad=1; }
    if [ -d "$case_dir/expected" ]; then
        for file in $(cd "$case_dir/expected" && find . -type f | sort); do
            [ "$file" != ./absent ] || continue
            differ "$case_dir/expected/$file" "$work/site/public/$file" \
                && bad=1
        done
        if [ -f "$case_dir/expected/absent" ]; then
            while read -r file; do
                [ ! -e "$work/site/public/$file" ] || \
                    { echo "must not exist: $file"; bad=1; }
            done <"$case_dir/expected/absent"
        fi
    fi
    return $bad
}

for case_dir in "$here"/cases/*/; do
    name=$(basename "$case_dir")
    [ -z "$only" ] || [ "$only" = "$name" ] || continue
    if run_case "${case_dir%/}" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- case $name"
        cat "$work/log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
