/*
 * pick: which indicators stand for a school (reader 10), and which have
 * something to say at all.
 */
#include "release/pick.h"

#include "small_site.h"

/* Eight indicators of a school: the order is that of the table. */
#define INDICATORS                                                         \
    "id;title;unit;class;direction;aggregate;publish_level\n"              \
    "slow;Медленный;%;open;up;none;\nbad;Далёкий;%;open;up;none;\n"        \
    "ok;Достигнутый;%;open;up;none;\nfine;Тоже;%;open;up;none;\n"          \
    "rise;Выросший;%;open;up;none;\nfall;Упавший;%;open;down;none;\n"      \
    "new;Новый;%;open;up;none;\nnone;Пустой;%;open;up;none;\n"             \
    "ovz;Общий;%;people;none;none;municipality\n"
#define VALUES                                                             \
    "indicator;school;period;value;status\n"                               \
    "slow;a;2023;50;\nslow;a;2024;51;\nbad;a;2024;10;\nok;a;2024;80;\n"    \
    "fine;a;2024;90;\nrise;a;2023;20;\nrise;a;2024;30;\n"                  \
    "fall;a;2023;9;\nfall;a;2024;6;\nnew;a;2025;5;\nnone;a;2024;;x\n"      \
    "none;b;2024;;z\nslow;b;2023;;z\nslow;b;2024;;z\n"

static struct small_site *open_with(const char *more, const char *targets,
                                    const char *plan)
{
    struct buf config = {0};

    buf_addz(&config, SITE_CONFIG);
    buf_addz(&config, more);
    site_files(config.p);
    buf_free(&config);
    write_file("site/content/programs/p/index.md", "---\ntitle: П\n---\n");
    write_file("site/data/schools.csv", "id;name\na;Первая\nb;Вторая\n");
    write_file("site/data/p/indicators.csv", INDICATORS);
    write_file("site/data/p/values.csv", VALUES);
    if (targets)
        write_file("site/data/p/targets.csv", targets);
    if (plan)
        write_file("site/data/p/plan.csv", plan);
    return site_open();
}

/* Closes the site. */
static void assert_picks(struct small_site *s, const char *school,
                         const char *wanted)
{
    static const size_t programmes[] = {0};
    size_t out[PICK_MAX];
    size_t n = pick_for_school(s->release,
                               catalog_school(s->site, str_of(school)),
                               programmes, 1, out);
    struct buf got = {0};

    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_char(&got, ' ');
        buf_add(&got, s->site->indicators.at[out[i]].id);
    }
    assert_string_equal(got.p ? got.p : "", wanted);
    buf_free(&got);
    site_close(s);
}

#define TARGETS                                                            \
    "indicator;period;school;target\nslow;2024;*;60\nbad;2024;*;60\n"      \
    "ok;2024;*;70\nfine;2024;*;70\n"

/* Reached: ok before fine. Improved: rise by half beats fall by a third.
 * Gap: the furthest about which something is done. Newest: new. */
static void test_questions(void **state)
{
    (void)state;
    assert_picks(open_with("", TARGETS,
                           "id;title;indicators\nm1;Дело;slow\n"
                           "m2;Дело;bad\n"),
                 "a", "bad ok rise new");
    assert_picks(open_with("", TARGETS,
                           "id;title;indicators;schools\nm1;Дело;slow;\n"
                           "m2;Чужое;bad;b\n"),
                 "a", "slow ok rise new");
    assert_picks(open_with("", TARGETS,
                           "id;title;indicators;status\nm1;Дело;slow;\n"
                           "m2;Дело;bad;cancelled\n"),
                 "a", "slow ok rise new");
}

/* Without targets and plan the places go to the first with a value. */
static void test_rest(void **state)
{
    (void)state;
    assert_picks(open_with("", NULL, NULL), "a", "slow bad rise new");
    assert_picks(open_with("", NULL, NULL), "b", "");
}

/* The site's own choice, in its order; what does not concern a school and
 * what is not there at all gives way. */
static void test_chosen(void **state)
{
    (void)state;
    assert_picks(open_with("poster: [p/none, p/bad, p/bad]\n", TARGETS, NULL),
                 "a", "none bad");
    assert_picks(open_with("poster: p/none\n", NULL, NULL), "b", "");
}

static void test_told(void **state)
{
    static const struct { const char *indicator, *school; bool told; }
    rows[] = {
        { "p/slow", "a", true }, { "p/none", "a", true },
        { "p/none", "b", false }, { "p/slow", "b", false },
        { "p/ovz", "a", false }, { "p/new", "b", false },
    };
    struct small_site *s = open_with("", NULL, NULL);

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = catalog_indicator_path(s->site,
                                           str_of(rows[i].indicator));

        if (pick_is_told(s->release, at,
                         catalog_school(s->site, str_of(rows[i].school))) !=
            rows[i].told)
            fail_msg("%s of %s", rows[i].indicator, rows[i].school);
    }
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_questions), cmocka_unit_test(test_rest),
        cmocka_unit_test(test_chosen), cmocka_unit_test(test_told),
    };
    return RUN_SITE(tests);
}
