/*
 * Tests of render/page_quality: what is missing, late, hidden, corrected and
 * found is said, each in its place, and nothing hidden is.
 */
#include "school_site.h"

/* Two counts, one hidden with its whole, one being checked. */
#define SHARE_MARKED                                        \
    "fg;zar-1;2025;;36;60;;;\nfg;zar-2;2025;;8;14;;;\n"     \
    "fg;zar-3;2025;;2;97;;;Двое из класса 9б\n"             \
    "fg;zar-4;2025;;;;q;;\n"

/* The page with plain blanks. */
static const char *quality_page(struct small_site *s)
{
    char *page = str_z(s->arena, str_of(site_page(s, "quality.html")));
    char *to = page;

    for (const char *from = page; *from; from++) {
        if (memcmp(from, "\xC2\xA0", 2) == 0) {
            *to++ = ' ';
            from++;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return page;
}

/* The site of four schools with these rows. */
static struct small_site *open_with(const char *rows)
{
    char values[2048];

    school_files();
    snprintf(values, sizeof values,
             "indicator;school;period;value;numerator;n;status;flag;note\n%s",
             rows);
    write_file("site/data/rost/values.csv", values);
    return site_open();
}

static void test_missing(void **state)
{
    struct small_site *s = open_with(
        "late;zar-1;2024;9;;;;;\nlate;zar-1;2025;8;;;;;\n"
        "late;zar-2;2025;7;;;;;\nlate;zar-4;2024;;;;z;;\n"
        "late;zar-4;2025;;;;x;;Журнал утрачен\n");
    const char *page = quality_page(s);

    (void)state;
    assert_order(page, ORDER(
        "Чего не хватает", "Должно быть 5 чисел. Нет 2 чисел.",
        "indicators/late.html\">Опоздания</a>",
        "2024 год: нет данных от 1 школы (Вторая школа).",
        "2025 год: нет данных от 1 школы (Четвёртая школа).",
        "Сколько чисел не хватает у школ:",
        "zar-2.html\">Вторая школа</a>: нет 1 числа",
        "zar-4.html\">Четвёртая школа</a>: нет 1 числа",
        "Где прошёл обещанный срок"));
    assert_lacks(page, "Первая</a>: нет");
    assert_lacks(page, "Третья школа</a>: нет");
    assert_message(s->diag, MSG_COUNT);
    site_close(s);
}

/* Of many schools the first are named; of a given whole its own reason. */
static void test_many(void **state)
{
    struct buf schools = {0};
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    buf_addz(&schools, "id;name;municipality\n");
    for (int i = 1; i <= 12; i++)
        buf_addf(&schools, "zar-%d;Школа № %d;zar\n", i, i);
    write_file("site/data/schools.csv", schools.p);
    buf_clear(&schools);
    buf_addz(&schools, "indicator;school;period;value;status;note\n"
                       "late;;2024;9;;\n"
                       "late;;2025;;x;Отчёт ещё готовят\n");
    for (int i = 1; i <= 12; i++)
        buf_addf(&schools, "late;zar-%d;2024;5;;\nlate;zar-%d;2025;;x;\n",
                 i, i);
    write_file("site/data/rost/values.csv", schools.p);
    write_file("site/content/questions.md", "---\ntitle: Вопросы\n---\n");
    write_file("site/data/rost/plan.csv", "id;title\nm1;Дело\n");
    s = site_open();
    page = quality_page(s);
    assert_holds(page, "2025 год: нет данных от 12 школ. Первые "
                       "по алфавиту: Школа № 1, ");
    assert_holds(page, "Школа № 10.");
    assert_lacks(page, "Школа № 11, ");
    assert_holds(page, "Отчёт ещё готовят");
    buf_free(&schools);
    site_close(s);
}

static void test_late(void **state)
{
    static const struct {
        const char *when, *sentence;
    } cases[] = {
        { "2026-01", "</a>: данные обещали в январе" },
        { "2026-06", "Обещанные сроки публикации не прошли." },
        { "летом", "Когда выйдут новые данные, программа не говорит." },
        { "", "Когда выйдут новые данные, программа не говорит." },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct small_site *s;
        char table[256];

        school_files();
        snprintf(table, sizeof table,
                 "id;title;unit;class;next_release\n"
                 "late;Опоздания;%%;open;%s\n", cases[i].when);
        write_file("site/data/rost/indicators.csv", table);
        write_file("site/data/rost/targets.csv",
                   "indicator;period;target\nlate;2025;5\n");
        write_file("site/data/rost/values.csv",
                   "indicator;school;period;value\nlate;zar-1;2025;8\n");
        write_file("site/data/rost/plan.csv", "id;title\nm1;Дело\n");
        s = site_open();
        assert_holds(quality_page(s), cases[i].sentence);
        site_close(s);
    }
}

/* How many, by which rule; never a value. */
static void test_hidden(void **state)
{
    struct small_site *s = open_with(
        SHARE_MARKED "ovz;zar-1;2025;12,5;8;64;;;\n");
    const char *page = quality_page(s);

    (void)state;
    assert_order(page, ORDER(
        "Что скрыто",
        "сведения об отдельных детях, скрыто чисел: 2.",
        "без процента: 1.", "На проверке: 1.",
        "methodology.html#protection\">",
        "По школам не публикуются показатели:",
        "indicators/ovz.html\">Дети с ОВЗ</a>", "Что уточнили"));
    assert_lacks(page, "2,1");
    assert_lacks(page, "Двое");
    assert_lacks(page, "12,5");
    site_close(s);
}

/* Only of what is shown; the note beside it; of hidden ones not even that
 * there was a mark. */
static void test_marks(void **state)
{
    struct small_site *s = open_with(
        "late;zar-1;2024;9;;;;p;\nlate;zar-1;2025;8;;;;r;Пересчитано\n"
        "late;zar-2;2025;7;;;;e;\nfg;zar-3;2025;;2;97;;r;Двое\n");
    const char *page = quality_page(s);

    (void)state;
    assert_order(page, ORDER(
        "Что уточнили", "<caption>", "Опоздания</a></th><td>",
        "Первая</a></td><td>2024", "предварительное число</td>",
        "Вторая школа</a></td><td>2025", "оценка, а не точный счёт</td>",
        "Первая</a></td><td>2025", "число уточнили. Пересчитано</td>"));
    assert_lacks(page, "Двое");
    site_close(s);

    s = open_with("late;zar-1;2024;9;;;;;\nfg;zar-3;2025;;2;97;;r;\n");
    assert_holds(quality_page(s),
                 "Уточнённых, предварительных и оценочных чисел нет.");
    site_close(s);
}

static void test_findings(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/content/programs/rost/itogi.md",
               "---\ntitle: Итоги\n---\n\nСтало 40 %.\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n\n"
               "fg;zar-1;2025;68,5;441;669\nfg;zar-3;2025;50;3;39\n"
               "late;zar-2;2024;7;;50\n");
    write_file("site/data/rost/finance.csv",
               "year;source;planned;unit\n2025;район;100;тыс. руб.\n"
               "2025;;120;тыс. руб.\n");
    write_file("site/data/explanations.csv",
               "finding;words\nfit:rost/fg/zar-1@2025;\"Считали от \"\"644\"\""
               "\"\n");
    s = site_open();
    page = quality_page(s);
    assert_order(page, ORDER(
        "Что не сходится", "indicators/fg.html\">Грамотность</a>, "
        "<a href=\"schools/zar-1.html\">Первая</a>, 2025",
        "Указано 441 из", "Пояснение: Считали от «644»",
        "indicators/late.html\">Опоздания</a>",
        "не выходит ни из какого целого", "Пояснения пока нет.",
        "Деньги программы</a>, 2025", "По источникам запланировано вместе",
        "rost/itogi.html\">Итоги</a>", "вписано в текст от руки",
        "methodology.html#checks"));
    assert_lacks(page, "zar-3.html\">Третья школа</a>, 2025");
    assert_message(s->diag, MSG_AUDIT_FIT);
    site_close(s);
}

/* Nothing at all to say: each part says so. */
static void test_nothing(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\ndemo: yes\n---\n");
    write_file("site/content/quality.md",
               "---\ntitle: Качество\n---\n\nОтдел проверяет сам.\n");
    s = site_open();
    page = quality_page(s);
    assert_order(page, ORDER(
        "<h1>Качество данных</h1>", "Отдел проверяет сам.",
        "Школа роста</a>",
        "Чисел, срок которых наступил, у программы нет.",
        "Когда выйдут новые данные", "Скрытых чисел нет.",
        "Уточнённых, предварительных и оценочных чисел нет.",
        "Показанные числа между собой сходятся."));
    assert_lacks(page, "<table>");
    assert_lacks(page, "class=\"toc\"");
    assert_holds(site_page(s, "methodology.html"), "quality.html\">");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_late),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_nothing),
    };

    return RUN_SITE(tests);
}
