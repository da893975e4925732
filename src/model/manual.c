/*
 * manual: columns and keys in words. See manual.h.
 *
 * For the command `help`.
 */
#include "model/manual.h"

#include "model/blank.h"
#include "model/names.h"

#include <string.h>

/* What has columns or keys, in the order of the manual. `in` is the key that
 * holds the map: NULL for what stands by itself. */
static const struct part {
    const char *heading, *in;
    const struct schema *schema;
} parts[] = {
    {"data/schools.csv", NULL, &schema_schools},
    {"data/organisations.csv", NULL, &schema_organisations},
    {"data/glossary.csv", NULL, &schema_glossary},
    {"data/search-synonyms.csv", NULL, &schema_synonyms},
    {"data/explanations.csv", NULL, &schema_explanations},
    {"data/former.csv", NULL, &schema_former},
    {"data/frozen.csv", NULL, &schema_frozen},
    {"indicators.csv", NULL, &schema_indicators},
    {"values.csv, values-*.csv", NULL, &schema_values},
    {"targets.csv", NULL, &schema_targets},
    {"breaks.csv", NULL, &schema_breaks},
    {"thresholds.csv", NULL, &schema_thresholds},
    {"plan.csv", NULL, &schema_plan},
    {"progress.csv", NULL, &schema_progress},
    {"finance.csv", NULL, &schema_finance},
    {"risks.csv", NULL, &schema_risks},
    {"documents.csv", NULL, &schema_documents},
    {"participants.csv", NULL, &schema_participants},
    {"monitoring.csv", NULL, &schema_monitoring},
    {"findings.csv", NULL, &schema_findings},
    {"clusters.csv", NULL, &schema_clusters},
    {"overrides.csv", NULL, &schema_overrides},
    {"passport.csv", NULL, NULL},
    {"content/site.yml", NULL, &schema_site},
    {NULL, "municipalities", &schema_municipality},
    {NULL, "contact", &schema_contact},
    {NULL, "disclosure", &schema_disclosure},
    {NULL, "publish", &schema_publish},
    {NULL, "resilience", &schema_resilience},
    {"content/*.md", NULL, &schema_front_titled},
    {NULL, "help", &schema_help},
    {"content/programs/ПРОГРАММА/index.md", NULL, &schema_programme},
    {NULL, "tasks", &schema_task},
    {"content/programs/ПРОГРАММА/*.md", NULL, &schema_section},
    {"content/practices/*.md", NULL, &schema_practice},
    {NULL, "steps", &schema_step},
    {NULL, "effect", &schema_effect},
    {NULL, "experts", &schema_experts},
    {NULL, "adopted_by", &schema_adoption},
    {"content/news/*.md", NULL, &schema_news},
};
#define PARTS (sizeof parts / sizeof *parts)

static bool is_table(const struct part *part)
{
    return strstr(part->heading, ".csv") != NULL;
}

/* `**первое**, второе (`name`)`. Of a word's synonyms those of one letter are
 * left out: marks, and Russian letters that look like the Latin ones. */
static void say_name(struct buf *out, const char *name, const char *synonyms,
                     size_t shortest)
{
    struct str rest = str_of(synonyms);
    bool first = true;
    while (rest.p) {
        struct str word = str_cut(&rest, '|');
        if (utf8_length(word) < shortest)
            continue;
        buf_addf(out, first ? "**%.*s**" : ", %.*s", STR_FMT(word));
        first = false;
    }
    buf_addf(out, first ? "`%s`" : " (`%s`)", name);
}

static void say_words(struct buf *out, const struct word *words)
{
    buf_addz(out, ". Одно из слов: ");
    for (const struct word *w = words; w->name; w++) {
        if (w != words)
            buf_addz(out, "; ");
        say_name(out, w->name, w->synonyms, 2);
    }
}

/* The words of a column, also of one that a later stage reads. */
static const struct word *words_of(const struct slot *slot,
                                   const struct schema *schema)
{
    if (schema == &schema_values && strcmp(slot->name, "status") == 0)
        return words_cell_status;
    if (schema == &schema_values && strcmp(slot->name, "flag") == 0)
        return words_cell_flag;
    return slot->words;
}

static void say_type(struct buf *out, const struct slot *slot, bool table)
{
    if (!table && (slot->type == SLOT_TEXTS || slot->type == SLOT_REFS ||
                   slot->type == SLOT_WORDS))
        buf_addz(out, ". Можно списком");
    else if (slot->type == SLOT_BOOL)
        buf_addz(out, ". Да или нет");
    else
        blank_type(out, slot);
}

/* Keys that nobody explains do nothing yet (config.c): they are left out. */
static void say_slots(struct buf *out, const struct schema *schema,
                      bool table, const char *indent)
{
    for (size_t i = 0; i < schema->n; i++) {
        const struct slot *slot = &schema->slots[i];
        const struct word *words = words_of(slot, schema);
        const char *hint = blank_hint(str_of(schema->name), slot->name);
        if (!hint)
            continue;
        buf_addf(out, "%s- ", indent);
        say_name(out, slot->name, slot->synonyms, 1);
        buf_addf(out, "%s — %s", slot->required ? ", обязательно" : "",
                 hint);
        if (words)
            say_words(out, words);
        if (!words || slot->type == SLOT_WORDS)
            say_type(out, slot, table);
        buf_addz(out, ".\n");
        for (size_t p = 0; p < PARTS && slot->type == SLOT_NODE; p++)
            if (parts[p].in && strcmp(parts[p].in, slot->name) == 0)
                say_slots(out, parts[p].schema, table, "  ");
    }
}

void manual_columns(struct buf *out)
{
    for (size_t i = 0; i < PARTS; i++) {
        const struct part *part = &parts[i];
        if (part->in)
            continue;
        struct str name = part->schema ? str_of(part->schema->name)
                                       : str_of(part->heading);
        const char *hint = blank_hint(name, NULL);
        buf_addf(out, "%s## %s %s\n\n%s.\n", i ? "\n" : "",
                 is_table(part) ? "Таблица" : "Файл", part->heading,
                 hint ? hint : part->heading);
        if (!part->schema)
            continue;
        buf_char(out, '\n');
        say_slots(out, part->schema, is_table(part), "");
    }
}
