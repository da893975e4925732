/*
 * blank: every head is understood by the reader as its own column, every
 * column is explained, the words that explanations offer are accepted, the
 * tables are read without a row and without a message.
 */
#include "fixture.h"

#include "input/table.h"
#include "model/blank.h"
#include "model/names.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct schema *const schemas[] = {
    &schema_schools, &schema_organisations, &schema_glossary,
    &schema_synonyms, &schema_explanations, &schema_former,
    &schema_frozen, &schema_participants,
    &schema_indicators, &schema_targets, &schema_values, &schema_breaks,
    &schema_thresholds, &schema_plan, &schema_progress, &schema_finance,
    &schema_risks, &schema_documents, &schema_monitoring, &schema_findings,
    &schema_overrides, &schema_clusters,
};

static size_t index_of(const struct schema *schema)
{
    for (size_t i = 0; i < blank_count(); i++)
        if (str_is(blank_at(i).name, schema->name))
            return i;
    fail_msg("no blank table %s", schema->name);
    return 0;
}

static enum table_name resolves(void *payload, struct str cell)
{
    return schema_find(payload, cell) ? TABLE_COLUMN : TABLE_NO_NAME;
}

static int row_of(void *payload, const struct row *row)
{
    (void)row;
    ++*(size_t *)payload;
    return 0;
}

static void test_heads(void **state)
{
    (void)state;
    assert_int_equal(blank_count(), COUNT(schemas) + 1);    /* passport */
    for (size_t t = 0; t < COUNT(schemas); t++) {
        struct schema schema = *schemas[t];
        struct buf bytes = {0};
        struct diag *diag = diag_new();
        size_t rows = 0;
        blank_table(&bytes, index_of(schemas[t]));
        assert_true(str_starts(buf_str(&bytes), S("\xEF\xBB\xBF")));
        struct table *table = table_open(S("t.csv"), buf_str(&bytes),
                                         resolves, &schema, diag);
        assert_non_null(table);
        assert_int_equal(table_delimiter(table), ';');
        const struct row *header = table_header(table);
        assert_int_equal(header->number, 1);
        assert_int_equal(header->n, schema.n);
        for (size_t s = 0; s < schema.n; s++)
            if (schema_find(&schema, header->cells[s].text) !=
                &schema.slots[s])
                fail_msg("%s: «%.*s» is not %s", schema.name,
                         STR_FMT(header->cells[s].text),
                         schema.slots[s].name);
        assert_true(table_each(table, row_of, &rows));
        assert_int_equal(rows, 0);
        assert_int_equal(diag_worst(diag), LEVEL_NOTE);
        table_free(table);
        diag_free(diag);
        buf_free(&bytes);
    }
}

/* A new column in names.c wants a line in blank_hints.c. */
static void test_hints(void **state)
{
    (void)state;
    for (size_t i = 0; i < blank_count(); i++)
        if (!blank_hint(blank_at(i).name, NULL))
            fail_msg("%.*s is not explained", STR_FMT(blank_at(i).name));
    for (size_t t = 0; t < COUNT(schemas); t++)
        for (size_t s = 0; s < schemas[t]->n; s++)
            if (!blank_hint(str_of(schemas[t]->name),
                            schemas[t]->slots[s].name))
                fail_msg("%s: column %s is not explained", schemas[t]->name,
                         schemas[t]->slots[s].name);
    assert_null(blank_hint(S("values.csv"), "nosuch"));
    assert_null(blank_hint(S("nosuch.csv"), "id"));
    assert_null(blank_hint(S("clusters.csv"), "id"));
}

/* What the explanations of values.csv offer, the reader takes. */
static void test_words(void **state)
{
    static const char *const offered[] = {"скрыто", "не относится",
                                          "нет данных", "проверяется"};
    static const char *const flags[] = {"предварительно", "уточнено",
                                        "оценка"};
    int value;
    (void)state;
    for (size_t i = 0; i < COUNT(offered); i++) {
        assert_true(schema_word(words_cell_status, str_of(offered[i]),
                                &value));
        assert_non_null(strstr(blank_hint(S("values.csv"), "status"),
                               offered[i]));
    }
    for (size_t i = 0; i < COUNT(flags); i++) {
        assert_true(schema_word(words_cell_flag, str_of(flags[i]), &value));
        assert_non_null(strstr(blank_hint(S("values.csv"), "flag"),
                               flags[i]));
    }
}

/* A site of nothing but blank tables has no warning. */
static void test_site(void **state)
{
    struct file files[32] = {{NULL, NULL}};
    char paths[32][64];
    struct buf bytes[32] = {{0}};
    (void)state;
    assert_true(blank_count() < COUNT(files));
    for (size_t i = 0; i < blank_count(); i++) {
        snprintf(paths[i], sizeof paths[i], "data/%s%.*s",
                 blank_at(i).shared ? "" : "p/", STR_FMT(blank_at(i).name));
        blank_table(&bytes[i], i);
        files[i] = (struct file){paths[i], bytes[i].p};
    }
    struct fixture f = fixture_open(files, RELEASED);
    assert_int_equal(diag_worst(f.diag), LEVEL_NOTE);
    assert_int_equal(f.site->schools.n, 0);
    assert_int_equal(f.site->programmes.at[0].text.extra_n, 0);
    fixture_close(&f);
    for (size_t i = 0; i < COUNT(bytes); i++)
        buf_free(&bytes[i]);
}

static void test_lines(void **state)
{
    struct buf out = {0};
    const struct str row[] = {S("a;b"), S(""), S("c")};
    (void)state;
    blank_begin(&out);
    blank_row(&out, row, 3);
    blank_note(&out, S("one; two"));
    assert_string_equal(out.p, "\xEF\xBB\xBF"
                               "\"a;b\";;c\r\n\"* one; two\"\r\n");
    assert_str(blank_value_head("indicator", LANG_RU), "показатель");
    assert_str(blank_value_head("indicator", LANG_EN), "indicator");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_hints),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_site),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, fixture_start, fixture_end);
}
