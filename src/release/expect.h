/*
 * expect: the schools from which an indicator is expected (design 3). Pure.
 *
 * For disclose.c, which keeps the list; others ask release_schools().
 */
#ifndef VITRINA_RELEASE_EXPECT_H
#define VITRINA_RELEASE_EXPECT_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct site;

/* The indicator's own list, else the participants, else who has rows (`rows`,
 * ascending); without a row participants are not asked. Ascending. */
uint32_t *expect_schools(struct arena *arena, const struct site *site,
                         size_t indicator, const uint32_t *rows,
                         size_t rows_n, size_t *n);

#endif
