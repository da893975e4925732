/*
 * page_indicator: the view of an indicator's page.
 *
 * Private to page_indicator*.c.
 */
#ifndef VITRINA_RENDER_PAGE_INDICATOR_H
#define VITRINA_RENDER_PAGE_INDICATOR_H

#include "render/block.h"
#include "render/page.h"

/* A school in the table of all. Cells are never empty but `note`. */
struct indicator_school {
    struct str name, url, before, now, people, note;
    struct str before_revised_url, revised_url;
};

/* An entry of the passport, or a practice. */
struct indicator_item {
    struct str caption, text, url;
};

struct indicator_view {
    struct view_frame frame;
    struct str official, programme, programme_url, meaning, caveat, direction;
    struct str neutral;             /* that schools are not ranked */
    bool is_text;                   /* the values are words */
    struct str until;               /* that it is not collected any more */
    struct str no_whole;            /* the sentence in place of the card */
    const struct view_card *card;   /* of the whole, or NULL */
    bool has_table;
    const struct view_strip *strip; /* the schools drawn, or NULL */
    struct list schools;            /* indicator_school */
    bool has_schools, has_before, has_people, has_notes;
    struct str no_schools;          /* the sentence in place of the table */
    struct str now_name, before_name;
    struct list measures;           /* view_measure */
    struct list practices, passport;    /* indicator_item */
    struct str bars;                /* what the bars of measures are */
    struct str practices_url;
    bool has_measures, has_practices;
    struct list changes;            /* view_change_day */
    bool has_changes;
    struct str csv_url, list_url, plan_url, embed_url;
};

/* page_indicator_passport.c */
void indicator_passport(const struct page *page, struct indicator_view *view);

#endif
