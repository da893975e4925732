/*
 * template_html: a small state machine over HTML.
 *
 * Used by template_compile.c only.
 */
#include "render/template_html.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool name_is(struct str name, const char *what)
{
    if (strlen(what) != name.n)
        return false;
    for (size_t i = 0; i < name.n; i++) {
        if (lower(name.p[i]) != what[i])
            return false;
    }
    return true;
}

static bool name_starts(struct str name, const char *what)
{
    return name.n >= strlen(what) &&
           name_is(str_sub(name, 0, strlen(what)), what);
}

static bool name_among(struct str name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (name_is(name, list[i]))
            return true;
    }
    return false;
}

#define AMONG(name, list) name_among(name, list, sizeof list / sizeof *list)

static enum html_element element_of(struct str tag)
{
    static const char *const raw[] = { "script", "style", "iframe", "xmp",
                                       "noembed", "noframes", "plaintext" };
    static const char *const caption[] = { "title", "textarea" };

    if (AMONG(tag, raw))
        return ELEMENT_RAW;
    return AMONG(tag, caption) ? ELEMENT_CAPTION : ELEMENT_PLAIN;
}

/*
 * Text in an address could be `javascript:`, so these take checked addresses
 * only; and a script, a style or a page in an attribute takes nothing.
 */
static unsigned attr_may(struct str attr)
{
    static const char *const code[] = { "style", "srcdoc", "srcset",
                                        "imagesrcset", "ping" };
    static const char *const address[] = {
        "href", "src", "action", "formaction", "poster", "cite", "data",
        "background", "manifest", "longdesc", "xlink:href", "codebase"
    };

    if (AMONG(attr, code) || name_starts(attr, "on"))
        return 0;
    if (AMONG(attr, address))
        return MAY_URL;
    if (name_is(attr, "content") || name_starts(attr, "data-"))
        return MAY_TEXT | MAY_URL;
    return MAY_TEXT;
}

/* --- steps: each gets the text behind the place, takes what it knows and
 * returns how much that was (0: only the state has changed) --- */

static size_t in_text(struct html *html, struct str rest)
{
    ptrdiff_t lt = str_find_char(rest, '<');

    if (lt < 0)
        return rest.n;
    html->at = HTML_LT;
    return (size_t)lt + 1;
}

static size_t in_lt(struct html *html, struct str rest)
{
    html->end_tag = html->at == HTML_LT_SLASH;
    if (is_letter(rest.p[0])) {
        html->at = HTML_NAME;
        html->tag = str_sub(rest, 0, 0);
        return 0;
    }
    if (html->end_tag || rest.p[0] == '?') {
        html->at = HTML_MARKUP;
        return 0;
    }
    if (rest.p[0] == '/') {
        html->at = HTML_LT_SLASH;
        return 1;
    }
    if (rest.p[0] == '!') {
        html->at = str_starts(rest, S("!--")) ? HTML_COMMENT : HTML_MARKUP;
        return html->at == HTML_COMMENT ? 3 : 1;
    }
    html->at = HTML_TEXT;
    return 0;
}

static size_t in_name(struct html *html, struct str rest)
{
    size_t n = 0;

    while (n < rest.n && !is_blank(rest.p[n]) && rest.p[n] != '/' &&
           rest.p[n] != '>')
        n++;
    html->tag.n += n;
    if (n < rest.n) {
        html->element = element_of(html->tag);
        html->at = HTML_TIGHT;
    }
    return n;
}

static size_t in_tag(struct html *html, struct str rest)
{
    char c = rest.p[0];

    if (c == '>') {
        html->at = HTML_TEXT;
        if (!html->end_tag && html->element == ELEMENT_RAW)
            html->at = HTML_RAW;
        if (!html->end_tag && html->element == ELEMENT_CAPTION)
            html->at = HTML_CAPTION;
        return 1;
    }
    if (is_blank(c) || c == '/') {
        html->at = HTML_TAG;
        return 1;
    }
    html->at = HTML_ATTR;
    html->attr = str_sub(rest, 0, 0);
    return 0;
}

static size_t in_attr(struct html *html, struct str rest)
{
    size_t n = 0;

    while (n < rest.n && !is_blank(rest.p[n]) && rest.p[n] != '/' &&
           rest.p[n] != '>' && (rest.p[n] != '=' || html->attr.n + n == 0))
        n++;
    html->attr.n += n;
    if (n < rest.n) {
        html->attr_may = attr_may(html->attr);
        html->at = HTML_AFTER_ATTR;
    }
    return n;
}

static size_t in_after_attr(struct html *html, struct str rest)
{
    if (is_blank(rest.p[0]))
        return 1;
    if (rest.p[0] == '=') {
        html->at = HTML_EQUALS;
        return 1;
    }
    html->at = HTML_TAG;
    return 0;
}

static size_t in_equals(struct html *html, struct str rest)
{
    char c = rest.p[0];

    if (is_blank(c))
        return 1;
    html->fragment = false;
    html->quote = c;
    if (c == '"' || c == '\'') {
        html->at = HTML_VALUE;
        return 1;
    }
    html->at = c == '>' ? HTML_TIGHT : HTML_BARE;
    return 0;
}

static size_t in_value(struct html *html, struct str rest)
{
    ptrdiff_t end = str_find_char(rest, html->quote);
    size_t n = end < 0 ? rest.n : (size_t)end;

    for (size_t i = 0; i < n; i++) {
        if (rest.p[i] == '#' && (i == 0 || rest.p[i - 1] != '&'))
            html->fragment = true;
    }
    if (end < 0)
        return n;
    html->at = HTML_TIGHT;
    return n + 1;
}

static size_t in_bare(struct html *html, struct str rest)
{
    size_t n = 0;

    while (n < rest.n && !is_blank(rest.p[n]) && rest.p[n] != '>')
        n++;
    if (n < rest.n)
        html->at = HTML_TIGHT;
    return n;
}

/* Does `rest` begin with the end tag of the element we are in? */
static bool at_end_tag(const struct html *html, struct str rest)
{
    struct str name = str_sub(rest, 2, 2 + html->tag.n);
    struct str after = str_skip(rest, 2 + html->tag.n);

    if (!str_starts(rest, S("</")) || name.n < html->tag.n || after.n == 0)
        return false;
    for (size_t i = 0; i < name.n; i++) {
        if (lower(name.p[i]) != lower(html->tag.p[i]))
            return false;
    }
    return is_blank(after.p[0]) || after.p[0] == '/' || after.p[0] == '>';
}

static size_t in_raw(struct html *html, struct str rest)
{
    for (size_t n = 0; n < rest.n; n++) {
        if (rest.p[n] == '<' && at_end_tag(html, str_skip(rest, n))) {
            html->at = HTML_LT_SLASH;
            return n + 2;
        }
    }
    return rest.n;
}

static size_t in_comment(struct html *html, struct str rest)
{
    ptrdiff_t end = str_find(rest, S("-->"));

    if (end < 0)
        return rest.n;
    html->at = HTML_TEXT;
    return (size_t)end + 3;
}

static size_t in_markup(struct html *html, struct str rest)
{
    ptrdiff_t end = str_find_char(rest, '>');

    if (end < 0)
        return rest.n;
    html->at = HTML_TEXT;
    return (size_t)end + 1;
}

size_t html_text(struct html *html, struct str text)
{
    static size_t (*const steps[])(struct html *, struct str) = {
        [HTML_TEXT] = in_text,       [HTML_LT] = in_lt,
        [HTML_LT_SLASH] = in_lt,     [HTML_NAME] = in_name,
        [HTML_TAG] = in_tag,         [HTML_TIGHT] = in_tag,
        [HTML_ATTR] = in_attr,       [HTML_AFTER_ATTR] = in_after_attr,
        [HTML_EQUALS] = in_equals,   [HTML_VALUE] = in_value,
        [HTML_BARE] = in_bare,       [HTML_CAPTION] = in_raw,
        [HTML_RAW] = in_raw,         [HTML_COMMENT] = in_comment,
        [HTML_MARKUP] = in_markup,
    };
    size_t at = 0, glued = text.n;

    while (at < text.n) {
        bool tight = html->at == HTML_TIGHT;

        at += steps[html->at](html, str_skip(text, at));
        if (tight && html->at == HTML_ATTR && glued == text.n)
            glued = at;
    }
    return glued;
}

void html_pause(struct html *html)
{
    if (html->at == HTML_NAME)
        html->element = element_of(html->tag);
    if (html->at == HTML_NAME || html->at == HTML_ATTR ||
        html->at == HTML_BARE)
        html->at = HTML_TIGHT;
    if (html->at == HTML_AFTER_ATTR)
        html->at = HTML_TAG;
}

unsigned html_may(const struct html *html)
{
    switch (html->at) {
    case HTML_TEXT:
        return MAY_TEXT | MAY_HTML;
    case HTML_CAPTION:
        return MAY_TEXT;
    case HTML_VALUE:
        /* Behind a literal # any text is but the name of a place. */
        return html->attr_may == MAY_URL && html->fragment
               ? MAY_URL | MAY_TEXT : html->attr_may;
    default:
        return 0;
    }
}

/* Would what follows be read in the same way in both places? */
static bool is_same(const struct html *a, const struct html *b)
{
    bool tight = a->at == HTML_TAG || a->at == HTML_TIGHT;

    if (tight ? b->at != HTML_TAG && b->at != HTML_TIGHT : a->at != b->at)
        return false;
    if (a->at == HTML_TEXT || a->at == HTML_COMMENT || a->at == HTML_MARKUP)
        return true;
    if (a->element != b->element || a->end_tag != b->end_tag)
        return false;
    if ((a->at == HTML_RAW || a->at == HTML_CAPTION) &&
        !str_eq(a->tag, b->tag))
        return false;
    return a->at != HTML_VALUE ||
           (a->quote == b->quote && a->attr_may == b->attr_may);
}

bool html_join(struct html *now, const struct html *before)
{
    if (!is_same(now, before)) {
        *now = *before;
        return false;
    }
    if (before->at == HTML_TIGHT)
        now->at = HTML_TIGHT;
    now->fragment = now->fragment && before->fragment;
    return true;
}

void html_where(const struct html *html, struct buf *out)
{
    switch (html->at) {
    case HTML_TEXT:
        buf_addz(out, ">…<");
        break;
    case HTML_LT:
    case HTML_LT_SLASH:
        buf_addz(out, html->at == HTML_LT ? "<…" : "</…");
        break;
    case HTML_NAME:
    case HTML_TAG:
    case HTML_TIGHT:
    case HTML_ATTR:
    case HTML_AFTER_ATTR:
        buf_addf(out, "<%s%.*s …>", html->end_tag ? "/" : "",
                 STR_FMT(html->tag));
        break;
    case HTML_EQUALS:
    case HTML_BARE:
        buf_addf(out, "%.*s=…", STR_FMT(html->attr));
        break;
    case HTML_VALUE:
        buf_addf(out, "%.*s=%c…%c", STR_FMT(html->attr), html->quote,
                 html->quote);
        break;
    case HTML_CAPTION:
    case HTML_RAW:
        buf_addf(out, "<%.*s>…", STR_FMT(html->tag));
        break;
    case HTML_COMMENT:
        buf_addz(out, "<!--…");
        break;
    case HTML_MARKUP:
        buf_addz(out, "<!…>");
        break;
    }
}
