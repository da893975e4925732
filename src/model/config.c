/*
 * config: site.yml. See config.h.
 *
 * For catalog.c.
 */
#include "model/config.h"

#include "base/fold.h"
#include "base/fs.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/yml.h"
#include "model/catalog.h"
#include "model/names.h"
#include "model/schema_slots.h"

#include <string.h>

#define SITE_YML "content/site.yml"
#define FILE_MAX 65536
#define PERCENT_MAX 50      /* more are no extreme */
#define BRIEF_LETTERS 6     /* the gutter of a chart has no more room */

/* What schema_map reads; the nodes are read below. */
struct config_row {
    struct pos at;
    struct str title, base_url, owner, licence, theme, private_path;
    int language;
    date as_of, changes_since;
    int cluster_public, embeds, cards;
    const struct yml *municipalities, *contact, *disclosure, *publish,
        *resilience, *comparison, *poster, *practice_costs;
    const struct yml *attachments;
    const struct yml *later;    /* keys of parts that are not built yet */
};
struct contact_row {
    struct pos at;
    struct str email, phone, address;
};
struct disclosure_row {
    struct pos at;
    struct disclosure d;
};
struct publish_row {
    struct pos at;
    struct str repository, remote, branch, author;
    struct strs keep;
};
struct resilience_row {
    struct pos at;
    struct str programme, title, source;
    const struct yml *index, *result, *process;
    int64_t lowest, highest;
};
struct municipality_row {
    struct pos at;
    struct str name, brief;
    const struct yml *cases;
};
struct cases_row {
    struct pos at;
    struct str gen, dat, acc, ins, pre;
};

static const struct word words_language[] = {
    {"ru", "русский", LANG_RU}, {"en", "английский", LANG_EN}, END_WORDS};
static const struct word words_clusters[] = {
    {"none", "нет|не показывать", CLUSTERS_NONE},
    {"anonymous", "без названий|без названий школ", CLUSTERS_ANONYMOUS},
    END_WORDS};
static const struct word words_embeds[] = {
    {"all", "все", EMBEDS_ALL},
    {"schools", "школы|только школы", EMBEDS_SCHOOLS},
    END_WORDS};

static const struct word words_cards[] = {
    {"none", "нет", CARDS_NONE}, {"png", "картинки", CARDS_PNG}, END_WORDS};

#define R struct config_row
#define LATER(name, synonyms) COL(name, synonyms, NODE, later)
static const struct slot site_slots[] = {
    REQ("title", "название", TEXT, title),
    WORD("language", "язык", language, words_language),
    REQ("as_of", "на дату", DATE, as_of),
    COL("base_url", "адрес сайта", TEXT, base_url),
    COL("municipalities", "муниципалитеты", NODE, municipalities),
    COL("owner", "владелец", TEXT, owner),
    COL("contact", "контакт", NODE, contact),
    COL("licence", "лицензия", TEXT, licence),
    COL("theme", "тема", TEXT, theme),
    COL("disclosure", "защита данных", NODE, disclosure),
    COL("private", "закрытая папка", TEXT, private_path),
    COL("publish", "публикация", NODE, publish),
    WORD("cluster_public", "кластеры", cluster_public, words_clusters),
    WORD("embeds", "вставки", embeds, words_embeds),
    COL("resilience", "резильентность", NODE, resilience),
    COL("practice_costs", "затраты практик", NODE, practice_costs),
    COL("comparison", "сравнение", NODE, comparison),
    COL("poster", "плакат", NODE, poster),
    WORD("cards", "карточки", cards, words_cards),
    COL("changes_since", "изменения с", DATE, changes_since),
    LATER("split", "разделять"),
    LATER("navigation", "навигация"),
    COL("attachments", "вложения", NODE, attachments),
};
static const struct config_row site_initial = {.language = LANG_RU};
SCHEMA(site, "site.yml", site_slots, &site_initial);
#undef R
#define R struct contact_row
static const struct slot contact_slots[] = {
    COL("email", "почта|электронная почта", TEXT, email),
    COL("phone", "телефон", TEXT, phone),
    COL("address", "адрес", TEXT, address),
};
SCHEMA(contact, "contact", contact_slots, NULL);
#undef R
#define R struct disclosure_row
static const struct slot disclosure_slots[] = {
    COL("k", "порог", INT, d.k),
    COL("k_sensitive", "порог чувствительных", INT, d.k_sensitive),
    COL("n_min", "наименьшая группа", INT, d.n_min),
    COL("counts_below", "числа до", INT, d.counts_below),
};
/* Defaults of design 3. */
static const struct disclosure_row disclosure_initial = {
    .d = {.k = 5, .k_sensitive = 10, .n_min = 10, .counts_below = 20}};
SCHEMA(disclosure, "disclosure", disclosure_slots, &disclosure_initial);
#undef R
#define R struct publish_row
static const struct slot publish_slots[] = {
    COL("repository", "репозиторий", TEXT, repository),
    COL("remote", "удалённый репозиторий", TEXT, remote),
    COL("branch", "ветка", TEXT, branch),
    COL("keep", "сохранять", TEXTS, keep),
    COL("author", "автор", TEXT, author),
};
SCHEMA(publish, "publish", publish_slots, NULL);
#undef R
#define R struct resilience_row
static const struct slot resilience_slots[] = {
    REQ("programme", "программа|program", TEXT, programme),
    REQ("source", "источник|чья формула", TEXT, source),
    COL("title", "название", TEXT, title),
    COL("index", "индекс|условия", NODE, index),
    COL("result", "результат", NODE, result),
    COL("process", "процесс", NODE, process),
    COL("lowest", "наименьшие, %|наименьшие", INT, lowest),
    COL("highest", "наибольшие, %|наибольшие", INT, highest),
};
SCHEMA(resilience, "resilience", resilience_slots, NULL);
#undef R
#define R struct municipality_row
static const struct slot municipality_slots[] = {
    REQ("name", "название", TEXT, name),
    COL("short", "кратко|краткое название", TEXT, brief),
    COL("cases", "падежи", NODE, cases),
};
SCHEMA(municipality, "municipality", municipality_slots, NULL);
#undef R
#define R struct cases_row
static const struct slot cases_slots[] = {
    COL("gen", "родительный", TEXT, gen),
    COL("dat", "дательный", TEXT, dat),
    COL("acc", "винительный", TEXT, acc),
    COL("ins", "творительный", TEXT, ins),
    COL("pre", "предложный", TEXT, pre),
};
static SCHEMA(cases, "cases", cases_slots, NULL);
#undef R

/* Cases of the words that nearly every municipality is called by. */
static void default_cases(struct municipality *m)
{
    static const char *const known[][6] = {
        {"район", "района", "району", "район", "районом", "районе"},
        {"город", "города", "городу", "город", "городом", "городе"},
        {"округ", "округа", "округу", "округ", "округом", "округе"},
    };
    struct str *cases[] = {&m->gen, &m->dat, &m->acc, &m->ins, &m->pre};
    for (size_t c = 0; c < 5; c++)
        *cases[c] = m->brief;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (size_t c = 0; str_is(m->brief, known[i][0]) && c < 5; c++)
            *cases[c] = str_of(known[i][c + 1]);
}

static void read_cases(const struct schema_reader *reader,
                       struct municipality *m, const struct yml *node)
{
    struct cases_row row;
    schema_record(reader, &schema_cases, &row, node);
    struct str *cases[] = {&m->gen, &m->dat, &m->acc, &m->ins, &m->pre};
    struct str given[] = {row.gen, row.dat, row.acc, row.ins, row.pre};
    for (size_t c = 0; c < 5; c++)
        if (given[c].n)
            *cases[c] = given[c];
}

static void read_municipalities(struct config *config,
                                const struct schema_reader *reader,
                                const struct yml *map)
{
    size_t n = map ? yml_count(map) : 0;
    config->municipalities =
        ARENA_ARRAY(reader->arena, struct municipality, n + 1);
    if (map && map->kind != YML_MAP && map->kind != YML_NULL)
        diag_add(reader->diag, map->at, MSG_CATALOG_YML_MAP,
                 ARGS(map->text));
    if (!map || map->kind != YML_MAP)
        return;
    for (const struct yml *item = map->child; item; item = item->next) {
        struct municipality_row row;
        struct municipality *m =
            &config->municipalities[config->municipalities_n++];
        schema_record(reader, &schema_municipality, &row, item);
        m->id = item->key;
        m->name = row.name;
        m->brief = row.brief.n ? row.brief : S("район");
        if (!fold_is_id(m->id))
            diag_add(reader->diag, item->key_at, MSG_CATALOG_ID,
                     ARGS(m->id, fold_slug(reader->arena, m->id)));
        if (utf8_length(m->brief) > BRIEF_LETTERS)
            diag_add(reader->diag, item->at, MSG_CONFIG_BRIEF,
                     ARGS(m->brief));
        default_cases(m);
        if (row.cases)
            read_cases(reader, m, row.cases);
    }
}

/* `indicator: weight`, each on its line. */
static struct formula formula_of(const struct schema_reader *reader,
                                 const struct yml *map)
{
    struct formula formula = {0};
    if (!map || map->kind == YML_NULL)
        return formula;
    if (map->kind != YML_MAP) {
        diag_add(reader->diag, map->at, MSG_CATALOG_YML_MAP,
                 ARGS(map->text));
        return formula;
    }
    formula.at = ARENA_ARRAY(reader->arena, struct weighted,
                             yml_count(map) + 1);
    for (const struct yml *term = map->child; term; term = term->next) {
        struct weighted *w = &formula.at[formula.n++];
        *w = (struct weighted){.name = term->key, .at = term->key_at,
                               .indicator = SIZE_MAX};
        if (term->kind != YML_TEXT ||
            num_parse(term->text, &w->weight, NULL) != NUM_OK)
            diag_add(reader->diag, term->at, MSG_CONFIG_WEIGHT,
                     ARGS(term->key, term->text));
    }
    return formula;
}

static struct str percent_of(const struct schema_reader *reader,
                             int64_t percent)
{
    return str_format(reader->arena, "%lld", (long long)percent);
}

static void read_resilience(struct resilience *r,
                            const struct schema_reader *reader,
                            const struct yml *node)
{
    struct resilience_row row;
    r->of = SIZE_MAX;
    if (!node)
        return;
    schema_record(reader, &schema_resilience, &row, node);
    *r = (struct resilience){
        .at = node->at, .programme = row.programme, .title = row.title,
        .source = row.source, .of = SIZE_MAX,
        .index = formula_of(reader, row.index),
        .result = formula_of(reader, row.result),
        .process = formula_of(reader, row.process),
        .lowest = row.lowest, .highest = row.highest};
    if (row.lowest < 0 || row.lowest > PERCENT_MAX || row.highest < 0 ||
        row.highest > PERCENT_MAX) {
        diag_add(reader->diag, node->at, MSG_CONFIG_RESILIENCE,
                 ARGS(percent_of(reader, row.lowest),
                      percent_of(reader, row.highest)));
        r->lowest = r->highest = 0;
    }
}

/* Indicators: a list, or one line. How many there are. */
static size_t read_chosen(struct chosen *at, size_t max, enum msg too_many,
                          const struct schema_reader *reader,
                          const struct yml *list)
{
    const struct yml *item = list && list->kind == YML_LIST ? list->child
                                                            : list;
    size_t n = 0;
    if (list && list->kind == YML_MAP)
        diag_add(reader->diag, list->at, MSG_CATALOG_YML_LINES,
                 ARGS(list->key));
    for (; item && item->kind == YML_TEXT;
         item = list->kind == YML_LIST ? item->next : NULL) {
        if (n == max) {
            diag_add(reader->diag, item->at, too_many, ARGS(item->text));
            break;
        }
        at[n++] = (struct chosen){
            .name = item->text, .at = item->at, .indicator = SIZE_MAX};
    }
    return n;
}

/* Four growing limits in roubles; else those of reader 5.2. */
static void read_costs(struct config *config,
                       const struct schema_reader *reader,
                       const struct yml *list)
{
    static const int64_t usual[COSTS] = {500, 2000, 5000, 15000};
    int64_t last = 0;
    size_t n = 0;
    memcpy(config->practice_costs, usual, sizeof usual);
    if (!list)
        return;
    if (list->kind == YML_LIST && yml_count(list) == COSTS)
        for (const struct yml *item = list->child; item; item = item->next) {
            struct num limit;
            if (num_parse(item->text, &limit, NULL) != NUM_OK ||
                (limit = num_trim(limit)).scale != 0 || limit.v <= last)
                break;
            last = config->practice_costs[n++] = limit.v;
        }
    if (n < COSTS) {
        memcpy(config->practice_costs, usual, sizeof usual);
        diag_add(reader->diag, list->at, MSG_CONFIG_COSTS, NULL);
    }
}

/* Files of kinds that are not copied unless named here. */
static void read_attachments(struct config *config,
                             const struct schema_reader *reader,
                             const struct yml *list)
{
    size_t n = list && list->kind == YML_LIST ? yml_count(list) : 0;
    config->attachments = ARENA_ARRAY(reader->arena, struct str, n + 1);
    if (list && list->kind != YML_LIST && list->kind != YML_NULL)
        diag_add(reader->diag, list->at, MSG_CATALOG_YML_LINES,
                 ARGS(list->key));
    for (const struct yml *item = n ? list->child : NULL; item;
         item = item->next) {
        struct str path = item->text;
        if (!str_starts(path, S("content/")))
            path = str_format(reader->arena, "content/%.*s", STR_FMT(path));
        if (source_find(reader->source, path))
            config->attachments[config->attachments_n++] = path;
        else
            diag_add(reader->diag, item->at, MSG_CONFIG_ATTACHMENT,
                     ARGS(item->text));
    }
}

/* Nested maps of site.yml. */
static void read_parts(struct config *config,
                       const struct schema_reader *reader,
                       const struct config_row *row)
{
    struct contact_row contact;
    struct disclosure_row disclosure;
    struct publish_row publish;
    read_municipalities(config, reader, row->municipalities);
    read_resilience(&config->resilience, reader, row->resilience);
    schema_record(reader, &schema_contact, &contact, row->contact);
    schema_record(reader, &schema_disclosure, &disclosure, row->disclosure);
    schema_record(reader, &schema_publish, &publish, row->publish);
    read_attachments(config, reader, row->attachments);
    read_costs(config, reader, row->practice_costs);
    config->comparisons_n =
        read_chosen(config->comparisons, COMPARISONS_MAX,
                    MSG_CONFIG_COMPARISONS, reader, row->comparison);
    config->poster_n = read_chosen(config->poster, POSTER_MAX,
                                   MSG_CONFIG_POSTER, reader, row->poster);
    config->email = contact.email;
    config->phone = contact.phone;
    config->address = contact.address;
    config->disclosure = disclosure.d;
    if (disclosure.d.k < 2 || disclosure.d.n_min < disclosure.d.k ||
        disclosure.d.k_sensitive < disclosure.d.k)
        diag_add(reader->diag, row->disclosure->at, MSG_CONFIG_DISCLOSURE,
                 NULL);
    config->publish.repository = publish.repository;
    config->publish.remote = publish.remote;
    config->publish.branch = publish.branch.n ? publish.branch : S("pages");
    config->publish.author = publish.author;
    config->publish.keep = publish.keep.at;
    config->publish.keep_n = publish.keep.n;
}

static void read_row(struct config *config,
                     const struct schema_reader *reader,
                     const struct config_row *row)
{
    struct str url = row->base_url;
    config->title = row->title;
    config->language = (enum lang)row->language;
    config->as_of = row->as_of;
    config->changes_since = row->changes_since;
    config->owner = row->owner;
    config->licence = row->licence;
    config->theme = row->theme.n ? row->theme : S("default");
    config->private_path = row->private_path;
    while (str_ends(config->private_path, S("/")))
        config->private_path.n--;
    config->cluster_public = row->cluster_public;
    config->embeds = row->embeds;
    config->cards = row->cards;
    if (url.n && !str_starts(url, S("https://")) &&
        !str_starts(url, S("http://")))
        diag_add(reader->diag, row->at, MSG_CONFIG_BASE_URL, ARGS(url));
    else if (url.n)
        config->base_url = str_ends(url, S("/"))
                               ? url
                               : str_format(reader->arena, "%.*s/",
                                            STR_FMT(url));
    read_parts(config, reader, row);
}

/* Keys of parts that this version does not build: said, not lost. */
static void report_later(const struct yml *map, struct diag *diag)
{
    for (const struct yml *key = map->child; key; key = key->next) {
        const struct slot *slot = schema_find(&schema_site, key->key);
        if (slot && slot->offset == offsetof(struct config_row, later))
            diag_add(diag, key->key_at, MSG_CONFIG_LATER, ARGS(key->key));
    }
}

bool config_read(struct config *config, struct arena *arena,
                 const struct source *source, struct diag *diag)
{
    struct buf bytes = {0};
    struct schema_reader reader = {arena, source, diag};
    struct config_row row;
    bool usable = false;
    config->at = (struct pos){.file = S(SITE_YML)};
    if (!source_find(source, S(SITE_YML))) {
        diag_add(diag, config->at, MSG_CONFIG_MISSING, NULL);
        return false;
    }
    if (source_read(source, S(SITE_YML), FILE_MAX, &bytes, diag) == 0) {
        struct str text = str_copy(arena, buf_str(&bytes));
        struct pos first = {.file = S(SITE_YML), .line = 1, .col = 1};
        const struct yml *map = yml_parse(arena, text, first, diag);
        schema_record(&reader, &schema_site, &row, map);
        row.at = first;
        usable = map && row.title.n && row.as_of != DATE_NONE;
        if (map && map->kind == YML_MAP)
            report_later(map, diag);
        if (map)
            read_row(config, &reader, &row);
    }
    buf_free(&bytes);
    return usable;
}

const char *config_repository(const struct config *config,
                              struct arena *arena, const char *dir)
{
    return config->publish.repository.n
               ? fs_from(arena, dir, config->publish.repository)
               : dir;
}

size_t config_municipality(const struct config *config, struct str id)
{
    for (size_t i = 0; i < config->municipalities_n; i++)
        if (str_eq(config->municipalities[i].id, id) ||
            str_eq(config->municipalities[i].name, id))
            return i;
    return SIZE_MAX;
}
