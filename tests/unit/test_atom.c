/*
 * test_atom: feeds have the parts that RFC 4287 asks for, in texts that no
 * title can break out of, and ids that do not change.
 */
#include "base/mem.h"
#include "render/atom.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct atom_feed a_feed(void)
{
    return (struct atom_feed){
        S("https://a.example/x.xml"), S("https://a.example/x.html"),
        S("What <changed> & why"), S("Office"), S("en"), 0,
    };
}

static void an_entry_stands_with_all_its_parts(void **state)
{
    (void)state;
    struct atom_entry entry = {
        S("tag:a.example,2024-05-03:/1"), S("75 < 76 & \"so\""),
        S("https://a.example/x.html#a&b"), S("it's"),
        date_of(2024, 5, 3),
    };
    struct atom_feed feed = a_feed();
    struct buf out = {0};
    atom_write(&out, &feed, &entry, 1);
    assert_string_equal(out.p,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
        "  <id>https://a.example/x.xml</id>\n"
        "  <title>What &lt;changed&gt; &amp; why</title>\n"
        "  <updated>2024-05-03T00:00:00Z</updated>\n"
        "  <link rel=\"self\" type=\"application/atom+xml\" "
        "href=\"https://a.example/x.xml\"/>\n"
        "  <link rel=\"alternate\" type=\"text/html\" "
        "href=\"https://a.example/x.html\"/>\n"
        "  <author><name>Office</name></author>\n"
        "  <entry>\n"
        "    <id>tag:a.example,2024-05-03:/1</id>\n"
        "    <title>75 &lt; 76 &amp; &quot;so&quot;</title>\n"
        "    <updated>2024-05-03T00:00:00Z</updated>\n"
        "    <link rel=\"alternate\" type=\"text/html\" "
        "href=\"https://a.example/x.html#a&amp;b\"/>\n"
        "    <summary>it&#39;s</summary>\n"
        "  </entry>\n"
        "</feed>\n");
    buf_free(&out);
}

static void a_feed_is_as_new_as_its_newest_entry(void **state)
{
    (void)state;
    struct atom_entry entries[] = {
        {.updated = date_of(2023, 1, 1)}, {.updated = date_of(2024, 2, 29)},
        {.updated = date_of(2020, 1, 1)},
    };
    struct atom_feed empty = a_feed();
    struct buf out = {0};
    empty.updated = date_of(2025, 12, 31);
    atom_write(&out, &empty, entries, 3);
    assert_non_null(strstr(out.p,
                           "  <updated>2024-02-29T00:00:00Z</updated>\n  <l"));
    buf_clear(&out);
    atom_write(&out, &empty, NULL, 0);
    assert_non_null(strstr(out.p, "<updated>2025-12-31T00:00:00Z"));
    assert_null(strstr(out.p, "<entry>"));
    buf_free(&out);
}

static const struct {
    const char *base, *name, *tag;
} tags[] = {
    {"https://a.example/", "p/clubs", "tag:a.example,2024-05-03:/p/clubs"},
    {"https://a.example:8080/site/", "1",
     "tag:a.example,2024-05-03:/site/1"},
    {"https://школа.рф/", "а б",
     "tag:%D1%88%D0%BA%D0%BE%D0%BB%D0%B0.%D1%80%D1%84,2024-05-03:"
     "/%D0%B0%20%D0%B1"},
};

static void tags_name_the_site_the_day_and_the_thing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        assert_string_equal(atom_tag(arena, str_of(tags[i].base),
                                     date_of(2024, 5, 3),
                                     str_of(tags[i].name)).p, tags[i].tag);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_stands_with_all_its_parts),
        cmocka_unit_test(a_feed_is_as_new_as_its_newest_entry),
        cmocka_unit_test(tags_name_the_site_the_day_and_the_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
