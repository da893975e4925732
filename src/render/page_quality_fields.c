/*
 * page_quality_fields: what a theme may print on the page on the quality of
 * data. See page_quality.h.
 *
 * For page_quality.c.
 */
#include "render/page_quality.h"

static const struct field indicator_fields[] = {
    FIELD(quality_indicator, TEXT, label),
    FIELD(quality_indicator, URL, url),
    FIELD_OF(quality_indicator, LIST, lines, link_view),
};
static const struct view indicator_view = {
    "quality indicator", sizeof(struct quality_indicator), indicator_fields,
    sizeof indicator_fields / sizeof *indicator_fields, NULL,
};

static const struct field school_fields[] = {
    FIELD(quality_school, TEXT, label),
    FIELD(quality_school, URL, url),
    FIELD(quality_school, TEXT, text),
};
static const struct view school_view = {
    "quality school", sizeof(struct quality_school), school_fields,
    sizeof school_fields / sizeof *school_fields, NULL,
};

static const struct field mark_fields[] = {
    FIELD(quality_mark, TEXT, indicator),
    FIELD(quality_mark, URL, url),
    FIELD(quality_mark, TEXT, school),
    FIELD(quality_mark, URL, school_url),
    FIELD(quality_mark, TEXT, period),
    FIELD(quality_mark, TEXT, mark),
    FIELD(quality_mark, TEXT, value),
    FIELD(quality_mark, TEXT, note),
};
static const struct view mark_view = {
    "quality mark", sizeof(struct quality_mark), mark_fields,
    sizeof mark_fields / sizeof *mark_fields, NULL,
};

static const struct field finding_fields[] = {
    FIELD(quality_finding, TEXT, label),
    FIELD(quality_finding, URL, url),
    FIELD(quality_finding, TEXT, school),
    FIELD(quality_finding, URL, school_url),
    FIELD(quality_finding, TEXT, period),
    FIELD(quality_finding, TEXT, text),
    FIELD(quality_finding, TEXT, words),
};
static const struct view finding_view = {
    "quality finding", sizeof(struct quality_finding), finding_fields,
    sizeof finding_fields / sizeof *finding_fields, NULL,
};

static const struct field programme_fields[] = {
    FIELD(quality_programme, TEXT, id),
    FIELD(quality_programme, TEXT, name),
    FIELD(quality_programme, URL, url),
    FIELD(quality_programme, TEXT, missing),
    FIELD(quality_programme, TEXT, late),
    FIELD_OF(quality_programme, LIST, gaps, indicator_view),
    FIELD_OF(quality_programme, LIST, schools, school_view),
    FIELD_OF(quality_programme, LIST, delays, indicator_view),
    FIELD_OF(quality_programme, LIST, hidden, link_view),
    FIELD_OF(quality_programme, LIST, levels, link_view),
    FIELD_OF(quality_programme, LIST, marks, mark_view),
    FIELD_OF(quality_programme, LIST, findings, finding_view),
    FIELD(quality_programme, TEXT, more_schools),
    FIELD(quality_programme, TEXT, more_marks),
    FIELD(quality_programme, TEXT, more_findings),
    FIELD(quality_programme, BOOL, demo),
    FIELD(quality_programme, BOOL, has_gaps),
    FIELD(quality_programme, BOOL, has_schools),
    FIELD(quality_programme, BOOL, has_delays),
    FIELD(quality_programme, BOOL, has_hidden),
    FIELD(quality_programme, BOOL, has_levels),
    FIELD(quality_programme, BOOL, has_marks),
    FIELD(quality_programme, BOOL, has_findings),
};
static const struct view programme_view = {
    "quality programme", sizeof(struct quality_programme), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, NULL,
};

static const struct field quality_fields[] = {
    FIELD_OF(quality_view, LIST, programmes, programme_view),
    FIELD(quality_view, BOOL, has_contents),
    FIELD(quality_view, URL, protection_url),
};
const struct view quality_view = {
    "quality", sizeof(struct quality_view), quality_fields,
    sizeof quality_fields / sizeof *quality_fields, &frame_view,
};
