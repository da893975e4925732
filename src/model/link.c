/*
 * link: resolves the references of the catalog. See link.h.
 *
 * For build.c. A reference is resolved by the list it points into; what does
 * not resolve is reported with the nearest name of that list.
 */
#include "model/link.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/text.h"
#include "input/yml.h"
#include "model/address.h"
#include "model/catalog.h"
#include "model/ids.h"
#include "model/lasting.h"
#include "model/practice.h"

#include <stdlib.h>
#include <string.h>

struct linking {
    struct site *site;
    struct diag *diag;
    size_t programme;           /* NONE outside programmes */
};

/* --- where names are looked up --- */

enum list { LIST_SCHOOL, LIST_ORGANISATION, LIST_INDICATOR, LIST_PROGRAMME,
            LIST_MUNICIPALITY, LIST_MEASURE, LIST_TASK, LIST_DOCUMENT,
            LIST_SECTION };

static struct ids ids_of(const struct linking *l, enum list list)
{
    const struct site *s = l->site;
    const struct programme *p =
        l->programme < s->programmes.n ? &s->programmes.at[l->programme]
                                       : NULL;
    switch (list) {
    case LIST_SCHOOL:
        return IDS(s->schools.at, s->schools.n, school);
    case LIST_ORGANISATION:
        return IDS(s->organisations.at, s->organisations.n, organisation);
    case LIST_PROGRAMME:
        return IDS(s->programmes.at, s->programmes.n, programme);
    case LIST_MUNICIPALITY:
        return IDS(s->config.municipalities, s->config.municipalities_n,
                     municipality);
    case LIST_INDICATOR:
        return p ? IDS(s->indicators.at + p->indicator_first,
                         p->indicator_n, indicator)
                 : IDS(s->indicators.at, s->indicators.n, indicator);
    case LIST_MEASURE:
        return p ? IDS(p->measures.at, p->measures.n, measure)
                 : (struct ids){0};
    case LIST_TASK:
        return p ? IDS(p->tasks, p->tasks_n, task) : (struct ids){0};
    case LIST_DOCUMENT:
        return p ? IDS(p->documents.at, p->documents.n, document)
                 : (struct ids){0};
    default:
        return p ? IDS(p->sections.at, p->sections.n, section)
                 : (struct ids){0};
    }
}

/* By id; a task also by its text, a section by its title. */
static size_t find_in_programme(const struct linking *l, enum list list,
                                struct str name)
{
    struct ids ids = ids_of(l, list);
    size_t found = ids_find(&ids, name);
    if (found != NONE || l->programme >= l->site->programmes.n)
        return found;
    const struct programme *p = &l->site->programmes.at[l->programme];
    if (list == LIST_SECTION)
        return catalog_section(p, name);
    for (size_t t = 0; list == LIST_TASK && t < p->tasks_n; t++)
        if (str_eq(p->tasks[t].text, name))
            return t;
    return NONE;
}

static size_t find(const struct linking *l, enum list list, struct str name)
{
    size_t found = NONE;
    switch (list) {
    case LIST_SCHOOL:
        return catalog_school(l->site, name);
    case LIST_ORGANISATION:
        return catalog_organisation(l->site, name);
    case LIST_PROGRAMME:
        return catalog_programme(l->site, name);
    case LIST_MUNICIPALITY:
        found = config_municipality(&l->site->config, name);
        return found == SIZE_MAX ? NONE : found;
    case LIST_INDICATOR:
        found = catalog_indicator(l->site, l->programme, name);
        return found != NONE ? found
                             : catalog_indicator_path(l->site, name);
    default:
        return find_in_programme(l, list, name);
    }
}

static enum msg message_of(enum list list)
{
    static const enum msg messages[] = {
        [LIST_SCHOOL] = MSG_LINK_SCHOOL,
        [LIST_ORGANISATION] = MSG_LINK_SCHOOL,
        [LIST_INDICATOR] = MSG_LINK_INDICATOR,
        [LIST_PROGRAMME] = MSG_LINK_PROGRAMME,
        [LIST_MUNICIPALITY] = MSG_LINK_MUNICIPALITY,
        [LIST_MEASURE] = MSG_LINK_MEASURE,
        [LIST_TASK] = MSG_LINK_TASK,
        [LIST_DOCUMENT] = MSG_LINK_DOCUMENT,
        [LIST_SECTION] = MSG_LINK_SECTION,
    };
    return messages[list];
}

static void report(const struct linking *l, enum list list,
                   const struct ref *ref)
{
    struct ids ids = ids_of(l, list);
    struct str near;
    if (list == LIST_SCHOOL)
        near = catalog_near_school(l->site, ref->text);
    else if (list == LIST_INDICATOR)
        near = catalog_near_indicator(l->site, l->programme, ref->text);
    else
        near = ids_nearest(&ids, ref->text);
    diag_add(l->diag, ref->at, message_of(list), ARGS(ref->text, near));
}

/* --- one reference, many references --- */

static void link_one(const struct linking *l, struct ref *ref,
                     enum list list)
{
    if (ref->text.n == 0)
        return;
    ref->index = find(l, list, ref->text);
    if (ref->index == NONE)
        report(l, list, ref);
}

/* An organisation, a school, or words. */
static void link_body(const struct linking *l, struct ref *ref)
{
    ref->index = catalog_organisation(l->site, ref->text);
    if (ref->index != NONE || ref->text.n == 0)
        return;
    ref->index = catalog_school(l->site, ref->text);
    ref->school = ref->index != NONE;
}

/* Pieces between commas, if every one resolves (design 3). */
static bool split_commas(const struct linking *l, struct refs *refs,
                         size_t at, size_t (*resolve)(const struct linking *,
                                                      enum list, struct str),
                         enum list list)
{
    struct str rest = refs->at[at].text;
    size_t n = 0;
    while (rest.p) {
        n++;
        if (resolve(l, list, str_trim(str_cut(&rest, ','))) == NONE)
            return false;
    }
    struct ref *grown = ARENA_ARRAY(l->site->arena, struct ref, refs->n + n);
    memcpy(grown, refs->at, at * sizeof *grown);
    rest = refs->at[at].text;
    for (size_t i = 0; i < n; i++) {
        grown[at + i] = refs->at[at];
        grown[at + i].text = str_trim(str_cut(&rest, ','));
    }
    memcpy(grown + at + n, refs->at + at + 1,
           (refs->n - at - 1) * sizeof *grown);
    refs->at = grown;
    refs->n += n - 1;
    return true;
}

static size_t find_body(const struct linking *l, enum list list,
                        struct str name)
{
    struct ref ref = {.text = name, .index = NONE};
    (void)list;
    link_body(l, &ref);
    return ref.index;
}

static void link_many(const struct linking *l, struct refs *refs,
                      enum list list)
{
    for (size_t i = 0; i < refs->n; i++) {
        if (find(l, list, refs->at[i].text) == NONE &&
            str_find_char(refs->at[i].text, ',') >= 0)
            split_commas(l, refs, i, find, list);
        link_one(l, &refs->at[i], list);
    }
}

static void link_bodies(const struct linking *l, struct refs *refs)
{
    for (size_t i = 0; i < refs->n; i++) {
        if (find_body(l, LIST_SCHOOL, refs->at[i].text) == NONE &&
            str_find_char(refs->at[i].text, ',') >= 0)
            split_commas(l, refs, i, find_body, LIST_SCHOOL);
        link_body(l, &refs->at[i]);
    }
}

/* --- the records --- */

static void link_schools(const struct linking *l)
{
    for (size_t i = 0; i < l->site->schools.n; i++) {
        struct school *s = &l->site->schools.at[i];
        link_one(l, &s->municipality, LIST_MUNICIPALITY);
        link_one(l, &s->parent, LIST_SCHOOL);
        link_one(l, &s->successor, LIST_SCHOOL);
        if (s->parent.index == i || s->successor.index == i)
            diag_add(l->diag, s->at, MSG_LINK_PARENT, ARGS(s->id));
    }
}

static bool has_override(const struct programme *p, size_t indicator)
{
    for (size_t i = 0; i < p->overrides.n; i++)
        if (p->overrides.at[i].indicator.index == indicator)
            return true;
    return false;
}

/* What design 5 forbids without a written reason, and 3 demands of parts. */
static void check_indicator(const struct linking *l, size_t at)
{
    const struct site *s = l->site;
    struct indicator *i = &l->site->indicators.at[at];
    bool guarded = i->privacy == PRIVACY_SENSITIVE ||
                   str_find(i->source, S("ВПР")) >= 0;
    if (guarded && i->level_stated && i->publish_level == LEVEL_SCHOOL &&
        !has_override(&s->programmes.at[i->programme], at))
        diag_add(l->diag, i->at, MSG_LINK_LEVEL, ARGS(i->id));
    if (i->privacy == PRIVACY_SENSITIVE &&
        !has_override(&s->programmes.at[i->programme], at))
        i->publish_level = LEVEL_MUNICIPALITY;
    if (i->part_of.index == at || i->denominator.index == at ||
        i->same_as.index == at)
        diag_add(l->diag, i->at, MSG_LINK_SELF, ARGS(i->id));
    if (i->policy == POLICY_TOTAL_FIRST && i->aggregate == AGGREGATE_MEAN)
        diag_add(l->diag, i->at, MSG_LINK_MEAN, ARGS(i->id));
    if (i->part_of.index == NONE)
        return;
    const struct indicator *total = &s->indicators.at[i->part_of.index];
    if (total->privacy != i->privacy || total->policy != i->policy)
        diag_add(l->diag, i->at, MSG_LINK_PART, ARGS(i->id, total->id));
}

static void link_indicators(const struct linking *l, struct programme *p)
{
    for (size_t k = 0; k < p->indicator_n; k++) {
        struct indicator *i =
            &l->site->indicators.at[p->indicator_first + k];
        link_one(l, &i->task, LIST_TASK);
        link_one(l, &i->denominator, LIST_INDICATOR);
        link_one(l, &i->part_of, LIST_INDICATOR);
        link_one(l, &i->same_as, LIST_INDICATOR);
        link_many(l, &i->schools, LIST_SCHOOL);
    }
    for (size_t i = 0; i < p->breaks.n; i++)
        link_one(l, &p->breaks.at[i].indicator, LIST_INDICATOR);
    for (size_t i = 0; i < p->thresholds.n; i++)
        link_one(l, &p->thresholds.at[i].indicator, LIST_INDICATOR);
    for (size_t i = 0; i < p->overrides.n; i++) {
        link_one(l, &p->overrides.at[i].indicator, LIST_INDICATOR);
        link_one(l, &p->overrides.at[i].school, LIST_SCHOOL);
    }
    for (size_t k = 0; k < p->indicator_n; k++)
        check_indicator(l, p->indicator_first + k);
}

static void link_plan(const struct linking *l, struct programme *p)
{
    for (size_t i = 0; i < p->measures.n; i++) {
        struct measure *m = &p->measures.at[i];
        link_one(l, &m->subprogramme, LIST_SECTION);
        link_bodies(l, &m->responsible);
        link_many(l, &m->indicators, LIST_INDICATOR);
        link_many(l, &m->schools, LIST_SCHOOL);
    }
    for (size_t i = 0; i < p->reports.n; i++) {
        link_one(l, &p->reports.at[i].measure, LIST_MEASURE);
        link_one(l, &p->reports.at[i].school, LIST_SCHOOL);
    }
    for (size_t i = 0; i < p->risks.n; i++) {
        link_bodies(l, &p->risks.at[i].owner);
        link_many(l, &p->risks.at[i].indicators, LIST_INDICATOR);
    }
}

static void link_rest(const struct linking *l, struct programme *p)
{
    for (size_t i = 0; i < p->documents.n; i++) {
        link_one(l, &p->documents.at[i].school, LIST_SCHOOL);
        link_one(l, &p->documents.at[i].replaces, LIST_DOCUMENT);
    }
    for (size_t i = 0; i < p->participants.n; i++) {
        link_one(l, &p->participants.at[i].school, LIST_SCHOOL);
        link_body(l, &p->participants.at[i].partner);
    }
    for (size_t i = 0; i < p->monitoring.n; i++)
        link_many(l, &p->monitoring.at[i].indicators, LIST_INDICATOR);
    for (size_t i = 0; i < p->findings.n; i++) {
        struct finding *f = &p->findings.at[i];
        link_one(l, &f->report, LIST_SECTION);
        link_one(l, &f->school, LIST_SCHOOL);
        link_one(l, &f->indicator, LIST_INDICATOR);
        link_many(l, &f->measures, LIST_MEASURE);
    }
    for (size_t i = 0; i < p->clusters.n; i++)
        link_one(l, &p->clusters.at[i].school, LIST_SCHOOL);
}

/* --- practices --- */

static void link_practices(struct linking *l)
{
    for (size_t i = 0; i < l->site->practices.n; i++) {
        struct practice *p = &l->site->practices.at[i];
        l->programme = NONE;
        link_one(l, &p->programme, LIST_PROGRAMME);
        l->programme = p->programme.index;
        link_one(l, &p->school, LIST_SCHOOL);
        struct ref goal = {.text = p->goal, .at = p->text.at, .index = NONE};
        if (p->programme.index != NONE)
            link_one(l, &goal, LIST_TASK);
        link_many(l, &p->indicators, LIST_INDICATOR);
        link_many(l, &p->measures, LIST_MEASURE);
        link_one(l, &p->effect.indicator, LIST_INDICATOR);
        link_one(l, &p->effect.school, LIST_SCHOOL);
        for (size_t a = 0; a < p->adopted_n; a++)
            link_one(l, &p->adopted[a].school, LIST_SCHOOL);
        practice_check(l->site, p, l->diag);
    }
    l->programme = NONE;
}

/* --- who belongs to a programme, what is a demonstration --- */

static void link_members(struct site *site, struct programme *p)
{
    bool *member = arena_alloc(site->arena, site->schools.n + 1);
    for (size_t i = 0; i < p->participants.n; i++)
        if (p->participants.at[i].school.index != NONE)
            member[p->participants.at[i].school.index] = true;
    for (size_t i = 0; p->participants.n == 0 && i < site->schools.n; i++)
        member[i] = site->schools.at[i].municipality.index ==
                    p->municipality.index;
    p->schools = ARENA_ARRAY(site->arena, size_t, site->schools.n + 1);
    for (size_t i = 0; i < site->schools.n; i++)
        if (member[i])
            p->schools[p->schools_n++] = i;
}

/* A thing is a demonstration when all it belongs to is. */
static void mark_demo(struct site *site)
{
    bool *real = arena_alloc(site->arena, site->schools.n + 1);
    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t k = 0; k < site->programmes.at[p].schools_n; k++) {
            size_t school = site->programmes.at[p].schools[k];
            if (site->programmes.at[p].demo)
                site->schools.at[school].demo = true;
            else
                real[school] = true;
        }
    for (size_t i = 0; i < site->schools.n; i++)
        site->schools.at[i].demo = site->schools.at[i].demo && !real[i];
    for (size_t i = 0; i < site->practices.n; i++) {
        struct practice *p = &site->practices.at[i];
        if (p->programme.index != NONE)
            p->demo = site->programmes.at[p->programme.index].demo;
        else if (p->school.index != NONE)
            p->demo = site->schools.at[p->school.index].demo;
    }
}

/* --- what a programme's texts say of schools --- */

struct scanning {
    const struct linking *l;
    size_t programme, section;
    bool *seen;                 /* schools that this text has named */
};

static void add_mention(void *payload, struct str target, struct pos at)
{
    struct scanning *scan = payload;
    struct site *site = scan->l->site;
    (void)at;
    if (!str_starts(target, S("school:")))
        return;
    size_t school = catalog_school(site, str_skip(target, 7));
    if (school == NONE || scan->seen[school])
        return;
    scan->seen[school] = true;
    *ARR_PUSH(site->arena, &site->mentions) =
        (struct mention){school, scan->programme, scan->section};
}

static void add_percent(void *payload, struct str text, struct pos at)
{
    struct scanning *scan = payload;
    struct site *site = scan->l->site;
    *ARR_PUSH(site->arena, &site->percents) = (struct bare_percent){
        at, scan->programme, scan->section, str_copy(site->arena, text)};
}

static void scan_text(const struct linking *l, const struct text *text,
                      size_t programme, size_t section)
{
    struct scanning scan = {l, programme, section,
                            mem_alloc(l->site->schools.n)};
    struct buf bytes = {0};
    struct str head, body;
    uint32_t line;
    struct diag *quiet = diag_new();    /* rendering reports it all */
    struct pos body_at = {
        .file = text->at.file, .line = text->body_line, .col = 1};
    if (text->has_body && !text->draft &&
        source_read(l->site->source, text->at.file, TEXT_BYTES_MAX, &bytes,
                    quiet) == 0 &&
        yml_split(text->at.file, buf_str(&bytes), &head, &body, &line,
                  quiet))
        text_references(body, body_at, add_mention, add_percent, &scan,
                        quiet);
    diag_free(quiet);
    buf_free(&bytes);
    free(scan.seen);
}

static void link_mentions(const struct linking *l)
{
    for (size_t p = 0; p < l->site->programmes.n; p++) {
        const struct programme *programme = &l->site->programmes.at[p];
        scan_text(l, &programme->text, p, NONE);
        for (size_t s = 0; s < programme->sections.n; s++)
            scan_text(l, &programme->sections.at[s].text, p, s);
    }
}

/* --- site.yml --- */

/* Indicators that appear school by school; to be compared only shares and
 * scores. */
static void link_chosen(const struct linking *l, struct chosen *at, size_t n,
                        bool compared)
{
    for (size_t i = 0; i < n; i++) {
        struct chosen *c = &at[i];
        struct ref ref = {.text = c->name, .at = c->at, .index = NONE};
        link_one(l, &ref, LIST_INDICATOR);
        if (ref.index == NONE)
            continue;
        const struct indicator *it = &l->site->indicators.at[ref.index];
        bool fits = !compared || it->kind == KIND_SHARE ||
                    it->kind == KIND_SCORE;
        if (fits && it->publish_level != LEVEL_MUNICIPALITY)
            c->indicator = ref.index;
        else
            diag_add(l->diag, c->at,
                     compared ? MSG_LINK_COMPARISON : MSG_LINK_POSTER,
                     ARGS(c->name));
    }
}

static void link_formula(const struct linking *l, struct formula *formula)
{
    for (size_t i = 0; i < formula->n; i++) {
        struct weighted *w = &formula->at[i];
        struct ref ref = {.text = w->name, .at = w->at, .index = NONE};
        link_one(l, &ref, LIST_INDICATOR);
        w->indicator = ref.index;
    }
}

static void link_resilience(struct linking *l)
{
    struct resilience *r = &l->site->config.resilience;
    struct ref of = {.text = r->programme, .at = r->at, .index = NONE};
    link_one(l, &of, LIST_PROGRAMME);
    r->of = of.index;
    if (r->of == NONE)
        return;
    l->programme = r->of;
    link_formula(l, &r->index);
    link_formula(l, &r->result);
    link_formula(l, &r->process);
    l->programme = NONE;
}

/* --- what other sites keep --- */

static void link_lasting(const struct linking *l)
{
    for (size_t i = 0; i < l->site->former.n; i++) {
        struct former *f = &l->site->former.at[i];
        if (lasting_former(l->site, f, l->diag))
            link_one(l, &f->now, f->indicator.n ? LIST_INDICATOR
                                                : LIST_SCHOOL);
    }
    for (size_t i = 0; i < l->site->frozen.n; i++) {
        struct frozen *f = &l->site->frozen.at[i];
        link_one(l, &f->indicator, LIST_INDICATOR);
        link_one(l, &f->school, LIST_SCHOOL);
    }
    lasting_check(l->site, l->diag);
}

void link_site(struct site *site, struct diag *diag)
{
    struct linking l = {site, diag, NONE};
    link_schools(&l);
    for (size_t p = 0; p < site->programmes.n; p++) {
        struct programme *programme = &site->programmes.at[p];
        l.programme = p;
        link_one(&l, &programme->municipality, LIST_MUNICIPALITY);
        link_indicators(&l, programme);
        link_plan(&l, programme);
        link_rest(&l, programme);
        link_members(site, programme);
    }
    l.programme = NONE;
    link_resilience(&l);
    link_chosen(&l, site->config.comparisons, site->config.comparisons_n,
                true);
    link_chosen(&l, site->config.poster, site->config.poster_n, false);
    link_practices(&l);
    link_lasting(&l);
    for (size_t i = 0; i < site->news.n; i++) {
        link_one(&l, &site->news.at[i].school, LIST_SCHOOL);
        link_one(&l, &site->news.at[i].programme, LIST_PROGRAMME);
    }
    mark_demo(site);
    link_mentions(&l);
}

void link_sites(const struct site *site, struct diag *diag)
{
    size_t missing = 0, first = 0;
    for (size_t i = 0; i < site->schools.n; i++) {
        const struct school *it = &site->schools.at[i];
        if (it->status.n > 0 || str_starts(it->site, S("https://")) ||
            str_starts(it->site, S("http://")))
            continue;
        if (missing++ == 0)
            first = i;
    }
    if (missing > 0)
        diag_add(diag, site->schools.at[first].at, MSG_LINK_NO_SITES,
                 ARGS(str_format(site->arena, "%zu", missing),
                      str_format(site->arena, "%zu", site->schools.n),
                      site->schools.at[first].id));
    if (site->config.cards == CARDS_PNG && site->config.base_url.n == 0 &&
        site->programmes.n > 0)
        diag_add(diag, site->config.at, MSG_LINK_NO_ADDRESS, NULL);
}
