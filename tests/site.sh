#!/bin/sh
# Looks over a whole built site as a set of files: links and anchors resolve,
# ids are unique, each page has one h1, one main, a title of its own, headings
# without gaps, charts with a title; nothing leads outside but what is meant
# to; what tells of the invented district says that it is invented; no text
# says a line twice. Ends with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
"$vitrina" -C "$root" build --strict -o "$site/out" >/dev/null || exit 1
cd "$site/out" || exit 1
find . -type f | sed 's|^\./||' | sort >"$site/list"
perl - "$site/list" "$root" <<'PERL'
use strict;
use warnings;
my ($passed, $failed, %ids, %refs, %titles, %has) = (0, 0);
my @problems;
sub verdict {
    my ($what, @bad) = @_;
    if (@bad) { $failed++; print "--- $what\n", map {"$_\n"} @bad[0 .. ($#bad > 15 ? 15 : $#bad)]; }
    else { $passed++ }
}
sub resolve {
    my ($from, $to) = @_;
    my @parts = split m{/}, $from; pop @parts;
    for my $p (split m{/}, $to, -1) {
        if ($p eq '..') { return undef unless @parts; pop @parts }
        elsif ($p ne '.') { push @parts, $p }
    }
    return join '/', @parts;
}
open my $list, '<', $ARGV[0] or die;
chomp(my @files = <$list>);
$has{$_} = 1 for @files;
my (@h1, @main, @gaps, @dup, @title, @svg, @empty, @scripts, @third);
for my $file (grep {/\.html$/} @files) {
    local $/;
    open my $in, '<', $file or die;
    my $html = <$in>;
    $html =~ s{(<(textarea|pre)[^>]*>).*?</\2>}{$1</$2>}gs;   # codes to paste
    my %seen;
    while ($html =~ /\sid="([^"]*)"/g) { push @dup, "$file#$1" if $seen{$1}++; }
    $ids{$file} = \%seen;
    while ($html =~ /\s(?:href|src)="([^"]*)"/g) { push @{$refs{$file}}, $1; }
    push @h1, $file unless 1 == (() = $html =~ /<h1[ >]/g);
    push @main, $file unless 1 == (() = $html =~ /<main[ >]/g);
    my $last = 0;
    while ($html =~ m{<h([1-6])[^>]*>(.*?)</h\1>}gs) {
        my ($level, $words) = ($1, $2);
        push @gaps, "$file: h$level after h$last" if $level > $last + 1;
        $words =~ s/<[^>]*>//g;
        push @empty, $file unless $words =~ /\S/;
        $last = $level;
    }
    my ($title) = $html =~ m{<title>(.*?)</title>}s;
    push @title, "$file: " . ($title // 'none') if !defined $title || ($file !~ m{^[ws]/} && $titles{$title}++);
    while ($html =~ m{<svg class="chart"[^>]*role="img"[^>]*>(.*?)</svg>}gs) {
        my $svg = $1;
        push @svg, $file unless $svg =~ /<title/ && $svg =~ /<desc/;
    }
    push @scripts, $file if $html =~ /<script(?![^>]*\ssrc=)(?! type="application\/ld\+json">)[^>]*>|\son\w+=|style="/;
    push @third, $file if $html =~ /<(?:script|link|img|iframe|source)[^>]*\s(?:src|href)="(?:https?:)?\/\//;
}
my (@dead, @anchors);
for my $file (sort keys %refs) {
    for my $ref (@{$refs{$file}}) {
        next if $ref =~ /^(?:https?|mailto|tel):/;
        my ($path, $anchor) = split /#/, $ref, 2;
        my $to = $path eq '' ? $file : resolve($file, $path);
        if (!defined $to || !$has{$to}) { push @dead, "$file -> $ref"; next }
        next unless defined $anchor && $anchor ne '' && $to =~ /\.html$/;
        $anchor =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
        push @anchors, "$file -> $ref" unless $ids{$to}{$anchor};
    }
}
# Pictures say it in pixels: tests/unit/test_card.c.
my @unmarked;
for my $file (grep {/zarechny/ && !/\.(?:png|zip)$/} @files) {
    local $/;
    open my $in, '<', $file or die;
    my $text = <$in>;
    $text =~ s/\r\n //g;                     # lines of calendars go on
    $text =~ s/<\/text><text[^>]*>/ /g;      # and those of charts
    push @unmarked, $file unless $text =~ /(?:Д|д)емонстрационные данные/;
}
for my $file (grep {/^data\/(?:schools|organisations)/} @files) {
    open my $in, '<', $file or die;
    while (<$in>) {
        push @unmarked, "$file:$." if /^zarechny/ && !/демонстрационные данные/;
    }
}
my @twice;
for my $file (glob "$ARGV[1]/content/*.md $ARGV[1]/content/{programs/*,practices,schools,news}/*.md") {
    open my $in, '<', $file or die;
    my ($front, $fence, %seen) = (0, 0);
    while (<$in>) {
        $front++ if /^---$/ && $front < 2;
        $fence = !$fence if /^```/;
        next if $front == 1 || $fence || /^\||^\s*$/;
        push @twice, "$file:$.: $_" if $seen{$_}++ && length > 40;
    }
}
verdict('files of the invented district that do not say so', @unmarked);
verdict('lines that stand twice in a text', map {chomp; $_} @twice);
verdict('links that lead nowhere', @dead);
verdict('anchors that are not there', @anchors);
verdict('ids twice on a page', @dup);
verdict('pages without exactly one h1', @h1);
verdict('pages without exactly one main', @main);
verdict('gaps between headings', @gaps);
verdict('empty headings', @empty);
verdict('titles that are missing or not unique', @title);
verdict('charts without title and description', @svg);
verdict('inline scripts or styles', @scripts);
verdict('requests to a third party', @third);
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
PERL
