#!/bin/sh
# Looks over the kits of schools and the calendars of a site that knows its
# address: no number that the school's page has not, nothing fetched from
# elsewhere, archives that other programs open, calendars by the letter of
# RFC 5545. A second argument is another folder to build. Ends with `N passed, N
# failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "${2:-$(dirname "$0")/..}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
base=https://vitrina.example.ru/
mkdir "$work/source"
cp -r "$root/content" "$root/data" "$work/source/"
sed -i "1i base_url: $base" "$work/source/content/site.yml"
"$vitrina" -C "$work/source" build -o "$work/out" >/dev/null || exit 1
cd "$work/out" || exit 1
perl -CSDA - "$base" <<'PERL'
use strict;
use warnings;
use utf8;
use Encode;
use IO::Uncompress::Unzip qw($UnzipError);
my ($base) = @ARGV;
my ($passed, $failed) = (0, 0);
my %bad;
sub bad { my ($what, $words) = @_; push @{$bad{$what}}, $words }
sub verdict {
    my ($what) = @_;
    my @bad = @{$bad{$what} // []};
    if (@bad) { $failed++; print "--- $what\n", map {"$_\n"} @bad[0 .. ($#bad > 15 ? 15 : $#bad)] }
    else { $passed++ }
}
sub bytes { open my $in, '<:raw', $_[0] or return undef; local $/; return scalar <$in> }
sub text { return decode('UTF-8', bytes($_[0]), Encode::FB_CROAK) }

# What a reader reads: without styles, tags, codes, sizes of files and
# addresses, which are not numbers of the school.
sub words {
    my ($html) = @_;
    $html =~ s{<style>.*?</style>}{}gs;
    $html =~ s{<title>.*?</title>}{}gs;
    $html =~ s{<textarea id="code-.*?</textarea>}{}gs;
    $html =~ s{<span class="size">.*?</span>}{}gs;
    $html =~ s{<footer.*?</footer>}{}gs;
    $html =~ s{<[^>]*>}{ }g;
    $html =~ s{\S*example\.ru\S*}{}g;
    return $html;
}
sub numbers { my %n; $n{$_} = 1 for $_[0] =~ /(?<![\w-])(\d+(?:,\d+)?)(?![\w-])/g; return \%n }

my @schools = map { m{^kits/(.*)/index\.html$} } sort glob 'kits/*/index.html';
my ($cells, $files) = (0, 0);
for my $id (@schools) {
    my $dir = "kits/$id";
    my $page = text("schools/$id.html");
    bad('schools without a link to their kit', $id) unless $page =~ m{href="\.\./kits/\Q$id\E/index\.html"};
    my $there = numbers(words($page));
    for my $name (qw(page.html sheet.html poster.html kak-razmestit.html index.html text.txt)) {
        my $html = text("$dir/$name");
        my $found = numbers(words($html));
        $cells += keys %$found;
        for (sort keys %$found) { bad('numbers that the page of the school has not', "$dir/$name: $_") unless $there->{$_} }
        next if $name eq 'text.txt' || $name eq 'index.html';
        $html =~ s{<textarea.*?</textarea>}{}gs;
        bad('files that need others', "$dir/$name") if $html =~ /<script|<link|<img|<iframe|\@import|url\(/;
        while ($html =~ /\s(?:href|src)="([^"]*)"/g) {
            my $to = $1;
            next if $to =~ /^\Q$base\E/ || $to =~ m{^https?://.*/sveden/};
            next if $name eq 'kak-razmestit.html' && $to =~ m{^[^/:]+$} && -f "$dir/$to";
            bad('files that need others', "$dir/$name -> $to");
        }
    }
    bad('lines that may begin with a dash', $id) if text("$dir/poster.html") =~ /Цель: [^<]* —/;
    bad('texts of more than three sentences and a link', $id)
        if (() = text("$dir/text.txt") =~ /(?<!\b[а-я])(?<!\bст)(?<!дер)(?<!пос)[.?!](?= [А-ЯЁ0-9«])/g) > 4;
    bad('texts without the mark of UTF-8, CRLF or address', $id)
        unless text("$dir/text.txt") =~ m{^\x{FEFF}[^\r\n]+ \Q$base\Es/\Q$id\E\.html\r\n$};

    # the archive: each file once, the same bytes, in the order of names
    my @names;
    my $zip = IO::Uncompress::Unzip->new("$dir/$id.zip", Strict => 1) or do { bad('archives', "$id: $UnzipError"); next };
    my $status = 1;
    while ($status > 0) {
        my $name = $zip->getHeaderInfo->{Name};
        my ($got, $buffer) = ('');
        $got .= $buffer while ($status = $zip->read($buffer)) > 0;
        bad('archives', "$id: $name: $UnzipError") if $status < 0;
        bad('archives', "$id: $name is not as outside") unless $got eq (bytes("$dir/$name") // '');
        push @names, $name;
        $files++;
        $status = $zip->nextStream;
    }
    my @outside = grep { !/^(?:index\.html|\Q$id\E\.zip)$/ } map { m{([^/]*)$} } sort glob "$dir/*";
    bad('archives', "$id: @names") unless "@names" eq "@outside";

    # index.html says how large each file is
    my $index = text("$dir/index.html");
    for my $name (@outside) {
        next if $name eq 'kak-razmestit.html';
        my $size = int((length(bytes("$dir/$name")) + 1023) / 1024);
        bad('sizes of files', "$id: $name") unless $index =~ m{<a href="\Q$name\E">\Q$name\E</a> <span class="size">\($size.КБ\)</span>};
    }
    my $size = int(((-s "$dir/$id.zip") + 1023) / 1024);
    bad('sizes of files', "$id.zip") unless $index =~ m{href="\Q$id\E\.zip">[^<]*</a> <span class="size">\(\Q$id\E\.zip, $size.КБ\)};
}
verdict($_) for 'schools without a link to their kit', 'numbers that the page of the school has not',
    'lines that may begin with a dash', 'texts of more than three sentences and a link', 'files that need others', 'texts without the mark of UTF-8, CRLF or address', 'archives', 'sizes of files';

# --- calendars ---
my $text = qr/(?:[^\\;,\x00-\x1f]|\\[\\;,nN])*/;
my %form = (
    VERSION => qr/2\.0/, PRODID => $text, CALSCALE => qr/GREGORIAN/, METHOD => qr/PUBLISH/, NAME => $text,
    'X-WR-CALNAME' => $text, UID => qr/[\w.-]+@[\w.-]+/, DTSTAMP => qr/\d{8}T\d{6}Z/,
    'DTSTART;VALUE=DATE' => qr/\d{8}/, 'DTEND;VALUE=DATE' => qr/\d{8}/, SUMMARY => qr/(?=.)$text/,
    DESCRIPTION => $text, URL => qr/\Q$base\E\S+/, STATUS => qr/CONFIRMED|TENTATIVE|CANCELLED/, TRANSP => qr/TRANSPARENT/,
);
my @once = ('UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'DTEND;VALUE=DATE', 'SUMMARY', 'STATUS');
sub is_date {
    my ($y, $m, $d) = $_[0] =~ /^(\d{4})(\d\d)(\d\d)$/;
    my @days = (31, $y % 4 || (!($y % 100) && $y % 400) ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    return $m >= 1 && $m <= 12 && $d >= 1 && $d <= $days[$m - 1];
}
my $events = 0;
for my $file (sort(glob('schools/*.ics'), glob('programs/*/plan.ics'))) {
    my $raw = bytes($file);
    my @lines = split /\r\n/, $raw, -1;
    bad('calendars', "$file: no line break at the end") if pop @lines ne '';
    for (@lines) {
        bad('calendars', "$file: longer than 75: $_") if length > 75;
        bad('calendars', "$file: a lone CR or LF") if /[\r\n]/;
        eval { decode('UTF-8', my $copy = $_, Encode::FB_CROAK); 1 } or bad('calendars', "$file: a cut character");
    }
    $raw =~ s/\r\n //g;
    my (@open, %uids, %event, %head);
    for (split /\r\n/, decode('UTF-8', $raw)) {
        my ($name, $value) = /^([A-Z-]+(?:;VALUE=DATE)?):(.*)$/s or do { bad('calendars', "$file: $_"); next };
        if ($name eq 'BEGIN') {
            bad('calendars', "$file: $value inside @open") unless $value eq (qw(VCALENDAR VEVENT))[scalar @open];
            push @open, $value;
            %event = ();
        } elsif ($name eq 'END') {
            bad('calendars', "$file: end of $value") unless @open && pop @open eq $value;
            next if $value ne 'VEVENT';
            $events++;
            bad('calendars', "$file: no $_") for grep { !$event{$_} } @once;
            bad('calendars', "$file: $event{UID} twice") if $uids{$event{UID}}++;
            my ($from, $to) = @event{'DTSTART;VALUE=DATE', 'DTEND;VALUE=DATE'};
            bad('calendars', "$file: $event{UID}: $from to $to") unless is_date($from) && is_date($to) && $from < $to;
        } else {
            bad('calendars', "$file: $name: $value") unless $form{$name} && $value =~ /^$form{$name}$/;
            bad('calendars', "$file: $name twice") if (@open == 2 ? \%event : \%head)->{$name};
            (@open == 2 ? \%event : \%head)->{$name} = $value;
        }
    }
    bad('calendars', "$file: not closed") if @open;
    bad('calendars', "$file: no version or maker") unless $head{VERSION} && $head{PRODID};
    my ($from) = $file =~ m{^schools/(.*)\.ics$};
    my ($page) = $from ? "schools/$from.html" : $file =~ s/ics$/html/r;
    my ($name) = $file =~ m{([^/]*)$};
    bad('calendars', "$page has no link to $file") unless text($page) =~ /href="\Q$name\E"/;
}
verdict('calendars');
bad('nothing looked at', "$cells numbers, $files files, $events events") unless @schools > 10 && $cells > 100 && $files > 50 && $events > 20;
verdict('nothing looked at');
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
PERL
