/*
 * address: paths of the site's pages. See address.h.
 *
 * For everything above model/.
 */
#include "model/address.h"

#include "base/fold.h"
#include "input/source.h"
#include "model/catalog.h"
#include "model/ids.h"

#define PATH(...) str_format(arena, __VA_ARGS__)

/* --- from a thing to its path --- */

static struct str in_programme(struct arena *arena, const struct site *site,
                               size_t programme, struct str rest)
{
    struct str id = site->programmes.at[programme].id;
    return PATH("programs/%.*s/%.*s", STR_FMT(id), STR_FMT(rest));
}

static struct str of_indicator(struct arena *arena, const struct site *site,
                               size_t at)
{
    const struct indicator *i = &site->indicators.at[at];
    return in_programme(arena, site, i->programme,
                        PATH("indicators/%.*s.html", STR_FMT(i->id)));
}

/* Things inside a programme: sections, documents, measures, findings, reports
 * by their year. */
static struct str of_part(struct arena *arena, const struct site *site,
                          enum thing thing, size_t at, size_t sub)
{
    const struct programme *p = &site->programmes.at[at];
    struct str rest;
    if (thing == THING_SECTION)
        rest = PATH("%.*s.html", STR_FMT(p->sections.at[sub].id));
    else if (thing == THING_DOCUMENT)
        rest = PATH("index.html#document-%.*s",
                    STR_FMT(p->documents.at[sub].id));
    else if (thing == THING_FINDING)
        rest = PATH("monitoring.html#finding-%.*s",
                    STR_FMT(p->findings.at[sub].id));
    else if (thing == THING_REPORT)
        rest = PATH("report-%zu.html", sub);
    else
        rest = PATH("plan.html#%.*s", STR_FMT(p->measures.at[sub].id));
    return in_programme(arena, site, at, rest);
}

static struct str of_named(struct arena *arena, const struct site *site,
                           enum thing thing, size_t at)
{
    struct str id;
    switch (thing) {
    case THING_SCHOOL:
        id = site->schools.at[at].id;
        return PATH("schools/%.*s.html", STR_FMT(id));
    case THING_PRACTICE:
        id = site->practices.at[at].id;
        return PATH("practices/%.*s.html", STR_FMT(id));
    case THING_NEWS_ITEM:
        id = site->news.at[at].id;
        return PATH("news/%.*s.html", STR_FMT(id));
    case THING_TERM:
        id = site->terms.at[at].id;
        return PATH("glossary.html#%.*s", STR_FMT(id));
    case THING_ORGANISATION:
        id = site->organisations.at[at].id;
        return PATH("organisations.html#%.*s", STR_FMT(id));
    default:
        id = site->pages.at[at].id;
        return PATH("%.*s.html", STR_FMT(id));
    }
}

struct str address_short(struct arena *arena, struct str school)
{
    return PATH("s/%.*s.html", STR_FMT(school));
}

struct str address_widget(struct arena *arena, struct str school,
                          struct str programme, struct str indicator,
                          const char *ending)
{
    if (indicator.n == 0)
        return PATH("w/%.*s.%s", STR_FMT(school), ending);
    if (school.n == 0)
        return PATH("w/programs/%.*s.%.*s.%s", STR_FMT(programme),
                    STR_FMT(indicator), ending);
    return PATH("w/%.*s.%.*s.%.*s.%s", STR_FMT(school), STR_FMT(programme),
                STR_FMT(indicator), ending);
}

/* What other sites and paper carry: of a school, or of one indicator of it. */
static struct str of_embed(struct arena *arena, const struct site *site,
                           enum thing thing, size_t at, size_t sub)
{
    struct str id = at == NONE ? (struct str){0} : site->schools.at[at].id;
    switch (thing) {
    case THING_POSTER:
        return PATH("posters/%.*s.html", STR_FMT(id));
    case THING_EMBED:
        return PATH("embed/%.*s.html", STR_FMT(id));
    case THING_SHORT:
        return address_short(arena, id);
    case THING_WIDGET:
        return address_widget(arena, id, id, S(""), "html");
    case THING_WIDGET_DARK:
        return address_widget(arena, id, id, S(""), "dark.html");
    case THING_OEMBED:
        return address_widget(arena, id, id, S(""), "json");
    default:
        break;
    }
    const struct indicator *i = &site->indicators.at[sub];
    return address_widget(arena, id, site->programmes.at[i->programme].id,
                          i->id, thing == THING_WIDGET_CHART       ? "svg"
                                 : thing == THING_OEMBED_INDICATOR ? "json"
                                                                   : "html");
}

static struct str of_frozen(struct arena *arena, const struct site *site,
                            enum thing thing, size_t at)
{
    return PATH("w/frozen/%.*s.%s", STR_FMT(site->frozen.at[at].id),
                thing == THING_FROZEN_CHART ? "svg" : "html");
}

struct str address_kit_name(struct arena *arena, const struct site *site,
                            size_t school, enum kit_part part)
{
    static const char *const names[] = {
        [KIT_INDEX] = "index.html", [KIT_HOW] = "kak-razmestit.html",
        [KIT_PAGE] = "page.html", [KIT_TEXT] = "text.txt",
        [KIT_POSTER] = "poster.html",
        [KIT_SHEET] = "sheet.html", [KIT_QR] = "qr.svg",
        [KIT_CARD] = "card.png", [KIT_SQUARE] = "square.png"};
    if (part == KIT_ZIP)
        return PATH("%.*s.zip", STR_FMT(site->schools.at[school].id));
    return str_of(names[part]);
}

static struct str of_kit(struct arena *arena, const struct site *site,
                         size_t school, size_t part)
{
    struct str id = site->schools.at[school].id;
    struct str name = address_kit_name(arena, site, school,
        part == NONE ? KIT_INDEX : (enum kit_part)part);
    return PATH("kits/%.*s/%.*s", STR_FMT(id), STR_FMT(name));
}

static struct str fixed(enum thing thing)
{
    switch (thing) {
    case THING_PROGRAMMES: return S("programs/index.html");
    case THING_SCHOOLS: return S("schools/index.html");
    case THING_PRACTICES: return S("practices/index.html");
    case THING_ORGANISATIONS: return S("organisations.html");
    case THING_NEWS: return S("news/index.html");
    case THING_GLOSSARY: return S("glossary.html");
    case THING_METHODOLOGY: return S("methodology.html");
    case THING_QUALITY: return S("quality.html");
    case THING_PROTECTION: return S("methodology.html#protection");
    case THING_DATA: return S("data/index.html");
    case THING_ABOUT: return S("about.html");
    case THING_ACCESSIBILITY: return S("accessibility.html");
    case THING_ALL_INDICATORS: return S("indicators.html");
    case THING_ALL_PLANS: return S("plan.html");
    case THING_EMBEDS: return S("embed/index.html");
    case THING_NOT_FOUND: return S("404.html");
    case THING_SEARCH: return S("search.html");
    case THING_CHANGES: return S("changes.html");
    default: return S("index.html");
    }
}

struct str address_of(struct arena *arena, const struct site *site,
                      enum thing thing, size_t at, size_t sub)
{
    switch (thing) {
    case THING_PROGRAMME:
        return in_programme(arena, site, at, S("index.html"));
    case THING_PLAN:
        return in_programme(arena, site, at, S("plan.html"));
    case THING_INDICATORS:
        return in_programme(arena, site, at, S("indicators/index.html"));
    case THING_INDICATOR:
        return of_indicator(arena, site, at);
    case THING_MONITORING:
        return in_programme(arena, site, at, S("monitoring.html"));
    case THING_SECTION:
    case THING_DOCUMENT:
    case THING_MEASURE:
    case THING_FINDING:
    case THING_REPORT:
        return of_part(arena, site, thing, at, sub);
    case THING_SCHOOL:
    case THING_PRACTICE:
    case THING_NEWS_ITEM:
    case THING_TERM:
    case THING_ORGANISATION:
    case THING_PAGE:
        return of_named(arena, site, thing, at);
    case THING_POSTER:
    case THING_EMBED:
    case THING_SHORT:
    case THING_WIDGET:
    case THING_WIDGET_DARK:
    case THING_WIDGET_INDICATOR:
    case THING_WIDGET_CHART:
    case THING_OEMBED:
    case THING_OEMBED_INDICATOR:
        return of_embed(arena, site, thing, at, sub);
    case THING_FROZEN:
    case THING_FROZEN_CHART:
        return of_frozen(arena, site, thing, at);
    case THING_KIT:
        return of_kit(arena, site, at, sub);
    case THING_CHANGES_PROGRAMME:
        return in_programme(arena, site, at, S("changes.html"));
    case THING_CHANGES_SCHOOL:
        return PATH("changes/%.*s.html", STR_FMT(site->schools.at[at].id));
    case THING_CALENDAR:
        return in_programme(arena, site, at, S("plan.ics"));
    case THING_CARD:
        return at == NONE ? S("card.png")
                          : in_programme(arena, site, at, S("card.png"));
    case THING_SCHOOL_CALENDAR:
        return PATH("schools/%.*s.ics", STR_FMT(site->schools.at[at].id));
    default:
        return fixed(thing);
    }
}

struct str address_feed(struct arena *arena, struct str page)
{
    return PATH("%.*s.xml", STR_FMT(str_sub(page, 0, page.n - S(".html").n)));
}

struct str address_year(struct arena *arena, struct str page, int year)
{
    return PATH("%.*s/%d/index.html",
                STR_FMT(str_sub(page, 0, page.n - S(".html").n)), year);
}

struct str address_facet(struct arena *arena, struct str id)
{
    return PATH("practices/by/%.*s.html", STR_FMT(id));
}

/* --- from page to page --- */

void address_relative(struct buf *out, struct str from, struct str to)
{
    size_t common = 0;
    struct str anchor = to;
    struct str path = str_cut(&anchor, '#');
    if (str_eq(path, from) && anchor.p) {
        buf_char(out, '#');
        buf_url_path(out, anchor);
        return;
    }
    for (size_t i = 0; i < from.n && i < path.n && from.p[i] == path.p[i];
         i++)
        if (from.p[i] == '/')
            common = i + 1;
    for (size_t i = common; i < from.n; i++)
        if (from.p[i] == '/')
            buf_addz(out, "../");
    buf_url_path(out, str_skip(path, common));
    if (anchor.p) {
        buf_char(out, '#');
        buf_url_path(out, anchor);
    }
}

bool address_reserved(struct str id, bool at_root)
{
    /* the first two in every folder, the others at the root */
    static const char *const names[] = {
        "index", "by", "404", "assets", "embed", "posters", "w", "s",
        "kits", "search", "changes", "manifest"};
    size_t n = at_root ? sizeof names / sizeof *names : 2;
    for (size_t i = 0; i < n; i++)
        if (str_is(id, names[i]))
            return true;
    return false;
}

/* --- what an author wrote as a target --- */

struct resolving {
    struct arena *arena;
    const struct site *site;
    struct link_target out;
};

static struct link_target *thing(struct resolving *r, enum thing kind,
                                 size_t at, size_t sub)
{
    r->out.kind = LINK_THING;
    r->out.thing = kind;
    r->out.at = at;
    r->out.sub = sub;
    r->out.path = address_of(r->arena, r->site, kind, at, sub);
    return &r->out;
}

static void unknown_near(struct resolving *r, struct str name,
                         struct str nearest)
{
    r->out.kind = LINK_UNKNOWN;
    r->out.path = name;
    r->out.nearest = nearest;
}

static void unknown(struct resolving *r, struct str name, struct ids ids)
{
    unknown_near(r, name, ids_nearest(&ids, name));
}

/* The records of an ARR. */
#define ALL(list, type) IDS((list).at, (list).n, type)

static void resolve_document(struct resolving *r, struct str rest)
{
    struct str id = str_cut(&rest, '/');
    size_t p = catalog_programme(r->site, id);
    if (p == NONE) {
        unknown(r, id, ALL(r->site->programmes, programme));
        return;
    }
    const struct programme *programme = &r->site->programmes.at[p];
    for (size_t d = 0; d < programme->documents.n; d++)
        if (str_eq(programme->documents.at[d].id, rest)) {
            thing(r, THING_DOCUMENT, p, d);
            return;
        }
    unknown(r, rest, ALL(programme->documents, document));
}

static void resolve_indicator(struct resolving *r, struct str rest)
{
    size_t i = catalog_indicator_path(r->site, rest);
    struct str id = rest;
    struct str programme = str_cut(&id, '/');
    size_t p = catalog_programme(r->site, programme);
    if (i != NONE)
        thing(r, THING_INDICATOR, i, 0);
    else if (p == NONE)
        unknown(r, programme, ALL(r->site->programmes, programme));
    else
        unknown_near(r, id, catalog_near_indicator(r->site, p, id));
}

/* One kind of things with a flat list of ids. */
static void resolve_flat(struct resolving *r, struct str name,
                         enum thing kind, size_t at, struct ids ids)
{
    if (at == NONE)
        unknown(r, name, ids);
    else
        thing(r, kind, at, 0);
}

static void resolve_school(struct resolving *r, struct str name)
{
    size_t at = catalog_school(r->site, name);
    if (at == NONE)
        unknown_near(r, name, catalog_near_school(r->site, name));
    else
        thing(r, THING_SCHOOL, at, 0);
}

/* `scheme:rest`; false when the scheme is none of ours. */
static bool resolve_scheme(struct resolving *r, struct str scheme,
                           struct str rest)
{
    const struct site *site = r->site;
    if (str_is(scheme, "school"))
        resolve_school(r, rest);
    else if (str_is(scheme, "program") || str_is(scheme, "programme"))
        resolve_flat(r, rest, THING_PROGRAMME, catalog_programme(site, rest),
                     ALL(site->programmes, programme));
    else if (str_is(scheme, "practice"))
        resolve_flat(r, rest, THING_PRACTICE, catalog_practice(site, rest),
                     ALL(site->practices, practice));
    else if (str_is(scheme, "term"))
        resolve_flat(r, rest, THING_TERM, catalog_term(site, rest),
                     ALL(site->terms, term));
    else if (str_is(scheme, "indicator"))
        resolve_indicator(r, rest);
    else if (str_is(scheme, "document"))
        resolve_document(r, rest);
    else if (str_is(scheme, "value") || str_is(scheme, "target"))
        r->out = (struct link_target){
            .kind = str_is(scheme, "value") ? LINK_VALUE : LINK_TARGET,
            .path = rest};
    else
        return false;
    return true;
}

static bool is_web(struct str scheme)
{
    return str_is(scheme, "http") || str_is(scheme, "https") ||
           str_is(scheme, "mailto") || str_is(scheme, "tel");
}

/* `target` against the folder of `from`, without `.` and `..`. */
static struct str normal_path(struct arena *arena, struct str from,
                              struct str target)
{
    struct str parts[64];
    size_t n = 0;
    struct str joined = target;
    ptrdiff_t slash = -1;
    for (size_t i = 0; i < from.n; i++)
        if (from.p[i] == '/')
            slash = (ptrdiff_t)i;
    if (slash >= 0)
        joined = str_format(arena, "%.*s/%.*s", (int)slash, from.p,
                            STR_FMT(target));
    while (joined.p && n < 64) {
        struct str part = str_cut(&joined, '/');
        if (str_is(part, "..") && n > 0)
            n--;
        else if (part.n && !str_is(part, "."))
            parts[n++] = part;
    }
    return str_join(arena, parts, n, S("/"));
}

/* The thing that a file below content/ is. */
static bool resolve_file(struct resolving *r, struct str path)
{
    const struct site *site = r->site;
    for (size_t p = 0; p < site->programmes.n; p++) {
        const struct programme *programme = &site->programmes.at[p];
        if (str_eq(programme->text.at.file, path))
            return thing(r, THING_PROGRAMME, p, 0);
        for (size_t s = 0; s < programme->sections.n; s++)
            if (str_eq(programme->sections.at[s].text.at.file, path))
                return thing(r, THING_SECTION, p, s);
    }
    for (size_t i = 0; i < site->pages.n; i++)
        if (str_eq(site->pages.at[i].text.at.file, path))
            return thing(r, THING_PAGE, i, 0);
    for (size_t i = 0; i < site->practices.n; i++)
        if (str_eq(site->practices.at[i].text.at.file, path))
            return thing(r, THING_PRACTICE, i, 0);
    for (size_t i = 0; i < site->news.n; i++)
        if (str_eq(site->news.at[i].text.at.file, path))
            return thing(r, THING_NEWS_ITEM, i, 0);
    for (size_t i = 0; i < site->schools.n; i++)
        if (site->schools.at[i].words &&
            str_eq(site->schools.at[i].words->at.file, path))
            return thing(r, THING_SCHOOL, i, 0);
    for (size_t i = 0; i < site->attachments.n; i++)
        if (str_eq(site->attachments.at[i].from, path)) {
            r->out.kind = LINK_FILE;
            r->out.path = site->attachments.at[i].to;
            return true;
        }
    if (str_is(path, "content/index.md"))
        return thing(r, THING_HOME, 0, 0);
    return false;
}

static struct str file_at(const void *payload, size_t i)
{
    const struct source_file *files = payload;
    return files[i].path;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* `a%20b.png` as editors write it for `a b.png`; as it is when that would be
 * no text. */
static struct str decoded(struct arena *arena, struct str path)
{
    struct buf out = {0};
    for (size_t i = 0; i < path.n; i++) {
        bool coded = path.p[i] == '%' && i + 2 < path.n;
        int high = coded ? hex_digit(path.p[i + 1]) : -1;
        int low = coded ? hex_digit(path.p[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            buf_char(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_char(&out, path.p[i]);
        }
    }
    struct str text = buf_take(&out, arena);
    buf_free(&out);
    return utf8_valid(text) == text.n ? fold_nfc(arena, text) : path;
}

struct link_target address_resolve(struct arena *arena,
                                   const struct site *site,
                                   struct str from_file, struct str target)
{
    struct resolving r = {arena, site, {.kind = LINK_UNKNOWN}};
    struct str rest = target;
    struct str scheme = str_cut(&rest, ':');
    if (str_starts(target, S("#")))
        return (struct link_target){.kind = LINK_PART, .path = target};
    if (rest.p && is_web(scheme))
        return (struct link_target){.kind = LINK_WEB, .path = target};
    if (rest.p && resolve_scheme(&r, scheme, rest))
        return r.out;
    if (rest.p && str_find_char(scheme, '/') < 0)
        return (struct link_target){.kind = LINK_BAD_SCHEME, .path = scheme};
    struct str anchor = target;
    struct str written = str_cut(&anchor, '#');
    struct str path = normal_path(arena, from_file, written);
    struct str plain = normal_path(arena, from_file, decoded(arena, written));
    if (!resolve_file(&r, path) && !resolve_file(&r, plain)) {
        size_t n;
        const struct source_file *files =
            source_below(site->source, S("content/"), &n);
        size_t near = fold_nearest(path, n, file_at, files);
        r.out.path = path;
        r.out.nearest = near < n ? files[near].path : S("");
    } else if (anchor.p) {
        r.out.path = str_format(arena, "%.*s#%.*s", STR_FMT(r.out.path),
                                STR_FMT(anchor));
    }
    return r.out;
}
