/*
 * page_school_fields: the names by which templates/school.html calls the
 * fields of a school's page.
 *
 * For page_school.c.
 */
#include "render/page_school.h"

#include "render/block_changes.h"
#include "render/block_charts.h"

static const struct field row_fields[] = {
    FIELD(school_row, TEXT, question),
    FIELD(school_row, URL, url),
    FIELD(school_row, TEXT, now),
    FIELD(school_row, TEXT, period),
    FIELD(school_row, TEXT, before),
    FIELD(school_row, TEXT, target),
    FIELD(school_row, TEXT, whole),
    FIELD(school_row, TEXT, status),
    FIELD(school_row, TEXT, status_class),
    FIELD(school_row, TEXT, note),
};
static const struct view row_view = {
    "school row", sizeof(struct school_row), row_fields,
    sizeof row_fields / sizeof *row_fields, NULL
};

static const struct field silent_fields[] = {
    FIELD(school_silent, TEXT, question),
    FIELD(school_silent, URL, url),
    FIELD(school_silent, TEXT, reason),
};
static const struct view silent_view = {
    "silent indicator", sizeof(struct school_silent), silent_fields,
    sizeof silent_fields / sizeof *silent_fields, NULL
};

static const struct field item_fields[] = {
    FIELD(school_item, TEXT, label),
    FIELD(school_item, URL, url),
    FIELD(school_item, TEXT, meta),
    FIELD(school_item, TEXT, text),
};
static const struct view item_view = {
    "school item", sizeof(struct school_item), item_fields,
    sizeof item_fields / sizeof *item_fields, NULL
};

static const struct field role_fields[] = {
    FIELD(school_role, TEXT, role),
    FIELD(school_role, TEXT, since),
    FIELD(school_role, TEXT, note),
    FIELD(school_role, TEXT, agreement),
    FIELD(school_role, TEXT, partner),
    FIELD(school_role, URL, partner_url),
    FIELD(school_role, BOOL, helped),
};
static const struct view role_view = {
    "school's part", sizeof(struct school_role), role_fields,
    sizeof role_fields / sizeof *role_fields, NULL
};

static const struct field questions_fields[] = {
    FIELD(school_questions, TEXT, group),
    FIELD_OF(school_questions, LIST, questions, link_view),
};
static const struct view questions_view = {
    "question group", sizeof(struct school_questions), questions_fields,
    sizeof questions_fields / sizeof *questions_fields, NULL
};

static const struct field group_fields[] = {
    FIELD(school_group, TEXT, name),
    FIELD(school_group, TEXT, programme),
    FIELD_OF(school_group, LIST, cards, card_view),
    FIELD_OF(school_group, LIST, silent, silent_view),
    FIELD(school_group, BOOL, has_cards),
    FIELD(school_group, BOOL, has_silent),
};
static const struct view group_view = {
    "indicator group", sizeof(struct school_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL
};

static const struct field programme_fields[] = {
    FIELD(school_programme, TEXT, name),
    FIELD(school_programme, URL, url),
    FIELD(school_programme, TEXT, period),
    FIELD(school_programme, TEXT, lead),
    FIELD(school_programme, TEXT, fresh),
    FIELD(school_programme, TEXT, as_of),
    FIELD(school_programme, TEXT, source_note),
    FIELD_OF(school_programme, LIST, highlights, item_view),
    FIELD_OF(school_programme, LIST, rows, row_view),
    FIELD(school_programme, TEXT, rows_caption),
    FIELD(school_programme, TEXT, conditions_caption),
    FIELD(school_programme, TEXT, whole_name),
    FIELD(school_programme, TEXT, before_name),
    FIELD(school_programme, BOOL, has_highlights),
    FIELD(school_programme, BOOL, has_rows),
    FIELD(school_programme, BOOL, has_before),
    FIELD(school_programme, BOOL, has_whole),
    FIELD(school_programme, BOOL, has_target),
    FIELD_OF(school_programme, LIST, conditions, row_view),
    FIELD(school_programme, BOOL, has_conditions),
    FIELD(school_programme, BOOL, has_condition_notes),
    FIELD_OF(school_programme, LIST, level, item_view),
    FIELD_OF(school_programme, LIST, not_applicable, item_view),
    FIELD(school_programme, TEXT, level_text),
    FIELD(school_programme, TEXT, not_applicable_note),
    FIELD(school_programme, BOOL, has_level),
    FIELD(school_programme, BOOL, has_not_applicable),
    FIELD_OF(school_programme, LIST, compare, link_view),
    FIELD_OF(school_programme, LIST, strips, strip_view),
    FIELD(school_programme, BOOL, has_compare),
    FIELD(school_programme, BOOL, has_data),
    FIELD(school_programme, BOOL, has_indicators),
    FIELD(school_programme, URL, indicators_url),
    FIELD(school_programme, URL, plan_url),
    FIELD_OF(school_programme, LIST, measures, measure_view),
    FIELD_OF(school_programme, LIST, over, measure_view),
    FIELD(school_programme, BOOL, has_over),
    FIELD_OF(school_programme, LIST, for_family, item_view),
    FIELD(school_programme, TEXT, bars),
    FIELD(school_programme, BOOL, has_plan),
    FIELD(school_programme, BOOL, has_measures),
    FIELD(school_programme, BOOL, has_for_family),
    FIELD_OF(school_programme, LIST, roles, role_view),
    FIELD(school_programme, BOOL, has_role),
    FIELD_OF(school_programme, LIST, documents, item_view),
    FIELD_OF(school_programme, LIST, mentions, link_view),
    FIELD(school_programme, BOOL, past),
    FIELD(school_programme, BOOL, has_documents),
    FIELD(school_programme, BOOL, has_mentions),
};
static const struct view programme_view = {
    "school's programme", sizeof(struct school_programme), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, NULL
};

static const struct field school_fields[] = {
    FIELD(school_view, BOOL, closed),
    FIELD(school_view, TEXT, status),
    FIELD(school_view, TEXT, successor),
    FIELD(school_view, URL, successor_url),
    FIELD(school_view, TEXT, summary),
    FIELD(school_view, HTML, about),
    FIELD(school_view, TEXT, name),
    FIELD(school_view, TEXT, kind),
    FIELD(school_view, TEXT, settlement),
    FIELD(school_view, URL, settlement_url),
    FIELD(school_view, TEXT, municipality),
    FIELD(school_view, TEXT, grades),
    FIELD(school_view, TEXT, pupils),
    FIELD(school_view, TEXT, address),
    FIELD(school_view, TEXT, phone),
    FIELD(school_view, URL, phone_url),
    FIELD(school_view, TEXT, mail),
    FIELD(school_view, URL, mail_url),
    FIELD(school_view, TEXT, site),
    FIELD(school_view, URL, site_url),
    FIELD(school_view, TEXT, vk),
    FIELD(school_view, URL, vk_url),
    FIELD(school_view, TEXT, head),
    FIELD(school_view, TEXT, parent),
    FIELD(school_view, URL, parent_url),
    FIELD(school_view, URL, schools_url),
    FIELD(school_view, URL, csv_url),
    FIELD(school_view, URL, excel_url),
    FIELD(school_view, URL, embed_url),
    FIELD(school_view, URL, kit_url),
    FIELD(school_view, URL, calendar_url),
    FIELD_OF(school_view, LIST, branches, link_view),
    FIELD_OF(school_view, LIST, official, link_view),
    FIELD_OF(school_view, LIST, programmes, programme_view),
    FIELD_OF(school_view, LIST, groups, group_view),
    FIELD_OF(school_view, LIST, tables, card_view),
    FIELD_OF(school_view, LIST, help, item_view),
    FIELD_OF(school_view, LIST, questions, questions_view),
    FIELD_OF(school_view, LIST, practices, item_view),
    FIELD_OF(school_view, LIST, news, item_view),
    FIELD_OF(school_view, LIST, changes, change_day_view),
    FIELD(school_view, URL, own_changes_url),
    FIELD(school_view, URL, changes_feed_url),
    FIELD(school_view, BOOL, has_changes),
    FIELD(school_view, BOOL, has_news),
    FIELD(school_view, BOOL, has_ways),
    FIELD(school_view, BOOL, has_own_help),
    FIELD(school_view, BOOL, many),
    FIELD(school_view, BOOL, has_programmes),
    FIELD(school_view, BOOL, has_data),
    FIELD(school_view, BOOL, has_groups),
    FIELD(school_view, BOOL, has_tables),
    FIELD(school_view, BOOL, has_short),
    FIELD(school_view, BOOL, has_conditions),
    FIELD(school_view, BOOL, has_help),
    FIELD(school_view, BOOL, has_questions),
    FIELD(school_view, BOOL, has_practices),
    FIELD(school_view, BOOL, has_roles),
    FIELD(school_view, BOOL, has_documents),
    FIELD(school_view, BOOL, has_mentions),
    FIELD(school_view, BOOL, has_compare),
    FIELD(school_view, BOOL, has_strips),
    FIELD(school_view, BOOL, has_compare_links),
    FIELD(school_view, BOOL, has_branches),
    FIELD(school_view, BOOL, has_official),
};
const struct view school_view = {
    "school", sizeof(struct school_view), school_fields,
    sizeof school_fields / sizeof *school_fields, &frame_view
};
