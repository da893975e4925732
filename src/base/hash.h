/*
 * hash: digests of content (XXH3, 128 bits), not for anything hostile.
 *
 * For every folder.
 */
#ifndef VITRINA_BASE_HASH_H
#define VITRINA_BASE_HASH_H

#include <stdint.h>

struct str;

struct digest {
    uint64_t high, low;
};

#define DIGEST_HEX 33   /* 32 digits and the NUL */

struct digest hash_digest(struct str bytes);
uint64_t hash_64(struct str bytes);
void hash_hex(struct digest digest, char out[DIGEST_HEX]);

#endif
