#!/bin/sh
# What has changed: from a repository of 50 commits with fixed dates the pages
# and feeds list exactly the expected entries; nothing hidden is told; the
# cache changes nothing. Ends with `N passed, N failed`.
# With REGEN=1 the expected entries (tests/history/*.txt) are written anew.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)/history
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=ru_RU.UTF-8 TZ=UTC GIT_CONFIG_GLOBAL=/dev/null
export GIT_CONFIG_NOSYSTEM=1 PERL_BADLANG=0
export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.org
export GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.org
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
        head -n 40 "$work/log"
    fi
}

# expect NAME FILE: FILE holds what tests/history/NAME.txt says.
expect() {
    if [ "${REGEN:-}" = 1 ]; then
        mkdir -p "$here"
        cp "$2" "$here/$1.txt"
    fi
    check "$1" diff -u "$here/$1.txt" "$2"
}

build() {
    out=$1
    shift
    "$vitrina" -C "$work/repo/site" build -o "$work/$out" "$@" \
        >"$work/build.log" 2>&1 || cat "$work/build.log"
}

# entries PAGE: the lines of a page of changes as text, a day's date before
# those of the day.
entries() {
    perl -CSD -ne '
        print "== $1\n" if m{<h[23]>(.*?)</h[23]>};
        if (m{^<li(?: id="c[0-9a-f]{16}")?><span class="(?:tag|visually-hidden)">(.*)</li>}) {
            my $line = "[$1"; $line =~ s{</span>}{]};
            $line =~ s/<[^>]*>//g; $line =~ s/\x{a0}|\x{202f}/ /g;
            print "$line\n";
        }' "$1"
}

# feed FILE: the entries of a feed: day, title, summary.
feed() {
    perl -CSD -0777 -ne '
        while (m{<entry>(.*?)</entry>}gs) {
            my $e = $1;
            my ($t) = $e =~ m{<title>(.*?)</title>};
            my ($d) = $e =~ m{<updated>(.{10})};
            my ($s) = $e =~ m{<summary>(.*?)</summary>};
            my $line = "$d $t" . (defined $s ? " | $s" : "") . "\n";
            $line =~ s/\x{a0}|\x{202f}/ /g; print $line;
        }' "$1"
}

perl "$here/make.pl" "$work/repo" >"$work/make.log" 2>&1 ||
    { cat "$work/make.log"; echo "0 passed, 1 failed"; exit 1; }
check "there are 50 commits" \
    test "$(git -C "$work/repo" rev-list --count HEAD)" = 50

build one
entries "$work/one/changes.html" >"$work/site.txt"
expect site "$work/site.txt"
entries "$work/one/programs/p/changes.html" >"$work/programme.txt"
expect programme "$work/programme.txt"
entries "$work/one/changes/a.html" >"$work/school.txt"
expect school "$work/school.txt"
entries "$work/one/programs/p/indicators/clubs.html" >"$work/indicator.txt"
expect indicator "$work/indicator.txt"
feed "$work/one/changes.xml" >"$work/feed.txt"
expect feed "$work/feed.txt"
feed "$work/one/changes/a.xml" >"$work/school-feed.txt"
expect school-feed "$work/school-feed.txt"

# Numbers that never were public, or are not any more.
check "nothing hidden is told" sh -c \
    "! grep -rlE '(66|77|88)[.,][678]' '$work/one'"
check "nothing that was never public is kept" sh -c \
    "! grep -E '(66|77)[.,][67]' '$work/repo/site/.vitrina/history'"
perl "$here/make.pl" "$work/other" other >"$work/make.log" 2>&1
"$vitrina" -C "$work/other/site" build -o "$work/hidden" >/dev/null 2>&1
check "other hidden numbers, the same bytes" \
    diff -r -x manifest.json "$work/one" "$work/hidden"
check "a corrected value is marked and its mark leads to its entry" \
    perl -ne 'BEGIN { $bad = 1 }
        if (m{class="revised" href="\.\./changes/a\.html(#c\w+)"}) {
            my $id = substr $1, 1;
            open my $f, "<", "'"$work"'/one/changes/a.html" or die;
            $bad = 0 if grep { /id="$id"/ } <$f>; }
        END { exit $bad }' "$work/one/schools/a.html"
check "the chart shows the first plan, too" \
    grep -q 'план был.*80' "$work/one/schools/a.html"
check "the last change is the date of the page" \
    grep -q 'Обновлено 19.*декабря.*2024' "$work/one/schools/a.html"
check "feeds are well-formed XML with ids of their own" perl -0777 -ne '
        my @ids = m{<id>(.*?)</id>}g; my %seen;
        for (@ids) { die "twice: $_" if $seen{$_}++ }
        die "no entries" unless @ids > 3;
        die "not closed" unless m{</feed>\n\z};
        my $text = $_; $text =~ s/&(lt|gt|amp|quot|#39);//g;
        die "a bare &" if $text =~ /&/;' "$work/one/changes.xml"
check "the folder of the cache is no concern of git" \
    test -z "$(git -C "$work/repo" status --porcelain)"

# The same with the cache, without it, and grown commit by commit.
build two
check "the cache changes nothing" diff -r "$work/one" "$work/two"
rm -rf "$work/repo/site/.vitrina"
for back in 40 25 12 3; do
    build grown --at "HEAD~$back"
done
build grown
check "an old cache goes on where it ended" diff -r "$work/one" "$work/grown"
echo rubbish >>"$work/repo/site/.vitrina/history"
build three
check "a spoilt cache is made anew" diff -r "$work/one" "$work/three"
build at --at HEAD
check "--at reads the history of its commit" diff -r "$work/one" "$work/at"
build before --at HEAD~20
check "an earlier commit has a shorter history" \
    sh -c "! cmp -s '$work/one/changes.html' '$work/before/changes.html'"

# Without a history, or with a part of it.
cp -r "$work/repo/site" "$work/alone"
rm -rf "$work/alone/.vitrina"
check "no git is no warning" "$vitrina" -C "$work/alone" build --strict \
    -o "$work/none"
check "no git is said on the page" grep -q "История изменений недоступна" \
    "$work/none/changes.html"
check "no git is a note" sh -c "'$vitrina' -C '$work/alone' build --verbose \
    -o '$work/none' 2>&1 | grep 'без истории git'"
git clone -q --depth 3 "file://$work/repo" "$work/shallow" 2>/dev/null
check "a shallow clone is no warning" "$vitrina" -C "$work/shallow/site" \
    build --strict -o "$work/cut"
check "a shallow clone is said on the page" grep -q "не вся история" \
    "$work/cut/changes.html"
check "the preview does not make a history" sh -c "
    rm -rf '$work/shallow/site/.vitrina'
    '$vitrina' -C '$work/shallow/site' check >/dev/null 2>&1
    ! test -e '$work/shallow/site/.vitrina'"

# From a day on.
sed -i '1i changes_since: 2024-03-01' "$work/repo/site/content/site.yml"
rm -rf "$work/repo/site/.vitrina"
build since
entries "$work/since/changes.html" >"$work/since.txt"
expect since "$work/since.txt"

# Many corrections: the box holds ten, and says how many more there are.
for tenth in 0 1 2 3 4 5 6 7 0 1 2 3; do
    sed -i "s/^\(marks;b;2022\);[^;]*/\1;4,$tenth/" \
        "$work/repo/site/data/p/values.csv"
    git -C "$work/repo" commit -q -m "$tenth" site/data
done
build many
check "ten corrections in the box" perl -0777 -ne '
        my ($box) = m{id="corrections"(.*?)</section>}s;
        my $n = () = $box =~ /<li>/g;
        exit($n != 10 || $box !~ /исправлений за эти дни: 3\./);' \
    "$work/many/changes.html"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
