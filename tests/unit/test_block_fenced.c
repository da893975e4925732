/*
 * Tests of render/block_fenced: what each block of a text becomes, and every
 * mistake in one with its place.
 */
#include "school_site.h"

#include "base/diag_list.h"

/* A page of the programme whose text is one block, from line 4 on. */
static struct small_site *open_with(const char *block)
{
    char text[1024];

    school_files();
    write_file("site/data/rost/finance.csv",
               "year;source;purpose;planned;actual;unit\n"
               "2024;Бюджет;Книги;100;90;тыс. руб.\n"
               "2024;Гранты;Мебель;50;;тыс. руб.\n"
               "2025;Бюджет;Книги;120;;тыс. руб.\n");
    write_file("site/content/practices/klub.md",
               "---\ntitle: Клуб\nsummary: Клуб по средам.\n"
               "programme: rost\nschool: zar-1\nproblem: Скука.\n"
               "indicators: [fg]\nlevel: 5–9\nsubjects: [чтение]\n"
               "contact: Отдел\nexperts: {protocol: № 1}\n"
               "steps: [{text: Собраться, duration: час}, {text: Читать, "
               "duration: час}, {text: Думать, duration: час}]\ncost: 2\n"
               "evidence: 0\nstatus: recommended\nconsent: true\n"
               "source: Отчёт\nreviewed: 2025-01-01\n"
               "review_by: 2027-01-01\ngoal: one\n---\n");
    snprintf(text, sizeof text, "---\ntitle: Раздел\n---\n%s", block);
    write_file("site/content/programs/rost/part.md", text);
    return site_open();
}

static const struct {
    const char *block, *html;
} good[] = {
    { "```chart\nindicator: fg\nschool: zar-1\n```", "id=\"chart-4-t\"" },
    { "```chart\nindicator: rost/fg\nschool: zar-1\ntitle: Рост\n```",
      "<title id=\"chart-4-t\">Рост</title>" },
    { "```chart\nindicator: fg\nschool: zar-1\nfrom: 2024\n```",
      "viewBox=\"0 0 320 130\"" },
    { "```chart\nindicator: fg\nschool: zar-1\nkind: slope\n```",
      "viewBox=\"0 0 320 130\"" },
    { "```chart\nindicator: fg\nschool: zar-3\n```",
      "Показатель не публикуется" },
    { "```table\nindicators: [late, lib]\n```", "indicators/lib.html" },
    { "```table\nindicators: late\n```", "indicators/late.html" },
    { "```plan\nschool: zar-2\n```", "Кружок чтения</a>" },
    { "```finance\n```", "2025" },
    { "```finance\nyears: 2024\n```", "150" },
    { "```finance\nyears: [2025]\n```", "120" },
    { "```indicators\ngroup: учёба\n```", "indicators/fg.html" },
    { "```indicators\n```", "indicators/ovz.html" },
    { "```practices\n```", "practices/klub.html" },
    { "```practices\nfacet: cost-2\n```", "Клуб по" },
    { "```practices\nfacet: goal-one\n```", "Клуб по" },
    { "```practices\nfacet: goal-rost-one\n```", "Клуб по" },
    { "```practices\nfacet: level-5-9\n```", "Клуб по" },
    { "```practices\nfacet: indicator-fg\n```", "Клуб по" },
    { "```practices\nfacet: subject-chtenie\n```", "Клуб по" },
    { "```text\nfacet: x\n```", "<code" },
};

static void test_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct small_site *s = open_with(good[i].block);

        assert_holds(site_page(s, "programs/rost/part.html"), good[i].html);
        assert_message(s->diag, MSG_COUNT);
        site_close(s);
    }
}

static const struct {
    const char *block;
    enum msg message;
    unsigned line;
} bad[] = {
    { "```chart\n- a\n```", MSG_BLOCK_BODY, 5 },
    { "```chart\nindicator: fg\nschol: zar-1\n```", MSG_BLOCK_KEY, 6 },
    { "```chart\n```", MSG_BLOCK_NEEDS, 4 },
    { "```table\n```", MSG_BLOCK_NEEDS, 4 },
    { "```chart\nindicator: gf\n```", MSG_BLOCK_INDICATOR, 5 },
    { "```table\nindicators:\n  - fg\n  - gf\n```", MSG_BLOCK_INDICATOR, 7 },
    { "```chart\nindicator: fg\nschool: zar-9\n```", MSG_BLOCK_SCHOOL, 6 },
    { "```chart\nindicator: fg\nfrom: давно\n```", MSG_BLOCK_VALUE, 6 },
    { "```chart\nindicator: fg\nkind: pie\n```", MSG_BLOCK_VALUE, 6 },
    { "```plan\nsection: Нет такого\n```", MSG_BLOCK_NOTHING, 4 },
    { "```finance\nyears: 1999\n```", MSG_BLOCK_NOTHING, 4 },
    { "```indicators\ngroup: Нет\n```", MSG_BLOCK_NOTHING, 4 },
    { "```practices\nfacet: cost-5\n```", MSG_BLOCK_NOTHING, 4 },
};

static void test_bad(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct small_site *s = open_with(bad[i].block);
        bool found = false;

        site_page(s, "programs/rost/part.html");
        for (size_t k = 0; k < s->diag->list.n; k++) {
            const struct problem *it = &s->diag->list.at[k];

            if (it->id != bad[i].message)
                continue;
            found = true;
            assert_int_equal(it->at.line, bad[i].line);
        }
        if (!found)
            fail_msg("no %s for: %s", diag_name(bad[i].message),
                     bad[i].block);
        site_close(s);
    }
}

/* Outside of a programme only what names one can be shown. */
static void test_no_programme(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/content/programs/dva/index.md",
               "---\ntitle: Вторая\nmunicipality: zar\n---\n");
    write_file("site/content/page.md",
               "---\ntitle: Страница\n---\n```plan\n```\n");
    s = site_open();
    site_page(s, "page.html");
    assert_message(s->diag, MSG_BLOCK_PROGRAMME);
    site_close(s);
}

/* Whose review is overdue stands behind the others in the bank; a text that
 * shows what is worth trying leaves it out. */
static void test_overdue(void **state)
{
    struct small_site *s = open_with("```practices\n```");

    (void)state;
    site_close(s);
    write_file("site/content/practices/klub.md",
               "---\ntitle: Клуб\nprogramme: rost\nschool: zar-1\n"
               "status: recommended\nreviewed: 2024-01-01\n"
               "review_by: 2025-06-01\n---\n");
    s = site_open();
    assert_holds(site_page(s, "practices/klub.html"), "требует обновления");
    assert_lacks(site_page(s, "programs/rost/part.html"), "klub.html");
    assert_message(s->diag, MSG_BLOCK_NOTHING);
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_bad),
        cmocka_unit_test(test_no_programme),
        cmocka_unit_test(test_overdue),
    };
    return RUN_SITE(tests);
}
