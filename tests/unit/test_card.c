/*
 * test_card: pictures of schools, programmes and the site: which there are,
 * that they hold nothing that is hidden, and which page is shown by which.
 */
#include "school_site.h"

#include "png_read.h"

#define CARDS SITE_CONFIG "cards: png\n"
#define BASE "base_url: https://obr.example.ru/vitrina/\n"
#define BYTES_MAX 61440

static struct small_site *opened(const char *config)
{
    school_files();
    write_file("site/content/site.yml", config);
    return site_open();
}

static bool has_file(const struct small_site *s, const char *path)
{
    return plan_find(s->plan, str_of(path)) != SIZE_MAX;
}

/* The bytes of a file; the caller frees them. */
static struct buf bytes_of(struct small_site *s, const char *path)
{
    struct buf copy = {0};

    site_page(s, path);
    buf_add(&copy, buf_str(&s->out));
    return copy;
}

static const struct {
    const char *path;
    size_t width, height;
} cards[] = {
    {"card.png", 1200, 630},
    {"programs/rost/card.png", 1200, 630},
    {"kits/zar-1/card.png", 1200, 630},
    {"kits/zar-1/square.png", 1080, 1080},
    {"kits/zar-3/card.png", 1200, 630},
    {"kits/zar-4/square.png", 1080, 1080},
};
#define CARDS_N (sizeof cards / sizeof *cards)

static void test_none(void **state)
{
    struct small_site *s = opened(SITE_CONFIG BASE);

    (void)state;
    for (size_t i = 0; i < CARDS_N; i++)
        assert_false(has_file(s, cards[i].path));
    assert_lacks(site_page(s, "index.html"), "og:image");
    site_close(s);
}

static void test_files(void **state)
{
    struct small_site *s = opened(CARDS);

    (void)state;
    for (size_t i = 0; i < CARDS_N; i++) {
        struct png_read png;

        site_page(s, cards[i].path);
        assert_true(s->out.n < BYTES_MAX);
        png = png_read(buf_str(&s->out));
        assert_int_equal(png.width, cards[i].width);
        assert_int_equal(png.height, cards[i].height);
        assert_int_equal(png_at(&png, 0, 0), 0x0b57a4);
        assert_int_equal(png_at(&png, 2, png.height / 2), 0xffffff);
        /* the title; nothing at the edges */
        assert_true(png_is_drawn(&png, 40, 30, 600, 90));
        assert_false(png_is_drawn(&png, 0, 40, 40, png.height));
        assert_false(png_is_drawn(&png, png.width - 30, 40, png.width,
                                  png.height));
        assert_false(png_is_drawn(&png, 0, png.height - 8, png.width,
                                  png.height));
        png_read_free(&png);
    }
    site_close(s);
}

/* Asked for again, whatever was drawn in between. */
static void test_again(void **state)
{
    struct small_site *s = opened(CARDS);
    struct buf first[CARDS_N];

    (void)state;
    for (size_t i = 0; i < CARDS_N; i++)
        first[i] = bytes_of(s, cards[i].path);
    for (size_t i = CARDS_N; i-- > 0;) {
        struct buf again = bytes_of(s, cards[i].path);

        assert_true(str_eq(buf_str(&first[i]), buf_str(&again)));
        for (size_t k = 0; k < i; k++)
            assert_false(str_eq(buf_str(&first[i]), buf_str(&first[k])));
        buf_free(&again);
        buf_free(&first[i]);
    }
    site_close(s);
}

/* A number changed; do all pictures stay as they were? */
static bool is_seen(const char *row, const char *other)
{
    struct small_site *s = opened(CARDS);
    struct buf before[CARDS_N];
    bool seen = false;

    for (size_t i = 0; i < CARDS_N; i++)
        before[i] = bytes_of(s, cards[i].path);
    site_close(s);
    school_files();
    write_file("site/content/site.yml", CARDS);
    run("grep -q '%s' site/data/rost/values.csv && "
        "sed -i 's/%s/%s/' site/data/rost/values.csv", row, row, other);
    s = site_open();
    for (size_t i = 0; i < CARDS_N; i++) {
        struct buf after = bytes_of(s, cards[i].path);

        seen |= !str_eq(buf_str(&before[i]), buf_str(&after));
        buf_free(&after);
        buf_free(&before[i]);
    }
    site_close(s);
    return seen;
}

static void test_hidden(void **state)
{
    (void)state;
    assert_false(is_seen("fg;zar-3;2025;;2;97", "fg;zar-3;2025;;3;97"));
    assert_true(is_seen("late;zar-1;2025;8", "late;zar-1;2025;9"));
}

/* The band above the name of a school that is invented, or whose programme
 * is retold. */
static uint32_t band_of(const char *key)
{
    struct small_site *s;
    struct png_read png;
    uint32_t colour;

    school_files();
    write_file("site/content/site.yml", CARDS);
    run("sed -i 's/^scope: all/scope: all\\n%s/' "
        "site/content/programs/rost/index.md", key);
    s = site_open();
    site_page(s, "kits/zar-1/card.png");
    png = png_read(buf_str(&s->out));
    colour = png_at(&png, 1, 1);
    png_read_free(&png);
    site_close(s);
    return colour;
}

static void test_notice(void **state)
{
    (void)state;
    assert_int_equal(band_of("order: 1"), 0x0b57a4);
    assert_int_equal(band_of("demo: true"), 0xa3430b);
    assert_int_equal(band_of("source_note: По отчёту"), 0x4a5460);
}

/* Where a programme belongs to none of several municipalities, its card
 * names none. */
static void test_no_place(void **state)
{
    struct buf drawn[2] = {{0}, {0}};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct small_site *s;

        school_files();
        write_file("site/content/site.yml", CARDS);
        run("sed -i 's/^municipalities:/&\\n  %s/' site/content/site.yml && "
            "sed -i '/^municipality:/d' site/content/programs/rost/index.md",
            i ? "bor: {name: Борский район}" : "yar: {name: Ярский район}");
        s = site_open();
        drawn[i] = bytes_of(s, "programs/rost/card.png");
        site_close(s);
    }
    assert_true(drawn[0].n > 0);
    assert_true(str_eq(buf_str(&drawn[0]), buf_str(&drawn[1])));
    buf_free(&drawn[0]);
    buf_free(&drawn[1]);
}

static void test_pages(void **state)
{
    static const struct {
        const char *page, *image, *what;
    } rows[] = {
        {"index.html", "card.png", "Школы района"},
        {"glossary.html", "card.png", "Школы района"},
        {"programs/rost/index.html", "programs/rost/card.png",
         "Школа роста"},
        {"programs/rost/plan.html", "programs/rost/card.png",
         "Школа роста"},
        {"schools/zar-1.html", "kits/zar-1/card.png", "Первая"},
        {"embed/zar-1.html", "kits/zar-1/card.png", "Первая"},
    };
    struct small_site *s = opened(CARDS BASE);

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char want[400];
        const char *page;

        if (!has_file(s, rows[i].page))
            continue;
        page = site_page(s, rows[i].page);
        snprintf(want, sizeof want, "<meta property=\"og:image\" content=\""
                 "https://obr.example.ru/vitrina/%s\">", rows[i].image);
        assert_holds(page, want);
        snprintf(want, sizeof want, "<meta property=\"og:image:alt\" "
                 "content=\"Картинка: %s\">", rows[i].what);
        assert_holds(page, want);
        assert_holds(page, "og:image:width\" content=\"1200\"");
        assert_holds(page, "og:image:height\" content=\"630\"");
    }
    site_close(s);
    s = opened(CARDS);
    assert_lacks(site_page(s, "schools/zar-1.html"), "og:image");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_none),   cmocka_unit_test(test_files),
        cmocka_unit_test(test_again),  cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_notice), cmocka_unit_test(test_no_place),
        cmocka_unit_test(test_pages),
    };

    return RUN_SITE(tests);
}
