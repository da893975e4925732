/*
 * file_static: files that are no pages: those of the theme, the author's
 * attachments, and what servers look for.
 *
 * Rows of pages.c.
 */
#include "input/source.h"
#include "model/attachment.h"
#include "render/page.h"
#include "render/theme.h"

/* --- files of the theme: style sheet, script, icon, fonts --- */

static bool is_served(struct str path)
{
    static const char *const endings[] = {
        ".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2",
    };

    /* styles of kits stand inside their files */
    if (str_starts(path, S("templates/")) || str_starts(path, S("i18n/")) ||
        str_starts(path, S("kits/")))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (str_ends(path, str_of(endings[i])))
            return true;
    }
    return false;
}

/* search-ru.js, search-en.js: a site needs that of its language. */
static bool is_foreign(struct str path, enum lang language)
{
    return str_is(path, language == LANG_RU ? "search-en.js"
                                            : "search-ru.js");
}

static void theme_list(struct plan_list *list, struct arena *arena,
                       const struct site *site,
                       const struct release *release)
{
    const struct theme *theme = plan_list_theme(list);

    (void)arena;
    (void)release;
    for (size_t i = 0; i < theme_count(theme); i++) {
        struct str path = theme_path(theme, i);

        if (is_served(path) && !is_foreign(path, site->config.language))
            plan_add(list, path, i, 0);
    }
}

static void theme_write(struct page *page, struct buf *out)
{
    struct str bytes, file;

    if (theme_file(page->theme, page->path, &bytes, &file))
        buf_add(out, bytes);
}

const struct page_kind file_theme = {
    .name = "theme", .list = theme_list, .write = theme_write,
};

/* --- attachments --- */

static void attachment_list(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release)
{
    (void)arena;
    (void)release;
    for (size_t i = 0; i < site->attachments.n; i++)
        plan_add(list, site->attachments.at[i].to, i, 0);
}

/* What cannot be read is reported by the source. */
static void attachment_write(struct page *page, struct buf *out)
{
    const struct attachment *file = &page->site->attachments.at[page->at];

    if (source_read(page->site->source, file->from, ATTACHMENT_MAX, out,
                    page->diag) == 0)
        attachment_check(file, buf_str(out), page->diag);
}

static struct pos attachment_origin(const struct site *site, size_t at,
                                    size_t sub)
{
    (void)sub;
    return (struct pos){ .file = site->attachments.at[at].from };
}

const struct page_kind file_attachment = {
    .name = "attachment", .list = attachment_list, .write = attachment_write,
    .origin = attachment_origin,
};

/* --- for servers --- */

static void nojekyll_list(struct plan_list *list, struct arena *arena,
                          const struct site *site,
                          const struct release *release)
{
    (void)arena;
    (void)site;
    (void)release;
    plan_add(list, S(".nojekyll"), 0, 0);
}

/* Empty: its being there keeps GitHub from leaving files out. */
static void nojekyll_write(struct page *page, struct buf *out)
{
    (void)page;
    (void)out;
}

const struct page_kind file_nojekyll = {
    .name = "nojekyll", .list = nojekyll_list, .write = nojekyll_write,
};

static void robots_list(struct plan_list *list, struct arena *arena,
                        const struct site *site,
                        const struct release *release)
{
    (void)arena;
    (void)site;
    (void)release;
    plan_add(list, S("robots.txt"), 0, 0);
}

static void robots_write(struct page *page, struct buf *out)
{
    struct str base = page->site->config.base_url;

    buf_add(out, S("User-agent: *\nAllow: /\n"));
    if (base.n > 0)
        buf_addf(out, "Sitemap: %.*ssitemap.xml\n", STR_FMT(base));
}

const struct page_kind file_robots = {
    .name = "robots", .list = robots_list, .write = robots_write,
};
