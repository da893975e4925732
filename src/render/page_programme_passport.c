/*
 * page_programme_passport: a programme in five lines, and its passport with
 * every official row.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"
#include "render/school_name.h"

struct rows {
    const struct page *page;
    const struct programme *it;
    ARR(struct programme_row) rows;
};

static void add(struct rows *rows, struct str caption, struct str text,
                struct str url)
{
    if (text.n > 0)
        *ARR_PUSH(rows->page->arena, &rows->rows) = (struct programme_row){
            .caption = caption, .text = text, .url = url
        };
}

static void add_word(struct rows *rows, const char *caption, struct str text)
{
    add(rows, page_word(rows->page, caption), text, (struct str){0});
}

/* One line stands as text, several as a list. */
static void add_lines(struct rows *rows, const char *caption,
                      struct list lines)
{
    const struct view_link *at = lines.at;

    if (lines.n == 1)
        add_word(rows, caption, at[0].label);
    else if (lines.n > 1)
        *ARR_PUSH(rows->page->arena, &rows->rows) = (struct programme_row){
            .caption = page_word(rows->page, caption), .lines = lines,
            .has_lines = true
        };
}

static void add_strs(struct rows *rows, const char *caption,
                     const struct strs *lines)
{
    add_lines(rows, caption, page_lines(rows->page, lines));
}

/* --- in short --- */

/* By year; the table below has the sources. */
static void add_money(struct rows *rows, const struct programme_money *money)
{
    const struct page *page = rows->page;
    const struct view_money *years = money ? money->years.at : NULL;
    size_t n = money ? money->years.n : 0;
    struct view_link *lines = PAGE_ARRAY(page, struct view_link, n);

    for (size_t i = 0; i < n; i++)
        lines[i].label = page_fill(page, "programme.year_sum",
                                   FILL({ "year", years[i].year },
                                        { "sum", years[i].planned }));
    if (n > 0)
        add_lines(rows, "programme.money", (struct list){ lines, n });
    else
        add_word(rows, "programme.money",
                 page_word(page, money ? "programme.money_below"
                                       : "programme.no_money"));
}

static void add_who(struct rows *rows)
{
    const struct strs *who = rows->it->executors.n > 0 ? &rows->it->executors
                                                       : &rows->it->developer;

    if (who->n > 0)
        add_strs(rows, "programme.who", who);
    else
        add_word(rows, "programme.who",
                 page_word(rows->page, "programme.not_named"));
}

static void add_document(struct rows *rows)
{
    struct str text = page_typo(rows->page, rows->it->approved);
    bool named = text.n > 0;

    if (!named)
        text = page_word(rows->page, "programme.not_named");
    add(rows, page_word(rows->page, "programme.document"), text,
        named && rows->it->documents.n > 0 ? S("#documents") : S(""));
}

static struct str period_of(const struct page *page,
                            const struct programme *it)
{
    return it->period.kind == PERIOD_NONE
               ? page_word(page, "programme.not_named")
               : page_period(page, it->period);
}

void programme_facts(const struct page *page, struct programme_view *view)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct rows rows = { .page = page, .it = it };
    struct str goal = page_typo(page, it->goal);

    add_word(&rows, "programme.goal",
             goal.n > 0 ? goal : page_word(page, "programme.not_named"));
    add_word(&rows, "programme.period", period_of(page, it));
    add_word(&rows, "programme.place", programme_place(page, it));
    add_who(&rows);
    add_money(&rows, view->money);
    add_document(&rows);
    view->facts = (struct list){ rows.rows.at, rows.rows.n };
}

/* --- the passport --- */

static struct list tasks_of(const struct page *page,
                            const struct programme *it)
{
    struct view_link *lines = PAGE_ARRAY(page, struct view_link, it->tasks_n);

    for (size_t i = 0; i < it->tasks_n; i++)
        lines[i].label = page_typo(page, it->tasks[i].text);
    return (struct list){ lines, it->tasks_n };
}

static void add_extra(struct rows *rows)
{
    const struct text *text = &rows->it->text;

    for (size_t i = 0; i < text->extra_n; i++)
        add(rows, page_typo(rows->page, text->extra[i].caption),
            page_typo(rows->page, text->extra[i].text), (struct str){0});
}

/* In the order in which such passports are printed. */
void programme_passport(const struct page *page, struct programme_view *view)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct rows rows = { .page = page, .it = it };

    add_word(&rows, "programme.name", page_typo(page, it->text.title));
    add_word(&rows, "programme.approved", page_typo(page, it->approved));
    add_strs(&rows, "programme.legal", &it->legal);
    add_strs(&rows, "programme.developer", &it->developer);
    add_strs(&rows, "programme.executors", &it->executors);
    add_word(&rows, "programme.goal_full", page_typo(page, it->goal));
    add_lines(&rows, "programme.tasks", tasks_of(page, it));
    add_word(&rows, "programme.period_full", page_period(page, it->period));
    add_strs(&rows, "programme.resources", &it->resources);
    add_strs(&rows, "programme.expected", &it->expected);
    add_strs(&rows, "programme.control", &it->control);
    add_extra(&rows);
    view->passport = (struct list){ rows.rows.at, rows.rows.n };
}
