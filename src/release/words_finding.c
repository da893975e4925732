/*
 * words_finding: what the audit found, as readers see it; see findings.h.
 */
#include "release/findings.h"

#include "release/words_text.h"

/* The number with all its digits: rounding would hide what does not fit. A
 * fraction of one is no percentage. */
static struct str exact(struct buf *buf, const struct words *words,
                        const struct audit_finding *it, struct num value)
{
    bool fraction = it->message == MSG_AUDIT_FRACTION &&
                    num_cmp(value, it->found) == 0;
    bool share = it->indicator != NONE && it->kind != AUDIT_PARTS &&
                 !fraction &&
                 words_indicator(words, it->indicator)->kind == KIND_SHARE;
    buf_clear(buf);
    words_number(buf, words->lexicon, value, -1);
    if (share)
        buf_addz(buf, NBSP "%");
    return buf_str(buf);
}

static struct str people(struct buf *buf, const struct words *words,
                         int64_t n)
{
    return words_number_in(buf, words->lexicon, num_int(n), 0);
}

/* The n with which the share would fit. */
static void add_hint(struct buf *out, size_t from, const struct words *words,
                     const struct audit_finding *it)
{
    struct buf lo = {0}, hi = {0};
    if (it->fit_from > 0)
        words_sentence(out, from, words->lexicon,
                       it->fit_from == it->fit_to ? "audit.fits_one"
                                                  : "audit.fits_between",
                       FILL({"from", people(&lo, words, it->fit_from)},
                            {"to", people(&hi, words, it->fit_to)}));
    buf_free(&lo);
    buf_free(&hi);
}

static void put_fit(struct buf *out, const struct words *words,
                    const struct audit_finding *it)
{
    static const struct {
        enum msg message;
        const char *key;
    } keys[] = {
        {MSG_AUDIT_FIT, "audit.fit"},
        {MSG_AUDIT_NEAREST, "audit.nearest"},
        {MSG_AUDIT_FRACTION, "audit.fraction"},
        {MSG_AUDIT_LIKE_FRACTION, "audit.like_fraction"},
    };
    size_t period = release_period(words->release, it->indicator, it->period);
    struct fact fact = release_fact(words->release, it->indicator,
                                    it->school, period);
    struct buf count = {0}, n = {0}, share = {0}, found = {0};
    size_t from = out->n;
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        if (keys[k].message == it->message)
            words_sentence(out, from, words->lexicon, keys[k].key,
                FILL({"count", people(&count, words, fact.numerator)},
                     {"n", people(&n, words, fact.n)},
                     {"share", exact(&share, words, it, fact.value)},
                     {"found", exact(&found, words, it, it->found)}));
    add_hint(out, from, words, it);
    buf_free(&count);
    buf_free(&n);
    buf_free(&share);
    buf_free(&found);
}

static void put_money(struct buf *out, const struct words *words,
                      const struct audit_finding *it)
{
    struct buf found = {0}, given = {0};
    words_money(&found, words->lexicon, it->found, it->args[3]);
    words_money(&given, words->lexicon, it->given, it->args[3]);
    words_sentence(out, out->n, words->lexicon,
                   it->message == MSG_AUDIT_PLANNED ? "audit.planned"
                                                    : "audit.spent",
                   FILL({"found", buf_str(&found)},
                        {"given", buf_str(&given)}));
    buf_free(&found);
    buf_free(&given);
}

static const char *key_of(const struct audit_finding *it)
{
    switch (it->kind) {
    case AUDIT_PARTS:
        return "audit.parts";
    case AUDIT_WHOLE:
        return "audit.whole";
    case AUDIT_RANGE:
        return it->message == MSG_AUDIT_HIGH ? "audit.high" : "audit.low";
    case AUDIT_JUMP:
        return "audit.jump";
    case AUDIT_FIT:
    case AUDIT_PROSE:
        break;
    }
    return "audit.prose";
}

void words_finding(struct buf *out, const struct words *words,
                   const struct audit_finding *finding)
{
    struct buf found = {0}, given = {0}, most = {0};
    size_t from = out->n;
    if (finding->kind == AUDIT_FIT)
        put_fit(out, words, finding);
    else if (finding->kind == AUDIT_PARTS && finding->indicator == NONE)
        put_money(out, words, finding);
    else
        words_sentence(out, from, words->lexicon, key_of(finding),
            FILL({"found", exact(&found, words, finding, finding->found)},
                 {"given", exact(&given, words, finding, finding->given)},
                 {"most", words_number_in(&most, words->lexicon,
                                          finding->most, -1)},
                 {"text", finding->args[0]}));
    buf_free(&found);
    buf_free(&given);
    buf_free(&most);
}
