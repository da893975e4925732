#!/usr/bin/perl
# office.pl BIN: LibreOffice opens every CSV that the tool writes with the same
# letters, numbers and dates: the exports of this repository's site (open data
# as an English reader opens it, the tables for Excel as a Russian one), the
# empty tables of `new --tables` and the forms of `new --forms`. What it saw is
# read from a flat ODS. Ends with `N passed, N failed`.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Temp 'tempdir';
use File::Find;
use Cwd 'abs_path';

my $bin = abs_path($ARGV[0]);
my ($office) = grep { -x } map { "$_/soffice" } split /:/, $ENV{PATH};
die "no soffice: make deps-office\n" if !$office;
my $work = tempdir(CLEANUP => 1);
my ($passed, $failed) = (0, 0);

sub run {
    system(@_) == 0 or die "@_: $?\n";
}

# The rows of a CSV file, without empty cells and rows at their ends.
sub rows_of_csv {
    my ($path, $delimiter) = @_;
    open my $in, '<', $path or die "$path: $!";
    local $/;
    my $text = <$in>;
    $text =~ s/^\x{FEFF}//;
    my ($quoted, $cell, @row, @rows) = (0, '');
    for my $c ($text =~ /""|\r\n|./gs) {
        if ($c eq '""') { $cell .= $quoted ? '"' : ''; next }
        if ($c eq '"') { $quoted = !$quoted; next }
        if ($quoted || ($c ne $delimiter && $c !~ /^\r?\n$/)) {
            $cell .= $c eq "\r\n" ? "\n" : $c;
            next;
        }
        push @row, $cell;
        $cell = '';
        next if $c eq $delimiter;
        push @rows, [@row];
        @row = ();
    }
    push @rows, [@row, $cell] if @row || $cell ne '';
    return trimmed(@rows);
}

sub trimmed {
    my @rows = @_;
    for my $row (@rows) {
        pop @$row while @$row && (!defined $row->[-1] || $row->[-1] eq '');
    }
    pop @rows while @rows && !@{ $rows[-1] };
    return @rows;
}

# The rows of a flat ODS: each cell as `float:1.5`, `date:2022-10-21`,
# `string:...`.
sub rows_of_sheet {
    my ($path) = @_;
    open my $in, '<', $path or die "$path: $!";
    local $/;
    my ($sheet) = <$in> =~ m{<table:table .*?</table:table>}gs;
    my @rows;
    while ($sheet =~ m{<table:table-row([^>]*)>(.*?)</table:table-row>}gs) {
        my ($row, $cells, @row) = ($1, $2);
        while ($cells =~ m{<table:table-cell([^>]*?)(?:/>|>(.*?)</table:table-cell>)}gs) {
            my ($cell, $inside) = ($1, $2);
            my $n = $cell =~ /columns-repeated="(\d+)"/ ? $1 : 1;
            my $value = '';
            if ($cell =~ /office:value-type="(\w+)"/) {
                my $type = $1;
                ($value) = $cell =~ /office:(?:date-|boolean-)?value="([^"]*)"/;
                $value = text_of($inside) if $type eq 'string';
                $value = "$type:$value";
            }
            push @row, ($value) x ($n > 300 ? 0 : $n);
        }
        my $n = $row =~ /rows-repeated="(\d+)"/ ? $1 : 1;
        push @rows, map { [@row] } 1 .. ($n > 300 ? 1 : $n);
    }
    return trimmed(@rows);
}

sub text_of {
    my ($text) = @_;
    my @lines = $text =~ m{<text:p[^>]*?(?:/>|>(.*?)</text:p>)}gs;
    $text = join "\n", map { $_ // '' } @lines;
    $text =~ s{<text:s(?: text:c="(\d+)")?/>}{' ' x ($1 // 1)}ge;
    $text =~ s/<[^>]+>//g;
    my %of = (lt => '<', gt => '>', quot => '"', apos => "'", amp => '&');
    $text =~ s/&(\w+);/$of{$1}/g;
    return $text;
}

# What LibreOffice should see in a cell.
sub expected {
    my ($text, $mark) = @_;
    return '' if $text eq '';
    return "date:$3-$2-$1"
        if $mark eq ',' && $text =~ /^(\d\d)\.(\d\d)\.(\d{4})$/;
    return "date:$text" if $text =~ /^\d{4}-\d\d-\d\d$/;
    (my $number = $text) =~ s/\Q$mark\E/./;
    return 'float:' . ($number + 0) if $number =~ /^-?\d+(?:\.\d*)?$/;
    return 'percentage:' . $1 / 100 if $number =~ /^(\d+(?:\.\d+)?) ?%$/;
    $text =~ s/[ \t]+$//mg;
    return "string:$text";
}

sub compare {
    my ($name, $path, $sheet, $delimiter, $mark) = @_;
    my @want = rows_of_csv($path, $delimiter);
    my @got = rows_of_sheet($sheet);
    for my $i (0 .. ($#want > $#got ? $#want : $#got)) {
        my ($want, $got) = ($want[$i] // [], $got[$i] // []);
        for my $j (0 .. ($#$want > $#$got ? $#$want : $#$got)) {
            my $is = expected($want->[$j] // '', $mark);
            my $seen = $got->[$j] // '';
            $seen = $1 . ($2 + 0) if $seen =~ /^(float:|percentage:)(.+)/;
            $seen =~ s/[ \t]+$//mg;
            next if $is eq $seen;
            print "$name row ", $i + 1, " column ", $j + 1,
                ": wrote <$is>, LibreOffice sees <$seen>\n";
            return $failed++;
        }
    }
    $passed++;
}

# FOLDER's files, opened with LibreOffice's words for delimiter and language.
sub look {
    my ($name, $folder, $filter, $delimiter, $mark, $wanted) = @_;
    my @files;
    find(sub { push @files, $File::Find::name if /\.csv$/ && $wanted->($_) },
        $folder);
    my $flat = "$work/look-$name";
    mkdir $flat;
    my %path;
    for my $file (sort @files) {
        (my $id = substr $file, length($folder) + 1) =~ tr{/}{~};
        $path{$id} = $file;
        run('cp', $file, "$flat/$id");
    }
    run("'$office' -env:UserInstallation=file://$work/profile --headless "
        . "'--infilter=Text - txt - csv (StarCalc):$filter' "
        . "--convert-to fods --outdir '$flat/seen' '$flat'/*.csv "
        . '>/dev/null 2>&1');
    for my $id (sort keys %path) {
        (my $seen = $id) =~ s/csv$/fods/;
        compare("$name: $id", $path{$id}, "$flat/seen/$seen", $delimiter,
            $mark);
    }
}

run("'$bin' build -o '$work/site' >/dev/null");
run("'$bin' new '$work/new' --lang ru >/dev/null");
run("'$bin' -C '$work/new' new --forms 2026 -o '$work/forms' >/dev/null");
run("'$bin' new --tables '$work/tables' --lang ru >/dev/null");
my ($russian, $english) =
    ('59,34,76,1,,1049,false,true', '44,34,76,1,,1033,false,true');
look('excel', "$work/site/data", $russian, ';', ',', sub { /-excel\.csv$/ });
look('open', "$work/site/data", $english, ',', '.', sub { !/-excel\.csv$/ });
look('new', "$work/new/data", $russian, ';', ',', sub { 1 });
look('forms', "$work/forms", $russian, ';', ',', sub { 1 });
look('tables', "$work/tables", $russian, ';', ',', sub { 1 });
print "$passed passed, $failed failed\n";
exit($failed > 0);
