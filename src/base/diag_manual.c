/*
 * diag_manual: the catalogue of messages as a text for people: by what they
 * are about, with an ellipsis for what a run fills in. Markdown; see diag.h.
 *
 * For the command `help`.
 */
#include "base/diag.h"

#include <string.h>

#define PREFIXES 4
#define ELLIPSIS "…"

/* What messages are about, by how their names begin; the last one takes the
 * rest. */
static const struct group {
    const char *title[2];           /* by enum lang */
    const char *prefixes[PREFIXES];
} groups[] = {
    {{"Настройки сайта", "Settings of the site"}, {"CONFIG_"}},
    {{"Файлы таблиц", "Files of tables"}, {"TABLE_"}},
    {{"Столбцы, ключи и ячейки", "Columns, keys and cells"},
     {"CATALOG_", "SPOILT_"}},
    {{"Значения и цели", "Values and targets"}, {"CELLS_", "OBSERVE_"}},
    {{"Чего не нашлось и что не согласуется",
      "What was not found and what disagrees"}, {"LINK_"}},
    {{"Числа, которые не сходятся", "Numbers that do not add up"},
     {"AUDIT_", "REPORTING_"}},
    {{"Шапка текста", "Front matter"}, {"YML_"}},
    {{"Тексты, ссылки и вставки", "Texts, links and blocks"},
     {"TEXT_", "PAGE_", "BLOCK_"}},
    {{"Слова для читателей", "Words for readers"}, {"PLAIN_"}},
    {{"Картинки и документы", "Pictures and documents"},
     {"PICTURE_", "DOCUMENT_"}},
    {{"Файлы и папки", "Files and folders"}, {"SOURCE_"}},
    {{"Команды", "Commands"}, {"USAGE_", "NEW_", "APPEND_", "FRESH_"}},
    {{"Сборка и просмотр", "Building and preview"},
     {"MACHINE_", "OUTPUT_", "TREE_", "SERVE_"}},
    {{"Публикация и git", "Publishing and git"}, {"PUBLISH_", "GIT_"}},
    {{"Темы оформления", "Themes"}, {"THEME_", "TEMPLATE_", "LEXICON_"}},
    {{"Прочее", "Everything else"}, {NULL}},
};
#define GROUPS (sizeof groups / sizeof *groups)

static size_t group_of(enum msg id)
{
    struct str name = str_of(diag_name(id));
    for (size_t g = 0; g + 1 < GROUPS; g++)
        for (size_t p = 0; p < PREFIXES && groups[g].prefixes[p]; p++)
            if (str_starts(name, str_of(groups[g].prefixes[p])))
                return g;
    return GROUPS - 1;
}

/* What is to be typed as it stands: an address; in Russian, where quotes are
 * « », also all from the first " to the last. 0: nothing begins here. */
static size_t literal_at(const char *text, bool russian)
{
    const char *last = strrchr(text, '"');

    if (russian && *text == '"')
        return (size_t)(last - text) + 1;
    if (strncmp(text, "https://", 8) == 0 && !strchr(".,", text[8]))
        return strcspn(text, " ");
    return 0;
}

/* What a run fills in is an ellipsis, what it may leave out is there. */
static void add_text(struct buf *out, const char *text, bool russian)
{
    while (*text) {
        size_t literal = literal_at(text, russian), n = 1;
        if (literal) {
            buf_addf(out, "`%.*s`", (int)literal, text);
            n = literal;
        } else if (strncmp(text, "[[", 2) == 0 ||
                   strncmp(text, "]]", 2) == 0) {
            n = 2;
        } else if (*text == '%' && text[1] >= '1' && text[1] <= '4') {
            buf_addz(out, ELLIPSIS);
            n = 2;
        } else {
            if (strchr("\\`*[]<_", *text))     /* means something in Markdown */
                buf_char(out, '\\');
            buf_char(out, *text);
        }
        text += n;
    }
}

void diag_manual(struct buf *out, enum lang lang)
{
    for (size_t g = 0; g < GROUPS; g++) {
        bool begun = false;
        for (enum msg id = 0; id < MSG_COUNT; id++) {
            if (group_of(id) != g)
                continue;
            if (!begun)
                buf_addf(out, "%s## %s\n\n", out->n ? "\n" : "",
                         groups[g].title[lang]);
            begun = true;
            buf_addf(out, "- %s: ", diag_level_word(diag_level(id), lang));
            add_text(out, diag_text(id, lang), lang == LANG_RU);
            buf_char(out, '\n');
        }
    }
}
