/*
 * outside: full addresses and texts that fit. See outside.h.
 *
 * For the pages that leave the site.
 */
#include "render/outside.h"

#include "chart/qr.h"
#include "chart/scale.h"
#include "render/plan.h"
#include "render/school_index.h"

#include <string.h>

#define LINES_MAX 64
#define BOLD_WIDER 1.125        /* as the charts reckon it */

/* --- addresses --- */

struct str outside_url(const struct page *page, struct str path)
{
    struct str base = page->site->config.base_url;
    struct buf out = {0};

    buf_add(&out, base.n > 0 ? base : page_word(page, "embed.base"));
    address_relative(&out, S("index.html"), path);
    return page_take(page, &out);
}

struct str outside_address(const struct page *page, struct str path)
{
    struct str url = outside_url(page, path);
    ptrdiff_t colon = str_find(url, S("://"));

    if (page->site->config.base_url.n == 0)
        return (struct str){0};
    if (str_ends(url, S("/index.html")))
        url.n -= strlen("/index.html");     /* which servers add */
    return colon < 0 ? url : str_skip(url, (size_t)colon + 3);
}

struct str outside_file(const struct page *page, struct str path)
{
    return page->site->config.base_url.n > 0 && page_has(page, path)
               ? outside_url(page, path)
               : (struct str){0};
}

struct str outside_path(const struct page *page, size_t school)
{
    struct str path = address_of(page->arena, page->site, THING_SHORT, school,
                                 NONE);

    return page_has(page, path) ? path
                                : address_of(page->arena, page->site,
                                             THING_SCHOOL, school, NONE);
}

struct str outside_qr(const struct page *page, size_t school)
{
    struct str path = outside_path(page, school);
    struct str address = outside_address(page, path);
    struct buf qr = {0};

    if (address.n > 0)
        chart_qr(&qr, outside_url(page, path),
                 page_fill(page, "poster.qr",
                           FILL({ "address", address })));
    return page_take(page, &qr);
}

/* --- age --- */

date outside_as_of(const struct page *page, size_t school)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              school);
    date latest = of.n > 0 ? DATE_NONE : page->site->config.as_of;

    for (size_t i = 0; i < of.n; i++) {
        date on = catalog_as_of(page->site, of.at[i]);

        if (on > latest)
            latest = on;
    }
    return latest;
}

/* --- words --- */

struct str outside_join(const struct page *page, struct str *parts, size_t n,
                        struct str between)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        bool known = parts[i].n == 0;

        for (size_t k = 0; k < kept; k++)
            known |= str_eq(parts[k], parts[i]);
        if (!known)
            parts[kept++] = parts[i];
    }
    return str_join(page->arena, parts, kept, between);
}

/* --- room --- */

static double size_of(struct outside_type type)
{
    return type.bold ? type.size * BOLD_WIDER : type.size;
}

size_t outside_lines(struct str text, struct outside_type type, double width)
{
    struct str lines[LINES_MAX];
    size_t n = scale_fold(text, size_of(type), width, lines, LINES_MAX);
    size_t all = n;

    /* Words that are too long are broken anywhere. */
    for (size_t i = 0; i < n; i++) {
        double rest = scale_width(lines[i], size_of(type)) - width;

        for (; rest > 0; rest -= width)
            all++;
    }
    return all;
}

double outside_height(struct str text, struct outside_type type, double width)
{
    size_t lines = outside_lines(text, type, width);

    return lines == 0 ? 0 : (double)lines * type.line + type.below;
}

struct str outside_cut(const struct page *page, struct str text,
                       struct outside_type type, double width, size_t lines)
{
    struct str folded[LINES_MAX];
    struct buf out = {0}, cut = {0};
    size_t n = scale_fold(text, size_of(type), width, folded,
                          lines < LINES_MAX ? lines : LINES_MAX);

    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_char(&out, ' ');
        buf_add(&out, scale_fit(folded[i], size_of(type), width, &cut));
    }
    buf_free(&cut);
    return page_take(page, &out);
}
