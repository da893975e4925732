/*
 * release: how long the release takes beside the reading of the same numbers,
 * in one run, in processor time. Writes the site itself, many million cells of it.
 *   release DIR CELLS   a site of that many cells in DIR; an empty folder
 * Prints the cells, seconds of both, and release / read. A third of the
 * indicators has to do with others, the rest are shares with their counts, as
 * most tables have them. Some schools are small, so that every rule has work;
 * the numbers agree with each other, so that nothing is reported.
 */
#include "base/diag.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/text.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "release/release.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#define INDICATORS 50
#define YEARS 6
#define FIRST_YEAR 2020
#define GROUP 5             /* a count, its two parts, a share and a score */
#define TIED 15             /* indicators in such groups; behind them shares */

static FILE *create(const char *dir, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    for (char *p = path + 1; *p; p++)
        if (*p == '/') {
            *p = '\0';
            mkdir(path, 0777);
            *p = '/';
        }
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

static void write_frame(const char *dir, size_t schools)
{
    static const char *const rows[GROUP] = {
        "count;people;sum;;", "count;people;sum;;i%02d",
        "count;people;sum;;i%02d", "share;people;weighted;i%02d;",
        "score;people;weighted;i%02d;"};
    FILE *f = create(dir, "content/site.yml");
    fputs("title: Т\nas_of: 2030-01-01\n", f);
    fclose(f);
    f = create(dir, "content/programs/p/index.md");
    fputs("---\ntitle: П\n---\n", f);
    fclose(f);
    f = create(dir, "data/schools.csv");
    fputs("id;name\n", f);
    for (size_t s = 0; s < schools; s++)
        fprintf(f, "s%zu;Школа %zu\n", s, s);
    fclose(f);
    f = create(dir, "data/p/indicators.csv");
    fputs("id;title;unit;policy;kind;class;aggregate;denominator;part_of\n",
          f);
    for (int i = 0; i < INDICATORS; i++) {
        if (i >= TIED) {
            fprintf(f, "i%02d;И %d;%%;%s;share;people;weighted;;\n", i, i,
                    i % 2 ? "total-first" : "schools-first");
            continue;
        }
        fprintf(f, "i%02d;И %d;%s;%s;", i, i,
                i % GROUP == 3 ? "%" : "чел.",
                i / GROUP % 2 ? "total-first" : "schools-first");
        fprintf(f, rows[i % GROUP], i - i % GROUP);
        fputc('\n', f);
    }
    fclose(f);
}

/* Numbers of a school that hardly change: some of it are small. */
static unsigned value_of(unsigned school, int indicator, int year)
{
    unsigned first = school % 97 == 0 ? 3 : 30 + school % 50;
    unsigned second = 40 + school % 31 + (unsigned)year;
    switch (indicator % GROUP) {
    case 0:
        return first + second;
    case 1:
    case 3:
        return first;
    case 2:
        return second;
    default:
        return 40 + school % 20;
    }
}

static void write_value(FILE *f, unsigned school, int i, int year)
{
    fprintf(f, "i%02d;s%u;%d;", i, school, FIRST_YEAR + year);
    if (i >= TIED)
        fprintf(f, ";%u;%u\n", value_of(school, 1, year),
                value_of(school, 0, year));
    else
        fprintf(f, i % GROUP == 3 ? ";%u;\n" : "%u;;\n",
                value_of(school, i, year));
}

static void write_values(const char *dir, size_t schools)
{
    FILE *f = NULL;
    for (size_t s = 0; s < schools; s++) {
        char name[64];
        if (s % 2000 == 0) {
            if (f)
                fclose(f);
            snprintf(name, sizeof name, "data/p/values-%05zu.csv", s);
            f = create(dir, name);
            fputs("indicator;school;period;value;numerator;n\n", f);
        }
        for (int i = 0; i < INDICATORS; i++)
            for (int y = 0; y < YEARS; y++)
                write_value(f, (unsigned)s, i, y);
    }
    fclose(f);
}

/* Processor time: what else the machine does is not counted. */
static double now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    if (argc != 3) {
        fputs("release DIR CELLS\n", stderr);
        return 2;
    }
    size_t cells = strtoul(argv[2], NULL, 10);
    size_t schools = cells / (INDICATORS * YEARS) + 1;
    write_frame(argv[1], schools);
    write_values(argv[1], schools);
    text_init();
    struct source *source = source_folder(argv[1], diag);
    double from = now();
    struct site *site = catalog_read(arena, source, diag);
    link_site(site, diag);
    struct store *store = observe_read(arena, site, source, diag);
    double read = now() - from;
    from = now();
    struct release *release = release_make(arena, site, store, diag);
    double made = now() - from;
    struct release_counts n = release_count(release, PRIVACY_PEOPLE);
    if (diag_worst(diag) > LEVEL_WARNING) {
        diag_write(diag, &(struct diag_print){.lang = LANG_EN}, stderr);
        return 1;
    }
    printf("%zu cells (%zu hidden): read %.2f s, released %.2f s, "
           "ratio %.2f, %zu warnings\n",
           schools * INDICATORS * YEARS, n.hidden, read, made, made / read,
           diag_count(diag, LEVEL_WARNING));
    source_free(source);
    diag_free(diag);
    arena_free(arena);
    return 0;
}
