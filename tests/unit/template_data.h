/*
 * template_data: templates, words, views and data for them, made from case
 * files; their form is told at the top of test_template.c.
 *
 * For test_template.c, which includes it behind cmocka.h.
 */
#ifndef VITRINA_TESTS_TEMPLATE_DATA_H
#define VITRINA_TESTS_TEMPLATE_DATA_H

#include "base/mem.h"
#include "base/str.h"
#include "render/template.h"

#include <stdio.h>
#include <string.h>

#ifndef TEST_DIR
#define TEST_DIR "tests"
#endif

/* --- sources in memory --- */

#define PARTS_MAX 16

struct part {
    struct str name, text;
};

struct sources {
    struct part template[PARTS_MAX], word[PARTS_MAX];
    size_t templates;
    struct template_source source;
};

static bool load(void *payload, struct str name, struct str *text,
                 struct str *file)
{
    const struct sources *sources = payload;

    for (size_t i = 0; i < sources->templates; i++) {
        if (str_eq(sources->template[i].name, name)) {
            *text = sources->template[i].text;
            *file = sources->template[i].name;
            return true;
        }
    }
    return false;
}

static bool word(void *payload, struct str key, struct str *text)
{
    const struct sources *sources = payload;

    for (size_t i = 0; i < sources->source.word_count; i++) {
        if (str_eq(sources->word[i].name, key)) {
            *text = sources->word[i].text;
            return true;
        }
    }
    return false;
}

static struct str word_name(const void *payload, size_t i)
{
    const struct sources *sources = payload;

    return sources->word[i].name;
}

static void init_sources(struct sources *sources)
{
    *sources = (struct sources){ .source = {
        .payload = sources, .load = load, .word = word,
        .word_name = word_name } };
}

static void add_template(struct sources *sources, struct str name,
                         struct str text)
{
    assert_true(sources->templates < PARTS_MAX);
    sources->template[sources->templates++] = (struct part){ name, text };
}

/* --- data --- */

struct value {
    enum field_type type;
    const struct view *item;
    union {
        struct str text;
        bool flag;
        struct list list;
        const void *view;
    } as;
};

struct reader {
    struct arena *arena;
    struct str rest;
};

static void skip_blanks(struct reader *r)
{
    while (r->rest.n > 0 && strchr(" \t\n", r->rest.p[0]))
        r->rest = str_skip(r->rest, 1);
}

static bool take(struct reader *r, const char *what)
{
    skip_blanks(r);
    if (!str_starts(r->rest, str_of(what)))
        return false;
    r->rest = str_skip(r->rest, strlen(what));
    return true;
}

static struct str take_quoted(struct reader *r)
{
    struct buf text = {0};
    struct str copy;

    assert_true(take(r, "\""));
    for (; r->rest.n > 0 && r->rest.p[0] != '"';
         r->rest = str_skip(r->rest, 1)) {
        char c = r->rest.p[0];

        if (c == '\\') {
            r->rest = str_skip(r->rest, 1);
            c = r->rest.p[0] == 'n' ? '\n' : r->rest.p[0];
        }
        buf_char(&text, c);
    }
    r->rest = str_skip(r->rest, 1);
    copy = buf_take(&text, r->arena);
    buf_free(&text);
    return copy;
}

static struct value read_value(struct reader *r);

static bool same_view(const struct view *a, const struct view *b)
{
    if (a == b)
        return true;
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++) {
        if (strcmp(a->fields[i].name, b->fields[i].name) != 0 ||
            a->fields[i].type != b->fields[i].type)
            return false;
    }
    return true;
}

/* Each field takes the room of the union. */
static const void *read_fields(struct reader *r, const char *end,
                               const struct view **view)
{
    ARR(struct field) fields = {0};
    ARR(struct value) values = {0};
    struct view *made = ARENA_NEW(r->arena, struct view);
    const size_t room = sizeof values.at->as;
    char *data;

    while (end ? !take(r, end) : r->rest.n > 0) {
        size_t n = 0;

        skip_blanks(r);
        while (n < r->rest.n && !strchr(" =\n", r->rest.p[n]))
            n++;
        *ARR_PUSH(r->arena, &fields) = (struct field){
            .name = str_z(r->arena, str_sub(r->rest, 0, n)) };
        r->rest = str_skip(r->rest, n);
        assert_true(take(r, "="));
        *ARR_PUSH(r->arena, &values) = read_value(r);
        skip_blanks(r);
    }
    data = arena_alloc(r->arena, room * (values.n + 1));
    for (size_t i = 0; i < values.n; i++) {
        fields.at[i].type = values.at[i].type;
        fields.at[i].item = values.at[i].item;
        fields.at[i].offset = i * room;
        memcpy(data + i * room, &values.at[i].as, room);
    }
    *made = (struct view){ "data", room * values.n, fields.at, fields.n,
                           NULL };
    *view = made;
    return data;
}

static struct value read_list(struct reader *r, bool none)
{
    ARR(struct value) items = {0};
    struct value list = { .type = FIELD_LIST };
    struct view *made = ARENA_NEW(r->arena, struct view);
    struct field *dot = ARENA_NEW(r->arena, struct field);
    size_t size = sizeof items.at->as;
    char *data;

    while (!take(r, "]"))
        *ARR_PUSH(r->arena, &items) = read_value(r);
    list.item = made;
    if (items.n > 0 && items.at[0].type == FIELD_VIEW) {
        list.item = items.at[0].item;
        size = list.item->size;
    } else if (items.n > 0) {
        *dot = (struct field){ ".", items.at[0].type, 0, items.at[0].item };
        *made = (struct view){ "item", size, dot, 1, NULL };
    }
    data = arena_alloc(r->arena, size * items.n + 1);
    for (size_t i = 0; i < items.n; i++) {
        const struct value *item = &items.at[i];

        assert_int_equal(item->type, items.at[0].type);
        if (item->type == FIELD_VIEW) {
            assert_true(same_view(item->item, list.item));
            memcpy(data + i * size, item->as.view, size);
        } else {
            memcpy(data + i * size, &item->as, size);
        }
    }
    list.as.list = (struct list){ data, none ? 0 : items.n };
    return list;
}

static struct value read_value(struct reader *r)
{
    struct value value = { .type = FIELD_TEXT };
    bool none = take(r, "none");

    if (take(r, "[")) {
        return read_list(r, none);
    } else if (take(r, "{")) {
        const void *data = read_fields(r, "}", &value.item);

        value.type = FIELD_VIEW;
        value.as.view = none ? NULL : data;
    } else if (take(r, "yes") || take(r, "no")) {
        value.type = FIELD_BOOL;
        value.as.flag = r->rest.p[-1] == 's';
    } else {
        if (take(r, "html"))
            value.type = FIELD_HTML;
        else if (take(r, "url"))
            value.type = FIELD_URL;
        value.as.text = take_quoted(r);
    }
    return value;
}

/* --- case files --- */

struct test_case {
    struct str title;
    struct sources sources;
    struct str data, out, errors;
    bool has_out;
};

static struct str read_file(struct arena *arena, const char *name)
{
    char path[256], chunk[4096];
    struct buf text = {0};
    struct str copy;
    FILE *in;
    size_t n;

    snprintf(path, sizeof path, "%s/mustache/%s.txt", TEST_DIR, name);
    in = fopen(path, "rb");
    if (!in)
        fail_msg("cannot open %s", path);
    while ((n = fread(chunk, 1, sizeof chunk, in)) > 0)
        buf_add(&text, (struct str){ chunk, n });
    fclose(in);
    copy = buf_take(&text, arena);
    buf_free(&text);
    return copy;
}

/* The text of a part up to the next head; see the top of this file. */
static struct str read_part(struct arena *arena, struct str *rest, bool chop)
{
    struct buf text = {0};
    struct str copy, cr = S("␍");

    while (rest->p && !str_starts(*rest, S("=== ")) &&
           !str_starts(*rest, S("--- "))) {
        struct str line = str_cut(rest, '\n');
        ptrdiff_t at = str_find(line, cr);

        if (!rest->p && line.n == 0)
            break;
        if (str_is(line, "\\"))
            continue;
        while (at >= 0) {
            buf_add(&text, str_sub(line, 0, (size_t)at));
            buf_char(&text, '\r');
            line = str_skip(line, (size_t)at + cr.n);
            at = str_find(line, cr);
        }
        buf_add(&text, line);
        buf_char(&text, '\n');
    }
    copy = buf_take(&text, arena);
    buf_free(&text);
    if (chop && copy.n > 0)
        copy.n--;
    return copy;
}

static void add_words(struct sources *sources, struct str text)
{
    while (text.p && text.n > 0) {
        struct str line = str_cut(&text, '\n');
        struct str key = str_cut(&line, '=');

        if (key.n > 0)
            sources->word[sources->source.word_count++] = (struct part){
                str_trim(key), str_trim(line) };
    }
}

static void read_case(struct arena *arena, struct str *rest,
                      struct test_case *test)
{
    struct str head = str_cut(rest, '\n');

    *test = (struct test_case){ .title = str_skip(head, 4) };
    init_sources(&test->sources);
    while (rest->p && str_starts(*rest, S("--- "))) {
        struct str kind = str_skip(str_cut(rest, '\n'), 4), text;
        bool chop = str_ends(kind, S("|"));

        if (chop)
            kind.n--;
        kind = str_trim(kind);
        text = read_part(arena, rest, chop);
        if (str_is(kind, "data")) {
            test->data = text;
        } else if (str_is(kind, "words")) {
            add_words(&test->sources, text);
        } else if (str_is(kind, "template")) {
            add_template(&test->sources, S("page"), text);
        } else if (str_starts(kind, S("partial "))) {
            add_template(&test->sources, str_skip(kind, 8), text);
        } else if (str_is(kind, "out")) {
            test->out = text;
            test->has_out = true;
        } else if (str_is(kind, "errors")) {
            test->errors = text;
        } else {
            fail_msg("unknown part: %.*s", STR_FMT(kind));
        }
    }
}

#endif
