#!/bin/sh
# Same input, same bytes: other day, folder, locale, time zone, threads; and
# a failed build changes nothing. Ends with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check WHAT COMMAND...: counts the outcome of one expectation.
check() {
    what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- $what"
        head -n 20 "$work/log"
    fi
}

mkdir "$work/a" "$work/b"
cp -r "$root/content" "$root/data" "$work/a/"
mkdir "$work/b/other"
cp -r "$root/content" "$root/data" "$work/b/other/"
[ ! -d "$root/themes/site" ] || cp -r "$root/themes" "$work/a/"
LC_ALL=C TZ=UTC "$vitrina" -C "$work/a" build --jobs 1 >/dev/null
LC_ALL=en_US.UTF-8 TZ=Asia/Vladivostok HOME="$work/home" \
    XDG_CACHE_HOME="$work/cache" FONTCONFIG_FILE=/nonexistent \
    "$vitrina" -C "$work/b/other" build --jobs 2 >/dev/null
check "two workers and one write the same bytes" \
    diff -r "$work/a/public" "$work/b/other/public"
check "no cache is written" test ! -e "$work/cache" -a ! -e "$work/home"

# Fonts of another machine, one of which takes the place of all; a home that
# cannot be written.
mkdir "$work/fonts"
for font in $(find /usr/share/fonts -name '*.[ot]tf' 2>/dev/null | tail -n 2)
do
    cp "$font" "$work/fonts/"
done
cat >"$work/fonts.conf" <<END
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>$work/fonts</dir><match target="pattern"><edit name="family"
mode="assign" binding="strong"><string>DejaVu Sans Mono</string></edit></match>
</fontconfig>
END
HOME=/proc XDG_CACHE_HOME=/proc FONTCONFIG_FILE="$work/fonts.conf" \
    "$vitrina" -C "$work/a" build -o "$work/c" >/dev/null
check "other fonts write the same bytes" diff -r "$work/a/public" "$work/c"

touch "$work/mark"
"$vitrina" -C "$work/a" build --jobs 2 >/dev/null
check "a second build writes no file" \
    test -z "$(find "$work/a/public" -newer "$work/mark" -name '*.html')"

cp -r "$work/a/public" "$work/before"
printf '[нет](school:no-such-school)\n' >>"$work/a/content/index.md"
"$vitrina" -C "$work/a" build >/dev/null 2>&1
check "an error is exit status 1" test $? -eq 1
check "a failed build changes nothing" diff -r "$work/a/public" "$work/before"

export GIT_CONFIG_GLOBAL=/dev/null SOURCE_DATE_EPOCH=1700000000
"$vitrina" -C "$work/b/other" publish --init "$work/one.git" >/dev/null
"$vitrina" -C "$work/b/other" publish --init "$work/two.git" >/dev/null
one=$(git -C "$work/one.git" rev-parse pages)
check "the same commit id" \
    test "$one" = "$(git -C "$work/two.git" rev-parse pages)"
check "git fsck is clean" git -C "$work/one.git" fsck --full --strict
"$vitrina" -C "$work/b/other" publish --init "$work/one.git" >/dev/null
check "no commit when nothing changed" \
    test "$one" = "$(git -C "$work/one.git" rev-parse pages)"
git clone -q -b pages "$work/one.git" "$work/clone" 2>/dev/null
rm -rf "$work/clone/.git"
rm -f "$work/clone/manifest.json" "$work/b/other/public/manifest.json"
check "the branch holds what the folder holds" \
    diff -r "$work/clone" "$work/b/other/public"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
