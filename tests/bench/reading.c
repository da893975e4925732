/*
 * reading: how long the tables take. Reads, links and checks one large
 * values.csv and compares that with a bare libcsv parse of the same bytes in
 * the same run.
 *   reading DIR RUNS    a site as `bench values N DIR` makes it
 * Prints medians: bare seconds, ours, their ratio, ours with the release.
 */
#include "base/diag.h"
#include "base/fs.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/text.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "release/release.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>

#define RUNS_MAX 64

struct counts {
    size_t cells, rows, bytes;
};

static double now(void)
{
    struct timeval t;
    gettimeofday(&t, NULL);
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void on_cell(void *text, size_t n, void *payload)
{
    struct counts *counts = payload;
    (void)text;
    counts->cells++;
    counts->bytes += n;
}

static void on_row(int end, void *payload)
{
    struct counts *counts = payload;
    (void)end;
    counts->rows++;
}

/* The bytes through libcsv with callbacks that only count. */
static double bare(const struct source *source, struct counts *counts)
{
    struct diag *diag = diag_new();
    struct buf bytes = {0};
    struct csv_parser csv;
    double from = now();
    if (source_read(source, S("data/growth/values.csv"), (size_t)1 << 31,
                    &bytes, diag) != 0)
        exit(1);
    csv_init(&csv, CSV_STRICT);
    csv_set_delim(&csv, ';');
    csv_parse(&csv, bytes.p, bytes.n, on_cell, on_row, counts);
    csv_fini(&csv, on_cell, on_row, counts);
    csv_free(&csv);
    double seconds = now() - from;
    buf_free(&bytes);
    diag_free(diag);
    return seconds;
}

/* The tables of the site, its references, its numbers; then the release. */
static void ours(const struct source *source, double *read, double *all)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    double from = now();
    struct site *site = catalog_read(arena, source, diag);
    link_site(site, diag);
    struct store *store = observe_read(arena, site, source, diag);
    *read = now() - from;
    release_make(arena, site, store, diag);
    *all = now() - from;
    if (diag_worst(diag) > LEVEL_NOTE) {
        fputs("reading: the site is not free of warnings\n", stderr);
        exit(1);
    }
    diag_free(diag);
    arena_free(arena);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, by_value);
    return values[n / 2];
}

int main(int argc, char **argv)
{
    double bare_s[RUNS_MAX], read_s[RUNS_MAX], all_s[RUNS_MAX];
    size_t runs = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;
    struct counts counts = {0};
    struct diag *diag = diag_new();
    if (runs == 0 || runs > RUNS_MAX) {
        fputs("reading DIR RUNS\n", stderr);
        return 2;
    }
    text_init();
    struct source *source = source_folder(argv[1], diag);
    for (size_t i = 0; i < runs; i++) {
        counts = (struct counts){0};
        bare_s[i] = bare(source, &counts);
        ours(source, &read_s[i], &all_s[i]);
    }
    double b = median(bare_s, runs), r = median(read_s, runs),
           a = median(all_s, runs);
    printf("%zu rows: bare %.3f s, read and linked %.3f s (%.2f), "
           "released %.3f s (%.2f)\n", counts.rows, b, r, r / b, a, a / b);
    source_free(source);
    diag_free(diag);
    return 0;
}
