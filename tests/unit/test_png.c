/*
 * test_png: the file is a PNG that any reader takes, holds nothing but the
 * picture, and gives back the pixels; more colours than a palette has are
 * joined, but never those of grounds.
 */
#include "chart/png.h"

#include "png_read.h"

#define SIDE 64

static uint32_t pixels[SIDE * SIDE];

static struct png_read written(size_t width, size_t height, size_t stride)
{
    struct buf out = {0};
    struct png_read png;

    png_write(&out, pixels, width, height, stride);
    png = png_read(buf_str(&out));
    buf_free(&out);
    assert_int_equal(png.width, width);
    assert_int_equal(png.height, height);
    return png;
}

/* The byte that is no colour is not looked at. */
static void test_few_colours(void **state)
{
    static const uint32_t colours[] = {0xffffff, 0xf3f5f7, 0x0b57a4, 0,
                                       0xff1b1f24};
    size_t n = sizeof colours / sizeof *colours;
    struct png_read png;

    (void)state;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = colours[i / 3 % n];
    png = written(50, 40, SIDE);
    assert_int_equal(png.colours, n);
    for (size_t y = 0; y < 40; y++)
        for (size_t x = 0; x < 50; x++)
            assert_int_equal(png_at(&png, x, y),
                             pixels[y * SIDE + x] & 0xffffff);
    png_read_free(&png);
}

static int apart(uint32_t one, uint32_t other)
{
    int most = 0;

    for (int shift = 0; shift < 24; shift += 8) {
        int gap = abs((int)(one >> shift & 0xff) -
                      (int)(other >> shift & 0xff));
        most = gap > most ? gap : most;
    }
    return most;
}

/* Half the picture is one ground, the rest all different. */
static void test_many_colours(void **state)
{
    struct png_read png;

    (void)state;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = i % 2 ? 0xf3f5f7 : (uint32_t)(i * 2654435761u >> 4);
    png = written(SIDE, SIDE, SIDE);
    assert_true(png.colours <= 256);
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        uint32_t got = png_at(&png, i % SIDE, i / SIDE);
        if (i % 2)
            assert_int_equal(got, 0xf3f5f7);
        else
            assert_true(apart(got, pixels[i] & 0xffffff) < 96);
    }
    png_read_free(&png);
}

/* Two grounds that begin with the same bits stay two. */
static void test_near_grounds(void **state)
{
    struct png_read png;

    (void)state;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = i < SIDE * SIDE / 2 ? 0xffffff
                  : i % 7 == 0 ? 0xe0e0e0 + (uint32_t)i % 5 : 0xf3f5f7;
    png = written(SIDE, SIDE, SIDE);
    assert_int_equal(png_at(&png, 1, 1), 0xffffff);
    assert_int_equal(png_at(&png, 3, SIDE - 1), 0xf3f5f7);
    png_read_free(&png);
}

static void test_one_pixel(void **state)
{
    struct png_read png;

    (void)state;
    pixels[0] = 0x123456;
    png = written(1, 1, 1);
    assert_int_equal(png_at(&png, 0, 0), 0x123456);
    png_read_free(&png);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_few_colours),
        cmocka_unit_test(test_many_colours),
        cmocka_unit_test(test_near_grounds),
        cmocka_unit_test(test_one_pixel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
