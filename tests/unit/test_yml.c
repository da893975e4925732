/*
 * test_yml: YAML trees, their positions, every complaint with its place.
 */
#include "said.h"

#include "base/mem.h"
#include "input/yml.h"

static struct arena *arena;
static struct diag *diag;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    diag = diag_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    diag_free(diag);
    arena_free(arena);
    return 0;
}

/* The first (and, in order of place, only the first) complaint. */
static void assert_complaint(const char *place, enum msg id)
{
    char at[64];

    snprintf(at, sizeof at, "f.md:%s", place);
    assert_first(diag, at, id);
}

static const struct yml *parse_from(const char *text, uint32_t line)
{
    /* An exact copy, so that reading past the end is noticed. */
    size_t n = strlen(text);
    char *copy = malloc(n + (n == 0));
    memcpy(copy, text, n);
    const struct yml *root = yml_parse(
        arena, (struct str){ copy, n },
        (struct pos){ .file = S("f.md"), .line = line, .col = 1 }, diag);
    free(copy);
    return root;
}

static const struct yml *parse(const char *text)
{
    return parse_from(text, 1);
}

static void assert_text(const struct yml *node, const char *text)
{
    assert_non_null(node);
    assert_int_equal(node->kind, YML_TEXT);
    if (!str_is(node->text, text))
        fail_msg("wanted <%s>, got <%.*s>", text, STR_FMT(node->text));
}

static void assert_place(struct pos at, uint32_t line, uint32_t col)
{
    assert_true(str_is(at.file, "f.md"));
    assert_int_equal(at.line, line);
    assert_int_equal(at.col, col);
}

static void test_tree(void **state)
{
    (void)state;
    const struct yml *root = parse_from(
        "название: Школа № 3\n"
        "tasks:\n"
        "  - {id: z1, text: \"а, б\"}\n"
        "  - id: z2\n"
        "пусто:\n"
        "кавычки: \"\"\n"
        "блок: |\n"
        "  раз\n"
        "  два\n", 10);
    assert_non_null(root);
    assert_int_equal(root->kind, YML_MAP);
    assert_int_equal(yml_count(root), 5);
    assert_place(root->at, 10, 1);

    const struct yml *title = yml_get(root, "название");
    assert_text(title, "Школа № 3");
    assert_false(title->quoted);
    assert_place(title->key_at, 10, 1);
    assert_place(title->at, 10, 11);

    const struct yml *tasks = yml_get(root, "tasks");
    assert_int_equal(tasks->kind, YML_LIST);
    assert_int_equal(yml_count(tasks), 2);
    assert_place(tasks->at, 12, 3);
    assert_text(yml_get(tasks->child, "text"), "а, б");
    assert_true(yml_get(tasks->child, "text")->quoted);
    assert_place(yml_get(tasks->child, "text")->at, 12, 20);
    assert_text(yml_get(tasks->child->next, "id"), "z2");
    assert_null(tasks->child->next->next);

    assert_int_equal(yml_get(root, "пусто")->kind, YML_NULL);
    assert_int_equal(yml_count(yml_get(root, "пусто")), 0);
    assert_text(yml_get(root, "кавычки"), "");
    assert_int_equal(yml_count(yml_get(root, "кавычки")), 1);
    assert_text(yml_get(root, "блок"), "раз\nдва\n");
    assert_true(yml_get(root, "блок")->quoted);
    assert_null(yml_get(root, "нет"));
    assert_null(yml_get(NULL, "нет"));
    assert_int_equal(yml_count(NULL), 0);
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 0);
}

/* Types are the schema's business. */
static void test_texts_stay(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "no", "NO", "yes", "012", "1.10", "2024-01-15", "12:30", "~", "null",
        "0x1F", "1e5", "-", "http://a.ru/b",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char source[64];
        snprintf(source, sizeof source, "a: %s%s\n",
                 strcmp(texts[i], "-") == 0 ? "'-'" : "",
                 strcmp(texts[i], "-") == 0 ? "" : texts[i]);
        assert_text(yml_get(parse(source), "a"), texts[i]);
    }
}

static void test_empty(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "\n", "# только примечание\n", "---\n", "---\n...\n",
        "\xEF\xBB\xBF", "{}", "  \n\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct yml *root = parse(texts[i]);
        assert_non_null(root);
        assert_int_equal(root->kind, YML_MAP);
        assert_null(root->child);
    }
    assert_non_null(yml_parse(arena, (struct str){0},
                              (struct pos){ .file = S("f.md") }, diag));
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 0);
}

static void test_root(void **state)
{
    (void)state;
    assert_int_equal(yml_count(parse("- а\n- б\n")), 2);
    assert_text(parse("просто текст"), "просто текст");
}

/* A byte order mark is no column; й may come in two parts; any line end. */
static void test_bytes(void **state)
{
    (void)state;
    const struct yml *root = parse("\xEF\xBB\xBF" "a: b");
    assert_place(yml_get(root, "a")->at, 1, 4);
    root = parse("кра\xD0\xB8\xCC\x86: мо\xD0\xB8\xCC\x86\n");
    assert_text(yml_get(root, "край"), "мой");
    root = parse("a: b\r\nc: d\r\n");
    assert_place(yml_get(root, "c")->at, 2, 4);
    root = parse("a: b\rc: d\r");
    assert_place(yml_get(root, "c")->at, 2, 4);
}

/* `first` need not be the start of a line. */
static void test_offset(void **state)
{
    (void)state;
    struct pos first = { .file = S("f.md"), .line = 7, .col = 5 };
    const struct yml *root = yml_parse(arena, S("a: b\nc: d"), first, diag);
    assert_place(yml_get(root, "a")->at, 7, 8);
    assert_place(yml_get(root, "c")->at, 8, 4);
    assert_null(yml_parse(arena, S("a: b: c"), first, diag));
    assert_complaint("7:9", MSG_YML_COLON);
}

static const struct {
    const char *text, *place;
    enum msg id;
} complaints[] = {
    /* colons */
    { "название: Проект: наставник", "1:17", MSG_YML_COLON },
    { "x: y\nназвание: Проект: наставник", "2:17", MSG_YML_COLON },
    { "- а: б: в", "1:7", MSG_YML_COLON },
    { "key:value\nx: y", "2:2", MSG_YML_FOLDED },
    { "a: b\n  c: d", "2:4", MSG_YML_FOLDED },
    { "a: b\nтекст\nc: d", "2:1", MSG_YML_NO_COLON },
    { "a:\n- b\nконец", "3:1", MSG_YML_NO_COLON },
    /* quotes and brackets: where they begin */
    { "x: y\na: \"b\nc: d\n\n", "2:4", MSG_YML_QUOTE },
    { "a: 'b", "1:4", MSG_YML_QUOTE },
    { "a: \"b\n---\nc: d", "1:4", MSG_YML_QUOTE },
    { "я: [b, c\nd: e", "1:4", MSG_YML_BRACKET },
    { "a: [x: y: z]", "1:4", MSG_YML_BRACKET },
    { "x: y\na: {b: c", "2:4", MSG_YML_BRACKET },
    { "название: \"Школа\" № 5", "1:19", MSG_YML_AFTER },
    { "a: [b](c)", "1:7", MSG_YML_AFTER },
    { "a: [b]]", "1:7", MSG_YML_AFTER },
    { "a: \"b\nc: \"d\"", "2:5", MSG_YML_AFTER },
    /* indents */
    { "a:\n  b: c\n d: e", "3:2", MSG_YML_INDENT },
    { "- a\nb: c", "2:1", MSG_YML_LIST },
    { "a:\n\tb: c", "2:1", MSG_YML_TAB },
    { "a: |\n\tb", "2:1", MSG_YML_TAB },
    { "a: - b", "1:4", MSG_YML_DASH },
    { "a: |text", "1:5", MSG_YML_BLOCK },
    { "a: |0\n b", "1:5", MSG_YML_BLOCK },
    /* characters with a meaning */
    { "a: @b", "1:4", MSG_YML_CHARACTER },
    { "a: `b`", "1:4", MSG_YML_CHARACTER },
    { "a: %b", "1:4", MSG_YML_CHARACTER },
    { "a: }", "1:4", MSG_YML_CHARACTER },
    { "a: ,b", "1:4", MSG_YML_CHARACTER },
    { "a: \"C:\\docs\"", "1:7", MSG_YML_ESCAPE },
    { "a: \"\\xZZ\"", "1:7", MSG_YML_ESCAPE },
    { "a: *Важно*", "1:4", MSG_YML_MARK },
    { "a: &Важно", "1:4", MSG_YML_MARK },
    { "a: !Важно", "1:4", MSG_YML_MARK },
    /* what YAML allows and we do not */
    { "a: &x y", "1:4", MSG_YML_MARK },
    { "a: &x [b]", "1:4", MSG_YML_MARK },
    { "a: &x {b: c}", "1:4", MSG_YML_MARK },
    { "a: &a [*a]", "1:4", MSG_YML_MARK },
    { "a: b\nc: *x", "2:4", MSG_YML_MARK },
    { "*x : b", "1:1", MSG_YML_MARK },
    { "a: !!int 5", "1:4", MSG_YML_MARK },
    { "a: !t [5]", "1:4", MSG_YML_MARK },
    { "a: !e!t 5", "1:4", MSG_YML_MARK },
    { "я: b\nб: c\nя: d", "3:1", MSG_YML_DUPLICATE },
    { "a: {b: 1, b: 2}", "1:11", MSG_YML_DUPLICATE },
    { "a: b\n---\nc: d", "2:1", MSG_YML_DOCUMENTS },
    { "a: b\n...\nc: d", "3:1", MSG_YML_DOCUMENTS },
    { "[a]: b", "1:1", MSG_YML_KEY },
    { "\"\": b", "1:1", MSG_YML_KEY },
    { "%YAML 2.0\n---\na: b", "1:1", MSG_YML_SYNTAX },
    /* bytes: libyaml does not count lines here */
    { "x: y\nяя: b\xFF", "2:6", MSG_YML_ENCODING },
    { "x: y\r\nяя: \xC2", "2:5", MSG_YML_ENCODING },
    { "\xEF\xE8: b", "1:1", MSG_YML_ENCODING },
    { "x: y\ra: b\x01", "2:5", MSG_YML_CONTROL },
};

static void test_complaints(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++) {
        if (parse(complaints[i].text))
            fail_msg("accepted: %s", complaints[i].text);
        assert_complaint(complaints[i].place, complaints[i].id);
        diag_free(diag);
        diag = diag_new();
    }
}

static void test_all_are_reported(void **state)
{
    (void)state;
    assert_null(parse("a: 1\na: 2\nb: *x\nc: &y 3\na: 4\nd: e: f\n"));
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 5);
}

static void test_duplicate_names_first(void **state)
{
    (void)state;
    assert_null(parse_from("k: 1\nl: 2\nk: 3\n", 40));
    char *text = said(diag);
    assert_non_null(strstr(text, "f.md:42:1: error: the key \"k\" is "
                                 "already in line 40"));
    free(text);
}

static void test_russian(void **state)
{
    (void)state;
    parse("a: b: c");
    const struct diag_print how = { .lang = LANG_RU };
    char *text = said_as(diag, &how);
    assert_non_null(strstr(text, "возьмите в кавычки"));
    assert_non_null(strstr(text, "(libyaml: mapping values are not allowed "
                                 "in this context)"));
    free(text);
}

static char *repeat(const char *piece, size_t n)
{
    size_t size = strlen(piece);
    char *text = malloc(size * n + 1);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * size, piece, size);
    text[size * n] = '\0';
    return text;
}

static void test_limits(void **state)
{
    (void)state;
    char text[64] = "";
    for (int i = 0; i < YML_DEPTH_MAX; i++)
        text[i] = '[';
    for (int i = 0; i < YML_DEPTH_MAX; i++)
        text[YML_DEPTH_MAX + i] = ']';
    assert_non_null(parse(text));

    char *deep = repeat("[", 60000);
    assert_null(parse(deep));
    assert_complaint("1:17", MSG_YML_DEPTH);
    free(deep);
    diag_free(diag);
    diag = diag_new();

    char *large = repeat("# line\n", YML_BYTES_MAX / 7);
    assert_non_null(parse(large));
    free(large);
    large = repeat("# line\n", YML_BYTES_MAX / 7 + 1);
    assert_null(parse(large));
    assert_complaint("1:1", MSG_YML_SIZE);
    free(large);
}

static void test_split(void **state)
{
    (void)state;
    static const struct {
        const char *text, *front, *body;
        uint32_t line;
    } cases[] = {
        { "", "", "", 1 },
        { "Текст\n---\nещё", "", "Текст\n---\nещё", 1 },
        { "---\na: b\n---\nТекст\n", "a: b\n", "Текст\n", 4 },
        { "\xEF\xBB\xBF---\na: b\n---\nТекст", "a: b\n", "Текст", 4 },
        { "\xEF\xBB\xBFТекст", "", "Текст", 1 },
        { "--- \t\r\na: b\r\n---\r\n\r\nТ", "a: b\r\n", "\r\nТ", 4 },
        { "---\ra: b\r---\rТ", "a: b\r", "Т", 4 },
        { "---\n---\n", "", "", 3 },
        { "---\na: b\n---", "a: b\n", "", 4 },
        { "----\nТекст", "", "----\nТекст", 1 },
        { "\n---\na: b\n---\n", "", "\n---\na: b\n---\n", 1 },
        { "---\na: |\n  ---\n---\nТ", "a: |\n  ---\n", "Т", 5 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str front, body;
        uint32_t line;
        assert_true(yml_split(S("f.md"), str_of(cases[i].text), &front, &body,
                              &line, diag));
        assert_true(str_is(front, cases[i].front));
        assert_true(str_is(body, cases[i].body));
        assert_int_equal(line, cases[i].line);
    }
}

static void test_split_unclosed(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "---", "---\n", "---\na: b\nТекст\n", "\xEF\xBB\xBF---\na: b\n ---\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str front, body;
        uint32_t line;
        assert_false(yml_split(S("f.md"), str_of(texts[i]), &front, &body,
                               &line, diag));
        assert_complaint("1:1", MSG_YML_FRONT);
    }
}

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t n)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % n;
}

/* Must end, must not crash; a tree or a complaint, never neither or both. */
static void test_noise(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a", "б", ": ", ":", "\n", "\n  ", "- ", "[", "]", "{", "}", ", ",
        "\"", "'", "#", "|", ">", "&x ", "*x", "!t ", "---\n", "...\n", "\t",
        "%", "@", "\\", "? ", "\r", "\xD0", "\xFF", "\x01", "\xC2\x85", "~",
    };
    for (int round = 0; round < 20000; round++) {
        char text[256];
        size_t n = 0, end = random_below(40);
        for (size_t i = 0; i < end; i++) {
            const char *piece =
                pieces[random_below(sizeof pieces / sizeof *pieces)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        text[n] = '\0';
        const struct yml *root = parse(text);
        size_t errors = diag_count(diag, LEVEL_ERROR);
        if ((root != NULL) != (errors == 0))
            fail_msg("tree %p and %zu errors: <%s>", (const void *)root,
                     errors, text);
        if (errors) {
            diag_free(diag);
            diag = diag_new();
        }
        arena_reset(arena);
    }
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_tree),
        TEST(test_texts_stay),
        TEST(test_empty),
        TEST(test_root),
        TEST(test_bytes),
        TEST(test_offset),
        TEST(test_complaints),
        TEST(test_all_are_reported),
        TEST(test_duplicate_names_first),
        TEST(test_russian),
        TEST(test_limits),
        TEST(test_split),
        TEST(test_split_unclosed),
        TEST(test_noise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
