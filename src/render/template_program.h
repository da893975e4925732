/*
 * template_program: what a template is compiled to: one flat array of steps.
 * Procedures (the template and each partial, once for every kind of place it
 * is used in) follow each other in it; the template itself begins at 0.
 *
 * Private to template_compile.c, template_scope.c and template_render.c.
 */
#ifndef VITRINA_RENDER_TEMPLATE_PROGRAM_H
#define VITRINA_RENDER_TEMPLATE_PROGRAM_H

#include "base/str.h"
#include "render/template.h"

#include <stddef.h>
#include <stdint.h>

/* Frames are what sections have entered: pointers to views or to values. */
#define FRAMES_MAX 80

enum op {
    OP_LITERAL,     /* text, as it is */
    OP_TEXT,        /* value, escaped for the content of an element */
    OP_CAPTION,     /* the same where it is copied: a title, a textarea */
    OP_ATTR,        /* value, escaped for a quoted attribute */
    OP_RAW,         /* value, as it is */
    OP_ENTER,       /* frame[slot] = value, or go to `to` if it is false */
    OP_UNLESS,      /* go to `to` if the value is true */
    OP_EACH,        /* frame[slot] = first item, or go to `to` if none */
    OP_NEXT,        /* frame[slot] = next item and back to `to`, or go on */
    OP_CALL,        /* the procedure at `to`; its frames are frame[map[]] */
    OP_RETURN
};

struct step {
    uint8_t op;
    uint8_t type;               /* enum field_type of the value */
    uint8_t frame;              /* where its path begins */
    uint8_t slot;
    uint32_t to;
    union {
        struct str text;                                /* OP_LITERAL */
        struct { const size_t *at; size_t n; } path;    /* a value: offsets,
                                       all but the last of pointers to views */
        struct { const uint8_t *at; size_t n; } map;    /* OP_CALL */
        size_t size;                                    /* OP_NEXT: an item */
    };
};

struct template {
    const struct step *step;
    size_t n;
};

#endif
