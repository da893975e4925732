#!/bin/sh
# What `vitrina new` writes: a site that builds without a word; tables that
# pass the check as they are and as Excel saves them; forms that come back;
# one more thing; and what is refused. Ends with `N passed, N failed`.
set -u
vitrina=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export LC_ALL=C TZ=UTC
passed=0
failed=0

# verdict WHAT STATUS: 0 is a pass; else the log is shown.
verdict() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- $1"
        head -n 40 "$work/log"
    fi
}

run() { "$vitrina" "$@" >log 2>&1; }
# silent SITE: builds without a warning or error.
silent() { "$vitrina" -C "$1" build --strict >out 2>log && [ ! -s log ]; }
# refuse STATUS WORDS COMMAND...: ends with that status and says the words.
refuse() {
    status=$1 words=$2
    shift 2
    "$vitrina" "$@" --lang ru >log 2>&1
    [ $? -eq "$status" ] && grep -qF -- "$words" log
    verdict "refused: $*" $?
}
# tree FOLDER: names and digests of all files.
tree() { (cd "$1" && find . -type f ! -path './public/*' -exec cksum {} + | sort); }

# --- a site to begin with ---

run new site && silent site
verdict "the starter builds without a message" $?
find site/public -name '*.html' -exec grep -L 'емонстрационные данные' {} + >log
[ ! -s log ] && ! grep -q 'class="demo"' site/public/index.html
verdict "each page of the starter says once that it is made up" $?
run new --tables tables
verdict "empty tables" $?
missing=''
for table in $(cd tables && find . -name '*.csv'); do
    of=site/data/$(echo "$table" | sed 's|^./||; s|^program/|podderzhka-2024/|')
    # A header, a row and, apart from these, at most notes.
    [ "$(grep -vc '^"*\*' "$of")" -ge 2 ] || missing="$missing $of"
done
echo "missing:$missing" >log
[ -z "$missing" ]
verdict "the starter has every table" $?
# A Russian Excel makes dates of 1.1, 1/2 and «май 2024», and saves these.
perl -CSD -Mutf8 -ne 'for (split /[;\r\n]/) { print "$ARGV: $_\n"
    if m{^\d{1,2}[./-]\d{1,4}$} || /^(?:янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя|дек)\pL* \d{4}$/i }' \
    site/data/*.csv site/data/*/*.csv >log 2>&1
[ $? -eq 0 ] && [ ! -s log ]
verdict "no cell of the starter becomes a date in Excel" $?
refuse 2 'не пуста' new site
for host in github gitea gitlab nginx; do
    mkdir "on-$host" && run -C "on-$host" new --hosting "$host"
    verdict "files for $host" $?
done
[ -f on-github/.github/workflows/site.yml ] && [ -f on-gitlab/.gitlab-ci.yml ] &&
    [ -f on-gitea/.gitea/workflows/site.yml ] && [ -f on-nginx/hosting/nginx.conf ] &&
    sh -n on-gitea/hosting/ci.sh 2>log
verdict "each host's files are where it looks" $?
refuse 2 'файлов для «svn» нет' new --hosting svn
refuse 2 'hosting/ci.sh' -C on-github new --hosting gitlab
# options COMMAND: those of its synopses in the manual.
options() {
    sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESC/p' "$here/../src/vitrina.1" |
        awk -v want="$1" '/^\.Nm/ { first = 1; on = 0 }
            /^\.Cm/ && first { first = 0; on = $2 == want }
            on' | grep -o 'Fl -[a-z-]*' | sed 's/Fl -/--/'
}
: >log
for command in check build serve publish verify new; do
    "$vitrina" help "$command" >usage
    for option in $(options "$command"); do
        grep -q -- "$option" usage || echo "$command: $option" >>log
    done
done
[ ! -s log ] && [ -n "$(options new)" ]
verdict "help names every option of the manual" $?
run new ./empty/school && [ -f empty/school/content/site.yml ]
verdict "a folder may be called like a thing" $?

# --- empty tables ---

cp -r site plain
rm -rf plain/data plain/content/programs/* plain/content/practices \
    plain/content/schools plain/content/news
mkdir plain/content/programs/program
printf -- '---\ntitle: П\n---\n' >plain/content/programs/program/index.md
printf -- '---\ntitle: Т\n---\n' >plain/content/index.md
cp -r tables plain/data
silent plain
verdict "empty tables pass the check" $?
bad=0
for table in tables/*.csv tables/program/*.csv site/data/*.csv \
    site/data/podderzhka-2024/*.csv; do
    head -c 3 "$table" | od -An -tx1 | grep -q 'ef bb bf' || bad=1
    [ "$(tr -cd '\r' <"$table" | wc -c)" -eq "$(wc -l <"$table")" ] || bad=1
    [ "$bad" -eq 0 ] || { echo "$table" >log; break; }
done
verdict "a mark and CRLF in every table" $bad

# Excel pads all rows, and in its other format writes Windows-1251.
# save FOLDER PROGRAM...: every table passed through a filter.
save() {
    folder=$1
    shift
    for table in tables/*.csv tables/program/*.csv; do
        to="$folder/data/${table#tables/}"
        "$@" "$table" >"$to" || return 1
    done
}
pad() {
    perl -e '
        undef $/;
        my $text = <>;
        my @rows = ([""]);
        while ($text =~ /\G("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n|$)/g) {
            $rows[-1][-1] = $1;
            last if $2 eq "" && pos($text) >= length $text;
            if ($2 eq ";") { push @{$rows[-1]}, "" } else { push @rows, [""] }
        }
        pop @rows;
        my $n = @{$rows[0]};
        for my $row (@rows) {
            push @$row, "" while @$row < $n;
            print join(";", @$row), "\r\n";
        }' "$1"
}
ansi() { tail -c +4 "$1" | iconv -f UTF-8 -t CP1251; }
save plain pad && silent plain
verdict "empty tables as Excel saves them" $?
save plain ansi 2>log && silent plain
verdict "empty tables in Windows-1251" $?
refuse 2 'schools.csv» уже есть' new --tables tables

# --- one more thing ---

run -C site new school shkola-9 && run -C site new program nova-2026 &&
    run -C site new practice opyt && silent site
verdict "one more of each builds without a message" $?
[ -f site/public/schools/shkola-9.html ] &&
    [ -f site/public/programs/nova-2026/index.html ] &&
    [ ! -f site/public/practices/opyt.html ]
verdict "their pages" $?
# Above the notes, in the file's own line ends.
grep -B 9 -m 1 '^\*' site/data/schools.csv | grep -q "^shkola-9;.*$(printf '\r')"
verdict "a school's row stands above the notes" $?
mkdir -p bare/content
printf 'title: Т\nas_of: 2026-01-01\n' >bare/content/site.yml
refuse 2 'добавьте её: vitrina new school' -C bare new practice opyt
run -C bare new school a-1 && run -C bare new practice opyt && silent bare
verdict "the first school of a site" $?
tree site >before
refuse 2 'уже есть' -C site new school shkola-9
refuse 2 'уже есть' -C site new program podderzhka-2024
refuse 2 'уже есть' -C site new practice opyt
refuse 2 'Например: novaia-shkola' -C site new school 'Новая школа'
refuse 2 'занят самим сайтом' -C site new practice by
refuse 1 'нет файла content/site.yml' -C nowhere new school a
refuse 2 'что создать?' -C site new
refuse 2 'что создать?' -C site new school
refuse 2 'что создать?' -C site new village a
refuse 2 'что создать?' -C site new --tables x --forms 2026
tree site | cmp -s before -
verdict "what is refused changes nothing" $?

# --- forms ---

run -C site new --forms 2026 -o forms
verdict "forms" $?
form=forms/podderzhka-2024/values-dalniy-bor.csv
grep -q '^Школа с. Дальний Бор;Дети в кружках и секциях;%;2026;;;;' $form
verdict "a form holds the keys" $?
refuse 2 'values-dalniy-bor.csv» уже есть' -C site new --forms 2026 -o forms
refuse 2 'период «скоро»' -C site new --forms скоро
refuse 0 'спрашивать нечего' -C site new --forms 2025
refuse 2 'нет папки сайта' -C nowhere new --forms 2026
# Filled in half, saved as Excel does, dropped in: the value is on the page.
sed -i 's/\(Дети в кружках и секциях;%;2026;\);;/\1;67;95/
        s/\(психолог;да\/нет;2026;\);;;/\1да;;;С осени каждый день/' $form
pad $form >site/data/podderzhka-2024/values-dalniy-bor.csv
sed -i 's/^as_of: .*/as_of: 2027-02-01/' site/content/site.yml
silent site
verdict "a form comes back without a message" $?
grep -q '70,5' site/public/schools/dalniy-bor.html &&
    grep -q 'осени каждый день' site/public/schools/dalniy-bor.html
verdict "its values are on the page" $?
# The year after its name is taken.
run -C site new --forms 2027 -o next &&
    [ -f next/podderzhka-2024/values-dalniy-bor_2027.csv ] &&
    [ -f next/podderzhka-2024/values-shkola-1.csv ]
verdict "next year's form has another name" $?
form=rest/podderzhka-2024/values-dalniy-bor_2026.csv
run -C site new --forms 2026 -o rest && grep -q 'Обновлённые' $form &&
    ! grep -q 'Дети в кружках' $form
verdict "what was given is not asked again" $?
# The same where the numbers lie in a private folder.
cp -r site apart && mkdir -p raw/podderzhka-2024 &&
    mv apart/data/podderzhka-2024/values*.csv raw/podderzhka-2024 &&
    echo 'private: ../raw' >>apart/content/site.yml
run -C apart new --forms 2026 -o rest-apart && diff -r rest rest-apart >log
verdict "nor what was given in private" $?
mv raw gone
refuse 0 'нет папки «../raw»' -C apart new --forms 2026 -o rest-gone

# --- who has not reported ---

"$vitrina" -C site check --lang ru >log 2>&1 &&
    grep -qF 'Нет данных за 2026 (podderzhka-2024): ' log
verdict "check lists who has not reported" $?
"$vitrina" -C site check --lang en --verbose >log 2>&1 &&
    grep -qF 'for 2026 the school "Тихоозёрская школа № 1" has not' log
verdict "check --verbose says what is missing" $?

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
