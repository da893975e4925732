# publish-hard.pl VITRINA [KILLS]: publishing where everything goes wrong:
# killed at random moments, no room, no right to write, two at once. After
# each the branch is the old or the new site, `git fsck` is clean, what is to
# be kept is there, the sources are untouched, and the next publication works.
# Ends with `N passed, N failed`. SEED=N repeats a run.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use POSIX ();
use Time::HiRes qw(sleep time);

my $vitrina = abs_path($ARGV[0]);
my $kills = $ARGV[1] // 100;
my ($passed, $failed) = (0, 0);
my $seed = $ENV{SEED} // time % 1000000;
my $dir = tempdir(CLEANUP => 1);
$| = 1;
srand $seed;
print "SEED=", int $seed, "\n";
chmod 0755, $dir;
chdir $dir or die;
$ENV{HOME} = $dir;
$ENV{LC_ALL} = 'C.UTF-8';
$ENV{GIT_CONFIG_GLOBAL} = "$dir/gitconfig";
$ENV{GIT_CONFIG_NOSYSTEM} = 1;

sub run {
    my ($command) = @_;
    my $said = qx{($command) 2>&1};
    chomp $said;
    return $said;
}
sub must {
    my ($command) = @_;
    my $said = run($command);
    die "failed: $command\n$said\n" if $?;
    return $said;
}
# The prototype: in a list a match that fails would be no argument at all.
sub ok($$;$) {
    my ($what, $good, $log) = @_;
    $good ? $passed++ : $failed++;
    print "FAILED: $what\n", $log // '', "\n" unless $good;
    return $good;
}
# publish TO OF: the command for one of the two sites, into a repository.
sub publish {
    my ($to, $of, @more) = @_;
    return ($vitrina, '-C', 'site', 'publish', '--repository', $to, '--at',
            $of, @more);
}
# Runs it and says its status and words.
sub finish {
    my $said = run(join ' ', @_);
    return ($? >> 8, $said);
}
sub start {
    my @command = @_;
    my $pid = fork // die;
    return $pid if $pid;
    open STDOUT, '>', '/dev/null';
    open STDERR, '>', '/dev/null';
    exec { $command[0] } @command or POSIX::_exit(127);
}

# --- two sites that differ on every page, and what they are as trees ---

must("git config --global init.defaultBranch main;"
    . " git config --global user.name Editor;"
    . " git config --global user.email editor\@example.ru;"
    . " git config --global gc.auto 0;"
    . " git config --global safe.directory '*';"
    . " $vitrina new site && printf 'publish:\\n  keep: [CNAME]\\n'"
    . " >>site/content/site.yml && cd site && git init -q"
    . " && git add content data && git commit -q -m one && git tag a"
    . " && sed -i 's/^title:.*/title: \"Другой\"/' content/site.yml"
    . " && git commit -q -a -m two && git tag b");
my %tree;
for my $of (qw(a b)) {
    must("git init -q --bare -b pages plain-$of");
    must(join ' ', publish("plain-$of", $of));
    # Each with the file that must stay.
    must("git clone -q plain-$of work-$of && cd work-$of && echo x >CNAME"
        . " && git add CNAME && git commit -q -m CNAME && git push -q");
    $tree{$of} = must("git -C plain-$of rev-parse 'pages^{tree}'");
}
my $sources = must('cd site && git status --porcelain && git for-each-ref'
    . ' && find . -type f -newer .git/refs/tags/b');

# The site in the repository is one of those; nothing else has changed.
sub check {
    my ($what, $repository) = @_;
    my $now = run("git -C $repository rev-parse 'pages^{tree}'");
    my ($of) = grep { $tree{$_} eq $now } qw(a b);
    my $fsck = run("git -C $repository fsck --strict --full --no-dangling"
        . ' --no-progress');
    my $site = run('cd site && git status --porcelain && git for-each-ref'
        . ' && find . -type f -newer .git/refs/tags/b');
    ok("$what: the branch", defined $of, "tree $now");
    ok("$what: fsck", $fsck eq '', $fsck);
    ok("$what: the sources", $site eq $sources, $site);
    return $of // 'a';
}

# --- killed ---

must('cp -r plain-a repo');
my $began = time;
must(join ' ', publish('repo', 'b'));
my $long = time - $began;
my ($now, $moved) = ('b', 0);
for my $i (1 .. $kills) {
    my $next = $now eq 'a' ? 'b' : 'a';
    # Every fourth time a new branch, which goes into one pack.
    my @branch = $i % 4 ? () : ('--branch', "new$i");
    my $pid = start(publish('repo', $next, @branch));
    # Most happens at the end.
    sleep($i % 2 ? rand($long) : $long * (0.7 + rand 0.3));
    kill 'KILL', $pid;
    waitpid $pid, 0;
    my $there = check("killed $i", 'repo');
    $moved++ if $there ne $now;
    if (@branch) {
        my $new = run("git -C repo rev-parse -q --verify refs/heads/new$i");
        ok("killed $i: a new branch", $new eq ''
            || run("git -C repo ls-tree --name-only new$i") =~ /^index.html$/m,
            $new);
    }
    my ($status, $said) = finish(publish('repo', $next, @branch));
    ok("killed $i: the next", $status == 0, $said);
    ($status, $said) = finish(publish('repo', $next));
    ok("killed $i: and on", $status == 0, $said);
    $now = $next;
    ok("killed $i: it holds the site",
        run("git -C repo rev-parse 'pages^{tree}'") eq $tree{$now});
}
print "killed $kills times, $moved after the branch had moved\n";

# --- no room: every size a file may have, then a real disk ---

must('rm -rf repo && cp -r plain-a repo');
for my $blocks (0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048) {
    for my $more ('', '--branch fresh') {
        my $command = join ' ', publish('repo', 'b', $more);
        my ($status, $said) =
            finish("trap '' XFSZ; ulimit -f $blocks; $command");
        check("files of $blocks blocks", 'repo');
        ok("files of $blocks blocks: is said", $status == 0
            || ($status == 3 && $said =~ /vitrina: /), "$status $said");
        run('git -C repo update-ref -d refs/heads/fresh;'
            . ' git -C repo update-ref refs/heads/pages'
            . ' $(git -C plain-a rev-parse pages)');
    }
}
my ($status, $said) = finish(publish('repo', 'b'));
ok('room again', $status == 0, $said);

if (run('unshare -rm true && echo yes') eq 'yes') {
    my ($failures, $successes) = (0, 0);
    for my $size (map { 100 * $_ } 2 .. 24) {
        for my $more ('', '--branch fresh') {
            must('mkdir -p disk');
            my $command = join ' ', publish('disk/repo', 'b', $more);
            my $said = run("unshare -rm sh -c 'mount -t tmpfs -o"
                . " size=${size}k none disk || exit 9;"
                . " cp -r plain-a disk/repo 2>/dev/null || exit 8;"
                . " $command; echo status \$?;"
                . " git -C disk/repo fsck --strict --full --no-dangling"
                . " --no-progress; git -C disk/repo rev-parse"
                . " pages^{tree}; mount -o remount,size=64m none disk;"
                . " $command; echo next \$?'");
            next if ($? >> 8) == 8;
            my ($status) = $said =~ /^status (\d+)$/m;
            my ($tree) = $said =~ /^([0-9a-f]{40})$/m;
            ok("disk of ${size}k $more", defined $status
                && ($status == 0 || $status == 3) && $said =~ /^next 0$/m
                && $said !~ /^(error|missing|broken|bad)/m
                && scalar(grep { $_ eq ($tree // '') } values %tree), $said);
            ($status // 1) ? $failures++ : $successes++;
        }
    }
    ok('disks too small and large enough', $failures && $successes,
        "$failures too small, $successes large enough");
}

# --- no right to write ---

must('rm -rf repo && cp -r plain-a repo');
my $as = '';
if ($< == 0) {
    must('chown -R 65534:65534 repo');
    $as = 'setpriv --reuid=65534 --regid=65534 --clear-groups ';
}
must('chmod -R a-w repo');
($status, $said) = finish($as . join ' ', publish('repo', 'b',
    '--branch', 'pages'));
ok('read-only: is said', $status == 3 && $said =~ /vitrina: /,
    "$status $said");
must('chmod -R u+w repo');
must('chown -R 0:0 repo') if $< == 0;
check('read-only', 'repo');
($status, $said) = finish(publish('repo', 'b'));
ok('writable again', $status == 0, $said);

# --- two at once: into one repository, then by way of a server ---

for my $i (1 .. 20) {
    my %at = (a => 'repo', b => 'repo');
    my @more;
    if ($i > 10) {
        must('rm -rf server one two && cp -r plain-a server'
            . ' && git clone -q --bare server one'
            . ' && git clone -q --bare server two') if $i == 11;
        %at = (a => 'one', b => 'two');
        @more = ('--remote', 'origin');
    }
    my %pid = map { $_ => start(publish($at{$_}, $_, @more)) } qw(a b);
    my %status;
    for my $of (qw(a b)) {
        waitpid $pid{$of}, 0;
        $status{$of} = $? >> 8;
    }
    ok("two at once $i: one gets through",
        "$status{a} $status{b}" =~ /^(0 0|0 3|3 0)$/,
        "$status{a} $status{b}");
    check("two at once $i", $_)
        for $i > 10 ? qw(server one two) : ('repo');
    my ($then, $words) = finish(publish($at{a}, 'a', @more));
    ok("two at once $i: the next", $then == 0, $words);
}

print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
