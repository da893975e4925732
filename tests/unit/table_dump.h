/*
 * table_dump: a table as one text, its cells with their places; what was
 * reported of it. For test_table*.c, once in each.
 */
#ifndef VITRINA_TESTS_TABLE_DUMP_H
#define VITRINA_TESTS_TABLE_DUMP_H

#include "said.h"

#include "base/mem.h"
#include "input/table.h"

static struct diag *diag;

static inline int set_up(void **state)
{
    (void)state;
    diag = diag_new();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    diag_free(diag);
    return 0;
}

static inline void forget(void)
{
    diag_free(diag);
    diag = diag_new();
}

static inline void assert_complaint(const char *place, enum msg id)
{
    char at[64];

    snprintf(at, sizeof at, "t.csv%s", place);
    assert_first(diag, at, id);
}

/* --- the columns of the tests --- */

static inline enum table_name resolves(void *payload, struct str cell)
{
    static const char *const names[] = {
        "школа", "период", "значение", "примечание", "school", "period",
        "value", "ЕГЭ, математика", "ЕГЭ, русский", "край",
    };
    (void)payload;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(cell, names[i]))
            return TABLE_COLUMN;
    return TABLE_NO_NAME;
}

static inline enum table_name resolves_all(void *payload, struct str cell)
{
    (void)payload;
    (void)cell;
    return TABLE_COLUMN;
}

/* --- a table as one text: [cell@line:col|cell@line:col]#row --- */

struct dump {
    struct table *table;
    struct buf out;
    bool places;
};

static inline int dump_row(void *payload, const struct row *row)
{
    struct dump *dump = payload;
    for (size_t i = 0; i < row->n; i++) {
        buf_char(&dump->out, i ? '|' : '[');
        buf_add(&dump->out, table_text(row, i));
        struct pos at = table_pos(dump->table, row, i);
        assert_int_equal(at.line, row->cells[i].line);
        assert_int_equal(at.col, row->cells[i].col);
        assert_int_equal(at.row, row->number);
        assert_int_equal(at.cell, i + 1);
        if (dump->places)
            buf_addf(&dump->out, "@%u:%u", at.line, at.col);
    }
    buf_char(&dump->out, ']');
    if (dump->places)
        buf_addf(&dump->out, "#%u", row->number);
    return 0;
}

/* The whole table; malloc'ed. `*whole` tells whether it was read to its end.
 * The bytes are an exact copy, so that reading past them is noticed. */
static inline char *dump_bytes(struct str bytes, bool places, bool *whole)
{
    char *copy = malloc(bytes.n + (bytes.n == 0));
    if (bytes.n)
        memcpy(copy, bytes.p, bytes.n);
    struct dump dump = { .places = places };
    dump.table = table_open(S("t.csv"), (struct str){ copy, bytes.n },
                            resolves, NULL, diag);
    *whole = false;
    if (dump.table) {
        dump_row(&dump, table_header(dump.table));
        *whole = table_each(dump.table, dump_row, &dump);
    }
    buf_char(&dump.out, ' ');
    table_free(dump.table);
    free(copy);
    dump.out.p[--dump.out.n] = '\0';
    return dump.out.p;
}

static inline void assert_dump(struct str bytes, bool places, const char *want)
{
    bool whole;
    char *got = dump_bytes(bytes, places, &whole);
    if (strcmp(got, want) != 0) {
        char *text = said(diag);
        fail_msg("wanted <%s>, got <%s>, said <%s>", want, got, text);
    }
    assert_true(whole);
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 0);
    free(got);
}

static inline void assert_cells(const char *text, const char *want)
{
    assert_dump(str_of(text), false, want);
}

static inline void assert_places(const char *text, const char *want)
{
    assert_dump(str_of(text), true, want);
}

static inline struct table *open_text(const char *text)
{
    return table_open(S("t.csv"), str_of(text), resolves, NULL, diag);
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
