/*
 * audit: findings about released numbers. See audit.h.
 *
 * For disclose.c.
 */
#include "release/audit.h"

#include "base/mem.h"
#include "model/catalog.h"
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
    num_plain(&text, fact->value);
    buf_addz(&text, " : ");
    buf_int(&text, fact->n);
    args[0] = buf_take(&text, arena);
    num_plain(&text, num_percent(fact->numerator, fact->n, 1));
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

/* A share of n without its count is judged by the nearest count. */
static void audit_cell(const struct release *release, struct diag *diag,
                       struct arena *arena, size_t indicator, size_t school,
                       size_t period)
{
    struct fact fact = release_fact(release, indicator, school, period);
    if (fact.state != STATE_SHOWN || fact.computed || !fact.has_value ||
        fact.n <= 0)
        return;
    if (fact.numerator < 0)
        fact.numerator = fit_nearest(fact.value, fact.n);
    if (!fit_percent(fact.numerator, fact.value, fact.n))
        report_fit(release, diag, arena, indicator, school, period, &fact);
}

void audit_release(const struct release *release, struct diag *diag)
{
    const struct site *site = release_site(release);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < site->indicators.n; i++) {
        size_t schools_n, periods_n;
        const uint32_t *schools = release_schools(release, i, &schools_n);
        release_periods(release, i, &periods_n);
        if (site->indicators.at[i].kind != KIND_SHARE)
            continue;
        for (size_t p = 0; p < periods_n; p++) {
            audit_cell(release, diag, arena, i, RELEASE_WHOLE, p);
            for (size_t s = 0; s < schools_n; s++)
                audit_cell(release, diag, arena, i, schools[s], p);
        }
    }
    arena_free(arena);
}
