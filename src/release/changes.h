/*
 * changes: what has changed on the site since when and why, from the history
 * of its sources: told by releases of then, and of the numbers only those
 * that today's release shows, too (design 7).
 *
 * For history.c, which makes it, and render/.
 */
#ifndef VITRINA_RELEASE_CHANGES_H
#define VITRINA_RELEASE_CHANGES_H

#include "model/address.h"
#include "model/catalog.h"
#include "release/release.h"
#include "release/snapshot.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is known of the history. */
enum changes_state {
    CHANGES_LATER,              /* not looked at: a preview */
    CHANGES_NO_GIT,             /* there is none */
    CHANGES_UNREADABLE,
    CHANGES_CUT,                /* its beginning is not there */
    CHANGES_WHOLE
};

/* One day's work as history.c hands it over, the oldest first. */
struct changes_commit {
    date on;
    struct str reason;          /* empty: none was given */
    const struct record *records;
    size_t n;
};

struct changes_input {
    enum changes_state state;
    date since;                 /* of the state that all is compared with;
                                   DATE_NONE: not known */
    const struct changes_commit *commits;
    size_t n;
};

enum change_of { CHANGE_PROGRAMME, CHANGE_SCHOOL, CHANGE_INDICATOR,
                 CHANGE_VALUE, CHANGE_TARGET, CHANGE_MEASURE, CHANGE_REPORTS,
                 CHANGE_DOCUMENT, CHANGE_TEXT };
enum change_how { CHANGE_ADDED, CHANGE_CHANGED, CHANGE_REMOVED,
                  CHANGE_HIDDEN, CHANGE_REVEALED };

struct change {
    enum change_of of;
    enum change_how how;
    date on;
    size_t commit;              /* changes of one commit have one number */
    struct str reason;
    struct str key;             /* of its record: the same for ever */
    size_t programme, indicator;    /* in the site of today, or NONE */
    size_t school;              /* RELEASE_WHOLE: of the whole; NONE */
    size_t at;                  /* measure or document, or NONE */
    struct period period;       /* of values and targets */
    bool each;                  /* a target for each school */
    enum thing thing;           /* of a text: its page, with `at`, `sub` */
    size_t sub;
    bool numbers;               /* before and after may be told */
    struct str before, after;   /* texts of a snapshot without the detail */
    struct str detail_before, detail;
    uint64_t id;                /* unique and the same for ever */
};

struct changes;

/* `input` must outlive it. */
struct changes *changes_make(struct arena *arena,
                             const struct release *release,
                             const struct changes_input *input);

enum changes_state changes_state(const struct changes *changes);
date changes_since(const struct changes *changes);

/* What happened to something, the newest first; `at` is its index. */
enum changes_scope { CHANGES_SITE, CHANGES_OF_PROGRAMME, CHANGES_OF_INDICATOR,
                     CHANGES_OF_SCHOOL };
size_t changes_count(const struct changes *changes, enum changes_scope scope,
                     size_t at);
const struct change *changes_at(const struct changes *changes,
                                enum changes_scope scope, size_t at,
                                size_t i);
/* The day of the newest, or DATE_NONE. */
date changes_last(const struct changes *changes, enum changes_scope scope,
                  size_t at);
/* Of a text by its file; DATE_NONE when nothing is known. */
date changes_of_file(const struct changes *changes, struct str path);

/* The last correction of a value that is shown, or NULL. */
const struct change *changes_revised(const struct changes *changes,
                                     size_t indicator, size_t school,
                                     struct period period);
/* The target as it was set first; false when it was not changed since. */
bool changes_first_target(const struct changes *changes,
                          const struct target *now, struct target *first);
/* Is it a correction of a published value? */
bool changes_is_correction(const struct change *change);
/* A target from the text of one: `detail` of it, and its indicator. */
struct target changes_target(const struct site *site,
                             const struct change *change, bool before);

#endif
