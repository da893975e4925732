/*
 * target: what is to be reached. See target.h.
 *
 * For catalog_tables.c.
 */
#include "model/target.h"

#include "base/fold.h"
#include "model/cells.h"
#include "model/names.h"

/* Words before a number, longest first where one begins another. */
static const struct {
    const char *words;
    enum target_op op;
} openings[] = {
    {"не более, чем", TARGET_AT_MOST},
    {"не более чем", TARGET_AT_MOST}, {"не более", TARGET_AT_MOST},
    {"не больше", TARGET_AT_MOST},    {"не выше", TARGET_AT_MOST},
    {"at most", TARGET_AT_MOST},      {"<=", TARGET_AT_MOST},
    {"≤", TARGET_AT_MOST},            {"<", TARGET_AT_MOST},
    {"не менее, чем", TARGET_AT_LEAST},
    {"не менее чем", TARGET_AT_LEAST}, {"не менее", TARGET_AT_LEAST},
    {"не меньше", TARGET_AT_LEAST},   {"не ниже", TARGET_AT_LEAST},
    {"at least", TARGET_AT_LEAST},    {">=", TARGET_AT_LEAST},
    {"≥", TARGET_AT_LEAST},           {">", TARGET_AT_LEAST},
    {"до", TARGET_UP_TO},             {"up to", TARGET_UP_TO},
};

/* `a` and `b` of «от a до b», `a-b`, `a–b`. */
static bool parse_range(struct str text, struct target *out)
{
    static const struct str dashes[] = {{"–", 3}, {"—", 3}, {"-", 1}};
    struct str low = text, high;
    ptrdiff_t at = -1;
    if (str_starts(text, S("от "))) {
        low = str_skip(text, S("от ").n);
        at = str_find(low, S(" до "));
        high = at < 0 ? low : str_skip(low, (size_t)at + S(" до ").n);
    }
    for (size_t i = 0; at < 0 && i < sizeof dashes / sizeof *dashes; i++)
        if (text.n > 1 && (at = str_find(str_skip(text, 1), dashes[i])) >= 0)
            high = str_skip(text, (size_t)++at + dashes[i].n);
    if (at < 0)
        return false;
    low = str_sub(low, 0, (size_t)at);
    if (num_parse(str_trim(low), &out->value, NULL) != NUM_OK ||
        num_parse(str_trim(high), &out->high, NULL) != NUM_OK ||
        num_cmp(out->value, out->high) > 0)
        return false;
    out->op = TARGET_RANGE;
    return true;
}

static bool parse_folded(struct str text, struct target *out)
{
    int yes;
    if (schema_word(words_yesno, text, &yes)) {
        out->op = TARGET_YES;
        out->value = num_int(yes);
        return true;
    }
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        struct str words = str_of(openings[i].words);
        if (!str_starts(text, words))
            continue;
        out->op = openings[i].op;
        return num_parse(str_trim(str_skip(text, words.n)), &out->value,
                         NULL) == NUM_OK;
    }
    out->op = TARGET_BARE;
    if (num_parse(text, &out->value, NULL) == NUM_OK)
        return true;
    return parse_range(text, out);
}

/* Lower case, and every run of blanks (Word's too) as one space. */
static struct str plain_words(struct arena *arena, struct str text)
{
    struct buf out = {0};
    text = fold_case(arena, str_trim(text));
    while (text.n) {
        struct str rest = str_trim(text);
        if (rest.p != text.p)
            buf_char(&out, ' ');
        for (text = rest; text.n && str_trim(text).p == text.p;
             text = str_skip(text, 1))
            buf_char(&out, text.p[0]);
    }
    struct str words = buf_take(&out, arena);
    buf_free(&out);
    return words;
}

bool target_parse(struct str text, struct target *out)
{
    struct arena *scratch = arena_new();
    bool good = parse_folded(plain_words(scratch, text), out);
    arena_free(scratch);
    if (!good)
        out->op = TARGET_WORDS;
    return good;
}

struct reading {
    struct site *site;
    struct programme *programme;
    const struct schema_reader *reader;
};

/* A dash in a table of targets says that there is none. */
static bool is_dash(struct str text)
{
    return str_is(text, "-") || str_is(text, "–") || str_is(text, "—");
}

static void add(void *payload, const struct cells_item *item)
{
    struct reading *r = payload;
    struct arena *arena = r->site->arena;
    struct target target = {.at = item->at, .period = item->period};
    const struct indicator *indicator =
        &r->site->indicators.at[item->indicator];
    if (item->value.n == 0)
        diag_add(r->reader->diag, item->at, MSG_CATALOG_EMPTY,
                 ARGS(S("target")));
    if (item->value.n == 0 || is_dash(item->value))
        return;
    target.indicator = (struct ref){.text = indicator->id,
                                    .at = item->at,
                                    .index = item->indicator};
    target.school.index = NONE;
    target.who = item->school == SIZE_MAX    ? TARGET_WHOLE
                 : item->school == CELLS_EACH ? TARGET_EACH
                                              : TARGET_SCHOOL;
    if (target.who == TARGET_SCHOOL)
        target.school.index = item->school;
    if (!target_parse(item->value, &target))
        diag_add(r->reader->diag, item->at, MSG_CATALOG_TARGET,
                 ARGS(item->value));
    target.text = str_copy(arena, item->value);
    target.basis = str_copy(arena, item->basis);
    *ARR_PUSH(arena, &r->programme->targets) = target;
}

void target_read(struct site *site, size_t programme,
                 const struct schema_reader *reader, struct str folder)
{
    struct reading r = {site, &site->programmes.at[programme], reader};
    struct str path =
        str_format(site->arena, "%.*stargets.csv", STR_FMT(folder));
    cells_read(site, programme, reader, &schema_targets, path, add, &r);
}
