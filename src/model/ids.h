/*
 * ids: any array of records that have an `id`, to look one up or to find the
 * nearest to a wrong one.
 *
 * For address.c and link.c.
 */
#ifndef VITRINA_MODEL_IDS_H
#define VITRINA_MODEL_IDS_H

#include "base/str.h"

#include <stddef.h>

struct ids {
    const char *at;             /* the first record */
    size_t n, size, offset;     /* of a record; of its `struct str id` */
};
#define IDS(records, count, type)                                       \
    (struct ids){(const char *)(records), (count), sizeof(struct type), \
                 offsetof(struct type, id)}

struct str ids_at(const struct ids *ids, size_t i);
/* Index of `id`, or SIZE_MAX. */
size_t ids_find(const struct ids *ids, struct str id);
/* The nearest id (fold_nearest), or an empty text. */
struct str ids_nearest(const struct ids *ids, struct str wrong);

#endif
