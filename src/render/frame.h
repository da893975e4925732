/*
 * frame: what every page has around its own content: title, navigation, way
 * back, addresses of the common pages, marks.
 *
 * For render/ only; included by page.h.
 */
#ifndef VITRINA_RENDER_FRAME_H
#define VITRINA_RENDER_FRAME_H

#include "base/str.h"
#include "release/changes.h"
#include "render/template.h"

#include <stdbool.h>
#include <stddef.h>

struct page;
struct text;

/* A link or a line of text with an optional link. */
struct view_link {
    struct str label, url;
    struct str end;             /* «;» or «.» behind one of a list */
    bool current;               /* is this page */
};
extern const struct view link_view;

/* What every page has; the first member of every page's view. An address of
 * a page that the site has not is empty. */
struct view_frame {
    struct str lang;            /* ru */
    struct str title;           /* of the window: unique in the site */
    struct str heading;
    struct str soft_heading;    /* the h1: long words may be divided */
    struct str description;     /* one sentence */
    struct str intro;           /* html: the author's words below the h1 */
    struct str site_title, home_url, style_url, print_url, script_url,
        icon_url;
    struct str canonical;       /* absolute; empty without base_url */
    struct str feed_url;        /* of what has changed */
    struct str oembed_url;      /* of a frame of this page, for other sites */
    /* In the site of one school: its name, its page (empty there) and, there
     * only, its poster. */
    struct str own_name, own_url, poster_url, school_style_url;
    struct str as_of;           /* the date up to which plans are judged */
    /* The picture that stands for the page elsewhere: absolute; empty: none.
     * `card`: its path from the root, where it is not that of the programme
     * or the site; `card_of`: what it shows. */
    struct str image, image_alt, image_width, image_height;
    struct str card, card_of;
    struct str linked;          /* html: the page told to programs */
    struct str thing;           /* JSON-LD of the page's subject, from
                                   linked.h; kept out of invented pages */
    date changed;               /* what it shows, last; 0: not known */
    bool article;               /* a text of a day rather than a page */
    struct list nav, crumbs;    /* view_link */
    struct list pages;          /* view_link: free pages, for the footer */
    struct str owner, licence, updated;
    struct str about_url, accessibility_url, methodology_url, quality_url,
        data_url,
        glossary_url, organisations_url, news_url, changes_url, search_url;
    struct str email, email_url;
    bool has_crumbs, has_pages;
    bool demo;                  /* «демонстрационные данные» */
    struct str source_note;     /* that a published document is retold */
    bool retold;                /* and it must be said that this site is not
                                   the municipality's own */
    bool noindex;
};
extern const struct view frame_view;

/*
 * Sets heading and description; call it first. The title of the window is the
 * heading unless frame->title is set; the site's title is added to it later.
 * Both arguments are plain words of the site: they get typography here.
 */
void frame_heading(struct page *page, struct view_frame *frame,
                   struct str heading, struct str description);
/* A step of the way back, from the outermost; home is there already. This
 * page itself and a step already there are left out. */
void frame_crumb(struct page *page, struct view_frame *frame,
                 struct str label, struct str url);
/* The page belongs to a programme: demo mark, source note, and the steps of
 * the way back down to the programme's own page. */
void frame_programme(struct page *page, struct view_frame *frame,
                     size_t programme);
/* The page belongs to a school, whose card stands for it elsewhere. */
void frame_card(const struct page *page, struct view_frame *frame,
                size_t school);
/* Only the note that the programme is retold: for pages of schools. */
void frame_source(struct page *page, struct view_frame *frame,
                  size_t programme);
/* Is it retold from a document, and its note does not say yet that this site
 * is not the municipality's own? */
bool frame_is_retold(const struct page *page, size_t programme);
/* The page shows what belongs to a thing: the day of its last change. */
void frame_changed(struct page *page, struct view_frame *frame,
                   enum changes_scope scope, size_t at);
/* The page shows a text: date of its update, else of its last change; its
 * summary where there is no description yet. */
void frame_text(struct page *page, struct view_frame *frame,
                const struct text *text);

/* For plan.c: the common part before fill(), and what depends on fill(). */
void frame_begin(struct page *page, struct view_frame *frame);
void frame_end(struct page *page, struct view_frame *frame);

#endif
