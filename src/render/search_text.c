/*
 * search_text: see search_text.h.
 *
 * For search*.c.
 */
#include "render/search_text.h"

#include <stdbool.h>
#include <string.h>

struct reading {
    search_block *block;
    void *payload;
    struct buf text;            /* of the block so far */
    enum search_weight weight;
    struct str anchor;
};

/* What an element does to the text it stands in. */
enum element {
    ELEMENT_BLOCK,              /* parts sentences: all that are not named */
    ELEMENT_HEADING,
    ELEMENT_MAIN_HEADING,
    ELEMENT_INLINE,             /* stands inside a word or line */
    ELEMENT_GAP,                /* parts words, but not sentences */
    ELEMENT_SKIPPED             /* left out with all that is in it */
};

#define NAMED(name, element) { name, sizeof name - 1, element }

static enum element element_of(struct str name)
{
    static const struct {
        const char *name;
        size_t n;
        enum element element;
    } rows[] = {
        /* the common ones first */
        NAMED("td", ELEMENT_BLOCK), NAMED("tr", ELEMENT_BLOCK),
        NAMED("p", ELEMENT_BLOCK), NAMED("li", ELEMENT_BLOCK),
        NAMED("th", ELEMENT_BLOCK), NAMED("div", ELEMENT_BLOCK),
        NAMED("a", ELEMENT_INLINE), NAMED("span", ELEMENT_INLINE),
        NAMED("b", ELEMENT_INLINE), NAMED("i", ELEMENT_INLINE),
        NAMED("q", ELEMENT_INLINE), NAMED("s", ELEMENT_INLINE),
        NAMED("u", ELEMENT_INLINE), NAMED("em", ELEMENT_INLINE),
        NAMED("abbr", ELEMENT_INLINE), NAMED("bdi", ELEMENT_INLINE),
        NAMED("cite", ELEMENT_INLINE), NAMED("code", ELEMENT_INLINE),
        NAMED("del", ELEMENT_INLINE), NAMED("ins", ELEMENT_INLINE),
        NAMED("kbd", ELEMENT_INLINE), NAMED("mark", ELEMENT_INLINE),
        NAMED("small", ELEMENT_INLINE), NAMED("strong", ELEMENT_INLINE),
        NAMED("time", ELEMENT_INLINE), NAMED("var", ELEMENT_INLINE),
        NAMED("wbr", ELEMENT_INLINE), NAMED("br", ELEMENT_GAP),
        NAMED("img", ELEMENT_GAP), NAMED("sub", ELEMENT_GAP),
        NAMED("sup", ELEMENT_GAP), NAMED("h1", ELEMENT_MAIN_HEADING),
        NAMED("h2", ELEMENT_HEADING), NAMED("h3", ELEMENT_HEADING),
        NAMED("h4", ELEMENT_HEADING), NAMED("h5", ELEMENT_HEADING),
        NAMED("dt", ELEMENT_HEADING), NAMED("caption", ELEMENT_HEADING),
        NAMED("summary", ELEMENT_HEADING), NAMED("svg", ELEMENT_SKIPPED),
        NAMED("nav", ELEMENT_SKIPPED), NAMED("form", ELEMENT_SKIPPED),
        NAMED("script", ELEMENT_SKIPPED), NAMED("style", ELEMENT_SKIPPED),
        NAMED("template", ELEMENT_SKIPPED), NAMED("iframe", ELEMENT_SKIPPED),
        NAMED("textarea", ELEMENT_SKIPPED),
        NAMED("noscript", ELEMENT_SKIPPED),
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].n == name.n && rows[i].name[0] == name.p[0] &&
            memcmp(rows[i].name, name.p, name.n) == 0)
            return rows[i].element;
    return ELEMENT_BLOCK;
}

static enum search_weight weight_of(enum element element)
{
    return element == ELEMENT_MAIN_HEADING ? SEARCH_TITLE
           : element == ELEMENT_HEADING    ? SEARCH_HEADING
                                           : SEARCH_TEXT;
}

static void add_space(struct reading *r)
{
    if (r->text.n > 0 && r->text.p[r->text.n - 1] != ' ')
        buf_char(&r->text, ' ');
}

static void end_block(struct reading *r)
{
    struct str text = str_trim(buf_str(&r->text));

    if (text.n > 0)
        r->block(r->payload, r->weight, text, r->anchor);
    buf_clear(&r->text);
}

/* &amp; and numbers; another name stays as it is. */
static size_t add_entity(struct reading *r, struct str rest)
{
    static const struct {
        const char *name, *text;
    } known[] = {
        { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
        { "&quot;", "\"" }, { "&nbsp;", "\xC2\xA0" },
    };
    uint32_t code = 0;
    size_t at = 2;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (rest.n > 1 && rest.p[1] == known[i].name[1] &&
            str_starts(rest, str_of(known[i].name))) {
            buf_addz(&r->text, known[i].text);
            return str_of(known[i].name).n;
        }
    if (rest.n > 1 && rest.p[1] == '#')
        while (at < rest.n && rest.p[at] >= '0' && rest.p[at] <= '9' &&
               code < 0x10000)
            code = code * 10 + (uint32_t)(rest.p[at++] - '0');
    if (code > 0 && at < rest.n && rest.p[at] == ';') {
        utf8_add(&r->text, code);
        return at + 1;
    }
    buf_char(&r->text, '&');
    return 1;
}

static void add_text(struct reading *r, struct str text)
{
    for (size_t i = 0; i < text.n;) {
        size_t from = i;

        if (text.p[i] == '&') {
            i += add_entity(r, str_skip(text, i));
        } else if ((unsigned char)text.p[i] <= ' ') {
            add_space(r);
            i++;
        } else {
            while (i < text.n && text.p[i] != '&' &&
                   (unsigned char)text.p[i] > ' ')
                i++;
            buf_add(&r->text, str_sub(text, from, i));
        }
    }
}

/* Value of id="…" in a tag; else empty. */
static struct str id_of(struct str tag)
{
    ptrdiff_t at = str_find(tag, S(" id=\""));
    struct str rest;

    if (at < 0)
        return (struct str){0};
    rest = str_skip(tag, (size_t)at + 5);
    return str_cut(&rest, '"');
}

static struct str name_of(struct str tag)
{
    size_t n = 0;

    while (n < tag.n && (unsigned char)tag.p[n] > ' ' && tag.p[n] != '/')
        n++;
    return str_sub(tag, 0, n);
}

/* Offset of the end tag of the element that has just been opened. */
static size_t skip_element(struct str rest, struct str name)
{
    for (size_t at = 0; at < rest.n;) {
        ptrdiff_t end = str_find(str_skip(rest, at), S("</"));

        if (end < 0)
            break;
        at += (size_t)end;
        if (str_starts(str_skip(rest, at + 2), name))
            return at;
        at += 2;
    }
    return rest.n;
}

/* A tag without its < and >; returns how much of `rest` behind it to skip. */
static size_t take_tag(struct reading *r, struct str tag, struct str rest)
{
    bool closing = tag.n > 0 && tag.p[0] == '/';
    struct str name = name_of(closing ? str_skip(tag, 1) : tag);
    enum element element = element_of(name);
    struct str id;

    if (element == ELEMENT_INLINE)
        return 0;
    if (element == ELEMENT_GAP) {
        add_space(r);
        return 0;
    }
    end_block(r);
    if (!closing && element == ELEMENT_SKIPPED)
        return skip_element(rest, name);
    r->weight = closing ? SEARCH_TEXT : weight_of(element);
    id = closing ? (struct str){0} : id_of(tag);
    if (id.n > 0 && r->weight != SEARCH_TITLE)
        r->anchor = id;
    return 0;
}

void search_text(struct str html, search_block *block, void *payload)
{
    struct reading r = { .block = block, .payload = payload,
                         .weight = SEARCH_TEXT };
    ptrdiff_t from = str_find(html, S("<h1")), to;

    if (from < 0)
        return;
    html = str_skip(html, (size_t)from);
    to = str_find(html, S("</main>"));
    html = str_sub(html, 0, to < 0 ? html.n : (size_t)to);
    while (html.n > 0) {
        struct str tag;

        add_text(&r, str_cut(&html, '<'));
        if (!html.p)
            break;
        tag = str_cut(&html, '>');
        html = str_skip(html, take_tag(&r, tag, html));
    }
    end_block(&r);
    buf_free(&r.text);
}

void search_title(struct str html, struct buf *out)
{
    struct reading r = {0};
    ptrdiff_t from = str_find(html, S("<title>"));

    if (from < 0)
        return;
    html = str_skip(html, (size_t)from + S("<title>").n);
    add_text(&r, str_cut(&html, '<'));
    buf_add(out, str_trim(buf_str(&r.text)));
    buf_free(&r.text);
}
