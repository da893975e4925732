/*
 * yml: YAML (site.yml, front matter, fenced blocks, word files) as a small
 * tree of texts with positions. Types are the schema's business, so `no` and
 * `1.10` stay what was written.
 *
 * For model/ and render/. The only user of libyaml.
 */
#ifndef VITRINA_INPUT_YML_H
#define VITRINA_INPUT_YML_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define YML_BYTES_MAX (256 * 1024)  /* front matter, word files */
#define YML_DEPTH_MAX 16

enum yml_kind { YML_NULL, YML_TEXT, YML_LIST, YML_MAP };

struct yml {
    enum yml_kind kind;
    struct pos at;              /* of the value */
    struct pos key_at;          /* of its key, inside a map */
    struct str key;             /* inside a map */
    struct str text;            /* YML_TEXT; NFC */
    bool quoted;                /* text in quotes or a block scalar */
    const struct yml *child;    /* first element of a list or map */
    const struct yml *next;     /* next element beside this one */
};

/*
 * Parses `bytes` into the arena (they need not outlive the call). `first` is
 * the place of their first character, from which positions are counted.
 * Returns an empty map for empty input and NULL after reporting: syntax,
 * duplicate key, alias, anchor, tab, limits, bad UTF-8 are errors.
 */
const struct yml *yml_parse(struct arena *arena, struct str bytes,
                            struct pos first, struct diag *diag);

/* The value of `key` in a map, or NULL. */
const struct yml *yml_get(const struct yml *map, const char *key);
/* Elements of a list or map, or 1 for a text, 0 for null or NULL. */
size_t yml_count(const struct yml *node);

/*
 * Splits a Markdown file into front matter and body. Without a front matter
 * `*front` is empty. `*body_line` is the 1-based line of the body's first
 * line. Returns false after reporting an opening `---` without an end.
 */
bool yml_split(struct str file, struct str text, struct str *front,
               struct str *body, uint32_t *body_line, struct diag *diag);

#endif
