# publish.pl VITRINA: `publish` and `verify` as an office uses them, on a new
# starter site: what the commits say, two people and a server, going back,
# refusals, and what verify finds. Ends with `N passed, N failed`.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use JSON::PP;

my $vitrina = abs_path($ARGV[0]);
my ($passed, $failed) = (0, 0);
$| = 1;
my $dir = tempdir(CLEANUP => 1);
chdir $dir or die;
$ENV{HOME} = $dir;
$ENV{LC_ALL} = 'C.UTF-8';
$ENV{GIT_CONFIG_GLOBAL} = "$dir/gitconfig";
$ENV{GIT_CONFIG_NOSYSTEM} = 1;

sub run { my ($command) = @_; return scalar qx{($command) 2>&1} }
sub must {
    my ($command) = @_;
    my $said = run($command);
    die "failed: $command\n$said" if $?;
    return $said;
}
# The prototype: in a list a match that fails would be no argument at all.
sub ok($$;$) {
    my ($what, $good, $log) = @_;
    $good ? $passed++ : $failed++;
    print "FAILED: $what\n", $log // '' unless $good;
    return $good;
}
# The exit status, and all there is in words.
sub vitrina { my ($args) = @_; return run("$vitrina $args --lang en") }
# Status and ids of the problems, in order: "1 VERIFY_EXTRA".
sub ids {
    my ($args) = @_;
    my ($command) = $args =~ /(?:^| )(publish|verify)\b/;
    (my $all = $args) =~ s/\b$command\b/$command --format=json/;
    my $said = qx{$vitrina $all 2>words};
    my $status = $? >> 8;
    my %seen;
    my @ids = grep { !$seen{$_}++ } map { $_->{id} }
        grep { $_->{level} ne 'note' } @{decode_json($said || '[]')};
    return join ' ', $status, @ids;
}
sub is {
    my ($what, $got, $want) = @_;
    return ok($what, $got eq $want, "got:  $got\nwant: $want\n");
}
sub like {
    my ($what, $got, $want) = @_;
    return ok($what, $got =~ $want, "got: $got\nwant: $want\n");
}
sub change {
    my ($file, $from, $to) = @_;
    open(my $in, '<:raw', $file) or die "$file: $!";
    my $text = do { local $/; <$in> };
    $text =~ s/$from/$to/ or die "$file has no $from";
    open(my $out, '>:raw', $file) or die "$file: $!";
    print $out $text;
}
sub clean {
    my ($what) = @_;
    is("$what: git fsck", run('git -C site fsck --strict --no-dangling'
        . ' --no-progress 2>&1'), '');
}

# --- a site, its repository and a server ---

must("git config --global init.defaultBranch main;"
    . " git config --global user.name Editor;"
    . " git config --global user.email editor\@example.ru;"
    . " $vitrina new site && cd site && git init -q && git add content data"
    . " && git commit -q -m one && git init -q --bare ../server.git"
    . " && git remote add origin ../server.git");
my $values = 'site/data/' . do {
    my ($file) = glob 'site/data/*/values.csv';
    $file =~ m{([^/]*/values.csv)$};
    $1;
};

# --- what commits say ---

vitrina('-C site publish');
is('published', $? >> 8, 0);
my $first = must('git -C site log -1 --format=%B pages');
like('first publication', $first, qr/^Первая публикация: школы \d+, программы/);
like('trailers', $first,
    qr/\n\nSource-Commit: [0-9a-f]{40}\nVitrina-Version: \S+\n/);
is('the source is named', must('git -C site log -1 --format=%B pages'
    . ' | git interpret-trailers --parse | sed -n s/Source-Commit:.//p'),
    must('git -C site rev-parse HEAD'));

change($values, qr/;;206;410;/, ';;207;410;');
my ($news) = (glob('site/content/news/*.md'), glob('site/content/*.md'));
change($news, qr/\z/, "\nНовый абзац.\n");
must('cd site && git commit -q -a -m two');
my $said = vitrina('-C site publish');
my $second = must('git -C site log -1 --format=%B pages');
like('what changed', $second, qr/^Обновлено: .*показатели 1, школы 1/);
like('lists', $second, qr/\n\nПоказатели:\n- .+\n/);
like('text', $second, qr/\nТексты:\n- /);
# Also the other school's: the number of all schools stands in its drawing.
like('pictures', $said, qr/should replace the pictures[^\n]*\(2\): /);
$said = vitrina('-C site publish');
like('nothing new', $said, qr/the same already/);
$said = vitrina('-C site publish --message "By hand" --branch second');
ok('another branch', $? == 0, $said);
like('own words first', must('git -C site log -1 --format=%B second'),
    qr/^By hand\n\n/);
clean('published');

# --- trouble in the content, a dry run, an older commit ---

my $tip = must('git -C site rev-parse pages');
change($values, qr/$/m, ';;;;;;;;x');
like('errors of the content', ids('-C site publish'), qr/^1 /);
like('of an older commit', vitrina('-C site publish --at HEAD --dry-run'),
    qr/Dry run/);
must('cd site && git checkout -q data');
change($news, qr/\z/, "\nЕщё один.\n");
$said = vitrina('-C site publish --dry-run');
like('dry run', $said, qr/\d changed/);
like('what would change', $said, qr/\n\nОбновлено: .*\n\nТексты:\n- /s);
is('the branch stays', must('git -C site rev-parse pages'), $tip);
like('of an older commit', vitrina('-C site publish --at HEAD'),
    qr/the same already/);

# --- back, and forth ---

like('back', vitrina('-C site publish --rollback'), qr/^The site is as in/m);
is('as before', run('git -C site diff --stat pages~2 pages'), '');
like('named', must('git -C site log -1 --format=%B pages'),
    qr/\nRollback-To: [0-9a-f]{40}\n/);
vitrina('-C site publish --rollback');
is('forth', run('git -C site diff --stat pages~2 pages'), '');
is('how many', ids('-C site publish --rollback=9'), '3 PUBLISH_NO_PAST');
is('which', ids('-C site publish --rollback=x'), '2 USAGE_CHOICE');
is('no operands', ids('-C site publish pages'), '2 USAGE_OPTION');
clean('rollback');

# --- two people and a server ---

must('cd site && git checkout -q . && git branch -q -D second'
    . ' && git push -q origin main');
$said = vitrina('-C site publish --remote origin');
like("git's words", $said, qr/new branch.* -> pages/);
is('at the server', must('git -C server.git rev-parse pages'),
    must('git -C site rev-parse pages'));
must('git clone -q server.git other');
is('the other, with nothing new', ids('-C other publish --remote origin'),
    '0');
change("other/$1", qr/\z/, "\nСосед.\n") if $news =~ m{^site/(.*)$};
must('cd other && git commit -q -a -m three');
is('the other publishes', ids('-C other publish --remote origin'), '0');
must('cd site && git pull -q origin main ; true');
is('we go on from there', ids('-C site publish --remote origin'), '0');
is('one line', must('git -C server.git rev-list --count pages'),
    must('git -C site rev-list --count pages'));
must('printf "#!/bin/sh\nexit 1\n" >server.git/hooks/pre-receive;'
    . ' chmod +x server.git/hooks/pre-receive');
change($news, qr/\z/, "\nПять.\n");
$tip = must('git -C site rev-parse pages');
is('refused there', ids('-C site publish --remote origin'), '3 PUBLISH_PUSH');
is('and nothing here', must('git -C site rev-parse pages'), $tip);
must('rm server.git/hooks/pre-receive; cd site && git checkout -q .');

# --- refusals ---

is('checked out', ids('-C site publish --branch main'),
    '3 PUBLISH_CHECKED_OUT');
must('cd site && git worktree add -q ../linked pages');
is('checked out elsewhere', ids('-C site publish'), '3 PUBLISH_CHECKED_OUT');
must('cd site && git worktree remove --force ../linked');
must('touch site/.git/refs/heads/new.lock');
is('locked', ids('-C site publish --branch new'), '3 PUBLISH_LOCKED');
must('rm site/.git/refs/heads/new.lock');
must('git clone -q --depth 1 "file://$PWD/site" shallow');
is('shallow', ids('-C shallow publish'), '3 PUBLISH_SHALLOW');
must('git init -q --object-format=sha256 long');
is('SHA-256', ids('-C site publish --repository long'), '3 GIT_SHA256');
is('author', do {
    local $ENV{GIT_CONFIG_GLOBAL} = '/dev/null';
    ids('-C site publish');
}, '1 PUBLISH_AUTHOR');

# --- verify ---

vitrina('-C site publish');
is('MSG_VERIFY: as published', ids('-C site verify'), '0');
is('one commit at a time', ids('-C site verify pages pages'),
   '2 USAGE_OPTION');
like('in words', vitrina('-C site verify'), qr/^Verified: commit [0-9a-f]{40}/);
must('git clone -q -b pages site clone');
is('in a clone', ids('-C site verify --repository clone'), '0');
my ($page) = map { m{^clone/(.*)} } glob 'clone/schools/*-1.html';
change("clone/$page", qr/<h1/, '<h2');
is('MSG_VERIFY_FOLDER', ids('-C site verify --repository clone'),
    '1 VERIFY_FOLDER');
like('the page is named', vitrina('-C site verify --repository clone'),
    qr/\Q$page\E/);
must("cd clone && git commit -q -a -m evil && echo >more.html");
is('MSG_VERIFY_DIFFERS, MSG_VERIFY_FOLDER_EXTRA', ids('-C site verify --repository clone'),
    '1 VERIFY_DIFFERS VERIFY_FOLDER_EXTRA');
must("cd clone && git add . && git rm -q index.html && git commit -q -m 2");
is('MSG_VERIFY_MISSING, MSG_VERIFY_EXTRA', ids('-C site verify --repository clone'),
    '1 VERIFY_DIFFERS VERIFY_MISSING VERIFY_EXTRA');
is('an older one', ids('-C site verify --repository clone origin/pages'),
    '0');
must('cd clone && git checkout -q -f -b v origin/pages'
    . ' && sed -i \'s/^"version": "/&9/\' manifest.json'
    . ' && git commit -q -a -m v');
like('MSG_VERIFY_VERSION', ids('-C site verify --repository clone v'),
    qr/ VERIFY_VERSION/);
must('cd clone && sed -i /source/d manifest.json && git commit -q -a -m s');
is('MSG_VERIFY_SOURCE', ids('-C site verify --repository clone v'),
    '1 VERIFY_SOURCE');
must('cd clone && git rm -q manifest.json && git commit -q -m m');
is('MSG_VERIFY_MANIFEST', ids('-C site verify --repository clone v'),
    '1 VERIFY_MANIFEST');
is('MSG_VERIFY_BRANCH', ids('-C site verify --branch none'),
    '2 VERIFY_BRANCH');
must('git init -q stranger && cd stranger && git commit -q --allow-empty'
    . ' -m x');
is('MSG_VERIFY_NO_COMMIT', ids('-C stranger verify --repository site'),
    '1 VERIFY_NO_COMMIT');

# --- changes git does not know; files of others that nobody keeps ---

must('rm -rf clone && git clone -q -b pages site clone && cd clone'
    . ' && echo a.ru >CNAME && git add . && git commit -q -m CNAME'
    . ' && git push -q origin pages:others && git checkout -q --detach');
change('site/data/' . ($values =~ m{site/data/([^/]*)})[0] . '/plan.csv',
    qr/Сентябрь 2026/, 'Октябрь 2026');
$said = vitrina('-C site publish --branch others --dry-run');
like('a file of others would go', $said, qr/would be removed \(1\): CNAME\./);
$said = vitrina('-C site publish --branch others');
like('it went', $said, qr/were removed \(1\): CNAME\. .*keep:/);
like('what cannot be verified is said', $said, qr/cannot be verified/);
like('the plan is named', must('git -C site log -1 --format=%B others'),
    qr/\n\nСтраницы:\n- Главная\n(?:- .*\n)*- План: /);
$said = vitrina('-C site publish --branch others --rollback');
is('it is back', must('git -C site show others:CNAME'), "a.ru\n");
must('cd site && git checkout -q . && git branch -q -D others');

# --- numbers of a private folder ---

my ($table) = $values =~ m{^site/data/(.*)$};
must("mkdir -p closed/\$(dirname $table) && mv $values closed/$table"
    . " && printf 'private: ../closed\\n' >>site/content/site.yml"
    . ' && cd site && git add -A content data && git commit -q -m closed');
is('with private numbers', ids('-C site publish'), '0');
is('verified with them', ids('-C site verify'), '0');
must('mv closed away');
is('MSG_VERIFY_CLOSED', ids('-C site verify'), '0 VERIFY_CLOSED');
is('strictly', ids('-C site verify --strict'), '1 VERIFY_CLOSED');
is('where they are', ids('-C site verify --private away'), '0');

# --- kept paths; a repository of its own ---

must('mv away closed; cd clone && git checkout -q -f -B pages origin/pages'
    . ' && echo a.ru >CNAME && mkdir -p old && echo x >old/x.html'
    . ' && git add . && git commit -q -m CNAME'
    . ' && git push -q origin pages:kept');
must("printf 'publish:\\n  branch: kept\\n  keep: [CNAME, old/]\\n'"
    . ' >>site/content/site.yml');
must('cd site && git commit -q -a -m keep');
is('with kept paths', ids('-C site publish'), '0');
is('kept', must('git -C site show kept:CNAME kept:old/x.html'), "a.ru\nx\n");
is('verified with them', ids('-C site verify'), '0');
is('init', ids('-C site publish --init fresh.git'), '0');
must('git clone -q fresh.git shown && test -e shown/index.html');
is('and verified', ids('-C site verify --repository shown'), '0');
clean('the end');

print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
