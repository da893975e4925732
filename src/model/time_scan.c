/*
 * time_scan: texts of dates and plans as signs. For period.c and when.c only.
 */
#include "model/time_scan.h"

#include <string.h>

#define WORD_MAX 48     /* bytes; no word of the table is longer */

/* A word that starts with `stem` and has at most `more` letters behind it. */
struct stem {
    const char *stem;
    int more;
    char sign;
    int value;
};

static const struct stem stems[] = {
    {"январ", 1, 'M', 1},     {"феврал", 1, 'M', 2},
    {"март", 1, 'M', 3},      {"апрел", 1, 'M', 4},
    {"май", 0, 'M', 5},       {"мая", 0, 'M', 5},
    {"мае", 0, 'M', 5},       {"июн", 1, 'M', 6},
    {"июл", 1, 'M', 7},       {"август", 1, 'M', 8},
    {"сентябр", 1, 'M', 9},   {"октябр", 1, 'M', 10},
    {"ноябр", 1, 'M', 11},    {"декабр", 1, 'M', 12},
    {"янв", 0, 'M', 1},       {"фев", 0, 'M', 2},
    {"февр", 0, 'M', 2},      {"мар", 0, 'M', 3},
    {"апр", 0, 'M', 4},       {"авг", 0, 'M', 8},
    {"сен", 0, 'M', 9},       {"сент", 0, 'M', 9},
    {"окт", 0, 'M', 10},      {"ноя", 0, 'M', 11},
    {"нояб", 0, 'M', 11},     {"дек", 0, 'M', 12},
    {"january", 0, 'M', 1},   {"february", 0, 'M', 2},
    {"march", 0, 'M', 3},     {"april", 0, 'M', 4},
    {"may", 0, 'M', 5},       {"june", 0, 'M', 6},
    {"july", 0, 'M', 7},      {"august", 0, 'M', 8},
    {"september", 0, 'M', 9}, {"october", 0, 'M', 10},
    {"november", 0, 'M', 11}, {"december", 0, 'M', 12},
    {"год", 2, 'y', 0},       {"г", 0, 'y', 0},
    {"гг", 0, 'y', 0},        {"year", 1, 'y', 0},
    {"учебн", 3, 's', 0},     {"уч", 0, 's', 0},
    {"school", 0, 's', 0},    {"academic", 0, 's', 0},
    {"полугоди", 2, 'H', 0},  {"half", 0, 'H', 0},
    {"квартал", 2, 'Q', 0},   {"кв", 0, 'Q', 0},
    {"quarter", 0, 'Q', 0},   {"h", 0, 'h', 0},
    {"q", 0, 'q', 0},         {"i", 0, 'O', 1},
    {"ii", 0, 'O', 2},        {"iii", 0, 'O', 3},
    {"iv", 0, 'O', 4},        {"перв", 3, 'O', 1},
    {"втор", 3, 'O', 2},      {"трет", 4, 'O', 3},
    {"четверт", 3, 'O', 4},   {"first", 0, 'O', 1},
    {"second", 0, 'O', 2},    {"third", 0, 'O', 3},
    {"fourth", 0, 'O', 4},    {"ежегодн", 3, 'E', 0},
    {"ежеквартальн", 3, 'E', 0}, {"ежемесячн", 3, 'E', 0},
    {"еженедельн", 3, 'E', 0}, {"ежедневн", 3, 'E', 0},
    {"кажд", 3, 'E', 0},      {"annually", 0, 'E', 0},
    {"yearly", 0, 'E', 0},    {"every", 0, 'E', 0},
    {"each", 0, 'E', 0},      {"далее", 0, 'T', 0},
    {"затем", 0, 'T', 0},     {"then", 0, 'T', 0},
    {"постоянн", 3, 'K', 0},  {"течени", 1, 'K', 0},
    {"весь", 0, 'K', 0},      {"непрерывно", 0, 'K', 0},
    {"continuously", 0, 'K', 0}, {"throughout", 0, 'K', 0},
    {"during", 0, 'K', 0},    {"результатам", 0, 'V', 0},
    {"итогам", 0, 'V', 0},    {"мере", 0, 'V', 0},
    {"необходимости", 0, 'V', 0}, {"запрос", 2, 'V', 0},
    {"заявк", 2, 'V', 0},     {"согласовани", 1, 'V', 0},
    {"плану", 0, 'V', 0},     {"графику", 0, 'V', 0},
    {"окончании", 0, 'V', 0}, {"завершении", 0, 'V', 0},
    {"after", 0, 'V', 0},     {"results", 0, 'V', 0},
    {"needed", 0, 'V', 0},    {"соответствии", 0, 'V', 0}, {"после", 0, 'V', 0},
    {"раз", 1, 'r', 0},
    {"месяц", 2, 'm', 0},     {"недел", 2, 'm', 0},
    {"один", 0, 'N', 1},      {"одного", 0, 'N', 1},
    {"два", 0, 'N', 2},       {"три", 0, 'N', 3},
    {"реже", 0, 'n', 0},      {"протяжени", 1, 'K', 0},
    {"times", 0, 'r', 0},     {"once", 0, 'r', 0},
    {"с", 0, 'a', 0},         {"со", 0, 'a', 0},
    {"начиная", 0, 'a', 0},   {"from", 0, 'a', 0},
    {"since", 0, 'a', 0},     {"по", 0, 'b', 0},
    {"to", 0, 'b', 0},        {"till", 0, 'b', 0},
    {"until", 0, 'b', 0},     {"до", 0, 'd', 0},
    {"к", 0, 'd', 0},         {"позднее", 0, 'd', 0},
    {"позже", 0, 'd', 0},     {"by", 0, 'd', 0},
    {"before", 0, 'd', 0},    {"в", 0, 'i', 0},
    {"во", 0, 'i', 0},        {"на", 0, 'i', 0},
    {"за", 0, 'i', 0},        {"in", 0, 'i', 0},
    {"of", 0, 'i', 0},        {"the", 0, 'i', 0},
    {"a", 0, 'i', 0},         {"и", 0, ',', 0},
    {"and", 0, ',', 0},       {"не", 0, 'n', 0},
    {"срок", 2, 'n', 0},      {"действи", 1, 'n', 0},
    {"программ", 1, 'n', 0},  {"programme", 0, 'n', 0},
    {"всего", 0, 'n', 0},     {"период", 2, 'n', 0},
    {"реализаци", 1, 'n', 0}, {"календарн", 3, 'n', 0},
    {"конц", 1, 'n', 0},      {"основе", 0, 'n', 0},
    {"end", 0, 'n', 0}
};

static uint32_t lower(uint32_t code)
{
    if ((code >= 'A' && code <= 'Z') || (code >= 0x410 && code <= 0x42F))
        return code + 0x20;
    if (code == 0x401 || code == 0x451)     /* Ё, ё: as е */
        return 0x435;
    if (code >= 0x402 && code <= 0x40F)
        code += 0x50;
    return code == 0x456 ? 'i' : code;      /* Ukrainian і typed for I */
}

static bool is_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 0x430 && code <= 0x45F);
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' ||
           code == 0xA0 || code == 0x2009 || code == 0x202F ||
           code == 0xFEFF;
}

static bool is_dash(uint32_t code)
{
    return code == '-' || code == 0x2212 ||
           (code >= 0x2010 && code <= 0x2015);
}

static bool stem_fits(const struct stem *stem, struct str word)
{
    struct str begin = str_of(stem->stem);

    return str_starts(word, begin) &&
           utf8_length(str_skip(word, begin.n)) <= (size_t)stem->more;
}

static void classify(struct str word, char *sign, int *value)
{
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (stem_fits(&stems[i], word)) {
            *sign = stems[i].sign;
            *value = stems[i].value;
            return;
        }
    *sign = 'w';
    *value = 0;
}

static bool push(struct time_scan *scan, char sign, int value)
{
    if (scan->n == TIME_TOKENS)
        return false;
    scan->signs[scan->n] = sign;
    scan->value[scan->n] = value;
    scan->signs[++scan->n] = '\0';
    return true;
}

/* The word at `*at`, lowered; too long ones are no words of ours. */
static bool scan_word(struct time_scan *scan, struct str text, size_t *at)
{
    char room[WORD_MAX + 4];
    size_t n = 0, from = *at;
    bool fits = true;
    char sign = 'w';
    int value = 0;

    for (;;) {
        uint32_t code = lower(utf8_next(text, at));
        if (!is_letter(code))
            break;
        from = *at;
        if (n > WORD_MAX - 2) {
            fits = false;
        } else if (code < 0x80) {
            room[n++] = (char)code;
        } else {
            room[n++] = (char)(0xC0 | code >> 6);
            room[n++] = (char)(0x80 | (code & 0x3F));
        }
    }
    *at = from;
    if (fits)
        classify((struct str){room, n}, &sign, &value);
    return push(scan, sign, value);
}

static bool scan_number(struct time_scan *scan, struct str text, size_t *at)
{
    int value = 0, digits = 0;

    for (; *at < text.n && text.p[*at] >= '0' && text.p[*at] <= '9';
         ++*at, ++digits)
        if (digits < 4)
            value = value * 10 + (text.p[*at] - '0');
    if (digits == 4 && value >= 1900 && value < 2200)
        return push(scan, 'Y', value);
    return push(scan, digits <= 2 ? 'N' : 'X', value);
}

/* 2-е, 1-го: a number, a hyphen without blanks, at most two letters. */
static bool scan_ending(struct time_scan *scan, struct str text, size_t *at)
{
    size_t next = *at;
    uint32_t hyphen = utf8_next(text, &next);
    size_t letters = 0, end = next;
    uint32_t code;

    if (scan->n == 0 || scan->signs[scan->n - 1] != 'N' || !is_dash(hyphen))
        return false;
    while (code = lower(utf8_next(text, &next)), is_letter(code)) {
        letters++;
        end = next;
    }
    if (letters == 0 || letters > 2)
        return false;
    scan->signs[scan->n - 1] = 'O';
    *at = end;
    return true;
}

static void skip_brackets(struct str text, size_t *at)
{
    int depth = 1;

    while (*at < text.n && depth > 0) {
        char c = text.p[(*at)++];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
}

static bool scan_mark(struct time_scan *scan, struct str text, size_t *at)
{
    uint32_t code = utf8_next(text, at);
    bool after_word;

    if (is_blank(code))
        return true;
    if (is_dash(code))
        return push(scan, '-', 0);
    if (code == '(') {
        skip_brackets(text, at);
        return true;
    }
    after_word = scan->n > 0 && !strchr("YNXO", scan->signs[scan->n - 1]);
    if (code == '.' && (after_word || *at == text.n))
        return true;
    if (code == '\\')        /* 2018\19 */
        code = '/';
    if (code < 0x80 && code != 0 && strchr("/.,;:", (int)code))
        return push(scan, (char)code, 0);
    return false;
}

bool time_scan(struct time_scan *scan, struct str text)
{
    size_t at = 0;

    scan->n = 0;
    scan->signs[0] = '\0';
    text = str_trim(text);
    while (at < text.n) {
        size_t next = at;
        uint32_t code = utf8_next(text, &next);
        bool good;

        if (scan_ending(scan, text, &at))
            continue;
        if (code >= '0' && code <= '9')
            good = scan_number(scan, text, &at);
        else if (is_letter(lower(code)))
            good = scan_word(scan, text, &at);
        else
            good = scan_mark(scan, text, &at);
        if (!good)
            return false;
    }
    return true;
}

void time_scan_cut(struct time_scan *scan, size_t at, size_t n)
{
    size_t left = scan->n - at - n;

    memmove(scan->signs + at, scan->signs + at + n, left + 1);
    memmove(scan->value + at, scan->value + at + n,
            left * sizeof *scan->value);
    scan->n -= n;
}

bool time_scan_put(struct time_scan *scan, size_t at, char sign, int value)
{
    if (scan->n == TIME_TOKENS)
        return false;
    memmove(scan->signs + at + 1, scan->signs + at, scan->n - at + 1);
    memmove(scan->value + at + 1, scan->value + at,
            (scan->n - at) * sizeof *scan->value);
    scan->signs[at] = sign;
    scan->value[at] = value;
    scan->n++;
    return true;
}

void time_scan_drop(struct time_scan *scan, const char *signs)
{
    for (size_t i = 0; i < scan->n;)
        if (strchr(signs, scan->signs[i]))
            time_scan_cut(scan, i, 1);
        else
            i++;
}
