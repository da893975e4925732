/*
 * Tests of render/page_report: a year with everything, a year with next to
 * nothing, a year that is not over; who is named and who is not; the table
 * beside it; the author's text that opens it.
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

#define INDEX(more) \
    "---\ntitle: Школа роста\nmunicipality: zar\n" more "---\n"
#define SCHOOLS                                                      \
    "id;name;municipality\nz1;Первая;zar\nz2;Вторая;zar\n"           \
    "z3;Третья;zar\nz4;Четвёртая;zar\nz5;Пятая;zar\nz6;Шестая;zar\n"
#define INDICATORS                                                         \
    "id;title;unit;kind;direction;class;aggregate;number;group\n"          \
    "fg;Грамотность;%;share;up;people;weighted;1.1;Учёба\n"                \
    "late;Опоздания;%;share;down;open;given;1.2;Порядок\n"                 \
    "none;Без цели;балл;score;up;open;given;;Порядок\n"

static void write_site(const char *index)
{
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md", index);
    write_file("site/data/schools.csv", SCHOOLS);
    write_file("site/data/rost/indicators.csv", INDICATORS);
}

static void write_values(void)
{
    struct buf rows = {0};

    buf_addz(&rows, "indicator;school;period;value;n;reason\n");
    for (int i = 1; i <= 6; i++) {
        buf_addf(&rows, "fg;z%d;2024;%d;40;\n", i, 50);
        buf_addf(&rows, "fg;z%d;2025;%d;40;\n", i,
                 i < 3 ? 55 : i == 3 ? 45 : 50);
    }
    buf_addz(&rows, "late;;2024;9;;\nlate;;2025;10;;Зимой болели\n"
                    "none;;2025;3,5;;\n");
    write_file("site/data/rost/values.csv", rows.p);
    buf_free(&rows);
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\nfg;2025;50 %\nlate;2025;8 %\n");
}

static void write_work(void)
{
    write_file("site/data/rost/plan.csv",
               "id;number;title;when;responsible;status;reason;schools\n"
               "m1;1;Сбор;Ежегодно, май;Отдел;;;\n"
               "m2;2;Ремонт;Август 2025;Школа-сад|Первая;postponed;"
               "Нет денег;\n"
               "m3;3;Опрос;Май 2025;;;;\n"
               "m4;4;Итоги;Май 2026;;;;\n"
               "m5;5;По итогам;По итогам мониторинга;;;;\n");
    write_file("site/data/rost/progress.csv",
               "measure;period;status;done_on;result\n"
               "m1;2025;done;2025-05-20;Пришли 40 семей\n"
               "m5;2025;done;2025-12-01;Сделано\n");
    write_file("site/data/rost/finance.csv",
               "year;source;purpose;planned;actual;unit\n"
               "2025;район;книги;100;90;тыс. руб.\n"
               "2025;край;ремонт;200;200;тыс. руб.\n"
               "2024;район;книги;50;;тыс. руб.\n");
}

/* Every part, in its order. */
static void test_all(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(INDEX("period: 2024-2026\n"));
    write_values();
    write_work();
    write_file("site/content/programs/rost/report-2025.md",
               "---\ntitle: Первый год\nkind: report\nperiod: 2025\n"
               "summary: Коротко о годе.\n---\n## Что вышло\nСлова автора.\n");
    write_file("site/data/rost/findings.csv",
               "id;text;report;recommendation;measures;decision;effect\n"
               "f1;Учителя устали;report-2025;Дать отдых;m1;Решено;Лучше\n"
               "f2;Книг мало;report-2025;;;;\n");
    s = site_open();
    page = plain_page(s, "programs/rost/report-2025.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "<title>Отчёт за 2025 год: Школа роста", "<h1>Первый год</h1>",
        "Коротко о годе.",
        "href=\"index.html\">«Школа роста»</a>. Сведения на",
        "1 марта 2026 года", "id=\"report-short\"",
        "цель достигнута по 1", "выполнено 1", "id=\"report-text\"",
        "<h3 id=\"chto-vyshlo\">Что вышло</h3>", "Слова автора."));
    assert_order(page, ORDER(
        "id=\"report-indicators\"", "<table border=\"1\">",
        "scope=\"rowgroup\" colspan=\"6\"><b>Учёба</b>",
        "1.1 <a href=\"indicators/fg.html\">Грамотность</a>", "50 %",
        "50,8 %", "1,0", "цель достигнута", "отклонения нет",
        "<b>Порядок</b>", "Опоздания", "не более 8 %", "0,8",
        "пока не достигнута", "Зимой болели", "Без цели",
        "цель не установлена", "3,5", "не считают"));
    assert_order(page, ORDER(
        "id=\"report-effect\"", "(SR)", "0,9", "(SRm)", "сведения не обо",
        "(SSuz)", "0,967", "(Eis)", "не считаем", "(ER)",
        "id=\"report-measures\"", "1 <a href=\"plan.html#m1\">Сбор</a>",
        "Отдел", "выполнено", "Пришли 40", "Ремонт", "Школа-сад",
        ">Первая</a>", "отложено", "Нет денег", "Опрос", "не названо",
        "сведений о выполнении нет", "не описано",
        "Другие мероприятия", "По итогам", "Сделано",
        "href=\"plan.html\""));
    assert_order(page, ORDER(
        "id=\"report-money\"", "class=\"total\"", "300", "290", "район",
        "книги", "100", "90", "край", "id=\"report-schools\"",
        "Грамотность", "2024 и 2025", "2 школы", "3 школы",
        "1 школа", "6 школ", "id=\"report-findings\"",
        "Учителя устали", "Дать отдых", "href=\"plan.html#m1\"", "Решено",
        "Лучше", "Книг мало", "Рекомендации нет.", "Мероприятия не названы.",
        "О решении не сообщают.",
        "О результате пока не сообщают.", "monitoring.html",
        "../../data/rost/report-2025.csv",
        "../../data/rost/report-2025-excel.csv"));
    assert_lacks(page, "Итоги</a>");
    assert_lacks(page, "Вторая");       /* no school by its numbers */
    site_close(s);
}

/* Only one sum was spent: all the rest says why it is not there. */
static void test_little(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md", INDEX(""));
    write_file("site/data/rost/finance.csv", "year;actual;unit\n"
                                             "2025;5;тыс. руб.\n");
    s = site_open();
    page = plain_page(s, "programs/rost/report-2025.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "<h1>Отчёт за 2025 год</h1>", "Опубликованных чисел",
        "Целей на этот год в программе нет.",
        "Плана мероприятий на сайте нет.", "id=\"report-money\"",
        "5 тыс. ₽"));
    assert_lacks(page, "report-schools");
    assert_lacks(page, "report-findings");
    assert_lacks(page, "report-doubts");
    assert_lacks(page, "Рассказ о");
    assert_lacks(page, "Отчёты за другие годы");
    site_close(s);
}

/* Without any report there is no page and no link to one. */
static void test_none(void **state)
{
    struct small_site *s;

    (void)state;
    write_site(INDEX("period: 2024-2026\n"));
    write_file("site/data/rost/plan.csv", "id;title;when\nm;М;Май 2025\n");
    s = site_open();
    assert_true(plan_find(s->plan, S("programs/rost/report-2025.html")) ==
                SIZE_MAX);
    assert_true(plan_find(s->plan, S("data/rost/report-2025.csv")) ==
                SIZE_MAX);
    assert_lacks(plain_page(s, "programs/rost/index.html"), "report-20");
    assert_lacks(plain_page(s, "programs/rost/index.html"),
                 "monitoring.html");
    assert_lacks(plain_page(s, "data/index.html"), "report-20");
    site_close(s);
}

/* The author's text of a year that is not over; years lead to each other. */
static void test_years(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(INDEX("period: 2024-2026\n"));
    write_values();
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\nlate;2024;8 %\nlate;2025;8 %\n");
    write_file("site/content/programs/rost/report-2026.md",
               "---\ntitle: Начало года\nkind: report\n"
               "summary: Что уже видно.\n---\nСлова.\n");
    write_file("site/content/programs/rost/other.md",
               "---\ntitle: Проверка района\nkind: report\n---\nСлова.\n");
    s = site_open();
    page = plain_page(s, "programs/rost/report-2026.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER("<h1>Начало года</h1>",
                             "Год ещё не закончился.",
                             "href=\"report-2024.html\">Отчёт за 2024",
                             "href=\"report-2025.html\""));
    assert_lacks(page, "href=\"report-2026.html\">");
    assert_lacks(plain_page(s, "programs/rost/report-2025.html"),
                 "Год ещё");
    assert_order(plain_page(s, "programs/rost/index.html"), ORDER(
        "<h2 id=\"reports\">", "href=\"report-2024.html\"",
        "href=\"report-2025.html\"",
        "href=\"report-2026.html\">Начало года</a>", "Что уже видно.",
        "href=\"other.html\">Проверка района</a>"));
    site_close(s);
}

/* What does not add up: of the whole in words, of schools only how much. */
static void test_doubts(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    write_site(INDEX(""));
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n\n"
               "late;;2025;50;10;40\nlate;z1;2025;50;10;40\n"
               "late;z2;2025;70;10;40\nlate;z2;2024;70;10;40\n");
    write_file("site/data/rost/finance.csv", "year;actual\n2025;5\n");
    write_file("site/data/explanations.csv",
               "finding;words\nfit:rost/late@2025;Опечатка в отчёте\n");
    s = site_open();
    page = plain_page(s, "programs/rost/report-2025.html");
    assert_order(page, ORDER(
        "id=\"report-doubts\"", "href=\"indicators/late.html\"", "2025.",
        "Пояснение: Опечатка в отчёте",
        "Замечаний к числам отдельных школ — 2.", "quality.html"));
    assert_lacks(page, "Вторая");
    site_close(s);
}

/* The table of the report: both forms, one line for each row. */
static void test_table(void **state)
{
    struct small_site *s;

    (void)state;
    write_site(INDEX("period: 2025-2026\n"));
    write_values();
    write_work();
    s = site_open();
    assert_string_equal(plain_page(s, "data/rost/report-2025.csv"),
        "part,id,title,detail,period,unit,plan,plan_words,fact,degree,"
        "status,who,words\n"
        "indicator,fg,Грамотность,,2025,%,50,50 %,50.8,1.016,reached,,\n"
        "indicator,late,Опоздания,,2025,%,8,8 %,10,0.8,not-reached,,"
        "Зимой болели\n"
        "indicator,none,Без цели,,2025,балл,,,3.5,,,,\n"
        "schools,fg,Грамотность,2024,2025,,,,2,,grew,,\n"
        "schools,fg,Грамотность,2024,2025,,,,3,,same,,\n"
        "schools,fg,Грамотность,2024,2025,,,,1,,fell,,\n"
        "programme,SR,,,,,,,0.9,,,,\n"
        "programme,SSuz,,,,,,,0.966666667,,,,\n"
        "measure,m1,Сбор,,\"Ежегодно, май\",,,,,,done,Отдел,"
        "Пришли 40 семей\n"
        "measure,m2,Ремонт,,Август 2025,,,,,,postponed,Школа-сад|Первая,"
        "Нет денег\n"
        "measure,m3,Опрос,,Май 2025,,,,,,,,\n"
        "other-measure,m5,По итогам,,По итогам мониторинга,,,,,,done,,"
        "Сделано\n"
        "money,,район,книги,,тыс. руб.,100,,90,,,,\n"
        "money,,край,ремонт,,тыс. руб.,200,,200,,,,\n");
    assert_order(plain_page(s, "data/rost/report-2025-excel.csv"), ORDER(
        "\xEF\xBB\xBFpart;id;", "50,8;1,016;reached;;\r\n"));
    assert_order(plain_page(s, "data/index.html"), ORDER(
        "Отчёт за 2025 год", "report-2025.csv", "report-2025-excel.csv"));
    site_close(s);
}

/* The same in the other language. */
static void test_english(void **state)
{
    struct small_site *s;

    (void)state;
    write_site(INDEX(""));
    write_file("site/content/site.yml", SITE_CONFIG "language: en\n");
    write_values();
    write_work();
    s = site_open();
    assert_order(plain_page(s, "programs/rost/report-2025.html"), ORDER(
        "<h1>Report for 2025</h1>", "Plan and fact", "Degree",
        "Measures due this year", "Money of this year",
        "In how many schools", "Download the report (CSV)"));
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all), cmocka_unit_test(test_little),
        cmocka_unit_test(test_none), cmocka_unit_test(test_years),
        cmocka_unit_test(test_doubts), cmocka_unit_test(test_table),
        cmocka_unit_test(test_english),
    };

    return RUN_SITE(tests);
}
