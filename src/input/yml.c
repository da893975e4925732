/*
 * yml: YAML as a small tree of texts with positions. Walks libyaml's events;
 * what the format allows but an editor never means (anchors, tags, second
 * documents, keys given twice) is refused here.
 *
 * For model/ and render/. The only user of libyaml.
 */
#include "input/yml.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct builder {
    yaml_parser_t parser;
    struct arena *arena;
    struct arena *scratch;  /* keys seen in open maps */
    struct str bytes;       /* without a byte order mark */
    struct pos first;
    struct diag *diag;
    bool bad;               /* reported something: there will be no tree */
};

/* --- places --- */

static struct pos place(const struct builder *builder, yaml_mark_t mark)
{
    struct pos at = builder->first;
    uint32_t col = (uint32_t)mark.column;
    at.col = mark.line == 0 && at.col > 0 ? at.col + col : col + 1;
    at.line += (uint32_t)mark.line;
    return at;
}

/* Takes the first line off `rest`, without its end (LF, CR, CRLF). */
static struct str take_line(struct str *rest)
{
    size_t n = 0;
    while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r')
        n++;
    struct str line = str_sub(*rest, 0, n);
    if (str_starts(str_skip(*rest, n), S("\r\n")))
        n++;
    *rest = str_skip(*rest, n + 1);
    return line;
}

/* The line of a mark, cut in two there. */
static void split_at(const struct builder *builder, yaml_mark_t mark,
                     struct str *before, struct str *after)
{
    struct str rest = builder->bytes;
    for (size_t i = 0; i < mark.line; i++)
        take_line(&rest);
    struct str line = take_line(&rest);
    size_t at = 0;
    for (size_t i = 0; i < mark.column && at < line.n; i++)
        utf8_next(line, &at);
    *before = str_sub(line, 0, at);
    *after = str_skip(line, at);
}

/* --- what libyaml complains of --- */

static const struct rule {
    const char *problem;
    const char *context;    /* its end; NULL = any */
    enum msg id;
    bool from_context;      /* where it began, not where it was noticed */
} rules[] = {
    { "mapping values are not allowed in this context", NULL,
      MSG_YML_COLON, false },
    { "found unexpected end of stream", "quoted scalar",
      MSG_YML_QUOTE, true },
    { "found unexpected document indicator", "quoted scalar",
      MSG_YML_QUOTE, true },
    { "did not find expected ',' or ']'", NULL, MSG_YML_BRACKET, true },
    { "did not find expected ',' or '}'", NULL, MSG_YML_BRACKET, true },
    { "could not find expected ':'", NULL, MSG_YML_NO_COLON, true },
    { "found character that cannot start any token", NULL,
      MSG_YML_CHARACTER, false },
    { "did not find expected node content", NULL, MSG_YML_CHARACTER, false },
    { "did not find expected alphabetic or numeric character", NULL,
      MSG_YML_MARK, true },
    { "block sequence entries are not allowed in this context", NULL,
      MSG_YML_DASH, false },
    { "did not find expected '-' indicator", NULL, MSG_YML_LIST, false },
    { "did not find expected key", NULL, MSG_YML_INDENT, false },
    { "found unknown escape character", NULL, MSG_YML_ESCAPE, false },
    { "did not find expected hexdecimal number", NULL,
      MSG_YML_ESCAPE, false },
    { "found invalid Unicode character escape code", NULL,
      MSG_YML_ESCAPE, false },
    { "did not find expected comment or line break", NULL,
      MSG_YML_BLOCK, false },
    { "found an indentation indicator equal to 0", NULL,
      MSG_YML_BLOCK, false },
    { "found a tab character where an indentation space is expected", NULL,
      MSG_YML_TAB, false },
    { "found a tab character that violates indentation", NULL,
      MSG_YML_TAB, false },
    { "did not find expected <document start>", NULL,
      MSG_YML_DOCUMENTS, false },
    { "did not find expected tag URI", NULL, MSG_YML_MARK, true },
    { "did not find expected whitespace or line break", "tag",
      MSG_YML_MARK, true },
    { "found undefined tag handle", NULL, MSG_YML_MARK, false },
};

static const struct rule *find_rule(const yaml_parser_t *parser)
{
    struct str context = str_of(parser->context);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (str_is(str_of(parser->problem), rules[i].problem)
            && (!rules[i].context
                || str_ends(context, str_of(rules[i].context))))
            return &rules[i];
    return NULL;
}

/* The same words of libyaml have several causes, told by the line itself. */
static enum msg refine(enum msg id, struct str before, struct str after)
{
    struct str seen = str_trim(before);
    bool closed = str_ends(seen, S("\"")) || str_ends(seen, S("'"))
        || str_ends(seen, S("]")) || str_ends(seen, S("}"));
    if (id == MSG_YML_CHARACTER && str_starts(after, S("\t")))
        return MSG_YML_TAB;
    if (id == MSG_YML_CHARACTER && after.n == 0)
        return MSG_YML_SYNTAX;
    if (id == MSG_YML_COLON && str_find(before, S(": ")) < 0)
        return MSG_YML_FOLDED;
    if (id == MSG_YML_INDENT && closed)
        return MSG_YML_AFTER;
    return id;
}

/* libyaml gives the offset of a bad byte but leaves the mark at 1:1. */
static yaml_mark_t mark_of_byte(struct str bytes, size_t offset)
{
    yaml_mark_t mark = { 0, 0, 0 };
    for (size_t i = 0; i < offset && i < bytes.n; i++) {
        char c = bytes.p[i];
        bool pair = c == '\r' && i + 1 < bytes.n && bytes.p[i + 1] == '\n';
        if (c == '\n' || (c == '\r' && !pair)) {
            mark.line++;
            mark.column = 0;
        } else if (!pair && ((unsigned char)c & 0xC0) != 0x80) {
            mark.column++;
        }
    }
    return mark;
}

static void report_reader(struct builder *builder)
{
    const yaml_parser_t *parser = &builder->parser;
    bool control = strcmp(parser->problem,
                          "control characters are not allowed") == 0;
    size_t offset = parser->problem_offset;
    unsigned value = (unsigned)parser->problem_value;
    char name[24];
    if (!control && utf8_valid(builder->bytes) < offset) {
        /* Not the byte that surprised libyaml: the character it is in. */
        offset = utf8_valid(builder->bytes);
        value = (unsigned char)builder->bytes.p[offset];
    }
    snprintf(name, sizeof name, control ? "U+%04X" : "0x%02X", value);
    diag_add(builder->diag,
             place(builder, mark_of_byte(builder->bytes, offset)),
             control ? MSG_YML_CONTROL : MSG_YML_ENCODING,
             ARGS(str_of(name), str_of(parser->problem)));
}

static void report_problem(struct builder *builder)
{
    const yaml_parser_t *parser = &builder->parser;
    const struct rule *rule = find_rule(parser);
    yaml_mark_t mark = rule && rule->from_context ? parser->context_mark
                                                  : parser->problem_mark;
    struct str before, after, problem = str_of(parser->problem);
    size_t size = 0;
    split_at(builder, mark, &before, &after);
    utf8_next(after, &size);
    enum msg id = rule ? refine(rule->id, before, after) : MSG_YML_SYNTAX;
    if (id == MSG_YML_CHARACTER || id == MSG_YML_MARK)
        diag_add(builder->diag, place(builder, mark), id,
                 ARGS(str_sub(after, 0, size), problem));
    else
        diag_add(builder->diag, place(builder, mark), id, ARGS(problem));
}

/* --- the tree --- */

/* False at the end of what can be read, after reporting. */
static bool next(struct builder *builder, yaml_event_t *event)
{
    if (yaml_parser_parse(&builder->parser, event))
        return true;
    builder->bad = true;
    if (builder->parser.error == YAML_READER_ERROR)
        report_reader(builder);
    else if (builder->parser.error == YAML_MEMORY_ERROR)
        abort();
    else
        report_problem(builder);
    return false;
}

static void refuse(struct builder *builder, yaml_mark_t mark, enum msg id,
                   struct str arg)
{
    diag_add(builder->diag, place(builder, mark), id, ARGS(arg));
    builder->bad = true;
}

/* Anchors, aliases and tags make graphs and types; we want texts. */
static void refuse_marks(struct builder *builder, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        refuse(builder, event->start_mark, MSG_YML_MARK, S("*"));
        return;
    case YAML_SCALAR_EVENT:
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
        break;
    default:
        return;
    }
    if (anchor)
        refuse(builder, event->start_mark, MSG_YML_MARK, S("&"));
    else if (tag)
        refuse(builder, event->start_mark, MSG_YML_MARK, S("!"));
}

static struct str scalar_text(struct builder *builder,
                              const yaml_event_t *event)
{
    struct str text = {
        (const char *)event->data.scalar.value, event->data.scalar.length,
    };
    return fold_nfc(builder->arena, str_copy(builder->arena, text));
}

static bool read_node(struct builder *builder, yaml_event_t *event,
                      int depth, struct yml *node);

static bool read_list(struct builder *builder, int depth, struct yml *list)
{
    const struct yml **end = &list->child;
    yaml_event_t event;
    while (next(builder, &event)) {
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            return true;
        }
        struct yml *node = ARENA_NEW(builder->arena, struct yml);
        if (!read_node(builder, &event, depth, node))
            return false;
        *end = node;
        end = &node->next;
    }
    return false;
}

/* Takes the event of a key. False when it is none. */
static bool read_key(struct builder *builder, yaml_event_t *event,
                     struct yml *node)
{
    refuse_marks(builder, event);
    node->key_at = place(builder, event->start_mark);
    bool scalar = event->type == YAML_SCALAR_EVENT;
    if (scalar)
        node->key = scalar_text(builder, event);
    if (node->key.n == 0 && event->type != YAML_ALIAS_EVENT)
        refuse(builder, event->start_mark, MSG_YML_KEY, (struct str){0});
    yaml_event_delete(event);
    return scalar;
}

static void check_key(struct builder *builder, struct map *keys,
                      const struct yml *node)
{
    size_t line = map_get(keys, node->key);
    if (line == MAP_NONE) {
        map_add(keys, node->key, node->key_at.line);
        return;
    }
    struct str first = str_format(builder->arena, "%lu", (unsigned long)line);
    diag_add(builder->diag, node->key_at, MSG_YML_DUPLICATE,
             ARGS(node->key, first));
    builder->bad = true;
}

static bool read_map(struct builder *builder, int depth, struct yml *map)
{
    const struct yml **end = &map->child;
    struct map *keys = map_new(builder->scratch);
    yaml_event_t event;
    while (next(builder, &event)) {
        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return true;
        }
        struct yml *node = ARENA_NEW(builder->arena, struct yml);
        if (!read_key(builder, &event, node) || !next(builder, &event))
            return false;
        check_key(builder, keys, node);
        if (!read_node(builder, &event, depth, node))
            return false;
        *end = node;
        end = &node->next;
    }
    return false;
}

/* Takes the event. False when reading cannot go on; reported. */
static bool read_node(struct builder *builder, yaml_event_t *event,
                      int depth, struct yml *node)
{
    bool good = true;
    node->at = place(builder, event->start_mark);
    refuse_marks(builder, event);
    if (event->type == YAML_SCALAR_EVENT) {
        node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
        node->text = scalar_text(builder, event);
        node->kind = node->text.n == 0 && !node->quoted ? YML_NULL : YML_TEXT;
    } else if (event->type != YAML_ALIAS_EVENT && depth == YML_DEPTH_MAX) {
        refuse(builder, event->start_mark, MSG_YML_DEPTH,
               str_format(builder->arena, "%d", YML_DEPTH_MAX));
        good = false;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        node->kind = YML_LIST;
        good = read_list(builder, depth + 1, node);
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        node->kind = YML_MAP;
        good = read_map(builder, depth + 1, node);
    }
    yaml_event_delete(event);
    return good;
}

static void read_stream(struct builder *builder, struct yml *root)
{
    yaml_event_t event;
    int documents = 0;
    bool more = true;
    while (more && next(builder, &event)) {
        switch (event.type) {
        case YAML_STREAM_END_EVENT:
            more = false;
            break;
        case YAML_DOCUMENT_START_EVENT:
            more = ++documents == 1;
            if (!more)
                refuse(builder, event.start_mark, MSG_YML_DOCUMENTS,
                       (struct str){0});
            break;
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        default:
            more = read_node(builder, &event, 0, root);
            continue;
        }
        yaml_event_delete(&event);
    }
}

const struct yml *yml_parse(struct arena *arena, struct str bytes,
                            struct pos first, struct diag *diag)
{
    struct builder builder = {
        .arena = arena, .bytes = bytes, .first = first, .diag = diag,
    };
    struct yml *root = ARENA_NEW(arena, struct yml);
    if (str_starts(bytes, S("\xEF\xBB\xBF")))
        builder.bytes = str_skip(bytes, 3);
    if (bytes.n > YML_BYTES_MAX) {
        diag_add(diag, first, MSG_YML_SIZE,
                 ARGS(str_format(arena, "%d", YML_BYTES_MAX / 1024)));
        return NULL;
    }
    if (!yaml_parser_initialize(&builder.parser))
        abort();
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    const char *input = builder.bytes.n > 0 ? builder.bytes.p : "";
    yaml_parser_set_input_string(&builder.parser,
                                 (const unsigned char *)input,
                                 builder.bytes.n);
    root->at = first;
    builder.scratch = arena_new();
    read_stream(&builder, root);
    arena_free(builder.scratch);
    yaml_parser_delete(&builder.parser);
    if (root->kind == YML_NULL)
        root->kind = YML_MAP;
    return builder.bad ? NULL : root;
}

const struct yml *yml_get(const struct yml *map, const char *key)
{
    if (!map || map->kind != YML_MAP)
        return NULL;
    for (const struct yml *node = map->child; node; node = node->next)
        if (str_is(node->key, key))
            return node;
    return NULL;
}

size_t yml_count(const struct yml *node)
{
    if (!node || node->kind == YML_NULL)
        return 0;
    if (node->kind == YML_TEXT)
        return 1;
    size_t n = 0;
    for (node = node->child; node; node = node->next)
        n++;
    return n;
}

/* Three hyphens and nothing but blanks behind them. */
static bool is_fence(struct str line)
{
    return str_starts(line, S("---")) && str_trim(str_skip(line, 3)).n == 0;
}

bool yml_split(struct str file, struct str text, struct str *front,
               struct str *body, uint32_t *body_line, struct diag *diag)
{
    struct str rest = text;
    if (str_starts(rest, S("\xEF\xBB\xBF")))
        rest = str_skip(rest, 3);
    *front = (struct str){0};
    *body = rest;
    *body_line = 1;
    if (!is_fence(take_line(&rest)))
        return true;
    struct str inner = rest;
    for (uint32_t line = 2; rest.n > 0; line++) {
        size_t end = inner.n - rest.n;
        if (!is_fence(take_line(&rest)))
            continue;
        *front = str_sub(inner, 0, end);
        *body = rest;
        *body_line = line + 1;
        return true;
    }
    diag_add(diag, (struct pos){ .file = file, .line = 1, .col = 1 },
             MSG_YML_FRONT, NULL);
    return false;
}
