/*
 * config: site.yml.
 *
 * For everything above model/.
 */
#ifndef VITRINA_MODEL_CONFIG_H
#define VITRINA_MODEL_CONFIG_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct source;

/* A municipality and the cases of the word that stands for it. */
struct municipality {
    struct str id, name;
    struct str brief;           /* at most 6 letters: район, город, округ */
    struct str gen, dat, acc, ins, pre;     /* of `brief` */
};

/* Parameters of disclosure control (domain 3.3). */
struct disclosure {
    int64_t k, k_sensitive, n_min, counts_below;
};

/* What readers see of clusters of schools. Not said: labels of a published
 * document as they are, and nothing that is computed here. */
enum cluster_public { CLUSTERS_AS_PUBLISHED, CLUSTERS_NONE,
                      CLUSTERS_ANONYMOUS };

/* What other sites can show of a school: it and its indicators, or it alone. */
enum embeds { EMBEDS_ALL, EMBEDS_SCHOOLS };

/* Pictures of schools, programmes and the site to be posted elsewhere. */
enum cards { CARDS_NONE, CARDS_PNG };

/* One term of a sum: an indicator and its weight. */
struct weighted {
    struct str name;            /* as written */
    struct pos at;
    struct num weight;
    size_t indicator;           /* after link.c; SIZE_MAX: none */
};
struct formula {
    struct weighted *at;
    size_t n;                   /* 0: not given */
};

/* Whose formula says how schools' conditions and results are compared
 * (R1.13): release/context.h. */
struct resilience {
    struct pos at;
    struct str programme, title, source;    /* source empty: not given */
    size_t of;                  /* the programme after link.c, or SIZE_MAX */
    struct formula index, result, process;
    int64_t lowest, highest;    /* percent of schools; 0: not given */
};

/* An indicator named in site.yml. */
struct chosen {
    struct str name;            /* as written: PROG/IND */
    struct pos at;
    size_t indicator;           /* after link.c; SIZE_MAX: none */
};
#define COMPARISONS_MAX 3   /* school pages compare schools by (reader C4) */
#define POSTER_MAX 4        /* tiles of a school's poster */
#define COSTS 4             /* limits between five classes of costs */

struct config {
    struct pos at;
    struct str title;
    enum lang language;
    date as_of;
    date changes_since;         /* DATE_NONE: from the beginning */
    struct str base_url;        /* ends with /; empty: none */
    struct municipality *municipalities;
    size_t municipalities_n;
    struct str owner, email, phone, address, licence, theme;
    struct disclosure disclosure;
    struct str private_path;
    struct str *attachments;    /* files copied whatever their kind */
    size_t attachments_n;
    struct {
        struct str repository, remote, branch, author;
        struct str *keep;
        size_t keep_n;
    } publish;
    /* Roubles a pupil and year that costs 1, 2, 3, 4 of a practice stay
     * below; 5 is more. */
    int64_t practice_costs[COSTS];
    int cluster_public;
    int embeds;                 /* enum embeds */
    int cards;                  /* enum cards */
    struct resilience resilience;
    struct chosen comparisons[COMPARISONS_MAX];
    size_t comparisons_n;
    struct chosen poster[POSTER_MAX];
    size_t poster_n;            /* 0: picked for each school (pick.h) */
};

/* Reads content/site.yml. False after reporting when it is missing or its
 * required keys are; the other problems are reported and passed over. */
bool config_read(struct config *config, struct arena *arena,
                 const struct source *source, struct diag *diag);

/* The repository of `publish:` seen from the site's folder `dir`, or `dir`. */
const char *config_repository(const struct config *config,
                              struct arena *arena, const char *dir);

/* Index of a municipality by id, or SIZE_MAX. */
size_t config_municipality(const struct config *config, struct str id);

#endif
