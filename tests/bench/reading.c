/*
 * reading: how long the tables take. Reads, links and checks one large
 * values.csv and compares that with a bare libcsv parse of the same file in
 * the same run, in processor time. What the release adds is in release.c.
 *   reading DIR RUNS    a site as `bench tables N DIR` makes it
 * Prints the rows, the least seconds of both, and read / bare.
 */
#include "base/diag.h"
#include "base/fs.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/text.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS_MAX 64

struct counts {
    size_t cells, rows, bytes;
};

/* Of the processor: all of this is one thread. */
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
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

/* The tables of the site, its references, all its numbers. */
static double ours(const struct source *source)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    double from = now();
    struct site *site = catalog_read(arena, source, diag);
    link_site(site, diag);
    observe_read(arena, site, source, diag);
    double seconds = now() - from;
    if (diag_worst(diag) > LEVEL_NOTE) {
        fputs("reading: something was reported\n", stderr);
        exit(1);
    }
    diag_free(diag);
    arena_free(arena);
    return seconds;
}

/* What else the machine does only ever adds to the time. */
static double least(const double *values, size_t n)
{
    double best = values[0];
    for (size_t i = 1; i < n; i++)
        best = values[i] < best ? values[i] : best;
    return best;
}

int main(int argc, char **argv)
{
    double bare_s[RUNS_MAX], ours_s[RUNS_MAX];
    size_t runs = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;
    struct counts counts;
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
        ours_s[i] = ours(source);
    }
    double b = least(bare_s, runs), o = least(ours_s, runs);
    printf("%9s %9s %9s %9s\n%9zu %9.3f %9.3f %9.2f\n", "rows", "bare",
           "read", "read/bare", counts.rows - 1, b, o, o / b);
    source_free(source);
    diag_free(diag);
    return 0;
}
