/* Tests of output/serve_page.c: what the preview adds to a page. */
#include "output/serve_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void check(const char *html, const char *problems,
                  const char *expected)
{
    struct buf out = {0};
    serve_dress(&out, str_of(html), str_of(problems), S("7-1"));
    assert_string_equal(out.p, expected);
    buf_free(&out);
}

#define SCRIPT "<script src=\"/.vitrina/reload.js\" data-version=\"7-1\">" \
               "</script>\n"

static void test_dress(void **state)
{
    (void)state;
    check("<p>a</p></body></html>", "", "<p>a</p>" SCRIPT "</body></html>");
    check("a</body>b</body>", "", "a</body>b" SCRIPT "</body>");
    check("no body", "", "no body" SCRIPT);
    check("", "", SCRIPT);
    check("</body>", "Errors: 1\na.md:1: <b> & \"x\"\n",
          "<link rel=\"stylesheet\" href=\"/.vitrina/preview.css\">\n"
          "<details id=\"vitrina-problems\" open>\n"
          "<summary>Errors: 1</summary>\n"
          "<pre>a.md:1: &lt;b&gt; &amp; \"x\"\n</pre>\n</details>\n"
          SCRIPT "</body>");
}

static void test_types(void **state)
{
    (void)state;
    assert_string_equal(serve_type(S("a/b.html")),
                        "text/html; charset=utf-8");
    assert_string_equal(serve_type(S("data.csv")),
                        "text/csv; charset=utf-8");
    assert_string_equal(serve_type(S("icon.svg")), "image/svg+xml");
    assert_string_equal(serve_type(S("no-end")), "application/octet-stream");
}

static void test_assets(void **state)
{
    (void)state;
    assert_true(serve_asset(S(SERVE_SCRIPT)).n > 0);
    assert_true(serve_asset(S(SERVE_STYLE)).n > 0);
    assert_int_equal(serve_asset(S("/style.css")).n, 0);
    assert_true(str_ends(serve_bare(), S("</body>\n</html>\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dress),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_assets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
