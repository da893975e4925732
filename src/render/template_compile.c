/*
 * template_compile: from a template's text to a program.
 *
 * For render/, through template.h. A template and its partials become
 * procedures, each compiled once for every kind of place it is used in: the
 * names it sees, the markup around it, its indentation and the content given
 * to its blocks. template_walk.c compiles one; here is the list of them.
 */
#include "render/template_compile.h"

#include "base/fold.h"

#include <string.h>

/* A theme has dozens; each use in another place counts. */
#define PROCEDURES_MAX 1000

static const struct field text_fields[] = {
    { ".", FIELD_TEXT, 0, NULL },
};

const struct view template_text_view = {
    "text", sizeof(struct str), text_fields, 1, NULL
};

/* --- what the walk asks for --- */

const struct template_file *compiler_file(struct compiler *compiler,
                                          struct str name)
{
    const struct template_source *source = compiler->source;
    struct template_file *file;
    struct str text;

    for (size_t i = 0; i < compiler->file.n; i++) {
        if (str_eq(compiler->file.at[i]->name, name))
            return compiler->file.at[i];
    }
    file = ARENA_NEW(compiler->arena, struct template_file);
    if (!source->load(source->payload, name, &text, &file->file))
        return NULL;
    file->name = str_copy(compiler->arena, name);
    template_parse(compiler->arena, text, file, compiler->diag);
    *ARR_PUSH(compiler->arena, &compiler->file) = file;
    return file;
}

/* The same place in the markup: what is allowed there and how it ends. */
static bool same_place(const struct html *a, const struct html *b)
{
    struct html joined = *a;

    return a->at == b->at && a->fragment == b->fragment &&
           html_join(&joined, b);
}

static bool same_procedure(const struct procedure *a,
                           const struct procedure *b)
{
    return a->file == b->file && a->overrides == b->overrides &&
           str_eq(a->indent, b->indent) && same_place(&a->html, &b->html) &&
           scope_eq(&a->scope, &b->scope);
}

struct procedure *compiler_procedure(struct compiler *compiler,
                                     const struct procedure *wanted)
{
    struct procedure *made;

    for (size_t i = 0; i < compiler->procedure.n; i++) {
        if (same_procedure(compiler->procedure.at[i], wanted))
            return compiler->procedure.at[i];
    }
    if (compiler->procedure.n == PROCEDURES_MAX ||
        wanted->depth > TEMPLATE_DEPTH_MAX)
        return NULL;
    made = ARENA_NEW(compiler->arena, struct procedure);
    *made = *wanted;
    made->index = compiler->procedure.n;
    *ARR_PUSH(compiler->arena, &compiler->procedure) = made;
    return made;
}

static bool same_override(const struct override *a, const struct override *b)
{
    return a->file == b->file && a->block == b->block && a->outer == b->outer;
}

const struct overrides *compiler_overrides(struct compiler *compiler,
                                           const struct override *at,
                                           size_t n)
{
    struct overrides *made;

    for (size_t i = 0; i < compiler->overrides.n; i++) {
        const struct overrides *known = compiler->overrides.at[i];
        size_t same = 0;

        while (known->n == n && same < n &&
               same_override(&known->at[same], &at[same]))
            same++;
        if (known->n == n && same == n)
            return known;
    }
    made = ARENA_NEW(compiler->arena, struct overrides);
    made->at = at;
    made->n = n;
    *ARR_PUSH(compiler->arena, &compiler->overrides) = made;
    return made;
}

void compiler_too_big(struct compiler *compiler, struct pos at)
{
    if (!compiler->too_big)
        diag_add(compiler->diag, at, MSG_TEMPLATE_BIG, NULL);
    compiler->too_big = true;
}

/* --- content for blocks that do not exist --- */

struct block_names {
    ARR(struct str) name;
};

static struct str block_name(const void *payload, size_t i)
{
    const struct block_names *names = payload;

    return names->name.at[i];
}

static void list_blocks(struct compiler *compiler, struct block_names *names)
{
    for (size_t i = 0; i < compiler->file.n; i++) {
        const struct template_file *file = compiler->file.at[i];

        for (size_t t = 0; t < file->n; t++) {
            if (file->token[t].kind == TOKEN_BLOCK &&
                file->fate[t] == BLOCK_UNSEEN)
                *ARR_PUSH(compiler->arena, &names->name) = file->token[t].text;
        }
    }
}

static void check_blocks(struct compiler *compiler)
{
    struct block_names names = {0};

    list_blocks(compiler, &names);
    for (size_t i = 0; i < compiler->file.n; i++) {
        const struct template_file *file = compiler->file.at[i];

        for (size_t t = 0; t < file->n; t++) {
            struct str name = file->token[t].text, near = { NULL, 0 };
            size_t at;

            if (file->fate[t] != BLOCK_OFFERED)
                continue;
            at = fold_nearest(name, names.name.n, block_name, &names);
            if (at < names.name.n)
                near = names.name.at[at];
            diag_add(compiler->diag, template_pos(file, &file->token[t]),
                     near.n ? MSG_TEMPLATE_BLOCK : MSG_TEMPLATE_BLOCK_FAR,
                     ARGS(name, near));
        }
    }
}

/* --- partials inside themselves --- */

/* Does a chain of calls lead from `from` to `to`? With `same`, one in which
 * no call goes down to a part of its view. seen[] and queue[] have room for
 * all procedures. */
static bool leads_to(const struct compiler *compiler, size_t from, size_t to,
                     bool same, bool *seen, size_t *queue)
{
    size_t head = 0, n = 0;

    memset(seen, 0, compiler->procedure.n);
    queue[n++] = from;
    seen[from] = true;
    while (head < n) {
        size_t at = queue[head++];

        if (at == to)
            return true;
        for (size_t i = 0; i < compiler->call.n; i++) {
            const struct call *call = &compiler->call.at[i];

            if (call->from != at || seen[call->to] ||
                (same && call->descent != DESCENT_SAME))
                continue;
            seen[call->to] = true;
            queue[n++] = call->to;
        }
    }
    return false;
}

/*
 * A partial may stand inside itself only within a list or a part of the view
 * it was given: then the data end the recursion.
 */
static void check_endless(struct compiler *compiler)
{
    size_t count = compiler->procedure.n;
    bool *seen = ARENA_ARRAY(compiler->arena, bool, count);
    size_t *queue = ARENA_ARRAY(compiler->arena, size_t, count);

    for (size_t i = 0; i < compiler->call.n; i++) {
        const struct call *call = &compiler->call.at[i];
        bool same = call->descent == DESCENT_SAME;

        if (call->descent != DESCENT_DOWN &&
            leads_to(compiler, call->to, call->from, same, seen, queue))
            diag_add(compiler->diag, call->at, MSG_TEMPLATE_ENDLESS,
                     ARGS(call->tag));
    }
}

/* --- the program --- */

static bool is_jump(const struct step *step)
{
    return step->op == OP_ENTER || step->op == OP_UNLESS ||
           step->op == OP_EACH || step->op == OP_NEXT;
}

static const struct template *link_program(struct compiler *compiler)
{
    struct template *template = ARENA_NEW(compiler->arena, struct template);
    size_t count = compiler->procedure.n, n = 0;
    uint32_t *start = ARENA_ARRAY(compiler->arena, uint32_t, count);
    struct step *step;

    for (size_t i = 0; i < count; i++) {
        start[i] = (uint32_t)n;
        n += compiler->procedure.at[i]->step.n;
    }
    step = ARENA_ARRAY(compiler->arena, struct step, n);
    template->step = step;
    template->n = n;
    for (size_t i = 0; i < count; i++) {
        const struct procedure *procedure = compiler->procedure.at[i];

        for (size_t s = 0; s < procedure->step.n; s++, step++) {
            *step = procedure->step.at[s];
            if (is_jump(step))
                step->to += start[i];
            if (step->op == OP_CALL)
                step->to = start[step->to];
        }
    }
    return template;
}

const struct template *template_compile(struct arena *arena,
                                        const struct template_source *source,
                                        struct str name,
                                        const struct view *view,
                                        struct diag *diag)
{
    struct compiler compiler = { .arena = arena, .source = source,
                                 .diag = diag };
    struct procedure first = { .html = { .at = HTML_TEXT } };
    size_t errors = diag_count(diag, LEVEL_ERROR);

    first.file = compiler_file(&compiler, name);
    if (!first.file) {
        diag_add(diag, (struct pos){ .file = name }, MSG_TEMPLATE_MISSING,
                 ARGS(name));
        return NULL;
    }
    first.overrides = compiler_overrides(&compiler, NULL, 0);
    first.scope.frame[first.scope.n++] = (struct frame){ .view = view };
    compiler_procedure(&compiler, &first);
    for (size_t i = 0; i < compiler.procedure.n && !compiler.too_big; i++)
        template_walk(&compiler, compiler.procedure.at[i]);
    if (!compiler.too_big) {
        check_endless(&compiler);
        check_blocks(&compiler);
    }
    if (diag_count(diag, LEVEL_ERROR) > errors)
        return NULL;
    return link_program(&compiler);
}
