/*
 * template_parse: Mustache text to tokens.
 *
 * Used by template_compile.c only. Text is cut at line breaks, because the
 * rules of the language about standalone tags and indentation speak of lines.
 */
#include "render/template_parse.h"

#include "base/mem.h"
#include "render/template.h"

#include <string.h>

struct parser {
    struct arena *arena;
    struct diag *diag;
    const struct template_file *file;
    struct str text;
    size_t at;
    uint32_t line, col;         /* of `at` */
    struct str open, close;     /* delimiters */
    ARR(struct token) token;
    size_t line_first;          /* first token of the current line */
    size_t stack[TEMPLATE_DEPTH_MAX];
    size_t depth;
    bool too_deep;              /* the rest is not read */
};

static const struct { char sign; enum token_kind kind; } tag_kinds[] = {
    { '#', TOKEN_SECTION }, { '^', TOKEN_INVERTED }, { '/', TOKEN_CLOSE },
    { '>', TOKEN_PARTIAL }, { '<', TOKEN_PARENT },   { '$', TOKEN_BLOCK },
    { '&', TOKEN_RAW },     { '{', TOKEN_RAW },      { '!', TOKEN_NOTHING },
    { '=', TOKEN_NOTHING },
};

struct pos template_pos(const struct template_file *file,
                        const struct token *token)
{
    return (struct pos){ .file = file->file, .line = token->line,
                         .col = token->col };
}

struct str template_tag(struct arena *arena, const struct token *token)
{
    char sign[2] = "";

    if (token->kind == TOKEN_RAW)
        return str_format(arena, "{{{%.*s}}}", STR_FMT(token->text));
    for (size_t i = 0; i < sizeof tag_kinds / sizeof *tag_kinds; i++) {
        if (tag_kinds[i].kind == token->kind)
            sign[0] = tag_kinds[i].sign;
    }
    return str_format(arena, "{{%s%.*s}}", sign, STR_FMT(token->text));
}

static void complain(struct parser *p, const struct token *token, enum msg id,
                     struct str what, struct str wanted)
{
    diag_add(p->diag, template_pos(p->file, token), id, ARGS(what, wanted));
}

/* --- walking over the text --- */

static void advance(struct parser *p, size_t to)
{
    for (; p->at < to; p->at++) {
        unsigned char c = (unsigned char)p->text.p[p->at];

        if (c == '\n') {
            p->line++;
            p->col = 1;
        } else if ((c & 0xC0) != 0x80) {
            p->col++;
        }
    }
}

static size_t find_from(struct str text, size_t from, struct str what)
{
    ptrdiff_t at = str_find(str_skip(text, from), what);

    return at < 0 ? text.n : from + (size_t)at;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct str trim(struct str s)
{
    while (s.n > 0 && is_blank(s.p[0]))
        s = str_skip(s, 1);
    while (s.n > 0 && is_blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

/* --- standalone lines --- */

static bool is_inheritance(const struct parser *p, const struct token *token)
{
    enum token_kind kind = token->kind;

    if (kind == TOKEN_CLOSE)
        kind = p->token.at[token->match].kind;
    return kind == TOKEN_PARENT || kind == TOKEN_BLOCK;
}

/*
 * A line is taken out when it has one tag that prints nothing and no text.
 * Several tags of inheritance may share it, unless a block begins and ends
 * there: then its content is to stand on that line.
 */
static bool line_is_alone(const struct parser *p)
{
    size_t tags = 0, others = 0;

    for (size_t i = p->line_first; i < p->token.n; i++) {
        const struct token *token = &p->token.at[i];

        if (token->kind == TOKEN_TEXT) {
            if (trim(token->text).n > 0)
                return false;
            continue;
        }
        if (token->kind == TOKEN_VALUE || token->kind == TOKEN_RAW)
            return false;
        tags++;
        if (!is_inheritance(p, token))
            others++;
        else if (token->kind == TOKEN_CLOSE && token->match >= p->line_first &&
                 p->token.at[token->match].kind == TOKEN_BLOCK)
            others++;
    }
    return tags == 1 || (tags > 1 && others == 0);
}

static void line_end(struct parser *p)
{
    struct token *first = p->token.at + p->line_first;
    struct str indent = { NULL, 0 };

    if (line_is_alone(p)) {
        if (first->kind == TOKEN_TEXT)
            indent = first->text;
        for (size_t i = p->line_first; i < p->token.n; i++) {
            struct token *token = &p->token.at[i];

            if (token->kind == TOKEN_TEXT) {
                token->text.n = 0;
                token->line_start = false;
            } else {
                token->alone = true;
                token->indent = indent;
            }
        }
    }
    p->line_first = p->token.n;
}

/* --- tokens --- */

static struct token *add_token(struct parser *p, enum token_kind kind,
                               struct str text)
{
    struct token *token;
    bool first = p->token.n == p->line_first;

    /* A line that begins with a tag has an empty text before it, which is
     * where indentation is printed. */
    if (first && kind != TOKEN_TEXT)
        add_token(p, TOKEN_TEXT, (struct str){ NULL, 0 });
    token = ARR_PUSH(p->arena, &p->token);
    *token = (struct token){ .kind = kind, .text = text, .line = p->line,
                             .col = p->col,
                             .line_start = first && kind == TOKEN_TEXT };
    return token;
}

static void parse_text(struct parser *p)
{
    struct str rest = str_skip(p->text, p->at);
    const char *line = memchr(rest.p, '\n', rest.n);
    ptrdiff_t tag;

    if (line)
        rest.n = (size_t)(line - rest.p) + 1;
    tag = str_find(rest, p->open);
    if (tag >= 0)
        rest.n = (size_t)tag;
    add_token(p, TOKEN_TEXT, rest);
    advance(p, p->at + rest.n);
    if (line && tag < 0)
        line_end(p);
}

static void open_token(struct parser *p, struct token *token)
{
    if (p->depth == TEMPLATE_DEPTH_MAX) {
        complain(p, token, MSG_TEMPLATE_DEPTH, template_tag(p->arena, token),
                 (struct str){ NULL, 0 });
        p->too_deep = true;
        token->kind = TOKEN_NOTHING;
        return;
    }
    p->stack[p->depth++] = (size_t)(token - p->token.at);
}

/* Matches the topmost open token with the token at index `close`. */
static void close_top(struct parser *p, size_t close)
{
    size_t open = p->stack[--p->depth];

    p->token.at[open].match = close;
    p->token.at[close].match = open;
}

static struct str closing_tag(struct parser *p, struct str name)
{
    return str_format(p->arena, "{{/%.*s}}", STR_FMT(name));
}

/* The topmost open token was never closed: closes it where we are. */
static void close_missing(struct parser *p)
{
    const struct token *open = &p->token.at[p->stack[p->depth - 1]];

    if (!p->too_deep)
        complain(p, open, MSG_TEMPLATE_UNCLOSED,
                 template_tag(p->arena, open), closing_tag(p, open->text));
    add_token(p, TOKEN_CLOSE, open->text);
    close_top(p, p->token.n - 1);
}

static void parse_close(struct parser *p, struct str name)
{
    size_t i = p->depth;
    struct token extra = { .kind = TOKEN_CLOSE, .text = name, .line = p->line,
                           .col = p->col };

    while (i > 0 && !str_eq(p->token.at[p->stack[i - 1]].text, name))
        i--;
    if (i == 0) {
        if (p->depth == 0)
            complain(p, &extra, MSG_TEMPLATE_CLOSE_EXTRA,
                     closing_tag(p, name), (struct str){ NULL, 0 });
        else
            complain(p, &extra, MSG_TEMPLATE_CLOSE, closing_tag(p, name),
                     closing_tag(p,
                         p->token.at[p->stack[p->depth - 1]].text));
        add_token(p, TOKEN_NOTHING, name);
        return;
    }
    while (p->depth > i)
        close_missing(p);
    add_token(p, TOKEN_CLOSE, name);
    close_top(p, p->token.n - 1);
}

/* Latin letters, digits, _ and -, with single dots (paths: slashes) between
 * them; or the dot alone. */
static bool is_name(struct str name, enum token_kind kind)
{
    char before = '.';

    if (kind == TOKEN_VALUE || kind == TOKEN_RAW || kind == TOKEN_SECTION ||
        kind == TOKEN_INVERTED || kind == TOKEN_CLOSE) {
        if (str_is(name, "."))
            return true;
    }
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || c == '_' || c == '-';

        if (!word && (before == '.' || (c != '.' && c != '/')))
            return false;
        before = word ? 'a' : '.';
    }
    return name.n > 0 && before != '.';
}

static void set_delimiters(struct parser *p, struct str content)
{
    struct token here = { .line = p->line, .col = p->col };
    struct str pair = trim(content), second;
    size_t n = 0;

    while (n < pair.n && !is_blank(pair.p[n]))
        n++;
    second = trim(str_skip(pair, n));
    for (size_t i = 0; i < second.n; i++) {
        if (is_blank(second.p[i]))
            second.n = 0;
    }
    if (n == 0 || second.n == 0 || str_find_char(pair, '=') >= 0) {
        complain(p, &here, MSG_TEMPLATE_DELIMITER, pair,
                 (struct str){ NULL, 0 });
        return;
    }
    p->open = str_sub(pair, 0, n);
    p->close = second;
}

static void add_tag(struct parser *p, enum token_kind kind, struct str name)
{
    if (kind == TOKEN_CLOSE) {
        parse_close(p, name);
        return;
    }
    struct token *token = add_token(p, kind, name);

    if (kind == TOKEN_SECTION || kind == TOKEN_INVERTED ||
        kind == TOKEN_PARENT || kind == TOKEN_BLOCK)
        open_token(p, token);
}

/* What ends a tag whose sign is `sign`: also the second = or }. */
static struct str tag_end(struct parser *p, char sign)
{
    if (sign == '{' || sign == '=')
        return str_format(p->arena, "%c%.*s", sign == '{' ? '}' : '=',
                          STR_FMT(p->close));
    return p->close;
}

static void parse_tag(struct parser *p)
{
    size_t from = p->at + p->open.n, end;
    char sign = from < p->text.n ? p->text.p[from] : '\0';
    enum token_kind kind = TOKEN_VALUE;
    struct token here = { .line = p->line, .col = p->col };
    struct str finish = tag_end(p, sign), content;

    for (size_t i = 0; i < sizeof tag_kinds / sizeof *tag_kinds; i++) {
        if (tag_kinds[i].sign == sign)
            kind = tag_kinds[i].kind;
    }
    if (kind != TOKEN_VALUE)
        from++;
    end = find_from(p->text, from, finish);
    if (end == p->text.n) {
        complain(p, &here, MSG_TEMPLATE_OPEN,
                 str_sub(p->text, p->at, from), finish);
        advance(p, p->text.n);
        return;
    }
    content = trim(str_sub(p->text, from, end));
    if (kind != TOKEN_NOTHING && !is_name(content, kind)) {
        complain(p, &here, MSG_TEMPLATE_TAG,
                 str_sub(p->text, p->at, end + finish.n),
                 (struct str){ NULL, 0 });
        kind = TOKEN_NOTHING;
    }
    add_tag(p, kind, content);
    if (sign == '=')
        set_delimiters(p, content);
    advance(p, end + finish.n);
}

void template_parse(struct arena *arena, struct str text,
                    struct template_file *file, struct diag *diag)
{
    struct parser p = { .arena = arena, .diag = diag, .file = file,
                        .text = text, .line = 1, .col = 1, .open = S("{{"),
                        .close = S("}}") };

    while (p.at < text.n && !p.too_deep) {
        if (str_starts(str_skip(text, p.at), p.open))
            parse_tag(&p);
        else
            parse_text(&p);
    }
    while (p.depth > 0)
        close_missing(&p);
    if (p.token.n > p.line_first)
        line_end(&p);
    file->token = p.token.at;
    file->n = p.token.n;
    file->fate = ARENA_ARRAY(arena, uint8_t, p.token.n + 1);
}
