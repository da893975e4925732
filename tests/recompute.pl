#!/usr/bin/perl
# Computes every status, degree and yearly result of a built site again, from
# its open data (values.csv, targets.csv, finance.csv, progress.csv) and the
# parameters that calc.json states, without a line of the program, and
# compares to 1e-9: recompute.pl FOLDER. Ends with `N passed, N failed`.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use JSON::PP;
use List::Util qw(first max min);
use Math::BigRat;

my $site = shift // 'public';
my ($passed, $failed) = (0, 0);

sub verdict {
    my ($what, @bad) = @_;
    if (@bad) {
        $failed++;
        print "--- $what\n", map {"$_\n"} @bad[0 .. min(15, $#bad)];
    }
    else { $passed++ }
}

# --- numbers and tables ---

sub rat { return Math::BigRat->new("$_[0]") }
my $tolerance = rat('1/1000000000');

sub same {
    my ($got, $want) = @_;
    return !defined $got && !defined $want
        if !defined $got || !defined $want;
    return abs(rat($got) - rat($want)) <= $tolerance;
}
sub shown { return defined $_[0] ? "$_[0]" : 'null' }

sub slurp {
    my ($path) = @_;
    open my $in, '<:raw', $path or return undef;
    local $/;
    return scalar <$in>;
}

sub table {
    my $text = slurp($_[0]) // return ();
    utf8::decode($text);
    my (@rows, @row);
    while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|\z)/gc) {
        my ($cell, $end) = (defined $1 ? $1 =~ s/""/"/gr : $2, $3);
        push @row, $cell;
        next if $end eq ',';
        push @rows, [@row] if @row > 1 || $row[0] ne '';
        @row = ();
        last if pos($text) >= length $text;
    }
    my $head = shift @rows // return ();
    return map { my %r; @r{@$head} = @$_; \%r } @rows;
}

# --- periods ---

# Where a period ends: (year, month, day).
sub end_of {
    my ($p) = @_;
    $p =~ s/^.*\.\.//;
    return ($1, 12, 31) if $p =~ /^(\d{4})$/;
    return ($2 == $1 + 1 ? ($2, 8, 31) : ($2, 12, 31))
        if $p =~ /^(\d{4})-(\d{4})$/;
    return ($1, $2 == 1 ? (6, 30) : (12, 31)) if $p =~ /^(\d{4})-H(\d)$/;
    return ($1, 3 * $2, $2 == 1 || $2 == 4 ? 31 : 30)
        if $p =~ /^(\d{4})-Q(\d)$/;
    return ($1, $2, 31) if $p =~ /^(\d{4})-(\d\d)$/;
    return ($1, $2, $3) if $p =~ /^(\d{4})-(\d\d)-(\d\d)$/;
    die "period $p";
}
sub end_key { return sprintf '%04d-%02d-%02d', end_of($_[0]) }
sub year_of { return (end_of($_[0]))[0] }

# The period right before; undef where the script need not know.
sub before {
    my ($p) = @_;
    return $1 - 1 if $p =~ /^(\d{4})$/;
    if ($p =~ /^(\d{4})-(\d{4})$/) {
        return ($1 - 1) . "-$1" if $2 == $1 + 1;
        my $n = $2 - $1 + 1;
        return ($1 - $n) . '-' . ($2 - $n);
    }
    if ($p =~ /^(\d{4})-([HQ])(\d)$/) {
        return "$1-$2" . ($3 - 1) if $3 > 1;
        return ($1 - 1) . "-$2" . ($2 eq 'H' ? 2 : 4);
    }
    return $2 > 1 ? sprintf('%04d-%02d', $1, $2 - 1)
                  : sprintf('%04d-12', $1 - 1)
        if $p =~ /^(\d{4})-(\d\d)$/;
    return undef;
}

# --- targets as people write them ---

my %words = (
    'at-most' => ['не более, чем', 'не более чем', 'не более', 'не больше',
                  'не выше', 'at most', '<=', '≤', '<'],
    'at-least' => ['не менее, чем', 'не менее чем', 'не менее', 'не меньше',
                   'не ниже', 'at least', '>=', '≥', '>'],
    'up-to' => ['до', 'up to'],
);
my $blank = qr/[\s\x{A0}\x{202F}]/;
my $number = qr/[-−]?\d+(?:$blank\d{3})*(?:[.,]\d+)?/;

sub plain {
    my ($n) = @_;
    $n =~ s/$blank//g;
    $n =~ tr/,−/.-/;
    return rat($n);
}

# (operator, plan, high); the operator of a bare number is empty.
sub target {
    my $text = lc $_[0];
    $text =~ s/^$blank+|$blank+$//g;
    return ('yes', rat(1)) if $text =~ /^(да|yes|true|истина|есть)$/;
    return ('yes', rat(0)) if $text =~ /^(нет|no|false|ложь)$/;
    for my $op (keys %words) {
        for my $word (@{ $words{$op} }) {
            return ($op, plain($1))
                if $text =~ /^\Q$word\E$blank*($number)$blank*%?$/;
        }
    }
    return ('', plain($1)) if $text =~ /^($number)$blank*%?$/;
    return ('range', plain($1), plain($2))
        if $text =~ /^от ($number)$blank*%? до ($number)$blank*%?$/
        || $text =~ /^($number)$blank*%?$blank*[-–—]$blank*($number)$blank*%?$/;
    return ('words');
}

sub operator {
    my ($op, $direction) = @_;
    return $op eq 'words' ? undef : $op if $op ne '' && $op ne 'up-to';
    return { up => 'at-least', down => 'at-most',
             range => 'range', none => undef }->{$direction};
}

# --- one cell ---

sub gap {
    my ($op, $fact, $low, $high) = @_;
    return $low - $fact if $op ne 'at-most' && $fact < $low;
    return $fact - $high if $op ne 'at-least' && $fact > $high;
    return rat(0);
}

sub degree {
    my ($method, $op, $status, $fact, $plan) = @_;
    return rat($status eq 'reached' ? 1 : 0) if $method eq 'share-reached';
    return undef if $op ne 'at-least' && $op ne 'at-most';
    return undef if $fact < 0 || $plan < 0;
    my ($over, $under) = $op eq 'at-least' ? ($fact, $plan) : ($plan, $fact);
    return $under == 0 ? rat(1) : $over / $under;
}

# Status, near, gap, degree of a fact against a target.
sub judge {
    my ($i, $op, $fact, $low, $high, $before) = @_;
    my ($status, $near, $gap);
    if ($op eq 'yes') {
        $status = $fact == $low ? 'reached' : 'not-yet';
    }
    else {
        $gap = gap($op, $fact, $low, $high);
        my $bound = $fact > $high ? $high : $low;
        my $small = 10 * $gap <= abs $bound;
        my $moved = defined $before
            && $gap < gap($op, $before, $low, $high);
        $near = $gap == 0 ? undef
              : $small && $moved ? 'gap and move'
              : $small ? 'gap' : $moved ? 'move' : undef;
        $status = $gap == 0 ? 'reached' : $near ? 'near' : 'not-yet';
    }
    return ($status, $near, $gap,
            degree($i->{method}, $op, $status, $fact, $low));
}

# --- the tables of one programme ---

my ($calc, %indicator, %fact, %target, @bad);

sub target_of {
    my ($indicator, $school, $period) = @_;
    my $of = $target{$indicator}{$period} // return undef;
    return $of->{''} if $school eq '';
    return $of->{$school} // $of->{'*'};
}

sub shown_fact {
    my ($indicator, $school, $period) = @_;
    my $f = $fact{$indicator}{$school}{$period} // return undef;
    return $f->{status} eq '' && $f->{value} ne '' ? rat($f->{value}) : undef;
}

# What stood before: the table's value, of the whole else the baseline.
sub value_before {
    my ($row, $i) = @_;
    my $period = before($row->{period}) // $row->{before_period};
    return undef if !defined $period
        || grep { $_ eq $row->{period} } @{ $i->{breaks} };
    my $f = $fact{ $row->{indicator} }{ $row->{school} }{$period};
    # the value of a small group is printed and not compared
    return undef if $f && $f->{n} ne '' && $f->{n} < 20
        && !defined $row->{before};
    return rat($f->{value}) if $f && $f->{status} eq '' && $f->{value} ne '';
    return undef if $row->{school} ne ''
        || ($f && $f->{status} ne 'x')
        || ($i->{baseline_period} // '') ne $period;
    return rat($i->{baseline});
}

sub check_row {
    my ($row) = @_;
    my $name = join ' ', map { "'$_'" } @$row{qw(indicator school period)};
    my $i = $indicator{ $row->{indicator} };
    my $text = target_of(@$row{qw(indicator school period)});
    return push @bad, "$name: target $row->{target}"
        if !defined $text || $text ne $row->{target};
    my ($op, $low, $high) = target($text);
    $high //= $low;
    $op = operator($op, $i->{direction});
    my $fact = shown_fact(@$row{qw(indicator school period)});
    $fact = undef if $row->{state} eq 'counts';
    my $over = end_key($row->{period}) lt $calc->{as_of} ? 1 : 0;
    my @want = $over ? ('no-data') : ('not-due');
    my $before;
    if (defined $fact) {
        @want = ('no-target');
        if (defined $op) {
            $before = value_before($row, $i);
            @want = judge($i, $op, $fact, $low, $high, $before);
        }
    }
    push @bad, "$name: over" if $over != ($row->{over} ? 1 : 0);
    push @bad, "$name: operator " . shown($row->{op})
        if shown($row->{op}) ne shown($op);
    push @bad, "$name: status $row->{status}, not $want[0]"
        if $row->{status} ne $want[0];
    push @bad, "$name: near " . shown($row->{near})
        if shown($row->{near}) ne shown($want[1]);
    my @numbers = (['plan', $low], ['fact', $fact], ['before', $before],
                   ['gap', $want[2]], ['degree', $want[3]]);
    for (@numbers) {
        push @bad, "$name: $_->[0] " . shown($row->{ $_->[0] }) . ', not '
            . shown($_->[1]) if !same($row->{ $_->[0] }, $_->[1]);
    }
}

# Every cell of the open data with a target has its row.
sub check_complete {
    my %row = map { join("\t", @$_{qw(indicator school period)}) => 1 }
        @{ $calc->{rows} };
    for my $i (keys %fact) {
        for my $s (keys %{ $fact{$i} }) {
            for my $p (keys %{ $fact{$i}{$s} }) {
                push @bad, "no row of $i '$s' $p"
                    if defined target_of($i, $s, $p)
                    && !$row{"$i\t$s\t$p"};
            }
        }
    }
    for my $i (keys %target) {
        for my $p (keys %{ $target{$i} }) {
            push @bad, "no row of $i $p"
                if defined $target{$i}{$p}{''} && !$row{"$i\t\t$p"};
        }
    }
}

# --- years ---

sub capped { return $_[0] > 1 ? rat(1) : $_[0] }

# The rows of the whole that speak for the year.
sub rows_of_year {
    my ($year) = @_;
    my %last;
    for my $row (grep { $_->{school} eq '' } @{ $calc->{rows} }) {
        next if year_of($row->{period}) != $year;
        my $old = $last{ $row->{indicator} };
        $last{ $row->{indicator} } = $row
            if !$old || end_key($row->{period}) ge end_key($old->{period});
    }
    return values %last;
}

sub check_indicators {
    my ($name, $block, @rows) = @_;
    my %n = map { $_ => 0 } qw(reached near not_yet no_data not_due no_target);
    my ($sum, $degrees) = (rat(0), 0);
    for my $row (@rows) {
        (my $status = $row->{status}) =~ tr/-/_/;
        $n{$status}++;
        next if !defined $row->{degree};
        $degrees++;
        $sum += capped(rat($row->{degree}));
    }
    $n{in_words} = delete $n{no_target};
    $n{judged} = $n{reached} + $n{near} + $n{not_yet};
    $n{indicators} = @rows;
    $n{degrees} = $degrees;
    for (sort keys %n) {
        push @bad, "$name: $_ $block->{$_}, not $n{$_}"
            if $block->{$_} != $n{$_};
    }
    my $sr = $calc->{method} eq 'share-reached'
        ? ($n{judged} ? rat($n{reached}) / $n{judged} : undef)
        : ($degrees ? $sum / $degrees : undef);
    push @bad, "$name: sr " . shown($block->{sr}) . ', not ' . shown($sr)
        if !same($block->{sr}, $sr);
    push @bad, "$name: sr_why" if defined $sr == defined $block->{sr_why};
}

# A row that stands for this one: of all sources or all purposes.
sub covered {
    my ($row, @rows) = @_;
    return first {
        ($_->{source} ne $row->{source} || $_->{purpose} ne $row->{purpose})
            && ($_->{source} eq '' || $_->{source} eq $row->{source})
            && ($_->{purpose} eq '' || $_->{purpose} eq $row->{purpose})
    } @rows;
}

sub roubles {
    my ($sum, $unit) = @_;
    (my $bare = lc $unit) =~ s/[\s.\x{A0}]//g;
    return rat($sum) * ($bare =~ /^млн/ ? 1000000 : $bare =~ /^тыс/ ? 1000
                                                                    : 1);
}

sub check_money {
    my ($name, $year, @finance) = @_;
    my @rows = grep { $_->{year} == $year->{year} } @finance;
    @rows = grep { my $row = $_; !covered($row, @rows) } @rows;
    for (['planned', 'planned'], ['spent', 'actual']) {
        my ($key, $column) = @$_;
        next if !defined $year->{$key};
        my $sum = rat(0);
        $sum += roubles($_->{$column}, $_->{unit}) for @rows;
        push @bad, "$name: $key $year->{$key}"
            if $sum != roubles($year->{$key}, $year->{unit});
    }
    push @bad, "$name: ssuz " . shown($year->{ssuz})
        if defined $year->{ssuz}
        && !same($year->{ssuz}, rat($year->{spent}) / rat($year->{planned}));
}

sub check_measures {
    my ($name, $year, @reports) = @_;
    my @due = @{ $year->{measures} };
    my $done = grep { ($_->{status} // '') eq 'done' && !$_->{late} } @due;
    my $silent = grep { !defined $_->{status} } @due;
    push @bad, "$name: $done done of " . @due . ", $silent silent"
        if $year->{due} != @due || $year->{done} != $done
        || $year->{no_report} != $silent;
    for my $m (@due) {
        push @bad, "$name: $m->{id} has a report"
            if !defined $m->{status}
            && grep { $_->{measure} eq $m->{id} && $_->{status} ne ''
                      && year_of($_->{period}) == $year->{year} } @reports;
    }
    my $srm = @due && !$silent && $year->{over} ? rat($done) / @due : undef;
    push @bad, "$name: srm " . shown($year->{srm})
        if !same($year->{srm}, $srm);
}

sub check_result {
    my ($name, $year) = @_;
    my $ratio = $calc->{method} eq 'rf-ratio';
    my ($eis, $er, $class);
    if ($ratio && $year->{over} && defined $year->{srm}
        && defined $year->{ssuz} && rat($year->{spent}) > 0) {
        $eis = rat($year->{done}) * rat($year->{planned})
             / (rat($year->{due}) * rat($year->{spent}));
        $er = rat($year->{sr}) * rat($year->{eis}) if defined $year->{sr};
    }
    if (defined $er) {
        my $short = (rat($year->{er}) * 1000000 + rat('1/2'))->bfloor
                  / 1000000;
        $class = $short >= rat('9/10') ? 'high'
               : $short >= rat('8/10') ? 'medium'
               : $short >= rat('7/10') ? 'satisfactory' : 'unsatisfactory';
    }
    if (!$ratio && $year->{over} && $year->{judged}) {
        $class = 10 * $year->{reached} >= 9 * $year->{judged} ? 'not-low'
                                                              : 'low';
    }
    push @bad, "$name: eis " . shown($year->{eis}) . ', not ' . shown($eis)
        if !same($year->{eis}, $eis);
    push @bad, "$name: er " . shown($year->{er}) . ', not ' . shown($er)
        if !same($year->{er}, $er);
    push @bad, "$name: class " . shown($year->{class}) . ', not '
        . shown($class) if shown($year->{class}) ne shown($class);
}

# --- all programmes ---

sub check_programme {
    my ($folder) = @_;
    $calc = decode_json(slurp("$folder/calc.json"));
    my $id = $calc->{programme};
    %indicator = map { $_->{id} => $_ } @{ $calc->{indicators} };
    (%fact, %target) = ();
    $fact{ $_->{indicator} }{ $_->{school} }{ $_->{period} } = $_
        for table("$folder/values.csv");
    $target{ $_->{indicator} }{ $_->{period} }{ $_->{school} } = $_->{target}
        for table("$folder/targets.csv");
    @bad = ();
    check_row($_) for @{ $calc->{rows} };
    verdict("$id: statuses and degrees", @bad);
    @bad = ();
    check_complete();
    verdict("$id: every cell with a target", @bad);
    @bad = ();
    my @finance = table("$folder/finance.csv");
    my @reports = table("$folder/progress.csv");
    check_indicators("$id now", $calc->{now}, grep {
        $_->{school} eq '' && $_->{period}
            eq ($calc->{now}{periods}{ $_->{indicator} } // '')
    } @{ $calc->{rows} });
    for my $year (@{ $calc->{years} }) {
        my $name = "$id $year->{year}";
        check_indicators($name, $year, rows_of_year($year->{year}));
        check_measures($name, $year, @reports);
        check_money($name, $year, @finance);
        check_result($name, $year);
    }
    verdict("$id: results by year", @bad);
}

my @files = sort glob "$site/data/*/calc.json";
verdict('calc.json', @files ? () : "none in $site/data");
check_programme($_ =~ s{/calc\.json$}{}r) for @files;
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
