/*
 * catalog_tables: the tables of data/, except values. Defaults that depend on
 * other columns are settled here.
 *
 * For catalog.c.
 */
#include "base/fold.h"
#include "base/map.h"
#include "model/catalog_read.h"
#include "model/names.h"
#include "model/target.h"

#include <stdlib.h>

#define DECIMALS_MAX 4

struct adding {
    struct site *site;
    struct programme *programme;
    size_t index;               /* of the programme */
    const struct schema_reader *reader;
};

/* A receiver of rows that only copies them into a list. */
#define ADDER(name, type, list)                                     \
    static void add_##name(void *payload, const void *record)       \
    {                                                               \
        struct adding *to = payload;                                \
        *ARR_PUSH(to->site->arena, &to->list) =                     \
            *(const struct type *)record;                           \
    }

ADDER(school, school, site->schools)
ADDER(organisation, organisation, site->organisations)
ADDER(term, term, site->terms)
ADDER(synonym, synonym, site->synonyms)
ADDER(explanation, explanation, site->explanations)
ADDER(former, former, site->former)
ADDER(frozen, frozen, site->frozen)
ADDER(break, series_break, programme->breaks)
ADDER(report, report, programme->reports)
ADDER(money, money, programme->money)
ADDER(risk, risk, programme->risks)
ADDER(document, document, programme->documents)
ADDER(participant, participant, programme->participants)
ADDER(override, override, programme->overrides)
ADDER(monitoring, monitoring, programme->monitoring)
ADDER(finding, finding, programme->findings)
ADDER(cluster, cluster, programme->clusters)

void catalog_read_shared(struct site *site,
                         const struct schema_reader *reader)
{
    struct adding to = {site, NULL, 0, reader};
    schema_table(reader, &schema_schools, S("data/schools.csv"), add_school,
                 &to);
    schema_table(reader, &schema_organisations, S("data/organisations.csv"),
                 add_organisation, &to);
    schema_table(reader, &schema_glossary, S("data/glossary.csv"), add_term,
                 &to);
    schema_table(reader, &schema_synonyms, S("data/search-synonyms.csv"),
                 add_synonym, &to);
    schema_table(reader, &schema_explanations, S("data/explanations.csv"),
                 add_explanation, &to);
    schema_table(reader, &schema_former, S("data/former.csv"), add_former,
                 &to);
    schema_table(reader, &schema_frozen, S("data/frozen.csv"), add_frozen,
                 &to);
}

/* --- indicators --- */

static bool word_of(struct str text, const char *word)
{
    return str_find(text, str_of(word)) >= 0;
}

/* Design 3: % is a share, да/нет is yes or no, else a score; three forms of a
 * noun are a count. */
static int default_kind(struct indicator *i, struct arena *arena)
{
    struct str unit = fold_case(arena, i->unit);
    if (str_is(unit, "%") || str_starts(unit, S("процент")))
        return KIND_SHARE;
    if (str_is(unit, "да/нет") || str_is(unit, "yes/no"))
        return KIND_YESNO;
    if (i->unit_forms[1].n)
        return KIND_COUNT;
    return word_of(unit, "руб") ? KIND_MONEY : KIND_SCORE;
}

/* «Увеличение …», «Уменьшение …» in the official title say the direction
 * (R1.5); a note tells so. */
static int default_direction(const struct indicator *i,
                             const struct schema_reader *reader)
{
    struct str title = fold_case(
        reader->arena,
        i->official_title.n ? i->official_title : i->title);
    int direction = DIRECTION_NONE;
    if (str_starts(title, S("увеличени")) ||
        str_starts(title, S("повышени")) || str_starts(title, S("рост ")))
        direction = DIRECTION_UP;
    if (str_starts(title, S("уменьшени")) ||
        str_starts(title, S("снижени")) ||
        str_starts(title, S("сокращени")))
        direction = DIRECTION_DOWN;
    if (direction != DIRECTION_NONE)
        diag_add(reader->diag, i->at, MSG_CATALOG_DIRECTION,
                 ARGS(i->id, direction == DIRECTION_UP ? S("up")
                                                       : S("down")));
    return direction;
}

static void settle_defaults(struct indicator *i,
                            const struct schema_reader *reader)
{
    struct arena *arena = reader->arena;
    struct str *forms;
    if (schema_pieces(arena, i->unit, &forms) == 3)
        for (size_t f = 0; f < 3; f++)
            i->unit_forms[f] = forms[f];
    if (i->kind < 0)
        i->kind = default_kind(i, arena);
    if (i->direction < 0)
        i->direction = default_direction(i, reader);
    if (i->privacy < 0)
        i->privacy = i->kind == KIND_YESNO || i->kind == KIND_MONEY ||
                             i->kind == KIND_TEXT
                         ? PRIVACY_OPEN
                         : PRIVACY_PEOPLE;
    if (i->kind == KIND_TEXT && i->aggregate != AGGREGATE_NONE)
        i->aggregate = AGGREGATE_GIVEN;     /* words have no sum */
    i->level_stated = i->publish_level >= 0;
    if (!i->level_stated)
        i->publish_level = word_of(i->source, "ВПР") ? LEVEL_MUNICIPALITY
                                                     : LEVEL_SCHOOL;
    if (i->decimals < 0 || i->decimals > DECIMALS_MAX) {
        diag_add(reader->diag, i->at, MSG_CATALOG_VALUE,
                 ARGS(str_format(arena, "%lld", (long long)i->decimals),
                      S("decimals"), S("1")));
        i->decimals = 1;
    }
    if (i->question.n == 0)
        i->question = i->title;
}

/* `value@period`; and `0 100` or `auto`. */
static void settle_cells(struct indicator *i, const struct indicator_row *row,
                         const struct schema_reader *reader)
{
    struct str rest = row->baseline;
    struct str value = str_cut(&rest, '@');
    if (row->baseline.n) {
        bool percent;
        i->has_baseline = num_parse(value, &i->baseline, &percent) == NUM_OK &&
                          period_parse(rest, &i->baseline_period);
        if (!i->has_baseline)
            diag_add(reader->diag, row->baseline_at, MSG_CATALOG_VALUE,
                     ARGS(row->baseline, S("baseline"), S("36,7@2020")));
    }
    if (row->domain.n && !str_is(row->domain, "auto")) {
        rest = row->domain;
        value = str_cut(&rest, ' ');
        i->has_domain =
            num_parse(value, &i->domain_lo, NULL) == NUM_OK &&
            num_parse(rest, &i->domain_hi, NULL) == NUM_OK &&
            num_cmp(i->domain_lo, i->domain_hi) < 0;
        if (!i->has_domain)
            diag_add(reader->diag, row->domain_at, MSG_CATALOG_VALUE,
                     ARGS(row->domain, S("domain"), S("0 100")));
    }
}

static void add_indicator(void *payload, const void *record)
{
    struct adding *to = payload;
    const struct indicator_row *row = record;
    struct indicator *i = ARR_PUSH(to->site->arena, &to->site->indicators);
    size_t index = to->site->indicators.n - 1;
    struct map *names = to->programme->indicator_names;
    *i = row->indicator;
    i->at = row->at;
    i->programme = to->index;
    settle_defaults(i, to->reader);
    settle_cells(i, row, to->reader);
    to->programme->indicator_n++;
    size_t had = map_add(names, i->id, index);
    if (had != index)
        catalog_taken(to->reader->diag, i->id, i->at,
                      to->site->indicators.at[had].at);
}

/* An official title finds its indicator unless something else has that name;
 * one that two indicators share finds neither. */
static void name_officially(struct adding *to)
{
    struct programme *p = to->programme;
    struct arena *arena = to->site->arena;
    struct map *titles = map_new(arena);
    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t index = p->indicator_first + k;
        struct str key = fold_key(
            arena, to->site->indicators.at[index].official_title);
        if (key.n && map_add(titles, key, index) != index)
            map_set(titles, key, MAP_NONE);
    }
    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t index = p->indicator_first + k;
        struct str key = fold_key(
            arena, to->site->indicators.at[index].official_title);
        if (key.n && map_get(titles, key) == index)
            map_add(p->indicator_names, key, index);
    }
}

static struct str indicator_id(const void *payload, size_t i)
{
    const struct site *site = payload;
    return site->indicators.at[i].id;
}

/* Titles and aliases after all ids, so that an id always wins. */
static void name_indicators(struct adding *to)
{
    struct programme *p = to->programme;
    struct catalog_names names = {p->indicator_names, to->site->arena,
                                  to->reader->diag, indicator_id, to->site};
    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t index = p->indicator_first + k;
        const struct indicator *i = &to->site->indicators.at[index];
        catalog_name(&names, i->title, index, i->at);
        for (size_t a = 0; a < i->aliases.n; a++)
            catalog_name(&names, i->aliases.at[a], index, i->at);
    }
    catalog_spell_ids(&names, p->indicator_first, p->indicator_n);
    name_officially(to);
}

/* --- targets --- */

static int by_key(const void *a, const void *b)
{
    const struct target *one = a, *other = b;
    if (one->indicator.index != other->indicator.index)
        return one->indicator.index < other->indicator.index ? -1 : 1;
    int order = period_cmp(one->period, other->period);
    if (order)
        return order;
    if (one->who != other->who)
        return one->who < other->who ? -1 : 1;
    return one->school.index < other->school.index   ? -1
           : one->school.index > other->school.index ? 1
                                                     : 0;
}

static void sort_targets(struct adding *to)
{
    struct programme *p = to->programme;
    if (!p->targets.n)
        return;
    qsort(p->targets.at, p->targets.n, sizeof *p->targets.at, by_key);
    for (size_t i = 1; i < p->targets.n; i++)
        if (by_key(&p->targets.at[i - 1], &p->targets.at[i]) == 0)
            diag_add(to->reader->diag, p->targets.at[i].at,
                     MSG_CATALOG_TARGET_TWICE,
                     ARGS(p->targets.at[i].indicator.text));
}

/* --- the rest --- */

static void add_threshold(void *payload, const void *record)
{
    struct adding *to = payload;
    const struct threshold_row *row = record;
    struct threshold *t =
        ARR_PUSH(to->site->arena, &to->programme->thresholds);
    *t = row->threshold;
    t->at = row->at;
}

static void add_measure(void *payload, const void *record)
{
    struct adding *to = payload;
    struct measure *m = ARR_PUSH(to->site->arena, &to->programme->measures);
    *m = *(const struct measure *)record;
    m->programme = to->index;
    m->when = when_parse(m->when_text, to->programme->period);
    if (m->when_text.n && m->when.kind == WHEN_WORDS)
        diag_add(to->reader->diag, m->when_at, MSG_CATALOG_WHEN,
                 ARGS(m->when_text));
}

/* An id is unique among its kind; printed numbers need not be (R1.7). */
static void check_ids(struct adding *to, const void *rows, size_t n,
                      size_t size, size_t id_offset, size_t at_offset)
{
    struct map *seen = map_new(to->site->arena);
    for (size_t i = 0; i < n; i++) {
        const char *row = (const char *)rows + i * size;
        const struct str *id = (const void *)(row + id_offset);
        const struct pos *at = (const void *)(row + at_offset);
        size_t had = map_add(seen, *id, i);
        if (had != i)
            catalog_taken(to->reader->diag, *id, *at,
                          *(const struct pos *)(const void *)(
                              (const char *)rows + had * size + at_offset));
    }
}
#define CHECK_IDS(to, list, type)                                         \
    check_ids((to), (list).at, (list).n, sizeof(struct type),             \
              offsetof(struct type, id), offsetof(struct type, at))

static void read_tables(struct adding *to, struct str folder)
{
    static const struct {
        const struct schema *schema;
        schema_add *add;
    } tables[] = {
        {&schema_indicators, add_indicator},
        {&schema_breaks, add_break},
        {&schema_thresholds, add_threshold},
        {&schema_plan, add_measure},
        {&schema_progress, add_report},
        {&schema_finance, add_money},
        {&schema_risks, add_risk},
        {&schema_documents, add_document},
        {&schema_participants, add_participant},
        {&schema_overrides, add_override},
        {&schema_monitoring, add_monitoring},
        {&schema_findings, add_finding},
        {&schema_clusters, add_cluster},
    };
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        struct str path =
            str_format(to->site->arena, "%.*s%s", STR_FMT(folder),
                       tables[t].schema->name);
        schema_table(to->reader, tables[t].schema, path, tables[t].add, to);
    }
}

void catalog_read_programme(struct site *site, size_t programme,
                            const struct schema_reader *reader)
{
    struct adding to = {site, &site->programmes.at[programme], programme,
                        reader};
    struct programme *p = to.programme;
    struct str folder =
        str_format(site->arena, "data/%.*s/", STR_FMT(p->id));
    p->indicator_first = site->indicators.n;
    p->indicator_names = map_new(site->arena);
    read_tables(&to, folder);
    name_indicators(&to);
    target_read(site, programme, reader, folder);
    sort_targets(&to);
    CHECK_IDS(&to, p->measures, measure);
    CHECK_IDS(&to, p->documents, document);
    CHECK_IDS(&to, p->monitoring, monitoring);
    CHECK_IDS(&to, p->findings, finding);
}
