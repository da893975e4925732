/*
 * page_clusters: how a published document grouped the schools, year by year:
 * its own words, with their source. site.yml says whether with the names of
 * the schools, without them, or not at all.
 *
 * For page_monitoring.c and export.c.
 */
#include "render/page_monitoring.h"

#include "base/fold.h"

#include <stdlib.h>

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static const struct field line_fields[] = {
    FIELD(cluster_line, TEXT, name),
    FIELD(cluster_line, URL, url),
    FIELD_OF(cluster_line, LIST, cells, link_view),
};
static const struct view line_view = {
    "cluster line", sizeof(struct cluster_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

static const struct field strip_fields[] = {
    FIELD_OF(cluster_strip, LIST, years, link_view),
    FIELD_OF(cluster_strip, LIST, lines, line_view),
    FIELD_OF(cluster_strip, LIST, sources, link_view),
    FIELD(cluster_strip, BOOL, anonymous),
};
const struct view cluster_strip_view = {
    "cluster strip", sizeof(struct cluster_strip), strip_fields,
    sizeof strip_fields / sizeof *strip_fields, NULL,
};

bool cluster_any(const struct site *site, size_t programme)
{
    return site->config.cluster_public != CLUSTERS_NONE &&
           site->programmes.at[programme].clusters.n > 0;
}

/* --- the years --- */

struct strip {
    const struct page *page;
    const struct programme *programme;
    ARR(struct period) years;
};

static int by_time(const void *a, const void *b)
{
    return period_cmp(*(const struct period *)a, *(const struct period *)b);
}

static void find_years(struct strip *strip)
{
    const struct programme *it = strip->programme;

    for (size_t i = 0; i < it->clusters.n; i++) {
        size_t at = 0;

        while (at < strip->years.n &&
               !period_eq(strip->years.at[at], it->clusters.at[i].period))
            at++;
        if (at == strip->years.n)
            *ARR_PUSH(strip->page->arena, &strip->years) =
                it->clusters.at[i].period;
    }
    if (strip->years.n > 0)
        qsort(strip->years.at, strip->years.n, sizeof *strip->years.at,
              by_time);
}

/* «2017 год: Приложение 1» once for each source of a year. */
static struct list sources_of(const struct strip *strip)
{
    const struct page *page = strip->page;
    const struct programme *it = strip->programme;
    ARR(struct view_link) lines = {0};

    for (size_t y = 0; y < strip->years.n; y++) {
        size_t first = lines.n;

        for (size_t i = 0; i < it->clusters.n; i++) {
            const struct cluster *row = &it->clusters.at[i];
            struct str line;
            bool known = false;

            if (!period_eq(row->period, strip->years.at[y]))
                continue;
            line = page_fill(page, "clusters.source",
                FILL({ "period", page_period(page, row->period) },
                     { "source", row->source.n > 0
                                     ? page_typo(page, row->source)
                                     : page_word(page,
                                                 "clusters.no_source") }));
            for (size_t k = first; k < lines.n; k++)
                known = known || str_eq(lines.at[k].label, line);
            if (!known)
                *ARR_PUSH(page->arena, &lines) = (struct view_link){
                    .label = line
                };
        }
    }
    return LIST_OF(lines);
}

/* --- the lines --- */

static struct str label_of(const struct page *page, const struct cluster *row)
{
    return page_fill(page, "clusters.label",
        FILL({ "result", page_typo(page, row->result) },
             { "process", page_typo(page, row->process) }));
}

/* The row of each school in each year, or NULL: school * years + year. */
static const struct cluster **grid_of(const struct strip *strip)
{
    const struct programme *it = strip->programme;
    size_t schools = strip->page->site->schools.n, years = strip->years.n;
    const struct cluster **grid = PAGE_ARRAY(strip->page,
                                             const struct cluster *,
                                             schools * years + 1);

    for (size_t i = 0; i < it->clusters.n; i++) {
        const struct cluster *row = &it->clusters.at[i];

        for (size_t y = 0; y < years && row->school.index < schools; y++) {
            if (period_eq(row->period, strip->years.at[y]))
                grid[row->school.index * years + y] = row;
        }
    }
    return grid;
}

/* Schools in the order of the site; a year without a label says so. */
static struct list lines_of_schools(const struct strip *strip)
{
    const struct page *page = strip->page;
    const struct cluster **row = grid_of(strip);
    ARR(struct cluster_line) lines = {0};

    for (size_t s = 0; s < page->site->schools.n;
         s++, row += strip->years.n) {
        struct view_link *cells;
        bool named = false;

        for (size_t y = 0; y < strip->years.n; y++)
            named = named || row[y];
        if (!named)
            continue;
        cells = PAGE_ARRAY(page, struct view_link, strip->years.n);
        for (size_t y = 0; y < strip->years.n; y++)
            cells[y].label = row[y] ? label_of(page, row[y])
                                    : page_word(page, "clusters.not_named");
        *ARR_PUSH(page->arena, &lines) = (struct cluster_line){
            .name = page_label(page, THING_SCHOOL, s, NONE),
            .url = page_url(page, THING_SCHOOL, s, NONE),
            .cells = { cells, strip->years.n },
        };
    }
    return LIST_OF(lines);
}

static int by_words(const void *a, const void *b)
{
    return fold_order(*(const struct str *)a, *(const struct str *)b);
}

/* How many schools had a label in each year. */
static struct list lines_of_labels(const struct strip *strip)
{
    const struct page *page = strip->page;
    const struct programme *it = strip->programme;
    struct str *labels = PAGE_ARRAY(page, struct str, it->clusters.n);
    ARR(struct cluster_line) lines = {0};

    for (size_t i = 0; i < it->clusters.n; i++)
        labels[i] = label_of(page, &it->clusters.at[i]);
    qsort(labels, it->clusters.n, sizeof *labels, by_words);
    for (size_t l = 0; l < it->clusters.n; l++) {
        struct view_link *cells;

        if (l > 0 && str_eq(labels[l], labels[l - 1]))
            continue;
        cells = PAGE_ARRAY(page, struct view_link, strip->years.n);
        for (size_t y = 0; y < strip->years.n; y++) {
            size_t n = 0;

            for (size_t i = 0; i < it->clusters.n; i++)
                n += period_eq(it->clusters.at[i].period,
                               strip->years.at[y]) &&
                     str_eq(label_of(page, &it->clusters.at[i]), labels[l]);
            cells[y].label = page_count(page, "school", n);
        }
        *ARR_PUSH(page->arena, &lines) = (struct cluster_line){
            .name = labels[l],
            .cells = { cells, strip->years.n },
        };
    }
    return LIST_OF(lines);
}

const struct cluster_strip *cluster_strip(const struct page *page,
                                          size_t programme)
{
    struct strip strip = { page, &page->site->programmes.at[programme],
                           {0} };
    struct cluster_strip *view = ARENA_NEW(page->arena,
                                           struct cluster_strip);
    struct view_link *years;

    if (!cluster_any(page->site, programme))
        return NULL;
    find_years(&strip);
    years = PAGE_ARRAY(page, struct view_link, strip.years.n);
    for (size_t i = 0; i < strip.years.n; i++)
        years[i].label = page_period_short(page, strip.years.at[i]);
    view->years = (struct list){ years, strip.years.n };
    view->anonymous = page->site->config.cluster_public ==
                      CLUSTERS_ANONYMOUS;
    view->lines = view->anonymous ? lines_of_labels(&strip)
                                  : lines_of_schools(&strip);
    view->sources = sources_of(&strip);
    return view;
}
