/*
 * table_encoding: the bytes of a CSV file as UTF-8, whatever an office
 * program saved them in (R4.1).
 *
 * Private to table.c and table_reader.c.
 */
#ifndef VITRINA_INPUT_TABLE_ENCODING_H
#define VITRINA_INPUT_TABLE_ENCODING_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct decoded {
    struct str text;    /* valid UTF-8, no mark at its start, no control
                           characters but tab, CR and LF */
    struct buf own;     /* holds `text` unless the bytes could be used */
    const char *name;   /* "UTF-8", "UTF-8, BOM", "Windows-1251", ... */
    bool ascii;         /* `text` is plain ASCII */
    bool lone_cr;       /* some lines end in CR without LF */
    bool maybe_not_nfc; /* false: every piece of `text` is in NFC */
    const char *doubt;  /* read as Windows-1251, but this makes better
                           Russian of it: "CP866", "KOI8-R"; else NULL */
    bool doubt_sure;    /* enough letters to say so without more evidence */
};

/*
 * Finds the encoding of `bytes` and decodes it. A BOM wins; else what is
 * valid UTF-8 is UTF-8; else it is Windows-1251. False after reporting what
 * is none of them. `out->own` is the caller's to free in both cases.
 */
bool table_decode(struct str file, struct str bytes, struct decoded *out,
                  struct diag *diag);

/* Could this text differ from its NFC? Errs on the side of true. */
bool table_maybe_not_nfc(struct str text);

/* Says that the file is in another code page; false. */
bool table_report_doubt(struct str file, const struct decoded *decoded,
                        struct diag *diag);

/*
 * Moves a place that stands at the start of `text` to its end. Lines end in
 * LF, CR or CRLF. `wide` is false when each byte is a character.
 */
void table_advance(struct pos *at, struct str text, bool wide);

#endif
