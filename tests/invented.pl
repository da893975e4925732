# invented.pl SEEDS: is every figure of the real programmes' tables in the
# document it was taken from? Numbers of values.csv, targets.csv, finance.csv
# and the numbers and dates of documents.csv are looked up in the text.
# Ends with `N passed, N failed`.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($seeds) = @ARGV;
my %document = (
    'terbuny-2019' => '000_9c0b44b9723d7c14.txt',
    'sorsk-2020' => '001_66ec0d854975dbbd.txt',
    'mytishchi-2018' => '002_9b94107bc8f179c0.txt',
    'tula-2022' => '003_dcf63f2375b90927.txt',
    'ermakovsky-quality' => '004_43ea3a0e0c31cb4c.txt',
);
my %columns = (
    'values.csv' => [qw(value numerator n)],
    'targets.csv' => [qw(target)],
    'finance.csv' => [qw(planned actual)],
    'documents.csv' => [qw(number date)],
);
# Not printed, but the only number that fits what is printed.
my %derived = (
    'sorsk-2020' => {43 => 'pupils: 12 of them are 27,9 % and 1 is 2,3 %'},
);
my @months = qw(январ феврал март апрел ма июн июл август сентябр октябр
                ноябр декабр);
my ($passed, $failed) = (0, 0);

# Rows of a table as maps; cells with line breaks are kept whole.
sub rows {
    my ($path) = @_;
    open(my $in, '<', $path) or return ();
    local $/;
    my $text = <$in>;
    $text =~ s/^\x{FEFF}//;
    my (@rows, @row);
    while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|\z)/g) {
        my ($cell, $end) = ($1 // $2, $3);
        $cell =~ s/""/"/g;
        push @row, $cell;
        next if $end eq ';';
        push @rows, [@row] if grep { $_ ne '' } @row;
        @row = ();
        last if $end eq '';
    }
    my $names = shift @rows or return ();
    return map { my $r = $_; +{map { ($names->[$_] => $r->[$_] // '') }
                               0 .. $#$names} } @rows;
}

# All digits of the document, as the table writes them.
sub digits {
    my ($text) = @_;
    $text =~ s/(?<=\d)\.(?=\d)/,/g;
    return $text;
}

# Is a cell's number in the text, or its date in words?
sub is_there {
    my ($source, $cell, $number) = @_;
    (my $bare = $number) =~ s/^0+(?=\d)//;
    return 1 if $source =~ /(?<![\d])0*\Q$bare\E(?!\d)/;
    my ($day, $month, $year) = $cell =~ /^(\d\d)\.(\d\d)\.(\d{4})$/
        or return 0;
    my $word = $months[$month - 1];
    $day += 0;
    return $source =~ /(?<!\d)0?$day\s*$word\w*\s*$year/i;
}

for my $programme (sort keys %document) {
    open(my $in, '<', "$seeds/$document{$programme}") or die "$seeds: $!";
    local $/;
    my $source = digits(<$in>);
    $/ = "\n";
    for my $table (sort keys %columns) {
        my $line = 1;
        for my $row (rows("data/$programme/$table")) {
            $line++;
            for my $column (@{$columns{$table}}) {
                my $cell = $row->{$column} // '';
                for my $number (digits($cell) =~ /\d+(?:,\d+)*/g) {
                    if (is_there($source, $cell, $number) ||
                        $derived{$programme}{$number}) {
                        $passed++;
                    } else {
                        $failed++;
                        print "data/$programme/$table, row $line, $column: "
                            . "«$cell»: $number is not in the document\n";
                    }
                }
            }
        }
    }
}
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
