/*
 * Tests of release/practices: the author's words against the released series,
 * how large a change is, and that nothing hidden is told.
 */
#include "default_words.h"
#include "fixture.h"

#include "release/practices.h"
#include "release/words.h"

#define PRACTICE_FILES(front)                                                \
    {"content/programs/p/index.md", "---\ntitle: П\n---\n"},                 \
    {"data/p/indicators.csv",                                                \
     "id;title;unit;kind;class;direction;max;aggregate;publish_level\n"      \
     "fg;Грамотность;%;share;people;up;;weighted;\n"                         \
     "abs;Пропуски;%;share;people;down;;weighted;\n"                         \
     "ege;ЕГЭ;балл;score;people;up;100;weighted;\n"                          \
     "cups;Кубки;шт.;count;open;up;;sum;\n"                                  \
     "vpr;ВПР;%;share;people;up;;given;municipality\n"},                     \
    {"data/p/breaks.csv", "indicator;period;note\ncups;2024;иначе\n"},       \
    {"data/p/values.csv",                                                    \
     "indicator;school;period;value;numerator;n;status\n"                    \
     /* of 100 each: chance makes about 14 points */                         \
     "fg;a;2020;;40;100;\nfg;a;2021;;50;100;\nfg;a;2022;;60;100;\n"          \
     "fg;a;2023;;75;100;\nfg;a;2024;;20;100;\n"                              \
     "fg;b;2020;;8;15;\nfg;b;2021;;40;100;\n"                                \
     "fg;c;2020;;2;100;\nfg;c;2021;;;;x\n"                                   \
     "abs;a;2020;;60;100;\nabs;a;2021;;20;100;\nabs;a;2022;;90;100;\n"       \
     "ege;a;2020;60;;50;\nege;a;2021;61,5;;50;\nege;a;2022;63;;50;\n"        \
     "ege;a;2023;70;;50;\n"                                                  \
     "cups;a;2020;3;;;\ncups;a;2021;4;;;\ncups;a;2022;4;;;\n"                \
     "cups;a;2024;9;;;\nvpr;;2020;50;;900;\nvpr;;2021;60;;900;\n"},          \
    {"content/practices/one.md", front}

#define TEXT "---\ntitle: Клуб\nschool: a\nproblem: П\nsteps: [{text: Ш}]\n" \
             "programme: p\nstatus: "
#define EFFECT(indicator, school, from, to, numbers)                     \
    "effect: {indicator: " indicator ", school: " school ", from: " from \
    ", to: " to numbers "}\n---\n"
#define NO_NUMBERS ""
#define REVIEW(...) TEXT "review\n" EFFECT(__VA_ARGS__)

static const struct {
    const char *front;
    enum change_size size;
    bool down, worse, measured, withheld;
} changes[] = {
    {REVIEW("fg", "a", "2020", "2021", ""), CHANGE_NONE, 0, 0, 1, 0},
    {REVIEW("fg", "a", "2020", "2022", ""), CHANGE_SMALL, 0, 0, 1, 0},
    {REVIEW("fg", "a", "2020", "2023", ""), CHANGE_LARGE, 0, 0, 1, 0},
    {REVIEW("fg", "a", "2020", "2024", ""), CHANGE_SMALL, 1, 1, 1, 0},
    /* fewer is better */
    {REVIEW("abs", "a", "2020", "2021", ""), CHANGE_LARGE, 1, 0, 1, 0},
    {REVIEW("abs", "a", "2020", "2022", ""), CHANGE_LARGE, 0, 1, 1, 0},
    /* a score: 2 % of its scale */
    {REVIEW("ege", "a", "2020", "2021", ""), CHANGE_NONE, 0, 0, 1, 0},
    {REVIEW("ege", "a", "2020", "2022", ""), CHANGE_SMALL, 0, 0, 1, 0},
    {REVIEW("ege", "a", "2020", "2023", ""), CHANGE_LARGE, 0, 0, 1, 0},
    /* a count has no scale; 2024 is counted otherwise */
    {REVIEW("cups", "a", "2020", "2021", ""), CHANGE_SOME, 0, 0, 1, 0},
    {REVIEW("cups", "a", "2021", "2022", ""), CHANGE_NONE, 0, 0, 1, 0},
    {REVIEW("cups", "a", "2022", "2024", ""), CHANGE_UNKNOWN, 0, 0, 1, 0},
    /* a small group, a hidden cell, what is not published by school */
    {REVIEW("fg", "b", "2020", "2021", ", was: 53, became: 90"),
     CHANGE_UNKNOWN, 0, 0, 0, 1},
    {REVIEW("fg", "c", "2020", "2021", ", was: 2, became: 90"),
     CHANGE_UNKNOWN, 0, 0, 0, 1},
    {REVIEW("vpr", "a", "2020", "2021", ", was: 2, became: 90"),
     CHANGE_UNKNOWN, 0, 0, 0, 1},
    /* only the author's numbers */
    {REVIEW("fg", "a", "2010", "2012", ", was: 40, became: 41"),
     CHANGE_NONE, 0, 0, 0, 0},
    {REVIEW("fg", "a", "2010", "2012", ", was: 40, became: 90, n: 100"),
     CHANGE_LARGE, 0, 0, 0, 0},
    {REVIEW("fg", "a", "2010", "2012", ", was: много"), CHANGE_UNKNOWN, 0, 0,
     0, 0},
    /* no school: the whole */
    {TEXT "review\neffect: {indicator: vpr, from: 2020, to: 2021}\n---\n",
     CHANGE_LARGE, 0, 0, 1, 0},
    {TEXT "review\neffect: {was: 1, became: 2}\n---\n", CHANGE_UNKNOWN, 0, 0,
     0, 0},
};

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct fixture f = fixture_open(
            FILES(PRACTICE_FILES(changes[i].front)), RELEASED);
        struct practice_result r =
            practices_result(f.release, &f.site->practices.at[0]);
        if (r.change.size != changes[i].size ||
            r.measured != changes[i].measured ||
            r.withheld != changes[i].withheld)
            fail_msg("%s: %d %d %d\n%s", changes[i].front, r.change.size,
                     r.measured, r.withheld, printed(f.diag));
        assert_int_equal(r.change.worse, changes[i].worse);
        if (r.change.size > CHANGE_NONE)
            assert_int_equal(r.change.down, changes[i].down);
        fixture_close(&f);
    }
}

/* --- what does not agree --- */

#define GOOD(...) \
    TEXT "recommended\nsummary: К\nindicators: [fg]\nlevel: 5-9\n" \
         "contact: к\ncost: 1\nreviewed: 2024-01-01\nnot_for: Малых\n" \
         "experts: {protocol: '1'}\n" EFFECT(__VA_ARGS__)

static const struct {
    const char *evidence, *front;
    enum msg id;                /* MSG_COUNT: nothing */
    size_t n;
    const char *args[3];
} checks[] = {
    {"2", REVIEW("fg", "a", "2020", "2023", ""), MSG_COUNT, 0, {NULL}},
    {"2", REVIEW("fg", "a", "2010", "2023", ""), MSG_PRACTICE_NO_DATA, 1,
     {"2", "Грамотность", "2010"}},
    {"1", REVIEW("fg", "a", "2010", "2023", ""), MSG_COUNT, 0, {NULL}},
    {"3", REVIEW("fg", "c", "2021", "2022", ""), MSG_PRACTICE_NO_DATA, 2,
     {"3", "Грамотность", "2021"}},
    /* hidden numbers are data, too */
    {"2", REVIEW("fg", "c", "2020", "2021", ""), MSG_PRACTICE_NO_DATA, 1,
     {"2", "Грамотность", "2021"}},
    {"2", REVIEW("fg", "b", "2020", "2021", ""), MSG_COUNT, 0, {NULL}},
    {"1", REVIEW("fg", "a", "2020", "2023", ", was: 40, became: 75"),
     MSG_COUNT, 0, {NULL}},
    {"1", REVIEW("fg", "a", "2020", "2023", ", was: 41, became: 75"),
     MSG_PRACTICE_CLAIM, 1, {"41", "2020", "40"}},
    {"1", REVIEW("fg", "b", "2020", "2021", ", was: 11, became: 75"),
     MSG_COUNT, 0, {NULL}},
    {"1", GOOD("fg", "a", "2020", "2024", ""), MSG_PRACTICE_WORSE, 1,
     {"Клуб", "Грамотность", "40"}},
    {"1", GOOD("abs", "a", "2020", "2021", ""), MSG_COUNT, 0, {NULL}},
    {"1", GOOD("fg", "a", "2010", "2011", ", was: 90, became: 10"),
     MSG_PRACTICE_WORSE, 1, {"Клуб", "Грамотность", "90"}},
    {"1", REVIEW("fg", "a", "2020", "2024", ""), MSG_COUNT, 0, {NULL}},
};

static void test_check(void **state)
{
    struct arena *arena = arena_new();
    struct lexicon *lexicon = default_words(arena, LANG_RU);
    (void)state;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        char text[2048];
        /* the evidence goes in front of the rest */
        snprintf(text, sizeof text, "---\nevidence: %s\n%s",
                 checks[i].evidence, checks[i].front + 4);
        struct fixture f = fixture_open(FILES(PRACTICE_FILES(text)),
                                        RELEASED);
        const struct words words = {lexicon, f.release};
        struct diag *found = diag_new();
        practices_check(&words, found);
        size_t all = diag_count(found, LEVEL_ERROR) +
                     diag_count(found, LEVEL_WARNING);
        if (all != checks[i].n)
            fail_msg("%s: %s", text, printed(found));
        if (checks[i].n)
            assert_int_equal(count_messages(found, checks[i].id),
                             checks[i].n);
        char *said = printed(found);
        for (size_t a = 0; a < 3 && checks[i].args[a]; a++)
            assert_non_null(strstr(said, checks[i].args[a]));
        free(said);
        diag_free(found);
        fixture_close(&f);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_check),
    };
    return RUN_FIXTURE(tests);
}
