/*
 * Tests of model/link: every reference, several in a cell, what may stay
 * words, and what two records must agree on.
 */
#include "fixture.h"

/* A site in which every reference has something to point at. */
#define ALL                                                                  \
    {"content/site.yml",                                                     \
     "title: Т\nas_of: 2025-01-01\nmunicipalities:\n  r: {name: Район}\n"    \
     "  g: {name: Город}\n"},                                                \
    {"content/programs/p/index.md",                                          \
     "---\ntitle: П\nmunicipality: r\ntasks:\n- {id: t1, text: Учить}\n"     \
     "---\nСм. [школу](school:a), [её](school:А) и [эту](school:b).\n"},     \
    {"content/programs/p/sub.md",                                            \
     "---\ntitle: Подпрограмма\nkind: subprogramme\n---\n[а](school:b)\n"},  \
    {"data/schools.csv",                                                     \
     "id;name;short;municipality;parent;successor\na;Школа А;А;r;;\n"        \
     "b;Школа Б;Б;Район;a;\nc;Школа В, Сорск;В;g;;b\n"},                     \
    {"data/organisations.csv",                                               \
     "id;name;short;aliases\ndep;Отдел образования;Отдел;\n"                 \
     "imc;Центр, методический;ИМЦ;Методцентр\n"}

#define IND                                                                  \
    "id;title;unit;kind;class;policy;task;denominator;part_of;same_as;"      \
    "schools\n"

static void test_all(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES(ALL,
              {"content/programs/q/index.md",
               "---\ntitle: Q\nmunicipality: Город\n---\n"},
              {"data/p/indicators.csv",
               IND "d;Д;чел.;count;;;;;;;\n"
               "s;С;%;share;;;t1;d;;q/x;a|Школа Б\n"
               "h;Х;чел.;count;;;Учить;;d;;А, b\n"},
              {"data/q/indicators.csv", IND "x;Икс;%;;;;;;;;\n"},
              {"data/p/participants.csv",
               "school;partner\nБ;Отдел\na;Школа В, Сорск\n"
               "А;Фонд, частный\n"},
              {"data/p/plan.csv",
               "id;title;subprogramme;responsible;indicators;schools\n"
               "m;М;Подпрограмма;Отдел, Методцентр;s, h;a,b\n"
               "n;Н;sub;Отдел, Завхоз|Школа А;;\"Школа В, Сорск\"\n"},
              {"data/p/progress.csv",
               "measure;period;status;school\nm;2023;done;Б\n"},
              {"data/p/risks.csv",
               "risk;measures;owner;indicators\nР;слова;\"Центр, "
               "методический\";s\n"},
              {"data/p/documents.csv",
               "id;title;school;replaces\nd1;Д;a;\nd2;Е;;d1\n"},
              {"data/p/breaks.csv", "indicator;period;note\ns;2023;н\n"},
              {"data/p/thresholds.csv", "indicator;period;value\ns;2023;5\n"},
              {"data/p/monitoring.csv", "id;subject;indicators\nm;С;s|h\n"},
              {"data/p/findings.csv",
               "id;text;report;school;indicator;measures\nf;Т;sub;a;s;m, n\n"},
              {"data/p/clusters.csv",
               "school;period;result;process\nВ;2023;1;2\n"},
              {"data/p/overrides.csv",
               "indicator;school;period;rule;reason\ns;Б;;small;п\n"},
              {"content/practices/one.md",
               "---\ntitle: О\nschool: a\nprogramme: p\nindicators: [s, h]\n"
               "measures: [m]\nproblem: П\nsteps: [{text: Ш}]\n"
               "effect: {indicator: s, school: b}\n"
               "adopted_by: [{school: В}]\n---\n"},
              {"content/news/one.md",
               "---\ntitle: Н\ndate: 2024-01-01\nschool: А\nprogramme: q\n"
               "---\n"}), LINKED);
    assert_quiet(&f);
    const struct site *s = f.site;
    const struct programme *p =
        &s->programmes.at[catalog_programme(s, S("p"))];
    size_t a = school_of(&f, "a"), b = school_of(&f, "b"),
           c = school_of(&f, "c");
    assert_int_equal(s->schools.at[b].parent.index, a);
    assert_int_equal(s->schools.at[c].successor.index, b);
    assert_int_equal(s->schools.at[c].municipality.index, 1);
    const struct indicator *i = &s->indicators.at[indicator_at(&f, "p/s")];
    assert_int_equal(i->denominator.index, indicator_at(&f, "p/d"));
    assert_int_equal(i->same_as.index, indicator_at(&f, "q/x"));
    assert_int_equal(i->task.index, 0);
    assert_int_equal(i->schools.n, 2);
    assert_int_equal(i->schools.at[1].index, b);
    i = &s->indicators.at[indicator_at(&f, "p/h")];
    assert_int_equal(i->task.index, 0);
    assert_int_equal(i->schools.n, 2);
    assert_int_equal(i->schools.at[1].index, b);
    assert_int_equal(i->part_of.index, indicator_at(&f, "p/d"));
    /* partner: an organisation, a school, words */
    assert_false(p->participants.at[0].partner.school);
    assert_int_equal(p->participants.at[0].partner.index, 0);
    assert_true(p->participants.at[1].partner.school);
    assert_int_equal(p->participants.at[1].partner.index, c);
    assert_true(p->participants.at[2].partner.index == NONE);
    assert_str(p->participants.at[2].partner.text, "Фонд, частный");
    /* a comma splits only if every piece resolves */
    const struct measure *m = &p->measures.at[0];
    assert_int_equal(m->responsible.n, 2);
    assert_int_equal(m->responsible.at[1].index, 1);
    assert_int_equal(m->indicators.n, 2);
    assert_int_equal(m->schools.n, 2);
    assert_int_equal(m->subprogramme.index, 0);
    m = &p->measures.at[1];
    assert_int_equal(m->responsible.n, 2);
    assert_str(m->responsible.at[0].text, "Отдел, Завхоз");
    assert_true(m->responsible.at[0].index == NONE);
    assert_true(m->responsible.at[1].school);
    assert_int_equal(m->schools.n, 1);
    assert_int_equal(m->schools.at[0].index, c);
    assert_int_equal(p->reports.at[0].measure.index, 0);
    assert_int_equal(p->reports.at[0].school.index, b);
    assert_int_equal(p->risks.at[0].owner.n, 1);
    assert_int_equal(p->risks.at[0].owner.at[0].index, 1);
    assert_int_equal(p->documents.at[1].replaces.index, 0);
    assert_int_equal(p->findings.at[0].measures.n, 2);
    assert_int_equal(p->findings.at[0].report.index, 0);
    assert_int_equal(p->clusters.at[0].school.index, c);
    assert_int_equal(p->overrides.at[0].school.index, b);
    assert_int_equal(p->thresholds.at[0].indicator.index,
                     indicator_at(&f, "p/s"));
    assert_int_equal(s->practices.at[0].effect.school.index, b);
    assert_int_equal(s->practices.at[0].adopted[0].school.index, c);
    assert_int_equal(s->news.at[0].school.index, a);
    /* members: participants; without them the municipality's */
    assert_int_equal(p->schools_n, 2);
    assert_int_equal(p->schools[0], a);
    const struct programme *q =
        &s->programmes.at[catalog_programme(s, S("q"))];
    assert_int_equal(q->schools_n, 1);
    assert_int_equal(q->schools[0], c);
    /* mentions, each once */
    assert_int_equal(s->mentions.n, 3);
    assert_int_equal(s->mentions.at[2].section, 0);
    fixture_close(&f);
}

/* --- what does not resolve, with the nearest --- */

static const struct {
    const char *path, *text;
    enum msg id;
    uint32_t line, cell;
    const char *args[2];
} unknown[] = {
    {"data/p/participants.csv", "school\nШкола Д\n", MSG_LINK_SCHOOL, 2, 1,
     {"Школа Д", "Школа А | Школа Б"}},
    {"data/p/participants.csv", "school\nСовсем другое\n", MSG_LINK_SCHOOL,
     2, 1, {"Совсем другое", ""}},
    {"data/p/plan.csv", "id;title;indicators\nm;М;ss\n", MSG_LINK_INDICATOR,
     2, 3, {"ss", ""}},
    {"data/p/plan.csv", "id;title;indicators\nm;М;s, z\n",
     MSG_LINK_INDICATOR, 2, 3, {"s, z", ""}},
    {"data/p/plan.csv", "id;title;subprogramme\nm;М;subb\n",
     MSG_LINK_SECTION, 2, 3, {"subb", "sub"}},
    {"data/p/progress.csv", "measure;period;status\nmeasure-2;2023;done\n",
     MSG_LINK_MEASURE, 2, 1, {"measure-2", "measure-1"}},
    {"data/p/documents.csv", "id;title;replaces\nlaw-1;З;law-2\n",
     MSG_LINK_DOCUMENT, 2, 3, {"law-2", "law-1"}},
    {"data/p/breaks.csv", "indicator;period;note\nДолля;2023;н\n",
     MSG_LINK_INDICATOR, 2, 1, {"Долля", "Доля"}},
    {"data/p/overrides.csv",
     "indicator;school;rule;reason\nsh;z;small;п\n", MSG_LINK_SCHOOL, 2, 2,
     {"z", ""}},
    {"data/p/indicators.csv", "id;title;unit;task\nsh;Доля;%;task-2\n",
     MSG_LINK_TASK, 2, 4, {"task-2", "task-1"}},
    {"data/p/indicators.csv", "id;title;unit;part_of\nsh;Доля;%;shh\n",
     MSG_LINK_INDICATOR, 2, 4, {"shh", "sh"}},
    {"data/schools.csv", "id;name;municipality\na;А;rayon\n",
     MSG_LINK_MUNICIPALITY, 2, 3, {"rayon", "raion"}},
    {"data/schools.csv", "id;name;parent\na;Школа А;Школа Я\n",
     MSG_LINK_SCHOOL, 2, 3, {"Школа Я", "Школа А"}},
    {"data/schools.csv", "id;name;parent\na;А;a\n", MSG_LINK_PARENT, 2, 1,
     {"a", NULL}},
    {"data/schools.csv", "id;name;successor\na;А;А\n", MSG_LINK_PARENT, 2,
     1, {"a", NULL}},
    {"content/news/one.md",
     "---\ntitle: Н\ndate: 2024-01-01\nprogramme: growht\n---\n",
     MSG_LINK_PROGRAMME, 4, 0, {"growht", "growth"}},
};

static void test_unknown(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        const char *path = unknown[i].path, *text = unknown[i].text;
        bool schools = strcmp(path, "data/schools.csv") == 0;
        bool indicators = strcmp(path, "data/p/indicators.csv") == 0;
        bool plan = strcmp(path, "data/p/plan.csv") == 0;
        struct fixture f = fixture_open(
            FILES({"content/site.yml",
                   "title: Т\nas_of: 2025-01-01\nmunicipalities:\n"
                   "  raion: {name: Р}\n"},
                  {"content/programs/growth/index.md",
                   "---\ntitle: Рост\n---\n"},
                  {"content/programs/p/index.md",
                   "---\ntitle: П\ntasks: [{id: task-1, text: У}]\n---\n"},
                  {"content/programs/p/sub.md", "---\ntitle: С\n---\n"},
                  {"data/p/indicators.csv",
                   indicators ? text
                              : "id;title;unit\nsh;Доля;%\ns;Другое;%\n"},
                  {"data/schools.csv",
                   schools ? text : "id;name\na;Школа А\nb;Школа Б\n"},
                  {"data/p/plan.csv",
                   plan ? text : "id;title\nmeasure-1;М\n"},
                  {path, schools || indicators || plan ? NULL : text}),
            LINKED);
        if (count_messages(f.diag, unknown[i].id) != 1 ||
            f.diag->list.n != 1)
            fail_msg("%zu: %s: %s", i, text, printed(f.diag));
        const struct problem *p = problem_of(&f, unknown[i].id);
        assert_str(p->at.file, path);
        if (p->at.line != unknown[i].line || p->at.cell != unknown[i].cell)
            fail_msg("%zu: line %u cell %u", i, p->at.line, p->at.cell);
        for (size_t a = 0; a < 2 && unknown[i].args[a]; a++)
            assert_str(p->args[a], unknown[i].args[a]);
        fixture_close(&f);
    }
}

/* --- what design 5 forbids, what parts share --- */

#define LEVELS "id;title;unit;kind;class;policy;publish_level;source;part_of\n"

static void test_level(void **state)
{
    static const struct {
        const char *row, *overrides;
        bool error;
        int level;
    } cases[] = {
        {"s;С;%;;sensitive;;;;", "", false, LEVEL_MUNICIPALITY},
        {"s;С;%;;sensitive;;school;;", "", true, LEVEL_MUNICIPALITY},
        {"s;С;%;;sensitive;;municipality;;", "", false,
         LEVEL_MUNICIPALITY},
        {"s;С;%;;sensitive;;school;;", "s;a;sensitive;п\n", false,
         LEVEL_SCHOOL},
        {"s;С;%;;people;;school;ВПР;", "", true, LEVEL_SCHOOL},
        {"s;С;%;;people;;;ВПР;", "", false, LEVEL_MUNICIPALITY},
        {"s;С;%;;people;;school;ВПР;", "s;a;level;п\n", false,
         LEVEL_SCHOOL},
        {"s;С;%;;people;;school;ЕГЭ;", "", false, LEVEL_SCHOOL},
        {"s;С;%;;people;;;;", "", false, LEVEL_SCHOOL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char indicators[256], overrides[256];
        snprintf(indicators, sizeof indicators, LEVELS "%s\n",
                 cases[i].row);
        snprintf(overrides, sizeof overrides,
                 "indicator;school;rule;reason\n%s", cases[i].overrides);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", indicators},
                  {"data/p/overrides.csv", overrides}), LINKED);
        assert_messages(&f, MSG_LINK_LEVEL, cases[i].error);
        if (f.site->indicators.at[0].publish_level != cases[i].level)
            fail_msg("%s: level %d", cases[i].row,
                     f.site->indicators.at[0].publish_level);
        fixture_close(&f);
    }
}

static void test_part(void **state)
{
    static const struct {
        const char *rows;
        size_t errors;
    } cases[] = {
        {"t;Т;чел.;count;people;;;;\ns;С;чел.;count;people;;;;t\n", 0},
        {"t;Т;чел.;count;open;;;;\ns;С;чел.;count;people;;;;t\n", 1},
        {"t;Т;чел.;count;people;total-first;;;\n"
         "s;С;чел.;count;people;;;;t\n", 1},
        {"t;Т;чел.;count;open;total-first;;;\n"
         "s;С;чел.;count;people;;;;t\nr;Р;чел.;count;open;total-first;;;t\n",
         1},
    };
    static const char *const selves[] = {"part_of", "denominator",
                                         "same_as"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        char indicators[512];
        snprintf(indicators, sizeof indicators,
                 "id;title;unit;%s\ns;С;%%;s\n", selves[i]);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", indicators}), LINKED);
        assert_messages(&f, MSG_LINK_SELF, 1);
        fixture_close(&f);
    }
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char indicators[512];
        snprintf(indicators, sizeof indicators, LEVELS "%s", cases[i].rows);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", indicators}), LINKED);
        assert_messages(&f, MSG_LINK_PART, cases[i].errors);
        fixture_close(&f);
    }
}

/* A demonstration is what belongs to demonstrations only. */
static void test_demo(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/programs/p/index.md",
               "---\ntitle: П\ndemo: да\n---\n"},
              {"content/programs/q/index.md", "---\ntitle: Q\n---\n"},
              {"data/p/participants.csv", "school\na\nb\n"},
              {"data/q/participants.csv", "school\nb\nc\n"},
              {"content/practices/one.md",
               "---\ntitle: О\nschool: b\nprogramme: p\nproblem: П\n"
               "steps: [{text: Ш}]\n---\n"},
              {"content/practices/two.md",
               "---\ntitle: Д\nschool: a\nproblem: П\nsteps: [{text: Ш}]\n"
               "---\n"},
              {"content/practices/three.md",
               "---\ntitle: Т\nschool: b\nproblem: П\nsteps: [{text: Ш}]\n"
               "---\n"}), LINKED);
    assert_quiet(&f);
    assert_true(f.site->schools.at[0].demo);
    assert_false(f.site->schools.at[1].demo);
    assert_false(f.site->schools.at[2].demo);
    assert_true(f.site->practices.at[catalog_practice(f.site,
                                                      S("one"))].demo);
    assert_true(f.site->practices.at[catalog_practice(f.site,
                                                      S("two"))].demo);
    assert_false(f.site->practices.at[catalog_practice(f.site,
                                                       S("three"))].demo);
    fixture_close(&f);
}

/* The formula of site.yml speaks of one programme's indicators. */
static void test_resilience(void **state)
{
    static const struct {
        const char *part;
        enum msg message;           /* MSG_COUNT: none */
    } cases[] = {
        {"  programme: p\n  index: {s: 1, 'Хэ': 2}\n", MSG_COUNT},
        {"  programme: p\n  index: {q/x: 1}\n", MSG_COUNT},
        {"  programme: p\n  result: {z: 1}\n", MSG_LINK_INDICATOR},
        {"  programme: p\n  process: {x: 1}\n", MSG_LINK_INDICATOR},
        {"  programme: pp\n  index: {s: 1}\n", MSG_LINK_PROGRAMME},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char config[256];
        snprintf(config, sizeof config,
                 "title: Т\nas_of: 2025-01-01\nresilience:\n  source: П\n%s",
                 cases[i].part);
        struct fixture f = fixture_open(
            FILES({"content/site.yml", config},
                  {"content/programs/q/index.md", "---\ntitle: Q\n---\n"},
                  {"data/p/indicators.csv", "id;title;unit\ns;Эс;%\nh;Хэ;%\n"},
                  {"data/q/indicators.csv", "id;title;unit\nx;Икс;%\n"}),
            LINKED);
        const struct resilience *r = &f.site->config.resilience;
        if (cases[i].message == MSG_COUNT)
            assert_quiet(&f);
        else
            assert_messages(&f, cases[i].message, 1);
        if (i == 0) {
            assert_int_equal(r->of, 0);
            assert_int_equal(r->index.at[0].indicator,
                             indicator_at(&f, "p/s"));
            assert_int_equal(r->index.at[1].indicator,
                             indicator_at(&f, "p/h"));
        }
        fixture_close(&f);
    }
}

/* What school pages compare is a share or a score that stands by school. */
static void test_comparison(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/site.yml",
               "title: Т\nas_of: 2025-01-01\ncomparison: [p/s, p/d, s]\n"},
              {"content/programs/p/index.md", "---\ntitle: П\n---\n"},
              {"data/p/indicators.csv",
               "id;title;unit;kind;class\nd;Д;чел.;count;\n"
               "s;С;%;share;\n"}), LINKED);
    const struct config *c = &f.site->config;
    assert_true(c->comparisons[0].indicator == 1);
    assert_true(c->comparisons[1].indicator == NONE);
    assert_messages(&f, MSG_LINK_COMPARISON, 1);
    assert_str(problem_of(&f, MSG_LINK_COMPARISON)->args[0], "p/d");
    fixture_close(&f);
    f = fixture_open(
        FILES({"content/site.yml",
               "title: Т\nas_of: 2025-01-01\ncomparison: p/x\n"},
              {"content/programs/p/index.md", "---\ntitle: П\n---\n"},
              {"data/p/indicators.csv", "id;title;unit\ns;С;%\n"}), LINKED);
    assert_messages(&f, MSG_LINK_INDICATOR, 1);
    assert_true(f.site->config.comparisons[0].indicator == NONE);
    fixture_close(&f);
}

/* What stands on a school's poster is published per school. */
static void test_poster(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/site.yml",
               "title: Т\nas_of: 2025-01-01\nposter: [p/d, p/m]\n"},
              {"content/programs/p/index.md", "---\ntitle: П\n---\n"},
              {"data/p/indicators.csv",
               "id;title;unit;kind;class;publish_level\n"
               "d;Д;чел.;count;;\nm;М;%;share;;municipality\n"}), LINKED);
    const struct config *c = &f.site->config;
    assert_true(c->poster[0].indicator == 0);
    assert_true(c->poster[1].indicator == NONE);
    assert_messages(&f, MSG_LINK_POSTER, 1);
    assert_str(problem_of(&f, MSG_LINK_POSTER)->args[0], "p/m");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all), cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_level), cmocka_unit_test(test_part),
        cmocka_unit_test(test_demo),
        cmocka_unit_test(test_resilience),
        cmocka_unit_test(test_comparison), cmocka_unit_test(test_poster),
    };
    return RUN_FIXTURE(tests);
}
