#!/bin/sh
# Checks the search of this repository's own site in node. Ends with
# `N passed, N failed`; without node says so and passes nothing.
#
#   search.sh VITRINA FOLDER     FOLDER holds the program `stems`
set -eu
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(cd "$2" && pwd)
cd "$(dirname "$0")/../.."
if ! command -v node >/dev/null; then
    echo "node is not installed: the search is not checked"
    echo "0 passed, 0 failed"
    exit 0
fi
"$vitrina" build -o "$folder/site" >/dev/null 2>&1
node tests/search/check.mjs "$folder/site" "$folder/stems" README.md \
    src/README.md src/vitrina.1 src/*/*.h src/*/*.c
