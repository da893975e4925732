/*
 * page_report_fields: the names by which templates/report.html calls the
 * fields of a yearly report.
 *
 * For page_report.c.
 */
#include "render/page_report.h"

static const struct field row_fields[] = {
    FIELD(report_row, TEXT, number),
    FIELD(report_row, TEXT, title),
    FIELD(report_row, URL, url),
    FIELD(report_row, TEXT, period),
    FIELD(report_row, TEXT, plan),
    FIELD(report_row, TEXT, fact),
    FIELD(report_row, TEXT, degree),
    FIELD(report_row, TEXT, status),
    FIELD(report_row, TEXT, status_class),
    FIELD(report_row, TEXT, reason),
};
static const struct view row_view = {
    "report row", sizeof(struct report_row), row_fields,
    sizeof row_fields / sizeof *row_fields, NULL,
};

static const struct field group_fields[] = {
    FIELD(report_group, TEXT, name),
    FIELD_OF(report_group, LIST, rows, row_view),
};
static const struct view group_view = {
    "report group", sizeof(struct report_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

static const struct field indicators_fields[] = {
    FIELD_OF(report_indicators, LIST, groups, group_view),
    FIELD(report_indicators, TEXT, columns),
    FIELD(report_indicators, BOOL, has_plan),
    FIELD(report_indicators, BOOL, has_degree),
    FIELD(report_indicators, BOOL, has_reason),
};
static const struct view indicators_view = {
    "report indicators", sizeof(struct report_indicators), indicators_fields,
    sizeof indicators_fields / sizeof *indicators_fields, NULL,
};

static const struct field part_fields[] = {
    FIELD(report_part, TEXT, name),
    FIELD(report_part, TEXT, value),
    FIELD(report_part, TEXT, how),
};
static const struct view part_view = {
    "report part", sizeof(struct report_part), part_fields,
    sizeof part_fields / sizeof *part_fields, NULL,
};

static const struct field measure_fields[] = {
    FIELD(report_measure, TEXT, number),
    FIELD(report_measure, TEXT, title),
    FIELD(report_measure, URL, url),
    FIELD(report_measure, TEXT, when),
    FIELD(report_measure, TEXT, status),
    FIELD(report_measure, TEXT, status_class),
    FIELD_OF(report_measure, LIST, responsible, link_view),
    FIELD_OF(report_measure, LIST, notes, link_view),
    FIELD(report_measure, BOOL, has_responsible),
    FIELD(report_measure, BOOL, has_notes),
};
static const struct view report_measure_view = {
    "report measure", sizeof(struct report_measure), measure_fields,
    sizeof measure_fields / sizeof *measure_fields, NULL,
};

static const struct field measures_fields[] = {
    FIELD_OF(report_measures, LIST, rows, report_measure_view),
    FIELD_OF(report_measures, LIST, others, report_measure_view),
    FIELD(report_measures, URL, plan_url),
    FIELD(report_measures, BOOL, has_rows),
    FIELD(report_measures, BOOL, has_others),
    FIELD(report_measures, BOOL, no_reports),
};
static const struct view measures_view = {
    "report measures", sizeof(struct report_measures), measures_fields,
    sizeof measures_fields / sizeof *measures_fields, NULL,
};

static const struct field move_fields[] = {
    FIELD(report_move, TEXT, title),
    FIELD(report_move, URL, url),
    FIELD(report_move, TEXT, since),
    FIELD(report_move, TEXT, grew),
    FIELD(report_move, TEXT, same),
    FIELD(report_move, TEXT, fell),
    FIELD(report_move, TEXT, compared),
};
static const struct view move_view = {
    "report move", sizeof(struct report_move), move_fields,
    sizeof move_fields / sizeof *move_fields, NULL,
};

static const struct field doubt_fields[] = {
    FIELD(report_doubt, TEXT, indicator),
    FIELD(report_doubt, URL, indicator_url),
    FIELD(report_doubt, TEXT, period),
    FIELD(report_doubt, TEXT, text),
    FIELD(report_doubt, TEXT, words),
};
static const struct view doubt_view = {
    "report doubt", sizeof(struct report_doubt), doubt_fields,
    sizeof doubt_fields / sizeof *doubt_fields, NULL,
};

static const struct field report_fields[] = {
    FIELD(report_view, TEXT, programme),
    FIELD(report_view, URL, programme_url),
    FIELD(report_view, TEXT, year),
    FIELD(report_view, TEXT, as_of),
    FIELD(report_view, TEXT, lead),
    FIELD(report_view, HTML, body),
    FIELD_OF(report_view, LIST, sums, link_view),
    FIELD_OF(report_view, VIEW, indicators, indicators_view),
    FIELD_OF(report_view, LIST, parts, part_view),
    FIELD(report_view, TEXT, no_parts),
    FIELD_OF(report_view, VIEW, measures, measures_view),
    FIELD_OF(report_view, LIST, money, money_view),
    FIELD_OF(report_view, LIST, moves, move_view),
    FIELD_OF(report_view, LIST, doubts, doubt_view),
    FIELD(report_view, TEXT, school_doubts),
    FIELD(report_view, URL, quality_url),
    FIELD_OF(report_view, LIST, findings, finding_view),
    FIELD_OF(report_view, LIST, years, link_view),
    FIELD(report_view, URL, csv_url),
    FIELD(report_view, URL, excel_url),
    FIELD(report_view, URL, monitoring_url),
    FIELD(report_view, BOOL, over),
    FIELD(report_view, BOOL, has_sums),
    FIELD(report_view, BOOL, has_parts),
    FIELD(report_view, BOOL, has_money),
    FIELD(report_view, BOOL, has_moves),
    FIELD(report_view, BOOL, has_doubts),
    FIELD(report_view, BOOL, has_findings),
    FIELD(report_view, BOOL, has_years),
};
const struct view yearly_view = {
    "yearly report", sizeof(struct report_view), report_fields,
    sizeof report_fields / sizeof *report_fields, &frame_view,
};
