#!/usr/bin/perl
# Writes two random sites that differ only in hidden values: SEED DIR VITRINA
# makes DIR/a and DIR/b and prints how many cells differ. What is hidden is
# what the open data of the first site do not show; a hidden value is changed
# only into one that is hidden for the same reason (any of 1..k-1, any n under
# n_min, whatever has no n), and where a total is shown, or may be, so that
# the sums stay (R3.1).
use strict;
use warnings;

my ($seed, $dir, $vitrina) = @ARGV;
srand($seed);

sub pick { return $_[int rand @_] }
sub chance { return rand() < $_[0] }
sub between { my ($lo, $hi) = @_; return $lo + int rand($hi - $lo + 1) }

# --- a random site ---

my %limit = chance(0.7) ? (k => 5, ks => 10, min => 10, counts => 20)
                        : (k => 3, ks => 6, min => 6, counts => 12);
my @schools = map { "s$_" } 1 .. pick(3, 3, 4);
my @periods = pick([2023], [2022, 2023], ['2021/2022', '2022/2023']);
@periods = @{ $periods[0] };
my (@indicators, %indicator, %cell, @exceptions, @targets);

sub add {
    my (%i) = @_;
    $i{id} = 'i' . (@indicators + 1);
    $i{$_} //= '' for qw(policy den part twin source level);
    $i{form} = $i{kind} eq 'count' ? pick('long', 'wide')
             : $i{den} ? pick('long', 'wide') : 'long';
    $i{own_n} = $i{den} ? 0 : $i{kind} eq 'count' ? chance(0.3) : 1;
    $i{own_n} = 0 if $i{form} eq 'wide';
    $i{write} = pick('cn', 'vcn', 'vn', 'pair');
    $i{closed} = $i{form} eq 'long' && chance(0.3);
    $i{stated} = chance(0.5);           # a public `c` beside a closed number
    push @indicators, \%i;
    $indicator{ $i{id} } = \%i;
    return \%i;
}

sub policy { return pick('', 'schools-first', 'total-first') }

# A mean of schools goes with schools first only.
sub policy_of {
    my ($agg) = @_;
    return $agg eq 'mean' ? '' : policy();
}

sub make_indicators {
    my $people = add(kind => 'count', class => 'people', agg => 'sum',
                     policy => policy());
    add(kind => 'share', class => 'people', den => $people->{id},
        agg => pick('weighted', 'none'), policy => policy());
    for my $kind ('share', 'score') {
        my $agg = pick('weighted', 'mean', 'given', 'none');
        add(kind => $kind, class => 'people', policy => policy_of($agg),
            agg => $agg, level => chance(0.15) ? 'municipality' : '');
    }
    my $policy = policy();
    my $agg = pick('sum', 'given');
    my $total = add(kind => 'count', class => 'people', agg => $agg,
                    policy => $policy);
    add(kind => 'count', class => 'people', agg => $agg, policy => $policy,
        part => $total->{id}) for 1 .. pick(1, 2, 3);
    my $kind = pick('count', 'share');
    add(kind => $kind, class => 'sensitive',
        agg => $kind eq 'count' ? 'sum' : 'weighted');
    add(kind => 'share', class => 'people', source => 'ВПР',
        agg => 'weighted') if chance(0.5);
    add(kind => 'count', class => pick('open', 'people'), agg => 'sum',
        policy => policy(), twin => $people->{id}) if chance(0.5);
    add(kind => pick('share', 'count'), class => 'open', agg => 'given');
}

sub random_cell {
    my ($i) = @_;
    my %x = (st => 'v');
    my $n = chance(0.3) ? between(0, $limit{counts}) : between(15, 90);
    my $c = chance(0.3) ? between(0, $limit{k}) : between(0, $n);
    $c = $n if $c > $n;
    if ($i->{kind} eq 'count') {
        $x{c} = chance(0.3) ? between(0, $limit{k}) : between(0, 60);
        $x{n} = $x{c} + between(0, 30) if $i->{own_n};
    } elsif ($i->{kind} eq 'score') {
        @x{qw(v n)} = (between(20, 50), $n);
        delete $x{n} if chance(0.1);
    } else {
        $x{c} = $c;
        $x{n} = $n if $i->{own_n};
        if ($i->{own_n} && chance(0.05)) {      # n unknown
            delete @x{qw(c n)};
            $x{odd} = between(0, 1000);
        } elsif ($i->{write} =~ /^v/ && $i->{own_n} && chance(0.1)) {
            $x{odd} = between(0, 1000);         # does not fit
        }
    }
    return \%x;
}

# n of a cell: its own, else the denominator's.
sub n_of {
    my ($cell, $i, $school, $period) = @_;
    my $x = $cell->{"$i->{id} $school $period"};
    return $x->{n} if defined $x->{n} || !$i->{den};
    my $d = $cell->{"$i->{den} $school $period"};
    return $d && $d->{st} eq 'v' ? $d->{c} : undef;
}

# The count of a share that is written without it: the nearest.
sub count_of {
    my ($i, $x) = @_;
    return $x->{c} if !defined $x->{odd} || $i->{write} ne 'vn'
        || !defined $x->{n};
    return int($x->{odd} * $x->{n} / 1000 + 0.5);
}

sub fill {
    for my $i (@indicators) {
        for my $period (@periods) {
            for my $school (@schools, $i->{agg} eq 'given' ? '' : ()) {
                next if chance(0.08);
                my $x = chance(0.12) ? { st => pick(qw(c c z x q)) }
                                     : random_cell($i);
                if ($i->{den}) {
                    my $d = $cell{"$i->{den} $school $period"};
                    next if !$d || $d->{st} ne 'v' || $d->{c} == 0;
                    $x->{c} = between(0, $d->{c}) if $x->{st} eq 'v';
                }
                $x->{note} = "Пояснение $i->{id}" if chance(0.1);
                $x->{flag} = pick(qw(p r e)) if chance(0.1);
                $cell{"$i->{id} $school $period"} = $x;
            }
        }
    }
}

sub make_exceptions {
    for (1 .. pick(0, 0, 1, 2)) {
        my $i = pick(@indicators);
        my $rule = pick('small', 'n-unknown', 'sensitive', 'level');
        push @exceptions, { i => $i->{id}, rule => $rule,
                            school => pick('', @schools),
                            period => pick('', @periods) };
    }
}

# --- the second site ---

# What the open data say of each cell: its status, or `s` when there is a
# value, `k` where there are counts alone.
sub published {
    my ($folder) = @_;
    my %state;
    open my $file, '<', "$folder/data/p/values.csv" or die "$folder: $!";
    my @head = split /,/, <$file>;
    while (my $line = <$file>) {
        chomp $line;
        my @row = split /,/, $line, -1;
        my %row = map { $head[$_] => $row[$_] } 0 .. $#head;
        my $period = $row{period} =~ s/^(\d+)-(\d+)$/$1\/$2/r;
        $state{"$row{indicator} $row{school} $period"} =
            $row{status} || ($row{value} ne '' ? 's' : 'k');
    }
    close $file;
    return \%state;
}

sub is_hidden {
    my ($state, $key) = @_;
    return ($state->{$key} // 'c') eq 'c';
}

# Why is a count small? Equal answers, equal reasons.
sub size_of {
    my ($c) = @_;
    return $c <= 0 ? 0 : $c < $limit{k} ? 1 : $c < $limit{ks} ? 2 : 3;
}

sub reason {
    my ($cell, $i, $school, $period) = @_;
    my $x = $cell->{"$i->{id} $school $period"};
    my $n = n_of($cell, $i, $school, $period);
    return 'no n' if !defined $n && $i->{kind} ne 'count';
    return $n < $limit{ks} ? 'very few' : 'few'
        if $i->{kind} ne 'count' && $n < $limit{min};
    if ($i->{kind} eq 'score') {
        my ($sum, $rest) = ($x->{v} * $n, (50 - $x->{v}) * $n);
        return 'score' . ($sum < 10 * $limit{k} || $rest < 10 * $limit{k});
    }
    my $c = count_of($i, $x) // return 'no count';
    my $reason = size_of($c) . (defined $n ? ' of ' . size_of($n - $c) : '');
    return $reason if !defined $x->{odd} || !defined $n;
    # what does not fit its count is judged by both
    my $other = int($x->{odd} * $n / 1000 + 0.5);
    return join ' ', $reason, size_of($other), size_of($n - $other);
}

sub copy { my ($cell) = @_; return { map { $_ => { %{ $cell->{$_} } } }
                                     keys %$cell } }

# Numbers that a table may have: no count above its n, as far as n is given.
sub is_good {
    my ($cell, $i, $school, $period) = @_;
    my $x = $cell->{"$i->{id} $school $period"};
    my $n = n_of($cell, $i, $school, $period);
    return 1 if $i->{kind} eq 'score' || !defined $x->{c};
    return 0 if $x->{c} < 0 || (defined $n && $x->{c} > $n);
    return 0 if $i->{den} && defined $n && $n == 0;
    for my $share (grep { $_->{den} eq $i->{id} } @indicators) {
        my $y = $cell->{"$share->{id} $school $period"} or next;
        return 0 if $y->{st} eq 'v' && ($y->{c} > $x->{c} || $x->{c} == 0);
    }
    return 1;
}

# Are its numbers the n of an indicator whose sums may be shown?
sub is_used {
    my ($i) = @_;
    return scalar grep {
        $_->{den} eq $i->{id}
            && ($_->{policy} eq 'total-first' || $_->{level} || $_->{source}
                || $_->{class} ne 'people')
    } @indicators;
}

sub is_excepted {
    my ($i, $school) = @_;
    return join ' ', map { $_->{rule} . $_->{period} } grep {
        $_->{i} eq $i->{id} && ($_->{school} eq '' || $_->{school} eq $school)
    } @exceptions;
}

# Changes one cell; with a sibling where sums must stay. What comes of it may
# be no table, or hidden for another reason: then it is not taken.
sub change {
    my ($cell, $state, $i, $school, $period) = @_;
    my $key = "$i->{id} $school $period";
    my $x = $cell->{$key};
    my $sums = $i->{agg} !~ /given|none/ && $school ne ''
        && ($i->{policy} eq 'total-first' || !defined $state->{$key}
            || $i->{level} || $i->{source} || $i->{class} eq 'sensitive');
    if ($sums) {
        my $other = pick(@schools);
        my $y = $cell->{"$i->{id} $other $period"};
        return if !$y || $y->{st} ne 'v' || $x == $y
            || !is_hidden($state, "$i->{id} $other $period")
            || is_excepted($i, $school) ne is_excepted($i, $other)
            || defined $x->{odd} || defined $y->{odd}
            || defined $x->{n} != defined $y->{n};
        if (!$i->{den} && chance(0.5)) {
            ($x->{$_}, $y->{$_}) = ($y->{$_}, $x->{$_}) for qw(c n v);
            for my $z ($x, $y) {
                defined $z->{$_} or delete $z->{$_} for qw(c n v);
            }
        } elsif (defined $x->{c} && defined $y->{c}) {
            my $d = between(-3, 3);
            $x->{c} += $d;
            $y->{c} -= $d;
        }
        return;
    }
    return if $school eq '' && $i->{den};   # its n may be a computed sum
    my $new = random_cell($i);
    if ($i->{den}) {
        my $n = n_of($cell, $i, $school, $period);
        $new->{c} = between(0, $n) if defined $n;
    }
    delete @$x{qw(c n v odd)};
    defined $new->{$_} and $x->{$_} = $new->{$_} for qw(c n v odd);
}

sub same_reasons {
    my ($before, $after, $period) = @_;
    for my $i (@indicators) {
        for my $school (@schools, '') {
            my $x = $before->{"$i->{id} $school $period"} or next;
            next if $x->{st} ne 'v';
            return 0 if !is_good($after, $i, $school, $period)
                || reason($before, $i, $school, $period)
                    ne reason($after, $i, $school, $period)
                || defined n_of($before, $i, $school, $period)
                    != defined n_of($after, $i, $school, $period);
        }
    }
    return 1;
}

sub vary {
    my ($state) = @_;
    my $b = copy(\%cell);
    my @hidden = grep {
        my ($id) = /^(\S+)/;
        is_hidden($state, $_) && $b->{$_}{st} eq 'v'
            && !is_used($indicator{$id})
    } sort keys %$b;
    for my $try (1 .. 6) {
        for my $key (@hidden) {
            my ($id, $school, $period) = $key =~ /^(\S+) (\S*) (.*)$/;
            my $other = copy($b);
            change($other, $state, $indicator{$id}, $school, $period);
            $b = $other if same_reasons($b, $other, $period);
        }
    }
    return $b;
}

# --- files ---

sub share_text {
    my ($x, $n) = @_;
    my $text = defined $x->{odd} ? $x->{odd} / 10
             : $n ? sprintf('%.1f', 100 * $x->{c} / $n) : 0;
    $text =~ s/\./,/;
    return $text;
}

my %words = (c => 'скрыто', z => '-', x => 'нет данных', q => 'проверяется');

# value;numerator;n;status of a long row
sub long_row {
    my ($i, $x, $n) = @_;
    return ";;;$x->{st}" if $x->{st} ne 'v';
    my $own = $x->{n} // '';
    return "$x->{c};;$own;" if $i->{kind} eq 'count';
    return join('', int($x->{v} / 10), ',', $x->{v} % 10, ";;$own;")
        if $i->{kind} eq 'score';
    my $share = share_text($x, $n);
    return "$share;;$own;" if !defined $x->{c} || $i->{write} eq 'vn';
    return "$share;$x->{c};$own;" if $i->{write} eq 'vcn' || defined $x->{odd};
    return "$x->{c}/$share%;;$own;" if $i->{write} eq 'pair' || $i->{den};
    return ";$x->{c};$own;";
}

sub wide_cell {
    my ($i, $x, $n) = @_;
    return '' if !$x;
    return $words{ $x->{st} } if $x->{st} ne 'v';
    return $i->{kind} eq 'count' ? $x->{c}
                                 : "$x->{c}/" . share_text($x, $n) . '%';
}

sub values_tables {
    my ($cell) = @_;
    my $long = "indicator;school;period;value;numerator;n;status;flag;note\n";
    my $closed = $long;
    my $wide = 'indicator;period;' . join(';', @schools, 'Итого') . "\n";
    for my $i (@indicators) {
        for my $period (@periods) {
            my @all = (@schools, '');
            if ($i->{form} eq 'wide') {
                $wide .= join(';', $i->{id}, $period, map {
                    my $x = $cell->{"$i->{id} $_ $period"};
                    wide_cell($i, $x, $x && n_of($cell, $i, $_, $period));
                } @all) . "\n";
                next;
            }
            for my $school (@all) {
                my $x = $cell->{"$i->{id} $school $period"} or next;
                my $n = n_of($cell, $i, $school, $period);
                my $row = join(';', $i->{id}, $school, $period,
                               long_row($i, $x, $n), $x->{flag} // '',
                               $x->{note} // '') . "\n";
                $closed .= $row if $i->{closed};
                $long .= !$i->{closed} ? $row : $i->{stated}
                    ? "$i->{id};$school;$period;;;;c;;\n" : '';
            }
        }
    }
    return ($long, $wide, $closed);
}

sub indicators_table {
    my $text = 'id;title;unit;kind;class;direction;policy;aggregate;'
             . "denominator;part_of;same_as;source;publish_level;max\n";
    for my $i (@indicators) {
        $text .= join(';', $i->{id}, "Показатель $i->{id}",
                      $i->{kind} eq 'share' ? '%' : 'чел.',
                      $i->{kind}, $i->{class}, $i->{direction},
                      @$i{qw(policy agg den part twin source level)},
                      $i->{kind} eq 'score' ? 5 : '') . "\n";
    }
    return $text;
}

# The programme's text names charts and some shown numbers: were one of them
# hidden, the build would fail.
sub programme_text {
    my ($state) = @_;
    my $text = "---\ntitle: Программа\n---\n\n## Текст\n";
    my @shown = grep { $state->{$_} eq 's' } sort keys %$state;
    for my $key (@shown[0 .. ($#shown < 5 ? $#shown : 5)]) {
        my ($id, $school, $period) = $key =~ /^(\S+) (\S*) (.*)$/;
        my $of = $school ne '' ? "$id/$school" : $id;
        $text .= "\nЧисло: [](value:p/$of\@$period).\n";
    }
    $text .= "\n```chart\nindicator: p/$_->{id}\n```\n" for @indicators;
    return $text;
}

sub write_file {
    my ($path, $text) = @_;
    my $folder = '';
    while ($path =~ m{\G([^/]*)/}g) {
        $folder .= "$1/";
        mkdir $folder if !-d $folder;
    }
    open my $file, '>', $path or die "$path: $!";
    print $file $text;
    close $file or die "$path: $!";
}

sub write_site {
    my ($folder, $cell, $state) = @_;
    my ($long, $wide, $closed) = values_tables($cell);
    write_file("$folder/content/site.yml", "title: Сайт\n"
        . "as_of: 2024-09-01\nbase_url: https://example.org/\n"
        . "disclosure: {k: $limit{k}, k_sensitive: $limit{ks}, "
        . "n_min: $limit{min}, counts_below: $limit{counts}}\n"
        . "private: closed\nmunicipalities:\n  r: {name: Район}\n");
    write_file("$folder/content/programs/p/index.md",
               programme_text($state));
    write_file("$folder/data/schools.csv", "id;name;municipality\n"
        . join('', map { "$_;Школа $_;r\n" } @schools));
    write_file("$folder/data/p/indicators.csv", indicators_table());
    write_file("$folder/data/p/values.csv", $long);
    write_file("$folder/closed/p/values.csv", $closed);
    write_file("$folder/data/p/values-wide.csv", $wide)
        if $wide =~ /\n./;
    write_file("$folder/data/p/targets.csv",
               "indicator;school;period;target\n" . join('', @targets));
    write_file("$folder/data/p/overrides.csv",
        "indicator;school;period;rule;reason\n" . join('', map {
            join(';', @$_{qw(i school period rule)}, "Причина\n")
        } @exceptions));
}

make_indicators();
$_->{direction} = pick('up', 'down', 'none') for @indicators;
fill();
make_exceptions();
for my $i (@indicators) {
    push @targets, "$i->{id};" . pick('', '*') . ";$periods[-1];"
        . between(1, 60) . "\n" if chance(0.5);
}
write_site("$dir/a", \%cell, {});
system("'$vitrina' -C '$dir/a' build -o '$dir/first' >/dev/null 2>&1") == 0
    or die "the first site does not build\n";
my $state = published("$dir/first");
my $b = vary($state);
write_site("$dir/a", \%cell, $state);
write_site("$dir/b", $b, $state);
my $changed = grep {
    my ($x, $y) = ($cell{$_}, $b->{$_});
    grep { ($x->{$_} // '') ne ($y->{$_} // '') } qw(c n v odd);
} keys %cell;
print "$changed\n";
