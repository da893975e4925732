/*
 * form: tables for schools to fill in. See reporting.h.
 *
 * For the command `new`.
 */
#include "base/mem.h"
#include "model/blank.h"
#include "model/catalog.h"
#include "model/lexicon.h"
#include "release/release.h"
#include "release/reporting.h"
#include "release/words.h"

#include <stdlib.h>

/* --- what is asked --- */

static bool is_closed(const struct school *school)
{
    return school->status.n > 0 || school->successor.text.n > 0;
}

/* Has anybody, school or whole, ever given a number? */
static bool is_reported(const struct release *release, size_t indicator)
{
    size_t n;
    release_periods(release, indicator, &n);
    for (size_t p = 0; p < n; p++)
        if (release_pos(release, indicator, RELEASE_WHOLE, p).file.n)
            return true;
    release_schools(release, indicator, &n);
    return n > 0;
}

static int by_index(const void *a, const void *b)
{
    const size_t *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

/* The list ascends, as schools do. */
static bool belongs(const struct programme *p, size_t school)
{
    return p->schools_n && bsearch(&school, p->schools, p->schools_n,
                                   sizeof school, by_index);
}

/* The first numbers of an indicator have to come from somebody. */
static bool is_new_for(const struct release *release, size_t indicator,
                       size_t school)
{
    const struct site *site = release_site(release);
    const struct indicator *i = &site->indicators.at[indicator];
    const struct programme *p = &site->programmes.at[i->programme];
    return i->privacy != PRIVACY_SENSITIVE &&
           i->publish_level == LEVEL_SCHOOL &&
           !is_reported(release, indicator) && belongs(p, school);
}

static bool overlaps(struct period a, struct period b)
{
    return a.from <= b.to && b.from <= a.to;
}

/* Does the indicator count by such periods, and its programme run then? */
static bool fits(const struct release *release, size_t indicator,
                 struct period period)
{
    const struct site *site = release_site(release);
    size_t programme = site->indicators.at[indicator].programme;
    struct period span = site->programmes.at[programme].period;
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);
    if (n && periods[0].kind != period.kind)
        return false;
    return span.kind == PERIOD_NONE || overlaps(span, period) ||
           release_period(release, indicator, period) != NONE;
}

static bool is_given(const struct release *release, size_t indicator,
                     size_t school, struct period period)
{
    size_t at = release_period(release, indicator, period);
    return at != NONE && release_pos(release, indicator, school, at).file.n;
}

static bool is_asked(const struct release *release, size_t indicator,
                     size_t school, struct period period)
{
    return fits(release, indicator, period) &&
           (release_expects(release, indicator, school) ||
            is_new_for(release, indicator, school)) &&
           !is_given(release, indicator, school, period);
}

/* --- the table --- */

static const char *const columns[] = {"school", "indicator", "unit", "period",
                                      "value", "numerator", "n", "note"};
#define COLUMNS (sizeof columns / sizeof *columns)

struct filling {
    const struct release *release;
    const struct lexicon *lexicon;
    struct arena *arena;
    struct str period;          /* as the tables write it */
    struct buf out;
};

/* The words for people where the reader understands them, else the id. */
static struct str name_school(const struct site *site, size_t school)
{
    const struct school *s = &site->schools.at[school];
    struct str label = catalog_school_label(s);
    return catalog_school(site, label) == school ? label : s->id;
}

static struct str name_indicator(const struct site *site, size_t indicator)
{
    const struct indicator *i = &site->indicators.at[indicator];
    return catalog_indicator(site, i->programme, i->title) == indicator
               ? i->title
               : i->id;
}

static void begin(struct filling *f)
{
    struct str heads[COLUMNS];
    buf_clear(&f->out);
    blank_begin(&f->out);
    for (size_t c = 0; c < COLUMNS; c++)
        heads[c] = blank_value_head(columns[c], lexicon_lang(f->lexicon));
    blank_row(&f->out, heads, COLUMNS);
}

static void ask(struct filling *f, size_t indicator, size_t school)
{
    const struct site *site = release_site(f->release);
    const struct indicator *i = &site->indicators.at[indicator];
    const struct str row[COLUMNS] = {
        name_school(site, school), name_indicator(site, indicator),
        i->unit_forms[2].n ? i->unit_forms[2] : i->unit, f->period};
    blank_row(&f->out, row, COLUMNS);
}

static void explain(struct filling *f)
{
    static const char *const notes[] = {"form.empty", "form.value",
                                        "form.share", "form.state",
                                        "form.note"};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        blank_note(&f->out, lex(f->lexicon, notes[i]));
}

/* Codes are what the reader takes back; that of a month would become a date
 * in Excel, «май 2025 года» does not. */
static struct str write_period(struct arena *arena,
                               const struct lexicon *lexicon,
                               struct period period)
{
    struct buf text = {0};
    if (period.kind == PERIOD_MONTH)
        words_period(&text, lexicon, period);
    else
        period_code(&text, period);
    struct str written = buf_take(&text, arena);
    buf_free(&text);
    return written;
}

static size_t fill(struct filling *f, size_t programme, size_t school,
                   struct period period)
{
    const struct programme *p =
        &release_site(f->release)->programmes.at[programme];
    size_t asked = 0;
    begin(f);
    for (size_t k = 0; k < p->indicator_n; k++)
        if (is_asked(f->release, p->indicator_first + k, school, period)) {
            ask(f, p->indicator_first + k, school);
            asked++;
        }
    explain(f);
    return asked;
}

size_t form_make(struct arena *arena, const struct release *release,
                 const struct lexicon *lexicon, struct period period,
                 struct form **out)
{
    const struct site *site = release_site(release);
    struct filling f = {.release = release, .lexicon = lexicon,
                        .arena = arena,
                        .period = write_period(arena, lexicon, period)};
    ARR(struct form) forms = {0};
    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t s = 0; s < site->schools.n; s++) {
            if (is_closed(&site->schools.at[s]))
                continue;
            size_t asked = fill(&f, p, s, period);
            if (asked)
                *ARR_PUSH(arena, &forms) = (struct form){
                    p, s, asked, buf_take(&f.out, arena)};
        }
    buf_free(&f.out);
    *out = forms.at;
    return forms.n;
}
