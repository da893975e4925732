#!/bin/sh
# Runs the examples of the editor's guide, content/guide.md and content/guide/,
# on the site that `vitrina new` writes; each part of a page (##) begins with a
# fresh one. What a fenced block is stands behind its language:
#   sh            commands; each must succeed
#   bash          commands for a server that is not here: their grammar only
#   text file P   the file P of the site
#   text add P    lines at its end; of a table: above its notes
#   text before P, then text after P: lines of P, and what to put there
#   text check .. what `vitrina check ..` says: all its problems; … is anything
#   text page P   words on the page P of the built site
# What is changed must pass the check without a word unless the page says
# otherwise. From the first heading on, columns.md and messages.md are what
# `vitrina help` prints. REGEN=1 writes what was said into the pages.
# Ends with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$vitrina" "$work/bin/vitrina"
# Commands of the guide find nothing of this machine but the programs; the
# server they speak of is a folder.
PATH=$work/bin:$PATH HOME=$work LC_ALL=C.UTF-8 TZ=UTC
GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1
export PATH HOME LC_ALL TZ GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
git config --global user.name 'Редактор'
git config --global user.email editor@example.ru
git config --global init.defaultBranch main
git config --global "url.$work/server/.insteadOf" https://git.example.ru/
git init -q --bare "$work/server/shkoly.git"
git init -q --bare "$work/server/sait.git"
"$vitrina" new "$work/starter" >/dev/null || exit 1
perl - "$work" content/guide.md content/guide/*.md <<'PERL'
use strict;
use warnings;
my ($work, @pages) = @ARGV;
my ($site, $passed, $failed, $regen) = ("$work/site", 0, 0, $ENV{REGEN});
my ($dirty, $unseen);       # changed since the last build, the last check

sub slurp {
    my ($path) = @_;
    local $/;
    open my $in, '<:raw', $path or return undef;
    return scalar <$in>;
}
sub spew {
    my ($path, $text) = @_;
    (my $folder = $path) =~ s{/[^/]*$}{};
    system 'mkdir', '-p', $folder;
    open my $out, '>:raw', $path or die "$path: $!";
    print $out $text;
}
sub verdict {
    my ($what, $trouble) = @_;
    if ($trouble eq '') { $passed++; return }
    $failed++;
    print "--- $what\n$trouble\n";
}
# The output of a command in the site's folder; its status is in $?.
sub run { my ($command) = @_; return scalar qx{cd '$site' && ($command) 2>&1} }

# --- one block each: trouble, or '' ---

sub change {
    my ($path, $how) = @_;
    my $text = slurp("$site/$path");
    return "there is no $path" unless defined $text;
    my $mark = $text =~ s/^\xEF\xBB\xBF// ? "\xEF\xBB\xBF" : '';
    my $crlf = $text =~ s/\r\n/\n/g;
    my $trouble = $how->(\$text);
    $text =~ s/\n/\r\n/g if $crlf;
    spew("$site/$path", $mark . $text);
    return $trouble;
}
sub replace {
    my ($path, $old, $new) = @_;
    return change($path, sub {
        my ($text) = @_;
        my $n = () = $$text =~ /^\Q$old\E/mg;
        return "$n times in $path:\n$old" unless $n == 1;
        $$text =~ s/^\Q$old\E/$new/m;
        return '';
    });
}
sub add {
    my ($path, $lines) = @_;
    return change($path, sub {
        my ($text) = @_;
        return '' if $path =~ /\.csv$/ && $$text =~ s/^("?\*)/$lines$1/m;
        $$text .= $lines;
        return '';
    });
}
# Does the line look like the pattern, in which … is anything?
sub fits {
    my ($pattern, $line) = @_;
    my $wild = join '.*', map {quotemeta} split /…/, $pattern, -1;
    return $line =~ /^$wild$/;
}
sub all_fit {
    my ($patterns, $lines) = @_;
    return 0 unless @$patterns == @$lines;
    fits($patterns->[$_], $lines->[$_]) or return 0 for 0 .. $#$lines;
    return 1;
}
# The problems must be those of the block, of --verbose some of them; other
# lines of the block must be among what it says beside them.
sub check {
    my ($options, $body, $quiet) = @_;
    my @said = split /\n/, run("vitrina check --lang ru $options");
    my @problems = grep {/^vitrina: /} @said;
    my @wanted = grep {/^vitrina: /} split /\n/, $$body;
    my $good = $$body ne '' || $quiet;
    if ($options =~ /verbose/) {
        for my $want (@wanted) { $good &&= grep {fits($want, $_)} @problems }
    } else {
        $good = all_fit(\@wanted, \@problems);
    }
    for my $want (grep {!/^vitrina: /} split /\n/, $$body) {
        $good &&= grep {fits($want, $_)} @said;
    }
    return '' if $good;
    $$body = join '', map {"$_\n"} @problems ? @problems : @said if $regen;
    return join "\n", 'said:', @said;
}
sub words_of {
    my ($html) = @_;
    $html =~ s/<[^>]*>//g;
    my %known = (lt => '<', gt => '>', amp => '&', quot => '"', '#39' => "'");
    $html =~ s/&(lt|gt|amp|quot|#39);/$known{$1}/g;
    $html =~ s/(?:\s|\xC2\xA0|\xE2\x80\xAF|\xC2\xAD)+/ /g;
    return $html;
}
sub shown {
    my ($path, $words) = @_;
    if ($dirty) {
        my $said = run('vitrina build --lang ru');
        return $said if $?;
        $dirty = 0;
    }
    my $page = slurp("$site/public/$path");
    return "no page $path" unless defined $page;
    my $wanted = words_of($words);
    $wanted =~ s/^ | $//g;
    return 'no words' if $wanted eq '';
    return index(words_of($page), $wanted) < 0 ? "not on $path: $wanted" : '';
}

# --- a page ---

sub begin_part {
    system 'rm', '-rf', $site;
    system 'cp', '-r', "$work/starter", $site;
    ($dirty, $unseen) = (1, 0);
}
sub end_part {
    my ($where) = @_;
    verdict("$where: what was changed", check('', \(my $nothing = ''), 1))
        if $unseen;
    $unseen = 0;
}
my $old;        # of `before`, for `after`
sub block {
    my ($info, $body) = @_;
    if ($info eq 'bash') {
        my $said = run("cat <<'END' | sh -n\n${$body}END\n");
        return $? ? $said : '';
    }
    my ($what, $path) = $info =~ /^(sh|text \w+) ?(.*)$/ or return 'no such block';
    ($dirty, $unseen) = (1, 1) if $what =~ /file|add|after|sh/;
    $unseen = 0 if $what =~ /sh|check|page/;
    if ($what eq 'sh') {
        my $said = run("set -e; $$body");
        return $? ? $said : '';
    }
    if ($what eq 'text before') { $old = $$body; return '' }
    if ($what eq 'text after') { return replace($path, $old, $$body) }
    if ($what eq 'text file') { spew("$site/$path", $$body); return '' }
    if ($what eq 'text add') { return add($path, $$body) }
    if ($what eq 'text check') { return check($path, $body) }
    if ($what eq 'text page') { return shown($path, $$body) }
    return 'no such block';
}
sub examples {
    my ($page, $text) = @_;
    my ($out, $line) = ('', 0);
    begin_part();
    my @lines = split /^/, $text;
    while (@lines) {
        my $first = shift @lines;
        $line++;
        $out .= $first;
        if ($first =~ /^## /) { end_part("$page:$line"); begin_part() }
        next unless $first =~ /^(```+|~~~+)(.*)$/;
        my ($fence, $info, $body, $at) = ($1, $2, '', $line);
        while (@lines && $lines[0] !~ /^\Q$fence\E\s*$/) {
            $body .= shift @lines;
            $line++;
        }
        verdict("$page:$at: $info", block($info, \$body));
        $out .= $body . (shift @lines // '');
        $line++;
    }
    end_part("$page:$line");
    return $out;
}
for my $page (@pages) {
    my $text = slurp($page);
    my $new;
    if ($page =~ m{/(columns|messages)\.md$}) {
        my $what = $1;
        ($new = $text) =~ s/^## .*//ms;
        $new .= qx{vitrina help $what --lang ru};
        verdict("$page: not as `vitrina help $what` prints it; mended by "
              . "REGEN=1 tests/guide.sh build/vitrina",
            $new eq $text ? '' : 'differs');
    } else {
        $new = examples($page, $text);
    }
    spew($page, $new) if $regen && $new ne $text;
}
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
PERL
