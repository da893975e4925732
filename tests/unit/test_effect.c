/*
 * Tests of release/effect, release/money, the yearly part of
 * release/progress_measures and the sentences of release/words_effect: the
 * programme's result by its method, computed by hand.
 */
#include "fixture.h"

#include "release/effect.h"
#include "release/money.h"
#include "release/progress.h"
#include "release/words_effect.h"
#include "render/theme.h"

#define INDICATORS "id;title;unit;direction;class;aggregate\n"
#define TARGETS "indicator;period;target\n"
#define VALUES "indicator;period;value\n"
#define PLAN "id;title;when;status;done_on;responsible\n"
#define REPORTS "measure;period;status;done_on\n"
#define MONEY "year;source;purpose;planned;actual;unit\n"

static const char *plain(struct effect_part part)
{
    static char out[8][32];
    static int next;
    char *text = out[next++ % 8];
    struct buf b = {0};

    if (part.why != EFFECT_KNOWN) {
        snprintf(text, sizeof out[0], "-%d", (int)part.why);
        return text;
    }
    num_plain(&b, num_trim(part.value));
    snprintf(text, sizeof out[0], "%s", b.p);
    buf_free(&b);
    return text;
}

static struct fixture open_programme(const char *front, const char *targets,
                                     const char *values, const char *plan,
                                     const char *reports, const char *money)
{
    static const char *const heads[] = {TARGETS, VALUES, PLAN, REPORTS,
                                        MONEY};
    const char *rows[] = {targets, values, plan, reports, money};
    char index[256], tables[5][1024];

    snprintf(index, sizeof index,
             "---\ntitle: П\nperiod: 2022-2025\n%s---\n", front);
    for (size_t i = 0; i < 5; i++)
        snprintf(tables[i], sizeof tables[i], "%s%s", heads[i], rows[i]);
    return fixture_open(
        FILES({"content/programs/p/index.md", index},
              {"data/organisations.csv", "id;name\nuo;Отдел\ndt;Дом\n"},
              {"data/p/indicators.csv",
               INDICATORS "a;А;балл;up;open;given\nb;Б;балл;down;open;given\n"
               "c;В;балл;range;open;given\nd;Г;балл;up;open;given\n"},
              {"data/p/targets.csv", tables[0]},
              {"data/p/values.csv", tables[1]},
              {"data/p/plan.csv", tables[2]},
              {"data/p/progress.csv", tables[3]},
              {"data/p/finance.csv", tables[4]}), RELEASED);
}

/* --- results --- */

#define WHY(why) "-" #why
/* By hand. The numbers of enum effect_why stand for unknown parts. */
static const struct {
    const char *front, *targets, *values, *plan, *reports, *money;
    const char *sr, *srm, *ssuz, *eis, *er;
    enum effect_class class;
} results[] = {
    /* mean of 0.8 and min(1, 91/85); all done; all spent */
    {"", "a;2023;60\nd;2023;85\n", "a;2023;48\nd;2023;91\n",
     "m;М;май 2023;done;;\n", "", "2023;;;100;100;руб.\n",
     "0.9", "1", "1", "1", "0.9", EFFECT_HIGH},
    /* (0.8 + 0.625) / 2, 1 of 2, 90 of 100: 0.7125 * 0.5 / 0.9 */
    {"", "a;2023;60\nb;2023;5\n", "a;2023;48\nb;2023;8\n",
     "m;М;май 2023;done;;\nk;К;май 2023;doing;;\n", "",
     "2023;;;100;90;руб.\n",
     "0.7125", "0.5", "0.9", "0.555555556", "0.395833334",
     EFFECT_UNSATISFACTORY},
    /* classes at their bounds: 0.9, 0.8, 0.7 and just below */
    {"", "a;2023;10\n", "a;2023;9\n", "m;М;май 2023;done;;\n", "",
     "2023;;;1;1;руб.\n", "0.9", "1", "1", "1", "0.9", EFFECT_HIGH},
    {"", "a;2023;100000\n", "a;2023;89999\n", "m;М;май 2023;done;;\n", "",
     "2023;;;1;1;руб.\n", "0.89999", "1", "1", "1", "0.89999",
     EFFECT_MEDIUM},
    {"", "a;2023;10\n", "a;2023;8\n", "m;М;май 2023;done;;\n", "",
     "2023;;;1;1;руб.\n", "0.8", "1", "1", "1", "0.8", EFFECT_MEDIUM},
    {"", "a;2023;10\n", "a;2023;7\n", "m;М;май 2023;done;;\n", "",
     "2023;;;1;1;руб.\n", "0.7", "1", "1", "1", "0.7",
     EFFECT_SATISFACTORY},
    /* a third of 2.7 is 0.9, whatever was rounded on the way */
    {"", "a;2023;3\n", "a;2023;1\n", "m;М;май 2023;done;;\n", "",
     "2023;;;27;10;руб.\n", "0.333333333", "1", "0.37037037", "2.7",
     "0.899999999", EFFECT_HIGH},
    /* more is spent than planned; nothing is done */
    {"", "a;2023;10\n", "a;2023;20\n", "m;М;май 2023;planned;;\n", "",
     "2023;;;100;125;руб.\n", "1", "0", "1.25", "0", "0",
     EFFECT_UNSATISFACTORY},
    /* a range has no degree: SR is of the others */
    {"", "a;2023;10\nc;2023;1–2\n", "a;2023;5\nc;2023;9\n", "", "", "",
     "0.5", WHY(4), WHY(6), WHY(11), WHY(11), EFFECT_NO_CLASS},
    {"", "c;2023;1–2\n", "c;2023;1\n", "", "", "",
     WHY(3), WHY(4), WHY(6), WHY(11), WHY(11), EFFECT_NO_CLASS},
    /* a measure without a report: no SRm, nothing made of it */
    {"", "a;2023;10\n", "a;2023;10\n",
     "m;М;май 2023;done;;\nk;К;май 2023;;;\n", "", "2023;;;1;1;руб.\n",
     "1", WHY(5), "1", WHY(11), WHY(11), EFFECT_NO_CLASS},
    /* no targets */
    {"", "", "a;2023;10\n", "m;М;май 2023;done;;\n", "",
     "2023;;;1;1;руб.\n", WHY(1), "1", "1", "1", WHY(11), EFFECT_NO_CLASS},
    /* targets without data */
    {"", "a;2023;10\n", "", "m;М;май 2023;done;;\n", "",
     "2023;;;1;1;руб.\n", WHY(3), "1", "1", "1", WHY(11), EFFECT_NO_CLASS},
    /* money: not said what was spent; no plan; plan zero; spent zero; units */
    {"", "", "", "m;М;май 2023;done;;\n", "", "2023;;;1;;руб.\n",
     WHY(1), "1", WHY(8), WHY(11), WHY(11), EFFECT_NO_CLASS},
    {"", "", "", "", "", "2023;;;;1;руб.\n",
     WHY(1), WHY(4), WHY(7), WHY(11), WHY(11), EFFECT_NO_CLASS},
    {"", "", "", "", "", "2023;;;0;1;руб.\n",
     WHY(1), WHY(4), WHY(7), WHY(11), WHY(11), EFFECT_NO_CLASS},
    {"", "a;2023;1\n", "a;2023;1\n", "m;М;май 2023;done;;\n", "",
     "2023;;;1;0;руб.\n", "1", "1", "0", WHY(9), WHY(9), EFFECT_NO_CLASS},
    {"", "", "", "", "", "2023;а;;1;1;руб.\n2023;б;;1;1;книг\n",
     WHY(1), WHY(4), WHY(10), WHY(11), WHY(11), EFFECT_NO_CLASS},
    /* share-reached */
    {"achievement: share-reached\n",
     "a;2023;10\nb;2023;5\nc;2023;1–2\nd;2023;9\n",
     "a;2023;10\nb;2023;6\nc;2023;2\n", "", "", "",
     "0.666666667", WHY(4), WHY(6), WHY(13), WHY(13), EFFECT_LOW},
    {"achievement: share-reached\n", "a;2023;10\nb;2023;5\n",
     "a;2023;10\nb;2023;5\n", "", "", "",
     "1", WHY(4), WHY(6), WHY(13), WHY(13), EFFECT_NOT_LOW},
};

static void test_results(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        struct fixture f = open_programme(
            results[i].front, results[i].targets, results[i].values,
            results[i].plan, results[i].reports, results[i].money);
        struct effect e;

        assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
        e = effect_of(f.release, 0, 2023);
        if (strcmp(plain(e.sr), results[i].sr) != 0 ||
            strcmp(plain(e.srm), results[i].srm) != 0 ||
            strcmp(plain(e.ssuz), results[i].ssuz) != 0 ||
            strcmp(plain(e.eis), results[i].eis) != 0 ||
            strcmp(plain(e.er), results[i].er) != 0 ||
            e.class != results[i].class)
            fail_msg("result %zu: SR %s, SRm %s, SSuz %s, Eis %s, ER %s, "
                     "class %d", i, plain(e.sr), plain(e.srm), plain(e.ssuz),
                     plain(e.eis), plain(e.er), (int)e.class);
        assert_true(e.over);
        assert_int_equal(e.judged, e.reached + e.near + e.not_yet);
        assert_int_equal(e.indicators, e.judged + e.no_data + e.not_due +
                                           e.in_words);
        assert_int_equal(e.due, e.done + e.late + e.doing + e.planned +
                                    e.postponed + e.cancelled + e.no_report);
        fixture_close(&f);
    }
}

/* The year that goes on has no result; the latest of each indicator has. */
static void test_open_year(void **state)
{
    struct fixture f = open_programme(
        "as_of: 2024-12-31\n", "a;2023;10\na;2024;10\nb;2024;5\nd;2024;рост\n",
        "a;2023;10\na;2024;5\nd;2024;1\n", "m;М;май 2024;done;;\n", "",
        "2024;;;10;5;руб.\n");
    struct effect e = effect_of(f.release, 0, 2024);

    (void)state;
    assert_false(e.over);
    assert_string_equal(plain(e.sr), "0.5");
    assert_int_equal(e.srm.why, EFFECT_NOT_OVER);
    assert_int_equal(e.ssuz.why, EFFECT_NOT_OVER);
    assert_int_equal(e.er.why, EFFECT_NOT_OVER);
    assert_int_equal(e.class, EFFECT_NO_CLASS);
    assert_int_equal(e.not_due, 1);
    assert_int_equal(e.in_words, 1);
    assert_true(e.has_spent);
    e = effect_of(f.release, 0, EFFECT_NOW);
    assert_int_equal(e.indicators, 2);
    assert_string_equal(plain(e.sr), "0.5");
    assert_int_equal(e.srm.why, EFFECT_NO_YEAR);
    fixture_close(&f);
}

static void test_years(void **state)
{
    struct fixture f = open_programme(
        "", "a;2021;1\na;2022/2023;рост\n", "", "m;М;Ежегодно;;;\n",
        "m;2026;done;\n", "2019;;;1;1;руб.\n");
    static const int64_t want[] = {2019, 2021, 2022, 2023, 2024, 2025, 2026};
    size_t n;
    const int64_t *years = effect_years(f.arena, f.release, 0, &n);

    (void)state;
    assert_int_equal(n, sizeof want / sizeof *want);
    assert_memory_equal(years, want, sizeof want);
    fixture_close(&f);
}

/* Of half-years the last one with a target speaks for the year. */
static void test_period(void **state)
{
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS "a;А;балл;up;open;given\n"},
              {"data/p/targets.csv", TARGETS "a;2023-H1;1\na;2023-H2;2\n"},
              {"data/p/values.csv", VALUES "a;2023-H1;1\na;2024-H1;5\n"}),
        RELEASED);
    size_t n;
    const struct period *periods = release_periods(f.release, 0, &n);
    size_t at = effect_period(f.release, 0, 2023);
    struct buf code = {0};

    (void)state;
    assert_true(at != NONE);
    period_code(&code, periods[at]);
    assert_str(buf_str(&code), "2023-H2");
    assert_true(effect_period(f.release, 0, 2024) == NONE);
    buf_free(&code);
    fixture_close(&f);
}

/* --- measures --- */

/* A letter a year from 2021 to 2026: `.` not due, `?` no report, p planned,
 * g going on, d done, l done later, o put off, c cancelled. */
static const struct {
    const char *row, *reports, *years;
} measures[] = {
    {"май 2023;;", "", "..?..."},
    {"май 2023;done;", "", "..d..."},
    {"май 2023;done;01.06.2023", "", "..d..."},
    {"май 2023;done;01.02.2024", "", "..l..."},
    {"май 2023;doing;", "", "..g..."},
    {"май 2023;postponed;", "", "..o..."},
    {"май 2023;cancelled;", "", "..c..."},
    {"Ноябрь 2022 – апрель 2024;;", "m;2023;doing;\n", "...g.."},
    {"май 2023;;", "m;2023;done;\n", "..d..."},
    {"май 2023;;", "m;2024;done;\n", "..l..."},
    {"май 2023;;", "m;2024;done;05.12.2023\n", "..d..."},
    {"ежегодно;;", "", ".????."},
    {"ежегодно;;", "m;2022;done;\nm;2024;planned;\n", ".d?p?."},
    {"ежегодно;;", "m;2023-H1;done;\nm;2023-H2;doing;\n", ".?g??."},
    {"ежегодно;;", "m;2023;doing;\nm;2023;done;\n", ".?d??."},
    {"ежегодно;cancelled;", "m;2022;done;\n", ".dccc."},
    {"ежегодно;done;", "", ".????."},
    {"Январь 2023 г., далее ежегодно;;", "m;2024;done;\n", "..?d?."},
    {"В течение срока действия Программы;doing;", "", "....g."},
    {"По результатам мониторинга;done;", "", "......"},
    {"как-нибудь;done;", "", "......"},
};

static char letter(const struct site *site, int64_t year)
{
    static const char letters[] = {
        [DONE_NO_REPORT] = '?', [DONE_PLANNED] = 'p', [DONE_DOING] = 'g',
        [DONE_DONE] = 'd', [DONE_POSTPONED] = 'o', [DONE_CANCELLED] = 'c'};
    bool late;
    int done;

    if (!progress_due_in(site, 0, 0, year))
        return '.';
    done = progress_done_in(site, 0, 0, year, &late);
    return late ? 'l' : letters[done];
}

static void test_measures(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        char plan[256], years[7] = "";
        struct fixture f;

        snprintf(plan, sizeof plan, "m;М;%s;\n", measures[i].row);
        f = open_programme("", "", "", plan, measures[i].reports, "");
        assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
        for (size_t y = 0; y < 6; y++)
            years[y] = letter(f.site, 2021 + (int64_t)y);
        if (strcmp(years, measures[i].years) != 0)
            fail_msg("%s: %s, not %s", measures[i].row, years,
                     measures[i].years);
        fixture_close(&f);
    }
}

/* By who answers for it; what nobody reported is not among them. */
static void test_overdue(void **state)
{
    struct fixture f = open_programme(
        "", "", "",
        "m;М;май 2021;doing;;uo\nk;К;май 2021;;;uo\n"
        "l;Л;май 2021;planned;;dt|uo\nn;Н;май 2021;planned;;\n"
        "o;О;май 2021;done;;dt\np;П;май 2021;doing;;Все вместе\n"
        "q;Р;май 2021;doing;;Все вместе\nr;С;Январь 2022 – май 2025;;;dt\n",
        "r;2022;doing;\n", "");
    static const struct {
        const char *who;
        size_t n, first;
    } want[] = {{"uo", 2, 0}, {"dt", 1, 2}, {NULL, 1, 3},
                {"Все вместе", 2, 5}};
    size_t n;
    const struct overdue *groups = progress_overdue_by(f.arena, f.site, 0,
                                                       &n);

    (void)state;
    assert_int_equal(n, sizeof want / sizeof *want);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(groups[i].who == NULL, want[i].who == NULL);
        if (want[i].who)
            assert_str(groups[i].who->text, want[i].who);
        assert_int_equal(groups[i].n, want[i].n);
        assert_int_equal(groups[i].measures[0], want[i].first);
    }
    fixture_close(&f);
}

/* --- money --- */

static const struct {
    const char *rows, *plan, *spent, *unit;
} sums[] = {
    {"2023;а;;1;2;руб.\n2023;б;;3;4;руб.\n2022;а;;9;9;руб.\n",
     "4", "6", "руб."},
    /* a row of all sources stands for them; so does one of all purposes */
    {"2023;;;5;6;руб.\n2023;а;;1;2;руб.\n2023;б;;3;4;руб.\n",
     "5", "6", "руб."},
    {"2023;;к;5;6;руб.\n2023;а;к;1;2;руб.\n2023;а;м;7;8;руб.\n",
     "12", "14", "руб."},
    {"2023;а;;5;6;руб.\n2023;а;к;1;2;руб.\n", "5", "6", "руб."},
    /* one purpose twice: both count */
    {"2023;;к;5;6;руб.\n2023;;м;1;2;руб.\n", "6", "8", "руб."},
    {"2023;а;к;5;6;руб.\n2023;а;к;1;2;руб.\n", "6", "8", "руб."},
    /* to the smallest unit */
    {"2023;а;;1,5;2;млн руб.\n2023;б;;300;400;тыс. руб.\n",
     "1800", "2400", "тыс. руб."},
    {"2023;а;;1;;руб.\n2023;б;;3;4;руб.\n", "4", NULL, "руб."},
    {"2023;а;;;1;книг\n2023;б;;3;4;книг\n", NULL, "5", "книг"},
    {"2022;а;;1;1;руб.\n", NULL, NULL, ""},
};

static void test_money(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        struct fixture f = open_programme("", "", "", "", "", sums[i].rows);
        struct money_year sum = money_of(&f.site->programmes.at[0], 2023);
        struct effect_part plan = {EFFECT_KNOWN, sum.plan};
        struct effect_part spent = {EFFECT_KNOWN, sum.spent};

        assert_int_equal(sum.has_plan, sums[i].plan != NULL);
        assert_int_equal(sum.has_spent, sums[i].spent != NULL);
        if (sum.has_plan)
            assert_string_equal(plain(plan), sums[i].plan);
        if (sum.has_spent)
            assert_string_equal(plain(spent), sums[i].spent);
        assert_str(sum.unit, sums[i].unit);
        fixture_close(&f);
    }
    assert_int_equal(money_zeros(S("тыс.руб")), 3);
    assert_int_equal(money_zeros(S("млн\u00a0₽")), 6);
    assert_int_equal(money_zeros(S("книг")), -1);
}

/* --- sentences --- */

static const struct {
    size_t result;              /* of the table above */
    const char *indicators, *measures, *money, *result_words;
} sentences[] = {
    {0, "Из~2 показателей с~целью на~2023~год цель достигнута по~1, пока не "
        "достигнута по~1. Средняя степень достижения — 0,9: по~2 "
        "показателям, каждая не больше единицы.",
     "На~2023~год запланировано 1~мероприятие: выполнено 1. Доля "
     "выполненных — 1.",
     "По~плану 100~₽, потрачено 100~₽. Доля потраченного — 1.",
     "Эффективность: цели 0,9 × мероприятия 1 / деньги 1 ≈ 0,9. По~методике "
     "это «высокая» эффективность: 0,9 или больше."},
    {8, "Из~2 показателей с~целью на~2023~год цель достигнута по~0, пока не "
        "достигнута по~2. Средняя степень достижения — 0,5: по~1 "
        "показателю, каждая не больше единицы. По~1 показателю степень не "
        "считают: цель — ответ «да» или два предела.",
     "", "",
     "Эффективность не считаем: нужны все три числа — о~целях, мероприятиях "
     "и~деньгах."},
    {10, NULL,
     "На~2023~год запланировано 2~мероприятия: выполнено 1, по~1 сведений "
     "о~выполнении нет. Долю выполненных не считаем: по~1 мероприятию "
     "сведений о~выполнении нет.", NULL, NULL},
    {12, "Цели на~2023~год пока не с~чем сравнить: по~1 опубликованных "
         "данных нет.", NULL, NULL, NULL},
    {13, "", NULL, "По~плану 1~₽. Долю потраченного не считаем: расходы "
                   "указаны не везде.", NULL},
    {14, "", NULL, "Потрачено 1~₽. Долю потраченного не считаем: плановая "
                   "сумма указана не везде.", NULL},
    {16, NULL, NULL, NULL, "Эффективность не считаем: не потрачено ничего, "
                           "делить не на~что."},
    {18, "Из~4 показателей с~целью на~2023~год цель достигнута по~2, пока не "
         "достигнута по~1, по~1 опубликованных данных нет. Доля достигнутых "
         "целей — 66,7~%.", "", "",
     "По~методике это «низкая» эффективность: достигнуто меньше 90~% целей."},
};

static void expect_words(struct buf *out, const char *want)
{
    struct buf plain_text = {0};

    for (size_t i = 0; i < out->n; i++) {
        if (i + 1 < out->n && memcmp(out->p + i, "\u00a0", 2) == 0) {
            buf_char(&plain_text, '~');
            i++;
        } else {
            buf_char(&plain_text, out->p[i]);
        }
    }
    if (want && !str_is(buf_str(&plain_text), want))
        fail_msg("«%.*s», expected «%s»", STR_FMT(buf_str(&plain_text)),
                 want);
    buf_free(&plain_text);
    buf_free(out);
}

static void test_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        size_t r = sentences[i].result;
        struct fixture f = open_programme(
            results[r].front, results[r].targets, results[r].values,
            results[r].plan, results[r].reports, results[r].money);
        struct theme *theme = theme_open(f.arena, f.source, S(""), LANG_RU,
                                         f.diag);
        struct words words = {theme_words(theme), f.release};
        struct effect e = effect_of(f.release, 0, 2023);
        struct buf out = {0};

        words_effect_indicators(&out, &words, &e);
        expect_words(&out, sentences[i].indicators);
        words_effect_measures(&out, &words, &e);
        expect_words(&out, sentences[i].measures);
        words_effect_money(&out, &words, &e);
        expect_words(&out, sentences[i].money);
        words_effect_result(&out, &words, &e);
        expect_words(&out, sentences[i].result_words);
        fixture_close(&f);
    }
}

/* Every reason has its words, long and short, in both languages. */
static void test_reasons(void **state)
{
    static const enum lang langs[] = {LANG_RU, LANG_EN};
    struct fixture f = open_programme("", "", "", "", "", "");

    (void)state;
    for (size_t l = 0; l < 2; l++) {
        struct theme *theme = theme_open(f.arena, f.source, S(""), langs[l],
                                         f.diag);
        struct words words = {theme_words(theme), f.release};

        for (int why = EFFECT_KNOWN; why <= EFFECT_NO_METHOD; why++) {
            struct effect e = {.year = 2023, .no_report = 2};
            struct effect_part part = {(enum effect_why)why, {9, 1}};
            struct buf out = {0};

            words_effect_cell(&out, &words, part);
            assert_true(out.n > 0);
            buf_clear(&out);
            words_effect_why(&out, &words, &e, part);
            assert_int_equal(out.n > 0, why != EFFECT_KNOWN);
            buf_free(&out);
        }
        for (int class = EFFECT_HIGH; class <= EFFECT_LOW; class++)
            assert_true(words_effect_class(&words,
                                           (enum effect_class)class).n > 0);
        assert_int_equal(words_effect_class(&words, EFFECT_NO_CLASS).n, 0);
        assert_true(words_effect_method(&words, 0).n > 0);
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results),  cmocka_unit_test(test_open_year),
        cmocka_unit_test(test_years),    cmocka_unit_test(test_period),
        cmocka_unit_test(test_measures), cmocka_unit_test(test_overdue),
        cmocka_unit_test(test_money),    cmocka_unit_test(test_words),
        cmocka_unit_test(test_reasons),
    };
    return RUN_FIXTURE(tests);
}
