/*
 * fold_word: distance between words, the nearest of many, slugs and ids; see
 * fold.h.
 *
 * For every folder.
 */
#include "base/fold.h"

#include "base/fold_char.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define ID_MAX 80

/* --- distance --- */

struct word {
    uint32_t *at;
    size_t n;
};

static struct word decode(uint32_t *to, struct str s)
{
    struct word word = { to, 0 };
    size_t at = 0;
    while (at < s.n)
        word.at[word.n++] = utf8_next(s, &at);
    return word;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* One cell of the table: rows[0] is the row of a[i - 1], rows[1] and rows[2]
 * are those before it. */
static size_t cell(size_t *const rows[3], struct word a, struct word b,
                   size_t i, size_t j)
{
    size_t change = a.at[i - 1] != b.at[j - 1];
    size_t edits = least(rows[1][j - 1] + change,
                         least(rows[1][j], rows[0][j - 1]) + 1);
    if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2]
        && a.at[i - 2] == b.at[j - 1])
        edits = least(edits, rows[2][j - 2] + 1);
    return edits;
}

/*
 * Only cells within `limit` of the diagonal can matter; those just outside
 * hold `far`. Ends when a whole row is beyond the limit.
 */
static size_t count_edits(size_t *table, struct word a, struct word b,
                          size_t limit)
{
    size_t width = b.n + 1, far = limit + 1;
    size_t *rows[3] = { table, table + width, table + 2 * width };
    for (size_t j = 0; j <= b.n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        size_t *oldest = rows[2];
        rows[2] = rows[1];
        rows[1] = rows[0];
        rows[0] = oldest;
        size_t from = i > limit ? i - limit : 1;
        size_t to = least(b.n, i + limit);
        size_t best = rows[0][from - 1] = from == 1 ? i : far;
        for (size_t j = from; j <= to; j++) {
            rows[0][j] = cell(rows, a, b, i, j);
            best = least(best, rows[0][j]);
        }
        if (to < b.n)
            rows[0][to + 1] = far;
        if (best > limit)
            return far;
    }
    return least(rows[0][b.n], far);
}

size_t fold_distance(struct str a, struct str b, size_t limit)
{
    size_t longest = a.n > b.n ? a.n : b.n;
    limit = limit < longest ? limit : longest;
    uint32_t *codes = mem_alloc((a.n + b.n) * sizeof *codes);
    struct word x = decode(codes, a), y = decode(codes + x.n, b);
    size_t apart = x.n > y.n ? x.n - y.n : y.n - x.n;
    size_t edits = limit + 1;
    if (apart <= limit) {
        size_t *table = mem_alloc(3 * (y.n + 1) * sizeof *table);
        edits = count_edits(table, x, y, limit);
        free(table);
    }
    free(codes);
    return edits;
}

size_t fold_nearest_all(struct str word, size_t n,
                        struct str (*name)(const void *payload, size_t i),
                        const void *payload, size_t *out, size_t max)
{
    struct arena *arena = arena_new();
    struct arena *scratch = arena_new();
    struct str key = fold_key(arena, word);
    size_t found = 0, best = utf8_length(key) / 3;
    for (size_t i = 0; key.n && i < n; i++) {
        /* A full list waits only for nearer ones. */
        bool full = found == max;
        if (full && best == 0)
            break;
        struct str other = fold_key(scratch, name(payload, i));
        size_t edits = fold_distance(key, other, full ? best - 1 : best);
        arena_reset(scratch);
        if (edits > (full ? best - 1 : best))
            continue;
        if (edits < best)
            found = 0;
        best = edits;
        out[found++] = i;
    }
    arena_free(scratch);
    arena_free(arena);
    return found;
}

size_t fold_nearest(struct str word, size_t n,
                    struct str (*name)(const void *payload, size_t i),
                    const void *payload)
{
    size_t nearest;
    return fold_nearest_all(word, n, name, payload, &nearest, 1) ? nearest
                                                                 : n;
}

/* --- slugs --- */

/* ICAO 9303 for а..я. */
static const char *const icao[] = {
    "a", "b", "v",  "g",  "d",  "e",  "zh", "z",    "i",  "i", "k",
    "l", "m", "n",  "o",  "p",  "r",  "s",  "t",    "u",  "f", "kh",
    "ts", "ch", "sh", "shch", "ie", "y", "", "e",   "iu", "ia",
};

static const char *transliterated(uint32_t code, char ascii[2])
{
    code = fold_yo(fold_lower(fold_base(code)));
    if (code >= 0x430 && code < 0x450)
        return icao[code - 0x430];
    bool plain = (code >= 'a' && code <= 'z')
                 || (code >= '0' && code <= '9');
    ascii[0] = plain ? (char)code : '\0';
    ascii[1] = '\0';
    return ascii;
}

struct str fold_slug(struct arena *arena, struct str s)
{
    char slug[ID_MAX], ascii[2];
    size_t n = 0, at = 0;
    bool gap = false;
    s = fold_nfc(arena, s);
    while (at < s.n) {
        uint32_t code = utf8_next(s, &at);
        enum fold_class class = fold_class(code);
        if (class == FOLD_BLANK)
            gap = n > 0;
        if (class == FOLD_BLANK || class == FOLD_NOTHING)
            continue;
        const char *letters = transliterated(code, ascii);
        size_t size = strlen(letters);
        if (n + gap + size > sizeof slug)
            break;
        if (gap && size)
            slug[n++] = '-';
        memcpy(slug + n, letters, size);
        n += size;
        gap = gap && !size;
    }
    return str_copy(arena, (struct str){ slug, n });
}

bool fold_is_id(struct str id)
{
    if (id.n == 0 || id.n > ID_MAX || id.p[0] == '-'
        || id.p[id.n - 1] == '-')
        return false;
    for (size_t i = 0; i < id.n; i++) {
        char c = id.p[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return true;
}
