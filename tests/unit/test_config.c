/*
 * Tests of model/config: site.yml.
 */
#include "fixture.h"

static struct fixture open_config(const char *yml)
{
    return fixture_open(FILES({"content/site.yml", yml}), READ);
}

static void test_full(void **state)
{
    (void)state;
    struct fixture f = open_config(
        "title: Витрина\n"
        "language: en\n"
        "as_of: 01.09.2025\n"
        "base_url: https://example.org/s\n"
        "municipalities:\n"
        "  r: {name: Тербунский район}\n"
        "  g: {name: город Сорск, short: город}\n"
        "  p: {name: Посёлок, short: посад, cases: {gen: посада, ins: "
        "посадом}}\n"
        "owner: Отдел\n"
        "contact: {email: a@b.ru, phone: '1', address: ул.}\n"
        "licence: CC BY\n"
        "theme: other\n"
        "disclosure: {k: 3, k_sensitive: 7, n_min: 8, counts_below: 15}\n"
        "publish: {repository: x, remote: o, branch: b, author: A <a@b>, "
        "keep: [CNAME, x]}\n");
    assert_quiet(&f);
    const struct config *c = &f.site->config;
    assert_str(c->title, "Витрина");
    assert_int_equal(c->language, LANG_EN);
    assert_int_equal(c->as_of, date_of(2025, 9, 1));
    assert_str(c->base_url, "https://example.org/s/");
    assert_int_equal(c->municipalities_n, 3);
    const struct municipality *m = c->municipalities;
    assert_str(m[0].brief, "район");
    assert_str(m[0].ins, "районом");
    assert_str(m[1].name, "город Сорск");
    assert_str(m[1].pre, "городе");
    assert_str(m[2].gen, "посада");
    assert_str(m[2].ins, "посадом");
    assert_str(m[2].dat, "посад");      /* not given: the word itself */
    assert_int_equal(config_municipality(c, S("g")), 1);
    assert_int_equal(config_municipality(c, S("Тербунский район")), 0);
    assert_true(config_municipality(c, S("нет")) == SIZE_MAX);
    assert_str(c->email, "a@b.ru");
    assert_str(c->phone, "1");
    assert_str(c->theme, "other");
    assert_int_equal(c->disclosure.k, 3);
    assert_int_equal(c->disclosure.k_sensitive, 7);
    assert_int_equal(c->disclosure.n_min, 8);
    assert_int_equal(c->disclosure.counts_below, 15);
    assert_str(c->publish.branch, "b");
    assert_int_equal(c->publish.keep_n, 2);
    assert_str(c->publish.keep[0], "CNAME");
    fixture_close(&f);
}

static void test_defaults(void **state)
{
    (void)state;
    struct fixture f =
        open_config("название: Т\nна дату: 2025-01-01\nязык: русский\n"
                    "publish:\ncontact:\ndisclosure:\n");
    assert_quiet(&f);
    const struct config *c = &f.site->config;
    assert_int_equal(c->language, LANG_RU);
    assert_int_equal(c->disclosure.k, 5);
    assert_int_equal(c->disclosure.k_sensitive, 10);
    assert_int_equal(c->disclosure.n_min, 10);
    assert_int_equal(c->disclosure.counts_below, 20);
    assert_str(c->theme, "default");
    assert_str(c->publish.branch, "pages");
    assert_int_equal(c->base_url.n, 0);
    fixture_close(&f);
}

#define GOOD "title: Т\nas_of: 2025-01-01\n"

static void test_errors(void **state)
{
    static const struct {
        const char *yml;
        enum msg id;
        uint32_t line;
        const char *arg;
        bool unusable;
    } cases[] = {
        {"title: Т\n", MSG_CATALOG_KEY_MISSING, 1, "as_of", true},
        {"as_of: 2025-01-01\n", MSG_CATALOG_KEY_MISSING, 1, "title", true},
        {"", MSG_CATALOG_KEY_MISSING, 0, NULL, true},
        {"title: Т\nas_of: завтра\n", MSG_CATALOG_DATE, 2, "завтра", true},
        {"title: Т\nas_of: 31.02.2025\n", MSG_CATALOG_DATE, 2, "31.02.2025",
         true},
        {GOOD "base_url: example.org\n", MSG_CONFIG_BASE_URL, 1,
         "example.org", false},
        {GOOD "base_url: ftp://example.org\n", MSG_CONFIG_BASE_URL, 1,
         "ftp://example.org", false},
        {GOOD "municipalities:\n  r: {name: Р, short: поселение}\n",
         MSG_CONFIG_BRIEF, 4, "поселение", false},
        {GOOD "municipalities:\n  Район 1: {name: Р}\n", MSG_CATALOG_ID, 4,
         "Район 1", false},
        {GOOD "municipalities:\n  r: {short: район}\n",
         MSG_CATALOG_KEY_MISSING, 4, "name", false},
        {GOOD "disclosure: {k: 1}\n", MSG_CONFIG_DISCLOSURE, 3, NULL, false},
        {GOOD "disclosure: {k: 11}\n", MSG_CONFIG_DISCLOSURE, 3, NULL,
         false},
        {GOOD "disclosure: {n_min: 4}\n", MSG_CONFIG_DISCLOSURE, 3, NULL,
         false},
        {GOOD "disclosure: {k_sensitive: 4}\n", MSG_CONFIG_DISCLOSURE, 3,
         NULL, false},
        {GOOD "disclosure: {k: много}\n", MSG_CATALOG_INT, 3, "много",
         false},
        {GOOD "languge: ru\n", MSG_CATALOG_KEY, 3, "languge", false},
        {GOOD "language: de\n", MSG_CATALOG_WORD, 3, "de", false},
        {GOOD "contact: {mail: x}\n", MSG_CATALOG_KEY, 3, "mail", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_config(cases[i].yml);
        if (count_messages(f.diag, cases[i].id) == 0 ||
            (f.site == NULL) != cases[i].unusable)
            fail_msg("%zu: %s", i, printed(f.diag));
        const struct problem *p = problem_of(&f, cases[i].id);
        if (cases[i].line)
            assert_int_equal(p->at.line, cases[i].line);
        if (cases[i].arg)
            assert_str(p->args[0], cases[i].arg);
        assert_str(p->at.file, "content/site.yml");
        assert_int_equal(diag_status(f.diag, false), 1);
        fixture_close(&f);
    }
}

/* Keys of parts that are not built yet are known, and told. */
static void test_later(void **state)
{
    (void)state;
    struct fixture f = open_config(GOOD "private: ../raw/\nsplit: 100\n");
    assert_messages(&f, MSG_CONFIG_LATER, 1);
    assert_str(problem_of(&f, MSG_CONFIG_LATER)->args[0], "split");
    assert_int_equal(problem_of(&f, MSG_CONFIG_LATER)->at.line, 4);
    assert_str(f.site->config.private_path, "../raw");
    assert_int_equal(diag_status(f.diag, false), 0);
    fixture_close(&f);
}

/* Whose formula, what it sums, what of it may be seen. */
static void test_resilience(void **state)
{
    (void)state;
    struct fixture f = open_config(
        GOOD "кластеры: без названий\n"
        "resilience:\n  programme: p\n  source: Приказ 1\n"
        "  title: Индекс\n  index:\n    a: 1\n    b: -0,5\n  result:\n    c: 2.25\n"
        "  lowest: 30\n  highest: 25\n");
    assert_quiet(&f);
    const struct config *c = &f.site->config;
    assert_int_equal(c->cluster_public, CLUSTERS_ANONYMOUS);
    const struct resilience *r = &c->resilience;
    assert_str(r->programme, "p");
    assert_str(r->source, "Приказ 1");
    assert_str(r->title, "Индекс");
    assert_int_equal(r->index.n, 2);
    assert_str(r->index.at[1].name, "b");
    assert_int_equal(num_cmp(r->index.at[1].weight,
                             (struct num){-5, 1}), 0);
    assert_int_equal(num_cmp(r->result.at[0].weight,
                             (struct num){225, 2}), 0);
    assert_int_equal(r->process.n, 0);
    assert_int_equal(r->lowest, 30);
    assert_int_equal(r->highest, 25);
    fixture_close(&f);
    f = open_config(GOOD);
    assert_int_equal(f.site->config.cluster_public, CLUSTERS_AS_PUBLISHED);
    assert_true(f.site->config.resilience.of == NONE);
    fixture_close(&f);
}

/* By what school pages compare: a list, one line, at most three. */
static void test_comparison(void **state)
{
    (void)state;
    struct fixture f = open_config(
        GOOD "сравнение:\n  - p/a\n  - p/b\n  - p/c\n  - p/d\n  - p/e\n");
    const struct config *c = &f.site->config;
    assert_int_equal(c->comparisons_n, COMPARISONS_MAX);
    assert_str(c->comparisons[2].name, "p/c");
    assert_true(c->comparisons[2].indicator == NONE);
    assert_messages(&f, MSG_CONFIG_COMPARISONS, 1);
    assert_str(problem_of(&f, MSG_CONFIG_COMPARISONS)->args[0], "p/d");
    fixture_close(&f);
    f = open_config(GOOD "comparison: p/a\n");
    assert_int_equal(f.site->config.comparisons_n, 1);
    assert_str(f.site->config.comparisons[0].name, "p/a");
    fixture_close(&f);
    f = open_config(GOOD "comparison: {a: p/a}\n");
    assert_messages(&f, MSG_CATALOG_YML_LINES, 1);
    assert_int_equal(f.site->config.comparisons_n, 0);
    fixture_close(&f);
    f = open_config(GOOD "comparison:\n");
    assert_quiet(&f);
    fixture_close(&f);
}

/* What is on the posters of schools. */
static void test_poster(void **state)
{
    (void)state;
    struct fixture f = open_config(
        GOOD "плакат:\n  - p/a\n  - p/b\n  - p/c\n  - p/d\n  - p/e\n");
    const struct config *c = &f.site->config;
    assert_int_equal(c->poster_n, POSTER_MAX);
    assert_str(c->poster[3].name, "p/d");
    assert_messages(&f, MSG_CONFIG_POSTER, 1);
    assert_str(problem_of(&f, MSG_CONFIG_POSTER)->args[0], "p/e");
    assert_int_equal(problem_of(&f, MSG_CONFIG_POSTER)->at.line, 8);
    fixture_close(&f);
    f = open_config(GOOD "poster: p/a\n");
    assert_quiet(&f);
    assert_int_equal(f.site->config.poster_n, 1);
    assert_int_equal(f.site->config.comparisons_n, 0);
    fixture_close(&f);
}

static void test_resilience_errors(void **state)
{
    static const struct {
        const char *part;
        enum msg message;
    } wrong[] = {
        {"  programme: p\n", MSG_CATALOG_KEY_MISSING},
        {"  programme: p\n  source: П\n  index: {a: много}\n",
         MSG_CONFIG_WEIGHT},
        {"  programme: p\n  source: П\n  index: {a: [1]}\n",
         MSG_CONFIG_WEIGHT},
        {"  programme: p\n  source: П\n  result: a\n", MSG_CATALOG_YML_MAP},
        {"  programme: p\n  source: П\n  lowest: 51\n",
         MSG_CONFIG_RESILIENCE},
        {"  programme: p\n  source: П\n  highest: -1\n",
         MSG_CONFIG_RESILIENCE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char config[256];
        snprintf(config, sizeof config, GOOD "resilience:\n%s",
                 wrong[i].part);
        struct fixture f = open_config(config);
        assert_messages(&f, wrong[i].message, 1);
        if (wrong[i].message == MSG_CONFIG_RESILIENCE)
            assert_str(problem_of(&f, wrong[i].message)
                           ->args[strstr(wrong[i].part, "high") != NULL],
                       strstr(wrong[i].part, "high") ? "-1" : "51");
        /* what is out of bounds counts for nothing */
        assert_int_equal(f.site->config.resilience.lowest, 0);
        fixture_close(&f);
    }
}

static void test_missing(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/site.yml", NULL}), READ);
    assert_null(f.site);
    assert_messages(&f, MSG_CONFIG_MISSING, 1);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full), cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_errors), cmocka_unit_test(test_later),
        cmocka_unit_test(test_resilience),
        cmocka_unit_test(test_comparison), cmocka_unit_test(test_poster),
        cmocka_unit_test(test_resilience_errors),
        cmocka_unit_test(test_missing),
    };
    return RUN_FIXTURE(tests);
}
