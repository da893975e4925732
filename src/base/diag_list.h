/*
 * diag_list: the problems as diag.c keeps and diag_print.c prints them.
 *
 * For these two files only.
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
    size_t counts[LEVEL_USAGE + 1];
};

/* Sorts by file, line, column, message and text; drops repetitions. */
void diag_sort(struct diag *diag);

#endif
