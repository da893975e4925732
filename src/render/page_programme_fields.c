/*
 * page_programme_fields: the names by which templates/programme.html calls
 * the fields of a programme's page.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"

#include "render/block_charts.h"

static const struct field row_fields[] = {
    FIELD(programme_row, TEXT, caption),
    FIELD(programme_row, TEXT, text),
    FIELD(programme_row, URL, url),
    FIELD_OF(programme_row, LIST, lines, link_view),
    FIELD(programme_row, BOOL, has_lines),
};
static const struct view row_view = {
    "programme row", sizeof(struct programme_row), row_fields,
    sizeof row_fields / sizeof *row_fields, NULL,
};

static const struct field task_fields[] = {
    FIELD(programme_task, TEXT, text),
    FIELD_OF(programme_task, LIST, indicators, link_view),
    FIELD(programme_task, BOOL, has_indicators),
};
static const struct view task_view = {
    "programme task", sizeof(struct programme_task), task_fields,
    sizeof task_fields / sizeof *task_fields, NULL,
};

static const struct field cell_fields[] = {
    FIELD(programme_cell, TEXT, plan),
    FIELD(programme_cell, TEXT, fact),
};
static const struct view cell_view = {
    "programme cell", sizeof(struct programme_cell), cell_fields,
    sizeof cell_fields / sizeof *cell_fields, NULL,
};

static const struct field indicator_fields[] = {
    FIELD(programme_indicator, TEXT, number),
    FIELD(programme_indicator, TEXT, title),
    FIELD(programme_indicator, URL, url),
    FIELD(programme_indicator, TEXT, unit),
    FIELD(programme_indicator, TEXT, base),
    FIELD(programme_indicator, TEXT, status),
    FIELD(programme_indicator, TEXT, status_class),
    FIELD(programme_indicator, TEXT, arithmetic),
    FIELD_OF(programme_indicator, LIST, cells, cell_view),
};
static const struct view indicator_view = {
    "programme indicator", sizeof(struct programme_indicator), indicator_fields,
    sizeof indicator_fields / sizeof *indicator_fields, NULL,
};

static const struct field group_fields[] = {
    FIELD(programme_group, TEXT, name),
    FIELD_OF(programme_group, LIST, periods, link_view),
    FIELD_OF(programme_group, LIST, rows, indicator_view),
    FIELD_OF(programme_group, LIST, by_school, link_view),
    FIELD_OF(programme_group, LIST, silent, link_view),
    FIELD(programme_group, BOOL, has_rows),
    FIELD_OF(programme_group, LIST, smalls, small_view),
    FIELD(programme_group, BOOL, has_smalls),
    FIELD(programme_group, BOOL, has_by_school),
    FIELD(programme_group, BOOL, has_silent),
    FIELD(programme_group, BOOL, has_base),
    FIELD(programme_group, BOOL, has_targets),
};
static const struct view group_view = {
    "programme group", sizeof(struct programme_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

static const struct field part_fields[] = {
    FIELD(programme_part, TEXT, title),
    FIELD(programme_part, URL, url),
    FIELD(programme_part, TEXT, meta),
    FIELD(programme_part, TEXT, text),
};
static const struct view part_view = {
    "programme part", sizeof(struct programme_part), part_fields,
    sizeof part_fields / sizeof *part_fields, NULL,
};

static const struct field programme_fields[] = {
    FIELD(programme_view, TEXT, summary),
    FIELD(programme_view, TEXT, lead),
    FIELD(programme_view, TEXT, fresh),
    FIELD(programme_view, TEXT, as_of),
    FIELD(programme_view, HTML, body),
    FIELD_OF(programme_view, LIST, facts, row_view),
    FIELD_OF(programme_view, LIST, passport, row_view),
    FIELD_OF(programme_view, LIST, tasks, task_view),
    FIELD_OF(programme_view, LIST, groups, group_view),
    FIELD_OF(programme_view, LIST, sections, part_view),
    FIELD_OF(programme_view, LIST, subprogrammes, part_view),
    FIELD_OF(programme_view, LIST, reports, part_view),
    FIELD_OF(programme_view, LIST, practices, part_view),
    FIELD_OF(programme_view, LIST, news, part_view),
    FIELD_OF(programme_view, LIST, holdings, row_view),
    FIELD_OF(programme_view, LIST, resources, link_view),
    FIELD_OF(programme_view, LIST, organisations, link_view),
    FIELD_OF(programme_view, LIST, terms, link_view),
    FIELD_OF(programme_view, VIEW, plan, programme_plan_view),
    FIELD_OF(programme_view, VIEW, effect, programme_effect_view),
    FIELD_OF(programme_view, VIEW, money, programme_money_view),
    FIELD_OF(programme_view, VIEW, risks, programme_risks_view),
    FIELD_OF(programme_view, VIEW, documents, programme_documents_view),
    FIELD_OF(programme_view, VIEW, schools, programme_schools_view),
    FIELD(programme_view, URL, indicators_url),
    FIELD(programme_view, URL, csv_url),
    FIELD(programme_view, URL, own_changes_url),
    FIELD(programme_view, URL, values_url),
    FIELD(programme_view, URL, excel_url),
    FIELD(programme_view, URL, practices_url),
    FIELD(programme_view, URL, monitoring_url),
    FIELD(programme_view, BOOL, has_tasks),
    FIELD(programme_view, BOOL, has_groups),
    FIELD(programme_view, BOOL, has_sections),
    FIELD(programme_view, BOOL, has_subprogrammes),
    FIELD(programme_view, BOOL, has_reports),
    FIELD(programme_view, BOOL, has_practices),
    FIELD(programme_view, BOOL, has_news),
    FIELD(programme_view, BOOL, has_resources),
    FIELD(programme_view, BOOL, has_organisations),
    FIELD(programme_view, BOOL, has_terms),
    FIELD(programme_view, BOOL, has_files),
};
const struct view programme_view = {
    "programme", sizeof(struct programme_view), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, &frame_view,
};
