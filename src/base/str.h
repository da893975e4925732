/*
 * str: slices, buffers, UTF-8 and the escapes of every output format.
 *
 * For every folder. Two types, never mixed:
 *   struct str   a borrowed piece of text: pointer and length, no NUL needed;
 *                the empty slice may have p == NULL;
 *   struct buf   an owned, growing text; `p` is NUL-terminated once anything
 *                was added; {0} is a valid empty buffer; adding cannot fail.
 * All text inside the program is valid UTF-8 in NFC.
 */
#ifndef VITRINA_BASE_STR_H
#define VITRINA_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct str {
    const char *p;
    size_t n;
};

struct buf {
    char *p;
    size_t n, cap;
};

/* A slice of a string literal. */
#define S(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
/* For printf("%.*s"). */
#define STR_FMT(s) (int)(s).n, (s).p ? (s).p : ""

/* --- slices --- */
/* Of a C string; NULL = "". */
static inline struct str str_of(const char *text);
/* Borrowed from the buffer. */
static inline struct str buf_str(const struct buf *buf);
static inline bool str_eq(struct str a, struct str b);
static inline bool str_is(struct str a, const char *b);
int str_cmp(struct str a, struct str b);        /* bytes, like strcmp */
static inline bool str_starts(struct str s, struct str prefix);
static inline bool str_ends(struct str s, struct str suffix);
/* Clamped. */
static inline struct str str_sub(struct str s, size_t from, size_t to);
static inline struct str str_skip(struct str s, size_t n);
ptrdiff_t str_find(struct str s, struct str what);          /* or -1 */
ptrdiff_t str_find_char(struct str s, char c);              /* or -1 */
/* Without blanks at both ends; U+00A0, U+202F, U+FEFF are blanks too. */
struct str str_trim(struct str s);
/* Cut at the first `sep`: returns what stands before, leaves the rest in
 * `rest`. With no `sep` in it returns all and leaves an empty slice with
 * p == NULL, so `while (rest.p)` walks the pieces. */
struct str str_cut(struct str *rest, char sep);

/* --- copies in an arena (NUL-terminated behind the slice) --- */
struct str str_copy(struct arena *arena, struct str s);
char *str_z(struct arena *arena, struct str s);
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_join(struct arena *arena, const struct str *parts, size_t n,
                    struct str between);

/* --- buffers --- */
void buf_free(struct buf *buf);
void buf_clear(struct buf *buf);                /* keeps the memory */
static inline void buf_reserve(struct buf *buf, size_t more);
static inline void buf_add(struct buf *buf, struct str s);
static inline void buf_addz(struct buf *buf, const char *text);
static inline void buf_char(struct buf *buf, char c);
void buf_int(struct buf *buf, int64_t value);
void buf_addf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The text so far copied into the arena; the buffer is cleared. */
struct str buf_take(struct buf *buf, struct arena *arena);

/* --- UTF-8 --- */
#define UTF8_BAD 0xFFFFFFFFu
/* The code point at `*at`, which moves behind it; UTF8_BAD (and one byte on)
 * for an invalid sequence; 0 at the end of `s`. */
static inline uint32_t utf8_next(struct str s, size_t *at);
void utf8_add(struct buf *buf, uint32_t code);
/* Offset of the first invalid byte, or s.n. */
size_t utf8_valid(struct str s);
size_t utf8_length(struct str s);               /* in code points */

/* --- escapes: append `s` so that it is safe in the named place --- */
void buf_html(struct buf *buf, struct str s);   /* element text: & < > */
/* The same for what is read and not copied: a dash between blanks stays with
 * the word before it, a range of numbers (2019–2021) in one line. */
void buf_prose(struct buf *buf, struct str s);
void buf_attr(struct buf *buf, struct str s);   /* also " and ' */
void buf_xml(struct buf *buf, struct str s);    /* as attr, no control chars */
void buf_url_path(struct buf *buf, struct str s);   /* keeps / and unreserved */
void buf_url_part(struct buf *buf, struct str s);   /* escapes / too */
/* With the quotes; < and U+2028 as \u, so that it may stand in a script. */
void buf_json(struct buf *buf, struct str s);
/* One CSV cell: quoted when it holds `sep`, quote or line break. */
void buf_csv(struct buf *buf, struct str s, char sep);

#include "base/str_inline.h"

#endif
