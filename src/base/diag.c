/*
 * diag: collects problems and settles what may be said of them; see diag.h.
 * Printing is in diag_print.c.
 *
 * For every folder.
 */
#include "base/diag.h"

#include "base/diag_list.h"
#include "base/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_ROW(id, level, ru, en) { #id, LEVEL_##level, { ru, en } },
static const struct {
    const char *name;
    enum level level;
    const char *text[2];    /* by enum lang */
} messages[] = { MESSAGES(MESSAGE_ROW) };
#undef MESSAGE_ROW

const char *diag_text(enum msg id, enum lang lang)
{
    return messages[id].text[lang];
}

const char *diag_name(enum msg id)
{
    return messages[id].name;
}

enum level diag_level(enum msg id)
{
    return messages[id].level;
}

struct diag *diag_new(void)
{
    struct diag *diag = mem_alloc(sizeof *diag);
    diag->arena = arena_new();
    return diag;
}

void diag_ask_details(struct diag *diag)
{
    diag->detailed = true;
}

bool diag_wants_details(const struct diag *diag)
{
    return diag->detailed;
}

void diag_free(struct diag *diag)
{
    if (!diag)
        return;
    arena_free(diag->arena);
    free(diag);
}

/* Problems come in runs from one file: its name is then copied once. */
static struct str copy_file(struct diag *diag, struct str file)
{
    if (file.n == 0)
        return (struct str){ NULL, 0 };
    if (diag->list.n) {
        struct str last = diag->list.at[diag->list.n - 1].at.file;
        if (str_eq(last, file))
            return last;
    }
    return str_copy(diag->arena, file);
}

static struct str copy(struct diag *diag, struct str s)
{
    return s.n ? str_copy(diag->arena, s) : (struct str){ NULL, 0 };
}

static void add_copy(struct diag *diag, struct problem problem)
{
    problem.at.file = copy_file(diag, problem.at.file);
    problem.finding = copy(diag, problem.finding);
    for (size_t i = 0; i < DIAG_ARGS; i++)
        problem.args[i] = copy(diag, problem.args[i]);
    *ARR_PUSH(diag->arena, &diag->list) = problem;
    if (!problem.explained)
        diag->counts[diag_level(problem.id)]++;
}

void diag_add_cell(struct diag *diag, struct pos at, enum msg id,
                   const struct str *args, cell_key cell,
                   struct str finding)
{
    struct problem problem = {
        .at = at, .id = id, .cell = cell, .finding = finding,
    };
    if (args)
        memcpy(problem.args, args, sizeof problem.args);
    add_copy(diag, problem);
}

void diag_add(struct diag *diag, struct pos at, enum msg id,
              const struct str *args)
{
    diag_add_cell(diag, at, id, args, 0, (struct str){ NULL, 0 });
}

int diag_errno(struct diag *diag, struct pos at, enum msg id, struct str what)
{
    int error = errno;
    char reason[256] = "";
    struct buf text = {0};
    if (strerror_r(error, reason, sizeof reason) != 0 && reason[0] == '\0')
        memcpy(reason, "?", sizeof "?");
    buf_add(&text, what);
    if (what.n)
        buf_addz(&text, ": ");
    buf_addz(&text, reason);
    diag_add(diag, at, id, ARGS(buf_str(&text)));
    buf_free(&text);
    errno = error;
    return -1;
}

static void empty(struct diag *diag)
{
    arena_reset(diag->arena);
    memset(&diag->list, 0, sizeof diag->list);
    memset(diag->counts, 0, sizeof diag->counts);
}

void diag_merge(struct diag *into, struct diag *from)
{
    for (size_t i = 0; i < from->list.n; i++)
        add_copy(into, from->list.at[i]);
    empty(from);
}

/* Keeps the first `n`, which the caller has moved together. */
static void shorten(struct diag *diag, size_t n)
{
    diag->list.n = n;
    memset(diag->counts, 0, sizeof diag->counts);
    for (size_t i = 0; i < n; i++)
        if (!diag->list.at[i].explained)
            diag->counts[diag_level(diag->list.at[i].id)]++;
}

void diag_settle(struct diag *diag, bool (*shown)(void *payload, cell_key),
                 void *payload)
{
    size_t kept = 0;
    for (size_t i = 0; i < diag->list.n; i++) {
        struct problem *problem = &diag->list.at[i];
        if (problem->cell && !shown(payload, problem->cell)) {
            if (diag_level(problem->id) <= LEVEL_WARNING)
                continue;
            problem->withheld = true;
            problem->args[0] = (struct str){ NULL, 0 };
        }
        diag->list.at[kept++] = *problem;
    }
    shorten(diag, kept);
}

void diag_explain(struct diag *diag,
                  bool (*explained)(void *payload, struct str finding),
                  void *payload)
{
    for (size_t i = 0; i < diag->list.n; i++) {
        struct problem *problem = &diag->list.at[i];
        if (problem->finding.n
            && diag_level(problem->id) == LEVEL_WARNING
            && explained(payload, problem->finding))
            problem->explained = true;
    }
    shorten(diag, diag->list.n);
}

static int by_number(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const struct pos *a, const struct pos *b)
{
    int order = a->file.p == b->file.p ? 0 : str_cmp(a->file, b->file);
    if (!order)
        order = by_number(a->line, b->line);
    if (!order)
        order = by_number(a->col, b->col);
    if (!order)
        order = by_number(a->row, b->row);
    return order ? order : by_number(a->cell, b->cell);
}

static int by_problem(const void *left, const void *right)
{
    const struct problem *a = left, *b = right;
    int order = by_place(&a->at, &b->at);
    if (!order)
        order = by_number(a->id, b->id);
    for (size_t i = 0; !order && i < DIAG_ARGS; i++)
        order = str_cmp(a->args[i], b->args[i]);
    if (!order)
        order = str_cmp(a->finding, b->finding);
    if (!order)
        order = by_number(a->withheld, b->withheld);
    return order ? order : by_number(a->explained, b->explained);
}

void diag_sort(struct diag *diag)
{
    size_t kept = 0;
    if (diag->list.n == 0)
        return;
    qsort(diag->list.at, diag->list.n, sizeof *diag->list.at, by_problem);
    for (size_t i = 0; i < diag->list.n; i++) {
        struct problem *problem = &diag->list.at[i];
        if (kept && by_problem(problem, &diag->list.at[kept - 1]) == 0)
            continue;
        diag->list.at[kept++] = *problem;
    }
    shorten(diag, kept);
}

size_t diag_count(const struct diag *diag, enum level level)
{
    return diag->counts[level];
}

enum level diag_worst(const struct diag *diag)
{
    enum level level = LEVEL_USAGE;
    while (level > LEVEL_NOTE && diag->counts[level] == 0)
        level--;
    return level;
}

int diag_status(const struct diag *diag, bool strict)
{
    switch (diag_worst(diag)) {
    case LEVEL_USAGE:
        return 2;
    case LEVEL_FATAL:
        return 3;
    case LEVEL_ERROR:
        return 1;
    case LEVEL_WARNING:
        return strict ? 1 : 0;
    case LEVEL_NOTE:
        break;
    }
    return 0;
}
