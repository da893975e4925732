#!/bin/sh
# publish.sh [FILES]: publishing beside `build` + `git add` + `git commit` of
# the same site, in one run: the first publication of about FILES files
# (10,000), then changes of about 100 of them; and the repositories' sizes.
# Prints ratios of medians and what they may be at most.
set -eu
cd "$(dirname "$0")/../.."
vitrina=$PWD/${VITRINA:-build/vitrina}
bench=$PWD/build/bench
mkdir -p build
[ -x "$bench" ] || ${CC:-cc} -O2 -o "$bench" tests/bench/bench.c
work=$(mktemp -d "${BENCH_DIR:-/dev/shm}/vitrina-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
git config --global user.name bench
git config --global user.email bench@example.org
git config --global gc.auto 0
git config --global init.defaultBranch main

site=$work/site
"$bench" generate 100 "$site"
"$vitrina" -C "$site" build -o "$work/out" >/dev/null 2>&1
some=$(find "$work/out" -type f | wc -l)
schools=$((${1:-10000} * 100 / some))
rm -rf "$site" "$work/out"
"$bench" generate "$schools" "$site"

# Seconds a command takes, added to a file.
quiet='>/dev/null 2>&1'
timed() {
    into=$1
    shift
    set -- $("$bench" time 1 true "$*")
    echo "$1" >>"$work/$into"
}
median() { sort -n "$work/$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

for i in 1 2 3; do
    rm -rf "$work/ours" "$work/plain"
    timed first-plain "$vitrina -C $site build -o $work/plain $quiet &&
        cd $work/plain && git init -q && git add -A && git commit -q -m site"
    timed first-ours "$vitrina -C $site publish --init $work/ours $quiet"
done
files=$(find "$work/plain" -type f -not -path '*/.git/*' | wc -l)
plain=$(du -sk "$work/plain/.git" | cut -f1)
ours=$(du -sk "$work/ours" | cut -f1)

# 100 pages: the words of so many schools.
words() {
    for s in $(ls "$site/content/schools" | head -n "$2"); do
        printf '\nДобавлено: %s.\n' "$1" >>"$site/content/schools/$s"
    done
}
for i in 1 2 3 4 5; do
    words "$i" 100
    rm -rf "$work/fresh"
    timed next-fresh "$vitrina -C $site build -o $work/fresh $quiet &&
        cd $work/fresh && git --git-dir=$work/plain/.git --work-tree=. add -A &&
        git --git-dir=$work/plain/.git --work-tree=. commit -q -m $i"
    timed next-ours \
        "$vitrina -C $site publish --repository $work/ours $quiet"
    words "$i" 100
    timed same-plain "$vitrina -C $site build -o $work/plain $quiet &&
        cd $work/plain && git add -A && git commit -q -m $i"
    timed same-ours \
        "$vitrina -C $site publish --repository $work/ours $quiet"
done
changed=$(git -C "$work/plain" diff --name-only HEAD~1 | wc -l)
git -C "$work/ours" fsck --strict --no-dangling --no-progress
[ "$(git -C "$work/ours" rev-parse 'pages^{tree}')" = \
    "$(git -C "$work/plain" rev-parse 'HEAD^{tree}')" ] ||
    echo 'the trees differ'

echo "first publication of $files files: $(ratio "$(median first-ours)" \
    "$(median first-plain)") of build + git (at most 0.80)"
echo "the next, $changed files changed: $(ratio "$(median next-ours)" \
    "$(median first-plain)") of the same (at most 0.50); beside a build of" \
    "this change into a new folder + git" \
    "$(ratio "$(median next-ours)" "$(median next-fresh)"), into the folder of" \
    "before + git $(ratio "$(median same-ours)" "$(median same-plain)")"
echo "repository: $(ratio "$ours" "$plain") of git's (at most 0.50)"
