/*
 * deliver: renders every file of a plan into a receiver.
 *
 * For build.c.
 */
#ifndef VITRINA_DELIVER_H
#define VITRINA_DELIVER_H

#include "base/str.h"

struct arena;
struct build_options;
struct diag;
struct meter;
struct plan;
struct receipt;
struct receiver;
struct site;

/* One plan on its way into one receiver. */
struct delivery {
    const struct build_options *options;
    const struct site *site;
    const struct plan *plan;
    struct str only;            /* school:ID; empty: the whole site */
    struct meter *meter;        /* is told of each file; may be NULL */
    struct arena *arena;
};

/*
 * Renders all files with the workers of the options, pages first, and commits
 * them with their manifest if no error stands (the options say what stops it).
 * Returns 0 when the receiver has committed; else it was told to abort.
 */
int deliver(const struct delivery *delivery, struct receiver *receiver,
            struct receipt *receipt, struct diag *diag);

#endif
