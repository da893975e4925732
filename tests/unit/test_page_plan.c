/*
 * Tests of render/page_plan: what is done and when, what is late, what was put
 * off; the plans of all programmes.
 */
#include "small_site.h"

#define PLAN_HEAD \
    "id;number;title;section;subprogramme;when;responsible;status;done_on;" \
    "reason;schools\n"

static void plan_files(const char *rows)
{
    char plan[2048];

    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2024-2027\n---\n");
    write_file("site/content/programs/rost/sport.md",
               "---\ntitle: Спорт\nkind: subprogramme\n---\nТекст.\n");
    write_file("site/data/schools.csv",
               "id;name;municipality\nzar-1;Первая;zar\nzar-2;Вторая;zar\n");
    snprintf(plan, sizeof plan, PLAN_HEAD "%s", rows);
    write_file("site/data/rost/plan.csv", plan);
}

/* One measure; as_of is 2026-03-01. */
static const struct {
    const char *row, *status;   /* of the CSS class */
    bool overdue, moved;
} cases[] = {
    { "m1;;Дело;;;Май 2025;;;;;\n", "done-none", false, false },
    { "m1;;Дело;;;Май 2025;;planned;;;\n", "done-planned", true, false },
    { "m1;;Дело;;;Май 2025;;doing;;;\n", "done-doing", true, false },
    { "m1;;Дело;;;Май 2026;;planned;;;\n", "done-planned", false, false },
    { "m1;;Дело;;;Май 2026;;doing;;;\n", "done-doing", false, false },
    { "m1;;Дело;;;Май 2025;;done;2025-05-31;;\n", "done-done", false,
      false },
    { "m1;;Дело;;;Май 2025;;postponed;;Ремонт;\n", "done-postponed", false,
      true },
    { "m1;;Дело;;;Май 2025;;cancelled;;Ремонт;\n", "done-cancelled", false,
      true },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct small_site *s;
        const char *page;

        plan_files(cases[i].row);
        s = site_open();
        page = site_page(s, "programs/rost/plan.html");
        assert_message(s->diag, MSG_COUNT);
        assert_holds(page, "<li class=\"measure\" id=\"m1\">");
        assert_holds(page, cases[i].status);
        (cases[i].overdue ? assert_holds : assert_lacks)(
            page, "id=\"part_overdue\"");
        (cases[i].moved ? assert_holds : assert_lacks)(
            page, "id=\"part_moved\"");
        if (cases[i].moved)
            assert_order(page, ORDER("id=\"part_moved\"", "Ремонт",
                                     "id=\"m1\"", "Ремонт"));
        site_close(s);
    }
}

/* The counts stand first, each status in its order with its noun. */
static void test_counts(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    plan_files("m1;1.1;Автобус;;;Май 2025;Отдел;done;2025-05-31;;zar-1\n"
               "m2;;Сбор;;;Май 2025;;done;;;\nm3;;Клуб;;;Май 2025;;;;;\n");
    s = site_open();
    page = site_page(s, "programs/rost/plan.html");
    assert_order(page, ORDER(
        "<title>План работ: Школа роста", "<h1>План работ</h1>",
        "В плане программы",
        "href=\"index.html\">«Школа роста»</a>&nbsp;— 3\u00a0мероприятия",
        "выполнено", "2\u00a0мероприятия", "1\u00a0мероприятие",
        "1\u00a0марта\u00a02026\u00a0года", "1.1 Автобус",
        "31\u00a0мая\u00a02025\u00a0года", "Отдел",
        "<a href=\"../../schools/zar-1.html\">Первая</a>",
        "href=\"../../data/rost/plan.csv\"",
        "href=\"../../data/rost/plan-excel.csv\""));
    assert_lacks(page, "Сведений о том, что выполнено");
    assert_lacks(page, "class=\"toc\"");
    site_close(s);
}

/* Nothing reported is never late: it is said that nobody reports. */
static void test_no_reports(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    plan_files("m1;;Старое;;;Май 2020;;;;;\nm2;;Дело;;;Май 2030;;;;;\n");
    s = site_open();
    page = site_page(s, "programs/rost/plan.html");
    assert_holds(page, "Сведений о том, что выполнено");
    assert_lacks(page, "class=\"overdue\"");
    site_close(s);
}

/* Sections and subprogrammes in the order of their first measure. */
static void test_groups(void **state)
{
    struct small_site *s;

    (void)state;
    plan_files("m1;;Первое;Учёба;;Май 2026;;;;;\n"
               "m2;;Второе;;sport;Май 2026;;;;;\n"
               "m3;;Третье;Учёба;;Май 2026;;;;;\n"
               "m4;;Четвёртое;;;Май 2026;;;;;\n");
    s = site_open();
    assert_order(site_page(s, "programs/rost/plan.html"), ORDER(
        "<a href=\"#part_1\">Учёба</a>", "<a href=\"#part_2\">",
        "<a href=\"#part_3\">Мероприятия</a>",
        "<h2 id=\"part_1\">Учёба</h2>", "id=\"m1\"", "id=\"m3\"",
        "<h2 id=\"part_2\">Спорт</h2>", "id=\"m2\"",
        "<h2 id=\"part_3\">Мероприятия</h2>", "id=\"m4\""));
    assert_message(s->diag, MSG_COUNT);
    site_close(s);
}

/* A report of a yearly measure stands under it. */
static void test_reports(void **state)
{
    struct small_site *s;

    (void)state;
    plan_files("m1;;Сбор;;;Ежегодно, май;;;;;\n");
    write_file("site/data/rost/progress.csv",
               "measure;period;status;done_on;school;result\n"
               "m1;2024;done;2024-05-20;zar-2;Пришли & остались\n"
               "m1;2025;postponed;;;\n");
    s = site_open();
    assert_order(site_page(s, "programs/rost/plan.html"), ORDER(
        "id=\"m1\"", "2024", "20\u00a0мая\u00a02024\u00a0года",
        "<a href=\"../../schools/zar-2.html\">Вторая</a>",
        "Пришли &amp; остались", "2025", "</li>"));
    assert_message(s->diag, MSG_COUNT);
    site_close(s);
}

/* A plan page only with a plan; the page of all only with two programmes. */
static void test_all(void **state)
{
    struct small_site *s;

    (void)state;
    plan_files("m1;;Дело;;;Май 2025;;planned;;;\n");
    s = site_open();
    assert_int_equal(plan_find(s->plan, S("plan.html")), SIZE_MAX);
    site_close(s);
    plan_files("m1;;Дело;;;Май 2025;;planned;;;\n"
               "m2;;Ещё;;;Май 2027;;doing;;;\n");
    write_file("site/content/programs/beta/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n---\n");
    s = site_open();
    assert_int_equal(plan_find(s->plan, S("programs/beta/plan.html")),
                     SIZE_MAX);
    assert_order(site_page(s, "plan.html"), ORDER(
        "href=\"programs/rost/plan.html\"", "Школа роста",
        "2\u00a0мероприятия", "Срок прошёл",
        "programs/rost/plan.html#m1\">Дело</a>",
        "programs/rost/plan.html#m2\">Ещё</a>"));
    assert_lacks(site_page(s, "plan.html"), "Вторая программа</a></h2>");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_no_reports),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_reports),
        cmocka_unit_test(test_all),
    };

    return RUN_SITE(tests);
}
