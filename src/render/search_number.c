/*
 * search_number: see search_number.h.
 *
 * For file_search.c.
 */
#include "render/search_number.h"

#include "base/str.h"

#include <assert.h>

#define BASE 91u
/* First characters up to ONE are a number of their own; from there on they
 * begin one of two, three, four characters. */
#define ONE 70u
#define TWO 88u
#define THREE 90u
#define AFTER_ONE ONE
#define AFTER_TWO (AFTER_ONE + (TWO - ONE) * BASE)
#define AFTER_THREE (AFTER_TWO + (THREE - TWO) * BASE * BASE)
#define AFTER_FOUR (AFTER_THREE + BASE * BASE * BASE)

#define RUN_MIN 3

static void put_digit(struct buf *out, uint32_t digit)
{
    char c = (char)('#' + digit);

    buf_char(out, c >= '\\' ? (char)(c + 1) : c);
}

void search_put_number(struct buf *out, uint32_t value)
{
    assert(value < AFTER_FOUR);
    if (value < AFTER_ONE) {
        put_digit(out, value);
    } else if (value < AFTER_TWO) {
        value -= AFTER_ONE;
        put_digit(out, ONE + value / BASE);
        put_digit(out, value % BASE);
    } else if (value < AFTER_THREE) {
        value -= AFTER_TWO;
        put_digit(out, TWO + value / (BASE * BASE));
        put_digit(out, value / BASE % BASE);
        put_digit(out, value % BASE);
    } else {
        value -= AFTER_THREE;
        put_digit(out, THREE);
        put_digit(out, value / (BASE * BASE));
        put_digit(out, value / BASE % BASE);
        put_digit(out, value % BASE);
    }
}

void search_put_pages(struct buf *out, const uint32_t *pages, size_t n)
{
    uint32_t next = 0;          /* the lowest that may come */

    for (size_t i = 0; i < n;) {
        size_t run = 0;

        while (i + run < n && pages[i + run] == next + run)
            run++;
        if (run >= RUN_MIN) {
            search_put_number(out, 0);
            search_put_number(out, (uint32_t)run);
            i += run;
            next += (uint32_t)run;
        } else {
            search_put_number(out, pages[i] - next + 1);
            next = pages[i++] + 1;
        }
    }
}
