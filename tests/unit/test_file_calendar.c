/*
 * Tests of render/file_calendar: which days of a plan become events, whose
 * they are, lines that are folded. tests/kits.sh reads all calendars by the
 * letter of the format.
 */
#include "school_site.h"

#define HEAD "id;title;when;schools;audience;status\n"

/* The plan.ics of the site with these rows; the programme is 2023 to 2026. */
static struct small_site *plan_of(const char *rows)
{
    char table[2000];

    school_files();
    snprintf(table, sizeof table, HEAD "%s", rows);
    write_file("site/data/rost/plan.csv", table);
    return site_open();
}

/* «20250501-20250601 …» of all events. */
static void spans_of(const char *calendar, struct buf *out)
{
    while ((calendar = strstr(calendar, "DTSTART;VALUE=DATE:"))) {
        const char *end = strstr(calendar, "DTEND;VALUE=DATE:");

        buf_addf(out, "%s%.8s-%.8s", out->n > 0 ? " " : "",
                 strchr(calendar, ':') + 1, strchr(end, ':') + 1);
        calendar = end;
    }
}

static void test_when(void **state)
{
    static const struct {
        const char *when, *spans;
    } rows[] = {
        { "Май 2025", "20250501-20250601" },
        { "5 июня 2025", "20250605-20250606" },
        { "Декабрь 2025", "20251201-20260101" },
        { "Ноябрь - декабрь 2025", "20251101-20260101" },
        /* too long to be a bar: the last day */
        { "Январь 2023 - декабрь 2025", "20251231-20260101" },
        { "Ежегодно, май",
          "20230501-20230601 20240501-20240601 20250501-20250601 "
          "20260501-20260601" },
        { "Май 2025, далее ежегодно",
          "20250501-20250601 20260501-20260601" },
        { "Ежегодно, май, декабрь",
          "20230501-20230601 20240501-20240601 20250501-20250601 "
          "20260501-20260601 20231201-20240101 20241201-20250101 "
          "20251201-20260101 20261201-20270101" },
        /* over the end of the year; the programme begins in the midst */
        { "Ежегодно, декабрь - январь",
          "20230101-20230201 20231201-20240201 20241201-20250201 "
          "20251201-20260201 20261201-20270101" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf row = {0}, spans = {0};
        struct small_site *s;

        buf_addf(&row, "m;Дело;\"%s\";;;\n", rows[i].when);
        s = plan_of(row.p);
        spans_of(site_page(s, "programs/rost/plan.ics"), &spans);
        if (!spans.p || strcmp(spans.p, rows[i].spans) != 0)
            fail_msg("%s: %s", rows[i].when, spans.p ? spans.p : "nothing");
        site_close(s);
        buf_free(&row);
        buf_free(&spans);
    }
}

static void test_no_dates(void **state)
{
    static const char *const words[] = { "Ежегодно", "Постоянно",
                                         "По итогам проверки", "Когда-то" };

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char row[100];
        struct small_site *s;

        snprintf(row, sizeof row, "m;Дело;%s;;;\n", words[i]);
        s = plan_of(row);
        if (plan_find(s->plan, S("programs/rost/plan.ics")) != SIZE_MAX)
            fail_msg("%s", words[i]);
        assert_lacks(site_page(s, "programs/rost/plan.html"), "plan.ics");
        site_close(s);
    }
}

static void test_event(void **state)
{
    struct small_site *s = plan_of(
        "m1;\"Сбор, игра; песни\";Май 2025;;;done\n"
        "m2;Ярмарка;Май 2026;;;cancelled\n"
        "m3;Поход;Май 2026;;;postponed\n");
    const char *page = site_page(s, "programs/rost/plan.ics");

    (void)state;
    assert_order(page, ORDER("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
                             "UID:rost.m1@vitrina.invalid\r\n",
                             "DTSTAMP:20260301T000000Z\r\n",
                             "SUMMARY:Сбор\\, игра\\; песни\r\n",
                             "STATUS:CONFIRMED", "rost.m2@",
                             "STATUS:CANCELLED", "rost.m3@",
                             "STATUS:TENTATIVE", "END:VCALENDAR\r\n"));
    assert_lacks(page, "URL:");
    site_close(s);
}

/* Known of one year says nothing of the next. */
static void test_yearly_status(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/rost/plan.csv",
               HEAD "m;Дело;\"Ежегодно, май\";;;\n");
    write_file("site/data/rost/progress.csv",
               "measure;period;status\nm;2024;done\n");
    s = site_open();
    page = site_page(s, "programs/rost/plan.ics");
    assert_order(page, ORDER("UID:rost.m.2023-05@", "Когда",
                             "UID:rost.m.2024-05@", "Выполнение",
                             "UID:rost.m.2025-05@"));
    page = strstr(page, "2025-05@");
    assert_lacks(page, "Выполнение");
    site_close(s);
}

static void test_address(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/content/site.yml",
               SITE_CONFIG "base_url: https://obr.example.ru/v/\n");
    s = site_open();
    assert_order(site_page(s, "programs/rost/plan.ics"),
                 ORDER("@obr.example.ru\r\n",
                       "URL:https://obr.example.ru/v/programs/rost/plan.html#"));
    site_close(s);
}

/* No line is longer than 75 octets and no character is cut. */
static void test_folding(void **state)
{
    struct small_site *s;
    const char *line;

    (void)state;
    s = plan_of("m;aОченьдлинноеназваниемероприятиябезединогопробелакотороене"
                "помещаетсянаоднустрокуинанадвестрокитоженеуместится;"
                "Май 2025;;;\n");
    line = site_page(s, "programs/rost/plan.ics");
    assert_holds(line, "\r\n ");
    while (*line) {
        const char *end = strstr(line, "\r\n");
        struct str text;

        assert_non_null(end);
        text = (struct str){ line, (size_t)(end - line) };
        assert_true(text.n <= 75);
        assert_int_equal(utf8_valid(text), text.n);
        line = end + 2;
    }
    site_close(s);
}

/* A school's calendar has what names it and what is for all families. */
static void test_school(void **state)
{
    struct small_site *s = plan_of(
        "m1;Своё дело;Май 2026;zar-1;;\nm2;Чужое дело;Май 2026;zar-2;;\n"
        "m3;Для родителей;Май 2026;;teachers|parents;\n"
        "m4;Для учителей;Май 2026;;teachers;\n");
    const char *page = site_page(s, "schools/zar-1.ics");

    (void)state;
    assert_order(page, ORDER("Первая: мероприятия", "Своё дело",
                             "Для родителей"));
    assert_lacks(page, "Чужое");
    assert_lacks(page, "Для учителей");
    assert_holds(site_page(s, "schools/zar-1.html"), "href=\"zar-1.ics\"");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_when),
        cmocka_unit_test(test_no_dates),
        cmocka_unit_test(test_event),
        cmocka_unit_test(test_yearly_status),
        cmocka_unit_test(test_address),
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_school),
    };

    return RUN_SITE(tests);
}
