#!/bin/sh
# history.sh [COMMITS]: what the log and the cached history add to a build of
# this repository's site with 1,000 commits, as the ratio of user time to the
# same build without a repository, in one run; and what the first build, which
# releases them all, takes beside it. At most 1.20 is asked of the first.
set -eu
cd "$(dirname "$0")/../.."
vitrina=$PWD/${VITRINA:-build/vitrina}
work=$(mktemp -d "${BENCH_DIR:-/dev/shm}/vitrina-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

mkdir "$work/with" "$work/without"
cp -r content data "$work/without"
cp -r content data "$work/with"
git -C "$work/with" init -q -b main
perl -e '
    my ($dir, $n) = @ARGV;
    my ($table) = sort glob "$dir/data/*/values.csv";
    open my $in, "<:raw", $table or die; local $/; my $text = <$in>;
    my $path = substr $table, length("$dir/");
    open my $out, "|-", "git -C \"$dir\" fast-import --quiet" or die;
    for my $i (1 .. $n) {
        # a table on every second commit, a text on the others
        my ($to, $bytes) = $i % 2
            ? ($path, $text . "\n" x $i)
            : ("content/bench.md", "---\ntitle: B\n---\n$i\n");
        my @all = $i > 1 ? () : grep {-f} split /\n/,
            qx{find "$dir/content" "$dir/data" -type f};
        printf $out "commit refs/heads/main\ncommitter b <b\@b> %d +0000\n" .
            "data 1\nx\n", 1700000000 + 3600 * $i;
        for my $file (@all) {
            open my $f, "<:raw", $file or die; my $b = <$f>;
            printf $out "M 644 inline %s\ndata %d\n%s\n",
                substr($file, length "$dir/"), length $b, $b;
        }
        printf $out "M 644 inline %s\ndata %d\n%s\n", $to, length $bytes,
            $bytes;
    }
    close $out or die' "$work/with" "${1:-1000}"
git -C "$work/with" reset -q --hard
cp "$work/with/content/bench.md" "$work/without/content/"

# user FOLDER: seconds of user time of one build.
user() {
    rm -rf "$work/out"
    /usr/bin/env bash -c "TIMEFORMAT=%U; time '$vitrina' -C '$work/$1' \
        build -o '$work/out' >/dev/null 2>&1" 2>&1 | tail -n 1
}
first=$(user with)
for i in 1 2 3 4 5 6 7; do
    user with >>"$work/a"
    user without >>"$work/b"
done
median() { sort -n "$1" | sed -n 4p; }
awk -v a="$(median "$work/a")" -v b="$(median "$work/b")" -v f="$first" \
    'BEGIN { printf "cached/without %.2f (at most 1.20), first/without %.1f\n",
        a / b, f / b }'
