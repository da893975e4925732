/*
 * sha1: FIPS 180-4; see sha1.h.
 *
 * For publish*.c only.
 */
#include "output/sha1.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

static uint32_t rotate(uint32_t x, int by)
{
    return x << by | x >> (32 - by);
}

static uint32_t word_of(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8
        | p[3];
}

static void word_to(unsigned char *p, uint32_t word)
{
    p[0] = (unsigned char)(word >> 24);
    p[1] = (unsigned char)(word >> 16);
    p[2] = (unsigned char)(word >> 8);
    p[3] = (unsigned char)word;
}

/* The word of round t >= 16; the last 16 are kept in a ring. */
#define NEXT(t)                                                        \
    (w[(t) & 15] = rotate(w[((t) + 13) & 15] ^ w[((t) + 8) & 15]       \
                              ^ w[((t) + 2) & 15] ^ w[(t) & 15], 1))
/* One round; the five variables change places instead of values. */
#define ROUND(a, b, c, d, e, f, k, word)                               \
    ((e) += rotate((a), 5) + (f) + (k) + (word), (b) = rotate((b), 30))
#define FIVE(t, F, k, W)                                               \
    (ROUND(a, b, c, d, e, F(b, c, d), k, W(t)),                        \
     ROUND(e, a, b, c, d, F(a, b, c), k, W((t) + 1)),                  \
     ROUND(d, e, a, b, c, F(e, a, b), k, W((t) + 2)),                  \
     ROUND(c, d, e, a, b, F(d, e, a), k, W((t) + 3)),                  \
     ROUND(b, c, d, e, a, F(c, d, e), k, W((t) + 4)))
#define TWENTY(t, F, k)                                                \
    (FIVE(t, F, k, NEXT), FIVE((t) + 5, F, k, NEXT),                   \
     FIVE((t) + 10, F, k, NEXT), FIVE((t) + 15, F, k, NEXT))
#define GIVEN(t) (w[t])
#define CHOOSE(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define PARITY(x, y, z) ((x) ^ (y) ^ (z))
#define MAJORITY(x, y, z) (((x) & (y)) + ((z) & ((x) ^ (y))))

static void add_block(uint32_t state[5], const unsigned char *block)
{
    uint32_t w[16];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3],
             e = state[4];
    for (int t = 0; t < 16; t++)
        w[t] = word_of(block + 4 * t);
    FIVE(0, CHOOSE, 0x5A827999u, GIVEN);
    FIVE(5, CHOOSE, 0x5A827999u, GIVEN);
    FIVE(10, CHOOSE, 0x5A827999u, GIVEN);
    ROUND(a, b, c, d, e, CHOOSE(b, c, d), 0x5A827999u, w[15]);
    ROUND(e, a, b, c, d, CHOOSE(a, b, c), 0x5A827999u, NEXT(16));
    ROUND(d, e, a, b, c, CHOOSE(e, a, b), 0x5A827999u, NEXT(17));
    ROUND(c, d, e, a, b, CHOOSE(d, e, a), 0x5A827999u, NEXT(18));
    ROUND(b, c, d, e, a, CHOOSE(c, d, e), 0x5A827999u, NEXT(19));
    TWENTY(20, PARITY, 0x6ED9EBA1u);
    TWENTY(40, MAJORITY, 0x8F1BBCDCu);
    TWENTY(60, PARITY, 0xCA62C1D6u);
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

void sha1_start(struct sha1 *sha)
{
    static const uint32_t first[5] = {0x67452301u, 0xEFCDAB89u, 0x98BADCFEu,
                                      0x10325476u, 0xC3D2E1F0u};
    memcpy(sha->state, first, sizeof first);
    sha->total = 0;
}

void sha1_add(struct sha1 *sha, struct str bytes)
{
    size_t waiting = (size_t)(sha->total % 64);
    sha->total += bytes.n;
    if (waiting) {
        struct str head = str_sub(bytes, 0, 64 - waiting);
        if (head.n)
            memcpy(sha->block + waiting, head.p, head.n);
        bytes = str_skip(bytes, head.n);
        if (waiting + head.n < 64)
            return;
        add_block(sha->state, sha->block);
    }
    for (; bytes.n >= 64; bytes = str_skip(bytes, 64))
        add_block(sha->state, (const unsigned char *)bytes.p);
    if (bytes.n)
        memcpy(sha->block, bytes.p, bytes.n);
}

void sha1_end(struct sha1 *sha, unsigned char out[SHA1_BYTES])
{
    uint64_t bits = sha->total * 8;
    size_t waiting = (size_t)(sha->total % 64);
    sha->block[waiting++] = 0x80;
    if (waiting > 56) {
        memset(sha->block + waiting, 0, 64 - waiting);
        add_block(sha->state, sha->block);
        waiting = 0;
    }
    memset(sha->block + waiting, 0, 56 - waiting);
    word_to(sha->block + 56, (uint32_t)(bits >> 32));
    word_to(sha->block + 60, (uint32_t)bits);
    add_block(sha->state, sha->block);
    for (int i = 0; i < 5; i++)
        word_to(out + 4 * i, sha->state[i]);
}

void sha1_object(const char *kind, struct str bytes,
                 unsigned char out[SHA1_BYTES])
{
    struct sha1 sha;
    char head[48];
    int n = snprintf(head, sizeof head, "%s %zu", kind, bytes.n);
    sha1_start(&sha);
    sha1_add(&sha, (struct str){head, (size_t)n + 1});  /* with the NUL */
    sha1_add(&sha, bytes);
    sha1_end(&sha, out);
}

void sha1_hex(const unsigned char id[SHA1_BYTES], char out[SHA1_HEX])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < SHA1_BYTES; i++) {
        out[2 * i] = digits[id[i] >> 4];
        out[2 * i + 1] = digits[id[i] & 15];
    }
    out[40] = '\0';
}
