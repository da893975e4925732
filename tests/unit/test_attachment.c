/*
 * test_attachment: what is said of added files, under which ids, and how they
 * are found again. The files themselves are in tests/cases/pictures.
 */
#include "fixture.h"

#include "model/attachment.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define GIF "GIF89a\x80\x02\xE0\x01"

static struct fixture open_site(void)
{
    return fixture_open(FILES({"content/album/a.gif", GIF},
                              {"content/album/b.PNG", "no picture"},
                              {"content/c.pdf", "%PDF-1.4 /Author(A)"},
                              {"content/d.ics", "/Author(A)"}), READ);
}

static void files_are_found_by_their_path_in_the_site(void **state)
{
    (void)state;
    struct fixture f = open_site();
    uint32_t width = 0, height = 0;
    const struct attachment *gif =
        attachment_find(f.site, S("album/a.gif"));
    assert_non_null(gif);
    assert_true(attachment_pixels(f.site, gif, &width, &height, f.diag));
    assert_int_equal(width, 640);
    assert_int_equal(height, 480);
    assert_false(attachment_pixels(f.site,
                                   attachment_find(f.site, S("album/b.PNG")),
                                   &width, &height, f.diag));
    assert_false(attachment_pixels(f.site,
                                   attachment_find(f.site, S("c.pdf")),
                                   &width, &height, f.diag));
    assert_null(attachment_find(f.site, S("content/album/a.gif")));
    assert_null(attachment_find(f.site, S("a.gif")));
    fixture_close(&f);
}

static void findings_have_ids(void **state)
{
    (void)state;
    static const struct {
        const char *path, *bytes;
        size_t more;            /* zeros behind the bytes */
        enum msg id;            /* MSG_COUNT: nothing is said */
        const char *finding;
    } cases[] = {
        {"album/a.gif", GIF, 0, MSG_COUNT, ""},
        {"album/a.gif", GIF, 500 * 1024 - 10, MSG_COUNT, ""},
        {"album/a.gif", GIF, 500 * 1024 - 9, MSG_PICTURE_HEAVY,
         "heavy:album/a.gif"},
        {"album/b.PNG", "", 0, MSG_PICTURE_UNREADABLE,
         "picture:album/b.PNG"},
        {"album/b.PNG", "\xFF\xD8\xFF\xE1\x01\x01http GPSLatitude", 0,
         MSG_PICTURE_UNREADABLE, "picture:album/b.PNG"},
        {"c.pdf", "%PDF-1.4 /Author(A)", 0, MSG_DOCUMENT_AUTHOR,
         "author:c.pdf"},
        {"c.pdf", "%PDF-1.4", 0, MSG_COUNT, ""},
        {"d.ics", "%PDF-1.4 /Author(A)", 0, MSG_COUNT, ""},
    };
    struct fixture f = open_site();
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buf bytes = {0};
        struct diag *diag = diag_new();
        buf_addz(&bytes, cases[i].bytes);
        for (size_t n = 0; n < cases[i].more; n++)
            buf_char(&bytes, '\0');
        attachment_check(attachment_find(f.site, str_of(cases[i].path)),
                         buf_str(&bytes), diag);
        assert_int_equal(diag->list.n > 0, cases[i].id != MSG_COUNT);
        if (cases[i].id != MSG_COUNT) {
            assert_int_equal(diag->list.at[0].id, cases[i].id);
            assert_true(str_is(diag->list.at[0].finding, cases[i].finding));
            assert_true(attachment_is_finding(f.site,
                                              diag->list.at[0].finding));
        }
        diag_free(diag);
        buf_free(&bytes);
    }
    assert_true(attachment_is_finding(f.site, S("position:album/a.gif")));
    assert_false(attachment_is_finding(f.site, S("position:gone.gif")));
    assert_false(attachment_is_finding(f.site, S("fit:album/a.gif")));
    assert_false(attachment_is_finding(f.site, S("album/a.gif")));
    fixture_close(&f);
}

/* A damaged picture that says where it was taken is told both. */
static void both_is_said(void **state)
{
    (void)state;
    struct fixture f = open_site();
    struct diag *diag = diag_new();
    attachment_check(attachment_find(f.site, S("album/b.PNG")),
                     S("\xFF\xD8\xFF\xE1\0\x12" "http GPSLatitude"), diag);
    assert_int_equal(count_messages(diag, MSG_PICTURE_UNREADABLE), 1);
    assert_int_equal(count_messages(diag, MSG_PICTURE_POSITION), 1);
    diag_free(diag);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_found_by_their_path_in_the_site),
        cmocka_unit_test(findings_have_ids),
        cmocka_unit_test(both_is_said),
    };
    return RUN_SCRATCH(tests);
}
