/*
 * test_template: the cases in tests/mustache (the rules of the Mustache
 * specification and our own, one file a subject) and what cannot be said
 * there: views with a base, recursion, limits, hostile text.
 *
 * A case file: `=== title` begins a case; its parts are `--- data`,
 * `--- words`, `--- template`, `--- partial NAME`, `--- out`, `--- errors`.
 * A part's text ends with a line break unless its head ends with `|`; ␍
 * stands for a CR; a line `\` is left out. Errors are `file:line:col MESSAGE`.
 * Data: `name = value`, where a value is "text", html "…", url "…", yes, no,
 * { fields }, [ values ], and none before the latter two: absent or empty.
 */
#include "base/mem.h"
#include "base/str.h"
#include "render/template.h"

#include "said.h"

#include "template_data.h"

/* --- case files --- */

static bool expected_once[MSG_COUNT];

/* Is `text` the message `pattern` with anything for %1 to %4? */
static bool is_message(const char *text, const char *pattern)
{
    if (*pattern == '\0')
        return *text == '\0';
    if (*pattern == '%') {
        for (;; text++) {
            if (is_message(text, pattern + 2))
                return true;
            if (*text == '\0')
                return false;
        }
    }
    return *text == *pattern && is_message(text + 1, pattern + 1);
}

static enum msg message_named(struct str name)
{
    for (int id = 0; id < MSG_COUNT; id++) {
        if (str_is(name, diag_name((enum msg)id))) {
            expected_once[id] = true;
            return (enum msg)id;
        }
    }
    fail_msg("no message %.*s", STR_FMT(name));
    return MSG_COUNT;
}

/* Takes the line of `at message` out of `what`; false when there is none. */
static bool take_error(char *what, struct str expected)
{
    struct str at = str_cut(&expected, ' ');
    const char *pattern = diag_text(message_named(expected), LANG_EN);
    char head[128];

    snprintf(head, sizeof head, "vitrina: %.*s: error: ", STR_FMT(at));
    for (char *line = what; *line;) {
        char *end = strchr(line, '\n');
        bool same;

        *end = '\0';
        same = strncmp(line, head, strlen(head)) == 0 &&
               is_message(line + strlen(head), pattern);
        *end = '\n';
        if (same) {
            memmove(line, end + 1, strlen(end + 1) + 1);
            return true;
        }
        line = end + 1;
    }
    return false;
}

static size_t check_errors(const struct test_case *test, struct diag *diag)
{
    char *what = said(diag);
    struct str rest = test->errors;
    size_t wrong = 0;

    while (rest.p && rest.n > 0) {
        struct str line = str_cut(&rest, '\n');

        if (line.n > 0 && !take_error(what, line)) {
            print_error("%.*s: not reported: %.*s\n", STR_FMT(test->title),
                        STR_FMT(line));
            wrong++;
        }
    }
    if (what[0] != '\0') {
        print_error("%.*s: unexpected:\n%s", STR_FMT(test->title), what);
        wrong++;
    }
    free(what);
    return wrong;
}

static size_t run_case(struct arena *arena, const struct test_case *test)
{
    struct reader reader = { arena, test->data };
    const struct view *view;
    const void *data = read_fields(&reader, NULL, &view);
    struct diag *diag = diag_new();
    struct buf out = {0};
    size_t wrong;
    const struct template *template =
        template_compile(arena, &test->sources.source, S("page"), view, diag);

    wrong = check_errors(test, diag);
    if (template) {
        template_render(template, data, &out);
        if (!str_eq(buf_str(&out), test->out)) {
            print_error("%.*s: expected\n[%.*s]\ngot\n[%.*s]\n",
                        STR_FMT(test->title), STR_FMT(test->out),
                        STR_FMT(buf_str(&out)));
            wrong++;
        }
    }
    if ((template != NULL) != test->has_out) {
        print_error("%.*s: compiled: %d\n", STR_FMT(test->title),
                    template != NULL);
        wrong++;
    }
    buf_free(&out);
    diag_free(diag);
    return wrong;
}

static void run_file(const char *name, size_t at_least)
{
    struct arena *arena = arena_new();
    struct str rest = read_file(arena, name);
    size_t wrong = 0, cases = 0;

    while (rest.p && !str_starts(rest, S("=== ")))
        str_cut(&rest, '\n');
    while (rest.p && rest.n > 0) {
        struct test_case *test = ARENA_NEW(arena, struct test_case);

        read_case(arena, &rest, test);
        wrong += run_case(arena, test);
        cases++;
    }
    arena_free(arena);
    assert_int_equal(wrong, 0);
    assert_true(cases >= at_least);
}

#define FILE_TEST(name, at_least)            \
    static void test_##name(void **state)    \
    {                                        \
        (void)state;                         \
        run_file(#name, at_least);           \
    }

FILE_TEST(interpolation, 20)
FILE_TEST(sections, 20)
FILE_TEST(inverted, 10)
FILE_TEST(comments, 8)
FILE_TEST(delimiters, 8)
FILE_TEST(partials, 10)
FILE_TEST(inheritance, 20)
FILE_TEST(places, 30)
FILE_TEST(mistakes, 25)

/* Runs behind the files: each mistake occurs in one of them. */
static void test_every_message(void **state)
{
    static const enum msg ids[] = {
        MSG_TEMPLATE_MISSING, MSG_TEMPLATE_OPEN, MSG_TEMPLATE_TAG,
        MSG_TEMPLATE_DELIMITER, MSG_TEMPLATE_CLOSE, MSG_TEMPLATE_CLOSE_EXTRA,
        MSG_TEMPLATE_UNCLOSED, MSG_TEMPLATE_ENDLESS, MSG_TEMPLATE_NAME,
        MSG_TEMPLATE_NAME_FAR, MSG_TEMPLATE_PARTS, MSG_TEMPLATE_WORD,
        MSG_TEMPLATE_WORD_FAR, MSG_TEMPLATE_WORD_SECTION, MSG_TEMPLATE_PRINT,
        MSG_TEMPLATE_ESCAPED, MSG_TEMPLATE_MARKUP, MSG_TEMPLATE_TEXT_PLACE,
        MSG_TEMPLATE_URL_PLACE, MSG_TEMPLATE_HTML_PLACE, MSG_TEMPLATE_GLUED,
        MSG_TEMPLATE_STATE, MSG_TEMPLATE_END, MSG_TEMPLATE_BLOCK,
        MSG_TEMPLATE_BLOCK_FAR, MSG_TEMPLATE_BLOCK_TWICE,
    };

    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (!expected_once[ids[i]])
            fail_msg("no case expects %s", diag_name(ids[i]));
    }
}

/* --- views in C --- */

struct node {
    struct str name;
    struct list kids;
    const struct node *next;
    bool last;
};

static const struct view node_view;

static const struct field node_fields[] = {
    FIELD(node, TEXT, name),
    FIELD_OF(node, LIST, kids, node_view),
    FIELD_OF(node, VIEW, next, node_view),
    FIELD(node, BOOL, last),
};

static const struct view node_view = {
    "node", sizeof(struct node), node_fields, 4, NULL
};

struct tree {
    struct node root;
    struct str title;
    struct list words;
};

static const struct field tree_fields[] = {
    FIELD(tree, TEXT, title),
    FIELD_OF(tree, LIST, words, template_text_view),
};

static const struct view tree_view = {
    "tree", sizeof(struct tree), tree_fields, 2, &node_view
};

/* Compiles `text` as page (and `partial` as node) for the tree. */
static const struct template *compile(struct arena *arena, const char *text,
                                      const char *partial, struct diag *diag)
{
    struct sources *sources = ARENA_NEW(arena, struct sources);

    init_sources(sources);
    add_template(sources, S("page"), str_of(text));
    if (partial)
        add_template(sources, S("node"), str_of(partial));
    return template_compile(arena, &sources->source, S("page"), &tree_view,
                            diag);
}

static const struct node leaves[] = {
    { .name = { "b<", 2 } }, { .name = { "c", 1 }, .last = true },
};

static const struct tree sample = {
    .root = { .name = { "a", 1 }, .kids = { leaves, 2 } },
    .title = { "T", 1 },
};

static void check_tree(const char *text, const char *partial,
                       const char *expected)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct buf out = {0};
    const struct template *template = compile(arena, text, partial, diag);

    if (!template)
        fail_msg("%s", said(diag));
    assert_true(template_render(template, &sample, &out));
    buf_char(&out, '.');
    out.p[--out.n] = '\0';
    assert_string_equal(out.p, expected);
    buf_free(&out);
    diag_free(diag);
    arena_free(arena);
}

static void check_fails(const char *text, const char *partial, enum msg id)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    char *what;

    assert_null(compile(arena, text, partial, diag));
    what = said(diag);
    what[strcspn(what, "\n")] = '\0';
    if (!is_message(strstr(what, "error: ") + 7, diag_text(id, LANG_EN)))
        fail_msg("%s: %s", text, what);
    free(what);
    diag_free(diag);
    arena_free(arena);
}

static void test_base_view(void **state)
{
    (void)state;
    check_tree("{{title}} {{name}}{{#kids}}[{{name}}{{title}}]{{/kids}}",
               NULL, "T a[b&lt;T][cT]");
}

static void test_recursive_partial(void **state)
{
    (void)state;
    check_tree("{{>node}}", "<i>{{name}}{{#kids}}{{>node}}{{/kids}}</i>",
               "<i>a<i>b&lt;</i><i>c</i></i>");
    check_tree("{{#kids}}{{>node}}{{/kids}}",
               "{{name}}{{^last}},{{/last}}{{#kids}}({{>node}}){{/kids}}",
               "b&lt;,c");
    check_tree("  {{>node}}\n", "-{{name}}\n{{#kids}}\n  {{>node}}\n"
               "{{/kids}}\n", "  -a\n  -b&lt;\n  -c\n");
}

static void test_endless_partial(void **state)
{
    (void)state;
    check_fails("{{>node}}", "a{{>node}}", MSG_TEMPLATE_ENDLESS);
    check_fails("{{>node}}", "{{#last}}{{>node}}{{/last}}",
                MSG_TEMPLATE_ENDLESS);
    check_fails("{{>node}}", "{{#kids}}{{^kids}}{{>page}}{{/kids}}{{/kids}}"
                "{{>page}}", MSG_TEMPLATE_ENDLESS);
    /* `words` belongs to the tree outside: no step downwards. */
    check_fails("{{#kids}}{{>node}}{{/kids}}",
                "{{#words}}{{>node}}{{/words}}", MSG_TEMPLATE_ENDLESS);
    check_fails("{{<node}}{{/node}}", "{{$a}}{{<node}}{{/node}}{{/a}}",
                MSG_TEMPLATE_ENDLESS);
}

static void test_data_without_end(void **state)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct buf out = {0};
    struct tree ring = { .root = { .name = S("x") } };
    const struct template *template =
        compile(arena, "{{>node}}", "{{name}}{{#next}}{{>node}}{{/next}}",
                diag);

    (void)state;
    ring.root.next = &ring.root;
    assert_non_null(template);
    assert_false(template_render(template, &ring, &out));
    assert_int_equal(out.n, TEMPLATE_CALLS_MAX);
    buf_free(&out);
    diag_free(diag);
    arena_free(arena);
}

static void test_absent_views(void **state)
{
    (void)state;
    check_tree("{{next.next.name}}|{{#next.kids}}x{{/next.kids}}|"
               "{{^next.last}}y{{/next.last}}", NULL, "||y");
}

static struct str repeat(struct arena *arena, const char *head,
                         const char *middle, const char *tail, size_t n)
{
    struct buf text = {0};
    struct str copy;

    for (size_t i = 0; i < n; i++)
        buf_addz(&text, head);
    buf_addz(&text, middle);
    for (size_t i = 0; i < n; i++)
        buf_addz(&text, tail);
    copy = buf_take(&text, arena);
    buf_free(&text);
    return copy;
}

static void test_depth(void **state)
{
    struct arena *arena = arena_new();
    struct str deep = repeat(arena, "{{#kids}}", "x", "{{/kids}}",
                             TEMPLATE_DEPTH_MAX);
    struct str deeper = repeat(arena, "{{#kids}}", "x", "{{/kids}}",
                               TEMPLATE_DEPTH_MAX + 1);
    struct str hostile = repeat(arena, "{{#kids}}", "", "", 100000);

    (void)state;
    check_tree(deep.p, NULL, "");
    check_fails(deeper.p, NULL, MSG_TEMPLATE_DEPTH);
    check_fails(hostile.p, NULL, MSG_TEMPLATE_DEPTH);
    arena_free(arena);
}

/* Sections around a block whose content has sections around a block … */
static void test_many_frames(void **state)
{
    struct arena *arena = arena_new();
    struct sources *sources = ARENA_NEW(arena, struct sources);
    struct diag *diag = diag_new();
    struct str wrap = repeat(arena, "{{#last}}", "{{$x}}{{/x}}",
                             "{{/last}}", 28);
    char *what;

    (void)state;
    init_sources(sources);
    add_template(sources, S("page"), str_format(arena,
        "{{<p1}}{{$x}}%.*s{{/x}}{{/p1}}", STR_FMT(wrap)));
    add_template(sources, S("p1"), str_format(arena,
        "{{<p2}}{{$x}}%.*s{{/x}}{{/p2}}", STR_FMT(wrap)));
    add_template(sources, S("p2"), wrap);
    if (!template_compile(arena, &sources->source, S("page"), &tree_view,
                          diag))
        fail_msg("%s", said(diag));
    add_template(sources, S("top"), str_format(arena,
        "{{<p}}{{$y}}%.*s{{/y}}{{/p}}", STR_FMT(wrap)));
    add_template(sources, S("p"), str_format(arena,
        "{{<q}}{{$z}}%.*s{{/z}}{{/q}}",
        STR_FMT(repeat(arena, "{{#last}}", "{{$y}}{{/y}}", "{{/last}}",
                       28))));
    add_template(sources, S("q"), repeat(arena, "{{#last}}",
                                         "{{$z}}{{/z}}", "{{/last}}", 28));
    assert_null(template_compile(arena, &sources->source, S("top"),
                                 &tree_view, diag));
    what = said(diag);
    assert_non_null(strstr(what, "nested too deep"));
    free(what);
    diag_free(diag);
    arena_free(arena);
}

/* Each of many parents gives the next one a block in which its own stands
 * twice: more than can be written out. */
static void test_doubling(void **state)
{
    struct arena *arena = arena_new();
    struct sources *sources = ARENA_NEW(arena, struct sources);
    struct diag *diag = diag_new();
    char *what;

    (void)state;
    init_sources(sources);
    add_template(sources, S("page"), S("{{<p1}}{{$b0}}{{name}}{{/b0}}{{/p1}}"));
    for (size_t i = 1; i <= 12; i++)
        add_template(sources, str_format(arena, "p%zu", i),
                     str_format(arena, "{{<p%zu}}{{$b%zu}}{{$b%zu}}{{/b%zu}}"
                                "{{$b%zu}}{{/b%zu}}{{/b%zu}}{{/p%zu}}",
                                i + 1, i, i - 1, i - 1, i - 1, i - 1, i,
                                i + 1));
    add_template(sources, S("p13"),
                 repeat(arena, "{{$b12}}{{/b12}}", "", "", 100));
    assert_null(template_compile(arena, &sources->source, S("page"),
                                 &tree_view, diag));
    what = said(diag);
    assert_non_null(strstr(what, diag_text(MSG_TEMPLATE_BIG, LANG_EN)));
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
    free(what);
    diag_free(diag);
    arena_free(arena);
}

/* Random scraps of the language and of HTML: no crash, and what compiles
 * prints the hostile name only escaped. */
static void test_random(void **state)
{
    static const char *const scraps[] = {
        "{{name}}", "{{#kids}}", "{{/kids}}", "{{^last}}", "{{/last}}",
        "{{>node}}", "{{<node}}", "{{/node}}", "{{$b}}", "{{/b}}", "{{", "}}",
        "{{{name}}}", "{{!x}}", "{{=<% %>=}}", "<% name %>", "<%={{ }}=%>",
        "<", "a", " ", "\n", ">", "\"", "'", "=", "/", "!--", "-->",
        "<script>", "</script>", "<a title=\"", "href=", "<p>", "</p>",
        "<title>", "</title>", "#", "{{t.x}}", "{{.}}", "{{next.name}}", "\r",
        "Ж", "\t", "<textarea>", "style=\"", "onclick='", "&",
    };
    uint64_t seed = 20201;
    size_t good = 0;

    (void)state;
    for (int round = 0; round < 60000; round++) {
        struct arena *arena = arena_new();
        struct diag *diag = diag_new();
        struct buf text[2] = { {0}, {0} }, out = {0};
        struct tree data = sample;
        const struct template *template;

        data.root.name = S("<q\"'&>");
        for (int n = 0; n < 2; n++) {
            for (int i = 0; i < 12; i++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                if ((seed >> 60) < 10)
                    buf_addz(&text[n], scraps[(seed >> 33) %
                                       (sizeof scraps / sizeof *scraps)]);
            }
            buf_char(&text[n], ' ');
        }
        template = compile(arena, text[0].p, text[1].p, diag);
        assert_true(template != NULL ||
                    diag_count(diag, LEVEL_ERROR) > 0);
        if (template) {
            good++;
            template_render(template, &data, &out);
            assert_true(str_find(buf_str(&out), S("<q")) < 0);
        }
        for (int n = 0; n < 2; n++)
            buf_free(&text[n]);
        buf_free(&out);
        diag_free(diag);
        arena_free(arena);
    }
    assert_true(good > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_interpolation),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_inverted),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_delimiters),
        cmocka_unit_test(test_partials),
        cmocka_unit_test(test_inheritance),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_every_message),
        cmocka_unit_test(test_base_view),
        cmocka_unit_test(test_recursive_partial),
        cmocka_unit_test(test_endless_partial),
        cmocka_unit_test(test_data_without_end),
        cmocka_unit_test(test_absent_views),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_many_frames),
        cmocka_unit_test(test_doubling),
        cmocka_unit_test(test_random),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
