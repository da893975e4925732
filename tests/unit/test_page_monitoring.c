/*
 * Tests of render/page_monitoring, page_clusters, page_finding and
 * page_methodology_context: chains with every link and with none, how the
 * programme is watched, whose labels may be seen, what a formula gives.
 */
#include "small_site.h"

/* A page with plain blanks for no-break ones: where those stand is tested
 * with the words. */
static const char *plain_page(struct small_site *s, const char *path)
{
    const char *page = site_page(s, path);
    char *to = s->out.p;

    for (const char *from = page; *from; to++) {
        bool tied = strncmp(from, "\xC2\xA0", 2) == 0;

        *to = tied ? ' ' : *from;
        from += tied ? 2 : 1;
    }
    *to = '\0';
    return page;
}

#define INDEX "---\ntitle: Школа роста\nmunicipality: zar\n---\n"
#define SCHOOLS                                                       \
    "id;name;municipality\nz1;Школа № 2;zar\nz2;Школа № 10;zar\n"      \
    "z3;Школа № 1;zar\n"

static void write_site(const char *config)
{
    site_files(config);
    write_file("site/content/programs/rost/index.md", INDEX);
    write_file("site/data/schools.csv", SCHOOLS);
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;kind;class;aggregate\n"
               "fg;Грамотность;%;share;open;given\n");
}

/* Nothing to tell: no page, no link, no file. */
static void test_none(void **state)
{
    struct small_site *s;

    (void)state;
    write_site(SITE_CONFIG);
    s = site_open();
    assert_true(plan_find(s->plan, S("programs/rost/monitoring.html")) ==
                SIZE_MAX);
    assert_true(plan_find(s->plan, S("data/rost/findings.csv")) == SIZE_MAX);
    assert_lacks(plain_page(s, "programs/rost/index.html"), "monitoring");
    assert_lacks(plain_page(s, "methodology.html"), "id=\"context\"");
    site_close(s);
}

/* A finding with every link, one with none. */
static void test_chains(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(SITE_CONFIG);
    write_file("site/data/rost/values.csv",
               "indicator;period;value\nfg;2024;55\n");
    write_file("site/data/rost/plan.csv",
               "id;title;when;status\nm1;Курсы;Май 2025;done\n");
    write_file("site/content/programs/rost/check.md",
               "---\ntitle: Проверка школ\nkind: report\n---\nТекст.\n");
    write_file("site/data/rost/monitoring.csv",
               "id;subject;instrument;report\nw1;Уроки;Карта урока;check\n"
               "w2;Еда;;Проверка школ\nw3;Прочее;;\n");
    write_file("site/data/rost/findings.csv",
               "id;kind;text;report;school;indicator;recommendation;measures;"
               "decision;effect\n"
               "f1;;Читать не умеют;check;;fg;Учить читать;m1;Учим;Научили\n"
               "f2;Вопрос;Почему?;;z2;fg;;;;\n");
    s = site_open();
    page = plain_page(s, "programs/rost/monitoring.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "<title>Мониторинг: Школа роста", "id=\"finding-f1\"",
        "<h3>Вывод 1</h3>", "Читать не умеют",
        "href=\"indicators/fg.html\">Грамотность</a>", "55,0 % (2024)",
        "Уроки: Карта урока", "<li>Еда</li>",
        "href=\"check.html\">Проверка школ</a>", "Учить читать",
        "href=\"plan.html#m1\">Курсы</a>", "выполнено", "Учим", "Научили",
        "id=\"finding-f2\"", "<h3>Вопрос 1</h3>", "Почему?",
        "href=\"../../schools/z2.html\">Школа № 10</a>", "Грамотность</a>",
        "Отчёт не назван.", "Рекомендации нет.",
        "Мероприятия не названы.", "О решении не сообщают.",
        "О результате пока не сообщают.", "id=\"system\""));
    /* the number of the whole is not said beside a school */
    assert_lacks(strstr(page, "id=\"finding-f2\""), "55,0");
    assert_order(strstr(page, "id=\"system\""), ORDER(
        "<h3>Уроки</h3>", "Карта урока", "Проверка школ</a>",
        "href=\"#finding-f1\">Вывод 1</a>", "<h3>Еда</h3>",
        "<h3>Прочее</h3>"));
    assert_lacks(page, "По какому признаку");
    assert_lacks(page, "id=\"clusters\"");
    /* the report leads to what it found, the programme to the page */
    assert_order(plain_page(s, "programs/rost/check.html"), ORDER(
        "id=\"section-findings\"",
        "href=\"monitoring.html#finding-f1\">Читать не умеют</a>"));
    assert_holds(plain_page(s, "programs/rost/index.html"),
                 "href=\"monitoring.html\">Мониторинг");
    assert_string_equal(plain_page(s, "data/rost/findings.csv"),
        "id,kind,text,report,school,indicator,recommendation,measures,"
        "decision,effect\n"
        "f1,,Читать не умеют,check,,fg,Учить читать,m1,Учим,Научили\n"
        "f2,Вопрос,Почему?,,z2,fg,,,,\n");
    site_close(s);
}

/* Only how it is watched; the author's text opens the page. */
static void test_system(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(SITE_CONFIG);
    write_file("site/content/programs/rost/monitoring.md",
               "---\ntitle: Наш мониторинг\n---\n## Зачем\nЧтобы знать.\n");
    write_file("site/data/rost/monitoring.csv",
               "id;subject;criterion;indicators;source;when;responsible;"
               "done_on\nw1;Уроки;Доля;fg;Отчёты;Май;Отдел;2025-05-20\n"
               "w2;Еда;;;;;;\nw3;Еда;Вес;;;;;\n");
    s = site_open();
    page = plain_page(s, "programs/rost/monitoring.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "<h1>Мониторинг программы</h1>", "<h2 id=\"zachem\">Зачем</h2>",
        "id=\"system\"", "<h3>Уроки</h3>",
        "Доля", "indicators/fg.html", "Отчёты", "Май", "Отдел",
        "20 мая 2025", "<h3>Еда</h3>", "Вес"));
    /* a subject that goes on has one heading; what is not told is left out */
    assert_lacks(strstr(page, "<h3>Еда</h3>") + 1, "<h3>Еда</h3>");
    assert_lacks(strstr(page, "<h3>Еда</h3>"), "Чем проверяют");
    assert_lacks(page, "id=\"findings\"");
    assert_string_equal(plain_page(s, "data/rost/monitoring.csv"),
        "id,subject,criterion,indicators,instrument,source,when,"
        "responsible,done_on,report\n"
        "w1,Уроки,Доля,fg,,Отчёты,Май,Отдел,2025-05-20,\n"
        "w2,Еда,,,,,,,,\nw3,Еда,Вес,,,,,,,\n");
    site_close(s);
}

/* --- clusters --- */

#define CLUSTERS                                                         \
    "school;period;result;process;source\n"                              \
    "z2;2017;выше среднего;ниже среднего;Приложение 1\n"                 \
    "z1;2017;ниже среднего;ниже среднего;Приложение 1\n"                 \
    "z1;2015;ниже среднего;ниже среднего;\n"

/* As published: by name, in the order of names, with year and source. */
static void test_clusters_named(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(SITE_CONFIG);
    write_file("site/data/rost/clusters.csv", CLUSTERS);
    s = site_open();
    page = plain_page(s, "programs/rost/monitoring.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "id=\"clusters\"", "<th scope=\"col\">2015</th>",
        "<th scope=\"col\">2017</th>", "Школа № 2</a>",
        "результат — ниже среднего; процесс — ниже среднего",
        "результат — ниже среднего", "Школа № 10</a>",
        "школа не названа", "результат — выше среднего",
        "2015 год: источник не назван",
        "2017 год: Приложение 1", "methodology.html#context"));
    assert_lacks(page, "Школа № 1<");
    assert_order(plain_page(s, "methodology.html"), ORDER(
        "href=\"#context\"", "id=\"context\"", "Определений два",
        "Формулы на этом сайте нет.",
        "programs/rost/monitoring.html#clusters"));
    assert_holds(plain_page(s, "data/rost/clusters.csv"),
                 "z2,2017,выше среднего,ниже среднего,Приложение 1\n");
    /* a school's own page says nothing of its group */
    assert_lacks(plain_page(s, "schools/z2.html"), "выше среднего");
    site_close(s);
}

/* Without names: only how many, and no table of them. */
static void test_clusters_anonymous(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(SITE_CONFIG "cluster_public: anonymous\n");
    write_file("site/data/rost/clusters.csv", CLUSTERS);
    s = site_open();
    page = plain_page(s, "programs/rost/monitoring.html");
    assert_order(page, ORDER(
        "<th scope=\"col\">Группа</th><th scope=\"col\">2015</th>",
        "результат — выше среднего; процесс — ниже среднего</th>"
        "<td>0 школ</td><td>1 школа</td>",
        "результат — ниже среднего; процесс — ниже среднего</th>"
        "<td>1 школа</td><td>1 школа</td>"));
    assert_lacks(page, "Школа № ");
    assert_true(plan_find(s->plan, S("data/rost/clusters.csv")) == SIZE_MAX);
    site_close(s);
}

/* Not at all. */
static void test_clusters_none(void **state)
{
    struct small_site *s;

    (void)state;
    write_site(SITE_CONFIG "cluster_public: none\n");
    write_file("site/data/rost/clusters.csv", CLUSTERS);
    s = site_open();
    assert_true(plan_find(s->plan, S("programs/rost/monitoring.html")) ==
                SIZE_MAX);
    assert_true(plan_find(s->plan, S("data/rost/clusters.csv")) == SIZE_MAX);
    assert_lacks(plain_page(s, "methodology.html"), "id=\"context\"");
    site_close(s);
}

/* --- the formula --- */

#define FORMULA                                                       \
    "resilience:\n  programme: rost\n  source: Приказ № 5.\n"          \
    "  title: Индекс благополучия\n  index: {i: 1, j: -0.5}\n"         \
    "  result: {r: 1}\n  lowest: 30\n  highest: 25\n"

static void write_formula(const char *config, int schools)
{
    struct buf names = {0}, values = {0};

    site_files(config);
    write_file("site/content/programs/rost/index.md", INDEX);
    buf_addz(&names, "id;name;municipality\n");
    buf_addz(&values, "indicator;school;period;value\n");
    for (int i = 1; i <= schools; i++) {
        buf_addf(&names, "s%d;Школа № %d;zar\n", i, i);
        buf_addf(&values, "i;s%d;2024;%d\nj;s%d;2024;2\nr;s%d;2024;%d\n", i,
                 i, i, i, i < 3 ? 90 + i : i);
    }
    write_file("site/data/schools.csv", names.p);
    write_file("site/data/rost/values.csv", values.p);
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;kind;class;aggregate\n"
               "i;Образование;балл;score;open;none\n"
               "j;Занятость;балл;score;open;none\n"
               "r;Экзамен;балл;score;open;none\n");
    buf_free(&names);
    buf_free(&values);
}

static const struct {
    const char *config;
    int schools;
    const char *holds, *lacks;
} formulas[] = {
    /* the formula is always printed, its numbers only where they may be */
    { SITE_CONFIG FORMULA, 8, "сайт школы не группирует",
      "Школ в расчёте" },
    { SITE_CONFIG "cluster_public: none\n" FORMULA, 8,
      "сайт школы не группирует", "Школ в расчёте" },
    { SITE_CONFIG "cluster_public: anonymous\n" FORMULA, 8,
      "при таких условиях: 2 школы.", "не группирует" },
    { SITE_CONFIG "cluster_public: anonymous\n" FORMULA, 7,
      "не больше чем у 7 школ. Нужно не меньше 8.",
      "при таких условиях:" },
    { SITE_CONFIG "cluster_public: anonymous\n" FORMULA, 0,
      "нет школ, у которых опубликованы", "при таких условиях:" },
};

static void test_formula(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        struct small_site *s;
        const char *page;

        write_formula(formulas[i].config, formulas[i].schools);
        s = site_open();
        page = plain_page(s, "methodology.html");
        assert_message(s->diag, MSG_COUNT);
        assert_order(page, ORDER(
            "id=\"context\"", "По условиям", "По процессу",
            "id=\"context-formula\"", "Чья она: Приказ № 5.", "«Школа роста»",
            "Индекс благополучия", "1 × Образование", "−0,5 × Занятость",
            "Результат", "1 × Экзамен", "30 % школ с",
            "25 % школ с", formulas[i].holds));
        assert_lacks(strstr(page, "id=\"context\""), formulas[i].lacks);
        assert_lacks(page, "Школа № ");
        site_close(s);
    }
}

/* The numbers of the groups, which name nobody. */
static void test_groups(void **state)
{
    struct small_site *s;

    (void)state;
    write_formula(SITE_CONFIG "cluster_public: anonymous\n" FORMULA
                  "  process: {j: 1}\n", 8);
    s = site_open();
    assert_order(plain_page(s, "methodology.html"), ORDER(
        "<h3>Условия и результат</h3>",
        "Взят 2024 год. Школ в расчёте — 8.",
        "Индекс условий средний или ниже</th><td>2 школы</td>"
        "<td>2 школы</td>",
        "Индекс условий выше среднего</th><td>0 школ</td>"
        "<td>4 школы</td>",
        "<h3>Процесс и результат</h3>",
        "Процесс средний или ниже</th><td>2 школы</td>"
        "<td>6 школ</td>",
        "процессе не выше среднего: 2 школы."));
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_none), cmocka_unit_test(test_chains),
        cmocka_unit_test(test_system), cmocka_unit_test(test_clusters_named),
        cmocka_unit_test(test_clusters_anonymous),
        cmocka_unit_test(test_clusters_none), cmocka_unit_test(test_formula),
        cmocka_unit_test(test_groups),
    };

    return RUN_SITE(tests);
}
