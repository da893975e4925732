/*
 * diag_print: writes the problems of a run: as lines for people, as JSON, as
 * workflow commands of GitHub; see diag_write in diag.h.
 *
 * For every folder.
 */
#include "base/diag.h"

#include "base/diag_list.h"

#include <string.h>

/* Of one kind in one file; more would bury the other kinds. */
#define SAME_KIND_MAX 20
/* Characters of one argument: so that none fills a screen. */
#define ARG_CHARS_MAX 300

static const char *const level_words[][2] = {
    [LEVEL_NOTE] = { "замечание", "note" },
    [LEVEL_WARNING] = { "предупреждение", "warning" },
    [LEVEL_ERROR] = { "ошибка", "error" },
    [LEVEL_FATAL] = { "ошибка", "error" },
    [LEVEL_USAGE] = { "ошибка", "error" },
};

/* Names for programs: no translation. */
static const char *const level_names[] = {
    [LEVEL_NOTE] = "note", [LEVEL_WARNING] = "warning",
    [LEVEL_ERROR] = "error", [LEVEL_FATAL] = "fatal",
    [LEVEL_USAGE] = "usage",
};

static const char *const withheld_words[] = {
    "(значение не показано)", "(value withheld)",
};

const char *diag_level_word(enum level level, enum lang lang)
{
    return level_words[level][lang];
}

struct printer {
    const struct diag_print *how;
    struct buf out, text, line;
};

static void add_visible(struct buf *out, struct str s, size_t max)
{
    size_t at = 0;
    for (size_t n = 0; at < s.n; n++) {
        if (n == max) {
            buf_addz(out, "…");
            return;
        }
        utf8_add(out, diag_visible(utf8_next(s, &at)));
    }
}

static void add_arg(struct buf *out, const struct problem *problem, size_t i,
                    enum lang lang)
{
    if (i == 0 && problem->withheld)
        buf_addz(out, withheld_words[lang]);
    else
        add_visible(out, problem->args[i], ARG_CHARS_MAX);
}

/* A piece of a message with its arguments; an argument is never expanded
 * again. */
static void add_piece(struct buf *out, const struct problem *problem,
                      enum lang lang, struct str rest)
{
    ptrdiff_t at;
    while ((at = str_find_char(rest, '%')) >= 0) {
        size_t i = (size_t)at;
        char c = i + 1 < rest.n ? rest.p[i + 1] : '\0';
        bool place = c >= '1' && c < '1' + DIAG_ARGS;
        buf_add(out, str_sub(rest, 0, place ? i : i + 1));
        if (place)
            add_arg(out, problem, (size_t)(c - '1'), lang);
        rest = str_skip(rest, place ? i + 2 : i + 1);
    }
    buf_add(out, rest);
}

/* Has every argument that the piece names a text? */
static bool is_complete(const struct problem *problem, struct str piece)
{
    for (size_t i = 0; i + 1 < piece.n; i++)
        if (piece.p[i] == '%' && piece.p[i + 1] >= '1' &&
            piece.p[i + 1] < '1' + DIAG_ARGS &&
            problem->args[piece.p[i + 1] - '1'].n == 0)
            return false;
    return true;
}

/* The message: what stands in [[ ]] only when its arguments are not empty. */
static void add_text(struct buf *out, const struct problem *problem,
                     enum lang lang)
{
    struct str rest = str_of(diag_text(problem->id, lang));
    ptrdiff_t open, close;
    while ((open = str_find(rest, S("[["))) >= 0 &&
           (close = str_find(rest, S("]]"))) > open) {
        struct str piece = str_sub(rest, (size_t)open + 2, (size_t)close);
        add_piece(out, problem, lang, str_sub(rest, 0, (size_t)open));
        if (is_complete(problem, piece))
            add_piece(out, problem, lang, piece);
        rest = str_skip(rest, (size_t)close + 2);
    }
    add_piece(out, problem, lang, rest);
}

/* 1 = A, 26 = Z, 27 = AA. */
static void add_sheet_address(struct buf *out, const struct pos *at)
{
    char letters[8];
    size_t from = sizeof letters;
    for (uint32_t n = at->cell; n; n = (n - 1) / 26)
        letters[--from] = (char)('A' + (n - 1) % 26);
    buf_add(out, (struct str){ letters + from, sizeof letters - from });
    buf_int(out, at->row);
}

static bool has_address(const struct pos *at)
{
    return at->row && at->cell;
}

/* `vitrina: file:4:35 (D4): warning: ` as far as it is known. */
static void add_head(struct printer *to, const struct problem *problem)
{
    const struct pos *at = &problem->at;
    buf_addz(&to->out, "vitrina: ");
    if (at->file.n) {
        add_visible(&to->out, at->file, SIZE_MAX);
        if (at->line) {
            buf_char(&to->out, ':');
            buf_int(&to->out, at->line);
        }
        if (at->line && at->col) {
            buf_char(&to->out, ':');
            buf_int(&to->out, at->col);
        }
        if (has_address(at)) {
            buf_addz(&to->out, " (");
            add_sheet_address(&to->out, at);
            buf_char(&to->out, ')');
        }
        buf_addz(&to->out, ": ");
    }
    buf_addz(&to->out,
             diag_level_word(diag_level(problem->id), to->how->lang));
    buf_addz(&to->out, ": ");
}

/* Does the message quote the text of its cell? By the rule in messages.h it
 * does as «%1». */
static bool quotes_cell(const struct problem *problem)
{
    return problem->args[0].n
           && strstr(diag_text(problem->id, LANG_RU), "«%1»");
}

/* Of a table only the cell in question, and of that only what the message
 * says; of other files the line. */
static void add_source(struct printer *to, const struct problem *problem)
{
    const struct diag_print *how = to->how;
    const struct pos *at = &problem->at;
    if (!how->caret || problem->withheld || !at->file.n || !at->line)
        return;
    buf_clear(&to->line);
    if (has_address(at)) {
        if (!quotes_cell(problem))
            return;
        add_sheet_address(&to->line, at);
        buf_addz(&to->line, ": ");
        diag_quote(&to->out, buf_str(&to->line), problem->args[0], 1,
                   how->columns);
    } else if (at->col && how->line
               && how->line(how->payload, *at, &to->line)) {
        diag_quote(&to->out, S(""), buf_str(&to->line), at->col,
                   how->columns);
    }
}

static void add_finding(struct buf *out, const struct problem *problem)
{
    if (problem->finding.n == 0)
        return;
    buf_addz(out, " [");
    add_visible(out, problem->finding, SIZE_MAX);
    buf_char(out, ']');
}

static void print_text(struct printer *to, const struct problem *problem)
{
    add_head(to, problem);
    add_text(&to->out, problem, to->how->lang);
    add_finding(&to->out, problem);
    buf_char(&to->out, '\n');
    add_source(to, problem);
}

static void print_more(struct printer *to, const struct problem *last,
                       size_t more)
{
    struct problem head = *last;
    head.at.line = head.at.row = 0;
    add_head(to, &head);
    if (to->how->lang == LANG_RU)
        buf_addf(&to->out, "и ещё %zu таких в этом файле\n", more);
    else
        buf_addf(&to->out, "and %zu more like this in this file\n", more);
}

/* The name of a member, after a comma unless it is the first. */
static void json_name(struct buf *out, const char *name)
{
    if (out->p[out->n - 1] != '{')
        buf_char(out, ',');
    buf_addf(out, "\"%s\":", name);
}

static void json_text(struct buf *out, const char *name, struct str value)
{
    json_name(out, name);
    buf_json(out, value);
}

static void json_number(struct buf *out, const char *name, uint32_t value)
{
    if (!value)
        return;
    json_name(out, name);
    buf_int(out, value);
}

static void json_place(struct printer *to, const struct pos *at)
{
    struct buf *out = &to->out;
    buf_clear(&to->text);
    add_visible(&to->text, at->file, SIZE_MAX);
    json_text(out, "file", buf_str(&to->text));
    json_number(out, "line", at->line);
    if (at->line)
        json_number(out, "col", at->col);
    if (!has_address(at))
        return;
    buf_clear(&to->text);
    add_sheet_address(&to->text, at);
    json_text(out, "cell", buf_str(&to->text));
}

static void print_json(struct printer *to, const struct problem *problem)
{
    struct buf *out = &to->out;
    buf_char(out, '{');
    if (problem->at.file.n)
        json_place(to, &problem->at);
    json_text(out, "level", str_of(level_names[diag_level(problem->id)]));
    json_text(out, "id", str_of(diag_name(problem->id)));
    buf_clear(&to->text);
    add_text(&to->text, problem, to->how->lang);
    json_text(out, "message", buf_str(&to->text));
    if (problem->finding.n) {
        buf_clear(&to->text);
        add_visible(&to->text, problem->finding, SIZE_MAX);
        json_text(out, "finding", buf_str(&to->text));
    }
    if (problem->explained)
        buf_addz(out, ",\"explained\":true");
    buf_char(out, '}');
}

/* A property ends at a comma or colon, a command at the line's end. */
static void add_command(struct buf *out, struct str s, const char *special)
{
    for (size_t i = 0; i < s.n; i++) {
        if (strchr(special, s.p[i]) && s.p[i])
            buf_addf(out, "%%%02X", (unsigned)(unsigned char)s.p[i]);
        else
            buf_char(out, s.p[i]);
    }
}

static void print_github(struct printer *to, const struct problem *problem)
{
    static const char *const commands[] = {
        [LEVEL_NOTE] = "::notice ", [LEVEL_WARNING] = "::warning ",
        [LEVEL_ERROR] = "::error ", [LEVEL_FATAL] = "::error ",
        [LEVEL_USAGE] = "::error ",
    };
    const struct pos *at = &problem->at;
    buf_addz(&to->out, commands[diag_level(problem->id)]);
    if (at->file.n) {
        buf_addz(&to->out, "file=");
        if (to->how->dir.n)
            add_command(&to->out, to->how->dir, "%\r\n:,");
        if (to->how->dir.n && !str_ends(to->how->dir, S("/")))
            buf_char(&to->out, '/');
        add_command(&to->out, at->file, "%\r\n:,");
        if (at->line)
            buf_addf(&to->out, ",line=%lu", (unsigned long)at->line);
        if (at->line && at->col)
            buf_addf(&to->out, ",col=%lu", (unsigned long)at->col);
    }
    buf_clear(&to->text);
    add_text(&to->text, problem, to->how->lang);
    add_finding(&to->text, problem);
    buf_addz(&to->out, "::");
    add_command(&to->out, buf_str(&to->text), "%\r\n");
    buf_char(&to->out, '\n');
}

static bool wanted(const struct printer *to, const struct problem *problem)
{
    return to->how->verbose
           || (!problem->explained && diag_level(problem->id) != LEVEL_NOTE);
}

static void flush(struct printer *to, FILE *out, size_t above)
{
    if (to->out.n <= above)
        return;
    fwrite(to->out.p, 1, to->out.n, out);
    buf_clear(&to->out);
}

/* The problems from `from` up to `end`, all of one file, as text. */
static void write_file(struct printer *to, const struct diag *diag,
                       size_t from, size_t end, FILE *out)
{
    size_t all[MSG_COUNT] = {0}, done[MSG_COUNT] = {0};
    bool limited = diag->list.at[from].at.file.n > 0;
    for (size_t i = from; i < end; i++)
        all[diag->list.at[i].id] += wanted(to, &diag->list.at[i]);
    for (size_t i = from; i < end; i++) {
        const struct problem *problem = &diag->list.at[i];
        enum msg id = problem->id;
        if (!wanted(to, problem) || (limited && done[id] == SAME_KIND_MAX))
            continue;
        print_text(to, problem);
        if (limited && ++done[id] == SAME_KIND_MAX && all[id] > done[id])
            print_more(to, problem, all[id] - done[id]);
        flush(to, out, 1 << 16);
    }
}

static void write_text(struct printer *to, const struct diag *diag, FILE *out)
{
    size_t from = 0;
    for (size_t i = 1; i <= diag->list.n; i++) {
        if (i < diag->list.n
            && str_eq(diag->list.at[i].at.file, diag->list.at[from].at.file))
            continue;
        write_file(to, diag, from, i, out);
        from = i;
    }
}

static void write_machine(struct printer *to, const struct diag *diag,
                          FILE *out)
{
    bool json = to->how->format == DIAG_JSON;
    const char *before = "[\n";
    for (size_t i = 0; i < diag->list.n; i++) {
        if (!wanted(to, &diag->list.at[i]))
            continue;
        if (json) {
            buf_addz(&to->out, before);
            before = ",\n";
            print_json(to, &diag->list.at[i]);
        } else {
            print_github(to, &diag->list.at[i]);
        }
        flush(to, out, 1 << 16);
    }
    if (json)
        buf_addz(&to->out, *before == '[' ? "[]\n" : "\n]\n");
}

void diag_write(struct diag *diag, const struct diag_print *how, FILE *out)
{
    struct printer to = { .how = how };
    diag_sort(diag);
    if (how->format == DIAG_TEXT)
        write_text(&to, diag, out);
    else
        write_machine(&to, diag, out);
    flush(&to, out, 0);
    buf_free(&to.out);
    buf_free(&to.text);
    buf_free(&to.line);
}
