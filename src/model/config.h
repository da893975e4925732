/*
 * config: site.yml.
 *
 * For everything above model/.
 */
#ifndef VITRINA_MODEL_CONFIG_H
#define VITRINA_MODEL_CONFIG_H

#include "base/diag.h"
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

struct config {
    struct pos at;
    struct str title;
    enum lang language;
    date as_of;
    struct str base_url;        /* ends with /; empty: none */
    struct municipality *municipalities;
    size_t municipalities_n;
    struct str owner, email, phone, address, licence, theme;
    struct disclosure disclosure;
    struct str private_path;
    struct {
        struct str repository, remote, branch, author;
        struct str *keep;
        size_t keep_n;
    } publish;
};

/* Reads content/site.yml. False after reporting when it is missing or its
 * required keys are; the other problems are reported and passed over. */
bool config_read(struct config *config, struct arena *arena,
                 const struct source *source, struct diag *diag);

/* Index of a municipality by id, or SIZE_MAX. */
size_t config_municipality(const struct config *config, struct str id);

#endif
