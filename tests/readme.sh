#!/bin/sh
# readme.sh VITRINA: does the first edit of README.md do what is said there?
# Lines, numbers, names and messages are taken out of the text itself. Ends
# with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r content data "$work"
perl - "$vitrina" "$work" <<'PERL'
use strict;
use warnings;
my ($vitrina, $site) = @ARGV;
my ($passed, $failed) = (0, 0);

sub verdict {
    my ($what, $good, @said) = @_;
    if ($good) { $passed++; return }
    $failed++;
    print "--- $what\n", map {"$_\n"} @said;
}
sub slurp {
    my ($path) = @_;
    local $/;
    open my $in, '<', $path or return '';
    return scalar <$in>;
}
my $readme = slurp('README.md');
my ($line, $file, $some, $all) =
    $readme =~ /Line (\d+) of `([^`]+)` says that (\d+) of (\d+)/;
my ($row) = $readme =~ /```\n(fg9;[^\n]*)\n```/;
my ($from, $to, $page) =
    $readme =~ /Change (\d+) to (\d+), run `make site`, and look at `public\/([^`]+)`/;
my ($far) = $readme =~ /\(With (\d+) the school/;
my ($wrong, $right) = $readme =~ /write `(\w+)` for `(\w+)` in that line/;
my @messages = $readme =~ /```\n(vitrina: [^\n]*)\n```/g;
verdict('the edit is found in README.md',
        defined $far && defined $wrong && @messages == 2 &&
        $row =~ /;$some;$all;/ && $from eq $some);

# What the strict build says with another text in that line.
sub build {
    my ($old, $new, $language) = @_;
    my @rows = split /^/, slurp($file);
    $rows[$line - 1] =~ s/\Q$old\E/$new/ or return 'no such line';
    open my $out, '>', "$site/$file" or die;
    print $out @rows;
    close $out;
    return qx{'$vitrina' -C '$site' build --strict --lang $language 2>&1};
}
my ($said) = (slurp($file) =~ /\A(?:[^\n]*\n){@{[$line - 1]}}([^\r\n]*)/);
verdict("line $line of $file", $said eq $row, $said);
my $before = build($row, $row, 'en');
verdict('the site builds', !$?, $before);
my @shown = ("public/$page", 'public/data/zarechny-2022/values.csv',
             'public/programs/zarechny-2022/indicators/fg9.html');
my %old = map {$_ => slurp("$site/$_")} @shown;
my $after = build(";$from;$all;", ";$to;$all;", 'en');
verdict("with $to it builds", !$?, $after);
(my $percent = sprintf '%.1f', 100 * $to / $all) =~ tr/./,/;
verdict("the page shows $percent", slurp("$site/public/$page") =~ /\Q$percent\E/);
verdict("$_ changes", $old{$_} ne '' && slurp("$site/$_") ne $old{$_})
    for @shown;
my $jump = build(";$from;$all;", ";$far;$all;", 'en');
verdict("with $far a strict build asks again",
        $? && $jump =~ /\[jump:/ && $jump =~ /explanations\.csv/, $jump);
my $kept = slurp("$site/public/$page");
for my $i (0, 1) {
    my $text = build($right, $wrong, ('ru', 'en')[$i]);
    verdict("message $i", $? && index($text, $messages[$i]) >= 0, $text);
}
verdict('the site is as it was', slurp("$site/public/$page") eq $kept);
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
PERL
