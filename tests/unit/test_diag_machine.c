/*
 * test_diag_machine: problems as JSON and as workflow commands of GitHub.
 */
#include "base/str.h"

#include "said.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* What MACHINE_READ and MACHINE_WRITE end with. */
#define ADVICE ". Check that the file is there and that you may read it"
#define SPACE ". Check the space on the disk and that you may write there"

static struct pos at(const char *file, uint32_t line, uint32_t col)
{
    return (struct pos){ .file = str_of(file), .line = line, .col = col };
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
    while (rest.p)
        n += str_starts(str_cut(&rest, '\n'), str_of(with));
    return n;
}

static void machines_get_their_formats(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct diag_print json = { .lang = LANG_EN, .format = DIAG_JSON };
    struct diag_print github = { .lang = LANG_EN, .format = DIAG_GITHUB };
    expect(diag, &json, "[]\n");
    expect(diag, &github, "");
    diag_add(diag, at("", 0, 0), MSG_MACHINE_READ, ARGS(S("a \"b\"\n%")));
    struct pos sheet = at("t.csv", 4, 35);
    sheet.row = sheet.cell = 4;
    diag_add_cell(diag, sheet, MSG_MACHINE_WRITE, ARGS(S("x")), 2,
                  S("fit:a/b@2020"));
    diag_add(diag, at("a,b:c.md", 3, 0), MSG_MACHINE_WRITE, NULL);
    expect(diag, &json,
           "[\n"
           "{\"level\":\"fatal\",\"id\":\"MACHINE_READ\",\"message\":"
           "\"cannot read: a \\\"b\\\" %" ADVICE "\"},\n"
           "{\"file\":\"a,b:c.md\",\"line\":3,\"level\":\"fatal\","
           "\"id\":\"MACHINE_WRITE\",\"message\":\"cannot write: " SPACE "\"},\n"
           "{\"file\":\"t.csv\",\"line\":4,\"col\":35,\"cell\":\"D4\","
           "\"level\":\"fatal\",\"id\":\"MACHINE_WRITE\",\"message\":"
           "\"cannot write: x" SPACE "\",\"finding\":\"fit:a/b@2020\"}\n"
           "]\n");
    expect(diag, &github,
           "::error ::cannot read: a \"b\" %25" ADVICE "\n"
           "::error file=a%2Cb%3Ac.md,line=3::cannot write: " SPACE "\n"
           "::error file=t.csv,line=4,col=35::cannot write: x" SPACE
           " [fit:a/b@2020]\n");
    diag_free(diag);
}

/* GitHub marks files by their path in the repository. */
static void paths_for_github_begin_at_the_repository(void **state)
{
    (void)state;
    static const struct {
        const char *dir, *out;
    } cases[] = {
        { "", "::error file=a.md::" }, { "site", "::error file=site/a.md::" },
        { "a:b/", "::error file=a%3Ab/a.md::" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct diag_print how = { .lang = LANG_EN, .format = DIAG_GITHUB,
                                  .dir = str_of(cases[i].dir) };
        struct diag *diag = diag_new();
        diag_add(diag, at("a.md", 0, 0), MSG_MACHINE_READ, NULL);
        char *text = said_as(diag, &how);
        assert_memory_equal(text, cases[i].out, strlen(cases[i].out));
        free(text);
        diag_free(diag);
    }
}

/* A strict reader of JSON: behind the value at `p`, or NULL. */
static const char *json_value(const char *p);

static const char *json_string(const char *p)
{
    if (*p++ != '"')
        return NULL;
    for (; *p != '"'; p++) {
        if ((unsigned char)*p < 0x20)
            return NULL;
        if (*p != '\\')
            continue;
        p++;
        if (*p == 'u' && strspn(p + 1, "0123456789abcdefABCDEF") < 4)
            return NULL;
        if (!*p || !strchr("\"\\/bfnrtu", *p))
            return NULL;
    }
    return p + 1;
}

/* What stands between brackets; `members` are named. */
static const char *json_list(const char *p, char close, bool members)
{
    p += strspn(p, " \n");
    if (*p == close)
        return p + 1;
    for (;;) {
        if (members) {
            p = json_string(p + strspn(p, " \n"));
            if (!p || *p++ != ':')
                return NULL;
        }
        p = json_value(p);
        if (!p)
            return NULL;
        p += strspn(p, " \n");
        if (*p == close)
            return p + 1;
        if (*p++ != ',')
            return NULL;
    }
}

static const char *json_value(const char *p)
{
    p += strspn(p, " \n");
    if (*p == '[')
        return json_list(p + 1, ']', false);
    if (*p == '{')
        return json_list(p + 1, '}', true);
    if (*p == '"')
        return json_string(p);
    if (strncmp(p, "true", 4) == 0)
        return p + 4;
    size_t digits = strspn(p, "0123456789");
    return digits && (*p != '0' || digits == 1) ? p + digits : NULL;
}

/* Every message with hostile arguments in every place. */
static void json_is_json(void **state)
{
    (void)state;
    static const char *const hostile[] = {
        "", "\"", "\\", "\\\"", "\n\r\t\b\x01\x7F", "\xFF\xC3", "</script>",
        "\u2028\u202E\uFEFF", "{\"a\":[1,2", "%1%2", "школа «Луч»",
    };
    struct diag_print json = { .lang = LANG_RU, .format = DIAG_JSON,
                               .verbose = true };
    struct diag *diag = diag_new();
    for (int id = 0; id < MSG_COUNT; id++) {
        struct str s = str_of(hostile[(size_t)id % LENGTH(hostile)]);
        struct pos place = { .file = s, .line = (uint32_t)id % 3,
                             .col = (uint32_t)id % 2, .row = 1, .cell = 2 };
        diag_add_cell(diag, place, (enum msg)id, ARGS(s, s, s, s), 0, s);
    }
    char *text = said_as(diag, &json);
    const char *end = json_value(text);
    assert_non_null(end);
    assert_string_equal(end, "\n");
    assert_true(utf8_valid(str_of(text)) == strlen(text));
    assert_int_equal(count_lines(text, "{\""), MSG_COUNT);
    free(text);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(machines_get_their_formats),
        cmocka_unit_test(paths_for_github_begin_at_the_repository),
        cmocka_unit_test(json_is_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
