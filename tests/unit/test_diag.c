/*
 * test_diag: how problems are ordered, counted, withheld and printed.
 */
#include "base/mem.h"
#include "base/str.h"

#include "said.h"

#include <errno.h>

/* What MACHINE_READ and MACHINE_WRITE end with. */
#define ADVICE ". Check that the file is there and that you may read it"
#define ADVICE_RU ". Проверьте, что файл на месте и что его разрешено читать"
#define SPACE ". Check the space on the disk and that you may write there"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static const struct diag_print ru = { .lang = LANG_RU };
static const struct diag_print en = { .lang = LANG_EN };
static const struct diag_print en_all = { .lang = LANG_EN, .verbose = true };

static struct pos at(const char *file, uint32_t line, uint32_t col)
{
    return (struct pos){ .file = str_of(file), .line = line, .col = col };
}

static struct pos in_sheet(uint32_t row, uint32_t cell)
{
    return (struct pos){ .file = S("t.csv"), .line = 4, .col = 35,
                         .row = row, .cell = cell };
}

/* The first message of a level; the catalogue has all levels. */
static enum msg some(enum level level)
{
    for (int id = 0; id < MSG_COUNT; id++)
        if (diag_level((enum msg)id) == level)
            return (enum msg)id;
    fail_msg("no message of level %d", (int)level);
    return MSG_COUNT;
}

static void expect(struct diag *diag, const struct diag_print *how,
                   const char *want)
{
    char *got = said_as(diag, how);
    assert_string_equal(got, want);
    free(got);
}

static size_t count_lines(const char *text, const char *with)
{
    size_t n = 0;
    struct str rest = str_of(text);
    while (rest.p) {
        struct str line = str_cut(&rest, '\n');
        n += line.n && str_find(line, str_of(with)) >= 0;
    }
    return n;
}

static void places_are_printed_as_far_as_known(void **state)
{
    (void)state;
    static const struct {
        struct pos at;
        const char *out;
    } cases[] = {
        { { .line = 0 }, "vitrina: error: cannot read: x" ADVICE "\n" },
        { { .line = 3, .col = 4, .row = 1, .cell = 1 },
          "vitrina: error: cannot read: x" ADVICE "\n" },
        { { .file = { "a.md", 4 } },
          "vitrina: a.md: error: cannot read: x" ADVICE "\n" },
        { { .file = { "a.md", 4 }, .col = 7 },
          "vitrina: a.md: error: cannot read: x" ADVICE "\n" },
        { { .file = { "a.md", 4 }, .line = 4294967295, .col = 1 },
          "vitrina: a.md:4294967295:1: error: cannot read: x" ADVICE "\n" },
        { { .file = { "a.md", 4 }, .line = 3 },
          "vitrina: a.md:3: error: cannot read: x" ADVICE "\n" },
        { { .file = { "a.csv", 5 }, .line = 4, .row = 17, .cell = 3 },
          "vitrina: a.csv:4 (C17): error: cannot read: x" ADVICE "\n" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag *diag = diag_new();
        diag_add(diag, cases[i].at, MSG_MACHINE_READ, ARGS(S("x")));
        expect(diag, &en, cases[i].out);
        diag_free(diag);
    }
}

static void sheet_addresses(void **state)
{
    (void)state;
    static const struct {
        uint32_t row, cell;
        const char *out;
    } cases[] = {
        { 4, 4, " (D4)" }, { 1, 1, " (A1)" }, { 1, 26, " (Z1)" },
        { 1, 27, " (AA1)" }, { 9, 52, " (AZ9)" }, { 9, 53, " (BA9)" },
        { 2, 702, " (ZZ2)" }, { 2, 703, " (AAA2)" },
        { 1048576, 16384, " (XFD1048576)" }, { 0, 4, "" }, { 4, 0, "" },
        { 1, 4294967295, " (MWLQKWU1)" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag *diag = diag_new();
        struct buf want = {0};
        diag_add(diag, in_sheet(cases[i].row, cases[i].cell),
                 MSG_MACHINE_READ, ARGS(S("x")));
        buf_addf(&want, "vitrina: t.csv:4:35%s: ошибка: не читается: x"
                 ADVICE_RU "\n",
                 cases[i].out);
        expect(diag, &ru, want.p);
        buf_free(&want);
        diag_free(diag);
    }
}

static void levels_have_words_and_status(void **state)
{
    (void)state;
    static const struct {
        enum level level;
        const char *ru, *en;
        int status, strict;
    } cases[] = {
        { LEVEL_NOTE, ": замечание: ", ": note: ", 0, 0 },
        { LEVEL_WARNING, ": предупреждение: ", ": warning: ", 0, 1 },
        { LEVEL_ERROR, ": ошибка: ", ": error: ", 1, 1 },
        { LEVEL_FATAL, ": ошибка: ", ": error: ", 3, 3 },
        { LEVEL_USAGE, ": ошибка: ", ": error: ", 2, 2 },
    };
    struct diag *empty = diag_new();
    assert_int_equal(diag_worst(empty), LEVEL_NOTE);
    assert_int_equal(diag_status(empty, true), 0);
    expect(empty, &en_all, "");
    diag_free(empty);
    diag_free(NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag_print russian = { .lang = LANG_RU, .verbose = true };
        struct diag *diag = diag_new();
        diag_add(diag, at("f", 1, 1), some(cases[i].level), NULL);
        diag_add(diag, at("f", 2, 1), some(LEVEL_NOTE), NULL);
        assert_int_equal(diag_worst(diag), cases[i].level);
        assert_int_equal(diag_status(diag, false), cases[i].status);
        assert_int_equal(diag_status(diag, true), cases[i].strict);
        char *text = said_as(diag, &russian);
        assert_true(count_lines(text, cases[i].ru) >= 1);
        free(text);
        text = said_as(diag, &en_all);
        assert_true(count_lines(text, cases[i].en) >= 1);
        free(text);
        text = said_as(diag, &en);
        assert_int_equal(count_lines(text, "vitrina:"),
                         cases[i].level == LEVEL_NOTE ? 0 : 1);
        free(text);
        diag_free(diag);
    }
}

static void arguments_are_filled_in_once(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    char text[] = "%2 100% %1";
    diag_add(diag, at("", 0, 0), MSG_USAGE_OPTION,
             ARGS(str_of(text), S("build")));
    memset(text, '!', sizeof text - 1);         /* arguments are copied */
    expect(diag, &en,
           "vitrina: error: no such option: \"%2 100% %1\". List: vitrina "
           "help build\n");
    expect(diag, &ru,
           "vitrina: ошибка: нет такого параметра: «%2 100% %1». Список: "
           "vitrina help build\n");
    diag_free(diag);
    diag = diag_new();
    diag_add(diag, at("", 0, 0), MSG_USAGE_OPTION, NULL);
    expect(diag, &en,
           "vitrina: error: no such option: \"\". List: vitrina help \n");
    diag_free(diag);
}

static void hostile_text_stays_on_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        { "a\nb\r\nc\td", "a b  c d" },
        { "\x1B[31mred\x07\x7F", "\uFFFD[31mred\uFFFD\uFFFD" },
        { "\xC2\x85\xC2\x9B" "1m", "\uFFFD\uFFFD1m" },
        { "\u202Eabc\u2066", "\uFFFDabc\uFFFD" },
        { "\xFF\xD0x", "\uFFFD\uFFFDx" },
        { "школа №3 «да» 🎒", "школа №3 «да» 🎒" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag *diag = diag_new();
        struct buf want = {0};
        diag_add(diag, at(cases[i].in, 0, 0), MSG_MACHINE_READ,
                 ARGS(str_of(cases[i].in)));
        buf_addf(&want, "vitrina: %s: error: cannot read: %s" ADVICE "\n",
                 cases[i].out, cases[i].out);
        expect(diag, &en, want.p);
        buf_free(&want);
        diag_free(diag);
    }
}

static void long_arguments_are_clipped(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct buf arg = {0};
    for (int i = 0; i < 5000; i++)
        buf_addz(&arg, "ж");
    diag_add(diag, at("f", 0, 0), MSG_MACHINE_READ, ARGS(buf_str(&arg)));
    char *text = said_as(diag, &en);
    assert_int_equal(utf8_length(str_of(text)),
                     strlen("vitrina: f: error: cannot read: " ADVICE "\n")
                         + 300 + 1);
    assert_true(str_ends(str_of(text), S("ж…" ADVICE "\n")));
    free(text);
    buf_free(&arg);
    diag_free(diag);
}

/* file, line, column, message, text */
static const struct {
    const char *file;
    uint32_t line, col;
    enum msg id;
    const char *arg;
} sorted[] = {
    { "", 0, 0, MSG_MACHINE_READ, "x" },
    { "a", 0, 0, MSG_MACHINE_READ, "x" },
    { "a", 2, 9, MSG_MACHINE_READ, "x" },
    { "a", 2, 10, MSG_MACHINE_READ, "x" },
    { "a", 10, 1, MSG_MACHINE_READ, "x" },
    { "a", 10, 1, MSG_MACHINE_READ, "y" },
    { "a", 10, 1, MSG_MACHINE_WRITE, "a" },
    { "a-b", 1, 1, MSG_MACHINE_READ, "x" },
    { "a/b", 1, 1, MSG_MACHINE_READ, "x" },
    { "b", 1, 1, MSG_MACHINE_READ, "x" },
};

static void problems_are_sorted_and_told_once(void **state)
{
    (void)state;
    size_t n = LENGTH(sorted);
    struct diag *forth = diag_new(), *back = diag_new();
    struct buf want = {0};
    for (size_t i = 0; i < 2 * n; i++) {
        size_t k = 2 * n - 1 - i;
        diag_add(forth, at(sorted[i % n].file, sorted[i % n].line,
                           sorted[i % n].col),
                 sorted[i % n].id, ARGS(str_of(sorted[i % n].arg)));
        diag_add(back, at(sorted[k % n].file, sorted[k % n].line,
                          sorted[k % n].col),
                 sorted[k % n].id, ARGS(str_of(sorted[k % n].arg)));
    }
    for (size_t i = 0; i < n; i++) {
        buf_addz(&want, "vitrina: ");
        if (sorted[i].file[0])
            buf_addz(&want, sorted[i].file);
        if (sorted[i].line)
            buf_addf(&want, ":%u:%u", sorted[i].line, sorted[i].col);
        if (sorted[i].file[0])
            buf_addz(&want, ": ");
        bool read = sorted[i].id == MSG_MACHINE_READ;
        buf_addf(&want, "error: cannot %s: %s%s\n", read ? "read" : "write",
                 sorted[i].arg, read ? ADVICE : SPACE);
    }
    expect(forth, &en, want.p);
    expect(back, &en, want.p);
    expect(back, &en, want.p);
    assert_int_equal(diag_count(back, LEVEL_FATAL), n);
    buf_free(&want);
    diag_free(forth);
    diag_free(back);
}

static void merging_empties_the_source(void **state)
{
    (void)state;
    struct diag *into = diag_new(), *from = diag_new();
    diag_add(into, at("b", 1, 1), MSG_MACHINE_READ, ARGS(S("2")));
    diag_add(from, at("a", 1, 1), MSG_MACHINE_READ, ARGS(S("1")));
    diag_add_cell(from, at("b", 1, 1), MSG_MACHINE_READ, ARGS(S("2")), 5,
                  S("fit:x"));
    diag_merge(into, from);
    assert_int_equal(diag_count(from, LEVEL_FATAL), 0);
    assert_int_equal(diag_count(into, LEVEL_FATAL), 3);
    expect(from, &en, "");
    diag_add(from, at("c", 1, 1), MSG_MACHINE_READ, ARGS(S("3")));
    diag_merge(into, from);
    diag_free(from);
    expect(into, &en,
           "vitrina: a:1:1: error: cannot read: 1" ADVICE "\n"
           "vitrina: b:1:1: error: cannot read: 2" ADVICE "\n"
           "vitrina: b:1:1: error: cannot read: 2" ADVICE " [fit:x]\n"
           "vitrina: c:1:1: error: cannot read: 3" ADVICE "\n");
    diag_free(into);
}

static void at_most_twenty_of_a_kind(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    for (uint32_t i = 1; i <= 20; i++)
        diag_add(diag, at("a", i, 1), MSG_MACHINE_READ, NULL);
    for (uint32_t i = 1; i <= 57; i++)
        diag_add(diag, at("b", i, 1), MSG_MACHINE_READ, NULL);
    diag_add(diag, at("b", 57, 1), MSG_MACHINE_WRITE, NULL);
    for (uint32_t i = 1; i <= 30; i++)
        diag_add(diag, at("", i, 1), MSG_MACHINE_READ, NULL);
    char *text = said_as(diag, &ru);
    assert_int_equal(count_lines(text, "vitrina: ошибка: не читается"), 30);
    assert_int_equal(count_lines(text, "vitrina: a:"), 20);
    assert_int_equal(count_lines(text, ": не читается"), 30 + 20 + 20);
    assert_int_equal(count_lines(text, ": не записывается"), 1);
    assert_non_null(strstr(text, "vitrina: b:20:1: ошибка: не читается: "
                                 ADVICE_RU "\n"
                                 "vitrina: b: ошибка: и ещё 37 таких в этом "
                                 "файле\nvitrina: b:57:1: "));
    assert_int_equal(count_lines(text, "таких"), 1);
    free(text);
    text = said_as(diag, &en);
    assert_int_equal(
        count_lines(text, "b: error: and 37 more like this in this file"), 1);
    free(text);
    assert_int_equal(diag_count(diag, LEVEL_FATAL), 20 + 57 + 1 + 30);
    diag_free(diag);
}

static bool shown(void *payload, cell_key cell)
{
    (void)payload;
    return cell % 2 == 0;
}

/* Two inputs that differ in hidden values say the same. */
static void hidden_values_are_withheld(void **state)
{
    (void)state;
    char *texts[2];
    for (int run = 0; run < 2; run++) {
        struct str secret = run ? S("4") : S("1/ 2,3");
        struct diag *diag = diag_new();
        diag_add_cell(diag, at("v.csv", 2, 3), MSG_USAGE_VALUE,
                      ARGS(secret, S("x")), 7, S("range:a"));
        diag_add_cell(diag, at("v.csv", 2, 3), MSG_USAGE_VALUE,
                      ARGS(run ? S("2") : secret, S("x")), 7, S("range:a"));
        diag_add_cell(diag, at("v.csv", 3, 3), some(LEVEL_WARNING),
                      ARGS(secret), 7, S("fit:a"));
        diag_add_cell(diag, at("v.csv", 3, 3), some(LEVEL_NOTE),
                      ARGS(secret), 7, S(""));
        diag_add_cell(diag, at("v.csv", 4, 3), MSG_USAGE_VALUE,
                      ARGS(S("38"), S("x")), 8, S(""));
        diag_add(diag, at("v.csv", 5, 3), MSG_USAGE_VALUE,
                 ARGS(S("39"), S("x")));
        diag_settle(diag, shown, NULL);
        assert_int_equal(diag_count(diag, LEVEL_WARNING), 0);
        assert_int_equal(diag_count(diag, LEVEL_NOTE), 0);
        texts[run] = said_as(diag, &ru);
        if (run == 0)
            expect(diag, &en_all,
                   "vitrina: v.csv:2:3: error: option \"(value withheld)\" "
                   "needs a value. List: vitrina help x [range:a]\n"
                   "vitrina: v.csv:4:3: error: option \"38\" needs a value. "
                   "List: vitrina help x\n"
                   "vitrina: v.csv:5:3: error: option \"39\" needs a value. "
                   "List: vitrina help x\n");
        diag_free(diag);
    }
    assert_string_equal(texts[0], texts[1]);
    assert_non_null(strstr(texts[0], "«(значение не показано)»"));
    free(texts[0]);
    free(texts[1]);
}

static bool explained(void *payload, struct str finding)
{
    ++*(int *)payload;
    return str_is(finding, "fit:a");
}

static void explained_findings_are_silent(void **state)
{
    (void)state;
    int asked = 0;
    enum msg warning = some(LEVEL_WARNING);
    struct diag *diag = diag_new();
    diag_add_cell(diag, at("v", 1, 1), warning, NULL, 1, S("fit:a"));
    diag_add_cell(diag, at("v", 2, 1), warning, NULL, 1, S("fit:b"));
    diag_add_cell(diag, at("v", 3, 1), some(LEVEL_ERROR), NULL, 1,
                  S("fit:a"));
    diag_add(diag, at("v", 4, 1), warning, NULL);
    assert_int_equal(diag_count(diag, LEVEL_WARNING), 3);
    diag_explain(diag, explained, &asked);
    assert_int_equal(asked, 2);
    assert_int_equal(diag_count(diag, LEVEL_WARNING), 2);
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
    char *text = said_as(diag, &en);
    assert_int_equal(count_lines(text, "warning"), 2);
    assert_int_equal(count_lines(text, "v:3:1: error"), 1);
    free(text);
    text = said_as(diag, &en_all);
    assert_int_equal(count_lines(text, "warning"), 3);
    free(text);
    struct diag *into = diag_new();
    diag_merge(into, diag);
    assert_int_equal(diag_count(into, LEVEL_WARNING), 2);
    diag_free(into);
    diag_free(diag);
}

static bool source_line(void *payload, struct pos place, struct buf *out)
{
    const char *text = payload;
    buf_addz(out, text);
    return place.line == 4;
}

#define TEN "1234567890"

static void carets_point_at_characters(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        uint32_t col;
        unsigned columns;
        const char *out;
    } cases[] = {
        { "abc", 1, 0, "    abc\n    ^\n" },
        { "школа: №3", 8, 0, "    школа: №3\n           ^\n" },
        { "\tа\tб", 4, 0, "     а б\n       ^\n" },
        { "abc", 4, 0, "    abc\n       ^\n" }, /* behind the end */
        { "abc", 5, 0, "    abc\n" },           /* the file has changed */
        { "", 1, 0, "    \n    ^\n" },
        { "a\x1B\xFFz", 4, 0, "    a\uFFFD\uFFFDz\n       ^\n" },
        /* an accent takes no column, an emoji two */
        { "и\u0306я", 3, 0, "    и\u0306я\n     ^\n" },
        { "\U0001F600я", 2, 0, "    \U0001F600я\n      ^\n" },
        /* as much as the terminal holds, around the caret */
        { TEN TEN TEN TEN, 2, 44, "    " TEN TEN TEN TEN "\n     ^\n" },
        { TEN TEN TEN TEN "1", 2, 44,
          "    " TEN TEN TEN "12345678…\n     ^\n" },
        { TEN TEN TEN TEN "1", 41, 44,
          "    …" "890" TEN TEN "1\n                            ^\n" },
        { TEN TEN TEN TEN TEN TEN, 31, 44,
          "    …" "890" TEN TEN TEN "12345…\n                            ^\n" },
        { TEN TEN TEN TEN TEN, 1, 7,
          "    " TEN TEN TEN "1234…\n    ^\n" },
        { TEN TEN TEN TEN TEN TEN TEN TEN TEN, 60, 0,
          "    …4567890" TEN TEN TEN TEN TEN TEN "1234567…\n"
          "                                                   ^\n" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag_print how = {
            .lang = LANG_EN, .caret = true, .columns = cases[i].columns,
            .line = source_line,
            .payload = (void *)(uintptr_t)cases[i].line,
        };
        struct diag *diag = diag_new();
        struct buf want = {0};
        diag_add(diag, at("f", 4, cases[i].col), MSG_MACHINE_READ, NULL);
        buf_addf(&want, "vitrina: f:4:%u: error: cannot read: " ADVICE "\n%s",
                 cases[i].col, cases[i].out);
        expect(diag, &how, want.p);
        buf_free(&want);
        diag_free(diag);
    }
}

/* Of a table a terminal shows the cell's text as the message has it, if it
 * has it, and nothing else; the file is not asked. */
static void of_tables_only_the_cell_is_shown(void **state)
{
    (void)state;
    char line[] = "secret;row";
    static const struct {
        enum msg id;
        const char *arg;
        cell_key key;
        const char *out;
    } cases[] = {
        { MSG_CATALOG_INT, "сто", 0, "    D4: сто\n        ^\n" },
        { MSG_CATALOG_INT, "1\n2", 8, "    D4: 1 2\n        ^\n" },
        { MSG_CATALOG_INT, "4", 7, "" },    /* hidden */
        { MSG_CATALOG_INT, "", 0, "" },
        { MSG_CATALOG_EMPTY, "period", 0, "" }, /* %1 names a column */
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag_print how = {
            .lang = LANG_EN, .caret = true, .line = source_line,
            .payload = line,
        };
        struct diag *diag = diag_new();
        diag_add_cell(diag, in_sheet(4, 4), cases[i].id,
                      ARGS(str_of(cases[i].arg), S("x")), cases[i].key,
                      S(""));
        diag_settle(diag, shown, NULL);
        char *text = said_as(diag, &how);
        assert_string_equal(strchr(text, '\n') + 1, cases[i].out);
        free(text);
        diag_free(diag);
    }
}

static void no_caret_without_a_place(void **state)
{
    (void)state;
    char line[] = "secret";
    struct diag_print how = {
        .lang = LANG_EN, .caret = true, .line = source_line, .payload = line,
    };
    struct diag *diag = diag_new();
    diag_add(diag, at("f", 4, 0), MSG_MACHINE_READ, NULL);
    diag_add(diag, at("f", 5, 1), MSG_MACHINE_READ, NULL);
    diag_add(diag, at("", 4, 1), MSG_MACHINE_READ, NULL);
    diag_add_cell(diag, at("g", 4, 1), MSG_MACHINE_READ, ARGS(S("1")), 7,
                  S(""));
    diag_settle(diag, shown, NULL);
    char *text = said_as(diag, &how);
    assert_null(strstr(text, "secret"));
    assert_null(strstr(text, "^"));
    free(text);
    diag_free(diag);
}

static void errno_is_told_and_kept(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    errno = ENOENT;
    assert_int_equal(diag_errno(diag, at("", 0, 0), MSG_MACHINE_READ,
                                S("site.yml")), -1);
    assert_int_equal(errno, ENOENT);
    struct buf want = {0};
    buf_addf(&want, "vitrina: error: cannot read: site.yml: %s" ADVICE "\n",
             strerror(ENOENT));
    expect(diag, &en, want.p);
    buf_free(&want);
    diag_free(diag);
}

/* How many [[ ]] there are, none inside another; -1: unbalanced. */
static int brackets(const char *text)
{
    int n = 0;
    while ((text = strstr(text, "[[")) != NULL) {
        const char *close = strstr(text, "]]"), *next = strstr(text + 2, "[[");
        if (!close || (next && next < close))
            return -1;
        text = close;
        n++;
    }
    return n;
}

static void catalogue_is_sound(void **state)
{
    (void)state;
    for (int id = 0; id < MSG_COUNT; id++) {
        const char *russian = diag_text((enum msg)id, LANG_RU);
        const char *english = diag_text((enum msg)id, LANG_EN);
        assert_true(russian[0] && english[0] && diag_name((enum msg)id)[0]);
        assert_true(utf8_valid(str_of(russian)) == strlen(russian));
        assert_true(utf8_valid(str_of(english)) == strlen(english));
        assert_true(diag_level((enum msg)id) <= LEVEL_USAGE);
        assert_true(brackets(russian) >= 0);
        for (char c = '1'; c <= '9'; c++) {
            char place[] = { '%', c, '\0' };
            if (!strstr(russian, place) != !strstr(english, place)
                || (strstr(english, place) && c > '4'))
                fail_msg("%s: %s differs", diag_name((enum msg)id), place);
        }
        if (brackets(russian) != brackets(english))
            fail_msg("%s: [[ ]] differ", diag_name((enum msg)id));
    }
    assert_string_equal(diag_name(MSG_MACHINE_READ), "MACHINE_READ");
}

static void a_hundred_thousand_are_no_burden(void **state)
{
    (void)state;
    struct diag *diag = diag_new(), *part = diag_new();
    for (uint32_t i = 0; i < 100000; i++) {
        struct buf file = {0};
        buf_addf(&file, "data/p%u/values.csv", i % 7);
        diag_add_cell(part, at(file.p, i * 7919 % 100003, 1),
                      MSG_MACHINE_READ, ARGS(buf_str(&file)), i, S("fit:x"));
        buf_free(&file);
    }
    diag_merge(diag, part);
    diag_settle(diag, shown, NULL);
    char *text = said_as(diag, &ru);
    assert_int_equal(count_lines(text, ": не читается"), 7 * 20);
    assert_int_equal(count_lines(text, "таких"), 7);
    free(text);
    diag_free(part);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_printed_as_far_as_known),
        cmocka_unit_test(sheet_addresses),
        cmocka_unit_test(levels_have_words_and_status),
        cmocka_unit_test(arguments_are_filled_in_once),
        cmocka_unit_test(hostile_text_stays_on_its_line),
        cmocka_unit_test(long_arguments_are_clipped),
        cmocka_unit_test(problems_are_sorted_and_told_once),
        cmocka_unit_test(merging_empties_the_source),
        cmocka_unit_test(at_most_twenty_of_a_kind),
        cmocka_unit_test(hidden_values_are_withheld),
        cmocka_unit_test(explained_findings_are_silent),
        cmocka_unit_test(carets_point_at_characters),
        cmocka_unit_test(of_tables_only_the_cell_is_shown),
        cmocka_unit_test(no_caret_without_a_place),
        cmocka_unit_test(errno_is_told_and_kept),
        cmocka_unit_test(catalogue_is_sound),
        cmocka_unit_test(a_hundred_thousand_are_no_burden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
