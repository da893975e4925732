/*
 * Tests of render/school_index: each pair is found from the school's side,
 * in order and once.
 */
#include "school_site.h"

#include "render/school_index.h"

static void test_lists(void **state)
{
    struct small_site *s;
    const struct school_index *index;
    size_t one, two, four;

    (void)state;
    school_files();
    write_file("site/content/practices/klub.md",
               "---\ntitle: Клуб\nstatus: announced\nprogramme: rost\n"
               "school: zar-1\nsource: Отчёт\n"
               "adopted_by: [{school: zar-1}, {school: zar-2}]\n---\n");
    write_file("site/content/programs/rost/part.md",
               "---\ntitle: Раздел\n---\n[x](school:zar-2)\n");
    write_file("site/data/rost/participants.csv",
               "school;role;partner\nzar-2;mentor;zar-1\nzar-1;base;\n");
    write_file("site/content/news/2026-01-01-x.md",
               "---\ntitle: Новость\ndate: 2026-01-01\nschool: zar-1\n"
               "programme: rost\n---\n");
    write_file("site/content/news/2026-01-02-y.md",
               "---\ntitle: Черновик\ndate: 2026-01-02\nschool: zar-1\n"
               "draft: true\n---\n");
    s = site_open();
    index = school_index_make(s->arena, s->site);
    one = catalog_school(s->site, S("zar-1"));
    two = catalog_school(s->site, S("zar-2"));
    four = catalog_school(s->site, S("zar-4"));

    assert_int_equal(school_programmes(index, one).n, 1);
    assert_int_equal(school_branches(index, one).n, 1);
    assert_int_equal(school_branches(index, one).at[0], four);
    assert_int_equal(school_branches(index, two).n, 0);
    assert_int_equal(school_practices(index, one).n, 1);
    assert_int_equal(school_practices(index, two).n, 1);
    assert_int_equal(school_practices(index, four).n, 0);
    assert_int_equal(school_mentions(index, two).n, 1);
    assert_int_equal(school_mentions(index, one).n, 0);
    assert_int_equal(school_part(index, two, 0, 0)->role, ROLE_MENTOR);
    assert_null(school_part(index, two, 0, 1));
    assert_int_equal(school_part(index, one, 0, 0)->role, ROLE_BASE);
    assert_int_equal(school_part(index, one, 0, 1)->role, ROLE_MENTOR);
    assert_null(school_part(index, one, 0, 2));
    assert_null(school_part(index, four, 0, 0));
    assert_int_equal(school_news(index, one).n, 1);
    assert_int_equal(school_news(index, two).n, 0);
    site_close(s);
}

/* A site without schools. */
static void test_none(void **state)
{
    struct small_site *s;

    (void)state;
    site_files(SITE_CONFIG);
    s = site_open();
    assert_non_null(school_index_make(s->arena, s->site));
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_none),
    };
    return RUN_SITE(tests);
}
