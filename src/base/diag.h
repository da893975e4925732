/*
 * diag: problems found in the input, with their places; collected during a
 * run, printed sorted at its end.
 *
 * For every folder. One struct diag is used by one thread; workers have their
 * own and merge them.
 */
#ifndef VITRINA_BASE_DIAG_H
#define VITRINA_BASE_DIAG_H

#include "base/messages.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR, LEVEL_FATAL, LEVEL_USAGE };

enum lang { LANG_RU, LANG_EN };

#define MESSAGE_ID(id, level, ru, en) MSG_##id,
enum msg { MESSAGES(MESSAGE_ID) MSG_COUNT };
#undef MESSAGE_ID

/* A place in the input. Zero parts are unknown and not printed. */
struct pos {
    struct str file;        /* relative to the site's folder */
    uint32_t line, col;     /* 1-based; col counts characters of the line */
    uint32_t row, cell;     /* sheet address of a table's cell, 1-based:
                               row 17, cell 3 is printed as C17 */
};

/* Names one cell of the store, for messages about it; 0 = no cell. */
typedef uint64_t cell_key;

struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *diag);

/* Does anybody want to know what was detected where nothing is wrong? Not
 * before it is asked for. */
void diag_ask_details(struct diag *diag);
bool diag_wants_details(const struct diag *diag);

#define DIAG_ARGS 4
/* The arguments of a message: diag_add(d, at, MSG_X, ARGS(a, b)). */
#define ARGS(...) ((const struct str[DIAG_ARGS]){__VA_ARGS__})

/* Adds a problem; args (may be NULL) are copied. */
void diag_add(struct diag *diag, struct pos at, enum msg id,
              const struct str *args);
/* The same about one cell: its value is args[0]. `finding` is the stable id
 * printed in brackets, or empty. */
void diag_add_cell(struct diag *diag, struct pos at, enum msg id,
                   const struct str *args, cell_key cell,
                   struct str finding);
/* A problem of the machine: errno's text is appended to `what`. Returns -1 so
 * that `return diag_errno(...)` works. */
int diag_errno(struct diag *diag, struct pos at, enum msg id, struct str what);

/* Moves all problems of `from` into `into`; `from` is empty afterwards. */
void diag_merge(struct diag *into, struct diag *from);

/*
 * After the release: of each problem about a cell for which shown() is false
 * the value is withheld, and warnings and notes are dropped altogether.
 */
void diag_settle(struct diag *diag, bool (*shown)(void *payload, cell_key),
                 void *payload);
/* Drops the warnings whose finding is explained (kept for `verbose`). */
void diag_explain(struct diag *diag,
                  bool (*explained)(void *payload, struct str finding),
                  void *payload);

/* Of one level, without explained ones; repetitions count until they are
 * dropped by diag_write. */
size_t diag_count(const struct diag *diag, enum level level);
/* Worst level present; LEVEL_NOTE when empty. */
enum level diag_worst(const struct diag *diag);
/* Exit status of design 4: 0, 1, 2 or 3. */
int diag_status(const struct diag *diag, bool strict);

/* text: one line each, for people. json: an array, one object a line.
 * github: workflow commands. */
enum diag_format { DIAG_TEXT, DIAG_JSON, DIAG_GITHUB };

/* How problems are printed. */
struct diag_print {
    enum lang lang;
    enum diag_format format;
    bool verbose;           /* notes and explained findings too */
    bool caret;             /* quote the source line with a caret (text) */
    unsigned columns;       /* of the terminal, for that; 0: not known */
    struct str dir;         /* github: the site's folder as seen from the
                               repository; empty: they are the same */
    /* Line `at.line` of the file, without its end, or false. Never asked
     * about a table's cell: of a row only that cell is shown, and of that
     * only what the message itself says. May be NULL. */
    bool (*line)(void *payload, struct pos at, struct buf *out);
    void *payload;
};
/* All problems sorted by place, duplicates once; as text at most 20 of one
 * kind in a file and then how many more. Control characters are made
 * visible, over-long arguments and lines are clipped. */
void diag_write(struct diag *diag, const struct diag_print *how, FILE *out);

/* Text of a message without arguments filled in: for documents and tests. */
const char *diag_text(enum msg id, enum lang lang);
const char *diag_name(enum msg id);
enum level diag_level(enum msg id);
const char *diag_level_word(enum level level, enum lang lang);
/* All of them as Markdown, by what they are about. */
void diag_manual(struct buf *out, enum lang lang);

#endif
