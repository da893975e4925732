# serve.pl VITRINA: the preview as a browser and an editor meet it, on a new
# starter site. Ends with `N passed, N failed`.
use strict;
use warnings;
use File::Find;
use File::Temp qw(tempdir);
use IO::Select;
use IO::Socket::INET;
use POSIX ();

my ($vitrina) = @ARGV;
my ($passed, $failed) = (0, 0);
my $dir = tempdir(CLEANUP => 1);
my ($pid, $port, $log);

# In list context a match that fails is no argument at all: so it comes last.
sub ok {
    my ($what, $good) = @_;
    $good ? $passed++ : $failed++;
    print "FAILED: $what\n" unless $good;
    return $good;
}

sub slurp {
    my ($path) = @_;
    open(my $in, '<:raw', $path) or return undef;
    local $/;
    return scalar <$in>;
}

sub save {
    my ($path, $bytes, $mode) = @_;
    open(my $out, $mode || '>:raw', "$dir/$path") or die "$path: $!";
    print $out $bytes;
    close $out;
}

sub start {
    my (@options) = @_;
    my $out = "$dir/serve.out";
    $log = "$dir/serve.err";
    unlink $out;
    $pid = fork;
    if (!$pid) {
        open(STDOUT, '>', $out);
        open(STDERR, '>', $log);
        exec $vitrina, '-C', "$dir/site", 'serve', '--lang', 'en', @options;
        exit 127;
    }
    for (1 .. 200) {
        select undef, undef, undef, 0.05;
        my $said = slurp($out) // '';
        return $port = $1 if $said =~ m{http://127\.0\.0\.1:(\d+)/};
    }
    die "no address: " . (slurp($log) // '');
}

sub stop {
    my ($signal) = @_;
    kill $signal, $pid;
    waitpid $pid, 0;
    return $?;
}

sub ask {
    my ($path, %with) = @_;
    my $host = $with{host} || "127.0.0.1:$port";
    my $method = $with{method} || 'GET';
    my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port",
                                  Timeout => 10) or return (0, '', '');
    print $s "$method $path HTTP/1.1\r\nHost: $host\r\n"
           . "Connection: close\r\nContent-Length: 0\r\n\r\n";
    local $/;
    my $all = <$s> // '';
    my ($head, $body) = split /\r\n\r\n/, $all, 2;
    my ($status) = ($head // '') =~ m{^HTTP/1\.\d (\d+)};
    return ($status // 0, $body // '', $head // '');
}

# The page as it was built: without what the preview put in.
sub bare {
    my ($html) = @_;
    $html =~ s{<script src="/\.vitrina/reload\.js"[^>]*></script>\n}{};
    return $html;
}

# Waits until a page says, or no more says, something.
sub until_page {
    my ($path, $pattern, $there) = @_;
    for (1 .. 100) {
        my (undef, $body) = ask($path);
        return 1 if ($body =~ $pattern) == $there;
        select undef, undef, undef, 0.05;
    }
    return 0;
}

# An open stream of events.
sub listen_events {
    my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port") or die;
    print $s "GET /.vitrina/events HTTP/1.1\r\nHost: localhost:$port\r\n\r\n";
    return {socket => $s, text => ''};
}

sub next_event {
    my ($stream, $seconds) = @_;
    my $wait = IO::Select->new($stream->{socket});
    my $end = time + $seconds + 1;
    while (time < $end) {
        return $1 if $stream->{text} =~ s/^.*?data: (\S+)\n\n//s;
        next unless $wait->can_read(0.2);
        sysread($stream->{socket}, my $bytes, 4096) or return undef;
        $stream->{text} .= $bytes;
    }
    return undef;
}

# --- a good site ---
system("$vitrina new $dir/site >/dev/null") == 0 or die;
system("$vitrina -C $dir/site build -o $dir/out >/dev/null") == 0 or die;
start('--port', 0);
my @files;
find({no_chdir => 1, wanted => sub {
    push @files, $1 if -f && m{^\Q$dir\E/out/(.*)};
}}, "$dir/out");
my @wrong = grep {
    my ($status, $body) = ask("/$_");
    $status != 200 || bare($body) ne slurp("$dir/out/$_");
} grep { $_ ne 'manifest.json' } @files;
ok("files are as they are built: @wrong", @files > 10 && !@wrong);
ok('the script', (ask('/'))[1] =~ m{<script src="/\.vitrina/reload\.js"});
ok('the script can be had', (ask('/.vitrina/reload.js'))[0] == 200);
ok('a folder gets its slash',
   (ask('/schools'))[2] =~ m{^HTTP\S+ 302.*Location: \S*/schools/\r}s);
ok('what there is not', (ask('/nothing.html'))[0] == 404);
for my $path ('/../serve.out', '/%2e%2e/serve.out', '/content/site.yml',
              '/schools/..%2f..%2fserve.out') {
    ok("outside the site: $path", (ask($path))[0] == 404);
}
ok('another host name', (ask('/', host => 'evil.example'))[0] == 403);
ok('with the port', (ask('/', host => "evil.example:$port"))[0] == 403);
ok('localhost', (ask('/', host => "localhost:$port"))[0] == 200);
ok('no POST', (ask('/', method => 'POST'))[0] == 405);
my ($status, $body) = ask('/', method => 'HEAD');
ok('HEAD has no body', $status == 200 && $body eq '');

# --- many at once ---
my @children = map {
    my $child = fork;
    if (!$child) {
        my $bad = grep { (ask('/schools/'))[0] != 200 } 1 .. 20;
        POSIX::_exit($bad ? 1 : 0);
    }
    $child;
} 1 .. 10;
my $bad = 0;
for my $child (@children) {
    waitpid $child, 0;
    $bad++ if $?;
}
ok('200 requests from 10 clients', !$bad);

# --- saving, as editors do it ---
my $page = slurp("$dir/site/content/about.md")
    // "---\ntitle: About\n---\n\nText.\n";
my $stream = listen_events();
my $last = next_event($stream, 5);
ok('a stream tells the version', defined $last);
sub expect_event {
    my ($what) = @_;
    my $now = next_event($stream, 5);
    ok("an event after $what", defined $now && $now ne $last);
    $last = $now // $last;
}
save('site/content/about.md', "$page\nOne.\n");
expect_event('writing over');
ok('the new text is shown', until_page('/about.html', qr/One\./, 1));
save('site/content/.about.new', "$page\nTwo.\n");
rename "$dir/site/content/.about.new", "$dir/site/content/about.md";
expect_event('renaming over');
ok('the renamed text is shown', until_page('/about.html', qr/Two\./, 1));
mkdir "$dir/site/content/news";
save('site/content/news/2025-01-fresh.md',
     "---\ntitle: Fresh\ndate: 2025-01-01\n---\n\nNews.\n");
ok('a new folder', until_page('/news/2025-01-fresh.html', qr/News\./, 1));
save('site/content/news/2025-01-fresh.md',
     "---\ntitle: Fresh\ndate: 2025-01-01\n---\n\nChanged.\n");
ok('a file in the new folder',
   until_page('/news/2025-01-fresh.html', qr/Changed\./, 1));
1 while defined($_ = next_event($stream, 2)) && ($last = $_);
save('site/content/~$about.docx', 'lock');
save('site/content/.about.md.swp', 'swap');
ok('locks and hidden files are no change', !defined next_event($stream, 0));
unlink "$dir/site/content/~\$about.docx";

# --- errors over the page, gone when mended ---
save('site/content/about.md', "$page\n[x](school:nobody)\n");
ok('an error names its place',
   until_page('/about.html', qr/about\.md:\d+:1: error/, 1));
save('site/content/about.md', $page);
ok('it is gone', until_page('/about.html', qr/vitrina-problems/, 0));
my $config = slurp("$dir/site/content/site.yml");
save('site/content/site.yml', "title: [\n");
ok('a broken site.yml', until_page('/', qr/site\.yml:\d+.*error/, 1));
ok('the old page stands', (ask('/'))[0] == 200 && (ask('/'))[1] =~ /<main/);
ok('the end by a signal is a good end', stop('INT') == 0);

# --- a site that is broken from the start ---
start('--port', 0);
ok('a page with nothing but the problems',
   (ask('/'))[0] == 404 && (ask('/'))[1] =~ /site\.yml:\d+.*error/);
save('site/content/site.yml', $config);
ok('it comes up when mended', until_page('/', qr/<main/, 1));

# --- a browser ---
ok('the end of the one that mended it', stop('TERM') == 0);
mkdir "$dir/bin";
save('bin/xdg-open', "#!/bin/sh\n"
   . "echo \"\$1 \$(cat /proc/\$\$/stat)\" >$dir/opened.new\n"
   . "mv $dir/opened.new $dir/opened\n");
chmod 0755, "$dir/bin/xdg-open";
{
    local $ENV{PATH} = "$dir/bin:$ENV{PATH}";
    start('--port', 0, '--open');
}
my $opened;
for (1 .. 100) {
    last if $opened = slurp("$dir/opened");
    select undef, undef, undef, 0.05;
}
# The address, then what proc(5) tells: the sixth of it is the session.
my @browser = split ' ', $opened // '';
my @preview = split ' ', slurp("/proc/$pid/stat");
ok('--open shows the address',
   ($browser[0] // '') eq "http://127.0.0.1:$port/");
ok('and Ctrl+C does not reach the browser',
   ($browser[6] // $preview[5]) != $preview[5]);

# --- numbers in a private folder ---
ok('the end of it', stop('TERM') == 0);
mkdir "$dir/raw";
rename "$dir/site/data/podderzhka-2024", "$dir/all";
mkdir $_ for "$dir/raw/podderzhka-2024", "$dir/site/data/podderzhka-2024";
rename $_, s{/all/}{/site/data/podderzhka-2024/}r for glob "$dir/all/*";
rename "$dir/site/data/podderzhka-2024/values.csv",
    "$dir/raw/podderzhka-2024/values.csv";
save('site/content/site.yml', "$config\nprivate: ../raw\n");
start('--port', 0);
my $table = '/data/podderzhka-2024/values.csv';
ok('they are shown', until_page($table, qr/,206,410,/, 1));
my $values = slurp("$dir/raw/podderzhka-2024/values.csv");
save('raw/podderzhka-2024/values.csv', $values =~ s/;206;410;/;207;410;/r);
ok('a change of them too', until_page($table, qr/,207,410,/, 1));

# --- what cannot be ---
my $said = `$vitrina -C $dir/site serve --lang en --port $port 2>&1`;
ok('a taken port: MSG_SERVE_PORT',
   $? >> 8 == 3 && $said =~ /cannot open port $port/);
$said = `$vitrina -C $dir/site serve --lang en --port 70000 2>&1`;
ok('no port', $? >> 8 == 2 && $said =~ /--port/);
$said = `$vitrina -C $dir/nowhere serve --lang en --port 0 2>&1`;
ok('no folder: MSG_SERVE_WATCH',
   $? >> 8 == 3 && $said =~ /cannot watch the folder/);
ok('and again a good end', stop('TERM') == 0);
my $complaint = slurp($log) // '';
ok("no complaint of a sanitizer: $complaint", $complaint !~ /Sanitizer/);

print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
