/*
 * Tests of output/manifest: what is ours and what is not, and that what was
 * written is read back.
 */
#include "said.h"

#include "base/mem.h"
#include "output/manifest.h"

static void test_manifest(void **state)
{
    static const struct {
        const char *text;
        size_t n;               /* 99: not ours */
    } cases[] = {
        {"{\"version\":\"1\",\"files\":{}}", 0},
        {" {\n\"files\" : { \"a\" : \"1\" , \"b\":\"2\"} ,\"version\":\"\"}\n",
         2},
        {"{\"version\":\"1\",\"x\":[1,{\"y\":\"}]\"},[]],\"files\":{}}", 0},
        {"{\"version\":\"1\",\"x\":-1.5e3,\"y\":true,\"z\":null,\"files\":{}}",
         0},
        {"{\"version\":\"1\",\"x\":{},\"files\":{\"a\\\\\\\"\":\"\"}}", 1},
        {"", 99}, {"{}", 99}, {"{", 99}, {"[]", 99}, {"null", 99},
        {"{\"version\":\"1\"}", 99}, {"{\"files\":{}}", 99},
        {"{\"version\":1,\"files\":{}}", 99},
        {"{\"version\":\"1\",\"files\":[]}", 99},
        {"{\"version\":\"1\",\"files\":{\"a\":1}}", 99},
        {"{\"version\":\"1\",\"files\":{\"a\":\"1\",}}", 99},
        {"{\"version\":\"1\",\"files\":{\"a\":\"1\"", 99},
        {"{\"version\":\"1\",\"files\":{\"a\\", 99},
        {"{\"version\":\"1\",\"files\":{\"a\\u12\":\"\"}}", 99},
        {"{\"version\":\"1\",\"files\":{\"a\\q\":\"\"}}", 99},
        {"{\"version\":\"1\",\"x\":,\"files\":{}}", 99},
        {"{\"version\":\"1\",\"x\":[[[", 99},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        struct manifest manifest;
        bool ours = manifest_parse(arena, str_of(cases[i].text), &manifest);
        if (ours != (cases[i].n != 99) || (ours && manifest.n != cases[i].n))
            fail_msg("%s", cases[i].text);
        arena_free(arena);
    }
}

static void test_manifest_round_trip(void **state)
{
    static const struct manifest_file files[] = {
        {{"a\"\\\n\x01", 5}, {"00", 2}}, {{"Школа.pdf", 14}, {"ff", 2}}};
    struct manifest written = {S("1.0"), S("abc"), S("school:a"), files, 2};
    struct manifest read;
    struct buf text = {0};
    struct arena *arena = arena_new();
    (void)state;
    manifest_write(&text, &written);
    assert_true(manifest_parse(arena, buf_str(&text), &read));
    assert_true(str_is(read.version, "1.0"));
    assert_true(str_is(read.source, "abc"));
    assert_true(str_is(read.only, "school:a"));
    assert_int_equal(read.n, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_true(str_eq(read.files[i].path, files[i].path));
        assert_true(str_eq(read.files[i].digest, files[i].digest));
    }
    arena_free(arena);
    buf_free(&text);
}

/* To the byte: one file a line, no source where none is known. */
static void test_manifest_bytes(void **state)
{
    static const struct manifest_file files[] = {
        {{"a.html", 6}, {"00", 2}}, {{"b/\"c\"", 5}, {"ff", 2}}};
    struct manifest manifest = {S("1.0"), S(""), S(""), files, 2};
    struct buf text = {0};
    (void)state;
    manifest_write(&text, &manifest);
    buf_char(&text, '\0');
    assert_string_equal(text.p, "{\n\"version\": \"1.0\",\n\"files\": {\n"
                                "\"a.html\": \"00\",\n"
                                "\"b/\\\"c\\\"\": \"ff\"\n}\n}\n");
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_manifest),
        cmocka_unit_test(test_manifest_round_trip),
        cmocka_unit_test(test_manifest_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
