/*
 * page_school: the views of a school's page and who fills which.
 *
 * Private to page_school*.c.
 */
#ifndef VITRINA_RENDER_PAGE_SCHOOL_H
#define VITRINA_RENDER_PAGE_SCHOOL_H

#include "render/block.h"
#include "render/page.h"
#include "render/school_index.h"

/* A line of the table «in short», or of the conditions. */
struct school_row {
    struct str question, url, now, period, before, target, whole, status,
        status_class, note;
};

/* An indicator without a value: why. */
struct school_silent {
    struct str question, url, reason;
};

/* Cards of one indicator group. */
struct school_group {
    struct str name, programme;     /* programme: only when there are many */
    struct list cards;              /* view_card */
    struct list silent;             /* school_silent */
    bool has_cards, has_silent;
};

/* A link with words behind it: a document, a practice, a measure. */
struct school_item {
    struct str label, url, meta, text;
};

/* A part in a programme: its own, or of another school that names it. */
struct school_role {
    struct str role, since, note, agreement, partner, partner_url;
    bool helped;                    /* the partner helps this school */
};

struct school_questions {
    struct str group;
    struct list questions;          /* view_link without addresses */
};

/* What the page says of one programme of the school. */
struct school_programme {
    struct str name, url, period, lead, fresh, as_of, source_note;
    struct list highlights;         /* school_item */
    struct list rows;               /* school_row */
    struct str rows_caption, conditions_caption, whole_name, before_name;
    bool has_lead, has_highlights, has_rows, has_before, has_whole, has_target;
    struct list conditions;         /* school_row */
    bool has_conditions, has_condition_notes;
    struct list level, not_applicable;  /* school_item */
    struct str level_text, not_applicable_note;
    bool has_level, has_not_applicable;
    struct list compare;            /* view_link */
    struct list strips;             /* view_strip: of `comparison` */
    bool has_compare, has_data, has_indicators;
    struct str indicators_url, plan_url;
    struct list measures, over;     /* view_measure; over: in short */
    struct list for_family, roles;  /* school_item, school_role */
    struct str bars;                /* what the bars of measures are */
    struct list documents, mentions;    /* school_item, view_link */
    bool has_plan, has_measures, has_over, has_for_family, has_role,
        has_documents, has_mentions;
    bool past;                      /* its time was over on the date shown */
};

struct school_view {
    struct view_frame frame;
    bool closed;
    struct str status, successor, successor_url;
    struct str summary, about;      /* about: html */
    struct str name, kind, settlement, settlement_url, municipality, grades,
        pupils, address, phone, phone_url, mail, mail_url, site, site_url, vk,
        vk_url, head, parent, parent_url, schools_url, csv_url, excel_url,
        embed_url, kit_url, calendar_url, own_changes_url, changes_feed_url;
    struct list branches, official; /* view_link */
    struct list programmes, groups; /* school_programme, school_group */
    struct list tables, changes;    /* view_card, view_change_day */
    struct list help, practices, news, questions; /* the last: by group */
    bool many, has_programmes, has_data, has_groups, has_tables, has_short,
        has_conditions, has_help, has_own_help, has_questions, has_practices,
        has_roles, has_documents, has_mentions, has_news, has_compare,
        has_strips, has_compare_links, has_changes, has_branches,
        has_official, has_ways;
};
extern const struct view school_view;

/* The indicators of one school, in all its programmes, as they are met. */
struct school_data {
    size_t school;
    const struct school_index *index;
    struct school_list programmes;
    ARR(struct school_group) groups;
    ARR(struct view_card) tables;
    ARR(struct str) group_names;    /* of any indicator, for questions */
    ARR(struct str) unmet_names;    /* of those with a target not reached */
};

/* page_school_data.c: everything made from indicators. */
void school_indicators(struct page *page, struct school_data *data,
                       struct school_programme *view, size_t programme);

/* page_school_life.c: what is done, who helps, what is told. */
void school_life(struct page *page, const struct school_data *data,
                 struct school_programme *view, size_t programme);
struct list school_help_items(const struct page *page, size_t school);
struct list school_question_groups(const struct page *page,
                                   const struct school_data *data);
struct list school_practice_items(const struct page *page,
                                  const struct school_data *data);
struct list school_news_items(const struct page *page,
                              const struct school_data *data);

#endif
