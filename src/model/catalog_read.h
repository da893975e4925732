/*
 * catalog_read: the parts of reading a site, between the files catalog*.c.
 *
 * For catalog.c, catalog_tables.c, catalog_texts.c only.
 */
#ifndef VITRINA_MODEL_CATALOG_READ_H
#define VITRINA_MODEL_CATALOG_READ_H

#include "model/catalog.h"
#include "model/schema.h"

struct yml;

/* Shared tables: schools, organisations, glossary, explanations. */
void catalog_read_shared(struct site *site,
                         const struct schema_reader *reader);
/* Tables of one programme, except values. */
void catalog_read_programme(struct site *site, size_t programme,
                            const struct schema_reader *reader);
/* data/<id>/passport.csv as a map of captions (R1.12), or NULL; rows with an
 * empty caption continue the one before. */
const struct yml *catalog_passport(const struct schema_reader *reader,
                                   struct str programme);
/* All Markdown files and attachments below content/; makes the programmes. */
void catalog_read_texts(struct site *site,
                        const struct schema_reader *reader);

/* Names of one kind of things, and the ids of these for messages. */
struct catalog_names {
    struct map *map;
    struct arena *arena;
    struct diag *diag;
    struct str (*id)(const void *payload, size_t i);
    const void *payload;
};
/* Reports an id that the thing at `first` has already. */
void catalog_taken(struct diag *diag, struct str id, struct pos at,
                   struct pos first);
/* Adds a name unless another thing has it, which is reported with the ids of
 * both. Empty names are nothing. */
void catalog_name(const struct catalog_names *names, struct str name,
                  size_t index, struct pos at);
/* Lets the ids of `n` things from `first` on be spelt in other ways. */
void catalog_spell_ids(const struct catalog_names *names, size_t first,
                       size_t n);

#endif
