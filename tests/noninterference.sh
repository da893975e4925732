#!/bin/sh
# Non-interference (R3.1): noninterference.sh VITRINA [SITES [SEED]] builds
# pairs of random sites that differ only in hidden values and compares whole
# output folders and messages byte for byte. Ends with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
sites=${2:-60}
seed=${3:-1}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=ru_RU.UTF-8 TZ=UTC
passed=0
failed=0
cells=0

# build SIDE: the site in $work/site/SIDE; all that is said of it, and the
# exit status, beside it.
build() {
    (
        cd "$work/site/$1" || exit 1
        "$vitrina" check --verbose
        "$vitrina" check --format=json
        "$vitrina" check --format=github --lang=en
        "$vitrina" build -o out
    ) >"$work/site/$1.out" 2>"$work/site/$1.diag"
    echo "exit $?" >>"$work/site/$1.diag"
}

# verdict SEED: compares both sides; says what differs.
verdict() {
    tail -n 1 "$work/site/a.diag" | grep -qx 'exit 0' || {
        echo "seed $1: the site does not build"
        head -n 5 "$work/site/a.diag"
        return 1
    }
    diff "$work/site/a.diag" "$work/site/b.diag" &&
        diff "$work/site/a.out" "$work/site/b.out" &&
        diff -r "$work/site/a/out" "$work/site/b/out" ||
        { echo "seed $1: hidden values show"; return 1; }
}

last=$((seed + sites))
while [ "$seed" -lt "$last" ]; do
    rm -rf "$work/site"
    mkdir "$work/site"
    if ! changed=$(LC_ALL=C perl "$here/noninterference.pl" "$seed" \
        "$work/site" "$vitrina"); then
        echo "seed $seed: no site"
        failed=$((failed + 1))
        seed=$((seed + 1))
        continue
    fi
    # a site without anything to change proves nothing
    if [ "$changed" -eq 0 ]; then
        seed=$((seed + 1))
        continue
    fi
    cells=$((cells + changed))
    build a
    build b
    if verdict "$seed" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- seed $seed, $changed cells changed"
        head -c 3000 "$work/log" 2>/dev/null
        : >"$work/log"
    fi
    seed=$((seed + 1))
done
echo "$cells hidden values changed"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
