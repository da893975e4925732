/*
 * ids: arrays of records that have an id. See ids.h.
 *
 * For address.c and link.c.
 */
#include "model/ids.h"

#include "base/fold.h"

#include <stdint.h>

struct str ids_at(const struct ids *ids, size_t i)
{
    const struct str *id =
        (const void *)(ids->at + i * ids->size + ids->offset);
    return *id;
}

static struct str name_at(const void *payload, size_t i)
{
    return ids_at(payload, i);
}

size_t ids_find(const struct ids *ids, struct str id)
{
    for (size_t i = 0; i < ids->n; i++)
        if (str_eq(ids_at(ids, i), id))
            return i;
    return SIZE_MAX;
}

struct str ids_nearest(const struct ids *ids, struct str wrong)
{
    size_t near = fold_nearest(wrong, ids->n, name_at, ids);
    return near < ids->n ? ids_at(ids, near) : S("");
}
