/*
 * page_quality: the views of the page on the quality of data.
 *
 * For page_quality*.c only.
 */
#ifndef VITRINA_RENDER_PAGE_QUALITY_H
#define VITRINA_RENDER_PAGE_QUALITY_H

#include "render/page.h"

/* An indicator and what is to be said of it. */
struct quality_indicator {
    struct str label, url;
    struct list lines;              /* view_link: sentences */
};

/* A school and how many numbers it lacks. */
struct quality_school {
    struct str label, url, text;
};

/* A number with a mark. */
struct quality_mark {
    struct str indicator, url, school, school_url, period, mark, value, note;
};

/* Something that does not add up. */
struct quality_finding {
    struct str label, url;          /* the indicator, or the text */
    struct str school, school_url, period;
    struct str text, words;         /* words: of the owner, or empty */
};

struct quality_programme {
    struct str id, name, url;
    struct str missing, late;       /* how much, or that nothing is */
    struct list gaps;               /* quality_indicator */
    struct list schools;            /* quality_school */
    struct list delays;             /* quality_indicator */
    struct list hidden;             /* view_link: sentences */
    struct list levels;             /* view_link: indicators */
    struct list marks;              /* quality_mark */
    struct list findings;           /* quality_finding */
    struct str more_schools, more_marks, more_findings;
    bool demo, has_gaps, has_schools, has_delays, has_hidden, has_levels,
        has_marks, has_findings;
};

struct quality_view {
    struct view_frame frame;
    struct list programmes;         /* quality_programme */
    bool has_contents;              /* more than one of them */
    struct str protection_url;
};

extern const struct view quality_view;

#endif
