/*
 * fold: what makes two spellings the same: NFC, case, ё, Latin look-alikes;
 * the Russian order of names; distance between words; slugs.
 *
 * For every folder. Independent of locale and environment.
 */
#ifndef VITRINA_BASE_FOLD_H
#define VITRINA_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct str;

/* `s` in Unicode NFC; `s` itself when it already is. */
struct str fold_nfc(struct arena *arena, struct str s);
/* Lower case, ё as е; nothing else changed. */
struct str fold_case(struct arena *arena, struct str s);
/*
 * The key under which names are looked up: NFC, lower case, ё as е; blanks,
 * quotes, №, punctuation and symbols (% too) as one space between words, and
 * one between letters and digits;
 * apostrophes and invisible characters dropped; No, N, Nº before a number as
 * №; Latin look-alike letters in Cyrillic text as Cyrillic (COШ), Cyrillic
 * ones in Latin words as Latin. Keys of keys are themselves.
 * "МБОУ «Сорская СОШ №3»" and "мбоу сорская сош 3" have the same key.
 */
struct str fold_key(struct arena *arena, struct str s);

/*
 * Russian natural order (R6.7): ё as е, then е before ё, lower before upper;
 * digit runs by value (№ 2 before № 10); quotes, №, punctuation and blanks
 * are at first all the same gap between words, nothing at an end; digits
 * before Cyrillic before Latin. Total: 0 only for equal bytes.
 */
int fold_order(struct str a, struct str b);
/* The same, and the legal forms МБОУ, МАОУ, МКОУ, МОУ and «им.» are ignored
 * in the first pass: the order of schools. */
int fold_order_names(struct str a, struct str b);

/* Edits between two texts (insert, delete, change, swap of neighbours), in
 * code points; stops counting behind `limit` and returns limit + 1. */
size_t fold_distance(struct str a, struct str b, size_t limit);
/*
 * Index of the nearest of `n` candidates to `word` by folded distance, or
 * `n` when none is near (more than a third of the word's length away).
 * `name(payload, i)` gives candidate i.
 */
size_t fold_nearest(struct str word, size_t n,
                    struct str (*name)(const void *payload, size_t i),
                    const void *payload);

/* The same, and all others that are just as near, in order: at most `max`
 * (> 0) in `out`. Returns how many. */
size_t fold_nearest_all(struct str word, size_t n,
                        struct str (*name)(const void *payload, size_t i),
                        const void *payload, size_t *out, size_t max);

/* ICAO 9303 transliteration to [a-z0-9-], at most 80 bytes (R6.8). */
struct str fold_slug(struct arena *arena, struct str s);
/* Is `id` lower-case Latin letters, digits, inner hyphens; 1..80 bytes? */
bool fold_is_id(struct str id);

#endif
