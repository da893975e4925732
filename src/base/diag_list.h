/*
 * diag_list: the problems as diag.c keeps and diag_print.c prints them.
 *
 * For diag*.c only.
 */
#ifndef VITRINA_BASE_DIAG_LIST_H
#define VITRINA_BASE_DIAG_LIST_H

#include "base/diag.h"
#include "base/mem.h"

struct problem {
    struct pos at;
    enum msg id;
    bool explained;         /* printed only when verbose, not counted */
    bool withheld;          /* args[0] was the value of a hidden cell */
    cell_key cell;
    struct str finding;
    struct str args[DIAG_ARGS];
};

struct diag {
    struct arena *arena;
    ARR(struct problem) list;
    bool detailed;
    size_t counts[LEVEL_USAGE + 1];
};

/* Sorts by file, line, column, message and text; drops repetitions. */
void diag_sort(struct diag *diag);

/* The character to print for `code`: what would act on a terminal is not. */
uint32_t diag_visible(uint32_t code);
/*
 * Appends a line below a message: `label` (ASCII), as much of `line` around
 * character `col` (1-based) as `columns` of a terminal hold (0: 80), and a
 * caret below that character, which may be one behind the end.
 */
void diag_quote(struct buf *out, struct str label, struct str line,
                uint32_t col, unsigned columns);

#endif
