/*
 * Tests of render/block_threshold: each year's own thresholds below the
 * chart, in the table, on the chart and for readers of the screen.
 */
#include "small_site.h"

static int set_up(void **state)
{
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Рост\nmunicipality: zar\n---\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;direction;aggregate;decimals\n"
               "rus;ЕГЭ;балл;open;up;given;0\nmat;Без порога;балл;open;up;"
               "given;0\nbio;Один порог;балл;open;up;given;0\n");
    write_file("site/data/rost/values.csv",
               "indicator;period;value\nrus;2023;60\nrus;2024;61\n"
               "rus;2025;62\nmat;2023;50\nmat;2024;51\nmat;2025;52\n"
               "bio;2023;40\nbio;2024;41\nbio;2025;42\n");
    write_file("site/data/rost/thresholds.csv",
               "indicator;period;purpose;value\n"
               "rus;2024;для аттестата;24\nrus;2025;для вуза;40\n"
               "rus;2025;для аттестата;25\nrus;2019;для вуза;99\n"
               "bio;2023;;36\n");
    *state = site_open();
    return 0;
}

static const char *page_of(void **state, const char *id)
{
    char path[64];

    snprintf(path, sizeof path, "programs/rost/indicators/%s.html", id);
    return site_page(*state, path);
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;

    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

/* 2024: one line, 2025: two, 2023: none; 2019 is no year of this exam. */
static void test_two_purposes(void **state)
{
    const char *page = page_of(state, "rus");

    assert_order(page, ORDER(
        "<desc", "Порог: для аттестата.", "24", "2024", "25", "2025",
        "Порог: для вуза.", "40", "2025", "</desc>",
        "порог\u00a025", "порог\u00a040"));
    assert_int_equal(count(page, "class=\"l-norm\""), 3);
    assert_holds(page, "Порог 2025\u00a0года: для вуза\u00a0— 40; "
                       "для аттестата\u00a0— 25.");
    assert_order(page, ORDER(
        "<th scope=\"col\" class=\"detail\">Порог</th>",
        "<th scope=\"row\">2023</th>",
        "<td class=\"detail\">нет</td>", "<th scope=\"row\">2024</th>",
        "<td class=\"detail\">24 (для аттестата)</td>",
        "<th scope=\"row\">2025</th>",
        "<td class=\"detail\">40 (для вуза); 25 (для аттестата)</td>"));
    assert_lacks(page, "99");
}

/* The words are of the year that has a threshold, and name it. */
static void test_no_purpose(void **state)
{
    const char *page = page_of(state, "bio");

    assert_holds(page, "Порог 2023\u00a0года: 36.");
    assert_holds(page, " Порог: 36");
    assert_int_equal(count(page, "class=\"l-norm\""), 1);
}

static void test_none(void **state)
{
    const char *page = page_of(state, "mat");

    assert_lacks(page, "Порог");
    assert_lacks(page, "l-norm");
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(name, set_up, site_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_two_purposes), TEST(test_no_purpose), TEST(test_none),
    };

    return RUN_SITE(tests);
}
