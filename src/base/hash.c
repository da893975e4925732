/*
 * hash: digests of content; see hash.h. The only file that knows xxhash.
 *
 * For every folder.
 */
#include "base/hash.h"

#include "base/str.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

struct digest hash_digest(struct str bytes)
{
    XXH128_hash_t hash = XXH3_128bits(bytes.p, bytes.n);
    return (struct digest){ .high = hash.high64, .low = hash.low64 };
}

uint64_t hash_64(struct str bytes)
{
    return XXH3_64bits(bytes.p, bytes.n);
}

void hash_hex(struct digest digest, char out[DIGEST_HEX])
{
    static const char hex[] = "0123456789abcdef";
    for (int i = 0; i < 16; i++) {
        out[i] = hex[digest.high >> (60 - 4 * i) & 15];
        out[16 + i] = hex[digest.low >> (60 - 4 * i) & 15];
    }
    out[32] = '\0';
}
