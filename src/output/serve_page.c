/*
 * serve_page: see serve_page.h. A strict Content-Security-Policy of the site
 * would forbid inline styles and scripts, so both are files.
 *
 * For serve.c.
 */
#include "output/serve_page.h"

#include <stddef.h>

static const char script[] =
    "(function () {\n"
    "  'use strict';\n"
    "  var mine = document.currentScript.dataset.version;\n"
    "  new EventSource('" SERVE_EVENTS "').onmessage = function (event) {\n"
    "    if (event.data !== mine) location.reload();\n"
    "  };\n"
    "}());\n";

static const char style[] =
    "#vitrina-problems { position: fixed; inset: auto 0 0 0; z-index: 9;\n"
    "  max-height: 45vh; overflow: auto; margin: 0; padding: .75rem 1rem;\n"
    "  background: #1b1f24; color: #fff; border-top: 4px solid #ffc83d;\n"
    "  font: 1rem/1.4 monospace; }\n"
    "#vitrina-problems pre { white-space: pre-wrap; margin: .5rem 0 0; }\n"
    "@media print { #vitrina-problems { display: none; } }\n";

struct str serve_asset(struct str path)
{
    if (str_eq(path, S(SERVE_SCRIPT)))
        return str_of(script);
    return str_eq(path, S(SERVE_STYLE)) ? str_of(style) : S("");
}

const char *serve_type(struct str path)
{
    static const struct {
        const char *end, *type;
    } types[] = {
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".csv", "text/csv; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".xml", "application/xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".ics", "text/calendar; charset=utf-8"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".gif", "image/gif"},
        {".webp", "image/webp"},
        {".pdf", "application/pdf"},
        {".odt", "application/vnd.oasis.opendocument.text"},
        {".doc", "application/msword"},
        {".docx", "application/vnd.openxmlformats-officedocument."
                  "wordprocessingml.document"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_ends(path, str_of(types[i].end)))
            return types[i].type;
    return "application/octet-stream";
}

static void add_problems(struct buf *out, struct str problems)
{
    struct str rest = problems;
    if (!problems.n)
        return;
    buf_add(out, S("<link rel=\"stylesheet\" href=\"" SERVE_STYLE "\">\n"
                   "<details id=\"vitrina-problems\" open>\n<summary>"));
    buf_html(out, str_cut(&rest, '\n'));
    buf_add(out, S("</summary>\n<pre>"));
    buf_html(out, rest);
    buf_add(out, S("</pre>\n</details>\n"));
}

void serve_dress(struct buf *out, struct str html, struct str problems,
                 struct str version)
{
    size_t at = html.n;
    for (size_t i = html.n; i-- > 0;)
        if (str_starts(str_skip(html, i), S("</body>"))) {
            at = i;
            break;
        }
    buf_add(out, str_sub(html, 0, at));
    add_problems(out, problems);
    buf_add(out, S("<script src=\"" SERVE_SCRIPT "\" data-version=\""));
    buf_attr(out, version);
    buf_add(out, S("\"></script>\n"));
    buf_add(out, str_skip(html, at));
}

struct str serve_bare(void)
{
    return S("<!DOCTYPE html>\n<html>\n<head>\n"
             "<meta charset=\"utf-8\">\n<title>vitrina</title>\n</head>\n"
             "<body>\n<h1>vitrina</h1>\n</body>\n</html>\n");
}
