/*
 * text: entry points, and the parse: from cmark's tree to the flat events of
 * text_doc.h.
 *
 * For model/link.c and render/. The only file that knows cmark-gfm.
 *
 * Thread safety rests on two facts. Only the extensions `table` and
 * `tasklist` are attached, the ones that touch no state of the library; and
 * everything is registered once in text_init().
 */
#include "input/text.h"

#include "base/mem.h"
#include "base/watch.h"
#include "input/text_doc.h"
#include "input/text_guard.h"
#include "input/text_prose.h"

#include <assert.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

static cmark_mem memory = { text_budget_calloc, text_budget_realloc,
                            text_budget_free };
static cmark_syntax_extension *table, *tasklist;

void text_init(void)
{
    cmark_gfm_core_extensions_ensure_registered();
    table = cmark_find_syntax_extension("table");
    tasklist = cmark_find_syntax_extension("tasklist");
}

/* NULL when the text needs more memory than the budget has. */
static cmark_node *parse(struct text_budget *budget, struct str text)
{
    assert(table && tasklist);      /* text_init() was called */
    text_budget_use(budget);
    if (setjmp(budget->over)) {
        text_budget_use(NULL);
        return NULL;
    }
    /* With SOURCEPOS the lines inside code and HTML are counted, too. */
    cmark_parser *parser = cmark_parser_new_with_mem(
        CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, &memory);
    cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_attach_syntax_extension(parser, tasklist);
    cmark_parser_feed(parser, text.p, text.n);
    return cmark_parser_finish(parser);
}

/* --- from the tree to events --- */

struct flatten {
    struct text_doc *doc;
    ARR(struct text_event) events;
    ARR(size_t) open;           /* events whose container is not closed */
    /* The block whose inlines are met: cmark counts their columns from it. */
    int block_line, block_col;
    size_t block_end;
    size_t cursor;              /* inlines found so far end here */
    int indent_line;            /* a continued line, and */
    ptrdiff_t indent;           /* where its content starts */
    const uint8_t *aligns;
    size_t columns, cell;
};

/* Kinds of the core; those of extensions are known by name only. */
static int kind_of(cmark_node *node)
{
    static const struct {
        cmark_node_type type;
        enum text_kind kind;
    } kinds[] = {
        { CMARK_NODE_BLOCK_QUOTE, TEXT_QUOTE },
        { CMARK_NODE_LIST, TEXT_LIST },
        { CMARK_NODE_ITEM, TEXT_ITEM },
        { CMARK_NODE_CODE_BLOCK, TEXT_CODE_BLOCK },
        { CMARK_NODE_HTML_BLOCK, TEXT_HTML_BLOCK },
        { CMARK_NODE_PARAGRAPH, TEXT_PARAGRAPH },
        { CMARK_NODE_HEADING, TEXT_HEADING },
        { CMARK_NODE_THEMATIC_BREAK, TEXT_RULE },
        { CMARK_NODE_FOOTNOTE_DEFINITION, TEXT_NOTE },
        { CMARK_NODE_TEXT, TEXT_RUN },
        { CMARK_NODE_SOFTBREAK, TEXT_SOFT_BREAK },
        { CMARK_NODE_LINEBREAK, TEXT_HARD_BREAK },
        { CMARK_NODE_CODE, TEXT_CODE },
        { CMARK_NODE_HTML_INLINE, TEXT_HTML },
        { CMARK_NODE_EMPH, TEXT_EMPHASIS },
        { CMARK_NODE_STRONG, TEXT_STRONG },
        { CMARK_NODE_LINK, TEXT_LINK },
        { CMARK_NODE_IMAGE, TEXT_IMAGE },
        { CMARK_NODE_FOOTNOTE_REFERENCE, TEXT_NOTE_REF },
    };
    static const struct {
        const char *name;
        enum text_kind kind;
    } names[] = {
        { "table", TEXT_TABLE },
        { "table_header", TEXT_ROW },
        { "table_row", TEXT_ROW },
        { "table_cell", TEXT_CELL },
    };
    cmark_node_type type = cmark_node_get_type(node);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].type == type)
            return (int)kinds[i].kind;
    const char *name = cmark_node_get_type_string(node);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].name, name) == 0)
            return (int)names[i].kind;
    return -1;
}

static bool is_leaf(enum text_kind kind)
{
    return kind == TEXT_CODE_BLOCK || kind == TEXT_HTML_BLOCK
           || kind == TEXT_RULE || kind >= TEXT_RUN;
}

/* Where the content of a continued line starts: behind indent and quotes. */
static size_t content_start(struct str line)
{
    size_t i = 0;
    while (i < line.n
           && (line.p[i] == ' ' || line.p[i] == '\t' || line.p[i] == '>'))
        i++;
    return i;
}

/* Byte offset of cmark's place. In the continued lines of a block cmark
 * counts columns as if they began where the block's first line does. */
static size_t offset_of(struct flatten *f, int line, int col)
{
    const struct text_place *place = &f->doc->place;
    struct str raw = text_place_line(place, (size_t)line);
    ptrdiff_t at = col - 1;
    if (f->block_line && line > f->block_line) {
        if (f->indent_line != line)
            f->indent = (ptrdiff_t)content_start(raw);
        f->indent_line = line;
        at += f->indent - (f->block_col - 1);
    }
    if (at < 0)
        at = 0;
    if ((size_t)at > raw.n)
        at = (ptrdiff_t)raw.n;
    return text_place_start(place, (size_t)line) + (size_t)at;
}

/*
 * Place of an inline that begins with one of `signs`. Where cmark lost count
 * (no such sign stands there) the next one in the block is taken.
 */
static size_t place_inline(struct flatten *f, cmark_node *node,
                           const char *signs)
{
    struct str text = f->doc->text;
    cmark_node *child = cmark_node_first_child(node);
    int line = cmark_node_get_start_line(node);
    int col = cmark_node_get_start_column(node);
    if (child && cmark_node_get_start_line(child) > 0) {
        line = cmark_node_get_start_line(child);
        col = cmark_node_get_start_column(child) - (signs[0] == '!' ? 2 : 1);
    }
    size_t at = offset_of(f, line, col);
    if (at < f->cursor || at >= text.n || !strchr(signs, text.p[at])) {
        for (at = f->cursor; at < f->block_end; at++)
            if (text.p[at] == signs[0])
                break;
    }
    f->cursor = at < f->block_end ? at + 1 : f->block_end;
    return at;
}

static void enter_block(struct flatten *f, cmark_node *node,
                        struct text_event *event)
{
    int line = cmark_node_get_start_line(node);
    int col = cmark_node_get_start_column(node);
    int last = cmark_node_get_end_line(node);
    if (last < line)
        last = line;
    f->block_line = 0;
    event->at = offset_of(f, line, col);
    event->last_line = (uint32_t)last;
    f->block_line = line;
    f->block_col = col;
    f->block_end = text_place_start(&f->doc->place, (size_t)last + 1);
    f->cursor = event->at;
}

static struct str literal(cmark_node *node)
{
    return str_of(cmark_node_get_literal(node));
}

static void list_details(cmark_node *node, struct text_event *event)
{
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    event->number = ordered ? cmark_node_get_list_start(node) : -1;
    event->tight = cmark_node_get_list_tight(node) != 0;
}

static void item_details(cmark_node *node, struct text_event *event)
{
    if (strcmp(cmark_node_get_type_string(node), "tasklist") == 0)
        event->task = cmark_gfm_extensions_get_tasklist_item_checked(node)
                          ? TEXT_TASK_DONE
                          : TEXT_TASK_OPEN;
}

static void block_details(struct flatten *f, cmark_node *node,
                          struct text_event *event)
{
    cmark_node *parent = cmark_node_parent(node);
    switch (event->kind) {
    case TEXT_LIST:
        list_details(node, event);
        break;
    case TEXT_ITEM:
        item_details(node, event);
        break;
    case TEXT_PARAGRAPH:
        event->tight = cmark_node_get_type(parent) == CMARK_NODE_ITEM
                       && cmark_node_get_list_tight(
                              cmark_node_parent(parent));
        break;
    case TEXT_HEADING:
        event->number = cmark_node_get_heading_level(node);
        break;
    case TEXT_CODE_BLOCK:
        event->text = literal(node);
        event->target = str_of(cmark_node_get_fence_info(node));
        break;
    case TEXT_HTML_BLOCK:
        event->text = literal(node);
        break;
    case TEXT_TABLE:
        f->aligns = cmark_gfm_extensions_get_table_alignments(node);
        f->columns = cmark_gfm_extensions_get_table_columns(node);
        break;
    case TEXT_ROW:
        event->header = cmark_gfm_extensions_get_table_row_is_header(node);
        f->cell = 0;
        break;
    case TEXT_CELL:
        event->header = cmark_gfm_extensions_get_table_row_is_header(parent);
        if (f->cell < f->columns)
            event->align = (char)f->aligns[f->cell];
        f->cell++;
        break;
    default:
        break;
    }
}

static void inline_details(struct flatten *f, cmark_node *node,
                           struct text_event *event)
{
    event->at = f->cursor;
    switch (event->kind) {
    case TEXT_LINK:
    case TEXT_IMAGE:
        event->at = place_inline(f, node,
                                 event->kind == TEXT_LINK ? "[<" : "!");
        event->target = str_of(cmark_node_get_url(node));
        event->title = str_of(cmark_node_get_title(node));
        break;
    case TEXT_HTML:
        event->at = place_inline(f, node, "<");
        event->text = literal(node);
        break;
    case TEXT_RUN:
    case TEXT_CODE:
        event->text = literal(node);
        break;
    case TEXT_NOTE_REF:
        event->number = atoi(cmark_node_get_literal(node));
        if (event->number > f->doc->notes)
            f->doc->notes = event->number;
        break;
    default:
        break;
    }
}

static struct text_event *push(struct flatten *f, enum text_kind kind,
                               bool enter)
{
    size_t pair = f->events.n;
    if (!enter) {
        pair = f->open.at[--f->open.n];
        f->events.at[pair].pair = f->events.n;
    } else if (!is_leaf(kind)) {
        *ARR_PUSH(f->doc->arena, &f->open) = f->events.n;
    }
    struct text_event *event = ARR_PUSH(f->doc->arena, &f->events);
    *event = (struct text_event){ .kind = (uint8_t)kind, .enter = enter,
                                  .pair = pair };
    return event;
}

/* cmark puts the notes that are referred to at the end, in their order. */
static void number_notes(struct text_doc *doc)
{
    size_t i = doc->n;
    for (int number = doc->notes; number > 0 && i > 0; number--) {
        if (doc->events[i - 1].kind != TEXT_NOTE)
            break;
        i = doc->events[i - 1].pair;
        doc->events[i].number = number;
    }
}

static void flatten(struct text_doc *doc, cmark_node *root)
{
    struct flatten f = { .doc = doc };
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type type;
    while ((type = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        int kind = kind_of(node);
        bool enter = type == CMARK_EVENT_ENTER;
        /* The document; and cmark leaves some leaves, too. */
        if (kind < 0 || (!enter && is_leaf((enum text_kind)kind)))
            continue;
        struct text_event *event = push(&f, (enum text_kind)kind, enter);
        if (enter && kind < (int)TEXT_EMPHASIS) {
            enter_block(&f, node, event);
            block_details(&f, node, event);
        } else if (enter) {
            inline_details(&f, node, event);
        } else {
            const struct text_event *start = &f.events.at[event->pair];
            event->at = start->at;
            event->tight = start->tight;
            event->header = start->header;
        }
    }
    doc->events = f.events.at;
    doc->n = f.events.n;
    number_notes(doc);
}

/* Guards, parses, flattens. False after reporting. */
static bool read_doc(struct text_doc *doc, struct str text, struct pos first,
                     struct diag *diag)
{
    if (str_starts(text, S("\xEF\xBB\xBF")))
        text = str_skip(text, 3);
    if (!text_guard(text, first, diag))
        return false;
    doc->text = text;
    text_place_init(&doc->place, doc->arena, text, first);
    struct text_budget budget = { .arena = doc->arena };
    budget.limit = arena_used(doc->arena) + TEXT_MEMORY_MAX;
    watch_enter(first.file);
    cmark_node *root = parse(&budget, text);
    watch_leave();
    if (!root) {
        diag_add(diag, doc->place.first, MSG_TEXT_MEMORY, ARGS(S("64")));
        return false;
    }
    /* What flattening asks for is bounded by the tree. */
    budget.limit = SIZE_MAX / 2;
    flatten(doc, root);
    text_budget_use(NULL);
    return true;
}

bool text_render(struct buf *html, struct str markdown, struct pos first,
                 const struct text_env *env, struct diag *diag)
{
    struct text_doc doc = { .arena = arena_new() };
    bool ok = read_doc(&doc, markdown, first, diag);
    if (ok) {
        text_notes_check(&doc, diag);
        text_html(html, &doc, env, diag);
    }
    arena_free(doc.arena);
    return ok;
}

bool text_references(struct str markdown, struct pos first,
                     void (*link)(void *payload, struct str target,
                                  struct pos at),
                     text_percent *percent, void *payload, struct diag *diag)
{
    struct text_doc doc = { .arena = arena_new() };
    bool ok = read_doc(&doc, markdown, first, diag);
    for (size_t i = 0; ok && i < doc.n; i++) {
        const struct text_event *event = &doc.events[i];
        if (event->kind == TEXT_NOTE && event->enter && !event->number)
            i = event->pair;
        else if ((event->kind == TEXT_LINK || event->kind == TEXT_IMAGE)
                 && event->enter)
            link(payload, event->target,
                 text_place_pos(&doc.place, event->at));
        if (event->kind == TEXT_IMAGE)
            i = event->pair;
    }
    if (ok && percent)
        text_prose(&doc, percent, payload);
    arena_free(doc.arena);
    return ok;
}
