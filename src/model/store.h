/*
 * store: the raw numbers as a sealed box: build.c carries it from the tables
 * to the release without seeing inside (observe.h).
 *
 * For build.c.
 */
#ifndef VITRINA_MODEL_STORE_H
#define VITRINA_MODEL_STORE_H

struct arena;
struct diag;
struct site;
struct source;
struct store;

/* Reads values.csv and values-*.csv of every programme, long or wide, into
 * the arena; then those of the private folder, whose numbers may stand in the
 * place of a »c« of the others. */
struct store *observe_read(struct arena *arena, const struct site *site,
                           const struct source *source, struct diag *diag);

#endif
