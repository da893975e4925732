/*
 * sha1: the digest that names git's objects and ends its pack files. libgit2
 * gives none of raw bytes, and this one needs no lock.
 *
 * For publish*.c only. Not for anything that must withstand an attacker; what
 * is published is hashed again by libgit2, which notices known collisions.
 */
#ifndef VITRINA_OUTPUT_SHA1_H
#define VITRINA_OUTPUT_SHA1_H

#include <stddef.h>
#include <stdint.h>

struct str;

#define SHA1_BYTES 20
#define SHA1_HEX 41     /* 40 digits and the NUL */

struct sha1 {
    uint32_t state[5];
    uint64_t total;             /* bytes added */
    unsigned char block[64];    /* its first total % 64 bytes wait */
};

void sha1_start(struct sha1 *sha);
void sha1_add(struct sha1 *sha, struct str bytes);
void sha1_end(struct sha1 *sha, unsigned char out[SHA1_BYTES]);

void sha1_hex(const unsigned char id[SHA1_BYTES], char out[SHA1_HEX]);

/* Id of a git object: `kind` is "blob", "tree" or "commit". */
void sha1_object(const char *kind, struct str bytes,
                 unsigned char out[SHA1_BYTES]);

#endif
