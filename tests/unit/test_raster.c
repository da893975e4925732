/*
 * test_raster: pictures depend on the SVG and the given fonts alone: whatever
 * the machine's fonts and settings, in any thread. Each test that needs a
 * fresh library runs it in a process of its own.
 */
#include "chart/raster.h"

#include "base/pool.h"
#include "png_read.h"
#include "render/embedded.h"
#include "scratch.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define WIDTH 300
#define HEIGHT 80
#define HEAD "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='80'>"
#define TEXT(attributes)                                             \
    HEAD "<text x='10' y='50' font-size='40' " attributes ">Школа № 1, 65 %" \
         "</text></svg>"

static struct str font(const char *name)
{
    for (size_t i = 0; i < theme_fonts_n; i++)
        if (strcmp(theme_fonts[i].path, name) == 0)
            return (struct str){(const char *)theme_fonts[i].bytes,
                                theme_fonts[i].n};
    fail_msg("no font %s", name);
    return (struct str){0};
}

static enum raster draw(struct buf *out, const char *svg)
{
    const struct str fonts[] = {font("bold.ttf"), font("regular.ttf")};

    return raster_png(out, str_of(svg), WIDTH, HEIGHT, fonts, 2);
}

static struct png_read drawn(const char *svg)
{
    struct buf out = {0};
    struct png_read png;

    assert_int_equal(draw(&out, svg), RASTER_DRAWN);
    png = png_read(buf_str(&out));
    buf_free(&out);
    return png;
}

static void assert_same(const char *one, const char *other, bool same)
{
    struct buf a = {0}, b = {0};

    assert_int_equal(draw(&a, one), RASTER_DRAWN);
    assert_int_equal(draw(&b, other), RASTER_DRAWN);
    assert_int_equal(str_eq(buf_str(&a), buf_str(&b)), same);
    buf_free(&a);
    buf_free(&b);
}

/* --- in a process of its own --- */

/* What main makes of `case NAME`: writes a picture into a file. */
static int child(const char *what, const char *path)
{
    struct str bad[] = {S("this is no font")};
    struct rlimit none = {3, 3};
    struct buf out = {0};

    if (strcmp(what, "bad") == 0)
        return raster_png(&out, S(HEAD "</svg>"), WIDTH, HEIGHT, bad, 1) !=
               RASTER_FONT;
    if (strcmp(what, "full") == 0) {
        setrlimit(RLIMIT_NOFILE, &none);
        errno = 0;
        /* at once: the search for leaks needs files */
        _exit(draw(&out, TEXT("")) != RASTER_MACHINE || errno != EMFILE ||
              out.n > 0);
    }
    if (draw(&out, TEXT("font-family='DejaVu Sans'")) != RASTER_DRAWN)
        return 1;
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(out.p, 1, out.n, file) != out.n)
        return 1;
    buf_free(&out);
    return fclose(file);
}

static const char *self;

static void test_machine(void **state)
{
    static const char *const settings[] = {
        "FONTCONFIG_FILE=/nonexistent HOME=/nonexistent",
        "FONTCONFIG_FILE=$PWD/fonts.conf XDG_CACHE_HOME=$PWD/cache HOME=$PWD",
        "FONTCONFIG_PATH=$PWD LC_ALL=C LANG=ja_JP.UTF-8 FC_LANG=ja",
        "XDG_CONFIG_HOME=$PWD XDG_DATA_HOME=$PWD LC_ALL=ru_RU.UTF-8",
    };

    (void)state;
    run("mkdir -p empty && printf '<fontconfig><dir>%%s/empty</dir>"
        "<cachedir>%%s/cache</cachedir></fontconfig>' \"$PWD\" \"$PWD\" "
        ">fonts.conf && '%s' case usual usual.png", self);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        run("rm -f this.png && %s '%s' case usual this.png && "
            "cmp usual.png this.png", settings[i], self);
    run("test ! -e cache -a ! -e .cache -a ! -e .fontconfig");
}

static void test_bad_font(void **state)
{
    (void)state;
    run("'%s' case bad", self);
}

/* No room for files: said, and nothing appended. */
static void test_no_files(void **state)
{
    (void)state;
    run("'%s' case full", self);
}

/* --- in this one --- */

static void test_picture(void **state)
{
    struct png_read png = drawn(
        HEAD "<rect width='300' height='80' fill='#f3f5f7'/>"
        "<rect x='200' width='100' height='80' fill='#0b57a4'/></svg>");

    (void)state;
    assert_int_equal(png.width, WIDTH);
    assert_int_equal(png.height, HEIGHT);
    assert_int_equal(png_at(&png, 0, 0), 0xf3f5f7);
    assert_int_equal(png_at(&png, 299, 79), 0x0b57a4);
    png_read_free(&png);
    png = drawn(TEXT(""));
    assert_int_equal(png_at(&png, 299, 0), 0xffffff);
    assert_true(png_is_drawn(&png, 0, 10, 290, 60));
    png_read_free(&png);
}

static void test_fonts(void **state)
{
    (void)state;
    assert_same(TEXT("font-family='sans-serif'"),
                TEXT("font-family='DejaVu Serif'"), true);
    assert_same(TEXT(""), TEXT("font-weight='700'"), false);
    assert_same(TEXT("font-weight='700'"), TEXT("font-weight='bold'"), true);
}

/* The same size again: an SVG of any is drawn to fill the picture. */
static void test_fills(void **state)
{
    struct png_read png = drawn(
        "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='8'>"
        "<rect width='30' height='8' fill='#0b57a4'/></svg>");

    (void)state;
    assert_int_equal(png_at(&png, 299, 79), 0x0b57a4);
    png_read_free(&png);
}

static void test_no_svg(void **state)
{
    struct buf out = {0};

    (void)state;
    assert_int_equal(draw(&out, "words"), RASTER_MACHINE);
    assert_int_equal(out.n, 0);
    buf_free(&out);
}

struct threads {
    struct buf out[40];
};

static int draw_one(void *payload, size_t worker, size_t i)
{
    struct threads *t = payload;

    (void)worker;
    return draw(&t->out[i], i % 2 ? TEXT("") : TEXT("font-weight='700'")) !=
           RASTER_DRAWN;
}

static void test_threads(void **state)
{
    static struct threads t;

    (void)state;
    assert_int_equal(pool_run(4, 40, draw_one, &t), 0);
    for (size_t i = 0; i < 40; i++)
        assert_true(str_eq(buf_str(&t.out[i]), buf_str(&t.out[i % 2])));
    assert_false(str_eq(buf_str(&t.out[0]), buf_str(&t.out[1])));
    for (size_t i = 0; i < 40; i++)
        buf_free(&t.out[i]);
}

int main(int argc, char **argv)
{
    static char path[8192];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_machine),
        cmocka_unit_test(test_bad_font),
        cmocka_unit_test(test_no_files),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_picture),
        cmocka_unit_test(test_fonts),
        cmocka_unit_test(test_fills),
        cmocka_unit_test(test_no_svg),
    };

    if (argc > 2)
        return child(argv[2], argc > 3 ? argv[3] : "");
    if (argv[0][0] != '/' && getcwd(path, 4096))
        strcat(strcat(path, "/"), argv[0]);
    else
        strcpy(path, argv[0]);
    self = path;
    return cmocka_run_group_tests(tests, scratch_set_up,
                                  scratch_tear_down) != 0;
}
