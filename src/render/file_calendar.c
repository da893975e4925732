/*
 * file_calendar: the dates of a plan for the calendars of phones and offices
 * (iCalendar): of a whole programme, and of one school what names it and what
 * is for all families. Measures without a date are not in it; of those that
 * take longer than two months their last day.
 *
 * Rows of pages.c.
 *
 * Format: RFC 5545; the name of a calendar: RFC 7986.
 */
#include "render/block.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"

#define LINE_MAX_OCTETS 75
#define LONG_DAYS 62            /* what fills a calendar and says nothing */
#define MONTHS 12

/* --- when --- */

struct occurrence {
    date from, to;
    struct str key;             /* among those of its measure; or empty */
};

struct occurrences {
    ARR(struct occurrence) list;
    struct arena *arena;
};

static void add(struct occurrences *all, date from, date to, struct str key)
{
    if (from != DATE_NONE && to != DATE_NONE && from <= to)
        *ARR_PUSH(all->arena, &all->list) =
            (struct occurrence){ from, to, key };
}

static bool has_month(uint16_t months, int month)
{
    return months >> ((month + MONTHS - 1) % MONTHS) & 1;
}

/* The first day of a month counted from January of `year`. */
static date first_of(int year, int month)
{
    return date_of(year + (month - 1) / MONTHS, (month - 1) % MONTHS + 1, 1);
}

/* The run of months that begins in this month, in every year from `from` to
 * `to`. It may end in the year after («с сентября по май»). */
static void add_run(struct occurrences *all, uint16_t months, int month,
                    date from, date to)
{
    int length = 1, first, last, m, d;

    while (length < MONTHS && has_month(months, month + length))
        length++;
    date_split(from, &first, &m, &d);
    date_split(to, &last, &m, &d);
    for (int year = first - 1; year <= last; year++) {
        date begin = first_of(year, month);
        date end = first_of(year, month + length) - 1;

        add(all, begin < from ? from : begin, end > to ? to : end,
            str_format(all->arena, "%d-%02d", year, month));
    }
}

/* In these months of each year; all twelve say nothing. */
static void add_yearly(struct occurrences *all, uint16_t months, date from,
                       date to)
{
    for (int month = 1; month <= MONTHS && from <= to; month++)
        if (has_month(months, month) &&
            !has_month(months, month + MONTHS - 1))
            add_run(all, months, month, from, to);
}

static struct occurrences occurrences_of(struct arena *arena,
                                         const struct programme *of,
                                         const struct measure *it)
{
    struct occurrences all = { .arena = arena };
    const struct when *when = &it->when;
    date next = of->period.from;

    if (when->kind != WHEN_SPAN && when->kind != WHEN_YEARLY)
        return all;
    add(&all, when->from, when->to, (struct str){0});
    if (!when->yearly || of->period.kind == PERIOD_NONE)
        return all;
    if (when->kind == WHEN_SPAN && when->to != DATE_NONE)
        next = when->to + 1;
    add_yearly(&all, when->months, next, of->period.to);
    return all;
}

/* --- whose --- */

static bool is_of_school(const struct page *page, size_t programme,
                         size_t measure, size_t school)
{
    const struct measure *it =
        &page->site->programmes.at[programme].measures.at[measure];

    return block_measure_names(page, programme, measure, school) ||
           (block_measure_shared(page, programme, measure) &&
            (block_measure_is_for(it, "parents") ||
             block_measure_is_for(it, "pupils")));
}

/* `school` may be NONE: all of the plan. */
static bool has_events(const struct page *page, size_t programme,
                       size_t school)
{
    const struct programme *of = &page->site->programmes.at[programme];

    for (size_t i = 0; i < of->measures.n; i++)
        if ((school == NONE || is_of_school(page, programme, i, school)) &&
            occurrences_of(page->arena, of, &of->measures.at[i]).list.n > 0)
            return true;
    return false;
}

/* --- lines --- */

/* A line may not be longer; what goes on begins with a blank. No character
 * is cut in two. */
static void put_folded(struct buf *out, struct str line)
{
    size_t room = LINE_MAX_OCTETS;

    while (line.n > room) {
        size_t cut = room;

        while (cut > 1 && ((unsigned char)line.p[cut] & 0xC0) == 0x80)
            cut--;
        buf_add(out, str_sub(line, 0, cut));
        buf_addz(out, "\r\n ");
        line = str_skip(line, cut);
        room = LINE_MAX_OCTETS - 1;
    }
    buf_add(out, line);
    buf_addz(out, "\r\n");
}

static void put(struct buf *out, const char *name, struct str value)
{
    struct buf line = {0};

    buf_addz(&line, name);
    buf_char(&line, ':');
    buf_add(&line, value);
    put_folded(out, buf_str(&line));
    buf_free(&line);
}

static void put_text(struct buf *out, const char *name, struct str text)
{
    struct buf escaped = {0};

    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];

        if (c == '\\' || c == ';' || c == ',')
            buf_char(&escaped, '\\');
        if (c == '\n')
            buf_addz(&escaped, "\\n");
        else if (c == '\t' || (unsigned char)c >= ' ')
            buf_char(&escaped, c);
    }
    put(out, name, buf_str(&escaped));
    buf_free(&escaped);
}

static void put_date(struct buf *out, const char *name, date on,
                     const char *time)
{
    char text[48];
    int y, m, d;

    date_split(on, &y, &m, &d);
    snprintf(text, sizeof text, "%04d%02d%02d%s", y, m, d, time);
    put(out, name, str_of(text));
}

/* --- events --- */

/* What comes behind the @ of ids, which are the same for ever. */
static struct str host_of(const struct page *page)
{
    struct str base = page->site->config.base_url;
    ptrdiff_t colon = str_find(base, S("://"));

    if (colon < 0)
        return S("vitrina.invalid");
    base = str_skip(base, (size_t)colon + 3);
    return str_cut(&base, '/');
}

static struct str uid_of(const struct page *page, const struct programme *of,
                         const struct measure *it, struct str key)
{
    return str_format(page->arena, "%.*s.%.*s%s%.*s@%.*s", STR_FMT(of->id),
                      STR_FMT(it->id), key.n > 0 ? "." : "", STR_FMT(key),
                      STR_FMT(host_of(page)));
}

static const char *status_of(int done)
{
    return done == DONE_CANCELLED   ? "CANCELLED"
           : done == DONE_POSTPONED ? "TENTATIVE"
                                    : "CONFIRMED";
}

/* How it stands; of what comes back, in that year. */
static int done_of(const struct page *page, size_t programme, size_t measure,
                   const struct occurrence *at)
{
    const struct measure *it =
        &page->site->programmes.at[programme].measures.at[measure];
    int year, month, day;
    bool late;

    if (it->when.kind == WHEN_SPAN && !it->when.yearly)
        return progress_done(page->site, programme, measure);
    date_split(at->from, &year, &month, &day);
    return progress_done_in(page->site, programme, measure, year, &late);
}

/* Lines: when, in the words of the plan; how it stands, where that is known;
 * of what it is a part. */
static struct str about(const struct page *page, size_t programme,
                        size_t measure, int done)
{
    const struct programme *of = &page->site->programmes.at[programme];
    struct str lines[4];
    size_t n = 0;

    lines[n++] = page_fill(page, "calendar.when",
        FILL({ "when", of->measures.at[measure].when_text }));
    if (done != DONE_NO_REPORT)
        lines[n++] = page_fill(page, "calendar.status",
            FILL({ "status", words_done(page->words, done) },
                 { "date", page_date(page, catalog_as_of(page->site,
                                                         programme)) }));
    lines[n++] = page_fill(page, "calendar.programme",
                           FILL({ "programme", of->text.title }));
    if (of->demo)
        lines[n++] = page_word(page, "widget.demo");
    return str_join(page->arena, lines, n, S("\n"));
}

static void put_event(const struct page *page, struct buf *out,
                      size_t programme, size_t measure,
                      const struct occurrence *at)
{
    const struct programme *of = &page->site->programmes.at[programme];
    const struct measure *it = &of->measures.at[measure];
    struct str title = page_sentence(it->title);
    int done = done_of(page, programme, measure, at);
    bool is_long = at->to - at->from >= LONG_DAYS;

    put(out, "BEGIN", S("VEVENT"));
    put(out, "UID", uid_of(page, of, it, at->key));
    put_date(out, "DTSTAMP", catalog_as_of(page->site, programme),
             "T000000Z");
    put_date(out, "DTSTART;VALUE=DATE", is_long ? at->to : at->from, "");
    put_date(out, "DTEND;VALUE=DATE", at->to + 1, "");
    put_text(out, "SUMMARY",
             is_long ? page_fill(page, "calendar.until",
                                 FILL({ "title", title }))
                     : title);
    put_text(out, "DESCRIPTION", about(page, programme, measure, done));
    if (page->site->config.base_url.n > 0)
        put(out, "URL", outside_url(page, address_of(page->arena,
                page->site, THING_MEASURE, programme, measure)));
    put(out, "STATUS", str_of(status_of(done)));
    put(out, "TRANSP", S("TRANSPARENT"));
    put(out, "END", S("VEVENT"));
}

static void put_events(const struct page *page, struct buf *out,
                       size_t programme, size_t school)
{
    const struct programme *of = &page->site->programmes.at[programme];

    for (size_t i = 0; i < of->measures.n; i++) {
        struct occurrences all;

        if (school != NONE && !is_of_school(page, programme, i, school))
            continue;
        all = occurrences_of(page->arena, of, &of->measures.at[i]);
        for (size_t k = 0; k < all.list.n; k++)
            put_event(page, out, programme, i, &all.list.at[k]);
    }
}

static void begin(struct buf *out, struct str name)
{
    put(out, "BEGIN", S("VCALENDAR"));
    put(out, "VERSION", S("2.0"));
    put(out, "PRODID", S("-//vitrina//vitrina " VITRINA_VERSION "//EN"));
    put(out, "CALSCALE", S("GREGORIAN"));
    put(out, "METHOD", S("PUBLISH"));
    put_text(out, "NAME", name);
    put_text(out, "X-WR-CALNAME", name);
}

/* --- of a programme --- */

static void plan_list_files(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release)
{
    struct page page = { .site = site, .arena = arena };

    (void)release;
    for (size_t i = 0; i < site->programmes.n; i++)
        if (has_events(&page, i, NONE))
            plan_add(list, address_of(arena, site, THING_CALENDAR, i, NONE),
                     i, 0);
}

static void plan_write(struct page *page, struct buf *out)
{
    begin(out, page_fill(page, "plan.title",
        FILL({ "programme", page_label(page, THING_PROGRAMME, page->at,
                                       NONE) })));
    put_events(page, out, page->at, NONE);
    put(out, "END", S("VCALENDAR"));
}

const struct page_kind file_calendar = {
    .name = "calendar", .list = plan_list_files, .write = plan_write,
};

/* --- of a school --- */

static void school_list_files(struct plan_list *list, struct arena *arena,
                              const struct site *site,
                              const struct release *release)
{
    struct page page = { .site = site, .arena = arena };
    bool *some = ARENA_ARRAY(arena, bool, site->schools.n + 1);

    (void)release;
    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t i = 0; i < site->programmes.at[p].schools_n; i++) {
            size_t school = site->programmes.at[p].schools[i];

            some[school] = some[school] || has_events(&page, p, school);
        }
    for (size_t i = 0; i < site->schools.n; i++)
        if (some[i])
            plan_add(list, address_of(arena, site, THING_SCHOOL_CALENDAR, i,
                                      NONE), i, 0);
}

static void school_write(struct page *page, struct buf *out)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);

    begin(out, page_fill(page, "calendar.school",
        FILL({ "school", page_label(page, THING_SCHOOL, page->at, NONE) })));
    for (size_t i = 0; i < of.n; i++)
        put_events(page, out, of.at[i], page->at);
    put(out, "END", S("VCALENDAR"));
}

const struct page_kind file_school_calendar = {
    .name = "school_calendar", .list = school_list_files,
    .write = school_write,
};
