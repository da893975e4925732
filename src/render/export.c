/*
 * export: the open data: every table as CSV, in two forms, from the catalog
 * and the release. Cells that are not shown have an empty value and a status.
 *
 * Rows file_table and file_school_table of pages.c.
 */
#include "render/csv.h"
#include "render/page.h"
#include "render/page_organisations.h"

/* --- words of closed lists, as the tables' own canonical ones --- */

static struct str state_code(enum state state)
{
    switch (state) {
    case STATE_HIDDEN:
    case STATE_LEVEL:
        return S("c");
    case STATE_NOT_APPLICABLE:
        return S("z");
    case STATE_MISSING:
        return S("x");
    case STATE_CHECKING:
        return S("q");
    default:
        return S("");
    }
}

static struct str mark_code(enum mark mark)
{
    static const char *const codes[] = {"", "p", "r", "e"};
    return str_of(codes[mark]);
}

static struct str done_code(int done)
{
    static const char *const codes[] = {"",     "planned",   "doing",
                                        "done", "postponed", "cancelled"};
    return str_of(codes[done]);
}

static void csv_period(struct csv_writer *csv, struct period period)
{
    struct buf code = {0};
    if (period.kind != PERIOD_NONE)
        period_code(&code, period);
    csv_text(csv, buf_str(&code));
    buf_free(&code);
}

/* Schools by their ids, however the author named them. */
static struct str school_id(const struct page *page, const struct ref *ref)
{
    return ref->text.n && ref->index != NONE
               ? page->site->schools.at[ref->index].id
               : ref->text;
}

static struct str indicator_id(const struct page *page,
                               const struct ref *ref)
{
    return ref->text.n && ref->index != NONE
               ? page->site->indicators.at[ref->index].id
               : ref->text;
}

/* `id` NULL: as written. */
static void csv_refs(struct csv_writer *csv, const struct page *page,
                     const struct refs *refs,
                     struct str (*id)(const struct page *page,
                                      const struct ref *ref))
{
    struct buf list = {0};
    for (size_t i = 0; i < refs->n; i++) {
        if (i)
            buf_char(&list, '|');
        buf_add(&list, id ? id(page, &refs->at[i]) : refs->at[i].text);
    }
    csv_text(csv, buf_str(&list));
    buf_free(&list);
}

/* --- values --- */

#define VALUES_HEADER \
    "programme,indicator,school,period,value,numerator,n,status,flag,note"

/* One indicator being written: what its rows share. */
struct series_writer {
    struct csv_writer *csv;
    const struct release *release;
    size_t indicator;
    struct str *codes;          /* of its periods */
    size_t n;
};

static struct series_writer series_of(struct csv_writer *csv,
                                      const struct page *page,
                                      size_t indicator)
{
    struct series_writer w = {csv, page->release, indicator, NULL, 0};
    const struct period *periods =
        release_periods(page->release, indicator, &w.n);
    struct buf code = {0};
    w.codes = PAGE_ARRAY(page, struct str, w.n + 1);
    for (size_t p = 0; p < w.n; p++) {
        period_code(&code, periods[p]);
        w.codes[p] = buf_take(&code, page->arena);
    }
    buf_free(&code);
    return w;
}

/* Of what is hidden the author's words are hidden, too. */
static bool is_silent(enum state state)
{
    return state == STATE_HIDDEN || state == STATE_LEVEL;
}

static void write_fact(const struct series_writer *w, size_t school,
                       struct str period, const struct fact *fact)
{
    const struct site *site = release_site(w->release);
    const struct indicator *i = &site->indicators.at[w->indicator];
    csv_text(w->csv, site->programmes.at[i->programme].id);
    csv_text(w->csv, i->id);
    csv_text(w->csv, school == RELEASE_WHOLE ? S("")
                                             : site->schools.at[school].id);
    csv_text(w->csv, period);
    if (fact->has_value)
        csv_num(w->csv, fact->value);
    else
        csv_text(w->csv, fact->text);
    csv_int(w->csv, fact->numerator);
    csv_int(w->csv, fact->n);
    csv_text(w->csv, state_code(fact->state));
    csv_text(w->csv, mark_code(fact->mark));
    csv_text(w->csv, is_silent(fact->state) ? S("") : fact->note);
    csv_end(w->csv);
}

/* All periods for a school or the whole; a period that is not over has no
 * row. */
static void write_series(const struct series_writer *w, size_t school)
{
    for (size_t p = 0; p < w->n; p++) {
        struct fact fact = release_fact(w->release, w->indicator, school, p);
        if (fact.state != STATE_NOT_YET)
            write_fact(w, school, w->codes[p], &fact);
    }
}

static void write_values(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t indicator = p->indicator_first + k, n;
        const uint32_t *schools =
            release_schools(page->release, indicator, &n);
        struct series_writer w = series_of(csv, page, indicator);
        if (release_has_whole(page->release, indicator))
            write_series(&w, RELEASE_WHOLE);
        for (size_t s = 0; s < n; s++)
            write_series(&w, schools[s]);
    }
}

/* --- the other tables of a programme --- */

static void write_indicators(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t k = 0; k < p->indicator_n; k++) {
        const struct indicator *i =
            &page->site->indicators.at[p->indicator_first + k];
        csv_text(csv, i->id);
        csv_text(csv, i->number);
        csv_text(csv, i->title);
        csv_text(csv, i->official_title);
        csv_text(csv, i->unit_forms[0].n ? i->unit_forms[0] : i->unit);
        csv_text(csv, i->group);
        csv_text(csv, i->source);
        csv_text(csv, i->meaning);
        csv_text(csv, i->caveat);
        csv_period(csv, i->until);
        csv_end(csv);
    }
}

static void write_targets(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->targets.n; i++) {
        const struct target *t = &p->targets.at[i];
        csv_text(csv, t->indicator.text);
        csv_text(csv, t->who == TARGET_EACH ? S("*")
                      : t->who == TARGET_SCHOOL
                          ? page->site->schools.at[t->school.index].id
                          : S(""));
        csv_period(csv, t->period);
        csv_text(csv, t->text);
        csv_text(csv, t->basis);
        csv_end(csv);
    }
}

static void write_plan(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->measures.n; i++) {
        const struct measure *m = &p->measures.at[i];
        csv_text(csv, m->id);
        csv_text(csv, m->number);
        csv_text(csv, m->title);
        csv_text(csv, m->section);
        csv_text(csv, m->when_text);
        csv_refs(csv, page, &m->responsible, NULL);
        csv_text(csv, m->result);
        csv_refs(csv, page, &m->indicators, indicator_id);
        csv_refs(csv, page, &m->schools, school_id);
        csv_text(csv, done_code(progress_done(page->site, page->at, i)));
        csv_date(csv, m->done_on);
        csv_text(csv, m->reason);
        csv_end(csv);
    }
}

static void write_progress(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->reports.n; i++) {
        const struct report *r = &p->reports.at[i];
        csv_text(csv, r->measure.text);
        csv_period(csv, r->period);
        csv_text(csv, done_code(r->status));
        csv_date(csv, r->done_on);
        csv_text(csv, r->title);
        csv_text(csv, school_id(page, &r->school));
        csv_text(csv, r->place);
        csv_text(csv, r->result);
        csv_text(csv, r->reason);
        csv_end(csv);
    }
}

static void write_finance(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->money.n; i++) {
        const struct money *m = &p->money.at[i];
        csv_int(csv, m->year);
        csv_text(csv, m->source);
        csv_text(csv, m->purpose);
        if (m->has_planned)
            csv_num(csv, m->planned);
        else
            csv_text(csv, S(""));
        if (m->has_actual)
            csv_num(csv, m->actual);
        else
            csv_text(csv, S(""));
        csv_text(csv, m->unit);
        csv_end(csv);
    }
}

static void write_risks(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->risks.n; i++) {
        const struct risk *r = &p->risks.at[i];
        csv_text(csv, r->risk);
        csv_text(csv, r->consequence);
        csv_text(csv, r->measures);
        csv_refs(csv, page, &r->owner, NULL);
        csv_end(csv);
    }
}

static void write_documents(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->documents.n; i++) {
        const struct document *d = &p->documents.at[i];
        csv_text(csv, d->id);
        csv_text(csv, d->title);
        csv_text(csv, d->kind);
        csv_text(csv, d->number);
        csv_date(csv, d->adopted_on);
        csv_text(csv, d->adopted_by);
        csv_text(csv, d->url);
        csv_text(csv, d->status);
        csv_end(csv);
    }
}

static void write_monitoring(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->monitoring.n; i++) {
        const struct monitoring *m = &p->monitoring.at[i];
        csv_text(csv, m->id);
        csv_text(csv, m->subject);
        csv_text(csv, m->criterion);
        csv_refs(csv, page, &m->indicators, indicator_id);
        csv_text(csv, m->instrument);
        csv_text(csv, m->source);
        csv_text(csv, m->when);
        csv_text(csv, m->responsible);
        csv_date(csv, m->done_on);
        csv_text(csv, m->report);
        csv_end(csv);
    }
}

static void write_findings(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->findings.n; i++) {
        const struct finding *f = &p->findings.at[i];
        csv_text(csv, f->id);
        csv_text(csv, f->kind);
        csv_text(csv, f->text);
        csv_text(csv, f->report.text);
        csv_text(csv, school_id(page, &f->school));
        csv_text(csv, indicator_id(page, &f->indicator));
        csv_text(csv, f->recommendation);
        csv_refs(csv, page, &f->measures, NULL);
        csv_text(csv, f->decision);
        csv_text(csv, f->effect);
        csv_end(csv);
    }
}

static void write_clusters(struct csv_writer *csv, const struct page *page)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->clusters.n; i++) {
        const struct cluster *c = &p->clusters.at[i];
        csv_text(csv, school_id(page, &c->school));
        csv_period(csv, c->period);
        csv_text(csv, c->result);
        csv_text(csv, c->process);
        csv_text(csv, c->source);
        csv_end(csv);
    }
}

static void write_participants(struct csv_writer *csv,
                               const struct page *page)
{
    static const char *const roles[] = {"participant", "pilot", "mentor",
                                        "partner", "base"};
    const struct programme *p = &page->site->programmes.at[page->at];
    for (size_t i = 0; i < p->participants.n; i++) {
        const struct participant *t = &p->participants.at[i];
        csv_text(csv, school_id(page, &t->school));
        csv_text(csv, str_of(roles[t->role]));
        csv_text(csv, t->partner.text);
        csv_text(csv, t->since);
        csv_text(csv, t->until);
        csv_text(csv, t->note);
        csv_end(csv);
    }
}

/* --- tables of the whole site, where some rows may be invented --- */

static void end_row(struct csv_writer *csv, bool invented)
{
    if (invented)
        csv_end(csv);
    else
        csv_end_bare(csv);
}

static bool any_school_invented(const struct site *site)
{
    for (size_t i = 0; i < site->schools.n; i++)
        if (site->schools.at[i].demo)
            return true;
    return false;
}

static bool any_organisation_invented(const struct site *site)
{
    for (size_t i = 0; i < site->organisations.n; i++)
        if (organisation_is_demo(site, i))
            return true;
    return false;
}

static void write_schools(struct csv_writer *csv, const struct page *page)
{
    for (size_t i = 0; i < page->site->schools.n; i++) {
        const struct school *s = &page->site->schools.at[i];
        csv_text(csv, s->id);
        csv_text(csv, s->name);
        csv_text(csv, s->brief);
        csv_text(csv, s->municipality.text);
        csv_text(csv, s->settlement);
        csv_text(csv, s->kind);
        csv_text(csv, school_id(page, &s->parent));
        csv_int(csv, s->pupils);
        csv_text(csv, s->address);
        csv_text(csv, s->phone);
        csv_text(csv, s->site);
        end_row(csv, s->demo);
    }
}

static void write_organisations(struct csv_writer *csv,
                                const struct page *page)
{
    for (size_t i = 0; i < page->site->organisations.n; i++) {
        const struct organisation *o = &page->site->organisations.at[i];
        csv_text(csv, o->id);
        csv_text(csv, o->name);
        csv_text(csv, o->brief);
        csv_text(csv, o->kind);
        csv_text(csv, o->site);
        csv_text(csv, o->phone);
        end_row(csv, organisation_is_demo(page->site, i));
    }
}

static void write_glossary(struct csv_writer *csv, const struct page *page)
{
    for (size_t i = 0; i < page->site->terms.n; i++) {
        const struct term *t = &page->site->terms.at[i];
        csv_text(csv, t->id);
        csv_text(csv, t->term);
        csv_text(csv, t->definition);
        csv_end(csv);
    }
}

/* --- the tables --- */

#define ROWS(name, member)                                     \
    static size_t name(const struct site *site, size_t at)     \
    {                                                          \
        return site->programmes.at[at].member;                 \
    }
ROWS(indicators_n, indicator_n)
ROWS(targets_n, targets.n)
ROWS(measures_n, measures.n)
ROWS(reports_n, reports.n)
ROWS(money_n, money.n)
ROWS(risks_n, risks.n)
ROWS(documents_n, documents.n)
ROWS(participants_n, participants.n)
ROWS(monitoring_n, monitoring.n)
ROWS(findings_n, findings.n)

/* Schools by name only where site.yml leaves them as published. */
static size_t clusters_n(const struct site *site, size_t at)
{
    return site->config.cluster_public == CLUSTERS_AS_PUBLISHED
               ? site->programmes.at[at].clusters.n
               : 0;
}

static const struct export {
    const char *name, *header;
    void (*write)(struct csv_writer *csv, const struct page *page);
    /* rows of a programme's table; NULL: a table of the whole site */
    size_t (*rows)(const struct site *site, size_t programme);
    /* of such a one: has it invented rows? NULL: never */
    bool (*invented)(const struct site *site);
} exports[] = {
    {"values", VALUES_HEADER, write_values, indicators_n, NULL},
    {"indicators",
     "id,number,title,official_title,unit,group,source,meaning,caveat,until",
     write_indicators, indicators_n, NULL},
    {"targets", "indicator,school,period,target,basis", write_targets,
     targets_n, NULL},
    {"plan",
     "id,number,title,section,when,responsible,result,indicators,schools,"
     "status,done_on,reason", write_plan, measures_n, NULL},
    {"progress",
     "measure,period,status,done_on,title,school,place,result,reason",
     write_progress, reports_n, NULL},
    {"finance", "year,source,purpose,planned,actual,unit", write_finance,
     money_n, NULL},
    {"risks", "risk,consequence,measures,owner", write_risks, risks_n, NULL},
    {"documents", "id,title,kind,number,date,adopted_by,url,status",
     write_documents, documents_n, NULL},
    {"participants", "school,role,partner,since,until,note",
     write_participants, participants_n, NULL},
    {"monitoring",
     "id,subject,criterion,indicators,instrument,source,when,responsible,"
     "done_on,report", write_monitoring, monitoring_n, NULL},
    {"findings",
     "id,kind,text,report,school,indicator,recommendation,measures,decision,"
     "effect", write_findings, findings_n, NULL},
    {"clusters", "school,period,result,process,source", write_clusters,
     clusters_n, NULL},
    {"schools",
     "id,name,short,municipality,settlement,kind,parent,pupils,address,"
     "phone,site", write_schools, NULL,
     any_school_invented},
    {"organisations", "id,name,short,kind,site,phone", write_organisations,
     NULL, any_organisation_invented},
    {"glossary", "id,term,definition", write_glossary, NULL, NULL},
};
#define EXPORTS_N (sizeof exports / sizeof *exports)

/* sub = 2 * table + (for Excel ? 1 : 0). */
static void table_list(struct plan_list *list, struct arena *arena,
                       const struct site *site,
                       const struct release *release)
{
    (void)release;
    for (size_t t = 0; t < 2 * EXPORTS_N; t++) {
        const struct export *e = &exports[t / 2];
        const char *form = t % 2 ? "-excel" : "";
        for (size_t p = 0; e->rows && p < site->programmes.n; p++)
            if (e->rows(site, p))
                plan_add(list,
                         str_format(arena, "data/%.*s/%s%s.csv",
                                    STR_FMT(site->programmes.at[p].id),
                                    e->name, form),
                         p, t);
        if (!e->rows)
            plan_add(list, str_format(arena, "data/%s%s.csv", e->name, form),
                     0, t);
    }
}

/* What invented rows say. */
static struct str remark_of(const struct page *page, bool demo)
{
    return demo ? page_word(page, "data.demo") : S("");
}

static void table_write(struct page *page, struct buf *out)
{
    const struct export *e = &exports[page->sub / 2];
    const struct site *site = page->site;
    bool invented = e->rows ? site->programmes.at[page->at].demo
                            : e->invented && e->invented(site);
    struct csv_writer csv;
    csv_table(&csv, out, page->sub % 2 != 0, e->header,
              remark_of(page, invented));
    e->write(&csv, page);
}

const struct page_kind file_table = {
    .name = "table", .list = table_list, .write = table_write,
};

/* --- everything about one school --- */

/* sub: 1 for Excel. */
static void school_list(struct plan_list *list, struct arena *arena,
                        const struct site *site,
                        const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < 2 * site->schools.n; i++)
        plan_add(list,
                 str_format(arena, "data/schools/%.*s%s.csv",
                            STR_FMT(site->schools.at[i / 2].id),
                            i % 2 ? "-excel" : ""),
                 i / 2, i % 2);
}

static void school_write(struct page *page, struct buf *out)
{
    struct csv_writer csv;
    csv_table(&csv, out, page->sub == 1, VALUES_HEADER,
              remark_of(page, page->site->schools.at[page->at].demo));
    for (size_t i = 0; i < page->site->indicators.n; i++)
        if (release_expects(page->release, i, page->at)) {
            struct series_writer w = series_of(&csv, page, i);
            write_series(&w, page->at);
        }
}

const struct page_kind file_school_table = {
    .name = "school-table", .list = school_list, .write = school_write,
};
