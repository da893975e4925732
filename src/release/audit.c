/*
 * audit: findings about released numbers. See audit.h.
 *
 * For disclose.c.
 */
#include "release/audit.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/disclose.h"
#include "release/fit.h"
#include "release/release.h"

/* `fit:PROG/IND/SCHOOL@PERIOD`: stable as long as the ids are. */
static struct str finding_id(struct arena *arena, const struct site *site,
                             const char *kind, size_t indicator,
                             size_t school, struct period period)
{
    const struct indicator *i = &site->indicators.at[indicator];
    struct buf id = {0};
    buf_addf(&id, "%s:%.*s/%.*s", kind,
             STR_FMT(site->programmes.at[i->programme].id), STR_FMT(i->id));
    if (school != RELEASE_WHOLE)
        buf_addf(&id, "/%.*s", STR_FMT(site->schools.at[school].id));
    buf_char(&id, '@');
    period_code(&id, period);
    struct str text = buf_take(&id, arena);
    buf_free(&id);
    return text;
}

/* A number as the site's language writes it. */
static void put_number(struct buf *out, const struct site *site,
                       struct num value)
{
    static const struct num_style russian = {",", "", "-", 0};
    if (site->config.language == LANG_RU)
        num_format(out, value, value.scale, &russian);
    else
        num_plain(out, value);
}

/* «441/68,5 из 669» and «65,9 %»; the N that would fit, or a dash. */
static void report_fit(const struct release *release, struct diag *diag,
                       struct arena *arena, size_t indicator, size_t school,
                       size_t period, const struct fact *fact)
{
    const struct site *site = release_site(release);
    struct str finding, args[3];
    struct buf text = {0};
    int64_t lo, hi;
    size_t n;
    finding = finding_id(arena, site, "fit", indicator, school,
                         release_periods(release, indicator, &n)[period]);
    buf_int(&text, fact->numerator);
    buf_char(&text, '/');
    put_number(&text, site, fact->value);
    buf_addz(&text, " : ");
    buf_int(&text, fact->n);
    args[0] = buf_take(&text, arena);
    put_number(&text, site, num_percent(fact->numerator, fact->n, 1));
    args[1] = buf_take(&text, arena);
    if (!fit_range(fact->numerator, fact->value, &lo, &hi))
        buf_addz(&text, "-");
    else if (lo == hi)
        buf_addf(&text, "N = %lld", (long long)lo);
    else
        buf_addf(&text, "N = %lld-%lld", (long long)lo, (long long)hi);
    args[2] = buf_take(&text, arena);
    diag_add_cell(diag, release_pos(release, indicator, school, period),
                  MSG_AUDIT_FIT, ARGS(args[0], args[1], args[2]),
                  release_key(release, indicator, school, period), finding);
    buf_free(&text);
}

/* «40/0,2 : 200» and «20 %». */
static void report_fraction(const struct release *release, struct diag *diag,
                            struct arena *arena, size_t indicator,
                            size_t school, size_t period,
                            const struct fact *fact)
{
    const struct site *site = release_site(release);
    struct num hundredth = {1, 2};
    struct str finding, written;
    struct buf text = {0};
    size_t n;
    finding = finding_id(arena, site, "fit", indicator, school,
                         release_periods(release, indicator, &n)[period]);
    buf_int(&text, fact->numerator);
    buf_char(&text, '/');
    put_number(&text, site, num_trim(num_mul(fact->value, hundredth)));
    buf_addz(&text, " : ");
    buf_int(&text, fact->n);
    written = buf_take(&text, arena);
    put_number(&text, site, num_trim(fact->value));
    diag_add_cell(diag, release_pos(release, indicator, school, period),
                  MSG_AUDIT_FRACTION, ARGS(written, buf_str(&text)),
                  release_key(release, indicator, school, period), finding);
    buf_free(&text);
}

/* A share of n without its count is judged by the nearest count. */
static void audit_share(const struct release *release, struct diag *diag,
                        struct arena *arena, size_t indicator, size_t school,
                        size_t period)
{
    struct fact fact = release_fact(release, indicator, school, period);
    if (fact.state != STATE_SHOWN || fact.computed || !fact.has_value ||
        fact.n <= 0)
        return;
    if (fact.numerator < 0)
        fact.numerator = fit_nearest(fact.value, fact.n);
    if (disclose_was_fraction(release, indicator, school, period))
        report_fraction(release, diag, arena, indicator, school, period,
                        &fact);
    else if (!fit_percent(fact.numerator, fact.value, fact.n))
        report_fit(release, diag, arena, indicator, school, period, &fact);
}

/* The sum of the parts in one place; false unless all are shown. */
static bool sum_parts(const struct release *release, size_t indicator,
                      size_t school, struct period period, struct num *sum)
{
    *sum = (struct num){0};
    for (size_t part = release->first_part[indicator]; part != NONE;
         part = release->next_part[part]) {
        size_t at = release_period(release, part, period);
        if (at == NONE)
            return false;
        struct fact fact = release_fact(release, part, school, at);
        if (fact.state != STATE_SHOWN || !fact.has_value)
            return false;
        *sum = num_add(*sum, fact.value);
    }
    return true;
}

/* R1.4: «в т. ч.» adds up. */
static void audit_parts(const struct release *release, struct diag *diag,
                        struct arena *arena, size_t indicator, size_t school,
                        size_t period)
{
    const struct site *site = release_site(release);
    struct fact fact = release_fact(release, indicator, school, period);
    struct buf text = {0};
    struct num sum;
    size_t n;
    struct period when = release_periods(release, indicator, &n)[period];
    if (fact.state != STATE_SHOWN || !fact.has_value ||
        !sum_parts(release, indicator, school, when, &sum) ||
        num_cmp(sum, fact.value) == 0)
        return;
    put_number(&text, site, sum);
    struct str parts = buf_take(&text, arena);
    put_number(&text, site, fact.value);
    diag_add_cell(diag, release_pos(release, indicator, school, period),
                  MSG_AUDIT_PARTS, ARGS(parts, buf_str(&text)),
                  release_key(release, indicator, school, period),
                  finding_id(arena, site, "parts", indicator, school, when));
    buf_free(&text);
}

typedef void audit_place(const struct release *release, struct diag *diag,
                         struct arena *arena, size_t indicator,
                         size_t school, size_t period);

static void each_place(const struct release *release, struct diag *diag,
                       struct arena *arena, size_t indicator,
                       audit_place *audit)
{
    size_t schools_n, periods_n;
    const uint32_t *schools =
        release_schools(release, indicator, &schools_n);
    release_periods(release, indicator, &periods_n);
    for (size_t p = 0; p < periods_n; p++) {
        audit(release, diag, arena, indicator, RELEASE_WHOLE, p);
        for (size_t s = 0; s < schools_n; s++)
            audit(release, diag, arena, indicator, schools[s], p);
    }
}

void audit_release(const struct release *release, struct diag *diag)
{
    const struct site *site = release_site(release);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < site->indicators.n; i++) {
        int kind = site->indicators.at[i].kind;
        if (kind == KIND_SHARE)
            each_place(release, diag, arena, i, audit_share);
        if (release->first_part[i] != NONE &&
            (kind == KIND_COUNT || kind == KIND_MONEY))
            each_place(release, diag, arena, i, audit_parts);
    }
    arena_free(arena);
}
