/*
 * One table saved in every way an office saves tables gives the same store,
 * byte for byte: encodings, delimiters, line ends, shapes and quoting are
 * combined in full; decimal marks, names, order of columns, lines above and
 * below, empty cells and the like change from way to way.
 */
#include "fixture.h"

#include <iconv.h>

#define SCHOOLS_N 3
#define PERIODS_N 2
#define INDICATORS_N 5
#define SPELLINGS 4

static const char indicators_csv[] =
    "id;title;unit;kind;class\n"
    "k45;Учатся на «4» и «5»;%;share;open\n"
    "ege;ЕГЭ, математика;балл;score;open\n"
    "people;Участники №1;чел.;count;open\n"
    "room;Кабинет есть;да/нет;;\n"
    "level;Уровень;уровень;text;\n";
static const char schools_csv[] =
    "id;name;short\nsorsk-2;МБОУ «Сорская ООШ №2»;ООШ № 2\n"
    "sorsk-3;МБОУ «Сорская СОШ №3 с УИОП»;СОШ № 3\n";

/* How the same things are called; the third school is the whole. */
static const char *const schools[SCHOOLS_N][SPELLINGS] = {
    {"sorsk-2", "МБОУ «Сорская ООШ №2»", "ООШ2", "МБОУ \"Сорская OOШ № 2\""},
    {"sorsk-3", "МБОУ «Сорская СОШ №3 с УИОП»", "СОШ N 3",
     "мбоу сорская сош 3 с уиоп"},
    {"", "Итого", "Всего по району", "ВСЕГО"},
};
static const char *const indicators[INDICATORS_N][SPELLINGS] = {
    {"k45", "Учатся на «4» и «5»", "учатся на 4 и 5", "УЧАТСЯ НА \"4\" И 5"},
    {"ege", "ЕГЭ, математика", "егэ математика", "EГЭ, математика"},
    {"people", "Участники №1", "участники 1", "УЧАСТНИКИ № 1"},
    {"room", "Кабинет есть", "кабинет  есть", "Kабинет есть"},
    {"level", "Уровень", "УРОВЕНЬ", "уровень"},
};
static const char *const periods[PERIODS_N][SPELLINGS] = {
    {"2021-2022", "2021/2022", "2021/22", "2021–2022 уч. г."},
    {"2022-2023", "2022–2023 учебный год", "2022-23 уч. год", "2022/23"},
};
/* By indicator, school and period; NULL: no row. `,` becomes the decimal
 * mark, `_` the group mark, `~` the minus. */
static const char *const values[INDICATORS_N][SCHOOLS_N][PERIODS_N] = {
    {{"42/21%", "-"}, {"246/36,7", "38,25 %"}, {"31", NULL}},
    {{"32,7", "скрыто"}, {"0", "65,5"}, {NULL, "~1,5"}},
    {{"1_234", "0"}, {"нет данных", "12"}, {NULL, "1_000_246"}},
    {{"да", "Нет"}, {"НЕТ", "есть"}, {NULL, NULL}},
    {{"выше \"среднего\"; почти, но", NULL}, {"средний\nпо району", "-"},
     {"№ 1 – первый", NULL}},
};

static const char *const encodings[] = {"UTF-8", "UTF-8, BOM", "CP1251",
                                        "UTF-16LE", "UTF-16BE"};
static const char delimiters[] = {';', ',', '\t'};
static const char *const ends[] = {"\n", "\r\n", "\r"};
enum shape { LONG, LONG_TURNED, LONG_SPLIT, BY_PERIOD, BY_SCHOOL,
             BY_INDICATOR, SHAPES };

/* One way to save the table. What has no member of its own follows from the
 * number. */
struct way {
    size_t number, encoding, delimiter, end, spelling;
    enum shape shape;
    bool quoted, russian;
    const char *decimal, *group, *minus;
};

/* --- writing --- */

static void put_cell(struct buf *out, const struct way *way, bool first,
                     struct str text)
{
    bool quoted = way->quoted || str_find_char(text, '"') >= 0 ||
                  str_find_char(text, '\n') >= 0 ||
                  str_find_char(text, delimiters[way->delimiter]) >= 0;
    if (!first)
        buf_char(out, delimiters[way->delimiter]);
    if (quoted)
        buf_char(out, '"');
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n')
            buf_addz(out, ends[way->end]);
        else
            buf_char(out, text.p[i]);
        if (text.p[i] == '"')
            buf_char(out, '"');
    }
    if (quoted)
        buf_char(out, '"');
}

/* Cells between `|`; the columns of some ways end in empty ones. */
static void put_row(struct buf *out, const struct way *way,
                    const char *const *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        put_cell(out, way, i == 0, str_of(cells[i] ? cells[i] : ""));
    for (size_t i = 0; i < way->number % 3; i++)
        buf_char(out, delimiters[way->delimiter]);
    buf_addz(out, ends[way->end]);
}

static const char *value_in(struct arena *arena, const struct way *way,
                            size_t i, size_t s, size_t p)
{
    struct buf out = {0};
    const char *text = values[i][s][p];
    if (!text)
        return NULL;
    for (; *text; text++)
        if (*text == ',' && i != INDICATORS_N - 1)
            buf_addz(&out, way->decimal);
        else if (*text == '_')
            buf_addz(&out, way->group);
        else if (*text == '~')
            buf_addz(&out, way->minus);
        else
            buf_char(&out, *text);
    const char *copy = str_z(arena, buf_str(&out));
    buf_free(&out);
    return copy;
}

static const char *school_in(const struct way *way, size_t s)
{
    return schools[s][way->spelling];
}

static void put_long(struct buf *out, struct arena *arena,
                     const struct way *way, size_t from, size_t to)
{
    static const char *const heads[][4] = {
        {"indicator", "school", "period", "value"},
        {"показатель", "школа", "учебный год", "значение"},
        {"Показатель", "ШКОЛА", "Период", "Факт"}};
    const char *const *head = heads[way->russian ? 1 + way->number % 2 : 0];
    bool turned = way->shape == LONG_TURNED;
    const char *first[] = {head[0], head[1], head[2], head[3]};
    const char *other[] = {head[3], head[2], head[0], head[1]};
    put_row(out, way, turned ? other : first, 4);
    for (size_t i = from; i < to; i++)
        for (size_t s = 0; s < SCHOOLS_N; s++)
            for (size_t p = 0; p < PERIODS_N; p++) {
                const char *value = value_in(arena, way, i, s, p);
                const char *row[] = {indicators[i][way->spelling],
                                     school_in(way, s),
                                     periods[p][way->spelling], value};
                const char *back[] = {row[3], row[2], row[0], row[1]};
                if (value)
                    put_row(out, way, turned ? back : row, 4);
            }
}

/* The whole has no name as an id, and a column needs one. */
static const char *column_school(const struct way *way, size_t s)
{
    return *school_in(way, s) ? school_in(way, s) : "Итого";
}

static void put_by_school(struct buf *out, struct arena *arena,
                          const struct way *way)
{
    const char *head[2 + SCHOOLS_N] = {
        way->russian ? "показатель" : "indicator",
        way->russian ? "период" : "period"};
    for (size_t s = 0; s < SCHOOLS_N; s++)
        head[2 + s] = column_school(way, s);
    put_row(out, way, head, 2 + SCHOOLS_N);
    for (size_t i = 0; i < INDICATORS_N; i++)
        for (size_t p = 0; p < PERIODS_N; p++) {
            const char *row[2 + SCHOOLS_N] = {indicators[i][way->spelling],
                                              periods[p][way->spelling]};
            for (size_t s = 0; s < SCHOOLS_N; s++)
                row[2 + s] = value_in(arena, way, i, s, p);
            put_row(out, way, row, 2 + SCHOOLS_N);
        }
}

static void put_by_period(struct buf *out, struct arena *arena,
                          const struct way *way)
{
    const char *head[2 + PERIODS_N] = {
        way->russian ? "школа" : "school",
        way->russian ? "показатель" : "indicator"};
    for (size_t p = 0; p < PERIODS_N; p++)
        head[2 + p] = periods[p][way->spelling];
    put_row(out, way, head, 2 + PERIODS_N);
    for (size_t s = SCHOOLS_N; s-- > 0;)
        for (size_t i = 0; i < INDICATORS_N; i++) {
            const char *row[2 + PERIODS_N] = {school_in(way, s),
                                              indicators[i][way->spelling]};
            for (size_t p = 0; p < PERIODS_N; p++)
                row[2 + p] = value_in(arena, way, i, s, p);
            put_row(out, way, row, 2 + PERIODS_N);
        }
}

static void put_by_indicator(struct buf *out, struct arena *arena,
                             const struct way *way)
{
    const char *head[2 + INDICATORS_N] = {
        way->russian ? "период" : "period",
        way->russian ? "школа" : "school"};
    for (size_t i = 0; i < INDICATORS_N; i++)
        head[2 + i] = indicators[i][way->spelling];
    put_row(out, way, head, 2 + INDICATORS_N);
    for (size_t p = 0; p < PERIODS_N; p++)
        for (size_t s = 0; s < SCHOOLS_N; s++) {
            const char *row[2 + INDICATORS_N] = {periods[p][way->spelling],
                                                 school_in(way, s)};
            for (size_t i = 0; i < INDICATORS_N; i++)
                row[2 + i] = value_in(arena, way, i, s, p);
            put_row(out, way, row, 2 + INDICATORS_N);
        }
}

/* `sep=` or titles above, empty rows, a repeated header and footnotes below:
 * whatever the number says. */
static void put_above(struct buf *out, const struct way *way)
{
    if (way->number % 5 == 1) {
        buf_addz(out, "sep=");
        buf_char(out, delimiters[way->delimiter]);
        buf_addz(out, ends[way->end]);
    }
    if (way->number % 4 == 2) {
        const char *title[] = {"Сведения о школах за 2021–2023 годы"};
        put_row(out, way, title, 1);
        put_row(out, way, (const char *[]){"", "", ""}, 3);
    }
}

static void put_below(struct buf *out, const struct way *way)
{
    const char *notes[] = {"* по данным школ", "Примечание: без филиалов"};
    const char *empty[] = {"", " ", ""};
    if (way->number % 2)
        put_row(out, way, empty, 3);
    if (way->number % 3)
        put_row(out, way, &notes[way->number % 2], 1);
    while (way->number % 7 == 3 && out->n &&
           strchr("\r\n", out->p[out->n - 1]))
        out->n--;               /* no line end at the end */
}

static void put_table(struct buf *out, struct arena *arena,
                      const struct way *way, size_t from, size_t to)
{
    put_above(out, way);
    switch (way->shape) {
    case BY_PERIOD:
        put_by_period(out, arena, way);
        break;
    case BY_SCHOOL:
        put_by_school(out, arena, way);
        break;
    case BY_INDICATOR:
        put_by_indicator(out, arena, way);
        break;
    default:
        put_long(out, arena, way, from, to);
        break;
    }
    put_below(out, way);
}

/* --- encoding --- */

static void put_bytes(struct str path, struct buf *text, size_t encoding)
{
    static const char *const marks[] = {"", "\xEF\xBB\xBF", "", "\xFF\xFE",
                                        "\xFE\xFF"};
    static const char *const names[] = {"UTF-8", "UTF-8", "CP1251",
                                        "UTF-16LE", "UTF-16BE"};
    size_t left = text->n, room = 2 * text->n + 8;
    char *in = text->p, *bytes = malloc(room), *to = bytes;
    iconv_t how = iconv_open(names[encoding], "UTF-8");
    FILE *file = fopen(at(path.p), "wb");
    assert_non_null(file);
    assert_true(iconv(how, &in, &left, &to, &room) != (size_t)-1);
    fputs(marks[encoding], file);
    fwrite(bytes, 1, (size_t)(to - bytes), file);
    fclose(file);
    iconv_close(how);
    free(bytes);
}

/* --- reading back --- */

static void dump_cell(struct buf *out, struct store *store, size_t indicator,
                      size_t school, size_t period)
{
    const struct cell_raw *cell =
        observe_cell(store, indicator, school, period);
    if (!cell || cell->state == RAW_ABSENT)
        return;
    buf_addf(out, "%zu/%zd@%zu: %d ", indicator,
             school == WHOLE ? (ptrdiff_t)-1 : (ptrdiff_t)school, period,
             cell->state);
    num_plain(out, (struct num){cell->value, cell->scale});
    buf_addf(out, " %d/%d %02x %.*s\n", (int)cell->numerator, (int)cell->n,
             cell->has,
             STR_FMT(observe_words(store, indicator, school, period).text));
}

static void dump(struct buf *out, const struct fixture *f)
{
    struct buf code = {0};
    for (size_t i = 0; i < f->site->indicators.n; i++) {
        size_t n;
        const struct period *list = observe_periods(f->store, i, &n);
        for (size_t p = 0; p < n; p++) {
            buf_clear(&code);
            period_code(&code, list[p]);
            buf_addf(out, "%zu@%zu = %s\n", i, p, code.p);
            dump_cell(out, f->store, i, WHOLE, p);
            for (size_t s = 0; s < f->site->schools.n; s++)
                dump_cell(out, f->store, i, s, p);
        }
    }
    buf_free(&code);
}

/* Writes the site in this way, reads it and dumps its store. */
static void read_way(struct buf *out, const struct way *way)
{
    struct arena *arena = arena_new();
    struct buf table = {0};
    bool split = way->shape == LONG_SPLIT;
    write_file("ways/content/site.yml", "title: Т\nas_of: 2025-01-01\n");
    write_file("ways/content/programs/p/index.md", "---\ntitle: П\n---\n");
    write_file("ways/data/schools.csv", schools_csv);
    write_file("ways/data/p/indicators.csv", indicators_csv);
    write_file("ways/data/p/values.csv", "");
    write_file("ways/data/p/values-2.csv", "");
    put_table(&table, arena, way, 0, split ? 2 : INDICATORS_N);
    put_bytes(S("ways/data/p/values.csv"), &table, way->encoding);
    buf_clear(&table);
    if (split) {
        put_table(&table, arena, way, 2, INDICATORS_N);
        put_bytes(S("ways/data/p/values-2.csv"), &table, way->encoding);
    } else {
        remove(at("ways/data/p/values-2.csv"));
    }
    struct fixture f = {.arena = arena, .diag = diag_new()};
    f.source = source_folder(at("ways"), f.diag);
    f.site = catalog_read(f.arena, f.source, f.diag);
    link_site(f.site, f.diag);
    f.store = observe_read(f.arena, f.site, f.source, f.diag);
    if (diag_worst(f.diag) > LEVEL_NOTE)
        fail_msg("way %zu, %s, «%c», shape %d: %s", way->number,
                 encodings[way->encoding], delimiters[way->delimiter],
                 (int)way->shape, printed(f.diag));
    dump(out, &f);
    buf_free(&table);
    fixture_close(&f);
}

/* What the encoding can hold of marks between digits. */
static void choose_marks(struct way *way)
{
    static const char *const groups[] = {" ", "\xC2\xA0", "\xE2\x80\xAF",
                                         "\xE2\x80\x89"};
    static const char *const minuses[] = {"-", "–", "−"};
    bool wide = way->encoding != 2;     /* not Windows-1251 */
    way->decimal = way->number % 2 ? "," : ".";
    way->group = groups[way->number % (wide ? 4 : 2)];
    way->minus = minuses[way->number % (wide ? 3 : 2)];
}

static void test_ways(void **state)
{
    struct buf first = {0}, other = {0};
    size_t number = 0;
    (void)state;
    for (size_t e = 0; e < 5; e++)
        for (size_t d = 0; d < sizeof delimiters; d++)
            for (size_t l = 0; l < 3; l++)
                for (int shape = 0; shape < SHAPES; shape++) {
                    struct way way = {
                        .number = number, .encoding = e, .delimiter = d,
                        .end = l, .shape = (enum shape)shape,
                        .quoted = number % 3 == 1,
                        .russian = number % 4 != 0,
                        .spelling = (number + l) % SPELLINGS};
                    choose_marks(&way);
                    buf_clear(&other);
                    read_way(number ? &other : &first, &way);
                    if (number++ && strcmp(first.p, other.p) != 0)
                        fail_msg("way %zu, %s, «%c», shape %d:\n%s\nnot\n%s",
                                 way.number, encodings[e], delimiters[d],
                                 shape, other.p, first.p);
                }
    assert_int_equal(number, 270);
    /* all of it was read: 5 indicators in 2 years, and 23 cells */
    size_t lines = 0;
    for (const char *p = first.p; *p; p++)
        lines += *p == '\n';
    assert_int_equal(lines, 10 + 23 + 1);   /* a text of two lines */
    buf_free(&first);
    buf_free(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ways)};
    return RUN_FIXTURE(tests);
}
