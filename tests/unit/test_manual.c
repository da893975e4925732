/*
 * manual: every table is there, every key is explained unless it does nothing
 * yet, names and words stand in the order that editors look for them.
 */
#include "fixture.h"

#include "model/blank.h"
#include "model/manual.h"
#include "model/names.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct schema *const maps[] = {
    &schema_site, &schema_municipality, &schema_contact, &schema_disclosure,
    &schema_publish, &schema_resilience, &schema_front_titled, &schema_help,
    &schema_programme, &schema_task, &schema_section, &schema_practice,
    &schema_step, &schema_effect, &schema_experts, &schema_adoption,
    &schema_news,
};

static void test_tables(void **state)
{
    struct buf out = {0};
    (void)state;
    manual_columns(&out);
    for (size_t i = 0; i < blank_count(); i++) {
        char heading[80];
        snprintf(heading, sizeof heading, "## Таблица %s%.*s",
                 blank_at(i).shared ? "data/" : "",
                 STR_FMT(blank_at(i).name));
        if (!strstr(out.p, heading))
            fail_msg("no %s", heading);
    }
    assert_null(strstr(out.p, "..\n"));
    buf_free(&out);
}

static void test_lines(void **state)
{
    static const char *const lines[] = {
        "\n- **местность**, расположение (`location`) — где стоит школа. Одно "
        "из слов: **город**, городская (`city`); **село**, сельская "
        "(`village`).\n",
        /* marks and letters that look Latin are no words to offer */
        "**не относится**, не применимо, неприменимо (`z`)",
        "; **уточнено**, уточн. (`r`); **оценка** (`e`).\n",
        "\n- **школы** (`schools`) — кто отчитывается, если не все участники. "
        "Несколько — через знак |.\n",
        "\n- **предметы** (`subjects`) — предметы. Можно списком.\n",
        "\n- **черновик** (`draft`) — да — не показывать на сайте. Да или "
        "нет.\n",
        "\n  - **код** (`id`), обязательно — короткое имя латиницей; его ",
        /* a text that is called like a map elsewhere */
        "\n- **контакт** (`contact`) — кому писать.\n- ",
    };
    struct buf out = {0};
    (void)state;
    manual_columns(&out);
    for (size_t i = 0; i < COUNT(lines); i++)
        if (!strstr(out.p, lines[i]))
            fail_msg("no line %s", lines[i]);
    buf_free(&out);
}

/* A new key wants a line in blank_hints.c as soon as it does something. */
static void test_keys(void **state)
{
    struct buf yml = {0};
    size_t later = 0;
    (void)state;
    buf_addz(&yml, "title: Т\nas_of: 2025-01-01\n");
    for (size_t m = 0; m < COUNT(maps); m++)
        for (size_t s = 0; s < maps[m]->n; s++) {
            const char *key = maps[m]->slots[s].name;
            if (blank_hint(str_of(maps[m]->name), key))
                continue;
            if (maps[m] == &schema_site) {
                buf_addf(&yml, "%s: x\n", key);
                later++;
            } else if (maps[m] != &schema_publish ||
                       strcmp(key, "remote") != 0) {
                fail_msg("%s: key %s is not explained", maps[m]->name, key);
            }
        }
    struct fixture f = fixture_open(
        (const struct file[]){{"content/site.yml", yml.p}, {NULL, NULL}},
        READ);
    assert_messages(&f, MSG_CONFIG_LATER, later);
    fixture_close(&f);
    buf_free(&yml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, fixture_start, fixture_end);
}
