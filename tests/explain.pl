#!/usr/bin/env perl
# Is what `vitrina explain` says true? explain.pl VITRINA [STEP] takes the site
# that `vitrina new` writes, asks about a file of every kind, then changes each
# line of each source (its words, its numbers), builds, and looks which files
# have changed: each of them must have named that line. That it names what
# changed nothing here is allowed, but not often. With a STEP only each
# STEP-th file and change is looked at. Ends with `N passed, N failed`.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);
use Cwd 'abs_path';
use File::Temp 'tempdir';

my $vitrina = abs_path(shift);
my $step = shift // 1;
my $work = tempdir(CLEANUP => 1);
my $workers = 2;
my ($passed, $failed) = (0, 0);
@ENV{qw(LC_ALL TZ HOME GIT_CEILING_DIRECTORIES)} =
    ('C.UTF-8', 'UTC', $work, $work);

sub slurp {
    my ($path, $layer) = @_;
    open my $in, $layer // '<:encoding(UTF-8)', $path or return undef;
    local $/;
    return scalar <$in>;
}
sub bytes { return slurp($_[0], '<:raw') // '' }
sub spew {
    my ($path, $text) = @_;
    (my $folder = $path) =~ s{/[^/]*$}{};
    system 'mkdir', '-p', $folder;
    open my $out, '>:encoding(UTF-8)', $path or die "$path: $!";
    print $out $text;
    close $out;
}
sub check {
    my ($good, $what, $more) = @_;
    if ($good) { $passed++; return; }
    $failed++;
    print "--- $what\n", $more // '';
}
sub every { return @_[grep { $_ % $step == 0 } 0 .. $#_] }
sub files {
    my ($dir) = @_;
    my @found = sort map { chomp; s{^\./}{}; $_ }
        `cd '$dir' && find . -type f`;
    return @found;
}

# --- the site: of everything something ---

my $site = "$work/site";
my $programme = 'podderzhka-2024';
system("'$vitrina' new '$site' >/dev/null") == 0 or die 'no site';
my $settings = slurp("$site/content/site.yml");
$settings =~ s/^cards: png\n//m;
spew("$site/content/site.yml", $settings .
    "base_url: https://shkoly.example.ru/v/\ntheme: own\n" .
    "private: ../secret\ncomparison:\n  - $programme/clubs\n");
spew("$site/data/$programme/values-more.csv",
    "показатель;школа;период;значение\nrooms;dalniy-bor;2021;3\n");
spew("$work/secret/$programme/values.csv",
    "показатель;школа;период;значение\nrooms;dalniy-bor;2020;2\n");
spew("$site/content/transport.md", "---\ntitle: Автобусы\n---\n\n" .
    "Автобус от школы идёт в семь, [Дальний Бор](school:dalniy-bor).\n");
spew("$site/content/list.pdf", "%PDF-1.4\n");
(my $here = abs_path($0)) =~ s{/tests/[^/]*$}{};
spew("$site/themes/own/templates/$_", slurp("$here/themes/default/templates/$_"))
    for qw(school.html footer.html);

sub build {
    my ($from, $to) = @_;
    return system("'$vitrina' -C '$from' build -o '$to' >'$to.log' 2>&1")
        == 0;
}
build($site, "$work/base") or die slurp("$work/base.log");

# --- what is said: one file of each kind of address ---

my %kinds;
for my $path (files("$work/base")) {
    next if $path eq 'manifest.json';
    (my $kind = $path) =~
        s/$programme|shkola-1|dalniy-bor|clubs|math|rooms|psy|\d+/*/g;
    $kind =~ s{^practices/by/.*}{practices/by};
    $kinds{$kind} //= $path;
}
my @pages = every(sort values %kinds);
my %said;       # page -> file -> [from, to]...
my %present;    # page -> file: is only said to be needed
for my $page (@pages) {
    my $text = `cd '$site' && '$vitrina' explain --lang en '$page' 2>&1`;
    check($? == 0 && $text =~ /^\Q$page\E: /, "explain $page", $text);
    check($text !~ /\(null\)/, "words for $page", $text);
    my $present = 0;
    for (split /\n/, $text) {
        $present = 1 if /^Not seen on it/;
        my ($file, $lines) = /^  (\S+?):([\d, -]+)  / or next;
        $present{$page}{$file} = 1 if $present;
        push @{$said{$page}{$file}},
            map { /^(\d+)-(\d+)$/ ? [$1, $2] : [$_, $_] }
            split /, /, $lines;
    }
}

# --- what is true ---

# What a line says otherwise: its words, its numbers.
sub more_words {
    my ($file, $line) = @_;
    if ($file =~ /\.csv$/) {
        my @cells = map {
            /\p{L}\S*\s/ || /^\p{Lu}/ ? s/("?)$/ и ещё$1/r : $_
        } split /;/, $line, -1;
        return join ';', @cells;
    }
    return $line if $line =~ /^\s*(#|---|```|>)/ || $line !~ /\p{Cyrillic}/;
    return $line =~ s/("?)$/ и ещё$1/r;
}
sub more_numbers {
    my ($file, $line) = @_;
    return $line if $file !~ /\.csv$/;
    return join ';', map {
        /^\d+([,.]\d+)?$/ && !/^(19|20)\d\d$/ ? s/^(\d+)/$1 + 1/er : $_
    } split /;/, $line, -1;
}

my @changes;    # [file, number of the line, the file's new text]
for my $file (grep({ /^(content|data|themes)/ } files($site)),
              "../secret/$programme/values.csv") {
    my $text = slurp("$site/$file");
    if ($file =~ /\.(pdf|html)$/) {
        push @changes, [$file, 1, "$text\n "];
        next;
    }
    my @lines = split /\n/, $text, -1;
    for my $i (0 .. $#lines) {
        next if $file =~ /\.csv$/ && ($i == 0 || $lines[$i] =~ /^"?\*/);
        for my $other (\&more_words, \&more_numbers) {
            my $line = $lines[$i];
            my $end = $line =~ s/\r$// ? "\r" : '';
            my $new = $other->($file, $line);
            next if $new eq $line;
            my $all = join "\n", @lines[0 .. $i - 1], $new . $end,
                @lines[$i + 1 .. $#lines];
            push @changes, [$file, $i + 1, $all];
        }
    }
}

@changes = every(@changes);

# Worker k tries every k-th change in a copy of its own and tells which of
# the pages came out otherwise.
sub try_changes {
    my ($k) = @_;
    my $mine = "$work/$k/site";
    mkdir "$work/$k";
    system "cp -r '$site' '$work/secret' '$work/$k/'";
    open my $out, '>', "$work/$k/told" or die;
    for (my $i = $k; $i < @changes; $i += $workers) {
        my ($file, $line, $text) = @{$changes[$i]};
        my $before = slurp("$mine/$file");
        spew("$mine/$file", $text);
        if (build($mine, "$work/$k/out")) {
            my @differ = grep {
                bytes("$work/$k/out/$_") ne bytes("$work/base/$_")
            } @pages;
            print $out join("\t", $i, @differ), "\n";
        }
        spew("$mine/$file", $before);
    }
    close $out;
}
for my $k (0 .. $workers - 1) {
    my $pid = fork;
    if (!$pid) { try_changes($k); exec 'true'; }
}
1 while wait != -1;

my ($tried, %altered, %wrong) = (0);
for my $k (0 .. $workers - 1) {
    for (split /\n/, slurp("$work/$k/told") // '') {
        my ($i, @differ) = split /\t/;
        my ($file, $line) = @{$changes[$i]};
        $tried++;
        for my $page (@differ) {
            $altered{$page}{$file} = 1;
            my $lines = $said{$page}{$file};
            # line 1 is the header of a table: the whole file is meant
            my $named = grep { $_->[1] == 1 ||
                $_->[0] <= $line && $line <= $_->[1] } @{$lines // []};
            $wrong{$page} .= "$file:$line\n" unless $named;
        }
    }
}
check($tried > 100 / $step, "only $tried changes of " . @changes . ' could be built');
for my $page (@pages) {
    check(!$wrong{$page}, "$page is changed by what it does not name",
        $wrong{$page});
}
my ($pairs, $idle, $told) = (0, 0, '');
for my $page (@pages) {
    for my $file (sort keys %{$said{$page}}) {
        next if $present{$page}{$file};
        # without these there is no site, no programme
        next if $file =~ m{^content/(site.yml|programs/[^/]+/index.md)$};
        $pairs++;
        next if $altered{$page}{$file};
        $idle++;
        $told .= "$page: $file\n";
    }
}
check($step > 1 || $idle < $pairs / 2,
    "$idle of $pairs named files change nothing", $told);
print $told if $ENV{VERBOSE};
print "$idle of $pairs named files changed nothing in $tried changes\n";
print "$passed passed, $failed failed\n";
exit($failed != 0);
