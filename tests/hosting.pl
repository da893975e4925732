# hosting.pl VITRINA: the recipes of `vitrina new --hosting`, as far as one
# machine can go: the script that build servers run, with a host's interface
# that a small server plays; nginx over a clone of the published branch; a
# copy by rsync. Wants nginx, curl, jq and rsync. Ends with `N passed,
# N failed`.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use IO::Socket::INET;
use JSON::PP;
use POSIX ();

my $vitrina = abs_path($ARGV[0]);
my ($passed, $failed) = (0, 0);
my $dir = tempdir(CLEANUP => 1);
my ($host, $nginx);
END { my $status = $?; kill 'TERM', grep { $_ } $host, $nginx; $? = $status }

# The prototype: in a list a match that fails would be no argument at all.
sub ok($$;$) {
    my ($what, $good, $log) = @_;
    $good ? $passed++ : $failed++;
    print "FAILED: $what\n", $log // '' unless $good;
    return $good;
}

sub slurp {
    my ($path) = @_;
    open(my $in, '<:raw', $path) or return '';
    local $/;
    return scalar <$in>;
}

sub save {
    my ($path, $bytes) = @_;
    open(my $out, '>:raw', $path) or die "$path: $!";
    print $out $bytes;
    close $out;
}

# A command in a folder: its status and what it said.
sub run {
    my ($in, $command) = @_;
    my $said = qx{cd '$dir/$in' && { $command ; } 2>&1};
    return ($? >> 8, $said);
}

sub must {
    my ($status, $said) = run(@_);
    die "$_[1]: $said" if $status;
    return $said;
}

mkdir "$dir/bin";
symlink $vitrina, "$dir/bin/vitrina";
delete @ENV{grep { /^(CI|GIT|GITHUB|GITLAB|VITRINA)/ } keys %ENV};
@ENV{qw(PATH HOME LC_ALL TZ)} =
    ("$dir/bin:$ENV{PATH}:/usr/sbin:/sbin", $dir, 'C.UTF-8', 'UTC');

# --- the interface of a host: comments are kept, requests written down ---

my $socket = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1')
    or die "no socket: $!";
my $api = 'http://127.0.0.1:' . $socket->sockport;
my $requests = "$dir/requests";

# One request: a line `METHOD PATH KEY` and a line of JSON into the file.
sub serve_one {
    my ($client, $comments) = @_;
    my ($first, $length, $key, $body) = (scalar <$client>, 0, '-', '');
    while (defined(my $line = <$client>)) {
        last if $line =~ /^\r?\n$/;
        $length = $1 if $line =~ /^Content-Length: (\d+)/i;
        $key = $1 if $line =~ /^(?:Authorization: token|PRIVATE-TOKEN:) (\S+)/i;
    }
    read $client, $body, $length if $length;
    my ($method, $path) = $first =~ /^(\S+) ([^\s?]+)/;
    open my $log, '>>:raw', $requests;
    print $log "$method $path $key\n$body\n";
    close $log;
    push @$comments, {id => 40 + @$comments, %{decode_json($body)}}
        if $method eq 'POST';
    my $answer = encode_json($method eq 'GET' ? $comments : {});
    print $client "HTTP/1.1 200 OK\r\nContent-Length: ", length $answer,
        "\r\nConnection: close\r\n\r\n$answer";
}

sub play_host {
    $host = fork;
    return if $host;
    my @comments = ({id => 7, body => 'Спасибо!'});
    while (my $client = $socket->accept) {
        serve_one($client, \@comments);
        close $client;
    }
    POSIX::_exit(0);
}

# The requests since the last look, two lines each, as [METHOD PATH KEY, JSON].
sub asked {
    my @lines = split /\n/, slurp($requests);
    unlink $requests;
    my @all;
    push @all, [splice @lines, 0, 2] while @lines;
    return @all;
}

# --- a site, and a clone of it as build servers make them ---

must('.', 'git config --global init.defaultBranch main');
must('.', 'git init -q --bare server.git && vitrina new site');
for my $name (qw(gitea gitlab)) {
    must('site', "rm -rf hosting && vitrina new --hosting $name");
}
must('site', 'git init -q . && git add -A && '
           . 'git -c user.name="Анна Петрова" -c user.email=anna@example.ru '
           . 'commit -q -m "Первые тексты" && '
           . 'git push -q ../server.git main');
must('.', 'git clone -q server.git job && git -C job checkout -q --detach');
play_host();

# The script with the variables of a build server.
sub ci {
    my ($what, %with) = @_;
    local @ENV{keys %with} = values %with;
    return run('job', "sh hosting/ci.sh $what");
}
my %gitea = (GITHUB_ACTIONS => 'true', GITHUB_API_URL => "$api/api/v1",
             GITHUB_REPOSITORY => 'rayon/shkoly', GITHUB_TOKEN => 'secret',
             GITHUB_REF => 'refs/pull/12/head');
my %gitlab = (GITLAB_CI => 'true', CI_API_V4_URL => "$api/api/v4",
              CI_PROJECT_ID => 5, CI_MERGE_REQUEST_IID => 3,
              VITRINA_TOKEN => 'hidden');

my ($status, $said) = ci('install', VITRINA_SOURCE => '/nowhere');
ok('what is installed stays', $status == 0, $said);

# --- check and answer ---

($status, $said) = ci('check', %gitea);
my @all = asked();
ok('a good change passes', $status == 0, $said);
ok('it is answered once',
   @all == 2 && $all[1][0] eq
   'POST /api/v1/repos/rayon/shkoly/issues/12/comments secret',
   join "\n", map { @$_ } @all);
my $body = decode_json($all[-1][1])->{body};
utf8::encode($body);
ok('in words', $body =~ /^<!-- vitrina -->\nПроверка пройдена, замечаний нет\./,
   $body);

save("$dir/job/data/podderzhka-2024/values-new.csv",
     "\xEF\xBB\xBFindicator;school;period;value\r\nnet;shkola-1;2025;3\r\n");
($status, $said) = ci('check', %gitea);
@all = asked();
$body = decode_json($all[-1][1])->{body};
utf8::encode($body);
ok('a bad change fails', $status == 1, $said);
ok('the answer takes the place of the former',
   $all[-1][0] eq 'PATCH /api/v1/repos/rayon/shkoly/issues/comments/41 secret',
   $all[-1][0]);
ok('it names the place in words',
   $body =~ /Проверка не пройдена/ &&
   $body =~ m{^data/podderzhka-2024/values-new\.csv:2:1 \(A2\): ошибка: }m,
   $body);
ok('beside the lines too',
   $said =~ m{^::error file=data/podderzhka-2024/values-new\.csv,line=2,col=1::}m,
   $said);

($status, $said) = ci('check', %gitlab);
@all = asked();
ok('GitLab: the status', $status == 1, $said);
ok('GitLab: the comment', $all[-1][0] =~
   m{^(POST|PUT) /api/v4/projects/5/merge_requests/3/notes(/41)? hidden$},
   $all[-1][0]);
my $quality = decode_json(slurp("$dir/job/gl-code-quality-report.json"));
ok('GitLab: the widget',
   @$quality >= 1 && $quality->[0]{location}{path} eq
   'data/podderzhka-2024/values-new.csv' &&
   $quality->[0]{location}{lines}{begin} == 2 &&
   $quality->[0]{severity} eq 'major' && $quality->[0]{fingerprint} ne '');

($status, $said) = ci('check', %gitea, GITHUB_TOKEN => '');
ok('without a key the log must do',
   $status == 1 && !asked() && $said =~ /values-new/, $said);
($status, $said) = ci('check', %gitea, GITHUB_API_URL => "http://127.0.0.1:1");
ok('a host that does not answer is said',
   $status == 1 && $said =~ /Ответ не записан/, $said);

# --- publish on merge ---

unlink "$dir/job/data/podderzhka-2024/values-new.csv";
($status, $said) = ci('publish', GITHUB_ACTIONS => 'true');
ok('publish', $status == 0, $said);
ok('the site has reached the server, in the name of the editor',
   must('.', 'git -C server.git log -1 --format="%an <%ae>" pages') eq
   "Анна Петрова <anna\@example.ru>\n");
($status, $said) = ci('publish', GITHUB_ACTIONS => 'true');
ok('nothing new: no second commit',
   $status == 0 &&
   must('.', 'git -C server.git rev-list --count pages') == 1, $said);

# --- nginx over a clone of the branch ---

must('.', 'git clone -q --branch pages --single-branch server.git sait');
must('site', 'vitrina new --hosting nginx');
my $port = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1')
    ->sockport;
my $conf = slurp("$dir/site/hosting/nginx.conf");
$conf =~ s/listen 80;/listen 127.0.0.1:$port;/;
$conf =~ s/listen \[::\]:80;//;
$conf =~ s{root /srv/sait;}{root $dir/sait;};
save("$dir/vitrina.conf", $conf);
save("$dir/nginx.conf", <<"EOF");
daemon off;
pid $dir/nginx.pid;
error_log $dir/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $dir/body;
    proxy_temp_path $dir/proxy;
    fastcgi_temp_path $dir/fastcgi;
    uwsgi_temp_path $dir/uwsgi;
    scgi_temp_path $dir/scgi;
    include $dir/vitrina.conf;
}
EOF
chmod 0755, $dir;
if (!($nginx = fork)) {
    open STDERR, '>', "$dir/nginx.log";
    exec('nginx', '-p', $dir, '-c', "$dir/nginx.conf") or POSIX::_exit(127);
}
my $up;
for (1 .. 100) {
    last if $up = IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port");
    select undef, undef, undef, 0.05;
}
my $said_by_nginx = slurp("$dir/nginx.log") . slurp("$dir/error.log");
ok('nginx takes the recipe without a word',
   $up && $said_by_nginx !~ /\[(warn|error|emerg)\]/, $said_by_nginx);

# A page over nginx: its head and body.
sub page {
    my ($path) = @_;
    my $said = qx{curl -sS -i 'http://127.0.0.1:$port$path'};
    $said =~ s/\r//g;
    return split /\n\n/, $said, 2;
}

my ($head, $bytes) = page('/');
ok('the page is the file', $bytes eq slurp("$dir/sait/index.html"), $head);
ok('it is kept to itself',
   $head =~ /script-src 'self';/ && $head =~ /frame-ancestors 'self'/ &&
   $head =~ /style-src 'self';/, $head);
ok('it is asked for anew', $head =~ /^Cache-Control: no-cache$/m, $head);
($head, $bytes) = page('/schools/net.html');
ok('what is not there has the page for it',
   $head =~ /^HTTP\S+ 404/ && $bytes eq slurp("$dir/sait/404.html"), $head);
for my $path ('/.git/config', '/.nojekyll') {
    ok("not shown: $path", (page($path))[0] =~ /^HTTP\S+ 404/);
}
my ($frame) = map { m{sait(/w/.*\.html)$} ? $1 : () } glob "$dir/sait/w/*.html";
($head) = page($frame);
ok('frames may stand anywhere', $head =~ /frame-ancestors \*/, $head);
my ($table) = map { m{sait(/.*)$} ? $1 : () } glob "$dir/sait/data/*/*.csv";
($head) = page($table);
ok('open data are for programs of others',
   $head =~ m{^Content-Type: text/csv; charset=utf-8$}m &&
   $head =~ /^Access-Control-Allow-Origin: \*$/m, $head);
($head) = page('/style.css');
ok('the style is kept for an hour',
   $head =~ m{^Content-Type: text/css; charset=utf-8$}m &&
   $head =~ /max-age=3600/, $head);

# --- is what the server shows what the sources give? ---

# The sources as another person has them, the clone that nginx serves.
must('.', 'git clone -q server.git witness');
($status, $said) = run('witness', 'vitrina verify --repository ../sait');
ok('the clone is verified', $status == 0 && $said =~ /Проверено: запись/,
   $said);
my $altered = slurp("$dir/sait/schools/shkola-1.html");
(my $evil = $altered) =~ s/(<h1[^>]*>)(.)/$1X/ or die 'no heading';
save("$dir/sait/schools/shkola-1.html", $evil);
ok('a reader sees the altered page',
   (page('/schools/shkola-1.html'))[1] eq $evil);
($status, $said) = run('witness', 'vitrina verify --repository ../sait');
ok('the altered page is named', $status == 1 &&
   $said =~ m{schools/shkola-1\.html} && $said !~ /index\.html/, $said);
save("$dir/sait/schools/shkola-1.html", $altered);
save("$dir/sait/w/more.html", 'X');
($status, $said) = run('witness', 'vitrina verify --repository ../sait');
ok('a page that does not belong there is named', $status == 1 &&
   $said =~ m{w/more\.html}, $said);
unlink "$dir/sait/w/more.html";

# --- the next publication reaches the clone; a copy by rsync, a stick ---

must('site', q{sed -i 's/^title:.*/title: "Другое название"/' content/site.yml}
           . ' && git add -A && git -c user.name=B -c user.email=b@example.ru '
           . 'commit -q -m "Название" && git push -q ../server.git main');
must('job', 'git fetch -q origin main && git checkout -q --detach FETCH_HEAD');
($status, $said) = ci('publish', GITHUB_ACTIONS => 'true');
must('sait', 'git fetch -q && git reset -q --hard origin/pages');
ok('the clone follows', (page('/'))[1] =~ /Другое название/, $said);

must('job', 'vitrina build --strict -o public');
must('job', 'rsync -rc --delete --exclude /.nojekyll public/ ../copy/');
ok('rsync brings the same', must('.', 'diff -r -x .git -x .nojekyll -x '
                                   . 'manifest.json sait copy || true') eq '');
my @names = split /\n/, must('job/public', 'find . -mindepth 1');
my %lower = map { lc($_) => 1 } @names;
ok('a stick takes every name',
   keys %lower == @names && !grep { m{[^a-zA-Z0-9./_-]} } @names);

print "$passed passed, $failed failed\n";
exit($failed > 0);
