/*
 * fold_order: the order of names (R6.7); see fold.h.
 *
 * For every folder.
 *
 * Two texts are walked side by side as elements: a letter, a run of digits,
 * a gap. The first difference of elements decides; if there is none, the
 * first е against ё; then the first lower against upper case; then bytes.
 */
#include "base/fold.h"

#include "base/fold_char.h"
#include "base/str.h"

/* Weights of elements: the end before a gap before digits before letters. */
enum { WEIGHT_END, WEIGHT_GAP, WEIGHT_DIGITS, WEIGHT_LETTER };

/* Scripts above the code point: Cyrillic, Latin, all others. */
#define CYRILLIC ((uint32_t)1 << 24)
#define LATIN ((uint32_t)2 << 24)
#define OTHER ((uint32_t)3 << 24)

struct element {
    int weight;
    uint32_t letter;        /* script and lower case, ё as е */
    uint32_t code;          /* as written */
    struct str digits;      /* without zeros in front */
};

struct walk {
    struct str s;
    size_t at;
    bool started;           /* an element was given */
    bool in_word;
    bool skip_forms;
};

/* Lower case, behind which only a gap or the end may stand. */
static const struct {
    uint32_t letters[4];
    size_t n;
} forms[] = {
    { { 0x43C, 0x431, 0x43E, 0x443 }, 4 },      /* мбоу */
    { { 0x43C, 0x430, 0x43E, 0x443 }, 4 },      /* маоу */
    { { 0x43C, 0x43A, 0x43E, 0x443 }, 4 },      /* мкоу */
    { { 0x43C, 0x43E, 0x443 }, 3 },             /* моу */
    { { 0x438, 0x43C }, 2 },                    /* им */
};

/* Offset behind the legal form at `at`, or `at`. */
static size_t behind_form(struct str s, size_t at)
{
    uint32_t word[4] = {0};
    size_t n = 0, next = at;
    while (next < s.n) {
        size_t before = next;
        uint32_t code = utf8_next(s, &next);
        enum fold_class class = fold_class(code);
        if (class == FOLD_NOTHING)
            continue;
        if (class == FOLD_BLANK) {
            next = before;
            break;
        }
        if (n == sizeof word / sizeof *word)
            return at;
        word[n++] = fold_lower(code);
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t same = 0;
        while (same < n && same < forms[i].n
               && word[same] == forms[i].letters[same])
            same++;
        if (same == n && n == forms[i].n)
            return next;
    }
    return at;
}

static struct str digit_run(struct str s, size_t *at)
{
    size_t from = *at;
    while (*at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9')
        ++*at;
    while (from + 1 < *at && s.p[from] == '0')
        from++;
    return str_sub(s, from, *at);
}

static uint32_t letter_weight(uint32_t code)
{
    uint32_t lower = fold_yo(fold_lower(code));
    if (fold_is_cyrillic(lower))
        return CYRILLIC | lower;
    return fold_is_latin(lower) ? LATIN | lower : OTHER | lower;
}

/* Passes over gaps, what counts for nothing, and legal forms; tells whether
 * a gap came before the next element. */
static bool pass_gaps(struct walk *walk)
{
    bool gap = false;
    while (walk->at < walk->s.n) {
        size_t before = walk->at;
        uint32_t code = utf8_next(walk->s, &walk->at);
        enum fold_class class = fold_class(code);
        if (class == FOLD_NOTHING)
            continue;
        if (class == FOLD_BLANK) {
            gap = true;
            walk->in_word = false;
            continue;
        }
        walk->at = before;
        if (!walk->skip_forms || walk->in_word)
            return gap;
        walk->at = behind_form(walk->s, before);
        if (walk->at == before)
            return gap;
    }
    return gap;
}

/* Behind a gap that is given, the next call finds the element itself. */
static struct element next_element(struct walk *walk)
{
    bool gap = pass_gaps(walk);
    if (walk->at >= walk->s.n)
        return (struct element){ .weight = WEIGHT_END };
    if (gap && walk->started)
        return (struct element){ .weight = WEIGHT_GAP };
    walk->started = true;
    walk->in_word = true;
    char c = walk->s.p[walk->at];
    if (c >= '0' && c <= '9')
        return (struct element){ .weight = WEIGHT_DIGITS,
                                 .digits = digit_run(walk->s, &walk->at) };
    uint32_t code = utf8_next(walk->s, &walk->at);
    return (struct element){ .weight = WEIGHT_LETTER,
                             .letter = letter_weight(code),
                             .code = code };
}

static int by_element(const struct element *a, const struct element *b)
{
    if (a->weight != b->weight)
        return a->weight < b->weight ? -1 : 1;
    if (a->weight == WEIGHT_DIGITS && a->digits.n != b->digits.n)
        return a->digits.n < b->digits.n ? -1 : 1;
    if (a->weight == WEIGHT_DIGITS)
        return str_cmp(a->digits, b->digits);
    return (a->letter > b->letter) - (a->letter < b->letter);
}

/* Of the same letter: is it ё; is it upper case. */
static int by_yo(uint32_t a, uint32_t b)
{
    return (fold_yo(a) != a) - (fold_yo(b) != b);
}

static int by_case(uint32_t a, uint32_t b)
{
    return (fold_lower(a) != a) - (fold_lower(b) != b);
}

static int order_walks(struct walk *a, struct walk *b)
{
    int yo = 0, upper = 0;
    for (;;) {
        struct element x = next_element(a), y = next_element(b);
        int order = by_element(&x, &y);
        if (order)
            return order;
        if (x.weight == WEIGHT_END)
            break;
        if (x.code == y.code)
            continue;
        if (!yo)
            yo = by_yo(x.code, y.code);
        if (!upper)
            upper = by_case(x.code, y.code);
    }
    return yo ? yo : upper;
}

static int order_texts(struct str a, struct str b, bool skip_forms)
{
    struct walk x = { .s = a, .skip_forms = skip_forms };
    struct walk y = { .s = b, .skip_forms = skip_forms };
    return order_walks(&x, &y);
}

int fold_order(struct str a, struct str b)
{
    int order = order_texts(a, b, false);
    return order ? order : str_cmp(a, b);
}

int fold_order_names(struct str a, struct str b)
{
    int order = order_texts(a, b, true);
    return order ? order : fold_order(a, b);
}
