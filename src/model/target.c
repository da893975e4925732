/*
 * target: what is to be reached. See target.h.
 *
 * For catalog_tables.c.
 */
#include "model/target.h"

#include "base/fold.h"
#include "model/cells.h"
#include "model/names.h"
#include "model/value.h"

/* Words before a number, longest first where one begins another. */
static const struct {
    const char *words;
    enum target_op op;
} openings[] = {
    {"не более, чем", TARGET_AT_MOST},
    {"не более чем", TARGET_AT_MOST}, {"не более", TARGET_AT_MOST},
    {"не больше", TARGET_AT_MOST},    {"не выше", TARGET_AT_MOST},
    {"не свыше", TARGET_AT_MOST},     {"максимум", TARGET_AT_MOST},
    {"at most", TARGET_AT_MOST},      {"<=", TARGET_AT_MOST},
    {"≤", TARGET_AT_MOST},            {"<", TARGET_AT_MOST},
    {"не менее, чем", TARGET_AT_LEAST},
    {"не менее чем", TARGET_AT_LEAST}, {"не менее", TARGET_AT_LEAST},
    {"не меньше", TARGET_AT_LEAST},   {"не ниже", TARGET_AT_LEAST},
    {"минимум", TARGET_AT_LEAST},     {"от", TARGET_AT_LEAST},
    {"at least", TARGET_AT_LEAST},    {">=", TARGET_AT_LEAST},
    {"≥", TARGET_AT_LEAST},           {">", TARGET_AT_LEAST},
    {"до", TARGET_UP_TO},             {"up to", TARGET_UP_TO},
};

/* Words behind a number. */
static const struct {
    const char *words;
    enum target_op op;
} endings[] = {
    {" и более", TARGET_AT_LEAST},    {" и выше", TARGET_AT_LEAST},
    {" и больше", TARGET_AT_LEAST},   {" и менее", TARGET_AT_MOST},
    {" и ниже", TARGET_AT_MOST},      {" и меньше", TARGET_AT_MOST},
};

/* How many letters of a unit make a form of it known: баллов, человек. */
#define STEM 4

/* Is `word` the unit, in any case? `key` is its folded form. */
static bool is_unit(struct str word, struct str unit, struct arena *scratch)
{
    struct str key = fold_key(scratch, unit);
    size_t at = 0;
    if (key.n == 0)
        return false;
    if (str_eq(word, key))
        return true;
    for (size_t i = 0; i < STEM && at < key.n; i++)
        utf8_next(key, &at);
    return str_find_char(key, ' ') < 0 && str_find_char(word, ' ') < 0 &&
           str_starts(word, str_sub(key, 0, at));
}

/* A number, with its percent sign or with the indicator's unit behind it. */
static bool parse_number(struct str text, const struct indicator *about,
                         struct num *out)
{
    size_t digits = 0;
    bool percent;
    text = str_trim(text);
    if (num_parse(text, out, &percent) == NUM_OK)
        return !percent || !about || value_takes_percent(about);
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] >= '0' && text.p[i] <= '9')
            digits = i + 1;
    if (num_parse(str_sub(text, 0, digits), out, NULL) != NUM_OK)
        return false;
    struct arena *scratch = arena_new();
    struct str word = fold_key(scratch, str_skip(text, digits));
    bool good = str_is(word, "процент") || str_is(word, "процента") ||
                str_is(word, "процентов");
    if (about && !good) {
        good = is_unit(word, about->unit_forms[1].n ? S("") : about->unit,
                       scratch);
        for (size_t f = 0; f < 3; f++)
            good = good || is_unit(word, about->unit_forms[f], scratch);
    } else if (about) {
        good = value_takes_percent(about);
    }
    arena_free(scratch);
    return good;
}

/* `a` and `b` of «от a до b», `a-b`, `a–b`. */
static bool parse_range(struct str text, const struct indicator *about,
                        struct target *out)
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
    if (!parse_number(low, about, &out->value) ||
        !parse_number(high, about, &out->high) ||
        num_cmp(out->value, out->high) > 0)
        return false;
    out->op = TARGET_RANGE;
    return true;
}

/* «не менее 60», «60 и более». */
static bool parse_bound(struct str text, const struct indicator *about,
                        struct target *out)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        struct str words = str_of(openings[i].words);
        if (!str_starts(text, words))
            continue;
        out->op = openings[i].op;
        return parse_number(str_skip(text, words.n), about, &out->value);
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str words = str_of(endings[i].words);
        if (!str_ends(text, words))
            continue;
        out->op = endings[i].op;
        return parse_number(str_sub(text, 0, text.n - words.n), about,
                            &out->value);
    }
    return false;
}

static bool parse_folded(struct str text, const struct indicator *about,
                         struct target *out)
{
    int yes;
    if (schema_word(words_yesno, text, &yes)) {
        out->op = TARGET_YES;
        out->value = num_int(yes);
        return true;
    }
    if (parse_range(text, about, out) || parse_bound(text, about, out))
        return true;
    out->op = TARGET_BARE;
    return parse_number(text, about, &out->value);
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

bool target_parse(struct str text, const struct indicator *about,
                  struct target *out)
{
    struct arena *scratch = arena_new();
    bool good = parse_folded(plain_words(scratch, text), about, out);
    arena_free(scratch);
    if (good && about)
        good = about->kind != KIND_TEXT &&
               (out->op == TARGET_YES) == (about->kind == KIND_YESNO);
    if (!good)
        out->op = TARGET_WORDS;
    return good;
}

struct reading {
    struct site *site;
    struct programme *programme;
    const struct schema_reader *reader;
};

/* A dash, or the words of plans: there is no target (R1.6). */
static bool says_none(struct str text)
{
    static const char *const dashes[] = {"-", "–", "—", "−"};
    static const char *const words[] = {"не установлен", "не определен",
                                        "не задан", "отсутствует"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_is(text, dashes[i]))
            return true;
    struct arena *scratch = arena_new();
    struct str key = fold_key(scratch, text);
    bool none = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str word = str_of(words[i]);
        none = none || (str_starts(key, word) && utf8_length(key) <=
                                                     utf8_length(word) + 1);
    }
    arena_free(scratch);
    return none;
}

static void add(void *payload, const struct cells_item *item)
{
    struct reading *r = payload;
    struct arena *arena = r->site->arena;
    struct target target = {.at = cells_pos(item, &item->value),
                            .period = item->period};
    const struct indicator *indicator =
        &r->site->indicators.at[item->indicator];
    enum msg spoilt;
    if (item->value.n == 0)
        diag_add(r->reader->diag, target.at, MSG_CATALOG_EMPTY,
                 ARGS(schema_said(arena, schema_find(&schema_targets,
                                                     S("target")))));
    if (item->value.n == 0 || says_none(item->value))
        return;
    target.indicator = (struct ref){.text = indicator->id,
                                    .at = target.at,
                                    .index = item->indicator};
    target.school.index = NONE;
    target.who = item->school == SIZE_MAX    ? TARGET_WHOLE
                 : item->school == CELLS_EACH ? TARGET_EACH
                                              : TARGET_SCHOOL;
    if (target.who == TARGET_SCHOOL)
        target.school.index = item->school;
    spoilt = schema_spoilt(item->value, true);
    if (spoilt != MSG_COUNT)
        diag_add(r->reader->diag, target.at, spoilt, ARGS(item->value));
    else if (!target_parse(item->value, indicator, &target) &&
             indicator->kind != KIND_TEXT)
        diag_add(r->reader->diag, target.at, MSG_CATALOG_TARGET,
                 ARGS(item->value));
    if (item->unplaced || spoilt != MSG_COUNT)
        return;
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
