/*
 * search_subject: see search_subject.h.
 *
 * For search.c.
 */
#include "render/search_subject.h"

#include "base/map.h"
#include "model/catalog.h"

static enum search_type type_of(struct str path)
{
    static const struct {
        const char *begin;
        enum search_type type;
    } rows[] = {
        { "schools/", SEARCH_SCHOOLS },
        { "indicators.html", SEARCH_INDICATORS },
        { "programs/", SEARCH_PROGRAMMES },
        { "plan.html", SEARCH_PROGRAMMES },
        { "practices/", SEARCH_PRACTICES },
        { "news/", SEARCH_NEWS },
    };
    if (str_starts(path, S("programs/")) &&
        str_find(path, S("/indicators/")) >= 0)
        return SEARCH_INDICATORS;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_starts(path, str_of(rows[i].begin)))
            return rows[i].type;
    return SEARCH_OTHER;
}

/* Lists of pages, but the page of a programme, which tells of it. */
static bool is_list(struct str path)
{
    if (str_ends(path, S("changes.html")) || str_starts(path, S("changes/")))
        return true;
    if (str_starts(path, S("programs/")) &&
        str_find(path, S("/indicators/")) < 0)
        return str_is(path, "programs/index.html");
    return str_ends(path, S("/index.html")) ||
           str_starts(path, S("practices/by/")) ||
           str_starts(path, S("embed/")) ||
           str_is(path, "indicators.html") || str_is(path, "plan.html");
}

/* schools/x.html with «schools/»: x. Empty for another path. */
static struct str id_in(struct str path, const char *folder)
{
    struct str rest = str_skip(path, str_of(folder).n);

    if (!str_starts(path, str_of(folder)) || !str_ends(path, S(".html")))
        return (struct str){0};
    return str_sub(rest, 0, rest.n - 5);
}

static size_t school_of(const struct site *site, struct str path)
{
    struct str id = id_in(path, "schools/");
    size_t at = id.n ? map_get(site->school_names, id) : NONE;

    return at != NONE && str_eq(site->schools.at[at].id, id) ? at : NONE;
}

static size_t indicator_of(const struct site *site, size_t programme,
                           struct str rest)
{
    const struct programme *it = &site->programmes.at[programme];
    struct str id = id_in(rest, "indicators/");

    for (size_t i = 0; id.n > 0 && i < it->indicator_n; i++)
        if (str_eq(site->indicators.at[it->indicator_first + i].id, id))
            return it->indicator_first + i;
    return NONE;
}

/* A practice or news item names its programme itself. */
static void take_named(struct search_subject *subject,
                       const struct site *site, struct str path)
{
    struct str id = id_in(path, "practices/");
    size_t at = id.n ? map_get(site->practice_ids, id) : NONE;

    if (at != NONE) {
        subject->programme = site->practices.at[at].programme.index;
        subject->demo = site->practices.at[at].demo;
    }
    id = id_in(path, "news/");
    for (size_t i = 0; id.n > 0 && i < site->news.n; i++)
        if (str_eq(site->news.at[i].id, id))
            subject->programme = site->news.at[i].programme.index;
}

static struct str municipality_of(const struct site *site, size_t school)
{
    const struct config *config = &site->config;
    size_t at = site->schools.at[school].municipality.index;

    if (config->municipalities_n < 2 || at >= config->municipalities_n)
        return (struct str){0};
    return config->municipalities[at].name;
}

struct search_subject search_subject(const struct site *site,
                                     struct str path)
{
    struct search_subject subject = {
        .type = type_of(path), .school = school_of(site, path),
        .indicator = NONE, .programme = NONE, .list = is_list(path),
    };

    take_named(&subject, site, path);
    if (str_starts(path, S("programs/"))) {
        struct str rest = str_skip(path, S("programs/").n);

        subject.programme = map_get(site->programme_ids,
                                    str_cut(&rest, '/'));
        if (subject.programme != NONE)
            subject.indicator = indicator_of(site, subject.programme, rest);
    }
    if (subject.school != NONE) {
        subject.place = municipality_of(site, subject.school);
        subject.demo = site->schools.at[subject.school].demo;
    } else if (subject.programme != NONE) {
        const struct programme *it = &site->programmes.at[subject.programme];

        subject.demo = subject.demo || it->demo;
        if (site->programmes.n > 1)
            subject.place = it->brief.n > 0 ? it->brief : it->text.title;
    }
    return subject;
}

static void add_name(struct buf *out, struct str name)
{
    buf_add(out, name);
    buf_add(out, S("\n"));
}

static void add_aliases(struct buf *out, const struct strs *aliases)
{
    for (size_t i = 0; i < aliases->n; i++)
        add_name(out, aliases->at[i]);
}

void search_names(struct buf *out, const struct site *site,
                  const struct search_subject *subject)
{
    if (subject->school != NONE) {
        const struct school *it = &site->schools.at[subject->school];

        add_name(out, it->name);
        add_name(out, it->brief);
        add_aliases(out, &it->aliases);
    }
    if (subject->indicator != NONE) {
        const struct indicator *it = &site->indicators.at[subject->indicator];

        add_name(out, it->title);
        add_name(out, it->official_title);
        add_aliases(out, &it->aliases);
    }
}
