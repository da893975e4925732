/*
 * Tests of model/practice: what each status asks for (reader 5.2), what
 * becomes of a practice with time, what waits.
 */
#include "fixture.h"

#include "model/practice.h"

#define SITE                                                                \
    {"content/site.yml", "title: Т\nas_of: 2025-01-01\n"},                  \
    {"content/programs/p/index.md",                                         \
     "---\ntitle: П\ntasks:\n- {id: t1, text: Учить}\n---\n"},              \
    {"content/programs/old/index.md",                                       \
     "---\ntitle: С\nas_of: 2020-01-01\n---\n"},                            \
    {"data/p/indicators.csv", "id;title;unit\ni;И;%\n"},                    \
    {"data/schools.csv", "id;name\na;Школа А\nb;Школа Б\n"}

#define BASE "---\ntitle: О\nschool: a\nproblem: П\nsteps: " STEPS "\n"
#define STEPS                                                             \
    "[{text: Раз, duration: час}, {text: Два, duration: день}, "          \
    "{text: Три, duration: год}]"
#define NINE "status: recommended\nsummary: К\nprogramme: p\ngoal: t1\n"  \
             "indicators: [i]\nlevel: 5-9\ncontact: к\ncost: 2\n"         \
             "experts: {protocol: '1'}\n"
#define FULL BASE NINE "reviewed: 2024-01-01\n"
#define EFFECT "effect: {indicator: i, school: a, from: 2022, to: 2023}\n"
#define ANNOUNCED "---\ntitle: О\nschool: a\nstatus: announced\n" \
                  "programme: p\nsource: И\n"

static const struct {
    const char *text;
    enum msg id;                /* the only message; MSG_COUNT: none */
    size_t n;
    const char *arg;            /* its first argument, or NULL */
} rules[] = {
    {BASE "---\n", MSG_COUNT, 0, NULL},
    {"---\ntitle: О\n---\n", MSG_COUNT, 0, NULL},
    {"---\ntitle: О\nstatus: review\n---\n", MSG_LINK_PRACTICE, 1,
     "school, problem, steps"},
    {BASE "status: review\n---\n", MSG_COUNT, 0, NULL},
    {"---\ntitle: О\nschool: a\nstatus: announced\n---\n",
     MSG_LINK_PRACTICE, 1, "programme, source"},
    {"---\ntitle: О\nstatus: announced\nprogramme: p\nsource: И\n---\n",
     MSG_COUNT, 0, NULL},
    {ANNOUNCED "---\n", MSG_COUNT, 0, NULL},
    {ANNOUNCED "cost: 1\n---\n", MSG_PRACTICE_ANNOUNCED, 1, "cost"},
    {ANNOUNCED "evidence: 0\n---\n", MSG_PRACTICE_ANNOUNCED, 1, "evidence"},
    {ANNOUNCED EFFECT "---\n", MSG_PRACTICE_ANNOUNCED, 1, "effect"},
    {BASE "status: recommended\n---\n", MSG_LINK_PRACTICE, 1,
     "summary, programme, level, contact, cost, evidence, reviewed, experts"},
    {BASE "status: archived\n---\n", MSG_LINK_PRACTICE, 1,
     "summary, programme, level, contact, cost, evidence, reviewed, experts"},
    {BASE "status: recommended\nprogramme: p\n---\n", MSG_LINK_PRACTICE, 1,
     "summary, goal, indicators, level, contact, cost, evidence, reviewed, "
     "experts"},
    {FULL "evidence: 0\n---\n", MSG_COUNT, 0, NULL},
    /* consent */
    {BASE "authors: Иванова\n---\n", MSG_LINK_NAMES, 1, "one"},
    {BASE "authors: Иванова\nconsent: yes\n---\n", MSG_COUNT, 0, NULL},
    {BASE "authors: Иванова\nconsent: no\n---\n", MSG_LINK_NAMES, 1, "one"},
    /* no effect, no evidence */
    {BASE "evidence: 1\n---\n", MSG_LINK_EVIDENCE, 1, "1"},
    {BASE "evidence: 1\neffect: {was: '1'}\n---\n", MSG_COUNT, 0, NULL},
    {BASE "evidence: 2\neffect: {was: '1'}\n---\n", MSG_PRACTICE_PROOF, 1,
     "2"},
    {BASE "evidence: 2\nprogramme: p\neffect: {indicator: i, to: 2023}\n"
     "---\n", MSG_PRACTICE_PROOF, 1, "2"},
    {FULL "evidence: 2\n" EFFECT "---\n", MSG_LINK_PRACTICE, 1, "not_for"},
    {FULL "evidence: 2\nrisks: Р\n" EFFECT "---\n", MSG_COUNT, 0, NULL},
    {BASE "effect: {from: 2023, to: 2023}\n---\n", MSG_PRACTICE_YEARS, 1,
     NULL},
    {BASE "effect: {from: 2024, to: 2023}\n---\n", MSG_PRACTICE_YEARS, 1,
     NULL},
    /* closed lists */
    {BASE "cost: 6\n---\n", MSG_PRACTICE_RANGE, 1, "cost"},
    {BASE "cost: 0\n---\n", MSG_PRACTICE_RANGE, 1, "cost"},
    {BASE EFFECT "programme: p\nevidence: 5\n---\n", MSG_PRACTICE_RANGE, 1,
     "evidence"},
    {BASE "level: 5-8\n---\n", MSG_CATALOG_WORD, 1, "5-8"},
    {BASE "level: [детский сад, 1–4]\n---\n", MSG_COUNT, 0, NULL},
    {BASE "level: начальная школа, основная школа\n---\n", MSG_COUNT, 0,
     NULL},
    {BASE "level: [1-4, завтра]\n---\n", MSG_CATALOG_WORD, 1, "завтра"},
    {BASE "level: 1-4|завтра\n---\n", MSG_CATALOG_WORD, 1, "1-4|завтра"},
    /* dates: the site's is 2025-01-01, that of `old` 2020-01-01 */
    {FULL "evidence: 0\nreview_by: 2024-01-01\n---\n",
     MSG_PRACTICE_REVIEW_BY, 1, "2024-01-01"},
    {FULL "evidence: 0\nreview_by: 2024-01-02\n---\n", MSG_COUNT, 0, NULL},
    {BASE "reviewed: 2025-01-01\n---\n", MSG_COUNT, 0, NULL},
    {BASE "reviewed: 2025-01-02\n---\n", MSG_PRACTICE_FUTURE, 1,
     "2025-01-02"},
    {BASE "programme: old\nreviewed: 2020-01-02\n---\n",
     MSG_PRACTICE_FUTURE, 1, "2020-01-02"},
    /* form */
    {"---\ntitle: О\nschool: a\nproblem: П\n"
     "steps: [{text: Раз, duration: час}, {text: Два, duration: час}]\n" NINE
     "reviewed: 2024-01-01\nevidence: 0\n---\n", MSG_PRACTICE_STEPS, 1, "2"},
    {"---\ntitle: О\nschool: a\nproblem: П\nsteps: [{text: Раз, duration: "
     "час}, {text: Два, duration: час}, {text: Три}]\n" NINE
     "reviewed: 2024-01-01\nevidence: 0\n---\n", MSG_PRACTICE_STEPS, 1, "3"},
    {"---\nschool: a\nproblem: П\nsteps: " STEPS "\n" NINE
     "reviewed: 2024-01-01\nevidence: 0\n"
     "title: Семьдесят один знак, и это уже слишком длинно для названия п"
     "рактики шко\n---\n", MSG_PRACTICE_TITLE, 1, "71"},
};

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct fixture f = fixture_open(
            FILES(SITE, {"content/practices/one.md", rules[i].text}),
            LINKED);
        if (diag_count(f.diag, LEVEL_ERROR) +
                diag_count(f.diag, LEVEL_WARNING) != rules[i].n)
            fail_msg("%s: %s", rules[i].text, printed(f.diag));
        if (rules[i].n) {
            assert_messages(&f, rules[i].id, rules[i].n);
            if (rules[i].arg)
                assert_str(problem_of(&f, rules[i].id)->args[0],
                           rules[i].arg);
        }
        fixture_close(&f);
    }
}

/* --- with time; the site's date is 2025-01-01 --- */

static const struct {
    const char *front;
    int status;
    enum practice_wait wait;
    enum msg note;              /* MSG_COUNT: none */
} times[] = {
    {"status: draft\n", PRACTICE_DRAFT, PRACTICE_SETTLED, MSG_COUNT},
    {"status: announced\n", PRACTICE_ANNOUNCED, PRACTICE_SETTLED, MSG_COUNT},
    {"status: review\n", PRACTICE_REVIEW, PRACTICE_WAITS,
     MSG_PRACTICE_WAITS},
    {"status: review\nreview_by: 2020-01-01\n", PRACTICE_REVIEW,
     PRACTICE_WAITS, MSG_PRACTICE_WAITS},
    {"status: review\ndraft: yes\n", PRACTICE_REVIEW, PRACTICE_SETTLED,
     MSG_COUNT},
    {"status: recommended\nreview_by: 2025-01-01\n", PRACTICE_RECOMMENDED,
     PRACTICE_SETTLED, MSG_COUNT},
    {"status: recommended\nreview_by: 2024-12-31\n", PRACTICE_OUTDATED,
     PRACTICE_OVERDUE, MSG_PRACTICE_OVERDUE},
    {"status: recommended\nreview_by: 2024-01-01\n", PRACTICE_OUTDATED,
     PRACTICE_OVERDUE, MSG_PRACTICE_OVERDUE},
    {"status: recommended\nreview_by: 2023-12-31\n", PRACTICE_ARCHIVED,
     PRACTICE_OVERDUE, MSG_PRACTICE_OVERDUE},
    /* two years after the last one, unless it says otherwise */
    {"status: recommended\nreviewed: 2023-01-01\n", PRACTICE_RECOMMENDED,
     PRACTICE_SETTLED, MSG_COUNT},
    {"status: recommended\nreviewed: 2022-12-31\n", PRACTICE_OUTDATED,
     PRACTICE_OVERDUE, MSG_PRACTICE_OVERDUE},
    {"status: recommended\nreviewed: 2020-02-29\n", PRACTICE_ARCHIVED,
     PRACTICE_OVERDUE, MSG_PRACTICE_OVERDUE},
    {"status: outdated\nreview_by: 2026-01-01\n", PRACTICE_OUTDATED,
     PRACTICE_OVERDUE, MSG_PRACTICE_OVERDUE},
    {"status: archived\n", PRACTICE_ARCHIVED, PRACTICE_SETTLED, MSG_COUNT},
};

static void test_time(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        char text[512];
        snprintf(text, sizeof text, "---\ntitle: О\n%s---\n", times[i].front);
        struct fixture f = fixture_open(
            FILES(SITE, {"content/practices/one.md", text}), LINKED);
        const struct practice *it = &f.site->practices.at[0];
        struct diag *notes = diag_new();
        assert_int_equal(practice_status(f.site, it), times[i].status);
        assert_int_equal(practice_wait(f.site, it), times[i].wait);
        practice_notes(f.site, notes);
        assert_int_equal(diag_count(notes, LEVEL_NOTE),
                         times[i].note != MSG_COUNT);
        if (times[i].note != MSG_COUNT)
            assert_int_equal(count_messages(notes, times[i].note), 1);
        diag_free(notes);
        fixture_close(&f);
    }
}

/* A practice is as old as its programme's date says. */
static void test_as_of(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES(SITE, {"content/practices/one.md",
                     "---\ntitle: О\nprogramme: old\nstatus: recommended\n"
                     "review_by: 2020-01-01\n---\n"}), LINKED);
    assert_int_equal(practice_status(f.site, &f.site->practices.at[0]),
                     PRACTICE_RECOMMENDED);
    fixture_close(&f);
}

/* --- practice_costs --- */

static const struct {
    const char *line;
    int64_t first, last;
    size_t errors;
} costs[] = {
    {"", 500, 15000, 0},
    {"practice_costs: [100, 200, 300, 4 000]\n", 100, 4000, 0},
    {"practice_costs: [100, 200, 300]\n", 500, 15000, 1},
    {"practice_costs: [100, 200, 200, 300]\n", 500, 15000, 1},
    {"practice_costs: [0, 200, 300, 400]\n", 500, 15000, 1},
    {"practice_costs: [100, 200, 300, много]\n", 500, 15000, 1},
    {"practice_costs: 100\n", 500, 15000, 1},
};

static void test_costs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof costs / sizeof *costs; i++) {
        char text[256];
        snprintf(text, sizeof text, "title: Т\nas_of: 2025-01-01\n%s",
                 costs[i].line);
        struct fixture f = fixture_open(FILES({"content/site.yml", text}),
                                        LINKED);
        assert_messages(&f, MSG_CONFIG_COSTS, costs[i].errors);
        assert_int_equal(f.site->config.practice_costs[0], costs[i].first);
        assert_int_equal(f.site->config.practice_costs[COSTS - 1],
                         costs[i].last);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules), cmocka_unit_test(test_time),
        cmocka_unit_test(test_as_of), cmocka_unit_test(test_costs),
    };
    return RUN_FIXTURE(tests);
}
