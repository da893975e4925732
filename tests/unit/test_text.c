/*
 * Tests of input/text: HTML of each construct, places of messages and links.
 * Hostile input and threads are in test_text_guard.c.
 */
#include "base/mem.h"
#include "base/str.h"
#include "input/text.h"

#include "said.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NBSP "\u00A0"

/* --- the caller's side --- */

/* `value:` gives a number, `none:` is unknown, all else stays as it is; what
 * was asked is written to the log. */
static bool link_target(void *payload, struct str target, bool image,
                        struct pos at, struct buf *url, struct buf *label)
{
    struct buf *log = payload;
    if (log)
        buf_addf(log, "%s%.*s %u:%u\n", image ? "!" : "", STR_FMT(target),
                 at.line, at.col);
    if (str_starts(target, S("none:")))
        return false;
    if (str_starts(target, S("value:")))
        buf_addz(label, "42 <%");
    else if (str_starts(target, S("both:"))) {
        buf_addz(label, "Школа");
        buf_addz(url, "school.html");
    } else
        buf_add(url, target);
    return true;
}

static bool chart_block(void *payload, struct str info, struct str body,
                        struct pos at, struct pos body_at, struct buf *html)
{
    struct buf *log = payload;
    if (!str_starts(info, S("chart")))
        return false;
    if (log)
        buf_addf(log, "%.*s %u:%u %u:%u\n", STR_FMT(info), at.line, at.col,
                 body_at.line, body_at.col);
    buf_addz(html, "<figure>");
    buf_html(html, body);
    buf_addz(html, "</figure>");
    return true;
}

static bool link_terms(void *payload, struct str run, struct buf *html)
{
    (void)payload;
    ptrdiff_t at = str_find(run, S("ОГЭ"));
    if (at < 0)
        return false;
    buf_html(html, str_sub(run, 0, (size_t)at));
    buf_addz(html, "<a href=\"g\">ОГЭ</a>");
    buf_html(html, str_skip(run, (size_t)at + 6));
    return true;
}

static const struct text_env plain_env = {
    .link = link_target,
    .block = chart_block,
    .words = { { "Notes", 5 }, { "Back", 4 }, { "Table", 5 },
               { "done", 4 }, { "open", 4 } },
};

static struct text_env russian_env(void)
{
    struct text_env env = plain_env;
    env.russian = true;
    env.terms = link_terms;
    return env;
}

static struct pos first_line(void)
{
    return (struct pos){ .file = S("t.md"), .line = 1, .col = 1 };
}

static void check_html(const struct text_env *env, const char *markdown,
                       const char *expected)
{
    struct buf html = {0};
    struct diag *diag = diag_new();
    assert_true(
        text_render(&html, str_of(markdown), first_line(), env, diag));
    buf_char(&html, '\0');
    if (strcmp(html.p, expected) != 0)
        fail_msg("\n--- markdown\n%s\n--- expected\n%s\n--- got\n%s",
                 markdown, expected, html.p);
    buf_free(&html);
    diag_free(diag);
}

struct case_html {
    const char *markdown, *html;
};

/* --- blocks and inlines --- */

static void blocks(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "", "" },
        { "\n\n  \n", "" },
        { "\xEF\xBB\xBF" "a", "<p>a</p>\n" },
        { "a\r\nb\r\n\r\nc", "<p>a\nb</p>\n<p>c</p>\n" },
        { "a & <b", "<p>a &amp; &lt;b</p>\n" },
        { "a\\\nb", "<p>a<br>\nb</p>\n" },
        { "*a* **b** `<c>`",
          "<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code></p>\n" },
        { "a\x01z&#2;b&#xFFFF;c", "<p>azbc</p>\n" },
        { "&#0;", "<p>\uFFFD</p>\n" },
        { "> a\n>\n> - b",
          "<blockquote>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</blockquote>\n" },
        { "- a\n  - b\n- c",
          "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n" },
        { "- a\n\n- b",
          "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n" },
        { "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
        { "0) a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n" },
        { "***", "<hr>\n" },
        { "    <a>\n", "<pre><code>&lt;a&gt;\n</code></pre>\n" },
        { "```\na\n```", "<pre><code>a\n</code></pre>\n" },
        { "~~~ c\" d\n\"&\n",
          "<pre><code class=\"language-c&quot;\">\"&amp;\n</code></pre>\n" },
        { "- [x] a\n- [ ] b\n",
          "<ul>\n<li class=\"task done\"><span class=\"task-state\">done:"
          "</span> a</li>\n<li class=\"task open\"><span"
          " class=\"task-state\">open:</span> b</li>\n</ul>\n" },
        { "- [x] a\n\n  b\n",
          "<ul>\n<li class=\"task done\">\n<p><span class=\"task-state\">"
          "done:</span> a</p>\n<p>b</p>\n</li>\n</ul>\n" },
        { "a <!-- b --> c <br> d", "<p>a  c   d</p>\n" },
        { "<!-- a -->\n\n<b></b>\n", "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&plain_env, cases[i].markdown, cases[i].html);
}

static void headings(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "## Цель", "<h2 id=\"tsel\">Цель</h2>\n" },
        { "# Цель", "<h2 id=\"tsel\">Цель</h2>\n" },
        { "## A\n## A\n## A 2\n## A\n",
          "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n"
          "<h2 id=\"a-2-2\">A 2</h2>\n<h2 id=\"a-3\">A</h2>\n" },
        { "## !\n## ?", "<h2 id=\"section\">!</h2>\n"
                        "<h2 id=\"section-2\">?</h2>\n" },
        { "## *a* `b`[](value:x)",
          "<h2 id=\"a-b\"><em>a</em> <code>b</code>42 &lt;%</h2>\n" },
        { "##\n\n## <b></b>\n\n## a", "<h2 id=\"a\">a</h2>\n" },
        { "###### a", "<h6 id=\"a\">a</h6>\n" },
        { "A\nb\n---", "<h2 id=\"a-b\">A\nb</h2>\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&plain_env, cases[i].markdown, cases[i].html);
    struct text_env env = plain_env;
    env.heading_shift = 2;
    env.id_prefix = S("x-");
    check_html(&env, "## a\n### b\n###### c",
               "<h4 id=\"x-a\">a</h4>\n<h5 id=\"x-b\">b</h5>\n"
               "<h6 id=\"x-c\">c</h6>\n");
}

#define TABLE(label) \
    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" \
    label "\">\n<table>\n<thead>\n<tr>\n"
#define TABLE_END "</table>\n</div>\n"

static void tables(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "|a|b|c|\n|-|-:|:-:|\n|1|`\\|`|\n",
          TABLE("Table 1") "<th scope=\"col\">a</th>\n"
          "<th scope=\"col\" class=\"num\">b</th>\n"
          "<th scope=\"col\" class=\"mid\">c</th>\n</tr>\n</thead>\n"
          "<tbody>\n<tr>\n<td>1</td>\n<td class=\"num\"><code>|</code></td>\n"
          "<td class=\"mid\"></td>\n</tr>\n</tbody>\n" TABLE_END },
        { "||a|\n|-|-|\n",
          TABLE("Table 1") "<td></td>\n<th scope=\"col\">a</th>\n</tr>\n"
          "</thead>\n" TABLE_END },
        { "## a \"b\"\n\n|b|\n|-|\n\n|c|\n|-|\n",
          "<h2 id=\"a-b\">a \"b\"</h2>\n"
          TABLE("a &quot;b&quot;") "<th scope=\"col\">b</th>\n</tr>\n"
          "</thead>\n" TABLE_END
          TABLE("a &quot;b&quot; (2)") "<th scope=\"col\">c</th>\n</tr>\n"
          "</thead>\n" TABLE_END },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&plain_env, cases[i].markdown, cases[i].html);
}

#define REF(n, nth) \
    "<sup class=\"note-ref\" id=\"pref_" n nth "\"><a href=\"#pnote_" n \
    "\" role=\"doc-noteref\">" n "</a></sup>"
#define BACK(n, nth, label) \
    "<a class=\"note-back\" href=\"#pref_" n nth \
    "\" role=\"doc-backlink\" aria-label=\"Back " label "\">\u21A9\uFE0E</a>"
#define NOTES \
    "<section class=\"notes\" role=\"doc-endnotes\"" \
    " aria-labelledby=\"pnotes_\">\n<h2 id=\"pnotes_\">Notes</h2>\n<ol>\n"
#define NOTES_END "</ol>\n</section>\n"

static void footnotes(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X\n",
          "<p>a" REF("1", "") " b" REF("2", "") " c" REF("1", "_2") "</p>\n"
          NOTES "<li id=\"pnote_1\">\n<p>X" NBSP BACK("1", "", "1") NBSP
          BACK("1", "_2", "1 (2)") "</p>\n</li>\n"
          "<li id=\"pnote_2\">\n<p>Y" NBSP BACK("2", "", "2")
          "</p>\n</li>\n" NOTES_END },
        { "a[^x]\n\n[^x]: - b\n",
          "<p>a" REF("1", "") "</p>\n" NOTES "<li id=\"pnote_1\">\n<ul>\n"
          "<li>b</li>\n</ul>\n<p>" BACK("1", "", "1") "</p>\n</li>\n"
          NOTES_END },
        { "[a[^x]](u)\n\n[^x]: b\n",
          "<p><a href=\"u\">a<sup class=\"note-ref\" id=\"pref_1\">1</sup>"
          "</a></p>\n" NOTES "<li id=\"pnote_1\">\n<p>b" NBSP
          BACK("1", "", "1") "</p>\n</li>\n" NOTES_END },
        { "a[^none]\n\n[^x]: b\n\nc", "<p>a[^none]</p>\n<p>c</p>\n" },
        { "[^x]: b\n", "" },
    };
    struct text_env env = plain_env;
    env.id_prefix = S("p");
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&env, cases[i].markdown, cases[i].html);
}

#define A(href) "<a href=\"" href "\">"

static void links(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "[a](u \"t\")", "<p><a href=\"u\" title=\"t\">a</a></p>\n" },
        { "[a](none:x)", "<p>a</p>\n" },
        { "[](value:x)", "<p>42 &lt;%</p>\n" },
        { "[](both:x)", "<p>" A("school.html") "Школа</a></p>\n" },
        { "[a](both:x)", "<p>" A("school.html") "a</a></p>\n" },
        { "[a](value:x)", "<p>a</p>\n" },
        { "[](u)", "<p>" A("u") "u</a></p>\n" },
        { "[](none:u)b", "<p>b</p>\n" },
        { "[*a*][b]\n\n[b]: u&quot;", "<p>" A("u&quot;")
          "<em>a</em></a></p>\n" },
        { "![a *b* `c`](i.png)",
          "<p><img src=\"i.png\" alt=\"a b c\" loading=\"lazy\"></p>\n" },
        { "![](both:i)",
          "<p><img src=\"school.html\" alt=\"Школа\" loading=\"lazy\">"
          "</p>\n" },
        { "![a](none:i)", "<p>a</p>\n" },
        { "![[a](b)](i)",
          "<p><img src=\"i\" alt=\"a\" loading=\"lazy\"></p>\n" },
        { "[![a](i)](u)", "<p>" A("u")
          "<img src=\"i\" alt=\"a\" loading=\"lazy\"></a></p>\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&plain_env, cases[i].markdown, cases[i].html);
}

static void bare_addresses(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "https://a.ru", "<p>" A("https://a.ru") "https://a.ru</a></p>\n" },
        { "(HTTP://a.ru/x(1)).", "<p>(" A("HTTP://a.ru/x(1)")
          "HTTP://a.ru/x(1)</a>).</p>\n" },
        { "«https://a.ru/x», б", "<p>«" A("https://a.ru/x")
          "https://a.ru/x</a>», б</p>\n" },
        { "www.a.ru/?b=1&c=2!", "<p>" A("http://www.a.ru/?b=1&amp;c=2")
          "www.a.ru/?b=1&amp;c=2</a>!</p>\n" },
        { "https://школа.рф/план" NBSP "б", "<p>" A("https://школа.рф/план")
          "https://школа.рф/план</a>" NBSP "б</p>\n" },
        { "иван@школа.рф ivan@школа.рф.", "<p>иван@школа.рф "
          A("mailto:ivan@школа.рф") "ivan@школа.рф</a>.</p>\n" },
        { "https://a.ru:80/[x]?y=50%#z#", "<p>"
          A("https://a.ru:80/%5Bx%5D?y=50%25#z%23")
          "https://a.ru:80/[x]?y=50%#z#</a></p>\n" },
        { "[https://a.ru](b)", "<p>" A("b") "https://a.ru</a></p>\n" },
        { "`https://a.ru`", "<p><code>https://a.ru</code></p>\n" },
        { "<https://a.ru>", "<p>" A("https://a.ru") "https://a.ru</a></p>\n" },
        { "ahttp://a.ru www.a http:// x@y a@b.c1",
          "<p>ahttp://a.ru www.a http:// x@y a@b.c1</p>\n" },
        { "https://u@a.ru", "<p>https://" A("mailto:u@a.ru")
          "u@a.ru</a></p>\n" },
        { "https://a.ru/\"x\" http://a.ru,b", "<p>" A("https://a.ru/")
          "https://a.ru/</a>\"x\" " A("http://a.ru")
          "http://a.ru</a>,b</p>\n" },
        { "javascript:x ftp://a.ru", "<p>javascript:x ftp://a.ru</p>\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&plain_env, cases[i].markdown, cases[i].html);
}

/* Without a caller only harmless targets stay. */
static void default_targets(void **state)
{
    (void)state;
    static const struct {
        const char *target;
        bool kept;
    } cases[] = {
        { "a.html", true },       { "#x", true },
        { "../a?b:c", true },     { "mailto:a@b.ru", true },
        { "tel:+7", true },       { "HTTPS://a", true },
        { "javascript:x", false }, { "JaVaScRiPt:x", false },
        { "&#106;avascript:x", false }, { "data:text/html,x", false },
        { "&#1;javascript:x", false },  { "java&#10;script:x", false },
        { "vbscript:x", false },  { "file:///etc", false },
    };
    struct text_env env = { .words = plain_env.words };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf markdown = {0}, html = {0};
        struct diag *diag = diag_new();
        buf_addf(&markdown, "[a](%s)", cases[i].target);
        assert_true(text_render(&html, buf_str(&markdown), first_line(),
                                &env, diag));
        assert_int_equal(str_find(buf_str(&html), S("<a ")) >= 0,
                         cases[i].kept);
        diag_free(diag);
        buf_free(&html);
        buf_free(&markdown);
    }
}

static void typography_and_terms(void **state)
{
    (void)state;
    static const struct case_html cases[] = {
        { "\"*ж* `\"x\"` б\" - в", "<p>«<em>ж</em> <code>\"x\"</code> б»"
          NBSP "— в</p>\n" },
        { "\"[а](u)\"", "<p>«" A("u") "а</a>»</p>\n" },
        { "\"https://a.ru/--\"", "<p>«" A("https://a.ru/--")
          "https://a.ru/--</a>»</p>\n" },
        { "в *школе*, **5**%", "<p>в" NBSP "<em>школе</em>, <strong>5"
          "</strong>" NBSP "%</p>\n" },
        { "а\nб и\nв", "<p>а" NBSP "б и" NBSP "в</p>\n" },
        { "|\"а|б\"|\n|-|-|",
          TABLE("Table 1") "<th scope=\"col\">«а</th>\n"
          "<th scope=\"col\">б\"</th>\n</tr>\n</thead>\n" TABLE_END },
        { "![\"а\"](i)", "<p><img src=\"i\" alt=\"&quot;а&quot;\""
          " loading=\"lazy\"></p>\n" },
        { "& ОГЭ *ОГЭ* [ОГЭ](u) `ОГЭ`\n", "<p>&amp; " A("g") "ОГЭ</a> <em>"
          A("g") "ОГЭ</a></em> " A("u") "ОГЭ</a> <code>ОГЭ</code></p>\n" },
        { "## ОГЭ - да", "<h2 id=\"oge-da\">ОГЭ" NBSP "— да</h2>\n" },
    };
    struct text_env env = russian_env();
    for (size_t i = 0; i < COUNT(cases); i++)
        check_html(&env, cases[i].markdown, cases[i].html);
    check_html(&plain_env, "\"a\" - 5%", "<p>\"a\" - 5%</p>\n");
}

/* --- places --- */

static void places_of_links(void **state)
{
    (void)state;
    static const struct {
        const char *markdown, *log;
    } cases[] = {
        { "абв [a](u) и [b](v)", "u 1:5\nv 1:14\n" },
        { "текст [abc\ndef](u) и ![*q*\nz](i) <http://a> [](v)",
          "u 1:7\n!i 2:11\nhttp://a 3:7\nv 3:18\n" },
        { "абв\n   где [a](u)", "u 2:8\n" },
        { "- пункт [a](u)\nлень [b](v)\n  - [ ] я [c](w)",
          "u 1:9\nv 2:6\nw 3:11\n" },
        { "> ц [a](u)\n> ы [b](v)\nл [c](w)", "u 1:5\nv 2:5\nw 3:3\n" },
        { "|а|б|\n|-|-|\n|в [z](k)|![p](o)|", "k 3:4\n!o 3:11\n" },
        { "`а\nб` [l](m) <b\nc> [n](o)", "m 2:4\no 3:4\n" },
        { "а[^1]\n\n[^1]: б [n](m)\n\n    в [v](c)", "m 3:9\nc 5:7\n" },
        { "Заг [a](b)\nещё [c](d)\n===", "b 1:5\nd 2:5\n" },
        { "[a][r] [b][r]\n\n[r]: u", "u 1:1\nu 1:8\n" },
        { "абв\r\n[a](u)", "u 2:1\n" },
        { "- а\n\n  ``` chart x=1\n  k: v\n  ```", "chart x=1 3:3 4:3\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text_env env = plain_env;
        struct buf log = {0}, html = {0};
        struct diag *diag = diag_new();
        env.payload = &log;
        assert_true(text_render(&html, str_of(cases[i].markdown),
                                first_line(), &env, diag));
        buf_char(&log, '\0');
        if (strcmp(log.p, cases[i].log) != 0)
            fail_msg("\n%s\n--- expected\n%s--- got\n%s", cases[i].markdown,
                     cases[i].log, log.p);
        diag_free(diag);
        buf_free(&log);
        buf_free(&html);
    }
}

static void note_reference(void *payload, struct str target, struct pos at)
{
    buf_addf(payload, "%.*s %u:%u\n", STR_FMT(target), at.line, at.col);
}

static void references(void **state)
{
    (void)state;
    struct buf log = {0};
    struct diag *diag = diag_new();
    struct pos first = { .file = S("t.md"), .line = 10, .col = 1 };
    assert_true(text_references(
        S("а [](value:x)\n![b](i) <https://a.ru> https://b.ru\n"
          "```\n[c](d)\n```\n[^1]: [e](f)\n"),
        first, note_reference, NULL, &log, diag));
    buf_char(&log, '\0');
    assert_string_equal(log.p, "value:x 10:3\ni 11:1\nhttps://a.ru 11:9\n");
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 0);
    assert_false(text_references(S("\xFF"), first, note_reference, NULL,
                                 &log, diag));
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
    buf_free(&log);
    diag_free(diag);
}

/* --- percentages in prose (R1.14) --- */

static void note_percent(void *payload, struct str text, struct pos at)
{
    buf_addf(payload, "%.*s %u:%u\n", STR_FMT(text), at.line, at.col);
}

static void no_reference(void *payload, struct str target, struct pos at)
{
    (void)payload;
    (void)target;
    (void)at;
}

static void percents(void **state)
{
    static const struct {
        const char *markdown, *log;
    } cases[] = {
        {"Рост на 36,7 %.", "36,7 % 10:9\n"},
        {"Рост на 36,7%, потом 5 процентов", "36,7% 10:9\n5 процентов 10:22\n"},
        {"20.5 percent, 7 per cent", "20.5 percent 10:1\n7 per cent 10:15\n"},
        {"a\n\n- b\n- от 5 до 10 %\n", "10 % 13:11\n"},
        {"> цитата\n> и **95** % да", "95 % 11:7\n"},
        {"конец 5\n% строки", "5 % 10:7\n"},
        {"5&nbsp;% и 6\xC2\xA0% и 7\xE2\x80\xAF%",
         "5\xC2\xA0% 10:1\n6\xC2\xA0% 10:12\n7\xE2\x80\xAF% 10:18\n"},
        {"## Рост 5 %\n\n| а | б |\n|---|---|\n| 6 % | 7 |\n",
         "5 % 10:9\n6 % 14:3\n"},
        {"[рост 5 %](indicator:p/s) и 6 %", "5 % 10:7\n6 % 10:29\n"},
        {"text[^1]\n\n[^1]: в сноске 8 %\n", "8 % 12:16\n"},
        /* the second of two equal ones, behind code */
        {"`5 %` и 5 %", "5 % 10:9\n"},
        /* none */
        {"[5 %](value:p/s@2020) [6 %](target:p/s)", ""},
        {"![5 %](a.png)", ""},
        {"```\n5 %\n```\n\n    6 %\n", ""},
        {"`5 %`, <b title=\"6 %\">", ""},
        {"https://a.ru/x5%20y/5%D0", ""},
        {"COVID19 %, 5, % 7 и %", ""},
        {"5 <!-- x --> лет", ""},
        {"[^1]: сноска, на которую не ссылаются, 8 %\n", ""},
        {"2020, 36 учеников", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf log = {0};
        struct diag *diag = diag_new();
        struct pos first = { .file = S("t.md"), .line = 10, .col = 1 };
        assert_true(text_references(str_of(cases[i].markdown), first,
                                    no_reference, note_percent, &log, diag));
        buf_char(&log, '\0');
        if (strcmp(log.p, cases[i].log) != 0)
            fail_msg("\n%s\n--- expected\n%s--- got\n%s",
                     cases[i].markdown, cases[i].log, log.p);
        buf_free(&log);
        diag_free(diag);
    }
}

/* --- messages --- */

struct message {
    uint32_t line, col;
    enum msg id;
    const char *arg[2];
};

/* Compares what the two collected, as printed. */
static void check_messages(struct diag *diag, const struct message *messages,
                           size_t n, const char *markdown)
{
    struct diag *expected = diag_new();
    for (size_t i = 0; i < n && messages[i].line; i++) {
        const struct message *m = &messages[i];
        struct pos at = { .file = S("t.md"), .line = m->line, .col = m->col };
        diag_add(expected, at, m->id,
                 ARGS(str_of(m->arg[0]), str_of(m->arg[1])));
    }
    char *got = said(diag), *want = said(expected);
    if (strcmp(got, want) != 0)
        fail_msg("\n%.300s\n--- expected\n%s--- got\n%s", markdown, want,
                 got);
    free(got);
    free(want);
    diag_free(expected);
}

static void messages(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        struct message messages[4];
    } cases[] = {
        { "а <br> б\n\n<div>\nв\n</div>\n",
          { { 1, 3, MSG_TEXT_HTML, { "<br>" } },
            { 3, 1, MSG_TEXT_HTML_BLOCK, { "<div>" } } } },
        { "<!-- а -->\n\nб <!-- в -->", { {0} } },
        { "<!-- а --> б", { { 1, 1, MSG_TEXT_HTML_BLOCK,
                              { "<!-- а --> б" } } } },
        { "# А\n## Б", { { 1, 1, MSG_TEXT_HEADING_TOP, { "А" } } } },
        { "### А\n\n##### Б", { { 1, 1, MSG_TEXT_HEADING_SKIP, { "А", "2" } },
                                { 3, 1, MSG_TEXT_HEADING_SKIP,
                                  { "Б", "4" } } } },
        { "## А\n#### Б\n## В\n### Г",
          { { 2, 1, MSG_TEXT_HEADING_SKIP, { "Б", "3" } } } },
        { "а\n\n##\n", { { 3, 1, MSG_TEXT_HEADING_EMPTY, { NULL } } } },
        { "а ![](i.png) ![ ](j)",
          { { 1, 3, MSG_TEXT_IMAGE_ALT, { "i.png" } },
            { 1, 14, MSG_TEXT_IMAGE_ALT, { "j" } } } },
        { "а [](u) [](value:x) [](none:x)",
          { { 1, 3, MSG_TEXT_LINK_EMPTY, { "u" } } } },
        { "а `[^в]` [^б] \\[^в]\n> - [^г]\n",
          { { 1, 10, MSG_TEXT_NOTE_UNDEFINED, { "б" } },
            { 2, 5, MSG_TEXT_NOTE_UNDEFINED, { "г" } } } },
        { "а[^1]\n\n[^1]: б\n\n> [^2]: в\n\n[^1]: г\n\n    [^3]: код\n",
          { { 5, 3, MSG_TEXT_NOTE_UNUSED, { "2" } },
            { 7, 1, MSG_TEXT_NOTE_TWICE, { "1" } } } },
        { "```\n[^1]: а [^2]\n```\n", { {0} } },
        { "а\xFF", { { 1, 2, MSG_TEXT_UTF8, { NULL } } } },
        { "а\n\n[б]: \xD0", { { 3, 6, MSG_TEXT_UTF8, { NULL } } } },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf html = {0};
        struct diag *diag = diag_new();
        text_render(&html, str_of(cases[i].markdown), first_line(),
                    &plain_env, diag);
        check_messages(diag, cases[i].messages, COUNT(cases[i].messages),
                       cases[i].markdown);
        diag_free(diag);
        buf_free(&html);
    }
}

/* The place of the first line is added, its column to the first line only. */
static void first_place(void **state)
{
    (void)state;
    static const struct message expected[] = {
        { 7, 6, MSG_TEXT_HTML, { "<b>" } },
        { 8, 2, MSG_TEXT_HTML, { "<i>" } },
    };
    struct buf html = {0};
    struct diag *diag = diag_new();
    struct pos first = { .file = S("t.md"), .line = 7, .col = 5 };
    assert_true(text_render(&html, S("я<b>\nя<i>"), first, &plain_env, diag));
    check_messages(diag, expected, COUNT(expected), "first");
    diag_free(diag);
    buf_free(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks),
        cmocka_unit_test(headings),
        cmocka_unit_test(tables),
        cmocka_unit_test(footnotes),
        cmocka_unit_test(links),
        cmocka_unit_test(bare_addresses),
        cmocka_unit_test(default_targets),
        cmocka_unit_test(typography_and_terms),
        cmocka_unit_test(places_of_links),
        cmocka_unit_test(references),
        cmocka_unit_test(percents),
        cmocka_unit_test(messages),
        cmocka_unit_test(first_place),
    };
    text_init();
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
