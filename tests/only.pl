#!/usr/bin/perl
# Looks over the sites of single schools: only.pl WHOLE SCHOOLS BASE_URL, the
# folder of the whole site, that of the schools' folders, and the address of
# the whole or nothing. Prints what is wrong.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Find;
my ($whole, $schools, $base) = @ARGV;
my ($wrong, $pages, $outside) = (0, 0, 0);

sub wrong { print "@_\n"; $wrong++ }
sub slurp {
    my ($path) = @_;
    local $/;
    open my $in, '<', $path or die "$path: $!\n";
    return scalar <$in>;
}
sub files {
    my ($folder) = @_;
    my %files;
    find({no_chdir => 1, wanted => sub {
        $files{substr $_, length($folder) + 1} = 1 if -f }}, $folder);
    return %files;
}
# What a reader sees: text without tags.
sub words {
    my ($html) = @_;
    $html =~ s/<style.*?<\/style>//gs;
    $html =~ s/<[^>]*>/ /g;
    $html =~ s/&[a-z]+;|&#\d+;/ /g;
    return $html;
}
sub numbers { my %n; $n{$_}++ for words($_[0]) =~ /\d+(?:[.,]\d+)*/g; return %n }
sub main_of { return $_[0] =~ /<main.*?<\/main>/s ? $& : '' }

# An address as seen from a file of the site.
sub resolve {
    my ($from, $url) = @_;
    (my $path = $from) =~ s{[^/]*$}{};
    $path .= $url;
    1 while $path =~ s{(^|/)[^/]+/\.\./}{$1};
    $path =~ s/%([0-9A-F]{2})/chr hex $1/ge;
    return $path;
}
sub check_link {
    my ($site, $files, $file, $url, $is_link) = @_;
    return if $is_link && $url =~ /^(mailto|tel):/;
    if ($url =~ /^https?:/) {
        return wrong("$site/$file: $url is loaded from elsewhere")
            unless $is_link;
        $outside++;
        return unless $base ne '' && $url =~ /^\Q$base\E([^#]*)/;
        return wrong("$site/$file: the whole site has no $1")
            unless -f "$whole/$1";
        return;
    }
    return wrong("$site/$file: an address of no kind: $url")
        if $url =~ /^[a-z]+:/;
    my ($path, $part) = $url =~ /^([^#]*)(?:#(.*))?$/;
    my $to = $path eq '' ? $file : resolve($file, $path);
    return wrong("$site/$file: no $to ($url)") unless $files->{$to};
    return unless defined $part;
    wrong("$site/$file: no #$part in $to")
        unless slurp("$schools/$site/$to") =~ /\bid="\Q$part\E"/;
}
sub check_page {
    my ($site, $files, $file) = @_;
    my $html = slurp("$schools/$site/$file");
    $pages++;
    wrong("$site/$file: has a script") if $html =~ /<script|\son[a-z]+=/;
    wrong("$site/$file: has a frame or a base") if $html =~ /<iframe|<base/;
    wrong("$site/$file: has navigation of a site")
        if $html =~ /class="site-(header|nav)"|class="crumbs/;
    wrong("$site/$file: messengers are told nothing")
        unless $file eq 'poster.html' || $html =~ /property="og:title"/;
    wrong("$site/$file: not light")
        unless $file eq 'poster.html' || $html =~ /school\.css"/;
    wrong("$site/$file: leads nowhere") if $html =~ /nowhere:|href=""/;
    while ($html =~ /<(a|link|img|source)\s([^>]*)>/g) {
        my ($tag, $rest) = ($1, $2);
        my ($url) = $rest =~ /\b(?:href|src)="([^"]*)"/ or next;
        next if $rest =~ /rel="canonical"/;
        check_link($site, $files, $file, $url, $tag eq 'a');
    }
}
# The same page of the whole site.
sub origin {
    my ($site, $file) = @_;
    return "schools/$site.html" if $file eq 'index.html';
    return "posters/$site.html" if $file eq 'poster.html';
    return "data/schools/$1" if $file =~ m{^data/(.*)};
    return $file;
}
sub check_same {
    my ($site, $file) = @_;
    my $from = origin($site, $file);
    my ($own, $theirs) = map { slurp($_) } "$schools/$site/$file",
        "$whole/$from";
    if ($file !~ /\.html$/) {
        wrong("$site/$file is not $from") unless $own eq $theirs;
        return;
    }
    my %known = numbers($theirs);
    my %shown = numbers(main_of($own));
    for (sort keys %shown) {
        wrong("$site/$file: $_ is not in $from") unless $known{$_};
    }
    return unless $file eq 'index.html';
    # And of the school's own nothing is left out.
    my %has = numbers(main_of($theirs));
    for (sort keys %has) {
        wrong("$site/$file: lacks $_ of $from") unless $shown{$_};
    }
    wrong("$site/$file: the mark of invented data")
        if ($own =~ /class="banner demo"/) != ($theirs =~ /class="banner demo"/);
}

opendir my $dir, $schools or die "$schools: $!\n";
for my $site (sort grep { !/^\./ } readdir $dir) {
    my %files = files("$schools/$site");
    for (qw(index.html poster.html style.css school.css manifest.json)) {
        wrong("$site: no $_") unless $files{$_};
    }
    wrong("$site: manifest.json does not say what it is")
        unless slurp("$schools/$site/manifest.json")
            =~ /^"only": "school:\Q$site\E",$/m;
    for my $file (sort keys %files) {
        check_page($site, \%files, $file) if $file =~ /\.html$/;
        check_same($site, $file)
            unless $file =~ /^(manifest\.json|school\.css)$/;
        wrong("$site: a page of another school: $file")
            if $file =~ m{^(schools|posters|embed|w|s|kits)/}
               && $file ne 'posters/poster.css' && $file ne "schools/$site.ics";
    }
}
wrong("too few pages were looked at: $pages") if $pages < 100;
wrong("no link leads to the whole site") if $base ne '' && $outside < 100;
exit($wrong ? 1 : 0);
