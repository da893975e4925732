#!/bin/sh
# coverage.sh VITRINA: is every fact of tests/coverage/*.txt in the built site?
# A line is `page<TAB>fact`: the fact stands in the text of that page, tags
# taken out, white space of any kind being one space. `#` begins a comment.
set -u
cd "$(dirname "$0")/.." || exit 1
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
"$1" build --strict -o "$site/out" >/dev/null || exit 1
perl -Mstrict -Mwarnings -Mutf8 -CSDA - "$site/out" tests/coverage/*.txt <<'PERL'
my ($site, @lists) = @ARGV;
my (%text, %n);
my ($passed, $failed) = (0, 0);
my %entity = (amp => '&', lt => '<', gt => '>', quot => '"', '#39' => "'",
              nbsp => ' ');

sub plain {
    my ($file) = @_;
    open(my $in, '<', $file) or return undef;
    local $/;
    my $t = <$in>;
    $t =~ s/<(script|style|svg)\b.*?<\/\1>/ /gs;
    $t =~ s/<wbr>|[\x{AD}\x{2060}]//g;
    $t =~ s/<[^>]*>/ /g;
    $t =~ s/&(#?\w+);/$entity{$1} \/\/ "&$1;"/ge;
    $t =~ s/[\s\x{A0}\x{202F}\x{2009}]+/ /g;
    $t =~ s/ (?=[.,;:)»])//g;       # a tag before a mark is no space
    return $t;
}

for my $list (@lists) {
    my $facts = 0;
    open(my $in, '<', $list) or die "$list: $!";
    while (my $line = <$in>) {
        $line =~ s/[\r\n]+$//;
        next if $line =~ /^(#|\s*$)/;
        my ($page, $fact) = split /\t/, $line, 2;
        $facts++;
        $text{$page} //= plain("$site/$page") // '';
        $fact //= '';
        $fact =~ s/[\s\x{A0}\x{202F}\x{2009}]+/ /g;
        if ($fact ne '' && index($text{$page}, $fact) >= 0) {
            $passed++;
        } else {
            print "$list:$.: not in $page: $fact\n";
            $failed++;
        }
    }
    my $least = $list =~ /report/ ? 20 : 60;
    if ($facts < $least) {
        print "$list: $facts facts, at least $least are wanted\n";
        $failed++;
    }
}
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
PERL
