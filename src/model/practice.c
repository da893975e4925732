/*
 * practice: the rules of a practice; see practice.h.
 *
 * For link.c, the commands, release/ and render/.
 */
#include "model/practice.h"

#include "base/diag.h"
#include "model/catalog.h"
#include "model/names.h"

#define STEPS_MIN 3
#define STEPS_MAX 9
#define TITLE_MAX 70        /* characters */
#define YEARS_VALID 2       /* a review holds so long (reader 5.2) */
#define EVIDENCE_OF_LIMITS 2    /* from here on it says when it fails */

/* --- codes --- */

static const char *code_of(const struct schema *schema, struct str key,
                           int value)
{
    const struct word *word = schema_find(schema, key)->words;
    while (word->value != value)
        word++;
    return word->name;
}

const char *practice_status_code(int status)
{
    return code_of(&schema_practice, S("status"), status);
}

const char *practice_stage_code(int stage)
{
    return code_of(&schema_practice, S("level"), stage);
}

const char *practice_comparison_code(int comparison)
{
    return code_of(&schema_effect, S("comparison"), comparison);
}

/* --- dates --- */

/* The same day in another year; of 29 February the day before. */
static date years_after(date d, int years)
{
    int year, month, day;
    date_split(d, &year, &month, &day);
    date later = date_of(year + years, month, day);
    return later != DATE_NONE ? later
                              : date_of(year + years, month, day - 1);
}

bool practice_is_public(const struct practice *it)
{
    return !it->text.draft && it->status != PRACTICE_DRAFT;
}

bool practice_any_public(const struct site *site)
{
    for (size_t i = 0; i < site->practices.n; i++)
        if (practice_is_public(&site->practices.at[i]))
            return true;
    return false;
}

date practice_as_of(const struct site *site, const struct practice *it)
{
    bool known = it->programme.text.n > 0 &&
                 it->programme.index < site->programmes.n;
    return known ? catalog_as_of(site, it->programme.index)
                 : site->config.as_of;
}

date practice_review_by(const struct practice *it)
{
    if (it->review_by != DATE_NONE || it->reviewed == DATE_NONE)
        return it->review_by;
    return years_after(it->reviewed, YEARS_VALID);
}

int practice_status(const struct site *site, const struct practice *it)
{
    date as_of = practice_as_of(site, it), due = practice_review_by(it);
    if (it->status != PRACTICE_RECOMMENDED &&
        it->status != PRACTICE_OUTDATED)
        return it->status;
    if (due == DATE_NONE || due >= as_of)
        return it->status;
    return years_after(due, 1) < as_of ? PRACTICE_ARCHIVED
                                       : PRACTICE_OUTDATED;
}

enum practice_wait practice_wait(const struct site *site,
                                 const struct practice *it)
{
    if (it->text.draft)
        return PRACTICE_SETTLED;
    if (it->status == PRACTICE_REVIEW)
        return PRACTICE_WAITS;
    return it->status == PRACTICE_OUTDATED ||
                   practice_status(site, it) != it->status
               ? PRACTICE_OVERDUE
               : PRACTICE_SETTLED;
}

/* --- rules --- */

struct checking {
    const struct site *site;
    const struct practice *it;
    struct diag *diag;
    struct buf *missing;        /* keys, with commas between */
};

static struct str text_of(const struct checking *c, int64_t number)
{
    return str_format(c->site->arena, "%lld", (long long)number);
}

static struct str day_of(const struct checking *c, date d)
{
    struct buf text = {0};
    if (d != DATE_NONE)
        date_iso(&text, d);
    struct str day = buf_take(&text, c->site->arena);
    buf_free(&text);
    return day;
}

static void need(const struct checking *c, bool given, const char *what)
{
    if (given)
        return;
    if (c->missing->n > 0)
        buf_addz(c->missing, ", ");
    buf_addz(c->missing, what);
}

static void check_range(const struct checking *c, const char *what,
                        int64_t value, int64_t least, int64_t most)
{
    if (value != -1 && (value < least || value > most))
        diag_add(c->diag, c->it->text.at, MSG_PRACTICE_RANGE,
                 ARGS(str_of(what), text_of(c, value), text_of(c, least),
                      text_of(c, most)));
}

/* No effect, no evidence; and above a school's own words only with data. */
static void check_effect(const struct checking *c)
{
    const struct practice *it = c->it;
    struct period from = it->effect.from, to = it->effect.to;
    struct str level = text_of(c, it->evidence);
    const char *lacks = it->effect.indicator.text.n == 0 ? "indicator"
                        : from.kind == PERIOD_NONE       ? "from"
                        : to.kind == PERIOD_NONE         ? "to"
                                                         : NULL;
    if (it->evidence > 0 && !it->effect.given)
        diag_add(c->diag, it->text.at, MSG_LINK_EVIDENCE, ARGS(level));
    else if (it->evidence >= PRACTICE_EVIDENCE_OF_DATA && lacks)
        diag_add(c->diag, it->effect.at, MSG_PRACTICE_PROOF,
                 ARGS(level, str_of(lacks)));
    if (from.kind != PERIOD_NONE && to.kind != PERIOD_NONE &&
        period_cmp(from, to) >= 0)
        diag_add(c->diag, it->effect.at, MSG_PRACTICE_YEARS, NULL);
}

static void check_dates(const struct checking *c)
{
    const struct practice *it = c->it;
    date as_of = practice_as_of(c->site, it);
    if (it->reviewed == DATE_NONE)
        return;
    if (it->reviewed > as_of)
        diag_add(c->diag, it->text.at, MSG_PRACTICE_FUTURE,
                 ARGS(day_of(c, it->reviewed), day_of(c, as_of)));
    if (it->review_by != DATE_NONE && it->review_by <= it->reviewed)
        diag_add(c->diag, it->text.at, MSG_PRACTICE_REVIEW_BY,
                 ARGS(day_of(c, it->review_by), day_of(c, it->reviewed)));
}

/* It stands apart and carries no dials. Some documents tell of a practice
 * without naming a school. */
static void check_announced(const struct checking *c)
{
    const struct practice *it = c->it;
    const char *extra = it->cost != -1       ? "cost"
                        : it->evidence != -1 ? "evidence"
                        : it->effect.given   ? "effect"
                                             : NULL;
    need(c, it->programme.text.n > 0, "programme");
    need(c, it->source.n > 0, "source");
    if (extra)
        diag_add(c->diag, it->text.at, MSG_PRACTICE_ANNOUNCED,
                 ARGS(str_of(extra)));
}

static void check_form(const struct checking *c)
{
    const struct practice *it = c->it;
    size_t letters = utf8_length(it->text.title);
    bool timed = true;
    for (size_t i = 0; i < it->steps_n; i++)
        timed = timed && it->steps[i].duration.n > 0;
    if (it->steps_n > 0 &&
        (it->steps_n < STEPS_MIN || it->steps_n > STEPS_MAX || !timed))
        diag_add(c->diag, it->text.at, MSG_PRACTICE_STEPS,
                 ARGS(text_of(c, (int64_t)it->steps_n)));
    if (letters > TITLE_MAX)
        diag_add(c->diag, it->text.at, MSG_PRACTICE_TITLE,
                 ARGS(text_of(c, (int64_t)letters), text_of(c, TITLE_MAX)));
}

/* What a practice that experts have seen must have. Of a programme without
 * tasks or indicators none are asked for. */
static void check_full(const struct checking *c)
{
    const struct practice *it = c->it;
    const struct programme *of =
        it->programme.index < c->site->programmes.n
            ? &c->site->programmes.at[it->programme.index]
            : NULL;
    need(c, it->text.summary.n > 0, "summary");
    need(c, it->programme.text.n > 0, "programme");
    need(c, !of || of->tasks_n == 0 || it->goal.n > 0, "goal");
    need(c, !of || of->indicator_n == 0 || it->indicators.n > 0,
         "indicators");
    need(c, it->stages != 0, "level");
    need(c, it->contact.n > 0, "contact");
    need(c, it->cost != -1, "cost");
    need(c, it->evidence != -1, "evidence");
    need(c, it->evidence < EVIDENCE_OF_LIMITS || it->not_for.n ||
                it->risks.n, "not_for");
    need(c, it->reviewed != DATE_NONE, "reviewed");
    need(c, it->protocol.n > 0, "experts");
    check_form(c);
}

/* One that a school tells of; a draft may still lack everything. */
static void check_told(const struct checking *c)
{
    const struct practice *it = c->it;
    check_range(c, "cost", it->cost, 1, PRACTICE_COST_MAX);
    check_range(c, "evidence", it->evidence, 0, PRACTICE_EVIDENCE_MAX);
    check_effect(c);
    check_dates(c);
    if (it->status == PRACTICE_DRAFT)
        return;
    need(c, it->school.text.n > 0, "school");
    need(c, it->problem.n > 0, "problem");
    need(c, it->steps_n > 0, "steps");
    if (it->status != PRACTICE_REVIEW)
        check_full(c);
}

void practice_check(const struct site *site, const struct practice *it,
                    struct diag *diag)
{
    struct buf missing = {0};
    const struct checking c = {site, it, diag, &missing};
    if (it->authors.n > 0 && !it->consent)
        diag_add(diag, it->text.at, MSG_LINK_NAMES, ARGS(it->id));
    if (it->status == PRACTICE_ANNOUNCED)
        check_announced(&c);
    else
        check_told(&c);
    if (missing.n > 0)
        diag_add(diag, it->text.at, MSG_LINK_PRACTICE,
                 ARGS(buf_str(&missing)));
    buf_free(&missing);
}

void practice_notes(const struct site *site, struct diag *diag)
{
    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];
        const struct checking c = {site, it, diag, NULL};
        enum practice_wait wait = practice_wait(site, it);
        if (wait != PRACTICE_SETTLED)
            diag_add(diag, it->text.at,
                     wait == PRACTICE_WAITS ? MSG_PRACTICE_WAITS
                                            : MSG_PRACTICE_OVERDUE,
                     ARGS(it->text.title,
                          day_of(&c, practice_review_by(it))));
    }
}
