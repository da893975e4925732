/*
 * bench: what `make bench` needs, in one program without dependencies:
 *   bench generate N DIR      a site of N schools, 12 indicators, 6 years
 *   bench tables N DIR        the same without texts of schools
 *   bench bare LIKE TO        the bare writer: as many files of the same
 *                             names and sizes, and nothing else
 *   bench time RUNS BEFORE COMMAND   median wall time and peak memory of a
 *                             command; BEFORE each run, untimed
 */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a parent's page has room for (reader 2.1); BENCH_INDICATORS changes
 * it. */
#define INDICATORS_DEFAULT 12
#define YEARS 6
#define FIRST_YEAR 2020

static void die(const char *what)
{
    fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
    exit(1);
}

/* --- generate --- */

static int indicators(void)
{
    const char *wanted = getenv("BENCH_INDICATORS");
    return wanted ? atoi(wanted) : INDICATORS_DEFAULT;
}

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
    if (!file)
        die(path);
    return file;
}

/* A fixed sequence, so that every run measures the same site. */
static unsigned next_random(unsigned *state)
{
    *state = *state * 1103515245u + 12345u;
    return *state >> 16 & 0x7fff;
}

static void write_frame(const char *dir)
{
    FILE *f = create(dir, "content/site.yml");
    fputs("title: Большой район\nas_of: 01.09.2026\n"
          "municipalities:\n  big:\n    name: Большой район\n", f);
    fclose(f);
    f = create(dir, "content/programs/growth/index.md");
    fputs("---\ntitle: Программа роста\nmunicipality: big\n"
          "period: 2020-2026\nscope: all\n---\nВведение в программу.\n", f);
    fclose(f);
}

static void write_indicators(const char *dir)
{
    FILE *f = create(dir, "data/growth/indicators.csv");
    fputs("id;title;unit;class;direction;aggregate;subj;verb_one;verb_many\n",
          f);
    for (int i = 0; i < indicators(); i++)
        fprintf(f, "i%02d;Показатель номер %d;%%;people;up;weighted;"
                   "учеников;занимается;занимаются\n", i, i);
    fclose(f);
    f = create(dir, "data/growth/targets.csv");
    fputs("indicator;period;target;school\n", f);
    for (int i = 0; i < indicators(); i++)
        fprintf(f, "i%02d;2026;70 %%;*\ni%02d;2026;70 %%;\n", i, i);
    fclose(f);
}

static void write_values(const char *dir, int n)
{
    FILE *f = create(dir, "data/growth/values.csv");
    unsigned state = 1;
    fputs("indicator;school;period;numerator;n\n", f);
    for (int s = 0; s < n; s++)
        for (int i = 0; i < indicators(); i++)
            for (int y = 0; y < YEARS; y++) {
                unsigned people = 40 + next_random(&state) % 400;
                unsigned part = 10 + next_random(&state) % (people - 20);
                fprintf(f, "i%02d;s%05d;%d;%u;%u\n", i, s, FIRST_YEAR + y,
                        part, people);
            }
    fclose(f);
}

static void write_school(const char *dir, int s)
{
    char name[64];
    snprintf(name, sizeof name, "content/schools/s%05d.md", s);
    FILE *f = create(dir, name);
    fprintf(f, "---\nsummary: Слово школы № %d.\n---\n", s);
    for (int p = 0; p < 6; p++)
        fprintf(f, "## Раздел %d\n\nШкола № %d рассказывает о том, как она "
                   "работает: уроки, кружки, **олимпиады** и встречи с "
                   "родителями. Подробнее — [показатель]"
                   "(indicator:growth/i%02d).\n\n"
                   "- первое дело школы\n- второе дело школы\n\n", p, s,
                (s + p) % indicators());
    fputs("| класс | детей |\n| --- | --: |\n| 1 | 25 |\n| 2 | 27 |\n", f);
    fclose(f);
}

static int generate_tables(int n, const char *dir)
{
    write_frame(dir);
    write_indicators(dir);
    write_values(dir, n);
    FILE *f = create(dir, "data/schools.csv");
    fputs("id;name;settlement;municipality\n", f);
    for (int s = 0; s < n; s++)
        fprintf(f, "s%05d;Школа № %d;с. Село %d;big\n", s, s, s / 20);
    fclose(f);
    return 0;
}

static int generate(int n, const char *dir)
{
    generate_tables(n, dir);
    for (int s = 0; s < n; s++)
        write_school(dir, s);
    return 0;
}

/* --- bare --- */

static const char *bare_like, *bare_to;
static char bare_bytes[1 << 24];

static int bare_one(const char *path, const struct stat *info, int type,
                    struct FTW *ftw)
{
    char to[4096];
    (void)ftw;
    snprintf(to, sizeof to, "%s%s", bare_to, path + strlen(bare_like));
    if (type == FTW_D)
        return mkdir(to, 0777) && errno != EEXIST ? -1 : 0;
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    for (off_t left = info->st_size; out >= 0 && left > 0;) {
        size_t piece = left < (off_t)sizeof bare_bytes ? (size_t)left
                                                       : sizeof bare_bytes;
        ssize_t put = write(out, bare_bytes, piece);
        if (put < 0)
            die(to);
        left -= put;
    }
    if (out < 0)
        die(to);
    close(out);
    return 0;
}

static int bare(const char *like, const char *to)
{
    bare_like = like;
    bare_to = to;
    return nftw(like, bare_one, 32, FTW_PHYS) ? 1 : 0;
}

/* --- time --- */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* One run of a shell command: wall seconds; peak KiB in *peak. */
static double run(const char *command, long *peak)
{
    struct timeval from, to;
    struct rusage usage;
    int status;
    gettimeofday(&from, NULL);
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    if (wait4(child, &status, 0, &usage) < 0 || status != 0)
        die(command);
    gettimeofday(&to, NULL);
    if (usage.ru_maxrss > *peak)
        *peak = usage.ru_maxrss;
    return (double)(to.tv_sec - from.tv_sec) +
           (double)(to.tv_usec - from.tv_usec) / 1e6;
}

static int timed(int runs, const char *before, const char *command)
{
    double *seconds = calloc((size_t)runs, sizeof *seconds);
    long peak = 0;
    long ignored = 0;
    for (int i = 0; i < runs; i++) {
        run(before, &ignored);
        seconds[i] = run(command, &peak);
    }
    qsort(seconds, (size_t)runs, sizeof *seconds, by_value);
    printf("%.4f %.1f\n", seconds[runs / 2], (double)peak / 1024);
    free(seconds);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "generate") == 0)
        return generate(atoi(argv[2]), argv[3]);
    if (argc == 4 && strcmp(argv[1], "tables") == 0)
        return generate_tables(atoi(argv[2]), argv[3]);
    if (argc == 4 && strcmp(argv[1], "bare") == 0)
        return bare(argv[2], argv[3]);
    if (argc == 5 && strcmp(argv[1], "time") == 0)
        return timed(atoi(argv[2]), argv[3], argv[4]);
    fputs("bench generate N DIR | tables N DIR | bare LIKE TO | "
          "time RUNS BEFORE COMMAND\n",
          stderr);
    return 2;
}
