/*
 * file_kit: the files of a school's kit that are no pages: the text, the QR
 * code, and the archive with all of it. (The pictures: file_card.c.)
 *
 * Rows of pages.c.
 */
#include "base/zip_write.h"
#include "render/kit.h"
#include "render/outside.h"
#include "render/plan.h"

/* --- the text: for Notepad and for browsers, which take the mark at its
 * beginning for the sign of UTF-8 --- */

static void text_list(struct plan_list *list, struct arena *arena,
                      const struct site *site, const struct release *release)
{
    (void)release;
    kit_list(list, arena, site, KIT_TEXT, 0);
}

static void text_write(struct page *page, struct buf *out)
{
    buf_addz(out, "\xEF\xBB\xBF");
    buf_add(out, kit_words(page, kit_story(page)));
    buf_addz(out, "\r\n");
}

const struct page_kind file_kit_text = {
    .name = "kit_text", .list = text_list, .write = text_write,
};

/* --- the QR code: only where an address is known --- */

#define QR_HEAD "<svg "
#define QR_FILE "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" " \
                "height=\"600\" "

static void qr_list(struct plan_list *list, struct arena *arena,
                    const struct site *site, const struct release *release)
{
    (void)release;
    if (site->config.base_url.n > 0)
        kit_list(list, arena, site, KIT_QR, 0);
}

static void qr_write(struct page *page, struct buf *out)
{
    struct str svg = outside_qr(page, page->at);

    if (!str_starts(svg, S(QR_HEAD)))
        return;                 /* the address is too long for a code */
    buf_addz(out, QR_FILE);
    buf_add(out, str_skip(svg, strlen(QR_HEAD)));
}

const struct page_kind file_kit_qr = {
    .name = "kit_qr", .list = qr_list, .write = qr_write,
};

/* --- the archive --- */

static void zip_list(struct plan_list *list, struct arena *arena,
                     const struct site *site, const struct release *release)
{
    (void)release;
    kit_list(list, arena, site, KIT_ZIP, 0);
}

/* In the order of their names, so that the way to place them is not lost
 * among many; dated as the data are. Pictures are kept for a moment (card.h);
 * the others are cheap enough to be made once more. */
static void zip_write(struct page *page, struct buf *out)
{
    static const enum kit_part parts[] = {
        KIT_CARD, KIT_HOW, KIT_PAGE, KIT_POSTER, KIT_QR, KIT_SHEET,
        KIT_SQUARE, KIT_TEXT,
    };
    struct arena *scratch = arena_new();
    struct zip_writer zip;
    struct buf bytes = {0};
    int y, m, d;

    date_split(outside_as_of(page, page->at), &y, &m, &d);
    zip_begin(&zip, out, y, m, d);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        bool picture = parts[i] == KIT_CARD || parts[i] == KIT_SQUARE;

        if (!kit_has(page, parts[i]))
            continue;
        buf_clear(&bytes);
        page_render(page->plan,
                    plan_find(page->plan, kit_path(page, parts[i])), scratch,
                    &bytes, page->diag);
        zip_add(&zip, address_kit_name(page->arena, page->site, page->at,
                                       parts[i]),
                buf_str(&bytes), !picture);
    }
    zip_end(&zip);
    buf_free(&bytes);
    arena_free(scratch);
}

const struct page_kind file_kit_zip = {
    .name = "kit_zip", .list = zip_list, .write = zip_write,
};
