/*
 * build: the whole pipeline, for the commands.
 */
#ifndef VITRINA_BUILD_H
#define VITRINA_BUILD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct diag;
struct edition;
struct meter;
struct receipt;
struct receiver;
struct plan;
struct release;
struct site;
struct source;
struct source_gap;

struct build_options {
    const char *dir;        /* the site's folder */
    const char *at;         /* commit to read from, or NULL: the folder */
    const char *private_dir;    /* instead of what `private:` names, or NULL */
    size_t jobs;            /* workers; 0: one a processor */
    bool strict;            /* warnings stop the commit */
    bool despite;           /* even errors do not: for one who only looks */
    const char *only;       /* school:ID: its site alone; NULL: the whole;
                               schools: for build_schools */
    struct str commit;      /* that names the inputs: build_commit(); or "" */
    struct meter *meter;    /* is told how far it is; may be NULL */
    bool no_history;        /* of the past only what is known already */
    bool guard;             /* warn of raw numbers that git makes public */
    struct str repository;  /* that is published to; "": of site.yml */
    const struct source_gap *gaps;  /* left out: source_without */
    size_t gaps_n;
    /* Is shown the release before anything is rendered; may be NULL. */
    void (*released)(void *payload, const struct release *release);
    void *payload;
};

/* The files a build reads, opened by the options; NULL after reporting. */
struct source *build_source(const struct build_options *options,
                            struct diag *diag);

/* Id of the commit that the inputs are equal to; empty when the folder was
 * changed since, or is in no repository. */
struct str build_commit(const struct build_options *options,
                        struct arena *arena, struct diag *diag);

/*
 * Reads, links, releases, plans and renders the site into `receiver`, and
 * commits it if no error stands. `pages` gets the number of files. Problems
 * go to `diag`; returns 0 when the receiver has committed.
 */
int build_site(const struct build_options *options, struct source *source,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages, struct diag *diag);

/* Where the sites of all schools go. */
struct build_outlet {
    void *payload;
    /* The receiver of one school's site, with which build_schools is done
     * afterwards; NULL after reporting, which stops it. */
    struct receiver *(*open)(void *payload, struct str school);
    /* It is in its place. */
    void (*placed)(void *payload, struct str school, size_t pages,
                   const struct receipt *receipt);
};

/*
 * The site of each school by itself, from one reading and one release; what
 * is in it is the same as with `only`. Nothing is committed before all of
 * them are rendered without error. Returns 0 when all are in their place.
 */
int build_schools(const struct build_options *options, struct source *source,
                  const struct build_outlet *outlet, struct diag *diag);

/*
 * The same up to rendering, for files that are rendered when asked for.
 * `source` must live as long. NULL after reporting.
 */
struct edition *build_edition(const struct build_options *options,
                              struct source *source, struct diag *diag);
void build_edition_free(struct edition *edition);
const struct site *build_edition_site(const struct edition *edition);
const struct plan *build_edition_plan(const struct edition *edition);
/* The file at `path` appended to `out`; `scratch` is emptied. False: the site
 * has no such file. */
bool build_file(const struct edition *edition, struct str path,
                struct arena *scratch, struct buf *out, struct diag *diag);

/*
 * Reads, links and releases with the rules of disclosure off, so that what
 * does not add up is reported of every number. Renders nothing; `diag` names
 * numbers that must stay hidden.
 */
void build_findings(const struct build_options *options,
                    struct source *source, struct diag *diag);

#endif
