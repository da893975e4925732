/*
 * catalog_texts: the Markdown files of content/: what each is by its place,
 * its front matter as a record. Bodies are not kept.
 *
 * For catalog.c.
 */
#include "base/fold.h"
#include "base/map.h"
#include "input/source.h"
#include "input/text.h"
#include "input/yml.h"
#include "model/catalog_read.h"
#include "model/names.h"
#include "model/schema_slots.h"

#include <stdlib.h>

#define PRACTICES "content/practices/"

struct reading {
    struct site *site;
    const struct schema_reader *reader;
    struct buf bytes;           /* of the file being read */
};

/* --- front matter --- */

static void read_extra(struct text *text,
                       const struct schema_reader *reader,
                       const struct yml *map)
{
    size_t n = map ? yml_count(map) : 0;
    text->extra = ARENA_ARRAY(reader->arena, struct extra, n + 1);
    if (map && map->kind != YML_MAP && map->kind != YML_NULL)
        diag_add(reader->diag, map->at, MSG_CATALOG_YML_MAP,
                 ARGS(map->text));
    if (!map || map->kind != YML_MAP)
        return;
    for (const struct yml *e = map->child; e; e = e->next) {
        text->extra[text->extra_n++] = (struct extra){e->key, e->text};
        if (e->kind == YML_LIST || e->kind == YML_MAP)
            diag_add(reader->diag, e->at, MSG_CATALOG_YML_LINE,
                     ARGS(e->key));
    }
}

/* A body that holds more than blanks. */
static bool has_words(struct str body)
{
    return str_trim(body).n > 0;
}

/*
 * Reads the front matter of a file by the common schema and up to one more.
 * `title` says whether a title is required. Returns false when the file could
 * not be read at all.
 */
static bool read_front(struct reading *r, struct str path, bool title,
                       const struct schema *schema, void *record,
                       struct front *front, struct str *body)
{
    const struct schema_reader *reader = r->reader;
    struct str head, rest;
    uint32_t line = 1;
    buf_clear(&r->bytes);
    if (source_read(reader->source, path, TEXT_BYTES_MAX, &r->bytes,
                    reader->diag) != 0)
        return false;
    struct str text = buf_str(&r->bytes);
    if (!yml_split(path, text, &head, &rest, &line, reader->diag))
        return false;
    struct pos first = {.file = path, .line = head.n ? 2 : 1, .col = 1};
    const struct yml *map = yml_parse(reader->arena, head, first,
                                      reader->diag);
    if (!map)
        return false;
    const struct schema *schemas[2] = {
        title ? &schema_front_titled : &schema_front, schema};
    void *records[2] = {front, record};
    schema_map(reader, schemas, records, schema ? 2 : 1, map);
    front->text.at = (struct pos){.file = path, .line = 1};
    front->text.body_line = line;
    front->text.has_body = has_words(rest);
    front->text.hidden_nav = front->nav_given && !front->nav;
    read_extra(&front->text, reader, front->nodes.extra);
    if (body)
        *body = rest;
    return true;
}

/* File name without folder and .md. */
static struct str id_of(struct str path)
{
    struct str name = path;
    for (ptrdiff_t at; (at = str_find_char(name, '/')) >= 0;)
        name = str_skip(name, (size_t)at + 1);
    return str_sub(name, 0, name.n - 3);
}

static bool check_id(const struct reading *r, struct str id, struct str path)
{
    if (fold_is_id(id))
        return true;
    diag_add(r->reader->diag, (struct pos){.file = path}, MSG_CATALOG_FILE_ID,
             ARGS(id, fold_slug(r->reader->arena, id)));
    return false;
}

/* --- lists of maps inside a front matter --- */

/* A list whose items must be maps; a lone map counts as a list of one. */
static const struct yml *items_of(const struct reading *r,
                                  const struct yml *node, size_t *n)
{
    *n = 0;
    if (!node || node->kind == YML_NULL)
        return NULL;
    if (node->kind == YML_LIST) {
        *n = yml_count(node);
        return node->child;
    }
    diag_add(r->reader->diag, node->at, MSG_CATALOG_YML_ITEMS,
             ARGS(node->key));
    return NULL;
}

#define R struct task_row
struct task_row {
    struct pos at;
    struct task task;
};
static const struct slot task_slots[] = {
    REQ("id", "код", ID, task.id),
    REQ("text", "текст", TEXT, task.text),
};
SCHEMA(task, "tasks", task_slots, NULL);
#undef R
#define R struct help_row
struct help_row {
    struct pos at;
    struct help help;
};
static const struct slot help_slots[] = {
    REQ("title", "название", TEXT, help.title),
    COL("text", "текст", TEXT, help.text),
    COL("contact", "контакт", TEXT, help.contact),
};
SCHEMA(help, "help", help_slots, NULL);
#undef R
#define R struct step_row
struct step_row {
    struct pos at;
    struct step step;
};
static const struct slot step_slots[] = {
    REQ("text", "текст", TEXT, step.text),
    COL("duration", "длительность", TEXT, step.duration),
};
SCHEMA(step, "steps", step_slots, NULL);
#undef R
#define R struct adoption_row
struct adoption_row {
    struct pos at;
    struct adoption adoption;
};
static const struct slot adoption_slots[] = {
    REQ("school", "школа", REF, adoption.school),
    COL("year", "год", TEXT, adoption.year),
    COL("url", "ссылка", TEXT, adoption.url),
};
SCHEMA(adoption, "adopted_by", adoption_slots, NULL);
#undef R
#define R struct effect_row
struct effect_row {
    struct pos at;
    struct ref indicator, school;
    struct period from, to;
    struct str was, became, n;
    int comparison;
};
static const struct word words_comparison[] = {
    {"none", "нет", 0}, {"district", "район|округ|город", 1},
    {"similar", "похожие школы", 2}, {"control", "контрольная группа", 3},
    END_WORDS};
static const struct slot effect_slots[] = {
    COL("indicator", "показатель", REF, indicator),
    COL("school", "школа", REF, school),
    COL("from", "с", PERIOD, from),
    COL("to", "по", PERIOD, to),
    COL("was", "было", TEXT, was),
    COL("became", "стало", TEXT, became),
    COL("n", "детей", TEXT, n),
    WORD("comparison", "сравнение", comparison, words_comparison),
};
SCHEMA(effect, "effect", effect_slots, NULL);
#undef R
#define R struct experts_row
struct experts_row {
    struct pos at;
    struct str commission, protocol;
};
static const struct slot experts_slots[] = {
    COL("commission", "комиссия", TEXT, commission),
    COL("protocol", "протокол", TEXT, protocol),
};
SCHEMA(experts, "experts", experts_slots, NULL);
#undef R

/* Reads a list of maps into `count` records of the member `field`. */
#define READ_ITEMS(r, node, schema, row_type, field, out, count)           \
    do {                                                                   \
        size_t items_n;                                                    \
        const struct yml *item = items_of((r), (node), &items_n);          \
        (out) = arena_alloc((r)->reader->arena,                            \
                            (items_n + 1) * sizeof *(out));                \
        for (; item; item = item->next) {                                  \
            struct row_type item_row;                                      \
            schema_record((r)->reader, (schema), &item_row, item);         \
            (out)[(count)++] = item_row.field;                             \
        }                                                                  \
    } while (0)

/* --- programmes --- */

/* The captions of passport.csv that the front matter does not give: known
 * ones into the record, the others as `extra`, in their order (R1.12). */
static void add_passport(struct reading *r, struct programme_front *row,
                         struct front *front, struct str id)
{
    const struct yml *map = catalog_passport(r->reader, id);
    struct arena *arena = r->reader->arena;
    struct text *text = &front->text;
    size_t n = map ? yml_count(map) : 0;
    struct extra *extra = ARENA_ARRAY(arena, struct extra,
                                      text->extra_n + n + 1);
    if (!map)
        return;
    for (size_t i = 0; i < text->extra_n; i++)
        extra[i] = text->extra[i];
    text->extra = extra;
    for (const struct yml *item = map->child; item; item = item->next) {
        const struct slot *slot = schema_find(&schema_programme, item->key);
        if (slot && slot->type != SLOT_NODE)
            schema_value(r->reader, slot, row, item->text, item->at);
        else if (item->text.n)
            extra[text->extra_n++] = (struct extra){item->key, item->text};
    }
}

static void read_programme(struct reading *r, struct str path, struct str id)
{
    struct programme_front row;
    struct front front;
    if (!check_id(r, id, path) ||
        !read_front(r, path, true, &schema_programme, &row, &front, NULL))
        return;
    add_passport(r, &row, &front, id);
    struct programme *p =
        ARR_PUSH(r->site->arena, &r->site->programmes);
    *p = row.programme;
    p->achievement_stated = p->achievement >= 0;
    if (!p->achievement_stated)
        p->achievement = ACHIEVEMENT_RATIO;
    p->text = front.text;
    p->id = str_copy(r->site->arena, id);
    READ_ITEMS(r, row.nodes.tasks, &schema_task, task_row, task, p->tasks,
               p->tasks_n);
    map_add(r->site->programme_ids, p->id, r->site->programmes.n - 1);
}

static void read_section(struct reading *r, struct programme *p,
                         struct str path)
{
    struct section section;
    struct front front;
    struct str id = id_of(path);
    if (!check_id(r, id, path) ||
        !read_front(r, path, true, &schema_section, &section, &front, NULL))
        return;
    section.text = front.text;
    section.id = str_copy(r->site->arena, id);
    *ARR_PUSH(r->site->arena, &p->sections) = section;
}

static int by_order(const void *a, const void *b)
{
    const struct section *one = a, *other = b;
    if (one->text.order != other->text.order)
        return one->text.order < other->text.order ? -1 : 1;
    int order = fold_order(one->text.title, other->text.title);
    return order ? order : str_cmp(one->id, other->id);
}

/* --- other kinds --- */

static void read_school_words(struct reading *r, struct str path)
{
    struct front front;
    struct str id = id_of(path);
    size_t school = map_get(r->site->school_names, id);
    if (school == MAP_NONE) {
        diag_add(r->reader->diag, (struct pos){.file = path},
                 MSG_LINK_SCHOOL, ARGS(id, S("")));
        return;
    }
    if (!read_front(r, path, false, NULL, NULL, &front, NULL))
        return;
    struct school *s = &r->site->schools.at[school];
    s->words = ARENA_NEW(r->site->arena, struct text);
    *s->words = front.text;
    READ_ITEMS(r, front.nodes.help, &schema_help, help_row, help, s->help,
               s->help_n);
}

static void read_effect(const struct reading *r, struct practice *practice,
                        const struct yml *node)
{
    struct effect_row row;
    schema_record(r->reader, &schema_effect, &row, node);
    if (!node || node->kind != YML_MAP)
        return;
    practice->effect.given = true;
    practice->effect.at = node->at;
    practice->effect.indicator = row.indicator;
    practice->effect.school = row.school;
    practice->effect.from = row.from;
    practice->effect.to = row.to;
    practice->effect.was = row.was;
    practice->effect.became = row.became;
    practice->effect.n = row.n;
    practice->effect.comparison = row.comparison;
}

bool catalog_is_draft(struct arena *arena, struct str path,
                      const struct yml *front, struct diag *diag)
{
    const struct schema_reader reader = {arena, NULL, diag};
    const struct schema *schemas[] = {&schema_front, &schema_practice};
    bool practice = str_starts(path, S(PRACTICES));
    struct front text;
    struct practice_front row;
    void *records[] = {&text, &row};
    schema_map(&reader, schemas, records, practice ? 2 : 1, front);
    return text.text.draft ||
           (practice && row.practice.status == PRACTICE_DRAFT);
}

static void read_practice(struct reading *r, struct str path)
{
    struct practice_front row;
    struct front front;
    struct str id = id_of(path);
    if (!check_id(r, id, path) ||
        !read_front(r, path, true, &schema_practice, &row, &front, NULL))
        return;
    struct practice *p = ARR_PUSH(r->site->arena, &r->site->practices);
    *p = row.practice;
    p->text = front.text;
    p->id = str_copy(r->site->arena, id);
    p->effect.indicator.index = p->effect.school.index = NONE;
    READ_ITEMS(r, row.nodes.steps, &schema_step, step_row, step, p->steps,
               p->steps_n);
    READ_ITEMS(r, row.nodes.adopted_by, &schema_adoption, adoption_row,
               adoption, p->adopted, p->adopted_n);
    read_effect(r, p, row.nodes.effect);
    struct experts_row experts;
    schema_record(r->reader, &schema_experts, &experts, row.nodes.experts);
    p->commission = experts.commission;
    p->protocol = experts.protocol;
    map_add(r->site->practice_ids, p->id, r->site->practices.n - 1);
}

static void read_news(struct reading *r, struct str path)
{
    struct news news;
    struct front front;
    struct str id = id_of(path);
    if (!check_id(r, id, path) ||
        !read_front(r, path, true, &schema_news, &news, &front, NULL))
        return;
    news.text = front.text;
    news.id = str_copy(r->site->arena, id);
    *ARR_PUSH(r->site->arena, &r->site->news) = news;
}

static int by_date(const void *a, const void *b)
{
    const struct news *one = a, *other = b;
    if (one->on != other->on)
        return one->on > other->on ? -1 : 1;
    return str_cmp(one->id, other->id);
}

/* A heading is an indicator group, its list the questions. */
static void read_questions(struct reading *r, struct str path)
{
    struct front front;
    struct str rest;
    struct question_group *group = NULL;
    ARR(struct str) list = {0};
    if (!read_front(r, path, false, NULL, NULL, &front, &rest))
        return;
    while (rest.p) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        if (str_starts(line, S("#"))) {
            while (str_starts(line, S("#")))
                line = str_skip(line, 1);
            group = ARR_PUSH(r->site->arena, &r->site->questions);
            *group = (struct question_group){
                .group = str_copy(r->site->arena, str_trim(line))};
            list.at = NULL;
            list.n = list.cap = 0;
        } else if (group && (str_starts(line, S("- ")) ||
                             str_starts(line, S("* ")))) {
            *ARR_PUSH(r->site->arena, &list) =
                str_copy(r->site->arena, str_trim(str_skip(line, 2)));
            group->questions.at = list.at;
            group->questions.n = list.n;
        }
    }
}

static void read_free_page(struct reading *r, struct str path)
{
    struct front front;
    struct str id = str_sub(path, S("content/").n, path.n - 3);
    struct str rest = id;
    while (rest.p)
        if (!check_id(r, str_cut(&rest, '/'), path))
            return;
    if (!read_front(r, path, true, NULL, NULL, &front, NULL))
        return;
    *ARR_PUSH(r->site->arena, &r->site->pages) =
        (struct free_page){front.text, str_copy(r->site->arena, id)};
}

/* --- attachments --- */

static bool one_of(struct str ending, const char *const *list)
{
    for (; *list; list++)
        if (str_is(ending, *list))
            return true;
    return false;
}

static bool is_named(const struct config *config, struct str path)
{
    for (size_t i = 0; i < config->attachments_n; i++)
        if (str_eq(config->attachments[i], path))
            return true;
    return false;
}

static void read_attachment(struct reading *r,
                            const struct source_file *file)
{
    static const char *const copied[] = {
        "pdf", "odt", "doc", "docx", "png", "jpg", "jpeg", "gif", "webp",
        "ics", NULL};
    struct str ending = file->path;
    for (ptrdiff_t at; (at = str_find_char(ending, '.')) >= 0;)
        ending = str_skip(ending, (size_t)at + 1);
    ending = fold_case(r->site->arena, ending);
    struct pos at = {.file = file->path};
    if (file->link)
        diag_add(r->reader->diag, at, MSG_CATALOG_LINK, NULL);
    else if (!one_of(ending, copied) &&
             !is_named(&r->site->config, file->path))
        diag_add(r->reader->diag, at, MSG_CATALOG_FILE_KIND,
                 ARGS(ending, str_skip(file->path, S("content/").n)));
    else
        *ARR_PUSH(r->site->arena, &r->site->attachments) =
            (struct attachment){file->path,
                                str_skip(file->path, S("content/").n),
                                file->size};
}

/* --- which file is what --- */

/* programs/<id>/<file>: `id` and whether the file lies right in it. */
static bool programme_file(struct str path, struct str *id, struct str *file)
{
    struct str prefix = S("content/programs/");
    if (!str_starts(path, prefix))
        return false;
    *file = str_skip(path, prefix.n);
    *id = str_cut(file, '/');
    return file->p != NULL && str_find_char(*file, '/') < 0;
}

static void read_index(struct reading *r, struct str path)
{
    struct front front;
    if (read_front(r, path, false, NULL, NULL, &front, NULL)) {
        r->site->index = front.text;
        r->site->index_path = path;
    }
}

static void read_file(struct reading *r, const struct source_file *file)
{
    struct str path = file->path, id, name;
    if (file->link || !str_ends(path, S(".md"))) {
        if (!str_is(path, "content/site.yml"))
            read_attachment(r, file);
    } else if (programme_file(path, &id, &name)) {
        size_t p = catalog_programme(r->site, id);
        if (!str_is(name, "index.md") && p != NONE)
            read_section(r, &r->site->programmes.at[p], path);
        else if (p == NONE && !str_is(name, "index.md"))
            diag_add(r->reader->diag, (struct pos){.file = path},
                     MSG_CATALOG_NO_INDEX, ARGS(id));
    } else if (str_starts(path, S("content/schools/"))) {
        read_school_words(r, path);
    } else if (str_starts(path, S(PRACTICES))) {
        read_practice(r, path);
    } else if (str_starts(path, S("content/news/"))) {
        read_news(r, path);
    } else if (str_is(path, "content/questions.md")) {
        read_questions(r, path);
    } else if (str_is(path, "content/index.md")) {
        read_index(r, path);
    } else {
        read_free_page(r, path);
    }
}

void catalog_read_texts(struct site *site, const struct schema_reader *reader)
{
    struct reading r = {.site = site, .reader = reader};
    struct str id, name;
    size_t n;
    const struct source_file *files =
        source_below(reader->source, S("content/"), &n);
    for (size_t i = 0; i < n; i++)
        if (programme_file(files[i].path, &id, &name) &&
            str_is(name, "index.md") && !files[i].link)
            read_programme(&r, files[i].path, id);
    for (size_t i = 0; i < n; i++)
        read_file(&r, &files[i]);
    for (size_t p = 0; p < site->programmes.n; p++)
        if (site->programmes.at[p].sections.n)
            qsort(site->programmes.at[p].sections.at,
                  site->programmes.at[p].sections.n, sizeof(struct section),
                  by_order);
    if (site->news.n)
        qsort(site->news.at, site->news.n, sizeof *site->news.at, by_date);
    buf_free(&r.bytes);
}

size_t catalog_section(const struct programme *programme, struct str id)
{
    for (size_t i = 0; i < programme->sections.n; i++)
        if (str_eq(programme->sections.at[i].id, id) ||
            str_eq(programme->sections.at[i].text.title, id))
            return i;
    return NONE;
}

const struct free_page *catalog_page(const struct site *site, struct str id)
{
    for (size_t i = 0; i < site->pages.n; i++)
        if (str_eq(site->pages.at[i].id, id))
            return &site->pages.at[i];
    return NULL;
}
