/*
 * pages: the table of page kinds, in reading order. A new kind is one row
 * here and one file page_*.c.
 *
 * For plan.c and fields.c.
 */
#include "render/kind.h"

const struct page_kind *const page_kinds[] = {
    &page_home,
    &page_schools,
    &page_school,
    &page_poster,
    &page_embed,
    &page_widget,
    &page_widget_indicator,
    &page_short,
    &page_programmes,
    &page_programme,
    &page_section,
    &page_report,
    &page_monitoring,
    &page_all_indicators,
    &page_indicators,
    &page_indicator,
    &page_all_plans,
    &page_plan,
    &page_practices,
    &page_practice,
    &page_organisations,
    &page_news_index,
    &page_news,
    &page_text,
    &page_glossary,
    &page_methodology,
    &page_quality,
    &page_data,
    &page_about,
    &page_accessibility,
    &page_not_found,
    &file_table,
    &file_report,
    &file_calc,
    &file_school_table,
    &file_widget,
    &file_attachment,
    &file_theme,
    &file_nojekyll,
    &file_robots,
    &file_sitemap,
};
const size_t page_kinds_n = sizeof page_kinds / sizeof *page_kinds;
