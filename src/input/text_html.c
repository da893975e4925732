/*
 * text_html: the blocks of a text as HTML.
 *
 * For text.c.
 *
 * One loop over the events, no recursion: a text may nest as deep as the
 * guard lets it. Each kind of block has a function that gets the event and
 * returns the index of the event to go on behind.
 */
#include "input/text_html.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/text.h"

#include <string.h>

#define HEADING_MAX 6

typedef size_t block_function(struct text_page *page, size_t i);

static struct pos place_of(struct text_page *page,
                           const struct text_event *event)
{
    return text_place_pos(&page->doc->place, event->at);
}

/* A block begins on a line of its own. */
static void fresh_line(struct text_page *page)
{
    struct buf *html = page->html;
    if (html->n > page->start && html->p[html->n - 1] != '\n')
        buf_char(html, '\n');
}

static void open_tag(struct text_page *page, const char *tag)
{
    fresh_line(page);
    buf_addz(page->html, tag);
}

static void close_tag(struct text_page *page, const char *tag)
{
    buf_addz(page->html, tag);
    buf_char(page->html, '\n');
}

/* Takes back what was put out from `before` on when nothing but blanks stands
 * behind `start`: all of it was left out. */
static bool forget_empty(struct text_page *page, size_t before, size_t start)
{
    struct buf *html = page->html;
    if (str_trim(str_skip(buf_str(html), start)).n)
        return false;
    html->n = before;
    html->p[before] = '\0';
    return true;
}

/* `name="prefix` and then what the caller adds. */
static void add_id(struct text_page *page, const char *attribute)
{
    buf_char(page->html, ' ');
    buf_addz(page->html, attribute);
    text_add_attr(page->html, page->env->id_prefix);
}

/* --- headings --- */

static struct str unique_id(struct text_page *page, struct str slug)
{
    struct arena *arena = page->doc->arena;
    size_t last = map_get(page->ids, slug);
    struct str id = slug;
    if (last == MAP_NONE) {
        map_add(page->ids, id, 1);
        return id;
    }
    do
        id = str_format(arena, "%.*s-%zu", STR_FMT(slug), ++last);
    while (map_get(page->ids, id) != MAP_NONE);
    map_set(page->ids, slug, last);
    map_add(page->ids, id, 1);
    return id;
}

/* Level of the heading on the page; reports what is wrong with it. */
static int heading_level(struct text_page *page,
                         const struct text_event *event, struct str text)
{
    int level = event->number;
    if (level == 1) {
        diag_add(page->diag, place_of(page, event), MSG_TEXT_HEADING_TOP,
                 ARGS(text));
        level = 2;
    } else if (level > page->level + 1) {
        char most[2] = { (char)('0' + page->level + 1), '\0' };
        diag_add(page->diag, place_of(page, event), MSG_TEXT_HEADING_SKIP,
                 ARGS(text, str_of(most)));
    }
    page->level = level;
    level += page->env->heading_shift;
    return level < 1 ? 1 : level > HEADING_MAX ? HEADING_MAX : level;
}

static size_t heading(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    size_t end = event->pair;
    struct str text = text_plain(page, i + 1, end);
    int level = heading_level(page, event, text);
    struct str slug = fold_slug(page->doc->arena, text);
    struct str id = unique_id(page, slug.n ? slug : S("section"));
    fresh_line(page);
    size_t before = page->html->n;
    buf_addf(page->html, "<h%d", level);
    add_id(page, "id=\"");
    buf_add(page->html, id);
    buf_addz(page->html, "\">");
    size_t start = page->html->n;
    text_inlines(page, i + 1, end, true);
    if (forget_empty(page, before, start)) {
        diag_add(page->diag, place_of(page, event), MSG_TEXT_HEADING_EMPTY,
                 NULL);
        return end;
    }
    buf_addf(page->html, "</h%d>\n", level);
    page->heading = text;
    page->tables_here = 0;
    return end;
}

/* --- footnotes --- */

/* References that will be put out, by note. */
static void count_references(struct text_page *page)
{
    const struct text_doc *doc = page->doc;
    size_t n = (size_t)doc->notes + 1;
    page->references = ARENA_ARRAY(doc->arena, int, n);
    page->shown = ARENA_ARRAY(doc->arena, int, n);
    for (size_t i = 0; i < doc->n; i++) {
        const struct text_event *event = &doc->events[i];
        if (event->kind == TEXT_NOTE_REF && event->number > 0)
            page->references[event->number]++;
        else if (event->enter
                 && (event->kind == TEXT_IMAGE
                     || (event->kind == TEXT_NOTE && !event->number)))
            i = event->pair;
    }
}

static void ways_back(struct text_page *page, int number)
{
    struct buf *html = page->html;
    for (int k = 1; k <= page->references[number]; k++) {
        if (html->p[html->n - 1] != '>' || k > 1)
            buf_addz(html, "\u00A0");
        buf_addz(html, "<a class=\"note-back\"");
        add_id(page, "href=\"#");
        buf_addf(html, k > 1 ? "ref_%d_%d" : "ref_%d", number, k);
        buf_addz(html, "\" role=\"doc-backlink\" aria-label=\"");
        text_add_attr(html, page->env->words.back);
        buf_addf(html, k > 1 ? " %d (%d)" : " %d", number, k);
        buf_addz(html, "\">\u21A9\uFE0E</a>");
    }
    page->back = true;
}

static void open_notes(struct text_page *page)
{
    int level = 2 + page->env->heading_shift;
    if (level > HEADING_MAX)
        level = HEADING_MAX;
    fresh_line(page);
    buf_addz(page->html, "<section class=\"notes\" role=\"doc-endnotes\"");
    add_id(page, "aria-labelledby=\"");
    buf_addf(page->html, "notes_\">\n<h%d", level);
    add_id(page, "id=\"");
    buf_addz(page->html, "notes_\">");
    text_add_html(page->html, page->env->words.footnotes);
    buf_addf(page->html, "</h%d>\n<ol>\n", level);
    page->notes = true;
}

static void close_notes(struct text_page *page)
{
    if (page->notes)
        buf_addz(page->html, "</ol>\n</section>\n");
}

static size_t note(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    int number = page->doc->events[event->enter ? i : event->pair].number;
    if (!number)
        return event->enter ? event->pair : i;
    if (!event->enter) {
        if (!page->back) {
            open_tag(page, "<p>");
            ways_back(page, number);
            close_tag(page, "</p>");
        }
        close_tag(page, "</li>");
        return i;
    }
    if (!page->notes)
        open_notes(page);
    page->back = false;
    fresh_line(page);
    buf_addz(page->html, "<li");
    add_id(page, "id=\"");
    buf_addf(page->html, "note_%d\">", number);
    return i;
}

/* --- paragraphs, lists, quotes --- */

static void say_task(struct text_page *page)
{
    const struct text_words *words = &page->env->words;
    if (page->task == TEXT_TASK_NONE)
        return;
    buf_addz(page->html, "<span class=\"task-state\">");
    text_add_html(page->html, page->task == TEXT_TASK_DONE ? words->done
                                                           : words->open);
    buf_addz(page->html, ":</span> ");
    page->task = TEXT_TASK_NONE;
}

static size_t paragraph(struct text_page *page, size_t i)
{
    const struct text_doc *doc = page->doc;
    const struct text_event *event = &doc->events[i];
    const struct text_event *after = &doc->events[event->pair + 1];
    bool last = event->pair + 1 < doc->n && after->kind == TEXT_NOTE
                && !after->enter;
    size_t before = page->html->n;
    if (!event->tight)
        open_tag(page, "<p>");
    size_t start = page->html->n;
    say_task(page);
    text_inlines(page, i + 1, event->pair, false);
    if (!event->tight && !last && forget_empty(page, before, start))
        return event->pair;
    if (last)
        ways_back(page, doc->events[after->pair].number);
    if (!event->tight)
        close_tag(page, "</p>");
    return event->pair;
}

static size_t list(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    int start = page->doc->events[event->enter ? i : event->pair].number;
    if (!event->enter) {
        close_tag(page, start < 0 ? "</ul>" : "</ol>");
        return i;
    }
    open_tag(page, start < 0 ? "<ul" : "<ol");
    if (start >= 0 && start != 1)
        buf_addf(page->html, " start=\"%d\"", start);
    close_tag(page, ">");
    return i;
}

static size_t item(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    if (!event->enter) {
        close_tag(page, "</li>");
        return i;
    }
    page->task = (enum text_task)event->task;
    open_tag(page, event->task == TEXT_TASK_DONE   ? "<li class=\"task done\">"
                   : event->task == TEXT_TASK_OPEN ? "<li class=\"task open\">"
                                                   : "<li>");
    if (event[1].kind != TEXT_PARAGRAPH)
        say_task(page);
    return i;
}

static size_t block_quote(struct text_page *page, size_t i)
{
    if (page->doc->events[i].enter) {
        open_tag(page, "<blockquote>");
        buf_char(page->html, '\n');
    } else {
        close_tag(page, "</blockquote>");
    }
    return i;
}

static size_t rule(struct text_page *page, size_t i)
{
    open_tag(page, "<hr>");
    buf_char(page->html, '\n');
    return i;
}

/* --- tables --- */

/* A name of its own for each region: the heading above it, or a number. */
static void table_label(struct text_page *page)
{
    struct buf *html = page->html;
    page->tables++;
    page->tables_here++;
    if (page->heading.n) {
        text_add_attr(html, page->heading);
        if (page->tables_here > 1)
            buf_addf(html, " (%d)", page->tables_here);
    } else {
        text_add_attr(html, page->env->words.table);
        buf_addf(html, " %d", page->tables);
    }
}

static size_t table(struct text_page *page, size_t i)
{
    if (page->doc->events[i].enter) {
        open_tag(page, "<div class=\"scroll\" role=\"region\" tabindex=\"0\""
                       " aria-label=\"");
        table_label(page);
        buf_addz(page->html, "\">\n<table>\n");
        page->body = false;
    } else {
        if (page->body)
            buf_addz(page->html, "</tbody>\n");
        buf_addz(page->html, "</table>\n</div>\n");
    }
    return i;
}

static size_t row(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    bool first = !event->header && !page->body;
    if (event->enter) {
        buf_addz(page->html, event->header ? "<thead>\n<tr>\n"
                             : first       ? "<tbody>\n<tr>\n"
                                           : "<tr>\n");
        page->body = !event->header;
    } else {
        buf_addz(page->html, event->header ? "</tr>\n</thead>\n" : "</tr>\n");
    }
    return i;
}

static size_t cell(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    /* A head without words is no head to a screen reader. */
    bool head = event->header && event->pair > i + 1;
    buf_addz(page->html, head ? "<th scope=\"col\"" : "<td");
    if (event->align == 'r')
        buf_addz(page->html, " class=\"num\"");
    else if (event->align == 'c')
        buf_addz(page->html, " class=\"mid\"");
    buf_char(page->html, '>');
    text_inlines(page, i + 1, event->pair, head);
    close_tag(page, head ? "</th>" : "</td>");
    return event->pair;
}

/* --- code and HTML --- */

static bool callers_block(struct text_page *page,
                          const struct text_event *event)
{
    const struct text_env *env = page->env;
    struct str info = str_trim(event->target);
    if (!env->block || !info.n)
        return false;
    struct pos at = place_of(page, event), body_at = at;
    body_at.line++;
    fresh_line(page);
    if (!env->block(env->payload, info, event->text, at, body_at, page->html))
        return false;
    fresh_line(page);
    return true;
}

static size_t code_block(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    struct str info = str_trim(event->target);
    if (callers_block(page, event))
        return i;
    open_tag(page, "<pre><code");
    if (info.n) {
        buf_addz(page->html, " class=\"language-");
        text_add_attr(page->html, str_cut(&info, ' '));
        buf_char(page->html, '"');
    }
    buf_char(page->html, '>');
    text_add_html(page->html, event->text);
    close_tag(page, "</code></pre>");
    return i;
}

/* Left out; a comment was never meant to be seen. */
static size_t html_block(struct text_page *page, size_t i)
{
    const struct text_event *event = &page->doc->events[i];
    struct str html = str_trim(event->text);
    if (!str_starts(html, S("<!--"))
        || str_find(html, S("-->")) != (ptrdiff_t)html.n - 3)
        diag_add(page->diag, place_of(page, event), MSG_TEXT_HTML_BLOCK,
                 ARGS(str_cut(&html, '\n')));
    return i;
}

void text_html(struct buf *html, struct text_doc *doc,
               const struct text_env *env, struct diag *diag)
{
    static block_function *const functions[] = {
        [TEXT_QUOTE] = block_quote, [TEXT_LIST] = list,
        [TEXT_ITEM] = item,         [TEXT_TABLE] = table,
        [TEXT_ROW] = row,           [TEXT_NOTE] = note,
        [TEXT_PARAGRAPH] = paragraph, [TEXT_HEADING] = heading,
        [TEXT_CELL] = cell,         [TEXT_CODE_BLOCK] = code_block,
        [TEXT_HTML_BLOCK] = html_block, [TEXT_RULE] = rule,
    };
    struct text_page page = { .doc = doc, .env = env, .diag = diag,
                              .html = html, .start = html->n, .level = 1 };
    page.ids = map_new(doc->arena);
    count_references(&page);
    for (size_t i = 0; i < doc->n; i++)
        i = functions[doc->events[i].kind](&page, i);
    close_notes(&page);
}
