/*
 * mini: the files, links and frame of the site of one school. See mini.h.
 *
 * For plan.c, page.c and page_frame.c.
 */
#include "render/mini.h"

#include "base/map.h"
#include "input/source.h"
#include "render/outside.h"
#include "render/page.h"
#include "render/plan.h"
#include "render/school_index.h"
#include "render/theme.h"

/* The scheme of an address that is not known: before the path, since pages
 * compare addresses. */
#define NOWHERE "nowhere:"
#define TEXT_MAX ((size_t)4 * 1024 * 1024)

/* --- which files --- */

struct choice {
    struct arena *arena;
    const struct site *site;
    const struct plan *whole;
    size_t school;
    ARR(struct mini_file) files;
};

/* Adds a file unless the whole site has none such. */
static void add(struct choice *choice, struct str from, struct str to)
{
    if (plan_find(choice->whole, from) != NONE)
        *ARR_PUSH(choice->arena, &choice->files) = (struct mini_file){
            .from = from, .to = to,
        };
}

static void add_thing(struct choice *choice, enum thing thing, size_t at,
                      const char *to)
{
    struct str from = address_of(choice->arena, choice->site, thing, at,
                                 NONE);

    add(choice, from, to ? str_of(to) : from);
}

/* The pages of the school and its tables. */
static void add_own(struct choice *choice)
{
    static const char *const tables[] = { "", "-excel" };
    struct str id = choice->site->schools.at[choice->school].id;

    add_thing(choice, THING_SCHOOL, choice->school, "index.html");
    add_thing(choice, THING_POSTER, choice->school, "poster.html");
    add_thing(choice, THING_SCHOOL_CALENDAR, choice->school, NULL);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        add(choice,
            str_format(choice->arena, "data/schools/%.*s%s.csv", STR_FMT(id),
                       tables[i]),
            str_format(choice->arena, "data/%.*s%s.csv", STR_FMT(id),
                       tables[i]));
}

static void add_programmes(struct choice *choice)
{
    struct school_list of = school_programmes(plan_schools(choice->whole),
                                              choice->school);

    for (size_t i = 0; i < of.n; i++) {
        size_t before = choice->files.n;

        add_thing(choice, THING_PROGRAMME, of.at[i], NULL);
        if (choice->files.n > before)
            choice->files.at[before].passport = true;
    }
}

/* What a text of the school names is a part of it: its pictures and files. */
static void add_attached(struct choice *choice, struct str text)
{
    const struct site *site = choice->site;
    struct diag *quiet = diag_new();    /* whoever renders it reports it */
    struct buf bytes = {0};

    if (source_read(site->source, text, TEXT_MAX, &bytes, quiet) == 0)
        for (size_t i = 0; i < site->attachments.n; i++) {
            struct str to = site->attachments.at[i].to, name = to;

            while (str_find_char(name, '/') >= 0)
                str_cut(&name, '/');
            if (str_find(buf_str(&bytes), name) >= 0)
                add(choice, to, to);
        }
    buf_free(&bytes);
    diag_free(quiet);
}

/* Its own practices; those it repeated are another school's. */
static void add_practices(struct choice *choice)
{
    const struct site *site = choice->site;
    struct school_list list = school_practices(plan_schools(choice->whole),
                                               choice->school);

    for (size_t i = 0; i < list.n; i++) {
        const struct practice *it = &site->practices.at[list.at[i]];
        size_t before = choice->files.n;

        if (it->school.index != choice->school)
            continue;
        add_thing(choice, THING_PRACTICE, list.at[i], NULL);
        if (choice->files.n > before)
            add_attached(choice, it->text.at.file);
    }
}

/* Of the theme everything but scripts, and the styles of other pages. */
static bool is_needed(struct str path)
{
    static const char *const sheets[] = { "style.css", "print.css",
                                          "school.css",
                                          "posters/poster.css" };

    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        if (str_is(path, sheets[i]))
            return true;
    return !str_ends(path, S(".css")) && !str_ends(path, S(".js"));
}

static void add_theme(struct choice *choice, const struct theme *theme)
{
    for (size_t i = 0; i < theme_count(theme); i++) {
        struct str path = theme_path(theme, i);

        if (is_needed(path))
            add(choice, path, path);
    }
}

/* The list of files; one that two texts name is listed once, and none takes
 * the place of an earlier one. */
static struct mini *take(struct choice *choice)
{
    struct mini *mini = ARENA_NEW(choice->arena, struct mini);
    struct map *taken = map_new(choice->arena);

    mini->school = choice->school;
    mini->files = choice->files.at;
    mini->places = map_new(choice->arena);
    for (size_t i = 0; i < choice->files.n; i++)
        if (map_add(taken, choice->files.at[i].to, i) == i) {
            map_add(mini->places, choice->files.at[i].from, mini->n);
            mini->files[mini->n++] = choice->files.at[i];
        }
    return mini;
}

const struct mini *mini_make(struct arena *arena, const struct site *site,
                             const struct plan *whole,
                             const struct theme *theme, size_t school)
{
    struct choice choice = { .arena = arena, .site = site, .whole = whole,
                             .school = school };
    const struct text *words = site->schools.at[school].words;

    add_own(&choice);
    add_programmes(&choice);
    add_practices(&choice);
    if (words)
        add_attached(&choice, words->at.file);
    add_theme(&choice, theme);
    return take(&choice);
}

/* --- where links lead --- */

/* The file that shows `path`, or NULL. Of a programme's page there are only
 * the passport, the tasks and the documents. */
static const struct mini_file *file_of(const struct mini *mini,
                                       struct str path)
{
    struct str part = path, file = str_cut(&part, '#');
    size_t i = map_get(mini->places, file);
    const struct mini_file *it = i == MAP_NONE ? NULL : &mini->files[i];

    if (!it || !part.p || !it->passport || str_starts(part, S("document")) ||
        str_is(part, "passport") || str_is(part, "tasks"))
        return it;
    return NULL;
}

bool mini_reaches(const struct page *page, struct str path)
{
    return page->site->config.base_url.n > 0 || file_of(page->mini, path);
}

struct str mini_url(const struct page *page, struct str path)
{
    const struct mini_file *here = file_of(page->mini, page->path);
    const struct mini_file *there = file_of(page->mini, path);
    struct str part = path;
    struct buf out = {0};

    if (there) {
        str_cut(&part, '#');
        address_relative(&out, here->to,
                         str_format(page->arena, "%.*s%s%.*s",
                                    STR_FMT(there->to), part.p ? "#" : "",
                                    STR_FMT(part)));
    } else if (page->site->config.base_url.n > 0) {
        buf_add(&out, outside_url(page, path));
    } else {
        buf_addz(&out, NOWHERE);
        buf_url_path(&out, path);
    }
    return page_take(page, &out);
}

static bool starts_at(struct str html, const char *what)
{
    return str_starts(html, str_of(what));
}

void mini_unlink(struct buf *html, size_t from)
{
    struct str rest = str_skip(buf_str(html), from);
    struct buf out = {0};
    bool inside = false;            /* of a link that is taken out */
    ptrdiff_t lt, gt;

    while ((lt = str_find_char(rest, '<')) >= 0 &&
           (gt = str_find_char(str_skip(rest, (size_t)lt), '>')) >= 0) {
        struct str tag = str_sub(rest, (size_t)lt, (size_t)(lt + gt + 1));

        buf_add(&out, str_sub(rest, 0, (size_t)lt));
        rest = str_skip(rest, (size_t)(lt + gt + 1));
        if (str_find(tag, S("=\"" NOWHERE)) >= 0)
            inside = inside || starts_at(tag, "<a ");
        else if (inside && starts_at(tag, "</a>"))
            inside = false;
        else
            buf_add(&out, tag);
    }
    buf_add(&out, rest);
    html->n = from;
    buf_add(html, buf_str(&out));
    buf_free(&out);
}

/* --- around the page --- */

void mini_frame(const struct page *page, struct view_frame *frame)
{
    size_t school = page->mini->school;
    struct str own = address_of(page->arena, page->site, THING_SCHOOL,
                                school, NONE);
    struct str poster = address_of(page->arena, page->site, THING_POSTER,
                                   school, NONE);

    frame->own_name = page_label(page, THING_SCHOOL, school, NONE);
    if (!str_eq(own, page->path))
        frame->own_url = mini_url(page, own);
    else if (file_of(page->mini, poster))
        frame->poster_url = mini_url(page, poster);
    /* what belongs to the whole site; an empty sandbox runs no script */
    frame->script_url = frame->feed_url = frame->oembed_url = (struct str){0};
    if (file_of(page->mini, S("school.css")))
        frame->school_style_url = mini_url(page, S("school.css"));
}
