/*
 * value: what the texts of a row say. See value.h.
 *
 * For observe.c.
 */
#include "model/value.h"

#include "model/catalog.h"
#include "model/names.h"
#include "model/observe.h"

bool value_people(struct str text, int64_t *out)
{
    struct num num;
    bool percent;
    *out = -1;
    if (text.n == 0)
        return true;
    if (num_parse(text, &num, &percent) != NUM_OK || percent)
        return false;
    if (num.scale != 0)
        num = num_trim(num);
    if (num.scale != 0 || num.v < 0 || num.v > INT32_MAX)
        return false;
    *out = num.v;
    return true;
}

bool value_state(struct str text, uint8_t *state)
{
    int word;
    if (!schema_word(words_cell_status, text, &word))
        return false;
    *state = (uint8_t)word;
    return true;
}

bool value_pair(struct str text, int64_t *count, struct num *share,
                bool *percent)
{
    ptrdiff_t at = str_find_char(text, '/');
    struct num second;
    int64_t first;
    bool with_sign = false;
    if (at <= 0)
        return false;
    if (!value_people(str_trim(str_sub(text, 0, (size_t)at)), &first) ||
        first < 0 ||
        num_parse(str_skip(text, (size_t)at + 1), &second, &with_sign) !=
            NUM_OK ||
        second.v < 0)
        return false;
    *count = first;
    *share = second;
    *percent = with_sign;
    return true;
}

bool value_takes_percent(const struct indicator *about)
{
    return about->kind == KIND_SHARE ||
           (about->kind == KIND_SCORE &&
            (str_find_char(about->unit, '%') >= 0 ||
             str_find(about->unit, S("роцент")) >= 0));
}

static enum msg read_number(struct str text, const struct indicator *about,
                            struct said *said)
{
    bool percent = false;
    enum num_parse read = num_parse(text, &said->value, &percent);
    if (read == NUM_SPOILT)
        return schema_spoilt(text, true);
    if (read != NUM_OK) {
        if (!value_pair(text, &said->numerator, &said->value, &percent))
            return MSG_OBSERVE_VALUE;
        if (about->kind != KIND_SHARE)
            return MSG_OBSERVE_PAIR;
    }
    if (percent && !value_takes_percent(about))
        return MSG_OBSERVE_PERCENT;
    said->has = (uint8_t)(HAS_VALUE | (percent ? HAS_PERCENT : 0u));
    said->state = RAW_VALUE;
    return VALUE_GOOD;
}

/* A digit begins no word of ours, and nearly all cells begin with one. */
static bool begins_with_digit(struct str text)
{
    return text.p[0] >= '0' && text.p[0] <= '9';
}

static bool read_yes_or_no(struct str text, struct said *said)
{
    int word;
    if (!schema_word(words_yesno, text, &word))
        return false;
    said->value = num_int(word);
    said->has = HAS_VALUE;
    said->state = RAW_VALUE;
    return true;
}

enum msg value_read(struct str text, const struct indicator *about,
                    struct said *said)
{
    bool words = about->kind == KIND_TEXT || about->kind == KIND_YESNO;
    enum msg spoilt;
    if (text.n == 0)
        return VALUE_GOOD;
    /* `#Н/Д` of Excel is no word of ours (R4.5) */
    if (!begins_with_digit(text) && text.p[0] != '#') {
        if (about->kind == KIND_YESNO && read_yes_or_no(text, said))
            return VALUE_GOOD;
        if (value_state(text, &said->state))
            return VALUE_GOOD;
    }
    if (!words)
        return read_number(text, about, said);
    spoilt = schema_spoilt(text, false);
    if (spoilt != MSG_COUNT)
        return spoilt;
    if (about->kind == KIND_YESNO)
        return MSG_OBSERVE_YESNO;
    said->text = text;
    said->state = RAW_VALUE;
    return VALUE_GOOD;
}
