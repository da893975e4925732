/*
 * zip_write: an archive in the making: the same files in the same order give
 * the same bytes anywhere.
 *
 * For render/. Reading is in input/zip.h.
 */
#ifndef VITRINA_BASE_ZIP_WRITE_H
#define VITRINA_BASE_ZIP_WRITE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zip_writer {
    struct buf *out;
    struct buf directory;       /* what stands at the end */
    size_t from;                /* where the archive begins in `out` */
    size_t n;
    uint16_t day;               /* of all its files, in the form of DOS */
};

/* Begins behind what is in `out`. All files get the date; a year that the
 * format does not know becomes its nearest. */
void zip_begin(struct zip_writer *zip, struct buf *out, int year, int month,
               int day);
/* `name` is ASCII with `/` between folders. `pack` is of use for text; what
 * would not get smaller is stored as it is. Up to 65,535 files and 4 GB. */
void zip_add(struct zip_writer *zip, struct str name, struct str bytes,
             bool pack);
/* Ends the archive and frees what the writer holds, but `out`. */
void zip_end(struct zip_writer *zip);

#endif
