/*
 * kind: what a page kind is: one row of the table in pages.c. A kind has one
 * file page_*.c, which holds its view struct, its field table, the list of
 * its subjects and the function that fills the view.
 *
 * For render/ only; included by page.h.
 */
#ifndef VITRINA_RENDER_KIND_H
#define VITRINA_RENDER_KIND_H

#include "base/diag.h"
#include "base/str.h"
#include "render/template.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct changes;
struct page;
struct practice_index;
struct release;
struct site;
struct theme;

/* Collects the subjects of a kind: path from address.h, subject numbers. */
struct plan_list;
void plan_add(struct plan_list *list, struct str path, size_t at, size_t sub);
/* One that is not for search engines and the sitemap. */
void plan_add_unlisted(struct plan_list *list, struct str path, size_t at,
                       size_t sub);
/* For the few kinds that list files of the theme, or other entries. */
const struct theme *plan_list_theme(const struct plan_list *list);
const struct changes *plan_list_changes(const struct plan_list *list);
const struct practice_index *plan_list_practices(const struct plan_list *list);
/* Of kinds that are not `unlisted`; those among them for search engines. */
size_t plan_list_pages(const struct plan_list *list);
size_t plan_list_listed(const struct plan_list *list);

struct page_kind {
    const char *name;           /* template `name`.html; `help fields name` */
    /* NULL: the file is not a template but written by write(). */
    const struct view *view;
    void (*list)(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release);
    /* Fills a zeroed view whose frame's common part is filled already. */
    void (*fill)(struct page *page, void *view);
    void (*write)(struct page *page, struct buf *out);
    /* Where the author wrote the subject, for messages; may be NULL. */
    struct pos (*origin)(const struct site *site, size_t at, size_t sub);
    bool derived;               /* made from other files: rendered last */
    bool unlisted;              /* all its pages are, and search passes by */
    bool gathers;               /* holds the words of all pages */
};

/* In reading order: the order of `help fields`. */
extern const struct page_kind *const page_kinds[];
extern const size_t page_kinds_n;

/*
 * The fields of one kind's view and the views in it, or of all kinds (empty
 * name), as text for theme authors. False: no such kind.
 */
bool pages_print_fields(struct buf *out, struct str name);

/* What page_*.c export: one row each of pages.c. */
extern const struct page_kind page_home, page_programmes, page_programme,
    page_section, page_report, page_monitoring, page_plan, page_all_plans,
    page_indicators, page_all_indicators, page_indicator, page_schools,
    page_school, page_poster, page_kit, page_kit_how, page_kit_page,
    page_kit_sheet, page_embeds, page_embed, page_widget,
    page_widget_indicator, page_widget_frozen, page_former,
    page_short, page_practices, page_facet, page_practice,
    page_organisations,
    page_news_index, page_news, page_glossary, page_methodology,
    page_quality, page_changes, page_changes_year, page_data, page_about,
    page_accessibility, page_text, page_not_found, page_search;
extern const struct page_kind file_table, file_practices,
    file_practice_feed, file_report,
    file_calc,
    file_school_table, file_widget, file_frozen, file_former, file_oembed,
    file_sitemap, file_feed, file_robots, file_theme, file_card,
    file_search_head, file_search_words, file_search_texts,
    file_attachment, file_nojekyll, file_kit_text, file_kit_qr, file_kit_zip,
    file_calendar, file_school_calendar;

#endif
