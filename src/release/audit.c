/*
 * audit: goes through the released cells, calls the checks, keeps what they
 * find. See audit.h.
 *
 * For disclose.c.
 */
#include "release/audit.h"

#include "base/fold.h"
#include "model/places.h"
#include "model/attachment.h"
#include "release/audit_check.h"
#include "release/disclose.h"

#include <stdlib.h>
#include <string.h>

/* --- reporting --- */

static struct str kind_word(enum audit_kind kind)
{
    static const char *const words[] = {
        [AUDIT_FIT] = "fit", [AUDIT_PARTS] = "parts",
        [AUDIT_WHOLE] = "whole", [AUDIT_RANGE] = "range",
        [AUDIT_JUMP] = "jump", [AUDIT_PROSE] = "prose"};
    return str_of(words[kind]);
}

struct str audit_number(const struct audit *audit, struct num value)
{
    static const struct num_style russian = {",", "", "-", 0};
    struct buf text = {0};
    if (audit->site->config.language == LANG_RU)
        num_format(&text, value, value.scale, &russian);
    else
        num_plain(&text, value);
    struct str copy = buf_take(&text, audit->arena);
    buf_free(&text);
    return copy;
}

struct str audit_count(const struct audit *audit, int64_t n)
{
    return str_format(audit->arena, "%lld", (long long)n);
}

/* Does an explanation speak of the audit? Those of files have other words. */
static bool is_ours(struct str finding)
{
    struct str word = str_cut(&finding, ':');
    for (int kind = AUDIT_FIT; kind <= AUDIT_PROSE; kind++)
        if (str_eq(word, kind_word((enum audit_kind)kind)))
            return true;
    return false;
}

/* `PROG/IND/SCHOOL@PERIOD`: stable as long as the ids are. */
static struct str cell_id(const struct audit *audit,
                          const struct audit_cell *cell,
                          struct period period)
{
    const struct site *site = audit->site;
    const struct indicator *i = &site->indicators.at[cell->indicator];
    struct buf id = {0};
    buf_addf(&id, "%.*s/%.*s",
             STR_FMT(site->programmes.at[i->programme].id), STR_FMT(i->id));
    if (cell->school != RELEASE_WHOLE)
        buf_addf(&id, "/%.*s", STR_FMT(site->schools.at[cell->school].id));
    buf_char(&id, '@');
    period_code(&id, period);
    struct str text = buf_take(&id, audit->arena);
    buf_free(&id);
    return text;
}

static const struct explanation *explanation_of(const struct site *site,
                                                struct str id)
{
    for (size_t i = 0; i < site->explanations.n; i++)
        if (str_eq(site->explanations.at[i].finding, id))
            return &site->explanations.at[i];
    return NULL;
}

static struct audit_problem *push(struct audit *audit, enum msg message,
                                  const struct str *args,
                                  struct audit_finding finding)
{
    struct audit_problem *problem = ARR_PUSH(audit->arena, &audit->found);
    *problem = (struct audit_problem){.finding = finding};
    problem->finding.message = message;
    memcpy(problem->finding.args, args, sizeof finding.args);
    problem->finding.id = str_format(audit->arena, "%.*s:%.*s",
                                     STR_FMT(kind_word(finding.kind)),
                                     STR_FMT(finding.id));
    problem->finding.explained =
        explanation_of(audit->site, problem->finding.id);
    return problem;
}

static struct audit_problem *push_cell(struct audit *audit,
                                       const struct audit_cell *cell,
                                       enum msg message,
                                       const struct str *args,
                                       struct audit_finding finding)
{
    const struct release *r = audit->release;
    const struct indicator *i =
        &audit->site->indicators.at[cell->indicator];
    size_t n;
    finding.period = release_periods(r, cell->indicator, &n)[cell->period];
    finding.id = cell_id(audit, cell, finding.period);
    finding.at = release_pos(r, cell->indicator, cell->school, cell->period);
    if (finding.at.file.n == 0)
        finding.at = i->at;     /* a whole that no table has */
    finding.indicator = cell->indicator;
    finding.programme = i->programme;
    finding.school = cell->school;
    struct audit_problem *problem = push(audit, message, args, finding);
    problem->cell =
        release_key(r, cell->indicator, cell->school, cell->period);
    return problem;
}

void audit_add(struct audit *audit, const struct audit_cell *cell,
               enum msg message, const struct str *args,
               struct audit_finding finding)
{
    push_cell(audit, cell, message, args, finding);
}

void audit_add_error(struct audit *audit, const struct audit_cell *cell,
                     enum msg message, const struct str *args)
{
    push_cell(audit, cell, message, args,
              (struct audit_finding){.kind = AUDIT_RANGE})->error = true;
}

void audit_add_at(struct audit *audit, struct pos at, struct str id,
                  enum msg message, const struct str *args,
                  struct audit_finding finding)
{
    finding.id = id;
    finding.at = at;
    finding.indicator = NONE;
    finding.school = RELEASE_WHOLE;
    push(audit, message, args, finding);
}

/* --- texts (R1.14) --- */

/* «36,7 %» of the section results: prose:PROG/results/36.7 */
static struct str prose_id(const struct audit *audit,
                           const struct bare_percent *percent)
{
    const struct programme *p =
        &audit->site->programmes.at[percent->programme];
    struct buf id = {0};
    buf_addf(&id, "%.*s/%.*s/", STR_FMT(p->id),
             STR_FMT(percent->section == NONE
                         ? S("index")
                         : p->sections.at[percent->section].id));
    for (size_t i = 0; i < percent->text.n; i++) {
        char c = percent->text.p[i];
        if (c != ',' && c != '.' && (c < '0' || c > '9'))
            break;
        buf_char(&id, c == ',' ? '.' : c);
    }
    struct str text = buf_take(&id, audit->arena);
    buf_free(&id);
    return text;
}

static void audit_prose(struct audit *audit)
{
    const struct site *site = audit->site;
    for (size_t i = 0; i < site->percents.n; i++) {
        const struct bare_percent *percent = &site->percents.at[i];
        audit_add_at(audit, percent->at, prose_id(audit, percent),
                     MSG_AUDIT_PROSE, ARGS(percent->text),
                     (struct audit_finding){
                         .kind = AUDIT_PROSE,
                         .programme = percent->programme});
    }
}

/* --- all cells --- */

static void check_cell(struct audit *audit, struct audit_series *series,
                       const struct audit_cell *cell)
{
    const struct indicator *i =
        &audit->site->indicators.at[cell->indicator];
    if (fact_is_shown(cell->fact)) {
        if (i->kind == KIND_SHARE)
            audit_fit(audit, cell);
        if (audit->release->first_part[cell->indicator] != NONE)
            audit_parts(audit, cell);
        if (cell->school == RELEASE_WHOLE)
            audit_whole(audit, cell);
        audit_range(audit, cell);
    }
    audit_jump(audit, series, cell);
}

static void check_series(struct audit *audit, size_t indicator, size_t school)
{
    struct audit_series series = {0};
    size_t n;
    release_periods(audit->release, indicator, &n);
    for (size_t p = 0; p < n; p++) {
        struct audit_cell cell = {indicator, school, p,
            release_fact(audit->release, indicator, school, p)};
        check_cell(audit, &series, &cell);
    }
}

static void check_indicator(struct audit *audit, size_t indicator)
{
    int kind = audit->site->indicators.at[indicator].kind;
    size_t n;
    const uint32_t *schools = release_schools(audit->release, indicator, &n);
    if (kind == KIND_YESNO || kind == KIND_TEXT)
        return;
    check_series(audit, indicator, RELEASE_WHOLE);
    for (size_t s = 0; s < n; s++)
        check_series(audit, indicator, schools[s]);
}

/* --- the report --- */

/* The columns of the cells, which only messages need. */
static void find_places(struct audit *audit)
{
    size_t n = 0;
    struct place_wanted *wanted =
        mem_alloc((audit->found.n + 1) * sizeof *wanted);
    for (size_t i = 0; i < audit->found.n; i++) {
        struct audit_finding *it = &audit->found.at[i].finding;
        if (it->indicator != NONE && it->at.col == 0)
            wanted[n++] = (struct place_wanted){
                &it->at, it->indicator, it->school, it->period};
    }
    places_find(audit->site, wanted, n);
    free(wanted);
}

/* Into the messages, and into the release what is no error. */
static void report(struct audit *audit)
{
    struct release *r = audit->release;
    struct audit_finding *list =
        ARENA_ARRAY(audit->arena, struct audit_finding, audit->found.n + 1);
    for (size_t i = 0; i < audit->found.n; i++) {
        const struct audit_problem *it = &audit->found.at[i];
        diag_add_cell(audit->diag, it->finding.at, it->finding.message,
                      it->finding.args, it->cell,
                      it->error ? S("") : it->finding.id);
        if (!it->error)
            list[r->findings_n++] = it->finding;
    }
    r->findings = list;
}

static struct str finding_name(const void *payload, size_t i)
{
    const struct release *r = payload;
    return r->findings[i].id;
}

/* Explanations of what is not found any more. */
static void report_stale(struct audit *audit)
{
    const struct site *site = audit->site;
    const struct release *r = audit->release;
    bool *used = mem_alloc(site->explanations.n + 1);
    for (size_t i = 0; i < r->findings_n; i++)
        if (r->findings[i].explained)
            used[r->findings[i].explained - site->explanations.at] = true;
    for (size_t i = 0; i < site->explanations.n; i++) {
        const struct explanation *it = &site->explanations.at[i];
        if (used[i] || !is_ours(it->finding))
            continue;
        size_t near = fold_nearest(it->finding, r->findings_n, finding_name,
                                   r);
        diag_add(audit->diag, it->at, MSG_AUDIT_STALE,
                 ARGS(it->finding, near < r->findings_n
                                       ? r->findings[near].id
                                       : S("")));
    }
    free(used);
}

void audit_release(struct release *release, struct diag *diag)
{
    struct audit audit = {
        .release = release,
        .site = release_site(release),
        .diag = diag,
        .arena = release->arena,
    };
    for (size_t i = 0; i < audit.site->indicators.n; i++)
        check_indicator(&audit, i);
    for (size_t p = 0; p < audit.site->programmes.n; p++)
        audit_money(&audit, p);
    audit_prose(&audit);
    find_places(&audit);
    report(&audit);
    report_stale(&audit);
}

const struct audit_finding *release_findings(const struct release *release,
                                             size_t *n)
{
    *n = release->findings_n;
    return release->findings;
}
