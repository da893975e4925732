/*
 * template_render: runs a compiled template.
 *
 * For render/, through template.h. No names, no memory of its own, no
 * failures: everything that could go wrong was settled by the compiler, but
 * for data nested without end.
 */
#include "render/template_html.h"
#include "render/template_program.h"

/* What a section has entered; `left` counts the items of a list to come. */
struct live {
    const char *at;
    size_t left;
};

struct run {
    const struct step *step;
    struct buf *out;
    size_t depth;
    bool cut;
};

/* Where the value lies; NULL when a view on the way to it is absent. */
static const void *value_at(const struct step *step, const struct live *frame)
{
    const char *at = frame[step->frame].at;

    for (size_t i = 0; i + 1 < step->path.n; i++) {
        at = *(const char *const *)(const void *)(at + step->path.at[i]);
        if (!at)
            return NULL;
    }
    return at + step->path.at[step->path.n - 1];
}

static struct str text_at(const struct step *step, const struct live *frame)
{
    const struct str *text = value_at(step, frame);

    return text ? *text : (struct str){ NULL, 0 };
}

/* What a section over the value enters; NULL when the value is false. */
static const void *enter(const struct step *step, const struct live *frame)
{
    const void *value = value_at(step, frame);

    if (!value)
        return NULL;
    switch ((enum field_type)step->type) {
    case FIELD_TEXT:
    case FIELD_HTML:
    case FIELD_URL:
        return ((const struct str *)value)->n > 0 ? value : NULL;
    case FIELD_BOOL:
        return *(const bool *)value ? value : NULL;
    case FIELD_LIST:
        return ((const struct list *)value)->n > 0 ? value : NULL;
    case FIELD_VIEW:
        return *(const void *const *)value;
    }
    return NULL;
}

/* --- steps that jump return the step to go on with --- */

static size_t run_enter(const struct step *step, struct live *frame, size_t at)
{
    const void *value = enter(step, frame);

    frame[step->slot].at = value;
    return value ? at + 1 : step->to;
}

static size_t run_each(const struct step *step, struct live *frame, size_t at)
{
    const struct list *list = enter(step, frame);

    if (!list)
        return step->to;
    frame[step->slot].at = list->at;
    frame[step->slot].left = list->n - 1;
    return at + 1;
}

static size_t run_next(const struct step *step, struct live *frame, size_t at)
{
    struct live *item = &frame[step->slot];

    if (item->left == 0)
        return at + 1;
    item->left--;
    item->at += step->size;
    return step->to;
}

static void run_procedure(struct run *run, size_t at, struct live *frame);

static void run_call(struct run *run, const struct step *step,
                     const struct live *frame)
{
    struct live inner[FRAMES_MAX];

    if (run->depth == TEMPLATE_CALLS_MAX) {
        run->cut = true;
        return;
    }
    for (size_t i = 0; i < step->map.n; i++)
        inner[i] = frame[step->map.at[i]];
    run->depth++;
    run_procedure(run, step->to, inner);
    run->depth--;
}

static void run_procedure(struct run *run, size_t at, struct live *frame)
{
    struct buf *out = run->out;

    for (;;) {
        const struct step *step = &run->step[at++];

        switch ((enum op)step->op) {
        case OP_LITERAL:
            buf_add(out, step->text);
            break;
        case OP_TEXT:
            buf_prose(out, text_at(step, frame));
            break;
        case OP_CAPTION:
            buf_html(out, text_at(step, frame));
            break;
        case OP_ATTR:
            buf_attr(out, text_at(step, frame));
            break;
        case OP_RAW:
            buf_add(out, text_at(step, frame));
            break;
        case OP_ENTER:
            at = run_enter(step, frame, at - 1);
            break;
        case OP_UNLESS:
            at = enter(step, frame) ? step->to : at;
            break;
        case OP_EACH:
            at = run_each(step, frame, at - 1);
            break;
        case OP_NEXT:
            at = run_next(step, frame, at - 1);
            break;
        case OP_CALL:
            run_call(run, step, frame);
            break;
        case OP_RETURN:
            return;
        }
    }
}

bool template_render(const struct template *template, const void *data,
                     struct buf *out)
{
    struct run run = { .step = template->step, .out = out };
    struct live frame[FRAMES_MAX];

    frame[0].at = data;
    run_procedure(&run, 0, frame);
    return !run.cut;
}
