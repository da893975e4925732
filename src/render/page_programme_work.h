/*
 * page_programme_work: what a programme's page shows of its plan, its money,
 * its risks, its documents and who takes part.
 *
 * Private to page_programme*.c.
 */
#ifndef VITRINA_RENDER_PAGE_PROGRAMME_WORK_H
#define VITRINA_RENDER_PAGE_PROGRAMME_WORK_H

#include "render/block.h"
#include "render/page.h"

/* What is overdue with one who answers for it. */
struct programme_owner {
    struct str who, url;
    struct list measures;           /* view_link */
};

struct programme_plan {
    struct str url, all, as_of, overdue;
    struct list counts;             /* plan_count */
    struct list owners;             /* programme_owner */
};

/* One year by the method of the programme; cells are never empty. */
struct programme_year {
    struct str year, url;           /* url: of its report, or empty */
    struct str sr, srm, ssuz, er, mark;
    struct str words;               /* unless the report says them */
};

struct programme_effect {
    struct str method, now;         /* sentences */
    struct list years;              /* programme_year */
    struct str methodology_url, calc_url;
    bool by_ratio, has_words;
};

struct programme_money {
    struct list years;              /* view_money: what one year costs */
    struct list rows;               /* view_money */
    bool has_bars, no_source;
};

struct programme_risk {
    struct str risk, consequence, measures;
    struct list owners, indicators; /* view_link */
    bool has_owners, has_indicators;
};

struct programme_risks {
    struct list rows;               /* programme_risk */
    bool has_consequence, has_measures, has_owners, has_indicators,
        only_names;
};

struct programme_document {
    struct str id, title, url, kind, number, on, adopted_by, status;
    struct str file, file_url, school, school_url, replaces, replaces_url;
};

struct programme_documents {
    struct list rows;               /* programme_document */
    bool has_kind, has_number, has_on, has_adopted_by, has_status;
};

struct programme_school {
    struct str name, url, role, years, partner, partner_url, note;
};

struct programme_schools {
    struct str count, list_url;
    struct list rows;               /* programme_school */
    bool named, is_table, is_list;  /* neither: too many to be named */
    bool has_roles, has_years, has_partners, has_notes;
};

extern const struct view programme_plan_view, programme_effect_view,
    programme_money_view,
    programme_risks_view, programme_documents_view, programme_schools_view;

#endif
