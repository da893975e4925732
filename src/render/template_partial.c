/*
 * template_partial: partials, parents and blocks. A partial is a call of
 * another procedure; content given to a block is walked over in its place.
 *
 * Used by template_walk.c only.
 */
#include "render/template_walk.h"

/*
 * Blanks put before each line of a partial. Inside itself a partial moves no
 * further to the right, or there would be no end of different ones.
 */
static struct str partial_indent(struct walk *w, const struct scene *scene,
                                 const struct token *token,
                                 const struct template_file *file)
{
    const struct procedure *up = w->procedure;

    for (; up; up = up->caller) {
        if (up->file == file)
            return up->indent;
    }
    if (!token->alone)
        return STR_NONE;
    return str_join(w->arena,
                    (const struct str[]){
                        scene->indent,
                        walk_dedent(token->indent, scene->dedent) },
                    2, STR_NONE);
}

static void add_call(struct walk *w, const struct scene *scene,
                     const struct token *token, const struct procedure *to,
                     const struct str map)
{
    struct step *step;

    *ARR_PUSH(w->arena, &w->compiler->call) = (struct call){
        .from = w->procedure->index, .to = to->index,
        .descent = w->descent, .at = template_pos(scene->file, token),
        .tag = template_tag(w->arena, token) };
    walk_flush(w);
    step = walk_step(w, OP_CALL);
    step->to = (uint32_t)to->index;
    step->map.at = (const uint8_t *)map.p;
    step->map.n = map.n;
}

static void walk_call(struct walk *w, const struct scene *scene,
                      const struct token *token,
                      const struct template_file *file,
                      const struct overrides *overrides)
{
    struct procedure wanted = { .file = file, .overrides = overrides,
                                .caller = w->procedure,
                                .depth = w->procedure->depth + 1 };
    const struct procedure *to;
    uint8_t map[FRAMES_MAX];
    struct str kept;

    html_pause(&w->html);
    wanted.html = w->html;
    wanted.indent = partial_indent(w, scene, token, file);
    scope_reduce(&w->scope, &wanted.scope, map);
    kept = str_copy(w->arena, (struct str){ (const char *)map,
                                            wanted.scope.n });
    to = compiler_procedure(w->compiler, &wanted);
    if (!to)
        walk_complain(w, scene, token, MSG_TEMPLATE_DEPTH,
                      ARGS(template_tag(w->arena, token)));
    else
        add_call(w, scene, token, to, kept);
    w->line_begun = false;
}

static const struct template_file *find_file(struct walk *w,
                                             const struct scene *scene,
                                             const struct token *token)
{
    const struct template_file *file = compiler_file(w->compiler,
                                                     token->text);

    if (!file)
        walk_complain(w, scene, token, MSG_TEMPLATE_MISSING, ARGS(token->text));
    return file;
}

void walk_partial(struct walk *w, const struct scene *scene,
                         const struct token *token)
{
    const struct template_file *file = find_file(w, scene, token);

    if (file)
        walk_call(w, scene, token, file, scene->overrides);
}

static const struct override *find_override(const struct override *at,
                                            size_t n, struct str name)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(at[i].name, name))
            return &at[i];
    }
    return NULL;
}

/* The overrides of the scene, which win, and those given at token `at`. */
static const struct overrides *gather(struct walk *w,
                                      const struct scene *scene, size_t at)
{
    const struct token *token = scene->file->token;
    const struct overrides *outer = scene->overrides;
    ARR(struct override) all = {0};

    for (size_t i = 0; i < outer->n; i++)
        *ARR_PUSH(w->arena, &all) = outer->at[i];
    for (size_t i = at + 1; i < token[at].match; i++) {
        struct str name = token[i].text;

        if (token[i].kind == TOKEN_BLOCK) {
            uint8_t *fate = &scene->file->fate[i];

            if (find_override(outer->at, outer->n, name)) {
                *fate = BLOCK_USED;
            } else if (find_override(all.at, all.n, name)) {
                walk_complain(w, scene, &token[i], MSG_TEMPLATE_BLOCK_TWICE,
                              ARGS(name));
            } else {
                *ARR_PUSH(w->arena, &all) = (struct override){
                    name, scene->file, i, outer };
                if (*fate == BLOCK_UNSEEN)
                    *fate = BLOCK_OFFERED;
            }
        }
        if (token[i].match > i)
            i = token[i].match;
    }
    return compiler_overrides(w->compiler, all.at, all.n);
}

void walk_parent(struct walk *w, const struct scene *scene, size_t at)
{
    const struct token *token = &scene->file->token[at];
    const struct template_file *file = find_file(w, scene, token);

    if (file)
        walk_call(w, scene, token, file, gather(w, scene, at));
}

/* Blanks at the beginning of a block's first own line. */
static struct str first_indent(const struct template_file *file, size_t block)
{
    const struct token *token = file->token;

    for (size_t i = block + 1; i < token[block].match; i++) {
        if (token[i].kind == TOKEN_TEXT && token[i].line_start)
            return str_sub(token[i].text, 0, walk_blanks(token[i].text));
        if (token[i].alone)
            return token[i].indent;
    }
    return STR_NONE;
}

/* Where content that replaces block `at` is put: its lines lose their own
 * indentation and get that of the block's. */
static struct scene replace_scene(struct walk *w, const struct scene *scene,
                                  size_t at, const struct override *by)
{
    const struct token *token = &scene->file->token[at];
    struct str indent = STR_NONE;
    struct scene inner = { .file = by->file, .overrides = by->outer };

    if (token->alone) {
        indent = first_indent(scene->file, at);
        if (indent.n == 0)
            indent = token->indent;
    } else if (at > 0 && token[-1].line_start &&
               walk_blanks(token[-1].text) == token[-1].text.n) {
        indent = token[-1].text;
        w->line_begun = true;
    }
    inner.indent = str_join(w->arena,
                            (const struct str[]){
                                scene->indent,
                                walk_dedent(indent, scene->dedent) },
                            2, STR_NONE);
    if (by->file->token[by->block].alone)
        inner.dedent = first_indent(by->file, by->block).n;
    return inner;
}

void walk_block(struct walk *w, const struct scene *scene, size_t at)
{
    const struct token *token = &scene->file->token[at];
    const struct override *by = find_override(scene->overrides->at,
                                              scene->overrides->n,
                                              token->text);
    struct scene inner = *scene;
    struct html before;

    html_pause(&w->html);
    before = w->html;
    if (by) {
        by->file->fate[by->block] = BLOCK_USED;
        inner = replace_scene(w, scene, at, by);
        at = by->block;
        token = &inner.file->token[at];
    }
    walk_range(w, &inner, at + 1, token->match);
    w->line_begun = false;
    walk_join(w, &inner, token, &before);
}
