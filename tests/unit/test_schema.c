/*
 * Tests of model/schema and model/names: every column by every name, closed
 * lists, types, and the mistakes of tables and maps.
 */
#include "fixture.h"

#include "base/fold.h"
#include "base/map.h"
#include "input/yml.h"
#include "model/names.h"

static const struct schema *const tables[] = {
    &schema_schools, &schema_organisations, &schema_glossary,
    &schema_explanations, &schema_former, &schema_frozen,
    &schema_participants, &schema_indicators,
    &schema_targets, &schema_breaks, &schema_thresholds, &schema_plan,
    &schema_progress, &schema_finance, &schema_risks, &schema_documents,
    &schema_monitoring, &schema_findings, &schema_overrides,
    &schema_clusters, &schema_values};
#define TABLES (sizeof tables / sizeof *tables)

/* Front matters are read by two lists at once. */
static const struct schema *const fronts[][2] = {
    {&schema_front, NULL}, {&schema_front_titled, NULL},
    {&schema_front_titled, &schema_programme},
    {&schema_front_titled, &schema_section},
    {&schema_front_titled, &schema_practice},
    {&schema_front_titled, &schema_news}};
#define FRONTS (sizeof fronts / sizeof *fronts)

/* --- names --- */

/* Every name of a slot finds it, however it is spelled. */
static void check_names(const struct schema *schema)
{
    for (size_t s = 0; s < schema->n; s++) {
        const struct slot *slot = &schema->slots[s];
        struct str rest = str_of(slot->synonyms);
        struct str name = str_of(slot->name);
        if (!slot->synonyms)
            fail_msg("%s: no Russian name of %s", schema->name, slot->name);
        for (;;) {
            char spelled[256];
            if (schema_find(schema, name) != slot)
                fail_msg("%s: «%.*s» is not %s", schema->name,
                         STR_FMT(name), slot->name);
            snprintf(spelled, sizeof spelled, "\xC2\xA0 %.*s ",
                     STR_FMT(name));
            assert_ptr_equal(schema_find(schema, str_of(spelled)), slot);
            if (!rest.p)
                break;
            name = str_cut(&rest, '|');
            assert_true(name.n > 0);
        }
    }
}

/* No two slots of the lists share a name as it is compared. */
static void check_unique(const struct schema *const *schemas, size_t n)
{
    struct arena *arena = arena_new();
    struct map *seen = map_new(arena);
    for (size_t i = 0; i < n; i++)
        for (size_t s = 0; s < schemas[i]->n; s++) {
            const struct slot *slot = &schemas[i]->slots[s];
            struct str rest = str_of(slot->synonyms);
            struct str name = str_of(slot->name);
            for (;;) {
                size_t id = 100 * i + s;
                size_t had = map_add(seen, fold_key(arena, name), id);
                if (had != id)
                    fail_msg("%s: «%.*s» names %s and %s",
                             schemas[i]->name, STR_FMT(name),
                             schemas[had / 100]->slots[had % 100].name,
                             slot->name);
                if (!rest.p)
                    break;
                name = str_cut(&rest, '|');
            }
        }
    arena_free(arena);
}

/* A closed list: every word is read as its value and as no other's. */
static void check_words(const char *where, const struct word *words)
{
    for (const struct word *w = words; w->name; w++) {
        struct str rest = str_of(w->synonyms), name = str_of(w->name);
        for (;;) {
            int value = -99;
            if (!schema_word(words, name, &value) || value != w->value)
                fail_msg("%s: «%.*s» is not %s", where, STR_FMT(name),
                         w->name);
            for (const struct word *other = words; other->name; other++)
                if (other != w && str_is(name, other->name))
                    fail_msg("%s: «%.*s» twice", where, STR_FMT(name));
            if (!rest.p)
                break;
            name = str_cut(&rest, '|');
        }
    }
}

static void check_schema(const struct schema *schema)
{
    check_names(schema);
    for (size_t s = 0; s < schema->n; s++)
        if (schema->slots[s].words)
            check_words(schema->slots[s].name, schema->slots[s].words);
}

static void test_names(void **state)
{
    (void)state;
    for (size_t t = 0; t < TABLES; t++) {
        check_schema(tables[t]);
        check_unique(&tables[t], 1);
    }
    for (size_t f = 0; f < FRONTS; f++) {
        check_schema(fronts[f][0]);
        if (fronts[f][1])
            check_schema(fronts[f][1]);
        check_unique(fronts[f], fronts[f][1] ? 2 : 1);
    }
    check_words("status", words_cell_status);
    check_words("flag", words_cell_flag);
    check_words("yesno", words_yesno);
}

static void test_find(void **state)
{
    (void)state;
    static const struct {
        const char *name, *slot;
    } cases[] = {
        {"ШКОЛА", "school"}, {"Школа ", "school"}, {"period", "period"},
        {"PERIOD", "period"}, {"учебный  год", "period"},
        {"«Показатель»", "indicator"}, {"", NULL}, {" ", NULL},
        {"школы", NULL}, {"школ", NULL}, {"№", NULL}, {"—", NULL},
        {"valuе", "value"},         /* the last letter is Cyrillic */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct slot *slot =
            schema_find(&schema_values, str_of(cases[i].name));
        if ((slot != NULL) != (cases[i].slot != NULL))
            fail_msg("«%s» is %s", cases[i].name,
                     slot ? slot->name : "nothing");
        if (slot)
            assert_string_equal(slot->name, cases[i].slot);
    }
    assert_str(schema_nearest(&schema_values, S("шкала")), "школа");
    assert_str(schema_nearest(&schema_values, S("valu")), "value");
    assert_str(schema_nearest(&schema_values, S("zzzzzzzzzzz")), "");
    assert_str(schema_nearest(&schema_values, S("zz")), "");
    int value;
    assert_false(schema_word(words_yesno, S(""), &value));
    assert_false(schema_word(words_yesno, S("данет"), &value));
}

/* --- every column read --- */

static const char *sample(const struct slot *slot)
{
    switch (slot->type) {
    case SLOT_INT: return "7";
    case SLOT_NUM: return "36,7";
    case SLOT_DATE: return "05.06.2016";
    case SLOT_PERIOD: return "2023/2024";
    case SLOT_SPAN: return "2020-2023";
    case SLOT_BOOL: return "да";
    case SLOT_WORD: return slot->words[1].name;
    case SLOT_TEXTS: case SLOT_REFS: return "один | два";
    case SLOT_ID: return "s-1";
    default: return "слова";
    }
}

static void check_field(const struct schema *schema, const struct slot *slot,
                        const void *record)
{
    const char *at = (const char *)record + slot->offset;
    bool good = true;
    switch (slot->type) {
    case SLOT_TEXT: case SLOT_ID:
        good = str_is(*(const struct str *)(const void *)at, sample(slot));
        break;
    case SLOT_REF: {
        const struct ref *ref = (const void *)at;
        good = str_is(ref->text, "слова") && ref->index == NONE &&
               ref->at.line == 2;
        break;
    }
    case SLOT_TEXTS: {
        const struct strs *list = (const void *)at;
        good = list->n == 2 && str_is(list->at[1], "два");
        break;
    }
    case SLOT_REFS: {
        const struct refs *list = (const void *)at;
        good = list->n == 2 && str_is(list->at[0].text, "один") &&
               list->at[1].index == NONE;
        break;
    }
    case SLOT_INT:
        good = *(const int64_t *)(const void *)at == 7;
        break;
    case SLOT_NUM:
        good = ((const struct num *)(const void *)at)->v == 367 &&
               *(const bool *)((const char *)record + slot->offset2);
        break;
    case SLOT_DATE:
        good = *(const date *)(const void *)at == date_of(2016, 6, 5);
        break;
    case SLOT_PERIOD:
        good = ((const struct period *)(const void *)at)->kind ==
               PERIOD_SCHOOL_YEAR;
        break;
    case SLOT_SPAN:
        good = ((const struct period *)(const void *)at)->kind ==
               PERIOD_RANGE;
        break;
    case SLOT_WORD:
        good = *(const int *)(const void *)at == slot->words[1].value;
        break;
    case SLOT_BOOL:
        good = *(const bool *)at;
        break;
    default:
        break;
    }
    if (!good)
        fail_msg("%s: %s is not read", schema->name, slot->name);
}

struct checking {
    const struct schema *schema;
    size_t rows;
};

static void check_record(void *payload, const void *record)
{
    struct checking *c = payload;
    const struct pos *at = (const void *)((const char *)record +
                                          c->schema->at_offset);
    c->rows++;
    assert_int_equal(at->line, 2);
    for (size_t s = 0; s < c->schema->n; s++)
        check_field(c->schema, &c->schema->slots[s], record);
}

/* A table whose header has the canonical or the first Russian names. */
static void check_table(const struct schema *schema, bool russian)
{
    struct buf text = {0}, row = {0};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    for (size_t s = 0; s < schema->n; s++) {
        struct str names = str_of(schema->slots[s].synonyms);
        struct str name = russian ? str_cut(&names, '|')
                                  : str_of(schema->slots[s].name);
        if (s)
            buf_char(&text, ';');
        buf_add(&text, name);
        buf_addf(&row, "%s%s", s ? ";" : "", sample(&schema->slots[s]));
    }
    buf_char(&text, '\n');
    buf_add(&text, buf_str(&row));
    write_file("one/data/x.csv", text.p);
    struct source *source = source_folder(at("one"), diag);
    struct schema_reader reader = {arena, source, diag};
    struct checking checking = {schema, 0};
    schema_table(&reader, schema, S("data/x.csv"), check_record, &checking);
    schema_table(&reader, schema, S("data/none.csv"), check_record,
                 &checking);
    char *messages = printed(diag);
    assert_string_equal(messages, "");
    assert_int_equal(checking.rows, 1);
    free(messages);
    source_free(source);
    diag_free(diag);
    arena_free(arena);
    buf_free(&text);
    buf_free(&row);
}

static void test_columns(void **state)
{
    (void)state;
    for (size_t t = 0; t < TABLES; t++) {
        check_table(tables[t], false);
        check_table(tables[t], true);
    }
}

/* --- mistakes --- */

struct mistake {
    const char *file, *text;
    enum msg id;
    uint32_t line, cell;
    const char *args[2];
};

static void run_mistakes(const struct mistake *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct fixture f = fixture_open(
            FILES({cases[i].file, cases[i].text}), READ);
        if (count_messages(f.diag, cases[i].id) != 1)
            fail_msg("%zu: %s: %s", i, diag_name(cases[i].id),
                     printed(f.diag));
        const struct problem *p = problem_of(&f, cases[i].id);
        if (p->at.line != cases[i].line || p->at.cell != cases[i].cell)
            fail_msg("%zu: line %u cell %u", i, p->at.line, p->at.cell);
        assert_str(p->at.file, cases[i].file);
        for (size_t a = 0; a < 2 && cases[i].args[a]; a++)
            assert_str(p->args[a], cases[i].args[a]);
        fixture_close(&f);
    }
}

static void test_table_mistakes(void **state)
{
    static const struct mistake cases[] = {
        {"data/schools.csv", "id;name;колво\na;А;5\n", MSG_CATALOG_COLUMN,
         1, 3, {"колво", ""}},
        {"data/schools.csv", "id;name;колд\na;А;5\n", MSG_CATALOG_COLUMN,
         1, 3, {"колд", "код"}},
        {"data/schools.csv", "id;name;vkk\na;А;5\n", MSG_CATALOG_COLUMN,
         1, 3, {"vkk", "vk"}},
        {"data/schools.csv", "id;name;код\na;А;b\n",
         MSG_CATALOG_COLUMN_TWICE, 1, 3, {"код", NULL}},
        {"data/schools.csv", "id;short\na;А\n", MSG_CATALOG_COLUMN_MISSING,
         1, 1, {"name (название)", NULL}},
        {"data/schools.csv", "id;name;vk\na;;x\n", MSG_CATALOG_EMPTY, 2, 2,
         {"name", NULL}},
        {"data/schools.csv", "id;name;vk\na\n", MSG_CATALOG_EMPTY, 2, 2,
         {"name", NULL}},
        {"data/schools.csv", "id;name\na;А;лишнее\n", MSG_CATALOG_STRAY, 2,
         3, {"лишнее", NULL}},
        {"data/schools.csv", "id;;name\na;лишнее;А\n", MSG_CATALOG_STRAY, 2,
         2, {"лишнее", NULL}},
        /* a column is called what the table calls it */
        {"data/schools.csv", "код;название;vk\na;;x\n", MSG_CATALOG_EMPTY, 2,
         2, {"название", NULL}},
        {"data/schools.csv", "код;название;учеников\na;А;много\n",
         MSG_CATALOG_INT, 2, 3, {"много", "учеников"}},
        {"data/schools.csv", "id;name;pupils\na;А;много\n", MSG_CATALOG_INT,
         2, 3, {"много", "pupils"}},
        {"data/schools.csv", "id;name;pupils\na;А;5,5\n", MSG_CATALOG_INT,
         2, 3, {"5,5", "pupils"}},
        {"data/schools.csv", "id;name;location\na;А;хутор\n",
         MSG_CATALOG_WORD, 2, 3, {"хутор", "location"}},
        {"data/schools.csv", "id;name\nШкола 1;А\n", MSG_CATALOG_ID, 2, 1,
         {"Школа 1", "shkola-1"}},
        {"data/p/plan.csv", "id;title;done_on\na;А;31.02.2020\n",
         MSG_CATALOG_DATE, 2, 3, {"31.02.2020", "done_on"}},
        {"data/p/finance.csv", "year;planned\n2020;тыща\n", MSG_CATALOG_NUM,
         2, 2, {"тыща", "planned"}},
        {"data/p/progress.csv", "measure;period;status\nm;вчера;done\n",
         MSG_CELLS_PERIOD, 2, 2, {"вчера", "period"}},
        {"data/p/progress.csv", "measure;period;status\nm;2023;doen\n",
         MSG_CATALOG_WORD, 2, 3, {"doen", "status"}},
        /* R4.4 */
        {"data/p/plan.csv", "id;title;done_on\na;А;01.09.24\n",
         MSG_CATALOG_DATE, 2, 3, {"01.09.24", "done_on"}},
        {"data/p/plan.csv", "id;title;when\na;А;когда-нибудь\n",
         MSG_CATALOG_WHEN, 2, 3, {"когда-нибудь", NULL}},
        /* what Excel has spoilt (R4.5), in a column of any type */
        {"data/p/plan.csv", "id;title;done_on\na;А;01.сен\n",
         MSG_SPOILT_DATE, 2, 3, {"01.сен", NULL}},
        {"data/p/plan.csv", "id;title;number\na;А;01.янв\n",
         MSG_SPOILT_DATE, 2, 3, {"01.янв", NULL}},
        {"data/p/plan.csv", "id;title;when\na;А;янв.22\n",
         MSG_SPOILT_DATE, 2, 3, {"янв.22", NULL}},
        {"data/p/plan.csv", "id;title;responsible\na;А;#Н/Д\n",
         MSG_SPOILT_FAILED, 2, 3, {"#Н/Д", NULL}},
        {"data/p/finance.csv", "year;planned\n2020;1,5E+06\n",
         MSG_SPOILT_ROUNDED, 2, 2, {"1,5E+06", NULL}},
        {"data/p/finance.csv", "year;planned\n2020;01.05.2020\n",
         MSG_SPOILT_DATE, 2, 2, {"01.05.2020", NULL}},
        {"data/p/progress.csv", "measure;period;status\nm;####;done\n",
         MSG_SPOILT_NARROW, 2, 2, {"####", NULL}},
        {"data/schools.csv", "id;name;pupils\na;А;####\n",
         MSG_SPOILT_NARROW, 2, 3, {"####", NULL}},
    };
    (void)state;
    run_mistakes(cases, sizeof cases / sizeof *cases);
}

#define P "content/programs/p/index.md"

static void test_map_mistakes(void **state)
{
    static const struct mistake cases[] = {
        {P, "---\ntitle: П\nperod: 2020-2023\n---\n", MSG_CATALOG_KEY, 3, 0,
         {"perod", "period"}},
        {P, "---\nгод: 2020\n---\n", MSG_CATALOG_KEY_MISSING, 2, 0,
         {"title", NULL}},
        {P, "---\ntitle:\n---\n", MSG_CATALOG_KEY_MISSING, 2, 0,
         {"title", NULL}},
        {P, "---\ntitle: П\nperiod: всегда\n---\n", MSG_CATALOG_SPAN, 3, 0,
         {"всегда", "period"}},
        {P, "---\ntitle: П\ndraft: может быть\n---\n", MSG_CATALOG_BOOL, 3,
         0, {"может быть", "draft"}},
        {P, "---\ntitle: П\nupdated: вчера\n---\n", MSG_CATALOG_DATE, 3, 0,
         {"вчера", "updated"}},
        {P, "---\ntitle: [П, Р]\n---\n", MSG_CATALOG_YML_LINE, 2, 0,
         {"title", NULL}},
        {P, "---\ntitle: П\nlegal:\n- закон\n- {a: b}\n---\n",
         MSG_CATALOG_YML_LINES, 5, 0, {"legal", NULL}},
        {P, "---\ntitle: П\ntasks: одна\n---\n", MSG_CATALOG_YML_ITEMS, 3,
         0, {"tasks", NULL}},
        {P, "---\ntitle: П\ntasks:\n- одна\n---\n", MSG_CATALOG_YML_MAP, 4,
         0, {NULL}},
        {P, "---\ntitle: П\nextra: много\n---\n", MSG_CATALOG_YML_MAP, 3, 0,
         {NULL}},
        {P, "---\ntitle: П\nextra:\n  Фонд: [a, b]\n---\n",
         MSG_CATALOG_YML_LINE, 4, 0, {"Фонд", NULL}},
        {P, "---\n- title\n---\n", MSG_CATALOG_YML_MAP, 2, 0, {NULL}},
        {"content/site.yml", "title: Т\nas_of: 2025-01-01\n"
                             "disclosure: 5\n",
         MSG_CATALOG_YML_MAP, 3, 0, {NULL}},
        {"content/site.yml", "title: Т\nas_of: 2025-01-01\n"
                             "municipalities: [r]\n",
         MSG_CATALOG_YML_MAP, 3, 0, {NULL}},
        {"content/site.yml", "title: Т\nas_of: 2025-01-01\n"
                             "municipalities: {r: Район}\n",
         MSG_CATALOG_YML_MAP, 3, 0, {NULL}},
    };
    (void)state;
    run_mistakes(cases, sizeof cases / sizeof *cases);
}

/* Rows that the end of a page has torn off, in the tables where they occur;
 * anywhere else they are rows without a name. */
static void test_glued(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/plan.csv",
               "id;title;number;when;responsible;result\n"
               "a;А;1;В течение;Отдел;Приказ,\n;;;года;Школа А;отчёт\n"
               ";;;;;и справка\n;;;;;\nb;Б;2;2023;;\n"},
              {"data/p/risks.csv",
               "риск;меры\nНет учителей;Выплаты\n;и жильё\n"},
              {"data/p/finance.csv", "year;purpose\n2020;Книги\n;и парты\n"}),
        READ);
    const struct programme *p = &f.site->programmes.at[0];
    assert_messages(&f, MSG_CATALOG_GLUED, 3);
    assert_messages(&f, MSG_CATALOG_EMPTY, 1);
    assert_int_equal(f.diag->list.n, 4);
    assert_int_equal(p->measures.n, 2);
    const struct measure *m = &p->measures.at[0];
    assert_str(m->when_text, "В течение года");
    assert_int_equal(m->when.kind, WHEN_CONTINUOUS);
    assert_str(m->result, "Приказ, отчёт и справка");
    assert_int_equal(m->responsible.n, 2);
    assert_str(m->responsible.at[1].text, "Школа А");
    assert_int_equal(m->at.line, 2);
    assert_str(p->measures.at[1].title, "Б");
    assert_str(p->risks.at[0].measures, "Выплаты и жильё");
    fixture_close(&f);
}

/* A first row without a name has nothing to go on from. */
static void test_not_glued(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/plan.csv",
               "id;title;result\n;;Приказ\na;А;\n;Б;Отчёт\n"}), READ);
    assert_messages(&f, MSG_CATALOG_GLUED, 0);
    assert_messages(&f, MSG_CATALOG_EMPTY, 3);
    assert_int_equal(f.site->programmes.at[0].measures.n, 1);
    fixture_close(&f);
}

static void test_pieces(void **state)
{
    static const struct {
        const char *text, *pieces;
    } cases[] = {
        {"", ""}, {"a", "a"}, {"a|b", "a,b"}, {" a | b ", "a,b"},
        {"a\nb|c", "a,b,c"}, {"||a||", "a"}, {"\n\n", ""},
        {"a, b", "a, b"},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str *pieces;
        size_t n = schema_pieces(arena, str_of(cases[i].text), &pieces);
        assert_str(str_join(arena, pieces, n, S(",")), cases[i].pieces);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names), cmocka_unit_test(test_find),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_table_mistakes),
        cmocka_unit_test(test_map_mistakes), cmocka_unit_test(test_glued),
        cmocka_unit_test(test_not_glued), cmocka_unit_test(test_pieces),
    };
    return RUN_FIXTURE(tests);
}
