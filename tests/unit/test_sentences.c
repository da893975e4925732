/*
 * words, as a table: tests/words/ru.txt and en.txt hold inputs and the
 * sentences that come of them, by way of the real release. VITRINA_REGEN=1
 * writes the sentences anew: read each of them before it is committed.
 *
 * A line without blanks before it is an input: fields between semicolons.
 *   @NAME; column=text; ...    an indicator: columns of indicators.csv
 *   NAME; PERIOD=CELL; ...     headline of school a; its cells
 *   lead; LETTERS              statuses of a programme's indicators: reached,
 *                              near, b not yet, x no data, c hidden, k counts,
 *                              - no target, d not due
 *   half; NAME; CELL,CELL,...  where half of the schools are
 *   spread; NAME; CELL         caption under a chart
 *   coverage; SOME; ALL        «по данным 41 из 43 школ»
 *   count; KEY; NUMBER         «5 школ»
 *   number; NUMBER, money; NUMBER; UNIT, date; DATE, period; PERIOD
 *   target; NAME; TARGET       as in a table
 *   cell; NAME; CELL           as in a table
 * CELL: 66,7/72 (value/n), 13:18 (people of n), c x z q; then +p +r +e, then
 * !note. Fields of a headline: PERIOD=CELL, whole@PERIOD=CELL, b@PERIOD=CELL,
 * target@PERIOD=TARGET, break@PERIOD, next=, grades=, as_of=, scope=, say=whole.
 * With whole@ the schools b and c have values of that period, too.
 * The line below it, after two blanks, is the sentence; ~ is a no-break space.
 */
#include "release/words.h"

#include "default_words.h"
#include "fixture.h"

#include "base/fs.h"
#include "release/compare.h"

#define NB "\xC2\xA0"

static struct arena *arena;
static struct lexicon *lexicon;

/* --- pieces of a line --- */

struct piece {
    struct str key, text;
};

static struct piece next_piece(struct str *rest)
{
    struct str text = str_trim(str_cut(rest, ';'));
    struct str value = text, key = str_cut(&value, '=');

    return value.p ? (struct piece){key, value}
                   : (struct piece){.text = text};
}

/* --- indicators --- */

struct known_indicator {
    struct str name, columns, cells;    /* two lines of a table */
};

static struct known_indicator indicators[64];
static size_t indicators_n;

static void add_indicator(struct str name, struct str rest)
{
    struct buf columns = {0}, cells = {0};

    while (rest.p) {
        struct piece piece = next_piece(&rest);
        buf_char(&columns, ';');
        buf_add(&columns, piece.key);
        buf_char(&cells, ';');
        buf_csv(&cells, piece.text, ';');
    }
    assert_true(indicators_n < sizeof indicators / sizeof *indicators);
    indicators[indicators_n++] = (struct known_indicator){
        str_copy(arena, name), buf_take(&columns, arena),
        buf_take(&cells, arena)};
    buf_free(&columns);
    buf_free(&cells);
}

static const struct known_indicator *find_indicator(struct str name)
{
    for (size_t i = 0; i < indicators_n; i++)
        if (str_eq(indicators[i].name, name))
            return &indicators[i];
    fail_msg("no indicator @%.*s", STR_FMT(name));
    return NULL;
}

/* --- the site of a case --- */

struct tables {
    struct buf values, targets, breaks, indicators, schools, site, programme;
};

#define VALUES "indicator;school;period;value;numerator;n;status;flag;note\n"

static void begin(struct tables *t, const char *as_of, bool scope_all)
{
    bool russian = lexicon_lang(lexicon) == LANG_RU;

    *t = (struct tables){0};
    buf_addz(&t->values, VALUES);
    buf_addz(&t->targets, "indicator;school;period;target\n");
    buf_addz(&t->breaks, "indicator;period;note\n");
    buf_addf(&t->site, "title: T\nas_of: %s\nlanguage: %s\n"
             "municipalities: {zar: {name: %s}}\n", as_of,
             russian ? "ru" : "en",
             russian ? "Заречный район, short: район"
                     : "Zarechny, short: area");
    buf_addf(&t->programme, "---\ntitle: P\nmunicipality: zar\nscope: %s\n"
             "---\n", scope_all ? "all" : "participants");
}

static const char *text_of(const struct buf *buf)
{
    return buf->p ? buf->p : "";
}

static struct fixture finish(struct tables *t)
{
    struct fixture f = fixture_open(FILES(
        {"content/site.yml", text_of(&t->site)},
        {"content/programs/p/index.md", text_of(&t->programme)},
        {"data/schools.csv", text_of(&t->schools)},
        {"data/p/indicators.csv", text_of(&t->indicators)},
        {"data/p/values.csv", text_of(&t->values)},
        {"data/p/targets.csv", text_of(&t->targets)},
        {"data/p/breaks.csv", text_of(&t->breaks)}), RELEASED);
    char *said_all = said(f.diag);

    if (diag_count(f.diag, LEVEL_ERROR))
        fail_msg("%s", said_all);
    free(said_all);
    buf_free(&t->values);
    buf_free(&t->targets);
    buf_free(&t->breaks);
    buf_free(&t->indicators);
    buf_free(&t->schools);
    buf_free(&t->site);
    buf_free(&t->programme);
    return f;
}

/* `66,7/72+p!note` as a row of values.csv. */
static void add_cell(struct buf *values, const char *indicator,
                     struct str school, struct str period, struct str cell)
{
    struct str note = cell, flag, n, value;
    char mark = str_find_char(cell, ':') >= 0 ? ':' : '/';
    bool state;

    cell = str_cut(&note, '!');
    flag = cell;
    cell = str_cut(&flag, '+');
    n = cell;
    value = str_cut(&n, mark);
    state = value.n == 1 && strchr("cxzq", value.p[0]);
    buf_addf(values, "%s;%.*s;%.*s;%.*s;%.*s;%.*s;%.*s;%.*s;%.*s\n",
             indicator, STR_FMT(school), STR_FMT(period),
             state || mark == ':' ? 0 : (int)value.n, value.p,
             mark == ':' ? (int)value.n : 0, value.p, STR_FMT(n),
             state ? 1 : 0, value.p, STR_FMT(flag), STR_FMT(note));
}

static void add_schools(struct buf *schools, size_t n, struct str grades)
{
    buf_addz(schools, "id;name;grades\n");
    for (size_t i = 0; i < n; i++)
        buf_addf(schools, "%c%c;School %c%c;%.*s\n",
                 i < 26 ? 'a' + (int)i : 'z', i < 26 ? '0' : 'a' + (int)i - 26,
                 i < 26 ? 'a' + (int)i : 'z', i < 26 ? '0' : 'a' + (int)i - 26,
                 i == 0 ? (int)grades.n : 0, grades.p);
}

static void indicator_table(struct tables *t, struct str name,
                            struct str next)
{
    const struct known_indicator *it = find_indicator(name);

    buf_addf(&t->indicators, "id%.*s;next_release\ni%.*s;%.*s\n",
             STR_FMT(it->columns), STR_FMT(it->cells), STR_FMT(next));
}

static struct words words_of(const struct fixture *f)
{
    return (struct words){lexicon, f->release};
}

/* --- kinds of cases --- */

/* The value of `key` in the fields, or `otherwise`. */
static struct str option(struct str rest, const char *key,
                         const char *otherwise)
{
    while (rest.p) {
        struct piece piece = next_piece(&rest);
        if (str_is(piece.key, key))
            return piece.text;
    }
    return str_of(otherwise);
}

static const char *z(struct str text)
{
    return str_z(arena, text);
}

/* `school@period` apart; without @ it is school a. */
static void add_field(struct tables *t, struct piece piece)
{
    static const char *const options[] = {"next", "grades", "as_of", "scope",
                                          "say", "at"};
    struct str period = piece.key, who = str_cut(&period, '@');
    struct str school = S("");

    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (str_is(piece.key, options[i]))
            return;
    if (!period.p && str_starts(piece.text, S("break@"))) {
        buf_addf(&t->breaks, "i;%.*s;new\n", STR_FMT(str_skip(piece.text, 6)));
        return;
    }
    if (!period.p) {
        period = piece.key;
        school = S("a0");
    } else if (str_is(who, "target")) {
        buf_addf(&t->targets, "i;;%.*s;%.*s\ni;*;%.*s;%.*s\n",
                 STR_FMT(period), STR_FMT(piece.text), STR_FMT(period),
                 STR_FMT(piece.text));
        return;
    } else if (!str_is(who, "whole")) {
        school = str_format(arena, "%.*s0", STR_FMT(who));
    } else {
        add_cell(&t->values, "i", S("b0"), period, S("50/300"));
        add_cell(&t->values, "i", S("c0"), period, S("50/300"));
    }
    add_cell(&t->values, "i", school, period, piece.text);
}

static struct period last_period(struct str rest)
{
    struct period found = {0};
    struct str at = option(rest, "at", "");

    if (at.n)
        assert_true(period_parse(at, &found));
    while (rest.p && !at.n) {
        struct piece piece = next_piece(&rest);
        struct period p;
        if (period_parse(piece.key, &p) && period_cmp(p, found) > 0)
            found = p;
    }
    return found;
}

static void do_headline(struct buf *out, struct str name, struct str rest)
{
    struct tables t;
    struct fixture f;
    struct words words;
    struct str fields = rest;
    size_t at;

    begin(&t, z(option(rest, "as_of", "2026-03-01")),
          str_is(option(rest, "scope", "all"), "all"));
    indicator_table(&t, name, option(rest, "next", ""));
    add_schools(&t.schools, 6, option(rest, "grades", ""));
    while (fields.p)
        add_field(&t, next_piece(&fields));
    f = finish(&t);
    words = words_of(&f);
    at = release_period(f.release, 0, last_period(rest));
    if (at == NONE)
        buf_addz(out, "no such period");
    else
        words_headline(out, &words, 0,
                       str_is(option(rest, "say", ""), "whole")
                           ? RELEASE_WHOLE : 0, at);
    fixture_close(&f);
}

/* One indicator of the lead sentence. */
static void add_status(struct tables *t, size_t i, char letter)
{
    static const struct {
        char letter;
        const char *cell, *period, *target;
    } rows[] = {
        {'r', "90/100", "2025", "80"}, {'n', "75/100", "2025", "80"},
        {'b', "40/100", "2025", "80"}, {'x', "x", "2025", "80"},
        {'c', "c", "2025", "80"},      {'k', "13:18", "2025", "80"},
        {'-', "50/100", "2025", NULL}, {'d', "50/100", "2027", "80"}
    };
    char id[32];

    snprintf(id, sizeof id, "i%zu", i);
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        if (rows[k].letter != letter)
            continue;
        buf_addf(&t->indicators, "%s;I%zu;%%;up;people;given\n", id, i);
        add_cell(&t->values, id, S("a0"), S("2025"), str_of(rows[k].cell));
        add_cell(&t->values, id, S(""), S("2025"), str_of(rows[k].cell));
        if (rows[k].target)
            buf_addf(&t->targets, "%s;;%s;%s\n%s;*;%s;%s\n", id,
                     rows[k].period, rows[k].target, id, rows[k].period,
                     rows[k].target);
        return;
    }
    fail_msg("no status %c", letter);
}

static void do_lead(struct buf *out, struct str rest)
{
    struct str letters = next_piece(&rest).text;
    struct tables t;
    struct fixture f;
    struct words words;

    begin(&t, "2026-03-01", true);
    add_schools(&t.schools, 1, S(""));
    buf_addz(&t.indicators, "id;title;unit;direction;class;aggregate\n");
    for (size_t i = 0; i < letters.n; i++)
        add_status(&t, i, letters.p[i]);
    f = finish(&t);
    words = words_of(&f);
    words_lead(out, &words, 0, rest.p ? RELEASE_WHOLE : 0);
    fixture_close(&f);
}

static void do_half(struct buf *out, struct str rest)
{
    struct str name = next_piece(&rest).text, list = next_piece(&rest).text;
    struct tables t;
    struct fixture f;
    struct words words;
    size_t n = 0;

    begin(&t, "2026-03-01", true);
    indicator_table(&t, name, S(""));
    for (struct str cells = list; cells.p; n++) {
        char school[3] = {n < 26 ? 'a' + (char)n : 'z',
                          n < 26 ? '0' : 'a' + (char)(n - 26)};
        add_cell(&t.values, "i", str_of(school), S("2025"),
                 str_trim(str_cut(&cells, ' ')));
    }
    add_schools(&t.schools, n, S(""));
    f = finish(&t);
    words = words_of(&f);
    words_half(out, &words, 0, str_is(next_piece(&rest).text, "whole")
                                   ? RELEASE_WHOLE : 0, 0);
    fixture_close(&f);
}

/* What needs a release of one cell only. */
static void do_cell(struct buf *out, struct str what, struct str rest)
{
    struct str name = next_piece(&rest).text, cell = next_piece(&rest).text;
    bool target = str_is(what, "target");
    struct tables t;
    struct fixture f;
    struct words words;
    struct fact fact;

    begin(&t, "2026-03-01", true);
    indicator_table(&t, name, S(""));
    add_schools(&t.schools, 1, S(""));
    if (target)
        buf_addf(&t.targets, "i;*;2025;%.*s\n", STR_FMT(cell));
    else
        add_cell(&t.values, "i", S("a0"), S("2025"), cell);
    f = finish(&t);
    words = words_of(&f);
    fact = release_fact(f.release, 0, 0, 0);
    if (target)
        words_target(out, &words, &f.site->programmes.at[0].targets.at[0]);
    else if (str_is(what, "spread"))
        words_spread(out, &words, 0, fact);
    else
        words_cell(out, &words, 0, fact);
    fixture_close(&f);
}

static struct num number_in(struct str text)
{
    struct num n;

    if (num_parse(text, &n, NULL) != NUM_OK)
        fail_msg("no number: %.*s", STR_FMT(text));
    return n;
}

static void do_period(struct buf *out, struct str text)
{
    static void (*const forms[])(struct buf *, const struct lexicon *,
                                 struct period) = {
        words_period, words_period_gen, words_period_in, words_period_since,
        words_period_for, words_period_on, words_period_of,
        words_period_short
    };
    struct period p;

    assert_true(period_parse(text, &p));
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (i)
            buf_addz(out, " | ");
        forms[i](out, lexicon, p);
    }
}

static void do_coverage(struct buf *out, struct str a, struct str b)
{
    struct fact fact = {.computed = true,
                        .leaves = (size_t)number_in(a).v,
                        .expected = (size_t)number_in(b).v};
    struct words words = {lexicon, NULL};

    words_coverage(out, &words, fact);
}

/* True when it was one of the words that need no release. */
static bool do_plain(struct buf *out, struct str what, struct str rest)
{
    struct str a = next_piece(&rest).text, b = next_piece(&rest).text;
    date d;

    if (str_is(what, "count")) {
        words_count(out, lexicon, z(a), number_in(b));
    } else if (str_is(what, "number")) {
        words_number(out, lexicon, number_in(a), -1);
    } else if (str_is(what, "money")) {
        words_money(out, lexicon, number_in(a), b);
    } else if (str_is(what, "period")) {
        do_period(out, a);
    } else if (str_is(what, "coverage")) {
        do_coverage(out, a, b);
    } else if (str_is(what, "date")) {
        assert_true(date_parse(a, &d));
        words_date(out, lexicon, d);
        buf_addz(out, " | ");
        words_date_short(out, lexicon, d);
    } else {
        return false;
    }
    return true;
}

static void do_line(struct buf *out, struct str line)
{
    struct str rest = line, what = str_trim(str_cut(&rest, ';'));

    if (do_plain(out, what, rest))
        return;
    if (str_is(what, "lead"))
        do_lead(out, rest);
    else if (str_is(what, "half"))
        do_half(out, rest);
    else if (str_is(what, "target") || str_is(what, "cell") ||
             str_is(what, "spread"))
        do_cell(out, what, rest);
    else
        do_headline(out, what, rest);
}

/* --- the file --- */

static void put_marked(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (i + 1 < text.n && !memcmp(text.p + i, NB, 2)) {
            buf_char(out, '~');
            i++;
        } else {
            buf_char(out, text.p[i]);
        }
}

/* The file as it should be: every input followed by its sentence. */
static size_t make_file(struct buf *made, struct str text)
{
    size_t sentences = 0;

    while (text.p) {
        struct str line = str_cut(&text, '\n'), rest = line;
        struct buf out = {0};
        if (str_starts(line, S("  ")) || (!line.n && !text.p))
            continue;
        buf_add(made, line);
        buf_char(made, '\n');
        if (!line.n || line.p[0] == '#')
            continue;
        if (line.p[0] == '@') {
            struct str name = str_trim(str_cut(&rest, ';'));
            add_indicator(str_skip(name, 1), rest);
            continue;
        }
        do_line(&out, line);
        buf_addz(made, "  ");
        put_marked(made, buf_str(&out));
        buf_char(made, '\n');
        buf_free(&out);
        sentences++;
    }
    return sentences;
}

/* The first line that differs. */
static void compare_files(const char *path, struct str want, struct str made)
{
    struct str input = S("");

    while (want.p || made.p) {
        struct str a = str_cut(&want, '\n'), b = str_cut(&made, '\n');
        if (!str_eq(a, b))
            fail_msg("%s: %.*s\n%.*s\nexpected\n%.*s", path, STR_FMT(input),
                     STR_FMT(b), STR_FMT(a));
        if (!str_starts(b, S("  ")))
            input = b;
    }
}

static void check_file(enum lang lang, const char *path, size_t least)
{
    struct buf text = {0}, made = {0};
    size_t n;

    lexicon = default_words(arena, lang);
    indicators_n = 0;
    assert_int_equal(fs_read(path, 1 << 20, &text), 0);
    n = make_file(&made, buf_str(&text));
    if (n < least)
        fail_msg("%s: %zu sentences, %zu wanted", path, n, least);
    if (getenv("VITRINA_REGEN")) {
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fwrite(made.p, 1, made.n, out);
        fclose(out);
    } else {
        compare_files(path, buf_str(&text), buf_str(&made));
    }
    buf_free(&text);
    buf_free(&made);
}

static void test_russian(void **state)
{
    (void)state;
    check_file(LANG_RU, "tests/words/ru.txt", 200);
}

static void test_english(void **state)
{
    (void)state;
    check_file(LANG_EN, "tests/words/en.txt", 40);
}

static int start(void **state)
{
    arena = arena_new();
    return fixture_start(state);
}

static int end(void **state)
{
    arena_free(arena);
    return fixture_end(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_russian),
        cmocka_unit_test(test_english)
    };

    return cmocka_run_group_tests(tests, start, end) != 0 ? 1 : 0;
}
