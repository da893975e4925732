/*
 * template_parse: the text of one template as a flat list of tokens whose
 * sections are matched and whose standalone lines are already taken out.
 *
 * Private to template_compile.c and template_parse.c.
 */
#ifndef VITRINA_RENDER_TEMPLATE_PARSE_H
#define VITRINA_RENDER_TEMPLATE_PARSE_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum token_kind {
    TOKEN_TEXT,         /* a piece of one line, with its line break */
    TOKEN_VALUE,        /* {{name}} */
    TOKEN_RAW,          /* {{{name}}}, {{&name}} */
    TOKEN_SECTION,      /* {{#name}} */
    TOKEN_INVERTED,     /* {{^name}} */
    TOKEN_PARTIAL,      /* {{>name}} */
    TOKEN_PARENT,       /* {{<name}} */
    TOKEN_BLOCK,        /* {{$name}} */
    TOKEN_CLOSE,        /* {{/name}}; of what is missing too */
    TOKEN_NOTHING       /* comment, change of delimiters */
};

struct token {
    enum token_kind kind;
    bool line_start;    /* TOKEN_TEXT: the first on its line */
    bool alone;         /* a tag: its line holds no text */
    struct str text;    /* the text, or the name in the tag */
    struct str indent;  /* of a tag alone: the blanks before it */
    uint32_t line, col; /* where it begins, in characters */
    size_t match;       /* the closing token; for TOKEN_CLOSE the opening */
};

/* What became of content given to a block (by token). */
enum block_fate { BLOCK_UNSEEN, BLOCK_OFFERED, BLOCK_USED };

struct template_file {
    struct str name, file;
    const struct token *token;
    size_t n;
    uint8_t *fate;
};

/*
 * Reads `text` as tokens. All mistakes are reported; the result is well
 * nested all the same, so that the names in it can be checked, too.
 */
void template_parse(struct arena *arena, struct str text,
                    struct template_file *file, struct diag *diag);

struct pos template_pos(const struct template_file *file,
                        const struct token *token);

/* The tag as it is written with the usual delimiters, for messages. */
struct str template_tag(struct arena *arena, const struct token *token);

#endif
