#!/bin/sh
# The sites of single schools (--only): links stay inside or lead to the whole
# site, numbers are those of the whole, and no site takes another's place.
# Ends with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=1700000000
export GIT_CONFIG_GLOBAL="$work/gitconfig" GIT_CONFIG_NOSYSTEM=1
git config --global user.name Editor
git config --global user.email editor@example.org
git config --global init.defaultBranch main
passed=0
failed=0
school=zarechny-2

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
# refuses STATUS MESSAGE ARGUMENTS...: vitrina ends so and says so.
refuses() {
    status=$1 message=$2
    shift 2
    "$vitrina" -C "$work/with" "$@" >"$work/said" 2>&1
    [ $? -eq "$status" ] && grep -q -- "$message" "$work/said" ||
        { cat "$work/said"; return 1; }
}
build() { "$vitrina" -C "$work/$1" build --lang en --strict -o "$@" >/dev/null; }

# The site of this repository without an address, and with one.
for site in without with; do
    mkdir "$work/$site"
    cp -r "$here/../content" "$here/../data" "$work/$site/"
    sed -i '/^base_url:/d' "$work/$site/content/site.yml"
done
echo 'base_url: https://shkoly.example.ru/v/' >>"$work/with/content/site.yml"

for site in without with; do
    cd "$work/$site" || exit 1
    check "$site: the whole site" "$vitrina" build --strict -o "$work/$site-all"
    check "$site: all schools" "$vitrina" build --strict --only schools \
        -o "$work/$site-schools/{id}"
    check "$site: one school" "$vitrina" build --strict \
        --only "school:$school" -o "$work/$site-one"
    check "$site: one school is as among all" \
        diff -r "$work/$site-one" "$work/$site-schools/$school"
    check "$site: links, numbers, files" perl "$here/only.pl" \
        "$work/$site-all" "$work/$site-schools" \
        "$(sed -n 's/^base_url: //p' content/site.yml)"
done
cd "$work" || exit 1
check "as many sites as schools" test \
    "$(find with-schools -name manifest.json | wc -l)" -eq \
    "$(find with-all/schools -name '*.html' ! -name index.html | wc -l)"
touch mark
check "built again" "$vitrina" -C with build --only schools \
    -o "$work/with-schools/{id}"
check "a second build writes nothing" test -z \
    "$(find with-schools -newer mark -type f)"
check "jobs make no difference" sh -c \
    "'$vitrina' -C with build --jobs 1 --only school:$school -o one-job &&
     diff -r one-job with-one"

# --- a place that holds another site ---

cp -r with-all before
check "a school's site refuses the whole site's folder" refuses 3 \
    'another site lies in' build --lang en --only "school:$school" \
    -o "$work/with-all"
check "and does not touch it" diff -r with-all before
rm -r before && cp -r with-one before
check "the whole site refuses a school's folder" refuses 3 \
    "another site lies in .*(school:$school)" build --lang en -o "$work/with-one"
check "another school refuses it too" refuses 3 \
    "another site lies in .*(school:$school)" build --lang en \
    --only school:zarechny-1 -o "$work/with-one"
check "and nobody touches it" diff -r with-one before

# --- wrong use ---

check "unknown school" refuses 2 'Similar: "zarechny-1"' build --lang en \
    --only school:zarechni-1 -o "$work/x"
check "another kind of thing" refuses 2 'not understood: --only program:x' \
    build --lang en --only program:x -o "$work/x"
check "no folder" refuses 2 'place must be named: -o' build --lang en \
    --only "school:$school"
check "no {id}" refuses 2 'must hold {id}' build --lang en --only schools \
    -o "$work/x"
check "nothing was written" test ! -e "$work/x"

# One error anywhere, and no school's site is touched.
cp -r with broken
echo 'нет' >>broken/data/schools.csv
printf -- '---\ntitle: "\n---\n' >broken/content/schools/zarechny-1.md
cp -r with-schools before-schools
check "an error stops all" sh -c "! '$vitrina' -C broken build \
    --only schools -o '$work/with-schools/{id}'"
check "and changes nothing" diff -r with-schools before-schools

# --- branches ---

publish() { "$vitrina" -C "$work/with" publish --lang en "$@"; }
check "a branch for each school" publish --init "$work/all.git" \
    --only schools --branch 'site-{id}'
check "the branch is the folder" sh -c \
    "mkdir out && git -C all.git archive site-$school | tar -x -C out &&
     diff -r out with-one"
check "one branch a school" test \
    "$(git -C all.git branch --list 'site-*' | wc -l)" -eq \
    "$(ls with-schools | wc -l)"
old=$(git -C all.git rev-parse "site-$school")
check "published again" publish --repository "$work/all.git" \
    --only schools --branch 'site-{id}'
check "nothing changed, no commit" test \
    "$old" = "$(git -C all.git rev-parse "site-$school")"
check "the whole site refuses a school's branch" refuses 3 \
    'another site lies in' publish --lang en --repository "$work/all.git" \
    --branch "site-$school"
check "the branch is as before" test \
    "$old" = "$(git -C all.git rev-parse "site-$school")"
check "a repository for one school" publish --init "$work/one.git" \
    --only "school:$school" --branch pages
check "publishing without a place" refuses 2 'place must be named' \
    publish --lang en --only "school:$school"
check "publishing without {id}" refuses 2 'must hold {id}' publish --lang en \
    --only schools --branch pages

# What is published can be verified.
git -C with init -q && git -C with add content data &&
    git -C with commit -q -m "Sources"
check "published from a commit" publish --init "$work/v.git" \
    --only "school:$school"
check "and verified" "$vitrina" -C "$work/with" verify --lang en \
    --repository "$work/v.git"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
