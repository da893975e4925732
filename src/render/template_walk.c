/*
 * template_walk: one procedure's tokens to steps; names, types, places in
 * the markup and indentation are settled here.
 *
 * Used by template_compile.c only.
 */
#include "render/template_walk.h"

#include "base/fold.h"

/* More than any sensible page; stops content that doubles itself. */
#define STEPS_MAX 100000

void walk_complain(struct walk *w, const struct scene *scene,
                   const struct token *token, enum msg id,
                   const struct str *args)
{
    diag_add(w->compiler->diag, template_pos(scene->file, token), id, args);
}

/* --- steps --- */

struct step *walk_step(struct walk *w, enum op op)
{
    struct step *step = ARR_PUSH(w->arena, &w->procedure->step);

    *step = (struct step){ .op = (uint8_t)op };
    return step;
}

void walk_flush(struct walk *w)
{
    if (w->literal.n > 0)
        walk_step(w, OP_LITERAL)->text = buf_take(&w->literal, w->arena);
}

/* Adds a step that reads `value`; returns its index. */
static size_t add_step(struct walk *w, enum op op,
                       const struct scope_value *value)
{
    struct step *step;

    walk_flush(w);
    step = walk_step(w, op);
    step->type = (uint8_t)value->type;
    step->frame = value->frame;
    step->slot = (uint8_t)w->scope.n;
    step->path.at = value->path;
    step->path.n = value->path_n;
    return w->procedure->step.n - 1;
}

/* --- places --- */

static struct str where(struct walk *w, const struct html *html)
{
    struct buf text = {0};
    struct str copy;

    html_where(html, &text);
    copy = buf_take(&text, w->arena);
    buf_free(&text);
    return copy;
}

/* A section or block from `before` to here may be left out or repeated. */
void walk_join(struct walk *w, const struct scene *scene,
               const struct token *token, const struct html *before)
{
    struct html end;

    html_pause(&w->html);
    end = w->html;
    if (!html_join(&w->html, before))
        walk_complain(w, scene, token, MSG_TEMPLATE_STATE,
                      ARGS(template_tag(w->arena, token), where(w, before),
                           where(w, &end)));
}

/* --- text --- */

size_t walk_blanks(struct str s)
{
    size_t n = 0;

    while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
        n++;
    return n;
}

struct str walk_dedent(struct str line, size_t dedent)
{
    size_t blanks = walk_blanks(line);

    return str_skip(line, blanks < dedent ? blanks : dedent);
}

static void walk_text(struct walk *w, const struct scene *scene,
                      const struct token *token)
{
    struct str text = token->text;
    size_t cut = 0, glued;

    if (text.n == 0 && !token->line_start)
        return;
    if (token->line_start) {
        text = walk_dedent(text, scene->dedent);
        cut = token->text.n - text.n;
        if (!w->line_begun && !str_is(text, "\n") && !str_is(text, "\r\n")) {
            buf_add(&w->literal, scene->indent);
            html_text(&w->html, scene->indent);
        }
    }
    w->line_begun = false;
    buf_add(&w->literal, text);
    glued = html_text(&w->html, text);
    if (glued < text.n) {
        struct token at = *token;

        at.col += (uint32_t)utf8_length(str_sub(token->text, 0, cut + glued));
        walk_complain(w, scene, &at, MSG_TEMPLATE_GLUED,
                      ARGS(where(w, &w->html)));
    }
}

/* --- names --- */

/* Finds the name of a tag; reports it if there is none. */
static bool find(struct walk *w, const struct scene *scene,
                 const struct token *token, struct scope_value *value)
{
    enum scope_find found = scope_find(w->arena, &w->scope, token->text,
                                       value);
    size_t at = scope_innermost(&w->scope);
    struct str in = STR_NONE, near;

    if (found == SCOPE_FOUND)
        return true;
    if (found == SCOPE_SILENT)
        return false;
    if (str_is(token->text, ".")) {
        walk_complain(w, scene, token, MSG_TEMPLATE_PRINT, ARGS(token->text));
        return false;
    }
    if (found == SCOPE_NOT_VIEW) {
        walk_complain(w, scene, token, MSG_TEMPLATE_PARTS,
                      ARGS(value->name, token->text));
        return false;
    }
    if (value->in)
        in = str_of(value->in->name);
    else if (at < w->scope.n && w->scope.frame[at].view)
        in = str_of(w->scope.frame[at].view->name);
    near = scope_nearest(w->arena, &w->scope, value);
    walk_complain(w, scene, token,
                  near.n ? MSG_TEMPLATE_NAME : MSG_TEMPLATE_NAME_FAR,
                  ARGS(value->name, in, near));
    return false;
}

static bool is_word(struct str name)
{
    return str_starts(name, S("t."));
}

struct word_names {
    const struct template_source *source;
};

static struct str word_name(const void *payload, size_t i)
{
    const struct word_names *names = payload;

    return names->source->word_name(names->source->payload, i);
}

static void unknown_word(struct walk *w, const struct scene *scene,
                         const struct token *token, struct str key)
{
    struct word_names names = { w->compiler->source };
    size_t n = names.source->word_name ? names.source->word_count : 0;
    size_t i = fold_nearest(key, n, word_name, &names);

    if (i < n)
        walk_complain(w, scene, token, MSG_TEMPLATE_WORD,
                      ARGS(key, word_name(&names, i)));
    else
        walk_complain(w, scene, token, MSG_TEMPLATE_WORD_FAR, ARGS(key));
}

/* --- values --- */

/* May a value of this type be printed by this tag, here? */
static bool may_print(struct walk *w, const struct scene *scene,
                      const struct token *token, enum field_type type)
{
    static const struct { unsigned may; enum msg id; } places[] = {
        [FIELD_TEXT] = { MAY_TEXT, MSG_TEMPLATE_TEXT_PLACE },
        [FIELD_HTML] = { MAY_HTML, MSG_TEMPLATE_HTML_PLACE },
        [FIELD_URL] = { MAY_URL, MSG_TEMPLATE_URL_PLACE },
    };
    struct str name = token->text;

    if (type == FIELD_BOOL || type == FIELD_LIST || type == FIELD_VIEW) {
        walk_complain(w, scene, token, MSG_TEMPLATE_PRINT, ARGS(name));
        return false;
    }
    if (type == FIELD_TEXT && token->kind == TOKEN_RAW) {
        walk_complain(w, scene, token, MSG_TEMPLATE_ESCAPED, ARGS(name));
        return false;
    }
    if (type == FIELD_HTML && token->kind == TOKEN_VALUE) {
        walk_complain(w, scene, token, MSG_TEMPLATE_MARKUP, ARGS(name));
        return false;
    }
    if (!(html_may(&w->html) & places[type].may)) {
        walk_complain(w, scene, token, places[type].id,
                      ARGS(name, where(w, &w->html)));
        return false;
    }
    return true;
}

static void walk_word(struct walk *w, const struct scene *scene,
                      const struct token *token)
{
    const struct template_source *source = w->compiler->source;
    struct str key = str_skip(token->text, 2), text;

    if (!source->word || !source->word(source->payload, key, &text))
        unknown_word(w, scene, token, key);
    else if (may_print(w, scene, token, FIELD_TEXT))
        (w->html.at == HTML_VALUE     ? buf_attr
         : w->html.at == HTML_CAPTION ? buf_html
                                      : buf_prose)(&w->literal, text);
}

static void walk_value(struct walk *w, const struct scene *scene,
                       const struct token *token)
{
    struct scope_value value;

    w->line_begun = false;
    if (is_word(token->text)) {
        walk_word(w, scene, token);
    } else if (find(w, scene, token, &value) &&
               may_print(w, scene, token, value.type)) {
        enum op op = w->html.at == HTML_VALUE     ? OP_ATTR
                     : w->html.at == HTML_CAPTION ? OP_CAPTION
                                                  : OP_TEXT;

        add_step(w, value.type == FIELD_HTML ? OP_RAW : op, &value);
    }
    if (w->html.at == HTML_EQUALS)
        w->html.at = HTML_BARE;
    html_pause(&w->html);
}

/* --- sections --- */

/* Names inside a section that enters `value` (NULL: of an unknown name). */
static void push_frame(struct walk *w, const struct scope_value *value)
{
    struct frame *frame;
    size_t innermost = scope_innermost(&w->scope);

    if (value && value->item) {
        if (value->frame != innermost)
            w->descent = DESCENT_ELSEWHERE;
        else if (w->descent == DESCENT_SAME)
            w->descent = DESCENT_DOWN;
    }
    frame = &w->scope.frame[w->scope.n++];
    *frame = (struct frame){ .unknown = !value };
    if (value) {
        frame->view = value->item;
        frame->type = value->type;
    }
}

/* Emits the head of a section, returns its index. */
static size_t open_section(struct walk *w, const struct token *token,
                           const struct scope_value *value)
{
    size_t head = SIZE_MAX;

    if (token->kind == TOKEN_INVERTED) {
        if (value)
            head = add_step(w, OP_UNLESS, value);
        return head;
    }
    if (value)
        head = add_step(w, value->type == FIELD_LIST ? OP_EACH : OP_ENTER,
                        value);
    push_frame(w, value);
    return head;
}

static void close_section(struct walk *w, size_t head,
                          const struct scope_value *value)
{
    struct step *step;

    if (head == SIZE_MAX)
        return;
    walk_flush(w);
    if (w->procedure->step.at[head].op == OP_EACH) {
        step = walk_step(w, OP_NEXT);
        step->slot = w->procedure->step.at[head].slot;
        step->to = (uint32_t)head + 1;
        step->size = value->item->size;
    }
    w->procedure->step.at[head].to = (uint32_t)w->procedure->step.n;
}

static bool find_section(struct walk *w, const struct scene *scene,
                         const struct token *token,
                         struct scope_value *value)
{
    if (is_word(token->text)) {
        walk_complain(w, scene, token, MSG_TEMPLATE_WORD_SECTION,
                      ARGS(token->text));
        return false;
    }
    return find(w, scene, token, value);
}

static void walk_section(struct walk *w, const struct scene *scene, size_t at)
{
    const struct token *token = &scene->file->token[at];
    struct scope_value value;
    bool known = find_section(w, scene, token, &value);
    enum descent descent = w->descent;
    size_t frames = w->scope.n, head;
    struct html before;

    if (frames == FRAMES_MAX) {
        walk_complain(w, scene, token, MSG_TEMPLATE_DEPTH,
                      ARGS(template_tag(w->arena, token)));
        return;
    }
    html_pause(&w->html);
    before = w->html;
    head = open_section(w, token, known ? &value : NULL);
    walk_range(w, scene, at + 1, token->match);
    close_section(w, head, &value);
    w->scope.n = frames;
    w->descent = descent;
    walk_join(w, scene, token, &before);
}

/* --- the walk --- */

void walk_range(struct walk *w, const struct scene *scene, size_t from,
                       size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct token *token = &scene->file->token[i];

        if (w->procedure->step.n > STEPS_MAX) {
            compiler_too_big(w->compiler, template_pos(scene->file, token));
            return;
        }
        switch (token->kind) {
        case TOKEN_TEXT:
            walk_text(w, scene, token);
            break;
        case TOKEN_VALUE:
        case TOKEN_RAW:
            walk_value(w, scene, token);
            break;
        case TOKEN_SECTION:
        case TOKEN_INVERTED:
            walk_section(w, scene, i);
            break;
        case TOKEN_PARTIAL:
            walk_partial(w, scene, token);
            break;
        case TOKEN_PARENT:
            walk_parent(w, scene, i);
            break;
        case TOKEN_BLOCK:
            walk_block(w, scene, i);
            break;
        case TOKEN_CLOSE:
        case TOKEN_NOTHING:
            html_pause(&w->html);
            break;
        }
        if (token->match > i)
            i = token->match;
    }
}

void template_walk(struct compiler *compiler, struct procedure *procedure)
{
    const struct template_file *file = procedure->file;
    struct walk w = { .compiler = compiler, .arena = compiler->arena,
                      .procedure = procedure, .scope = procedure->scope,
                      .html = procedure->html };
    struct scene scene = { .file = file, .overrides = procedure->overrides,
                           .indent = procedure->indent };
    struct html end;

    walk_range(&w, &scene, 0, file->n);
    walk_flush(&w);
    walk_step(&w, OP_RETURN);
    html_pause(&w.html);
    end = w.html;
    if (!html_join(&w.html, &procedure->html))
        walk_complain(&w, &scene, &file->token[file->n - 1], MSG_TEMPLATE_END,
                      ARGS(file->name, where(&w, &procedure->html),
                           where(&w, &end)));
    buf_free(&w.literal);
}
