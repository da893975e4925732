#!/usr/bin/perl
# Makes a repository of 50 commits in the folder given: a small site below
# site/, as offices keep it: values come, are corrected, hidden and revealed;
# targets are moved by acts, measures put off, texts written; and much that is
# no change at all.
use strict;
use warnings;

my $root = shift or die "folder";
# Numbers that nobody may see today: with a second argument, others.
my ($small, $smaller, $late) = shift() ? ('55,5', '33,3', '44,0')
                                       : ('66,6', '77,7', '88,8');
my $time = 1704099600;      # 2024-01-01 12:00 +0300
my %values;
my $number = 0;

mkdir $root or die "$root: $!";
chdir $root or die;
system('git init -q -b main . && mkdir -p site') == 0 or die;
chdir 'site' or die;

sub put {
    my ($path, $text) = @_;
    my $folder = '.';
    for my $part (split m{/}, $path =~ s{/?[^/]*$}{}r) {
        $folder .= "/$part";
        mkdir $folder;
    }
    open my $out, '>', $path or die "$path: $!";
    print $out $text;
    close $out;
}

# commit DAYS MESSAGE: so many days after the one before.
sub commit {
    my ($days, $message) = @_;
    $time += 86400 * $days;
    $ENV{GIT_AUTHOR_DATE} = $ENV{GIT_COMMITTER_DATE} = "$time +0300";
    open my $out, '|-', 'git add -A .. && git commit -q --allow-empty -F -'
        or die;
    print $out "$message\n";
    close $out or die "commit: $message";
    $number++;
}

my @head = ('indicator;school;period;value;n');
sub values_text {
    return join("\n", @head,
        map { my ($i, $s, $p) = split m{/}; "$i;$s;$p;$values{$_}" }
        sort keys %values) . "\n";
}
sub values_put { put('data/p/values.csv', values_text()) }
sub targets { put('data/p/targets.csv', join("\n",
    'indicator;period;target;school;basis', @_) . "\n") }
sub plan { put('data/p/plan.csv', join("\n",
    'id;title;when;status', @_) . "\n") }

my $indicators = "id;title;unit;kind;class;direction;aggregate\n" .
    "clubs;Дети в кружках;%;share;people;up;given\n" .
    "marks;Средний балл;балл;score;open;up;given\n";

# 1-5: the beginning; nothing of it is a change
put('content/site.yml', "title: Школы\nas_of: 2024-12-31\n" .
    "base_url: https://example.org/shkoly/\nowner: Отдел\n");
put('content/index.md', "---\ntitle: Школы\n---\nЗдравствуйте.\n");
put('content/programs/p/index.md', "---\ntitle: Поддержка школ\n" .
    "period: 2022-2024\n---\nО программе.\n\n* раз\n* два\n\n" .
    "| год | итог |\n|---|---|\n| 2022 | да |\n");
put('data/schools.csv', "id;name;short\na;Школа № 1;Школа № 1\n" .
    "b;Школа № 2;Школа № 2\n");
put('data/p/indicators.csv', $indicators);
%values = ('clubs/a/2022' => '75,2;125', 'clubs/b/2022' => '40,0;100',
    'clubs//2022' => '58,7;225', 'marks/a/2022' => '3,5;',
    'marks/b/2022' => '3,8;');
values_put();
targets('clubs;2024;80;;', 'marks;2024;4;;Постановление № 1');
plan('m1;Семинар для учителей;март 2024;planned',
    'm2;Новые кабинеты;2024 год;');
commit(0, 'Начало');

# 2: a correction with a reason
$values{'clubs/a/2022'} = '76,0;125';
values_put();
commit(1, "Поправка\n\nПричина: школа уточнила списки");
# 3: the total follows
$values{'clubs//2022'} = '59,1;225';
values_put();
commit(0, "Итог\n\nПричина: школа уточнила списки");
# 4-8: form without content
put('data/p/values.csv', values_text() =~ s/\n/\r\n/gr);
commit(1, 'Концы строк');
put('data/p/values.csv', values_text() =~ s/,/./gr);
commit(1, 'Точки вместо запятых');
put('data/p/values.csv', "\x{ef}\x{bb}\x{bf}" . values_text());
commit(1, 'С пометкой BOM');
put('data/p/values.csv', join("\n", @head, reverse
    map { my ($i, $s, $p) = split m{/}; "$i;$s;$p;$values{$_}" }
    sort keys %values) . "\n");
commit(1, 'Другой порядок строк');
put('content/programs/p/index.md', "---\r\nperiod: \"2022-2024\"\r\n" .
    "# для себя\r\ntitle: 'Поддержка школ'\r\n---\r\n\r\nО\r\n" .
    "программе.\r\n\r\n- раз\r\n- два\r\n\r\n" .
    "| год  | итог |\r\n|------|:----:|\r\n|2022|да|\r\n\r\n");
commit(1, 'Переносы в тексте');
# 9: a new year, several values at once
$values{$_->[0]} = $_->[1] for ['clubs/a/2023', '77,1;118'],
    ['clubs/b/2023', '42,0;100'], ['clubs//2023', '61,0;218'];
values_put();
commit(5, 'Данные за 2023 год');
# 10: one value alone
$values{'marks/a/2023'} = '3,6;';
values_put();
commit(1, 'Балл школы № 1');
# 11: a value that is hidden from the beginning: no entry
$values{'clubs/b/2022'} = "$small;9";
$values{'clubs//2022'} = 'c;';
values_put();
commit(1, 'Маленькая группа');
# 12: it changes while hidden: no entry
$values{'clubs/b/2022'} = "$smaller;9";
values_put();
commit(1, 'Правка скрытого');
# 13: it is large enough now: revealed
$values{'clubs/b/2022'} = '41,0;100';
values_put();
commit(1, "Численность была неверна\n\nПричина: ошибка в численности");
# 14: the total is back
$values{'clubs//2022'} = '59,6;225';
values_put();
commit(1, 'Итог снова');
# 15: a target by an act
targets('clubs;2024;85;;Постановление № 7', 'marks;2024;4;;Постановление № 1');
commit(10, 'Цель');
# 16: its spelling only
targets('clubs;2024;85 %;;Постановление № 7',
    'marks;2024;4;;Постановление № 1');
commit(1, 'Знак процента');
# 17: the same with the basis alone: no entry
targets('clubs;2024;85 %;;Постановление № 7 от 01.02.2024',
    'marks;2024;4;;Постановление № 1');
commit(1, 'Основание подробнее');
# 18: targets for schools
targets('clubs;2024;85 %;;Постановление № 7 от 01.02.2024',
    'clubs;2024;80;a;Приказ 3', 'clubs;2024;50;b;Приказ 3',
    'marks;2024;4;;Постановление № 1');
commit(1, 'Цели школ');
# 19: one of them again
targets('clubs;2024;85 %;;Постановление № 7 от 01.02.2024',
    'clubs;2024;79;a;Приказ 4', 'clubs;2024;50;b;Приказ 3',
    'marks;2024;4;;Постановление № 1');
commit(1, 'Цель школы № 1');
# 20: a measure is put off
plan('m1;Семинар для учителей;май 2024;planned',
    'm2;Новые кабинеты;2024 год;');
commit(3, "План\n\nПричина: перенос по просьбе школ");
# 21: it is done
plan('m1;Семинар для учителей;май 2024;done', 'm2;Новые кабинеты;2024 год;');
commit(3, 'Выполнено');
# 22: a new measure
plan('m1;Семинар для учителей;май 2024;done', 'm2;Новые кабинеты;2024 год;',
    'm3;Летняя школа;июль 2024;planned');
commit(1, 'Ещё мероприятие');
# 23: two go
plan('m1;Семинар для учителей;май 2024;done');
commit(1, 'Меньше мероприятий');
# 24: a report
put('data/p/progress.csv', "measure;period;status\nm1;2023;doing\n" .
    "m1;2024;done\n");
commit(1, 'Отчёт');
# 25: a text
put('content/programs/p/index.md', "---\ntitle: Поддержка школ\n" .
    "period: 2022-2024\n---\nО программе поддержки.\n");
commit(1, "Текст\n\nПричина: яснее");
# 26-27: a draft is nobody's business until it is one no more
put('content/news/one.md', "---\ntitle: Новость\ndate: 2024-02-01\n" .
    "draft: yes\n---\nТекст.\n");
commit(1, 'Черновик');
put('content/news/one.md', "---\ntitle: Новость\ndate: 2024-02-01\n" .
    "draft: yes\n---\nТекст длиннее.\n");
commit(1, 'Черновик 2');
put('content/news/one.md', "---\ntitle: Новость\ndate: 2024-02-01\n" .
    "---\nТекст длиннее.\n");
commit(1, 'Новость');
# 29-30: words of two schools, of one day: one entry
put('content/schools/a.md', "---\nsummary: О школе.\n---\nСлова.\n");
commit(1, 'Слова школы');
put('content/schools/b.md', "---\nsummary: О школе.\n---\nСлова.\n");
# a practice that is a draft: no entry
put('content/practices/d.md', "---\ntitle: Проба\nstatus: draft\n" .
    "programme: p\nschool: a\nproblem: Мало кружков\n" .
    "steps:\n  - text: Начать\n---\nШаги.\n");
commit(0, 'Слова другой школы и черновик практики');
# 31: a file moves: no entry
rename 'content/news/one.md', 'content/news/first.md' or die;
commit(2, 'Другое имя файла');
# 32: sources with errors were never a site
put('data/p/values.csv', values_text() . "clubs;nowhere;2023;1;1\n");
commit(1, 'Ошибка');
# 33: mended, and with a change: one entry
$values{'marks/b/2022'} = '3,9;';
values_put();
commit(1, "Исправлено\n\nПричина: опечатка");
# 34: a new indicator with its values and target: one entry
put('data/p/indicators.csv', $indicators .
    "camps;Дети в лагерях;чел.;count;open;up;sum\n");
$values{$_->[0]} = $_->[1] for ['camps/a/2023', '40;'],
    ['camps/b/2023', '30;'];
values_put();
commit(1, 'Новый показатель');
# 35: a new school with its value: one entry
put('data/schools.csv', "id;name;short\na;Школа № 1;Школа № 1\n" .
    "b;Школа № 2;Школа № 2\nc;Школа № 3;Школа № 3\n");
$values{'marks/c/2023'} = '4,1;';
values_put();
commit(1, 'Новая школа');
# 36: names change
put('data/p/indicators.csv', $indicators =~ s/Средний балл/Балл ЕГЭ/r .
    "camps;Дети в лагерях;чел.;count;open;up;sum\n");
commit(1, 'Название показателя');
# 37: a value is taken away
delete $values{'marks/a/2022'};
values_put();
commit(1, "Снято\n\nПричина: проверка");
# 38: one is under examination
$values{'marks/c/2023'} = 'q;';
values_put();
commit(1, 'Проверяется');
# 39: a value of today is corrected twice a day
$values{'marks/a/2023'} = '3,7;';
values_put();
commit(1, 'Раз');
$values{'marks/a/2023'} = '3,65;';
values_put();
commit(0, 'Два');
# 41: what was shown then is hidden now: its number must
# not be told
$values{'clubs/b/2023'} = "$late;100";
values_put();
commit(1, 'Правка, которую сегодня не видно');
$values{'clubs/b/2023'} = "$late;9";
$values{'clubs//2023'} = 'c;';
values_put();
commit(1, 'Скрыто');
# 43: something beside the site, and reports in another order: no entry
put('../README', "Не сайт\n");
put('data/p/progress.csv', "measure;period;status\nm1;2024;done\n" .
    "m1;2023;doing\n");
commit(1, 'Не сайт');
# 44: a document
put('data/p/documents.csv', "id;title;url\nd1;Порядок отбора;" .
    "https://example.org/d1\n");
commit(1, 'Документ');
# 45: the indicator goes again
put('data/p/indicators.csv', $indicators =~ s/Средний балл/Балл ЕГЭ/r);
delete $values{"camps/$_/2023"} for 'a', 'b';
values_put();
commit(1, 'Показателя больше нет');
# 46: on a branch, merged without a word: the reason is found
system('git checkout -q -b side') == 0 or die;
$values{'clubs/a/2023'} = '78,0;118';
values_put();
commit(1, "Ветка\n\nПричина: акт сверки");
system('git checkout -q main') == 0 or die;
$time += 86400;
$ENV{GIT_AUTHOR_DATE} = $ENV{GIT_COMMITTER_DATE} = "$time +0300";
system('git merge -q --no-ff -m Слияние side') == 0 or die;
$number++;
# 48: the number of children alone
$values{'clubs/a/2023'} = '78,0;123';
values_put();
commit(1, "Численность\n\nReason: списки");
# 49: a late correction: before the date of the site less than 30 days
$values{'clubs/a/2022'} = '76,8;125';
values_put();
commit(290, "Поздняя поправка\n\nПричина: архив");
# 50: a third year, enough for a chart over time
$values{'clubs/a/2024'} = '80,0;120';
values_put();
commit(1, 'Данные за 2024 год');
die "$number commits" if $number != 50;
