/*
 * test_qr: the picture holds exactly the modules of the code, with white
 * around them, whatever the text.
 */
#include "chart/qr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <qrencode.h>

#define SIZE_MAX_MODULES 185    /* version 40 with its margin */

/* Reads `Mx yhLv1h-Lz…` back. */
static void read_path(struct str svg, unsigned char *modules, int size)
{
    ptrdiff_t at = str_find(svg, S(" d=\""));
    const char *p;

    assert_true(at > 0);
    p = svg.p + at + 4;
    while (*p == 'M') {
        int x, y, length, back, used = 0;

        assert_int_equal(sscanf(p, "M%d %dh%dv1h%dz%n", &x, &y, &length,
                                &back, &used), 4);
        assert_int_equal(back, -length);
        assert_true(length > 0 && x >= 0 && y >= 0 && x + length <= size &&
                    y < size);
        for (int i = 0; i < length; i++) {
            assert_false(modules[y * size + x + i]);
            modules[y * size + x + i] = 1;
        }
        p += used;
    }
    assert_int_equal(*p, '"');
}

static void check(const char *text, int version)
{
    static unsigned char modules[SIZE_MAX_MODULES * SIZE_MAX_MODULES];
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    struct buf out = {0};
    int size = code->width + 8;
    char box[64];

    memset(modules, 0, sizeof modules);
    if (version > 0)
        assert_int_equal(code->version, version);
    assert_true(chart_qr(&out, str_of(text), S("адрес <школы>")));
    snprintf(box, sizeof box, "viewBox=\"0 0 %d %d\"", size, size);
    assert_true(str_find(buf_str(&out), str_of(box)) > 0);
    read_path(buf_str(&out), modules, size);
    for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
            bool inside = x >= 4 && y >= 4 && x < size - 4 && y < size - 4;
            bool dark = inside && (code->data[(y - 4) * code->width + x - 4]
                                   & 1);

            assert_int_equal(modules[y * size + x], dark);
        }
    }
    QRcode_free(code);
    buf_free(&out);
}

static void test_modules(void **state)
{
    char longest[2001];

    (void)state;
    check("https://obr.example.ru/s/12", 3);
    check("https://shkoly.example.org/s/zarechny-olkhovka", 4);
    check("a", 1);
    check("Школа № 12: «Заря»", 0);
    memset(longest, 'x', 2000);
    longest[2000] = '\0';
    check(longest, 0);
}

/* Named for readers of the screen; black on white in every scheme. */
static void test_picture(void **state)
{
    struct buf out = {0};

    (void)state;
    assert_true(chart_qr(&out, S("https://obr.example.ru/s/12"),
                         S("obr.example.ru/s/12 & \"школа\"")));
    assert_true(str_starts(buf_str(&out),
        S("<svg class=\"qr\" viewBox=\"0 0 37 37\" role=\"img\" "
          "aria-label=\"obr.example.ru/s/12 &amp; &quot;школа&quot;\" "
          "shape-rendering=\"crispEdges\"><rect width=\"37\" "
          "height=\"37\" fill=\"#fff\"/><path d=\"M4 4h7v1h-7z")));
    assert_true(str_ends(buf_str(&out), S("fill=\"#000\"/></svg>")));
    assert_true(out.n < 4500);
    buf_free(&out);
}

static void test_refused(void **state)
{
    struct buf out = {0}, text = {0};

    (void)state;
    assert_false(chart_qr(&out, S(""), S("x")));
    assert_false(chart_qr(&out, (struct str){ "a\0b", 3 }, S("x")));
    for (int i = 0; i < 2001; i++)
        buf_char(&text, 'x');
    assert_false(chart_qr(&out, buf_str(&text), S("x")));
    assert_int_equal(out.n, 0);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_modules),
        cmocka_unit_test(test_picture),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
