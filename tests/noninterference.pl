#!/usr/bin/perl
# Writes two random sites that differ only in hidden values: SEED DIR makes
# DIR/a and DIR/b and prints how many cells differ. What is hidden is worked
# out here, from design 5 alone, without a line of the program.
use strict;
use warnings;

my ($seed, $dir) = @ARGV;
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
    $i{$_} //= '' for qw(policy den part twin source);
    $i{form} = $i{kind} eq 'count' ? pick('long', 'wide')
             : $i{den} ? pick('long', 'wide') : 'long';
    $i{own_n} = $i{den} ? 0 : $i{kind} eq 'count' ? chance(0.3) : 1;
    $i{own_n} = 0 if $i{form} eq 'wide';
    $i{write} = pick('cn', 'vcn', 'vn', 'pair');
    push @indicators, \%i;
    $indicator{ $i{id} } = \%i;
    return \%i;
}

sub policy { return pick('', 'schools-first', 'total-first') }

sub make_indicators {
    my $people = add(kind => 'count', class => 'people', agg => 'sum',
                     policy => policy());
    add(kind => 'share', class => 'people', den => $people->{id},
        agg => pick('weighted', 'none'), policy => policy());
    add(kind => 'share', class => 'people', policy => policy(),
        agg => pick('weighted', 'mean', 'given', 'none'));
    add(kind => 'score', class => 'people', policy => policy(),
        agg => pick('weighted', 'mean', 'none'));
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

# --- what may be shown (design 5) ---

sub excepted {
    my ($i, $school, $period, $rule) = @_;
    return scalar grep {
        $_->{i} eq $i->{id} && $_->{rule} eq $rule
            && ($_->{school} eq '' || $_->{school} eq $school)
            && ($_->{period} eq '' || $_->{period} eq $period)
    } @exceptions;
}

sub is_small {
    my ($c, $n, $k, $zero) = @_;
    return 0 if !defined $c;
    my $least = $zero ? 0 : 1;
    return 1 if $c >= $least && $c < $k;
    return defined $n && $n - $c >= $least && $n - $c < $k;
}

# s shown, k counts, c hidden
sub primary {
    my ($i, $school, $period, $c, $n) = @_;
    my $proportion = $i->{kind} ne 'count';
    if ($i->{class} eq 'open') {
        return $i->{kind} eq 'share' && defined $n && defined $c
            && $n < $limit{min} ? 'k' : 's';
    }
    my $sensitive = $i->{class} eq 'sensitive'
        && !excepted($i, $school, $period, 'sensitive');
    my $small = excepted($i, $school, $period, 'small');
    return 'c' if $sensitive && $school ne '';
    if ($proportion) {
        return 'c' if !defined $n
            && !excepted($i, $school, $period, 'n-unknown');
        return 'c' if defined $n && $n < $limit{min} && !$small;
    }
    return 'c' if $i->{kind} ne 'score' && !$small
        && is_small($c, $n, $sensitive ? $limit{ks} : $limit{k}, $sensitive);
    return 'k' if $proportion && defined $n && $n < $limit{counts};
    return 's';
}

# Not published per school: ВПР, and sensitive without any exception.
sub is_level {
    my ($i, $school, $period) = @_;
    return 0 if $school eq '';
    my $any = grep { $_->{i} eq $i->{id} } @exceptions;
    return 0 if !($i->{source} || ($i->{class} eq 'sensitive' && !$any));
    return !excepted($i, $school, $period, 'level');
}

# A share as it is written, in tenths of a percent.
sub tenths {
    my ($x, $n) = @_;
    my $text = share_text($x, $n);
    $text =~ s/,/./;
    return int($text * 10 + 0.5);
}

# The whole: its state and its exact sums.
sub whole {
    my ($cell, $state, $i, $period) = @_;
    my ($leaves, $hidden, $levels, $c, $n, $v, $vn, $all_n, $guess) =
        (0, 0, 0, 0, 0, '', 0, 1, 0);
    for my $school (@schools) {
        my $key = "$i->{id} $school $period";
        my $x = $cell->{$key} or next;
        $hidden++ if $state->{$key} eq 'c';
        next if $x->{st} ne 'v';
        $leaves++;
        $levels++ if $state->{$key} eq 'l';
        my $people = n_of($cell, $i, $school, $period);
        my $value = $i->{kind} eq 'score' ? $x->{v}
                  : $i->{kind} eq 'share' ? tenths($x, $people) : 0;
        $guess++ if defined $x->{odd} && $i->{write} eq 'vn';
        $c += count_of($i, $x) // 0;
        $v .= ' ' . join('/', $value, count_of($i, $x) // '?',
                         $people // '?') if $i->{agg} eq 'mean';
        if (defined $people) {
            $n += $people;
            $vn += $value * $people;
        } else {
            $all_n = 0;
        }
    }
    my $can = $leaves && ($i->{agg} ne 'weighted' || ($all_n && $n > 0));
    return ($hidden ? 'c' : '-', '') if !$can;
    # the mean of shares is of their rounded values: told apart by all of them
    $v = join ' ', sort split ' ', $v if $i->{agg} eq 'mean';
    return ('c', '') if $levels == 1;
    # counts are exact unless one was guessed from its share
    if ($i->{kind} eq 'share' && !$guess) {
        $vn = 0;
    } elsif ($i->{kind} eq 'share' && $i->{agg} eq 'weighted') {
        $c = int(int($vn / $n + 0.5) * $n / 1000 + 0.5);
    }
    return (primary($i, '', $period, $i->{kind} eq 'score' ? undef : $c,
                    $all_n ? $n : undef), "$leaves $c $n $v $vn");
}

sub hide {
    my ($state, $key) = @_;
    return 0 if !$state->{$key} || $state->{$key} !~ /^[sk]$/;
    $state->{$key} = 'c';
    return 1;
}

sub settle {
    my ($cell, $state) = @_;
    my $changed = 0;
    for my $i (@indicators) {
        for my $period (@periods) {
            my @keys = map { "$i->{id} $_ $period" } @schools;
            my $whole = "$i->{id}  $period";
            if ((grep { ($state->{$_} // '') eq 'c' } @keys)
                && ($state->{$whole} // '') =~ /^[skc]$/) {
                $changed += hide($state, $_)
                    for $i->{policy} eq 'total-first' ? @keys : $whole;
            }
            for my $school (@schools, '') {
                my $key = "$i->{id} $school $period";
                my $now = $state->{$key} // next;
                my $at = sub { "$_[0] $school $period" };
                my @parts = map { $at->($_->{id}) }
                    grep { $_->{part} eq $i->{id} } @indicators;
                if ($now eq 'c' && @parts
                    && !(grep { ($state->{$_} // '') !~ /^[sk]$/ } @parts)) {
                    my $some = grep { amount($cell, $_) } @parts;
                    $changed += hide($state, $_) for $some ? @parts : ();
                }
                if ($now eq 'c' && $i->{part}) {
                    my @others = map { $at->($_->{id}) }
                        grep { $_->{part} eq $i->{part} } @indicators;
                    $changed += hide($state, $_)
                        for $i->{policy} eq 'total-first'
                            ? @others : $at->($i->{part});
                }
                if ($i->{twin}) {
                    my $twin = $at->($i->{twin});
                    $changed += hide($state, $twin) if $now eq 'c';
                    $changed += hide($state, $key)
                        if ($state->{$twin} // '') eq 'c';
                }
                $changed += hide($state, $key)
                    if $i->{den}
                        && ($state->{ $at->($i->{den}) } // '') =~ /^[cl]$/;
            }
        }
    }
    return $changed;
}

# The number of a part, whose whole may be a sum.
sub amount {
    my ($cell, $key) = @_;
    return $cell->{$key}{c} if $cell->{$key};
    my ($id, $period) = $key =~ /^(\S+)  (.*)$/;
    my $sum = 0;
    $sum += ($cell->{"$id $_ $period"} || {})->{c} // 0 for @schools;
    return $sum;
}

# States of all cells, and all that a reader may see, as one text.
sub release {
    my ($cell) = @_;
    my (%state, %sums);
    for my $i (@indicators) {
        for my $period (@periods) {
            for my $school (@schools, $i->{agg} eq 'given' ? '' : ()) {
                my $key = "$i->{id} $school $period";
                my $x = $cell->{$key} or next;
                $state{$key} =
                    is_level($i, $school, $period) ? 'l'
                    : $x->{st} ne 'v' ? $x->{st}
                    : primary($i, $school, $period, count_of($i, $x),
                              n_of($cell, $i, $school, $period));
            }
            next if $i->{agg} =~ /given|none/;
            my $whole = "$i->{id}  $period";
            ($state{$whole}, $sums{$whole}) =
                whole($cell, \%state, $i, $period);
        }
    }
    # A given whole whose n is a computed one has its n only now.
    1 while settle($cell, \%state);
    my $seen = '';
    for my $key (sort keys %state) {
        my ($id, $school, $period) = $key =~ /^(\S+) (\S*) (.*)$/;
        my $i = $indicator{$id};
        $seen .= "$key $state{$key}";
        if ($state{$key} =~ /^[sk]$/) {
            my $x = $cell->{$key};
            $seen .= defined $sums{$key} ? " $sums{$key}" : ' ' . join(' ',
                map { $_ // '?' } @$x{qw(c v odd)},
                n_of($cell, $i, $school, $period));
        }
        $seen .= "\n";
    }
    return (\%state, $seen);
}

# --- the second site ---

sub copy { my ($cell) = @_; return { map { $_ => { %{ $cell->{$_} } } }
                                     keys %$cell } }

# Numbers that a table may have: no count above its n, as far as n is given.
sub is_good {
    my ($cell, $i, $school, $period) = @_;
    my $x = $cell->{"$i->{id} $school $period"};
    my $n = n_of($cell, $i, $school, $period);
    return 1 if $i->{kind} eq 'score' || !defined $x->{c};
    return 0 if defined $n && $x->{c} > $n;
    return 0 if $i->{den} && defined $n && $n == 0;
    for my $share (grep { $_->{den} eq $i->{id} } @indicators) {
        my $y = $cell->{"$share->{id} $school $period"} or next;
        return 0 if $y->{st} eq 'v' && ($y->{c} > $x->{c} || $x->{c} == 0);
    }
    return 1;
}

sub change {
    my ($cell, $i, $school, $period) = @_;
    my $x = $cell->{"$i->{id} $school $period"};
    if (chance(0.4)) {          # with a sibling: the sums stay
        my $y = $cell->{"$i->{id} " . pick(@schools) . " $period"};
        return if !$y || $y->{st} ne 'v' || $x == $y || $school eq '';
        for my $part (qw(c n v odd)) {
            my ($mine, $theirs) = ($x->{$part}, $y->{$part});
            delete $x->{$part};
            delete $y->{$part};
            $x->{$part} = $theirs if defined $theirs;
            $y->{$part} = $mine if defined $mine;
        }
        if (defined $x->{c} && defined $y->{c} && chance(0.5)) {
            my $d = between(-3, 3);
            $x->{c} += $d;
            $y->{c} -= $d;
        }
        return;
    }
    my $new = random_cell($i);
    if ($i->{den}) {
        my $n = n_of($cell, $i, $school, $period);
        $new->{c} = between(0, $n) if defined $n;
    }
    delete @$x{qw(c n v odd)};
    defined $new->{$_} and $x->{$_} = $new->{$_} for qw(c n v odd);
}

sub vary {
    my ($state, $seen) = release(\%cell);
    my $b = copy(\%cell);
    my @hidden = sort grep { $state->{$_} =~ /^[cl]$/ && $b->{$_}
                             && $b->{$_}{st} eq 'v' } keys %$state;
    for my $try (1 .. 6) {
        for my $key (@hidden) {
            my ($id, $school, $period) = $key =~ /^(\S+) (\S*) (.*)$/;
            my $other = copy($b);
            change($other, $indicator{$id}, $school, $period);
            next if grep { $_ < 0 } map { defined $_->{c} ? $_->{c} : () }
                values %$other;
            next if grep { !is_good($other, $indicator{$id}, $_, $period) }
                grep { $other->{"$id $_ $period"}
                       && $other->{"$id $_ $period"}{st} eq 'v' }
                @schools, '';
            my (undef, $then) = release($other);
            $b = $other if $then eq $seen;
        }
    }
    return ($b, $state);
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
                $long .= join(';', $i->{id}, $school, $period,
                              long_row($i, $x, $n), $x->{flag} // '',
                              $x->{note} // '') . "\n";
            }
        }
    }
    return ($long, $wide);
}

sub indicators_table {
    my $text = 'id;title;unit;kind;class;direction;policy;aggregate;'
             . "denominator;part_of;same_as;source\n";
    for my $i (@indicators) {
        $text .= join(';', $i->{id}, "Показатель $i->{id}",
                      $i->{kind} eq 'share' ? '%' : 'чел.',
                      $i->{kind}, $i->{class}, $i->{direction},
                      @$i{qw(policy agg den part twin source)}) . "\n";
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
    my ($long, $wide) = values_tables($cell);
    write_file("$folder/content/site.yml", "title: Сайт\n"
        . "as_of: 2024-09-01\nbase_url: https://example.org/\n"
        . "disclosure: {k: $limit{k}, k_sensitive: $limit{ks}, "
        . "n_min: $limit{min}, counts_below: $limit{counts}}\n"
        . "municipalities:\n  r: {name: Район}\n");
    write_file("$folder/content/programs/p/index.md",
               programme_text($state));
    write_file("$folder/data/schools.csv", "id;name;municipality\n"
        . join('', map { "$_;Школа $_;r\n" } @schools));
    write_file("$folder/data/p/indicators.csv", indicators_table());
    write_file("$folder/data/p/values.csv", $long);
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
my ($b, $state) = vary();
write_site("$dir/a", \%cell, $state);
write_site("$dir/b", $b, $state);
my $changed = grep {
    my ($x, $y) = ($cell{$_}, $b->{$_});
    grep { ($x->{$_} // '') ne ($y->{$_} // '') } qw(c n v odd);
} keys %cell;
print "$changed\n";
