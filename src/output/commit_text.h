/*
 * commit_text: who publishes and when, and the text of a commit object.
 *
 * For publish.c only.
 */
#ifndef VITRINA_OUTPUT_COMMIT_TEXT_H
#define VITRINA_OUTPUT_COMMIT_TEXT_H

#include "base/str.h"
#include "output/sha1.h"

#include <stdbool.h>
#include <stdint.h>

struct diag;

/* "Name <mail>" in two; false when it is not of that form. */
bool commit_text_author(struct str author, struct str *name, struct str *mail);

/* Seconds since 1970: SOURCE_DATE_EPOCH if set, else now. -1 after
 * reporting. */
int commit_text_time(int64_t *seconds, struct diag *diag);

struct commit_text {
    const unsigned char *tree;      /* SHA1_BYTES each */
    const unsigned char *parent;    /* NULL: none */
    struct str name, mail;
    int64_t time;
    struct str message;
    struct str source, version, back;   /* each may be empty */
};

/* Appends the commit object: UTC, same author and committer, trailers. */
void commit_text_write(struct buf *out, const struct commit_text *commit);

#endif
