/*
 * page_programme_parts: the names of the fields of page_programme_work.h.
 *
 * For page_programme_fields.c.
 */
#include "render/page_programme_work.h"

#include "render/page_plan.h"

static const struct field owner_fields[] = {
    FIELD(programme_owner, TEXT, who),
    FIELD(programme_owner, URL, url),
    FIELD_OF(programme_owner, LIST, measures, link_view),
};
static const struct view owner_view = {
    "programme owner", sizeof(struct programme_owner), owner_fields,
    sizeof owner_fields / sizeof *owner_fields, NULL,
};

static const struct field programme_plan_fields[] = {
    FIELD(programme_plan, URL, url),
    FIELD(programme_plan, TEXT, all),
    FIELD(programme_plan, TEXT, as_of),
    FIELD(programme_plan, TEXT, overdue),
    FIELD_OF(programme_plan, LIST, counts, plan_count_view),
    FIELD_OF(programme_plan, LIST, owners, owner_view),
};
const struct view programme_plan_view = {
    "programme plan", sizeof(struct programme_plan), programme_plan_fields,
    sizeof programme_plan_fields / sizeof *programme_plan_fields, NULL,
};

static const struct field programme_money_fields[] = {
    FIELD_OF(programme_money, LIST, years, money_view),
    FIELD_OF(programme_money, LIST, rows, money_view),
    FIELD(programme_money, BOOL, has_bars),
    FIELD(programme_money, BOOL, no_source),
};
const struct view programme_money_view = {
    "programme money", sizeof(struct programme_money), programme_money_fields,
    sizeof programme_money_fields / sizeof *programme_money_fields, NULL,
};

static const struct field risk_fields[] = {
    FIELD(programme_risk, TEXT, risk),
    FIELD(programme_risk, TEXT, consequence),
    FIELD(programme_risk, TEXT, measures),
    FIELD_OF(programme_risk, LIST, owners, link_view),
    FIELD_OF(programme_risk, LIST, indicators, link_view),
    FIELD(programme_risk, BOOL, has_owners),
    FIELD(programme_risk, BOOL, has_indicators),
};
static const struct view risk_view = {
    "programme risk", sizeof(struct programme_risk), risk_fields,
    sizeof risk_fields / sizeof *risk_fields, NULL,
};

static const struct field programme_risks_fields[] = {
    FIELD_OF(programme_risks, LIST, rows, risk_view),
    FIELD(programme_risks, BOOL, has_consequence),
    FIELD(programme_risks, BOOL, has_measures),
    FIELD(programme_risks, BOOL, has_owners),
    FIELD(programme_risks, BOOL, has_indicators),
    FIELD(programme_risks, BOOL, only_names),
};
const struct view programme_risks_view = {
    "programme risks", sizeof(struct programme_risks), programme_risks_fields,
    sizeof programme_risks_fields / sizeof *programme_risks_fields, NULL,
};

static const struct field document_fields[] = {
    FIELD(programme_document, TEXT, id),
    FIELD(programme_document, TEXT, title),
    FIELD(programme_document, URL, url),
    FIELD(programme_document, TEXT, kind),
    FIELD(programme_document, TEXT, number),
    FIELD(programme_document, TEXT, on),
    FIELD(programme_document, TEXT, adopted_by),
    FIELD(programme_document, TEXT, status),
    FIELD(programme_document, TEXT, file),
    FIELD(programme_document, URL, file_url),
    FIELD(programme_document, TEXT, school),
    FIELD(programme_document, URL, school_url),
    FIELD(programme_document, TEXT, replaces),
    FIELD(programme_document, URL, replaces_url),
};
static const struct view document_view = {
    "programme document", sizeof(struct programme_document), document_fields,
    sizeof document_fields / sizeof *document_fields, NULL,
};

static const struct field programme_documents_fields[] = {
    FIELD_OF(programme_documents, LIST, rows, document_view),
    FIELD(programme_documents, BOOL, has_kind),
    FIELD(programme_documents, BOOL, has_number),
    FIELD(programme_documents, BOOL, has_on),
    FIELD(programme_documents, BOOL, has_adopted_by),
    FIELD(programme_documents, BOOL, has_status),
};
const struct view programme_documents_view = {
    "programme documents", sizeof(struct programme_documents),
    programme_documents_fields,
    sizeof programme_documents_fields / sizeof *programme_documents_fields,
    NULL,
};

static const struct field school_fields[] = {
    FIELD(programme_school, TEXT, name),
    FIELD(programme_school, URL, url),
    FIELD(programme_school, TEXT, role),
    FIELD(programme_school, TEXT, years),
    FIELD(programme_school, TEXT, partner),
    FIELD(programme_school, URL, partner_url),
    FIELD(programme_school, TEXT, note),
};
static const struct view member_view = {
    "programme school", sizeof(struct programme_school), school_fields,
    sizeof school_fields / sizeof *school_fields, NULL,
};

static const struct field programme_schools_fields[] = {
    FIELD(programme_schools, TEXT, count),
    FIELD(programme_schools, URL, list_url),
    FIELD_OF(programme_schools, LIST, rows, member_view),
    FIELD(programme_schools, BOOL, named),
    FIELD(programme_schools, BOOL, is_table),
    FIELD(programme_schools, BOOL, is_list),
    FIELD(programme_schools, BOOL, has_roles),
    FIELD(programme_schools, BOOL, has_years),
    FIELD(programme_schools, BOOL, has_partners),
    FIELD(programme_schools, BOOL, has_notes),
};
const struct view programme_schools_view = {
    "programme schools", sizeof(struct programme_schools),
    programme_schools_fields,
    sizeof programme_schools_fields / sizeof *programme_schools_fields, NULL,
};
