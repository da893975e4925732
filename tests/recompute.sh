#!/bin/sh
# Builds the site of this repository and the case `progress` and computes all
# their statuses, degrees and results again: recompute.pl. Ends with
# `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$vitrina" -C "$root" build -o "$work/site" >/dev/null || exit 1
"$vitrina" -C "$root/tests/cases/progress" build -o "$work/case" \
    >/dev/null 2>&1 || exit 1
mkdir -p "$work/all/data"
cp -r "$work"/site/data/*/ "$work"/case/data/*/ "$work/all/data/"
"$root/tests/recompute.pl" "$work/all"
