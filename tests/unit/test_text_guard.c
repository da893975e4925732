/*
 * Tests of input/text_guard, and of text as a whole under hostile input and
 * on two threads.
 */
#include "base/mem.h"
#include "base/str.h"
#include "input/text.h"
#include "input/text_guard.h"

#include "said.h"

#include <pthread.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct pos first_line = { .file = { "t.md", 4 }, .line = 1 };

static const struct text_env env = {
    .words = { { "N", 1 }, { "B", 1 }, { "T", 1 }, { "d", 1 }, { "o", 1 } },
    .russian = true,
};

/* A text of up to four parts, each repeated n times or once. */
struct recipe {
    struct {
        const char *piece;
        bool many;
    } parts[4];
    bool refused;           /* else it must be rendered */
};

static void cook(struct buf *out, const struct recipe *recipe, size_t n)
{
    for (size_t i = 0; i < 4 && recipe->parts[i].piece; i++)
        for (size_t k = 0; k < (recipe->parts[i].many ? n : 1); k++)
            buf_addz(out, recipe->parts[i].piece);
}

/* The known bombs: each must return at once, which a hanging test shows. */
static void bombs(void **state)
{
    (void)state;
    static const struct recipe recipes[] = {
        { { { " -", 1 }, { "x", 0 }, { "\n", 1 } }, true },
        { { { ">", 1 }, { "a*", 1 } }, true },
        { { { "![[]()", 1 } }, true },
        { { { "*a ", 1 }, { "_a*_ ", 1 } }, true },
        { { { "a|", 1 }, { "\n", 0 }, { "-|", 1 }, { "\na\na\na", 0 } },
          true },
        { { { "|", 1 }, { "\n", 0 }, { "-|", 1 } }, true },
        { { { "[a]: /", 0 }, { "u", 1 }, { "\n\n", 0 }, { "[a] ", 1 } },
          true },
        { { { "[a]: /u '", 0 }, { "t", 1 }, { "'\n\n", 0 }, { "[a] ", 1 } },
          true },
        { { { "a <![CDATA[", 1 } }, true },
        { { { "a <?", 1 } }, true },
        { { { "a <!A ", 1 } }, true },
        { { { "[^a]: ", 1 } }, true },
        { { { "a\n", 1 }, { "|-|-|\n]- ==\n", 1 } }, true },
        { { { "[", 1 }, { "a", 0 }, { "]", 1 } }, true },
        { { { "***a***", 1 } }, true },
        { { { "> ", 1 }, { "a", 0 } }, true },
        { { { "_", 1 }, { ".", 0 }, { "_", 1 } }, false },
        { { { "[a](<b", 1 } }, false },
        { { { "<", 1 } }, false },
        { { { "<b>", 1 } }, false },
        { { { "\"", 1 } }, false },
        { { { "a@", 1 } }, false },
        { { { "www.", 1 }, { "1", 0 } }, false },
        { { { "[^b]", 1 } }, false },
        { { { "\\[^b", 1 } }, true },
        { { { "## a\n", 1 } }, false },
    };
    static const size_t sizes[] = { 10000, 40000 };
    for (size_t i = 0; i < COUNT(recipes) * COUNT(sizes); i++) {
        const struct recipe *recipe = &recipes[i / COUNT(sizes)];
        struct buf markdown = {0}, html = {0};
        struct diag *diag = diag_new();
        cook(&markdown, recipe, sizes[i % COUNT(sizes)]);
        bool ok = text_render(&html, buf_str(&markdown),
                              first_line, &env, diag);
        if (ok == recipe->refused)
            fail_msg("%.40s", markdown.p);
        assert_int_equal(diag_count(diag, LEVEL_ERROR), ok ? 0 : 1);
        assert_int_equal(html.n > 0 || str_starts(buf_str(&markdown),
                                                  S("<b>")), ok);
        diag_free(diag);
        buf_free(&markdown);
        buf_free(&html);
    }
}

static void times(struct buf *out, const char *piece, size_t n)
{
    while (n--)
        buf_addz(out, piece);
}

/* What each limit lets through, what it refuses and where. */
static void limits(void **state)
{
    (void)state;
    static const struct {
        const char *before, *piece;
        size_t n;           /* repeated so often it passes, once more not */
        const char *after;
        enum msg id;
        uint32_t line, col;
    } cases[] = {
        { "я\n", "> ", TEXT_MARKERS_MAX, "a", MSG_TEXT_MARKERS, 2, 129 },
        { "", ">", TEXT_MARKERS_MAX, " a", MSG_TEXT_MARKERS, 1, 65 },
        { "", "1. ", TEXT_MARKERS_MAX, "a", MSG_TEXT_MARKERS, 1, 193 },
        { "- a\n", " ", TEXT_MARKER_COLUMN_MAX, "- a", MSG_TEXT_INDENT, 2,
          258 },
        { "я\r\n\r\nя ", "|", TEXT_PIPES_MAX, "", MSG_TEXT_PIPES, 3, 203 },
        { "> [я]: ", "u", TEXT_TARGET_MAX, "", MSG_TEXT_TARGET, 1, 8 },
        { "я", "[", TEXT_BRACKETS_MAX, "", MSG_TEXT_MARKS, 1, 502 },
        { "", "*a ", TEXT_EMPHASIS_MAX, "", MSG_TEXT_MARKS, 1, 12001 },
        { "", "a<?", TEXT_DECLARATIONS_MAX, "", MSG_TEXT_MARKS, 1, 602 },
        { "", "|:-\n", TEXT_DELIMITERS_MAX, "", MSG_TEXT_MARKS, 101, 1 },
        { "", "а", TEXT_BYTES_MAX / 2, "", MSG_TEXT_LONG, 1, 1 },
    };
    for (size_t i = 0; i < COUNT(cases) * 2; i++) {
        size_t k = i / 2, more = i % 2;
        struct buf markdown = {0};
        struct diag *diag = diag_new();
        buf_addz(&markdown, cases[k].before);
        times(&markdown, cases[k].piece, cases[k].n + more);
        buf_addz(&markdown, cases[k].after);
        bool ok = text_guard(buf_str(&markdown), first_line, diag);
        if (ok == (more == 1))
            fail_msg("case %zu, %zu more", k, more);
        char *got = said(diag);
        char place[64];
        snprintf(place, sizeof place, "t.md:%u:%u: ", cases[k].line,
                 cases[k].col);
        if (more && !strstr(got, place))
            fail_msg("case %zu: %s is not at %s", k, got, place);
        assert_int_equal(diag_count(diag, LEVEL_ERROR), more);
        free(got);
        diag_free(diag);
        buf_free(&markdown);
    }
}

/* Real texts that look a little like bombs. */
static void harmless(void **state)
{
    (void)state;
    static const struct recipe recipes[] = {
        { { { "-", 1 }, { "\n", 0 } }, false },
        { { { "- ", 1 }, { "-\n", 0 } }, false },
        { { { "a\n", 0 }, { "=", 1 } }, false },
        { { { "*a* _b_ [c](d) <!-- e -->\n\n", 1 } }, false },
        { { { "|a|[b](c)|\n|-|-|\n", 0 }, { "|a|[b](c)|\n", 1 } }, false },
    };
    for (size_t i = 0; i < COUNT(recipes); i++) {
        struct buf markdown = {0}, html = {0};
        struct diag *diag = diag_new();
        cook(&markdown, &recipes[i], 3000);
        if (!text_render(&html, buf_str(&markdown),
                         first_line, &env, diag))
            fail_msg("%.40s", markdown.p);
        diag_free(diag);
        buf_free(&markdown);
        buf_free(&html);
    }
}

/* Memory of the parser comes to an end, and the next text is read again. */
static void memory(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text_budget budget = { .arena = arena, .limit = 1000 };
    volatile int taken = 0;
    text_budget_use(&budget);
    if (!setjmp(budget.over))
        for (;;) {
            char *p = text_budget_calloc(1, 100);
            memset(p, 'x', 100);
            p = text_budget_realloc(p, 150);
            assert_int_equal(p[99], 'x');
            text_budget_free(p);
            taken++;
            assert_true(taken < 10);
        }
    assert_int_equal(taken, 3);
    if (!setjmp(budget.over)) {
        text_budget_calloc(SIZE_MAX / 2, 16);
        fail();
    }
    text_budget_use(NULL);
    arena_free(arena);
}

/* A table of short rows, each filled up to two hundred cells: small enough
 * for the guard, too much for the parser. */
static void memory_of_text(void **state)
{
    (void)state;
    struct buf markdown = {0}, html = {0};
    struct diag *diag = diag_new();
    times(&markdown, "|a", 190);
    buf_addz(&markdown, "\n");
    times(&markdown, "|-", 190);
    buf_addz(&markdown, "\n");
    times(&markdown, "|a\n", 2500);
    assert_true(markdown.n < TEXT_BYTES_MAX);
    assert_true(text_guard(buf_str(&markdown), first_line, diag));
    assert_false(text_render(&html, buf_str(&markdown), first_line, &env,
                             diag));
    assert_first(diag, "t.md:1:1", MSG_TEXT_MEMORY);
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
    assert_int_equal(html.n, 0);
    diag_free(diag);
    /* The next text has its whole allowance again. */
    diag = diag_new();
    assert_true(text_render(&html, S("a"), first_line, &env, diag));
    assert_true(str_is(buf_str(&html), "<p>a</p>\n"));
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 0);
    diag_free(diag);
    buf_free(&markdown);
    buf_free(&html);
}

/* --- two threads --- */

#define ROUNDS 2000
#define TEXTS 4

static const char *const texts[TEXTS] = {
    "## А\n\n|a|b|\n|-|-:|\n|[c](d)|1|\n\nhttps://a.ru \"б\"[^1]\n\n[^1]: в",
    "- [x] a ~~b~~ www.a.ru\n- [ ] `c`\n\n> *d* **e** _f_ <g>\n",
    "```chart\na: b\n```\n\n~~c~~ a@b.ru ![d](e.png) т.е. 5%\n",
    "a | b\n- | -\n\"c\" | ~~d~~\n\n1. e\n   - [ ] f\n",
};

struct reader {
    pthread_t thread;
    const struct buf *expected;
    int wrong;
};

static void render(struct buf *html, const char *markdown)
{
    struct diag *diag = diag_new();
    text_render(html, str_of(markdown), first_line,
                &env, diag);
    diag_free(diag);
}

static void *read_texts(void *payload)
{
    struct reader *reader = payload;
    struct buf html = {0};
    for (size_t i = 0; i < ROUNDS; i++) {
        buf_clear(&html);
        render(&html, texts[i % TEXTS]);
        reader->wrong += !str_eq(buf_str(&html),
                                 buf_str(&reader->expected[i % TEXTS]));
    }
    buf_free(&html);
    return NULL;
}

static void threads(void **state)
{
    (void)state;
    struct buf expected[TEXTS] = { {0} };
    struct reader readers[2];
    for (size_t i = 0; i < TEXTS; i++)
        render(&expected[i], texts[i]);
    for (size_t i = 0; i < COUNT(readers); i++) {
        readers[i] = (struct reader){ .expected = expected };
        assert_int_equal(pthread_create(&readers[i].thread, NULL, read_texts,
                                        &readers[i]), 0);
    }
    for (size_t i = 0; i < COUNT(readers); i++) {
        pthread_join(readers[i].thread, NULL);
        assert_int_equal(readers[i].wrong, 0);
    }
    for (size_t i = 0; i < TEXTS; i++)
        buf_free(&expected[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bombs),    cmocka_unit_test(limits),
        cmocka_unit_test(harmless), cmocka_unit_test(memory),
        cmocka_unit_test(memory_of_text),
        cmocka_unit_test(threads),
    };
    text_init();
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
