/*
 * words_plain_site: which words of a site are its own; see words_plain.h.
 * For render/ and build.c.
 */
#include "release/words_plain_site.h"

#include "model/catalog.h"
#include "model/lexicon.h"

/* --- files --- */

/* content/programs/<id>/<name>.md. */
static enum plain_place programme_file(const struct site *site,
                                       struct str path)
{
    size_t programme = catalog_programme(site, str_cut(&path, '/')), section;

    if (programme == NONE)
        return PLAIN_EXEMPT;
    if (str_is(path, "index.md"))
        return PLAIN_ANY;
    path.n -= str_ends(path, S(".md")) ? 3 : 0;
    section = catalog_section(&site->programmes.at[programme], path);
    return section != NONE &&
                   site->programmes.at[programme].sections.at[section].kind ==
                       SECTION_REPORT
               ? PLAIN_ANY
               : PLAIN_EXEMPT;
}

static enum plain_place news_file(const struct site *site, struct str file)
{
    for (size_t i = 0; i < site->news.n; i++)
        if (str_eq(site->news.at[i].text.at.file, file))
            return site->news.at[i].school.text.n ? PLAIN_SCHOOL : PLAIN_ANY;
    return PLAIN_ANY;
}

enum plain_place plain_place_of(const struct site *site, struct str file)
{
    struct str path = file;

    if (!str_starts(path, S("content/")))
        return PLAIN_EXEMPT;
    path = str_skip(path, S("content/").n);
    if (str_starts(path, S("programs/")))
        return programme_file(site, str_skip(path, S("programs/").n));
    if (str_starts(path, S("schools/")) || str_starts(path, S("practices/")))
        return PLAIN_SCHOOL;
    if (str_starts(path, S("news/")))
        return news_file(site, file);
    return str_is(path, "methodology.md") ? PLAIN_METHOD : PLAIN_ANY;
}

enum plain_place plain_place_of_word(struct str key)
{
    return str_starts(key, S("methodology.")) ||
                   str_starts(key, S("chart.neutral"))
               ? PLAIN_METHOD
               : PLAIN_ANY;
}

/* --- records --- */

struct plain {
    struct plain_stems stems;
    const struct lexicon *lexicon;
    const struct site *site;
    struct diag *diag;
};

static void judge(const struct plain *plain, struct str text, struct pos at,
                  enum plain_place place)
{
    plain_judge(&plain->stems, plain->site, text, at, place, plain->diag);
}

static void judge_front(const struct plain *plain, const struct text *text)
{
    enum plain_place place = plain_place_of(plain->site, text->at.file);

    if (text->draft)
        return;
    judge(plain, text->title, text->at, place);
    judge(plain, text->summary, text->at, place);
}

static void judge_schools(const struct plain *plain)
{
    for (size_t i = 0; i < plain->site->schools.n; i++) {
        const struct school *school = &plain->site->schools.at[i];
        if (!school->words)
            continue;
        judge_front(plain, school->words);
        for (size_t k = 0; k < school->help_n; k++) {
            judge(plain, school->help[k].title, school->words->at,
                  PLAIN_SCHOOL);
            judge(plain, school->help[k].text, school->words->at,
                  PLAIN_SCHOOL);
        }
    }
}

static void judge_practices(const struct plain *plain)
{
    for (size_t i = 0; i < plain->site->practices.n; i++) {
        const struct practice *it = &plain->site->practices.at[i];
        const struct str texts[] = {it->problem, it->conditions, it->risks,
                                    it->not_for};
        if (it->status == PRACTICE_DRAFT)
            continue;
        judge_front(plain, &it->text);
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            judge(plain, texts[k], it->text.at, PLAIN_SCHOOL);
        for (size_t k = 0; k < it->steps_n; k++)
            judge(plain, it->steps[k].text, it->text.at, PLAIN_SCHOOL);
    }
}

/* An indicator's title is its official one unless that is given apart. */
static void judge_indicators(const struct plain *plain)
{
    for (size_t i = 0; i < plain->site->indicators.n; i++) {
        const struct indicator *it = &plain->site->indicators.at[i];
        const struct str texts[] = {it->question, it->meaning, it->caveat,
                                    it->subj, it->verb_one, it->verb_many};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            if (k != 0 || !str_eq(it->question, it->title))
                judge(plain, texts[k], it->at, PLAIN_ANY);
        if (it->official_title.n)
            judge(plain, it->title, it->at, PLAIN_ANY);
    }
}

/* Titles of programmes and of their reports are official, summaries not. */
static void judge_programmes(const struct plain *plain)
{
    for (size_t i = 0; i < plain->site->programmes.n; i++) {
        const struct programme *it = &plain->site->programmes.at[i];
        judge(plain, it->text.summary, it->text.at, PLAIN_ANY);
        for (size_t k = 0; k < it->sections.n; k++) {
            const struct section *section = &it->sections.at[k];
            if (section->kind == SECTION_REPORT && !section->text.draft)
                judge(plain, section->text.summary, section->text.at,
                      PLAIN_ANY);
        }
    }
}

static void judge_questions(const struct plain *plain)
{
    const struct pos at = {.file = S("content/questions.md")};

    for (size_t i = 0; i < plain->site->questions.n; i++) {
        const struct question_group *group = &plain->site->questions.at[i];
        for (size_t k = 0; k < group->questions.n; k++)
            judge(plain, group->questions.at[k], at, PLAIN_ANY);
    }
}

/* Words of the site's own theme; those that come with the program have a test
 * of their own. */
static void judge_theme(const struct plain *plain)
{
    for (size_t i = 0; i < lexicon_count(plain->lexicon); i++) {
        struct str key = lexicon_key(plain->lexicon, i), text;
        struct pos at;
        if (!lexicon_own(plain->lexicon, i, &text, &at) ||
            str_starts(key, S("plain.")))
            continue;
        judge(plain, text, at, plain_place_of_word(key));
    }
}

void plain_site(const struct lexicon *lexicon, const struct site *site,
                struct diag *diag)
{
    struct plain plain = {.lexicon = lexicon, .site = site, .diag = diag};

    plain_stems(&plain.stems, lexicon);
    judge_front(&plain, &site->index);
    for (size_t i = 0; i < site->pages.n; i++)
        judge_front(&plain, &site->pages.at[i].text);
    for (size_t i = 0; i < site->news.n; i++)
        judge_front(&plain, &site->news.at[i].text);
    for (size_t i = 0; i < site->explanations.n; i++)
        judge(&plain, site->explanations.at[i].words,
              site->explanations.at[i].at, PLAIN_ANY);
    judge_schools(&plain);
    judge_practices(&plain);
    judge_indicators(&plain);
    judge_programmes(&plain);
    judge_questions(&plain);
    judge_theme(&plain);
}
