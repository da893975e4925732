/*
 * Tests of model/catalog*: names and what they find, defaults of indicators,
 * which file is what, order.
 */
#include "fixture.h"

/* --- names of schools (R1.8) --- */

#define SCHOOLS                                                              \
    "id;name;short;aliases\n"                                                \
    "sorsk-3;МБОУ «Сорская СОШ №3 с УИОП»;СОШ 3;школа-3|Третья школа\n"      \
    "b-poliana;МБОУ СШ с. Большая Поляна;Б. Поляна;СШ с. Б-Поляна\n"         \
    "elkino;Ёлкинская школа;;\n"

static void test_school_names(void **state)
{
    static const struct {
        const char *name, *id;
    } cases[] = {
        {"sorsk-3", "sorsk-3"},
        {"МБОУ «Сорская СОШ №3 с УИОП»", "sorsk-3"},
        {"МБОУ \"Сорская СОШ № 3 с УИОП\"", "sorsk-3"},
        {"мбоу сорская сош 3 с уиоп", "sorsk-3"},
        {"МБОУ Сорская COШ №3 с УИОП", "sorsk-3"},  /* CO are Latin */
        {"  МБОУ  «Сорская  СОШ №3  с УИОП» ", "sorsk-3"},
        {"СОШ 3", "sorsk-3"}, {"сош №3", "sorsk-3"}, {"СОШ\xC2\xA0" "3",
                                                      "sorsk-3"},
        {"СОШ Nº3", "sorsk-3"}, {"третья школа", "sorsk-3"},
        {"Школа 3", "sorsk-3"}, {"Б-Поляна", "b-poliana"},
        {"СШ с. Б-Поляна", "b-poliana"},
        {"елкинская ШКОЛА", "elkino"}, {"Е\xCC\x88лкинская школа", "elkino"},
        {"Елкинскaя школа", "elkino"},          /* a Latin a */
        {"Сорская СОШ", NULL}, {"СОШ 33", NULL}, {"3", NULL}, {"", NULL},
        {"—", NULL}, {"%", NULL}, {"*", NULL}, {"«»", NULL},
        {"SORSK-3", "sorsk-3"}, {"sоrsk-3", "sorsk-3"}, /* a Cyrillic o */
        {"СОШ3", "sorsk-3"}, {"СОШ№3", "sorsk-3"}, {"СОШ N3", "sorsk-3"},
        {"СОШ No 3", "sorsk-3"}, {"COШ #3", "sorsk-3"},
        {"сош-3", "sorsk-3"}, {"\"СОШ 3\"", "sorsk-3"},
    };
    (void)state;
    struct fixture f = fixture_open(FILES({"data/schools.csv", SCHOOLS}),
                                    READ);
    assert_quiet(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t s = catalog_school(f.site, str_of(cases[i].name));
        if ((s == NONE) != (cases[i].id == NULL))
            fail_msg("«%s» is %s", cases[i].name,
                     s == NONE ? "nobody" : f.site->schools.at[s].id.p);
        if (s != NONE)
            assert_str(f.site->schools.at[s].id, cases[i].id);
    }
    assert_str(catalog_school_label(&f.site->schools.at[catalog_school(
                   f.site, S("elkino"))]), "Ёлкинская школа");
    assert_str(catalog_school_label(&f.site->schools.at[catalog_school(
                   f.site, S("sorsk-3"))]), "СОШ 3");
    fixture_close(&f);
}

/* The legal form may be left out, unless two schools then share a name or it
 * is another school's own. */
static void test_bare_names(void **state)
{
    static const struct {
        const char *name, *id;
    } cases[] = {
        {"СОШ № 1", "one"}, {"сош №1", "one"},
        {"Лицей", "short"},             /* its own short name wins */
        {"ООШ № 5", NULL},              /* two districts have one */
        {"МБОУ ООШ № 5", "five"}, {"МКОУ ООШ № 5", "other-five"},
    };
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv",
               "id;name;short\none;МБОУ «СОШ № 1»;\nlong;МАОУ Лицей;\n"
               "short;Школа искусств;Лицей\nfive;МБОУ ООШ № 5;\n"
               "other-five;МКОУ ООШ № 5;\n"}), READ);
    assert_quiet(&f);
    /* of two that it may be both are named */
    assert_str(catalog_near_school(f.site, S("ООШ № 5")),
               "МБОУ ООШ № 5 | МКОУ ООШ № 5");
    assert_str(catalog_near_school(f.site, S("ооШ 6")),
               "МБОУ ООШ № 5 | МКОУ ООШ № 5");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t s = catalog_school(f.site, str_of(cases[i].name));
        if ((s == NONE) != (cases[i].id == NULL))
            fail_msg("%s", cases[i].name);
        if (s != NONE)
            assert_str(f.site->schools.at[s].id, cases[i].id);
    }
    fixture_close(&f);
}

/* The order of names, natural, whatever the order of rows. */
static void test_school_order(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv",
               "id;name\nd;МАОУ «Ясная»\nc;МБОУ СОШ № 10\nb;МОУ СОШ № 2\n"
               "a;Ёлкино\ne;Еловая\n"}), READ);
    static const char *const order[] = {"a", "e", "b", "c", "d"};
    for (size_t i = 0; i < 5; i++)
        assert_str(f.site->schools.at[i].id, order[i]);
    fixture_close(&f);
}

struct twice {
    const char *path, *text;
    enum msg id;
    uint32_t line;
    const char *arg;
};

#define IND "id;title;unit;official_title;aliases\n"

static void test_twice(void **state)
{
    static const struct twice cases[] = {
        {"data/schools.csv", "id;name\na;А\nb;Б\na;В\n",
         MSG_CATALOG_ID_TWICE, 0, "a"},
        {"data/schools.csv", "id;name\na;Школа № 1\nb;школа 1\n",
         MSG_CATALOG_NAME_TWICE, 0, NULL},
        {"data/schools.csv", "id;name;aliases\na;А;Б\nb;Б;\n",
         MSG_CATALOG_NAME_TWICE, 0, "Б"},
        {"data/schools.csv", "id;name\na;А\nb;a\n", MSG_CATALOG_NAME_TWICE,
         3, "a"},
        {"data/organisations.csv", "id;name\na;А\na;Б\n",
         MSG_CATALOG_ID_TWICE, 3, "a"},
        {"data/organisations.csv", "id;name;short\na;А;О\nb;Б;О\n",
         MSG_CATALOG_NAME_TWICE, 3, "О"},
        {"data/glossary.csv", "id;term;definition\na;А;1\na;Б;2\n",
         MSG_CATALOG_ID_TWICE, 3, "a"},
        {"data/p/indicators.csv", IND "a;А;%;;\na;Б;%;;\n",
         MSG_CATALOG_ID_TWICE, 3, "a"},
        {"data/p/indicators.csv", IND "a;Доля;%;;\nb;«доля»;%;;\n",
         MSG_CATALOG_NAME_TWICE, 3, "«доля»"},
        {"data/p/indicators.csv", IND "a;А;%;;b\nb;Б;%;;\n",
         MSG_CATALOG_NAME_TWICE, 2, "b"},
        {"data/p/plan.csv", "id;title\nm;М\nm;Н\n", MSG_CATALOG_ID_TWICE, 3,
         "m"},
        {"data/p/documents.csv", "id;title\nm;М\nm;Н\n",
         MSG_CATALOG_ID_TWICE, 3, "m"},
        {"data/p/monitoring.csv", "id;subject\nm;М\nm;Н\n",
         MSG_CATALOG_ID_TWICE, 3, "m"},
        {"data/p/findings.csv", "id;text\nm;М\nm;Н\n", MSG_CATALOG_ID_TWICE,
         3, "m"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open(
            FILES({cases[i].path, cases[i].text}), READ);
        if (count_messages(f.diag, cases[i].id) != 1)
            fail_msg("%zu: %s", i, printed(f.diag));
        const struct problem *p = problem_of(&f, cases[i].id);
        if (cases[i].line)
            assert_int_equal(p->at.line, cases[i].line);
        if (cases[i].arg)
            assert_str(p->args[0], cases[i].arg);
        fixture_close(&f);
    }
}

/* A printed number is free (R1.7); one school may have one name twice. */
static void test_not_twice(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv",
               "id;name;short;aliases\na;А;А;А|а\nb;Б;;\n"},
              {"data/p/indicators.csv",
               "id;title;unit;number;aliases\na;А;%;1.2;А\nb;Б;%;1.2;\n"},
              {"data/p/plan.csv",
               "id;title;number\nm;М;1.8\nn;М;1.8\n"}), READ);
    assert_quiet(&f);
    fixture_close(&f);
}

/* --- names of indicators --- */

static void test_indicator_names(void **state)
{
    static const struct {
        const char *name, *id;
    } cases[] = {
        {"k45", "k45"}, {"Учатся на «4» и «5»", "k45"},
        {"учатся на 4 и 5", "k45"}, {"на 4 и 5", "k45"},
        {"Численность учащихся, успевающих на «4» и «5»", "k45"},
        {"участники олимпиад", "olymp"},
        {"Победители", "win"},  /* a title goes before an official title */
        {"Доля участников", NULL},      /* the official title of two */
        {"K45", "k45"}, {"", NULL}, {"—", NULL}, {"%", NULL}, {"№", NULL},
    };
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/programs/q/index.md", "---\ntitle: Q\n---\n"},
              {"data/p/indicators.csv",
               IND "k45;Учатся на «4» и «5»;%;Численность учащихся, "
               "успевающих на «4» и «5»;на 4 и 5\n"
               "olymp;Участники олимпиад;%;Доля участников;\n"
               "other;Участники конкурсов;%;Доля участников;\n"
               "win;Победители;%;;\nlast;Призёры;%;Победители;\n"},
              {"data/q/indicators.csv", IND "k45;Другое;%;;\n"}), READ);
    assert_quiet(&f);
    size_t p = catalog_programme(f.site, S("p"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t at = catalog_indicator(f.site, p, str_of(cases[i].name));
        if ((at == NONE) != (cases[i].id == NULL))
            fail_msg("«%s» is %s", cases[i].name,
                     at == NONE ? "nothing" : f.site->indicators.at[at].id.p);
        if (at != NONE)
            assert_str(f.site->indicators.at[at].id, cases[i].id);
    }
    size_t at = catalog_indicator_path(f.site, S("q/k45"));
    assert_str(f.site->indicators.at[at].title, "Другое");
    assert_true(catalog_indicator_path(f.site, S("k45")) == NONE);
    assert_true(catalog_indicator_path(f.site, S("z/k45")) == NONE);
    assert_true(catalog_indicator_path(f.site, S("q/win")) == NONE);
    assert_true(catalog_indicator_path(f.site, S("/")) == NONE);
    assert_true(catalog_indicator(f.site, NONE, S("k45")) == NONE);
    fixture_close(&f);
}

/* --- defaults of an indicator (design 3) --- */

#define ROW "id;title;unit;kind;class;direction;publish_level;source;decimals\n"

static void test_defaults(void **state)
{
    static const struct {
        const char *row;
        int kind, privacy, direction, level;
    } cases[] = {
        {"a;А;%;;;;;;", KIND_SHARE, PRIVACY_PEOPLE, DIRECTION_NONE,
         LEVEL_SCHOOL},
        {"a;А;процентов;;;;;;", KIND_SHARE, PRIVACY_PEOPLE, DIRECTION_NONE,
         LEVEL_SCHOOL},
        {"a;А;да/нет;;;;;;", KIND_YESNO, PRIVACY_OPEN, DIRECTION_NONE,
         LEVEL_SCHOOL},
        {"a;А;Да/Нет;;;;;;", KIND_YESNO, PRIVACY_OPEN, DIRECTION_NONE,
         LEVEL_SCHOOL},
        {"a;А;балл;;;;;;", KIND_SCORE, PRIVACY_PEOPLE, DIRECTION_NONE,
         LEVEL_SCHOOL},
        {"a;А;тыс. руб.;;;;;;", KIND_MONEY, PRIVACY_OPEN, DIRECTION_NONE,
         LEVEL_SCHOOL},
        {"a;А;школа|школы|школ;;;;;;", KIND_COUNT, PRIVACY_PEOPLE,
         DIRECTION_NONE, LEVEL_SCHOOL},
        {"a;А;школа|школы;;;;;;", KIND_SCORE, PRIVACY_PEOPLE,
         DIRECTION_NONE, LEVEL_SCHOOL},
        {"a;А;%;score;open;down;municipality;;", KIND_SCORE, PRIVACY_OPEN,
         DIRECTION_DOWN, LEVEL_MUNICIPALITY},
        {"a;А;балл;;;;;ВПР, весна;", KIND_SCORE, PRIVACY_PEOPLE,
         DIRECTION_NONE, LEVEL_MUNICIPALITY},
        {"a;Увеличение доли;%;;;;;;", KIND_SHARE, PRIVACY_PEOPLE,
         DIRECTION_UP, LEVEL_SCHOOL},
        {"a;УМЕНЬШЕНИЕ доли;%;;;;;;", KIND_SHARE, PRIVACY_PEOPLE,
         DIRECTION_DOWN, LEVEL_SCHOOL},
        {"a;Увеличение доли;%;;;down;;;", KIND_SHARE, PRIVACY_PEOPLE,
         DIRECTION_DOWN, LEVEL_SCHOOL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, ROW "%s\n", cases[i].row);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", text}), READ);
        const struct indicator *a = &f.site->indicators.at[0];
        if (a->kind != cases[i].kind || a->privacy != cases[i].privacy ||
            a->direction != cases[i].direction ||
            a->publish_level != cases[i].level)
            fail_msg("%s: %d %d %d %d", cases[i].row, a->kind, a->privacy,
                     a->direction, a->publish_level);
        bool read = cases[i].direction != DIRECTION_NONE &&
                    !strstr(cases[i].row, "down");
        assert_messages(&f, MSG_CATALOG_DIRECTION, read);
        assert_int_equal(a->policy, POLICY_SCHOOLS_FIRST);
        assert_int_equal(a->aggregate, AGGREGATE_GIVEN);
        assert_int_equal(a->decimals, 1);
        assert_true(str_eq(a->question, a->title));
        fixture_close(&f);
    }
}

static void test_indicator_cells(void **state)
{
    static const struct {
        const char *row;
        enum msg id;
        const char *args[2];
    } cases[] = {
        {"a;А;%;2;36,7@2020;0 100", MSG_COUNT, {NULL}},
        {"a;А;%;0;36,7 %@2019/2020;auto", MSG_COUNT, {NULL}},
        {"a;А;%;;36,7;", MSG_CATALOG_VALUE, {"36,7", "baseline"}},
        {"a;А;%;;36,7@вчера;", MSG_CATALOG_VALUE, {"36,7@вчера",
                                                   "baseline"}},
        {"a;А;%;;много@2020;", MSG_CATALOG_VALUE, {"много@2020",
                                                   "baseline"}},
        {"a;А;%;;;100 0", MSG_CATALOG_VALUE, {"100 0", "domain"}},
        {"a;А;%;;;100", MSG_CATALOG_VALUE, {"100", "domain"}},
        {"a;А;%;7;;", MSG_CATALOG_VALUE, {"7", "decimals"}},
        {"a;А;%;-1;;", MSG_CATALOG_VALUE, {"-1", "decimals"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "id;title;unit;decimals;baseline;domain\n%s\n",
                 cases[i].row);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", text}), READ);
        if (cases[i].id == MSG_COUNT) {
            assert_quiet(&f);
            assert_true(f.site->indicators.at[0].has_baseline);
            assert_int_equal(f.site->indicators.at[0].baseline.v, 367);
        } else {
            assert_messages(&f, cases[i].id, 1);
            for (size_t a = 0; a < 2; a++)
                assert_str(problem_of(&f, cases[i].id)->args[a],
                           cases[i].args[a]);
        }
        fixture_close(&f);
    }
}

/* --- which file is what --- */

static void test_files(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/index.md", "Привет\n"},
              {"content/about.md", "---\ntitle: О сайте\n---\n"},
              {"content/guide/first.md", "---\ntitle: Начало\n---\nТ\n"},
              {"content/questions.md",
               "## Учёба\n- Как?\n- Почему?\n\n# Питание\n* Где?\n"},
              {"content/news/old.md",
               "---\ntitle: С\ndate: 2024-01-01\n---\n"},
              {"content/news/new.md",
               "---\ntitle: Н\ndate: 2024-05-01\nnav: no\n---\n"},
              {"content/practices/one.md", "---\ntitle: Практика\n---\n"},
              {"content/schools/a.md",
               "---\nhelp:\n- {title: Кружок, contact: '1'}\n---\nТекст\n"},
              {"content/programs/p/second.md",
               "---\ntitle: Б\norder: 2\n---\n"},
              {"content/programs/p/first.md",
               "---\ntitle: В\norder: 1\nkind: отчёт\n---\n"},
              {"content/programs/p/third.md", "---\ntitle: А\n---\n"},
              {"content/programs/p/fourth.md", "---\ntitle: Аб\n---\n"},
              {"content/images/a.PNG", "png"},
              {"content/law.pdf", "pdf"}), READ);
    assert_quiet(&f);
    const struct site *s = f.site;
    assert_str(s->index_path, "content/index.md");
    assert_true(s->index.has_body);
    assert_int_equal(s->pages.n, 2);
    assert_non_null(catalog_page(s, S("about")));
    assert_false(catalog_page(s, S("about"))->text.has_body);
    assert_int_equal(catalog_page(s, S("guide/first"))->text.body_line, 4);
    assert_null(catalog_page(s, S("first")));
    assert_int_equal(s->questions.n, 2);
    assert_int_equal(s->questions.at[0].questions.n, 2);
    assert_str(s->questions.at[1].questions.at[0], "Где?");
    assert_str(s->news.at[0].id, "new");
    assert_true(s->news.at[0].text.hidden_nav);
    assert_true(catalog_practice(s, S("one")) == 0);
    assert_non_null(s->schools.at[0].words);
    assert_int_equal(s->schools.at[0].help_n, 1);
    assert_str(s->schools.at[0].help[0].contact, "1");
    const struct programme *p = &s->programmes.at[0];
    static const char *const sections[] = {"first", "second", "third",
                                           "fourth"};
    assert_int_equal(p->sections.n, 4);
    for (size_t i = 0; i < 4; i++)
        assert_str(p->sections.at[i].id, sections[i]);
    assert_int_equal(p->sections.at[0].kind, SECTION_REPORT);
    assert_true(catalog_section(p, S("second")) == 1);
    assert_true(catalog_section(p, S("Б")) == 1);
    assert_true(catalog_section(p, S("нет")) == NONE);
    assert_int_equal(s->attachments.n, 2);
    assert_str(s->attachments.at[0].to, "images/a.PNG");
    fixture_close(&f);
}

static void test_file_errors(void **state)
{
    static const struct {
        const char *path, *text;
        enum msg id;
        const char *args[2];
    } cases[] = {
        {"content/О сайте.md", "---\ntitle: О\n---\n", MSG_CATALOG_FILE_ID,
         {"О сайте", "o-saite"}},
        {"content/programs/P 1/index.md", "---\ntitle: О\n---\n",
         MSG_CATALOG_FILE_ID, {"P 1", "p-1"}},
        {"content/programs/p/Plan.md", "---\ntitle: О\n---\n",
         MSG_CATALOG_FILE_ID, {"Plan", "plan"}},
        {"content/practices/a.b.md", "---\ntitle: О\n---\n",
         MSG_CATALOG_FILE_ID, {"a.b", "a-b"}},
        {"content/news/a_b.md", "---\ntitle: О\ndate: 2024-01-01\n---\n",
         MSG_CATALOG_FILE_ID, {"a_b", NULL}},
        {"content/programs/q/text.md", "---\ntitle: О\n---\n",
         MSG_CATALOG_NO_INDEX, {"q", NULL}},
        {"data/lost/values.csv", "indicator;period;value\n",
         MSG_CATALOG_NO_PROGRAMME, {"lost", NULL}},
        {"data/school.csv", "id;name\n", MSG_CATALOG_TABLE,
         {"school.csv", "schools.csv"}},
        {"data/values-2020.csv", "x", MSG_CATALOG_TABLE,
         {"values-2020.csv", NULL}},
        {"data/p/value.csv", "x", MSG_CATALOG_TABLE,
         {"value.csv", "values.csv"}},
        {"data/p/Values.csv", "x", MSG_CATALOG_TABLE, {"Values.csv", NULL}},
        {"data/p/values 2020.csv", "x", MSG_CATALOG_TABLE,
         {"values 2020.csv", NULL}},
        {"data/p/old/values.csv", "x", MSG_CATALOG_TABLE,
         {"old/values.csv", NULL}},
        {"data/p/values.xlsx", "x", MSG_CATALOG_TABLE,
         {"values.xlsx", NULL}},
        {"content/tables.xlsx", "x", MSG_CATALOG_FILE_KIND, {"xlsx", NULL}},
        {"content/a.HTML", "x", MSG_CATALOG_FILE_KIND, {"html", NULL}},
        {"content/schools/z.md", "---\n---\n", MSG_LINK_SCHOOL,
         {"z", NULL}},
        {"content/about.md", "Без заголовка\n", MSG_CATALOG_KEY_MISSING,
         {"title", NULL}},
        {"content/news/one.md", "---\ntitle: Н\n---\n",
         MSG_CATALOG_KEY_MISSING, {"date", NULL}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open(
            FILES({cases[i].path, cases[i].text}), READ);
        if (count_messages(f.diag, cases[i].id) != 1)
            fail_msg("%s: %s", cases[i].path, printed(f.diag));
        const struct problem *p = problem_of(&f, cases[i].id);
        assert_str(p->at.file, cases[i].path);
        for (size_t a = 0; a < 2 && cases[i].args[a]; a++)
            assert_str(p->args[a], cases[i].args[a]);
        fixture_close(&f);
    }
}

static void test_link(void **state)
{
    (void)state;
    write_file("linked/content/site.yml", "title: Т\nas_of: 2025-01-01\n");
    run("ln -sf site.yml linked/content/a.md");
    struct diag *diag = diag_new();
    struct arena *arena = arena_new();
    struct source *source = source_folder(at("linked"), diag);
    assert_non_null(catalog_read(arena, source, diag));
    assert_int_equal(count_messages(diag, MSG_CATALOG_LINK), 1);
    source_free(source);
    arena_free(arena);
    diag_free(diag);
}

static void test_as_of(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/programs/q/index.md",
               "---\ntitle: Q\nas_of: 2023-05-01\n---\n"}), READ);
    assert_quiet(&f);
    assert_int_equal(
        catalog_as_of(f.site, catalog_programme(f.site, S("p"))),
        date_of(2025, 1, 1));
    assert_int_equal(
        catalog_as_of(f.site, catalog_programme(f.site, S("q"))),
        date_of(2023, 5, 1));
    assert_int_equal(catalog_as_of(f.site, NONE), date_of(2025, 1, 1));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_school_names),
        cmocka_unit_test(test_bare_names),
        cmocka_unit_test(test_school_order), cmocka_unit_test(test_twice),
        cmocka_unit_test(test_not_twice),
        cmocka_unit_test(test_indicator_names),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_indicator_cells),
        cmocka_unit_test(test_files), cmocka_unit_test(test_file_errors),
        cmocka_unit_test(test_link), cmocka_unit_test(test_as_of),
    };
    return RUN_FIXTURE(tests);
}
