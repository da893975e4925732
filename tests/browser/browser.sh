#!/bin/sh
# Looks at built sites in a browser: this repository's own, one with every
# state and the smallest. Ends with `N passed, N failed`.
#
#   browser.sh VITRINA FOLDER            the tests
#   browser.sh VITRINA FOLDER gallery    pictures, in FOLDER/../gallery
#
# FOLDER holds charts_random and gets everything that is made for the tests.
set -eu
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

cp "$here"/*.js "$here"/package*.json "$out/"
if ! cmp -s "$out/package-lock.json" "$out/node_modules/.done"; then
    (cd "$out" && npm ci --no-audit --no-fund --loglevel=error)
    cp "$out/package-lock.json" "$out/node_modules/.done"
fi

rm -rf "$out/sites" "$out/source"
node "$out/fixture.js" "$out/source"
"$vitrina" -C "$root" build --strict -o "$out/sites/site" >/dev/null
"$vitrina" -C "$out/source" build --strict -o "$out/sites/states" >/dev/null
"$vitrina" -C "$out/source" build --strict --only schools \
    -o "$out/sites/states/only/{id}" >/dev/null
"$vitrina" -C "$root/tests/cases/minimal" build -o "$out/sites/minimal" \
    >/dev/null
cd "$out"

if [ "${3:-}" = gallery ]; then
    exec node gallery.js "$out/../gallery" "$root/tests/charts" \
        sites/site/style.css site=sites/site states=sites/states \
        minimal=sites/minimal
fi

# Checks 1 and 2: every page, the style sheet and every drawing of its own.
# CSS does not know paint-order here; chart fragments are no documents.
vnu="java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only"
valid=1
$vnu --filterpattern '.*paint-order.*' --skip-non-html sites/ || valid=0
$vnu --css sites/site/style.css || valid=0
drawings=$(find sites -name '*.svg' -path '*/w/*')
[ -z "$drawings" ] || $vnu --svg $drawings || valid=0

./charts_random 1000 sites/site/style.css >charts.html
node run.js charts.html site=sites/site states=sites/states \
    minimal=sites/minimal | tee looked.log || true
counts=$(tail -n 1 looked.log)
passed=${counts%% passed*}
failed=${counts##*, }
failed=${failed%% failed*}
echo "$((passed + valid)) passed, $((failed + 1 - valid)) failed"
[ "$((failed + 1 - valid))" -eq 0 ]
