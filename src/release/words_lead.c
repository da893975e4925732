/*
 * words_lead: how many targets are reached, and how one was judged; see
 * words.h. For chart/ and render/.
 */
#include "release/words.h"

#include "model/catalog.h"
#include "release/words_text.h"

/* --- the lead sentence --- */

struct tally {
    int64_t reached, near, not_yet, all;
    int64_t small, hidden, no_data;     /* cannot be judged, and why */
    int64_t passed_over;                /* of the programme, but not due or
                                           without a target */
};

/* What has a target and is due but has no value to compare. */
static void tally_unjudged(struct tally *tally, enum state state)
{
    if (state == STATE_COUNTS)
        tally->small++;
    else if (state == STATE_HIDDEN)
        tally->hidden++;
    else
        tally->no_data++;
}

/* Does the sentence speak of this indicator? Not if it is not this school's,
 * has no target or is not due. */
static void tally_one(struct tally *tally, const struct words *words,
                      size_t indicator, size_t school)
{
    size_t at = progress_current(words->release, indicator, school);
    struct fact fact;

    tally->passed_over++;
    if (at == NONE ||
        (school != RELEASE_WHOLE &&
         !release_expects(words->release, indicator, school)))
        return;
    fact = release_fact(words->release, indicator, school, at);
    if (fact.state == STATE_LEVEL || fact.state == STATE_NOT_APPLICABLE ||
        fact.state == STATE_NOT_YET)
        return;
    switch (progress_of(words->release, indicator, school, at).status) {
    case STATUS_NO_TARGET:
    case STATUS_NOT_DUE:
        return;
    case STATUS_REACHED:
        tally->reached++;
        break;
    case STATUS_NEAR:
        tally->near++;
        break;
    case STATUS_NOT_YET:
        tally->not_yet++;
        break;
    case STATUS_NO_DATA:
        tally_unjudged(tally, fact.state);
        break;
    }
    tally->passed_over--;
    tally->all++;
}

struct lead {
    struct buf *out;
    const struct lexicon *lexicon;
    const char *between;
    size_t parts;
};

static void add_part(struct lead *lead, int64_t n, const char *key,
                     const char *key_one)
{
    struct buf number = {0};

    if (n == 0)
        return;
    if (lead->parts++)
        buf_addz(lead->out, lead->between);
    lex_fill(lead->out, lead->lexicon, n == 1 ? key_one : key,
             FILL({"n", words_number_in(&number, lead->lexicon, num_int(n),
                                        0)}));
    buf_free(&number);
}

/* «Из 9 показателей программы школа »: of those with a target, unless that
 * is all of them. */
static void add_head(struct lead *lead, const struct tally *t,
                     const char *key)
{
    struct num all = num_int(t->all);
    struct buf number = {0}, of = {0};

    words_number(&number, lead->lexicon, all, 0);
    lex_fill(&of, lead->lexicon,
             t->passed_over ? "lead.of_due" : "lead.of_all",
             FILL({"n", buf_str(&number)},
                  {"indicators",
                   lex_plural(lead->lexicon, "of.indicator", all)}));
    lex_fill(lead->out, lead->lexicon, key,
             FILL({"of", buf_str(&of)}, {"n", buf_str(&number)}));
    buf_free(&number);
    buf_free(&of);
}

/* A programme with one target: what about it. */
static void add_one(struct lead *lead, const struct tally *t, bool whole)
{
    static const char *const judged[][2] = {
        {"lead.one.school.reached", "lead.one.whole.reached"},
        {"lead.one.school.near", "lead.one.whole.near"},
        {"lead.one.school.not_yet", "lead.one.whole.not_yet"}
    };
    const char *key = t->small     ? "lead.one.small"
                      : t->hidden  ? "lead.one.hidden"
                      : t->no_data ? "lead.one.no_data"
                      : judged[t->near ? 1 : t->not_yet ? 2 : 0][whole];

    lex_fill(lead->out, lead->lexicon, "lead.one",
             FILL({"what", lex(lead->lexicon, key)}));
}

static void add_parts(struct lead *lead, const struct tally *t, bool whole)
{
    if (whole) {
        add_part(lead, t->reached, "lead.whole.reached",
                 "lead.whole.reached");
        add_part(lead, t->near, "lead.whole.near", "lead.whole.near");
        add_part(lead, t->not_yet, "lead.whole.not_yet",
                 "lead.whole.not_yet");
        return;
    }
    add_part(lead, t->reached, "lead.school.reached",
             "lead.school.reached_one");
    add_part(lead, t->near, "lead.school.near", "lead.school.near");
    add_part(lead, t->not_yet, "lead.school.not_yet",
             "lead.school.not_yet");
}

static void add_unjudged(struct lead *lead, const struct tally *t)
{
    lead->parts = 0;
    lead->between = "; ";
    add_part(lead, t->small, "lead.part_small", "lead.part_small");
    add_part(lead, t->hidden, "lead.part_hidden", "lead.part_hidden");
    add_part(lead, t->no_data, "lead.part_no_data", "lead.part_no_data");
}

void words_lead(struct buf *out, const struct words *words, size_t programme,
                size_t school)
{
    const struct programme *p =
        &release_site(words->release)->programmes.at[programme];
    bool whole = school == RELEASE_WHOLE;
    struct lead lead = {out, words->lexicon, ", ", 0};
    struct tally t = {0};
    size_t from = out->n;
    int64_t judged;

    for (size_t i = 0; i < p->indicator_n; i++)
        tally_one(&t, words, p->indicator_first + i, school);
    if (t.all == 0)
        return;
    judged = t.reached + t.near + t.not_yet;
    if (t.all == 1) {
        add_one(&lead, &t, whole);
    } else if (t.no_data == t.all) {
        add_head(&lead, &t, "lead.no_data");
    } else if (t.reached == t.all) {
        add_head(&lead, &t, whole ? "lead.whole.all" : "lead.school.all");
    } else if (t.not_yet == t.all) {
        add_head(&lead, &t, whole ? "lead.whole.none" : "lead.school.none");
    } else {
        add_head(&lead, &t, whole || !judged ? "lead.whole" : "lead.school");
        add_parts(&lead, &t, whole);
        if (judged && judged < t.all)
            buf_addz(out, "; ");
        add_unjudged(&lead, &t);
        buf_char(out, '.');
    }
    words_glue(out, from, words->lexicon);
}

/* --- the arithmetic of a status --- */

struct sum {
    struct buf *out;
    const struct lexicon *lexicon;
};

static void add_number(struct sum *sum, struct num value)
{
    words_number(sum->out, sum->lexicon, value, -1);
}

static void add_pair(struct sum *sum, struct num a, const char *mark,
                     struct num b)
{
    add_number(sum, a);
    buf_addz(sum->out, mark);
    add_number(sum, b);
}

#define AT_LEAST " ≥ "
#define AT_MOST " ≤ "

static void add_triple(struct sum *sum, struct num low, struct num value,
                       struct num high)
{
    add_pair(sum, low, AT_MOST, value);
    buf_addz(sum->out, AT_MOST);
    add_number(sum, high);
}

/* «66,7 ≥ 65», «2 ≤ 2,5 ≤ 3», «1,5 < 2». */
static void add_relation(struct sum *sum, const struct progress *p,
                         enum sense sense)
{
    struct num high = words_high(p->target);
    int low = num_cmp(p->fact, p->plan);

    if (sense == SENSE_RANGE && num_cmp(p->fact, high) > 0)
        add_pair(sum, p->fact, " > ", high);
    else if (sense == SENSE_RANGE && num_cmp(p->plan, high) == 0 && low == 0)
        add_pair(sum, p->fact, " = ", high);
    else if (sense == SENSE_RANGE && low >= 0)
        add_triple(sum, p->plan, p->fact, high);
    else if (sense == SENSE_AT_MOST)
        add_pair(sum, p->fact, low <= 0 ? AT_MOST : " > ", p->plan);
    else
        add_pair(sum, p->fact, low >= 0 ? AT_LEAST : " < ", p->plan);
}

#define DEGREE_DECIMALS 3

/* «Степень достижения 66,7 / 65 = 1,026.»; where the divisor is zero a rule
 * decides (R5.5), and only the result is told. */
static void add_degree(struct sum *sum, const struct progress *p,
                       enum sense sense)
{
    struct num over = sense == SENSE_AT_MOST ? p->plan : p->fact;
    struct num under = sense == SENSE_AT_MOST ? p->fact : p->plan;
    struct buf degree = {0};

    if (!p->has_degree || p->method != ACHIEVEMENT_RATIO)
        return;
    buf_char(sum->out, ' ');
    if ((sense == SENSE_AT_MOST || sense == SENSE_AT_LEAST) &&
        !num_is_zero(under)) {
        words_number(&degree, sum->lexicon, over, -1);
        buf_addz(&degree, " / ");
        words_number(&degree, sum->lexicon, under, -1);
        buf_addz(&degree, " = ");
    }
    words_number(&degree, sum->lexicon,
                 num_round(p->degree, DEGREE_DECIMALS), -1);
    words_tie(&degree, 0);      /* a formula is never broken */
    lex_fill(sum->out, sum->lexicon, "sum.degree",
             FILL({"degree", buf_str(&degree)}));
    buf_free(&degree);
}

void words_arithmetic(struct buf *out, const struct words *words,
                      size_t indicator, const struct progress *progress)
{
    const struct indicator *about = words_indicator(words, indicator);
    struct sum sum = {out, words->lexicon};
    struct buf before = {0};
    enum sense sense;
    size_t from;

    if (!progress->target || !progress->judged)
        return;
    sense = words_sense(progress->target, about->direction);
    if (sense == SENSE_YES)
        return;                 /* the value itself is the answer */
    buf_add(out, lex(words->lexicon, "sum.compare"));
    from = out->n;
    add_relation(&sum, progress, sense);
    words_tie(out, from);
    if (progress->status == STATUS_NEAR && progress->moved_right)
        lex_fill(out, words->lexicon, "sum.moved_right",
                 FILL({"before", words_number_in(&before, words->lexicon,
                                                 progress->before, -1)}));
    else if (progress->status == STATUS_NEAR && progress->gap_small)
        buf_add(out, lex(words->lexicon, "sum.gap_small"));
    buf_char(out, '.');
    add_degree(&sum, progress, sense);
    buf_free(&before);
}
