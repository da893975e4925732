/*
 * text_inline: the inlines of one block as HTML.
 *
 * For text_html.c.
 *
 * Typography must see a block as one text, through tags and around code and
 * addresses. So a block is rendered in three steps: collect its text with a
 * mark for each piece that is none (the callers' links are asked for here,
 * in the order of the text), typeset that, put it out with the pieces in the
 * places of their marks.
 */
#include "input/text_html.h"

#include "base/mem.h"
#include "input/text.h"
#include "input/text_address.h"
#include "input/text_chars.h"
#include "input/text_typography.h"

/* HTML that stands at a mark. */
struct piece {
    struct str html;
    signed char link;       /* +1: a link opens here, -1: closes */
};

struct inlines {
    struct text_page *page;
    struct buf text;            /* with marks */
    ARR(struct piece) pieces;
    struct buf scratch;
    int links;                  /* open links of the source */
    bool heading;
};

/* --- text without control characters --- */

static void add_clean(struct buf *out, struct str s,
                      void (*escape)(struct buf *out, struct str s))
{
    size_t from = 0, at = 0;
    while (at < s.n) {
        size_t behind = at + 1;
        unsigned char c = (unsigned char)s.p[at];
        if (c >= 0x7F || c < 0x20) {
            behind = at;
            uint32_t code = utf8_next(s, &behind);
            /* cmark may cut a letter in two where footnotes go wrong. */
            if (code == UTF8_BAD || char_is_control(code)) {
                escape(out, str_sub(s, from, at));
                from = behind;
            }
        }
        at = behind;
    }
    escape(out, str_sub(s, from, s.n));
}

void text_add_html(struct buf *out, struct str s)
{
    add_clean(out, s, buf_html);
}

void text_add_attr(struct buf *out, struct str s)
{
    add_clean(out, s, buf_attr);
}

struct str text_plain(const struct text_page *page, size_t from, size_t to)
{
    struct buf out = {0};
    for (size_t i = from; i < to; i++) {
        const struct text_event *event = &page->doc->events[i];
        if (event->kind == TEXT_RUN || event->kind == TEXT_CODE)
            add_clean(&out, event->text, buf_add);
        else if (event->kind == TEXT_SOFT_BREAK
                 || event->kind == TEXT_HARD_BREAK)
            buf_char(&out, ' ');
    }
    struct str plain = str_trim(buf_str(&out));
    plain = str_copy(page->doc->arena, plain);
    buf_free(&out);
    return plain;
}

/* --- collect --- */

/* A mark in the text for the HTML in `scratch`. */
static void add_piece(struct inlines *in, char mark, int link)
{
    struct arena *arena = in->page->doc->arena;
    buf_char(&in->text, mark);
    *ARR_PUSH(arena, &in->pieces) = (struct piece){
        buf_take(&in->scratch, arena), (signed char)link
    };
}

static void add_tag(struct inlines *in, const char *tag)
{
    buf_addz(&in->scratch, tag);
    add_piece(in, MARK_TAG, 0);
}

static void add_address(struct inlines *in, struct str address)
{
    if (in->links == 0) {
        struct buf href = {0};
        text_address_href(&href, address);
        buf_addz(&in->scratch, "<a href=\"");
        text_add_attr(&in->scratch, buf_str(&href));
        buf_addz(&in->scratch, "\">");
        buf_free(&href);
    }
    text_add_html(&in->scratch, address);
    if (in->links == 0)
        buf_addz(&in->scratch, "</a>");
    add_piece(in, MARK_THING, 0);
}

static void collect_run(struct inlines *in, struct str run)
{
    size_t from = 0, start, end;
    while (text_address_find(run, from, &start, &end)) {
        add_clean(&in->text, str_sub(run, from, start), buf_add);
        add_address(in, str_sub(run, start, end));
        from = end;
    }
    add_clean(&in->text, str_skip(run, from), buf_add);
}

static void collect_code(struct inlines *in, struct str code)
{
    buf_addz(&in->scratch, "<code>");
    text_add_html(&in->scratch, code);
    buf_addz(&in->scratch, "</code>");
    add_piece(in, MARK_THING, 0);
}

static bool starts_tag(struct str html, const char *tag)
{
    size_t n = 0;
    for (; tag[n]; n++)
        if (n >= html.n || (html.p[n] | 0x20) != (tag[n] | 0x20))
            return false;
    return n < html.n
           && (html.p[n] == ' ' || html.p[n] == '/' || html.p[n] == '>');
}

/* Left out, but a line break must not glue its neighbours together, and a
 * comment was never meant to be seen. */
static void collect_html(struct inlines *in, const struct text_event *event)
{
    if (starts_tag(event->text, "<br"))
        buf_char(&in->text, ' ');
    if (str_starts(event->text, S("<!--")))
        return;
    diag_add(in->page->diag, text_place_pos(&in->page->doc->place, event->at),
             MSG_TEXT_HTML, ARGS(str_sub(event->text, 0, 60)));
}

static void collect_note_ref(struct inlines *in, int number)
{
    const struct text_page *page = in->page;
    struct str prefix = page->env->id_prefix;
    if (number < 1 || number > page->doc->notes)
        return;
    int nth = ++page->shown[number];
    buf_addz(&in->scratch, "<sup class=\"note-ref\" id=\"");
    text_add_attr(&in->scratch, prefix);
    buf_addf(&in->scratch, "ref_%d", number);
    if (nth > 1)
        buf_addf(&in->scratch, "_%d", nth);
    buf_addz(&in->scratch, "\">");
    if (in->links == 0) {       /* a link inside a link is no HTML */
        buf_addz(&in->scratch, "<a href=\"#");
        text_add_attr(&in->scratch, prefix);
        buf_addf(&in->scratch, "note_%d\" role=\"doc-noteref\">", number);
    }
    buf_int(&in->scratch, number);
    buf_addz(&in->scratch, in->links == 0 ? "</a></sup>" : "</sup>");
    add_piece(in, MARK_TAG, 0);
}

/* Asks the caller, or decides for it when it does not care. */
static bool ask_target(struct inlines *in, const struct text_event *event,
                       struct buf *url, struct buf *label)
{
    const struct text_env *env = in->page->env;
    if (env->link)
        return env->link(env->payload, event->target,
                         event->kind == TEXT_IMAGE,
                         text_place_pos(&in->page->doc->place, event->at),
                         url, label);
    if (!text_target_is_safe(event->target))
        return false;
    buf_add(url, event->target);
    return true;
}

static void add_title(struct buf *out, struct str title)
{
    if (!title.n)
        return;
    buf_addz(out, " title=\"");
    text_add_attr(out, title);
    buf_char(out, '"');
}

static void open_link(struct inlines *in, const struct text_event *event,
                      struct str url)
{
    buf_addz(&in->scratch, "<a href=\"");
    text_add_attr(&in->scratch, url);
    buf_char(&in->scratch, '"');
    add_title(&in->scratch, event->title);
    buf_char(&in->scratch, '>');
}

/* A link without text of its own: the caller's label stands in its place. */
static void empty_link(struct inlines *in, const struct text_event *event,
                       struct str url, struct str label)
{
    if (!label.n && !url.n)
        return;
    if (!label.n) {
        diag_add(in->page->diag,
                 text_place_pos(&in->page->doc->place, event->at),
                 MSG_TEXT_LINK_EMPTY, ARGS(event->target));
        label = event->target;
    }
    if (url.n)
        open_link(in, event, url);
    text_add_html(&in->scratch, label);
    if (url.n)
        buf_addz(&in->scratch, "</a>");
    add_piece(in, MARK_THING, 0);
}

static void collect_link(struct inlines *in, size_t i)
{
    struct text_doc *doc = in->page->doc;
    struct text_event *event = &doc->events[i];
    struct buf url = {0}, label = {0};
    bool empty = event->pair == i + 1;
    bool known = ask_target(in, event, &url, &label);
    doc->events[event->pair].linked = known && url.n && !empty;
    if (known && empty) {
        empty_link(in, event, buf_str(&url), buf_str(&label));
    } else if (known && url.n) {
        open_link(in, event, buf_str(&url));
        add_piece(in, MARK_TAG, 1);
    }
    in->links++;
    buf_free(&url);
    buf_free(&label);
}

static void close_link(struct inlines *in, const struct text_event *event)
{
    in->links--;
    if (!event->linked)
        return;
    buf_addz(&in->scratch, "</a>");
    add_piece(in, MARK_TAG, -1);
}

static void add_image(struct inlines *in, const struct text_event *event,
                      struct str url, struct str alt)
{
    const struct text_env *env = in->page->env;
    struct pos at = text_place_pos(&in->page->doc->place, event->at);
    uint32_t width, height;
    buf_addz(&in->scratch, "<img src=\"");
    text_add_attr(&in->scratch, url);
    buf_addz(&in->scratch, "\" alt=\"");
    text_add_attr(&in->scratch, alt);
    buf_char(&in->scratch, '"');
    if (env->pixels &&
        env->pixels(env->payload, event->target, at, &width, &height))
        buf_addf(&in->scratch, " width=\"%lu\" height=\"%lu\"",
                 (unsigned long)width, (unsigned long)height);
    add_title(&in->scratch, event->title);
    buf_addz(&in->scratch, " loading=\"lazy\">");
}

static void collect_image(struct inlines *in, size_t i)
{
    struct text_doc *doc = in->page->doc;
    const struct text_event *event = &doc->events[i];
    struct buf url = {0}, label = {0};
    struct str alt = text_plain(in->page, i + 1, event->pair);
    bool known = ask_target(in, event, &url, &label);
    if (!alt.n)
        alt = buf_str(&label);
    if (!alt.n)
        diag_add(in->page->diag, text_place_pos(&doc->place, event->at),
                 MSG_TEXT_IMAGE_ALT, ARGS(event->target));
    if (known && url.n)
        add_image(in, event, buf_str(&url), alt);
    else
        text_add_html(&in->scratch, alt);
    add_piece(in, MARK_THING, 0);
    buf_free(&url);
    buf_free(&label);
}

/* Returns the event to go on behind. */
static size_t collect(struct inlines *in, size_t i)
{
    const struct text_event *event = &in->page->doc->events[i];
    switch (event->kind) {
    case TEXT_RUN:
        collect_run(in, event->text);
        break;
    case TEXT_CODE:
        collect_code(in, event->text);
        break;
    case TEXT_HTML:
        collect_html(in, event);
        break;
    case TEXT_SOFT_BREAK:
        buf_char(&in->text, '\n');
        break;
    case TEXT_HARD_BREAK:
        buf_addz(&in->scratch, "<br>\n");
        add_piece(in, MARK_BREAK, 0);
        break;
    case TEXT_NOTE_REF:
        collect_note_ref(in, event->number);
        break;
    case TEXT_EMPHASIS:
        add_tag(in, event->enter ? "<em>" : "</em>");
        break;
    case TEXT_STRONG:
        add_tag(in, event->enter ? "<strong>" : "</strong>");
        break;
    case TEXT_LINK:
        if (event->enter)
            collect_link(in, i);
        else
            close_link(in, event);
        break;
    case TEXT_IMAGE:
        collect_image(in, i);
        return event->pair;
    default:
        break;
    }
    return i;
}

/* --- put out --- */

static void put_run(const struct inlines *in, struct str run, bool linked)
{
    const struct text_env *env = in->page->env;
    struct buf *html = in->page->html;
    if (!run.n)
        return;
    if (linked || in->heading || !env->terms || !str_trim(run).n
        || !env->terms(env->payload, run, html))
        buf_prose(html, run);
}

static void put_out(const struct inlines *in, struct str text)
{
    size_t from = 0, piece = 0;
    int links = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!char_is_mark(text.p[i]))
            continue;
        put_run(in, str_sub(text, from, i), links > 0);
        buf_add(in->page->html, in->pieces.at[piece].html);
        links += in->pieces.at[piece].link;
        piece++;
        from = i + 1;
    }
    put_run(in, str_skip(text, from), links > 0);
}

void text_inlines(struct text_page *page, size_t from, size_t to,
                  bool heading)
{
    struct inlines in = { .page = page, .heading = heading };
    struct buf typeset = {0};
    for (size_t i = from; i < to; i++)
        i = collect(&in, i);
    if (page->env->russian)
        text_typeset(&typeset, buf_str(&in.text));
    put_out(&in, buf_str(page->env->russian ? &typeset : &in.text));
    buf_free(&typeset);
    buf_free(&in.text);
    buf_free(&in.scratch);
}
