/*
 * Tests of base/zip_write: archives, byte for byte the same, read back by
 * input/zip. tests/kits.sh has programs of others open them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/zip_write.h"
#include "input/zip.h"

#define BIG 100000

static char big[BIG];           /* text that packs well */
static const char noise[] = { '\x89', 'P', 'N', 'G', 0, 1, 2, 3, 4, 5 };

static const struct {
    const char *name;
    struct str bytes;
    bool pack;
} files[] = {
    { "index.html", { big, BIG }, true },
    { "card.png", { noise, sizeof noise }, false },
    { "raw.txt", { big, 1000 }, false },
    { "noise.txt", { noise, sizeof noise }, true },
    { "empty.txt", { NULL, 0 }, true },
    { "folder/deep.txt", { "text", 4 }, true },
};
#define FILES (sizeof files / sizeof *files)

static void make(struct buf *out)
{
    struct zip_writer zip;

    for (size_t i = 0; i < BIG; i++)
        big[i] = (char)('a' + i % 17 + i % 3);
    zip_begin(&zip, out, 2026, 3, 1);
    for (size_t i = 0; i < FILES; i++)
        zip_add(&zip, str_of(files[i].name), files[i].bytes, files[i].pack);
    zip_end(&zip);
}

static void test_read_back(void **state)
{
    struct buf archive = {0};

    (void)state;
    make(&archive);
    for (size_t i = 0; i < FILES; i++) {
        struct buf got = {0};
        bool there = zip_file(buf_str(&archive), str_of(files[i].name),
                              SIZE_MAX, &got);

        /* an empty file has nothing to find */
        assert_true(there || files[i].bytes.n == 0);
        assert_true(str_eq(buf_str(&got), files[i].bytes));
        buf_free(&got);
    }
    assert_true(archive.n < BIG / 2);
    buf_free(&archive);
}

static void test_same(void **state)
{
    struct buf first = {0}, second = {0};

    (void)state;
    make(&first);
    make(&second);
    assert_true(str_eq(buf_str(&first), buf_str(&second)));
    buf_free(&first);
    buf_free(&second);
}

/* Offsets count from the archive's own beginning. */
static void test_behind(void **state)
{
    struct buf alone = {0}, behind = {0};

    (void)state;
    make(&alone);
    buf_addz(&behind, "before");
    make(&behind);
    assert_true(str_eq(buf_str(&alone), str_skip(buf_str(&behind), 6)));
    buf_free(&alone);
    buf_free(&behind);
}

static void test_dates(void **state)
{
    static const struct {
        int y, m, d;
        unsigned day;
    } rows[] = {
        { 2026, 3, 1, 46 << 9 | 3 << 5 | 1 },
        { 1980, 1, 1, 1 << 5 | 1 },
        { 1970, 12, 31, 12 << 5 | 31 },
        { 2107, 12, 31, 127 << 9 | 12 << 5 | 31 },
        { 3000, 1, 2, 127 << 9 | 1 << 5 | 2 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf out = {0};
        struct zip_writer zip;

        zip_begin(&zip, &out, rows[i].y, rows[i].m, rows[i].d);
        zip_add(&zip, S("a"), S("b"), false);
        zip_end(&zip);
        assert_int_equal((unsigned char)out.p[12], rows[i].day & 255);
        assert_int_equal((unsigned char)out.p[13], rows[i].day >> 8);
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_behind),
        cmocka_unit_test(test_dates),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
