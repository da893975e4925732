/*
 * lexicon: reading and overriding, forms of number (R6.1), filling in; the
 * default theme's files are complete and agree with each other.
 */
#include "model/lexicon.h"

#include "default_words.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct state {
    struct arena *arena;
    struct diag *diag;
};

static int setup(void **state)
{
    struct state *s = mem_alloc(sizeof *s);

    s->arena = arena_new();
    s->diag = diag_new();
    *state = s;
    return 0;
}

static int teardown(void **state)
{
    struct state *s = *state;

    arena_free(s->arena);
    diag_free(s->diag);
    free(s);
    return 0;
}

static struct lexicon *read_two(struct state *s, const char *strong,
                                const char *weak)
{
    const struct str texts[] = {str_of(strong), str_of(weak)};
    const struct str files[] = {S("mine/ru.yml"), S("default/ru.yml")};

    return lexicon_read(s->arena, LANG_RU, texts, files, 2, s->diag);
}

static struct lexicon *read_ours(struct state *s, enum lang lang)
{
    return default_words(s->arena, lang);
}

/* Does `text` hold the message, as far as it has no arguments? */
static void expect_message(const char *text, enum msg id)
{
    struct str words = str_of(diag_text(id, LANG_EN));
    ptrdiff_t hole = str_find_char(words, '%');

    if (hole >= 0)
        words = str_sub(words, 0, (size_t)hole);
    if (str_find(str_of(text), words) < 0)
        fail_msg("%s is not in %s", diag_name(id), text);
}

static void expect_word(const struct lexicon *lexicon, const char *key,
                        const char *expected)
{
    struct str text = lex(lexicon, key);

    if (!str_is(text, expected))
        fail_msg("%s: %.*s, expected %s", key, STR_FMT(text), expected);
}

static void test_override(void **state)
{
    struct lexicon *lexicon = read_two(
        *state, "b: мой\nown.word: 1.10\n",
        "a: один\nb: два {n}\nempty:\nflag: no\n");
    struct state *s = *state;
    struct str text;

    assert_non_null(lexicon);
    assert_int_equal(diag_count(s->diag, LEVEL_ERROR), 0);
    expect_word(lexicon, "a", "один");
    expect_word(lexicon, "b", "мой");
    expect_word(lexicon, "own.word", "1.10");
    expect_word(lexicon, "empty", "");
    expect_word(lexicon, "flag", "no");
    assert_int_equal(lexicon_count(lexicon), 5);
    assert_true(str_is(lexicon_key(lexicon, 0), "a"));
    assert_false(lexicon_find(lexicon, S("c"), &text));
    assert_false(lexicon_find(lexicon, S(""), &text));
    assert_int_equal(lexicon_lang(lexicon), LANG_RU);
}

static void test_bad_names(void **state)
{
    char *text;

    assert_non_null(read_two(*state, "a: '{m} и {n}'\n", "a: '{n} {k}'\n"));
    text = said(((struct state *)*state)->diag);
    assert_non_null(strstr(text, "mine/ru.yml:1:4"));
    expect_message(text, MSG_LEXICON_NAME);
    assert_non_null(strstr(text, "\"a\" has {m}"));
    assert_non_null(strstr(text, "{n}, {k}"));
    assert_null(strstr(text, "has {n}"));
    free(text);
}

static void test_bad_kinds(void **state)
{
    char *text;
    struct lexicon *lexicon = read_two(*state, "a: [1, 2]\nb:\n  c: d\n",
                                       "a: one\nb: two\n");

    expect_word(lexicon, "a", "one");
    expect_word(lexicon, "b", "two");
    text = said(((struct state *)*state)->diag);
    expect_message(text, MSG_LEXICON_KIND);
    assert_non_null(strstr(text, "\"a\" must be a text"));
    assert_non_null(strstr(text, "\"b\" must be a text"));
    free(text);
}

static void test_bad_files(void **state)
{
    struct state *s = *state;
    char *text;

    assert_null(read_two(s, "a: 'open\n", "a: one\n"));
    assert_int_equal(diag_count(s->diag, LEVEL_ERROR), 1);
    assert_null(read_two(s, "- a\n- b\n", "a: one\n"));
    assert_int_equal(diag_count(s->diag, LEVEL_ERROR), 2);
    text = said(s->diag);
    expect_message(text, MSG_LEXICON_FILE);
    assert_non_null(strstr(text, "mine/ru.yml:1:1"));
    free(text);
    assert_non_null(read_two(s, "", "a: one\n"));
    assert_non_null(read_two(s, "# only a comment\n", "a: one\n"));
    assert_int_equal(diag_count(s->diag, LEVEL_ERROR), 2);
}

/* Runs `what` in a child that must abort; what it said is in `said`. */
static void expect_abort(void (*what)(const struct lexicon *),
                         const struct lexicon *lexicon, char *said,
                         size_t size)
{
    int pipes[2], status;
    size_t n = 0;
    ssize_t got;
    pid_t child;

    assert_int_equal(pipe(pipes), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(pipes[1], 2);
        signal(SIGABRT, SIG_DFL);
        what(lexicon);
        _exit(0);
    }
    close(pipes[1]);
    while ((got = read(pipes[0], said + n, size - 1 - n)) > 0)
        n += (size_t)got;
    said[n] = '\0';
    close(pipes[0]);
    waitpid(child, &status, 0);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

static void ask_unknown(const struct lexicon *lexicon)
{
    lex(lexicon, "no.such");
}

static void ask_form(const struct lexicon *lexicon)
{
    lex_plural(lexicon, "a", num_int(2));
}

static void test_missing(void **state)
{
    struct lexicon *lexicon = read_two(*state, "", "a: one\na.one: x\n");
    char said[4096];

    expect_abort(ask_unknown, lexicon, said, sizeof said);
    assert_non_null(strstr(said, "no.such"));
    expect_abort(ask_form, lexicon, said, sizeof said);
    assert_non_null(strstr(said, "a.few"));
}

static void test_fill(void **state)
{
    static const struct {
        const char *word, *expected;
    } examples[] = {
        {"{k} из {n}", "13 из 18"},
        {"{n}{n}{k}", "181813"},
        {"без имён", "без имён"},
        {"", ""},
        {"{k", "{k"},
        {"k} {n}", "k} 18"},
        {"{k}", "13"}
    };

    for (size_t i = 0; i < COUNT(examples); i++) {
        struct buf yml = {0}, out = {0};
        struct lexicon *lexicon;
        buf_addf(&yml, "a: '%s'\n", examples[i].word);
        lexicon = read_two(*state, "", yml.p);
        buf_addz(&out, "<");
        lex_fill(&out, lexicon, "a", FILL({"k", S("13")}, {"n", S("18")}));
        if (!str_is(str_skip(buf_str(&out), 1), examples[i].expected))
            fail_msg("%s: %s", examples[i].word, out.p);
        buf_free(&yml);
        buf_free(&out);
    }
}

/* A fill is text: braces in it are not filled again. */
static void test_fill_once(void **state)
{
    struct lexicon *lexicon = read_two(*state, "", "a: '{k} {n}'\n");
    struct buf out = {0};

    lex_fill(&out, lexicon, "a", FILL({"k", S("{n}")}, {"n", S("{k}")}));
    assert_string_equal(out.p, "{n} {k}");
    buf_free(&out);
}

static void test_plural(void **state)
{
    static const struct {
        int64_t v;
        uint8_t scale;
        const char *school, *pupil, *year, *of_school, *english;
    } rows[] = {
        {0, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {1, 0, "школа", "обучающийся", "год", "школы", "school"},
        {2, 0, "школы", "обучающихся", "года", "школ", "schools"},
        {5, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {11, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {12, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {14, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {21, 0, "школа", "обучающийся", "год", "школы", "schools"},
        {22, 0, "школы", "обучающихся", "года", "школ", "schools"},
        {25, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {101, 0, "школа", "обучающийся", "год", "школы", "schools"},
        {111, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {112, 0, "школ", "обучающихся", "лет", "школ", "schools"},
        {1001, 0, "школа", "обучающийся", "год", "школы", "schools"},
        {15, 1, "школы", "обучающегося", "года", "школы", "schools"},
        {-1, 0, "школа", "обучающийся", "год", "школы", "school"},
        {INT64_MIN, 0, "школ", "обучающихся", "лет", "школ", "schools"}
    };
    struct lexicon *ru = read_ours(*state, LANG_RU);
    struct lexicon *en = read_ours(*state, LANG_EN);

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct num n = {rows[i].v, rows[i].scale};
        assert_true(str_is(lex_plural(ru, "school", n), rows[i].school));
        assert_true(str_is(lex_plural(ru, "pupil", n), rows[i].pupil));
        assert_true(str_is(lex_plural(ru, "year", n), rows[i].year));
        assert_true(str_is(lex_plural(ru, "of.school", n),
                           rows[i].of_school));
        assert_true(str_is(lex_plural(en, "school", n), rows[i].english));
    }
}

/* The words of R6.1 as a whole: 1, 2, 5, 1,5. */
static void test_words_of_numbers(void **state)
{
    static const char *const rows[][5] = {
        {"teacher", "педагог", "педагога", "педагогов", "педагога"},
        {"mark", "балл", "балла", "баллов", "балла"},
        {"person", "человек", "человека", "человек", "человека"},
        {"measure", "мероприятие", "мероприятия", "мероприятий",
         "мероприятия"},
        {"indicator", "показатель", "показателя", "показателей",
         "показателя"},
        {"practice", "практика", "практики", "практик", "практики"},
        {"rouble", "рубль", "рубля", "рублей", "рубля"},
        {"percent", "процент", "процента", "процентов", "процента"},
        {"point", "процентный пункт", "процентных пункта",
         "процентных пунктов", "процентного пункта"}
    };
    static const struct num numbers[] = {{1, 0}, {2, 0}, {5, 0}, {15, 1}};
    struct lexicon *ru = read_ours(*state, LANG_RU);

    for (size_t i = 0; i < COUNT(rows); i++)
        for (size_t j = 0; j < COUNT(numbers); j++)
            assert_true(str_is(lex_plural(ru, rows[i][0], numbers[j]),
                               rows[i][j + 1]));
}

static bool ends_form(struct str key, const char *form)
{
    return str_ends(key, str_of(form));
}

/* The counterpart of a key in the other language, where it must be. */
static void expect_key(const struct lexicon *lexicon, struct str key,
                       const char *file)
{
    struct str text;

    if (!lexicon_find(lexicon, key, &text))
        fail_msg("%s has no %.*s", file, STR_FMT(key));
}

static void test_complete(void **state)
{
    struct lexicon *ru = read_ours(*state, LANG_RU);
    struct lexicon *en = read_ours(*state, LANG_EN);
    static const char *const forms[] = {".one", ".few", ".many", ".other"};
    struct str one;

    for (size_t i = 0; i < lexicon_count(en); i++)
        expect_key(ru, lexicon_key(en, i), DEFAULT_RU);
    for (size_t i = 0; i < lexicon_count(ru); i++) {
        struct str key = lexicon_key(ru, i);
        expect_key(en, key, DEFAULT_EN);
        if (!ends_form(key, ".many"))
            continue;
        one = str_sub(key, 0, key.n - strlen(".many"));
        for (size_t f = 0; f < COUNT(forms); f++) {
            struct buf full = {0};
            buf_add(&full, one);
            buf_addz(&full, forms[f]);
            expect_key(ru, buf_str(&full), DEFAULT_RU);
            buf_free(&full);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_override, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_kinds, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_files, setup, teardown),
        cmocka_unit_test_setup_teardown(test_missing, setup, teardown),
        cmocka_unit_test_setup_teardown(test_fill, setup, teardown),
        cmocka_unit_test_setup_teardown(test_fill_once, setup, teardown),
        cmocka_unit_test_setup_teardown(test_plural, setup, teardown),
        cmocka_unit_test_setup_teardown(test_words_of_numbers, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_complete, setup, teardown)
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
