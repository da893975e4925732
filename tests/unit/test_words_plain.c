/*
 * words_plain: which words are reported, where, in whose texts; and that the
 * words of the default theme and all sentences of tests/words have none.
 */
#include "release/words_plain.h"
#include "release/words_plain_site.h"

#include "default_words.h"
#include "fixture.h"

#include "base/fs.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena *arena;
static struct lexicon *ru, *en;

static int start(void **state)
{
    arena = arena_new();
    ru = default_words(arena, LANG_RU);
    en = default_words(arena, LANG_EN);
    return fixture_start(state);
}

static int end(void **state)
{
    arena_free(arena);
    return fixture_end(state);
}

/* The words reported of a text, with spaces between. */
static const char *found_in(const struct lexicon *lexicon, const char *text,
                            enum plain_place place)
{
    static char out[256];
    struct diag *diag = diag_new();
    size_t n = 0;

    plain_text(lexicon, str_of(text), (struct pos){.file = S("x")}, place,
               diag);
    out[0] = '\0';
    for (size_t i = 0; i < diag->list.n; i++) {
        if (diag->list.at[i].id != MSG_PLAIN_WORD)
            continue;
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s",
                              n ? " " : "",
                              STR_FMT(diag->list.at[i].args[0]));
    }
    diag_free(diag);
    return out;
}

static void test_stems(void **state)
{
    static const struct {
        const char *text, *found;
    } rows[] = {
        {"Худшая школа района", "Худшая"},
        {"Это наихудший результат", "наихудший"},
        {"ХУДШИЙ", "ХУДШИЙ"},
        {"Лучшие школы округа", "Лучшие"},
        {"среди лучших\nшкол", "лучших"},
        {"среди **лучших** школ", "лучших"},
        {"Как лучше школьнику", ""},
        {"Класс для отстающих", "отстающих"},
        {"слабые ученики, слабо читают", "слабые слабо"},
        {"Версия для слабовидящих и слабослышащих", ""},
        {"расслабиться, ослабить", ""},
        {"провалил экзамен", "провалил"},
        {"школа-аутсайдер", "аутсайдер"},
        {"место в рейтинге", "рейтинге"},
        {"антирейтинг школ", "антирейтинг"},
        {"14-е место из 28", "место"},
        {"на 3-м месте из\xC2\xA0" "десяти", "месте"},
        {"место из-за ремонта закрыто", ""},
        {"место изучения", ""},
        {"семь мест из десяти", ""},
        {"неблагополучные семьи", "неблагополучные"},
        {"контингент учащихся", "контингент"},
        {"Показатель ШНОР", ""},        /* no school is near */
        {"дети занимаются в кружках", ""},
        {"", ""}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(found_in(ru, rows[i].text, PLAIN_ANY),
                            rows[i].found);
    assert_string_equal(found_in(en, "A failing school in the ranking",
                                 PLAIN_ANY), "failing ranking");
    assert_string_equal(found_in(en, "Children generating ideas",
                                 PLAIN_ANY), "");
}

static void test_places(void **state)
{
    (void)state;
    assert_string_equal(found_in(ru, "рейтинг и антирейтинг", PLAIN_METHOD),
                        "антирейтинг");
    assert_string_equal(found_in(ru, "ШНОР", PLAIN_SCHOOL), "ШНОР");
    assert_string_equal(found_in(ru, "низкие образовательные результаты",
                                 PLAIN_SCHOOL), "низкие");
    assert_string_equal(found_in(ru, "низких образовательных результатов",
                                 PLAIN_ANY), "");
    assert_string_equal(found_in(ru, "слабые", PLAIN_EXEMPT), "");
}

/* What is wrong, in which words, and what to write. */
static void test_message(void **state)
{
    struct diag *diag = diag_new();
    const struct diag_print how = {.lang = LANG_RU, .verbose = true};
    char *text;

    (void)state;
    plain_text(ru, S("В этом году в школе пришло очень много слабых учеников "
                     "и новых учителей"),
               (struct pos){.file = S("content/a.md"), .line = 3},
               PLAIN_ANY, diag);
    text = said_as(diag, &how);
    assert_non_null(strstr(text, "content/a.md:3: предупреждение: слово "
                           "«слабых» судит или вешает ярлык: «в школе "
                           "пришло очень много слабых учеников и новых учителей». "
                           "Читателям так не пишут: назовите показатель"));
    free(text);
    diag_free(diag);
}

/* --- long sentences --- */

#define WORDS_10 "раз два три четыре пять шесть семь восемь девять десять "

static void test_long(void **state)
{
    static const struct {
        const char *text;
        size_t found;
    } rows[] = {
        {WORDS_10 WORDS_10, 0},
        {WORDS_10 WORDS_10 "ещё.", 1},
        {WORDS_10 ". Новое " WORDS_10 WORDS_10, 1},
        {WORDS_10 "конец. А " WORDS_10 WORDS_10 "что?", 1},
        {WORDS_10 "т. е. " WORDS_10, 1},
        {WORDS_10 "из-за кто-нибудь что-то что-то раз раз раз раз раз", 0},
        {"", 0}, {"...", 0}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct diag *diag = diag_new();
        plain_text(ru, str_of(rows[i].text), (struct pos){.file = S("x")},
                   PLAIN_ANY, diag);
        if (diag_count(diag, LEVEL_NOTE) != rows[i].found)
            fail_msg("%zu: %zu", i, diag_count(diag, LEVEL_NOTE));
        assert_int_equal(diag_worst(diag), LEVEL_NOTE);
        diag_free(diag);
    }
}

/* --- bodies and records --- */

static size_t bodies_in(struct fixture *f, const char *file, const char *body)
{
    size_t before = count_messages(f->diag, MSG_PLAIN_WORD);

    plain_body(ru, f->site, str_of(body),
               (struct pos){.file = str_of(file), .line = 7, .col = 1},
               f->diag);
    return count_messages(f->diag, MSG_PLAIN_WORD) - before;
}

static const struct file site_files[] = {
    {"content/schools/a.md",
     "---\nsummary: слабые\nhelp:\n- {title: помощь, text: отстающим}\n---\n"},
    {"content/practices/x.md",
     "---\ntitle: Приём\nsummary: худшие\nschool: a\nprogramme: p\n"
     "problem: провал\nsteps:\n- {text: слабые}\nlevel: школа\n"
     "contact: a@example.org\nstatus: review\n---\n"},
    {"content/practices/y.md",
     "---\ntitle: Черновик\nschool: a\nstatus: draft\nproblem: слабые\n"
     "steps:\n- {text: слабые}\n---\n"},
    {"content/news/2025-01-01-x.md",
     "---\ntitle: Рейтинг\ndate: 2025-01-01\nschool: a\n---\n"},
    {"content/news/2025-01-02-y.md",
     "---\ntitle: День\ndate: 2025-01-02\n---\n"},
    {"content/page.md", "---\ntitle: Контингент\n---\n"},
    {"content/methodology.md", "---\ntitle: О рейтингах\n---\n"},
    {"content/questions.md", "## Учёба\n\n- Почему школа слабая?\n"},
    {"content/programs/p/index.md",
     "---\ntitle: Поддержка слабых школ\nsummary: отстающие\n"
     "goal: неблагополучные семьи\n---\n"},
    {"content/programs/p/one.md",
     "---\ntitle: Слабые места\nkind: section\nsummary: слабые\n---\n"},
    {"content/programs/p/report.md",
     "---\ntitle: Отчёт\nkind: report\nperiod: 2024\nsummary: провал\n---\n"},
    {"data/p/indicators.csv",
     "id;title;unit;official_title;meaning;caveat\n"
     "one;Слабые;%;;;\ntwo;Слабые;%;Доля слабых;;\n"
     "three;Три;%;;контингент;худшие\n"},
    {"data/p/risks.csv", "risk\nСлабая мотивация\n"},
    {"data/glossary.csv", "id;term;definition\nt;Слабые;слабые школы\n"},
    {"data/explanations.csv", "finding;words\nfit:p/one@2024;провал\n"},
    {NULL, NULL}
};

/* The programme's own words are left alone, all others are judged. */
static void test_records(void **state)
{
    static const struct {
        const char *file;
        size_t found;
    } rows[] = {
        {"content/schools/a.md", 2}, {"content/practices/x.md", 3},
        {"content/practices/y.md", 0}, {"content/news/2025-01-01-x.md", 1},
        {"content/page.md", 1}, {"content/methodology.md", 0},
        {"content/questions.md", 1}, {"content/programs/p/index.md", 1},
        {"content/programs/p/one.md", 0},
        {"content/programs/p/report.md", 1},
        {"data/p/indicators.csv", 3}, {"data/explanations.csv", 1}
    };
    struct fixture f = fixture_open(site_files, LINKED);
    size_t all = 0;

    (void)state;
    plain_site(ru, f.site, f.diag);
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = 0;
        for (size_t k = 0; k < f.diag->list.n; k++)
            n += f.diag->list.at[k].id == MSG_PLAIN_WORD &&
                 str_is(f.diag->list.at[k].at.file, rows[i].file);
        if (n != rows[i].found)
            fail_msg("%s: %zu\n%s", rows[i].file, n, printed(f.diag));
        all += n;
    }
    assert_int_equal(count_messages(f.diag, MSG_PLAIN_WORD), all);
    fixture_close(&f);
}

static void test_bodies(void **state)
{
    struct fixture f = fixture_open(site_files, LINKED);
    const struct problem *p;

    (void)state;
    assert_int_equal(bodies_in(&f, "content/schools/a.md", "слабые"), 1);
    assert_int_equal(bodies_in(&f, "content/page.md", "слабые"), 1);
    assert_int_equal(bodies_in(&f, "content/methodology.md", "рейтинг"), 0);
    assert_int_equal(bodies_in(&f, "content/programs/p/one.md", "слабые"),
                     0);
    assert_int_equal(bodies_in(&f, "content/programs/p/report.md",
                               "слабые"), 1);
    assert_int_equal(bodies_in(&f, "content/programs/p/index.md", "слабые"),
                     1);
    assert_int_equal(bodies_in(&f, "content/programs/q/index.md", "слабые"),
                     0);
    assert_int_equal(bodies_in(&f, "content/page.md", "ШНОР"), 0);
    assert_int_equal(bodies_in(&f, "content/page.md",
                               "ШНОР: [школа](school:a)"), 1);
    assert_int_equal(bodies_in(&f, "content/page.md", "Школа А — ШНОР"), 1);
    assert_int_equal(bodies_in(&f, "content/page.md", "Школа А\n\nШНОР"), 0);
    assert_int_equal(bodies_in(&f, "content/news/2025-01-01-x.md", "ШНОР"),
                     1);
    assert_int_equal(bodies_in(&f, "content/news/2025-01-02-y.md", "ШНОР"),
                     0);
    fixture_close(&f);

    f = fixture_open(NO_FILES, LINKED);
    assert_int_equal(bodies_in(&f, "content/page.md",
                               "Первая строка\nвторая: «слабые»\n"), 1);
    p = problem_of(&f, MSG_PLAIN_WORD);
    assert_int_equal(p->at.line, 8);
    assert_int_equal(p->at.col, 10);
    assert_int_equal(bodies_in(&f, "content/page.md", "А\nслабые"), 1);
    /* headings, items, rows and blocks are no one sentence */
    bodies_in(&f, "content/page.md",
              "# " WORDS_10 "\n\n" WORDS_10 "\n- " WORDS_10 "\n- " WORDS_10
              "\n\n```chart\n" WORDS_10 WORDS_10 WORDS_10 "\n```\n"
              "[слово](school:a-b-c-d-e-f) " WORDS_10);
    assert_int_equal(count_messages(f.diag, MSG_PLAIN_LONG), 0);
    fixture_close(&f);
}

/* --- our own words --- */

static void test_theme(void **state)
{
    const struct lexicon *both[] = {ru, en};

    (void)state;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < lexicon_count(both[k]); i++) {
            struct str key = lexicon_key(both[k], i), text;
            const char *found;
            lexicon_find(both[k], key, &text);
            if (str_starts(key, S("plain.")))
                continue;
            found = found_in(both[k], str_z(arena, text),
                             plain_place_of_word(key) == PLAIN_METHOD
                                 ? PLAIN_METHOD
                                 : PLAIN_SCHOOL);
            if (found[0])
                fail_msg("%.*s: %s", STR_FMT(key), found);
        }
}

static void test_sentences(void **state)
{
    static const char *const files[] = {"tests/words/ru.txt",
                                        "tests/words/en.txt"};
    const struct lexicon *both[] = {ru, en};

    (void)state;
    for (size_t k = 0; k < 2; k++) {
        struct buf text = {0};
        assert_int_equal(fs_read(files[k], 1 << 20, &text), 0);
        assert_string_equal(found_in(both[k], text.p, PLAIN_SCHOOL), "");
        buf_free(&text);
    }
}

/* A theme of the site is judged where it says something else. */
static void test_own_theme(void **state)
{
    struct str texts[] = {S("a: слабые\nmethodology.x: рейтинг\n"
                            "chart.neutral: Рейтинга нет.\n"),
                          S("a: дети\nb: слабые\nmethodology.x: числа\n"
                            "chart.neutral: числа\n")};
    struct str files[] = {S("themes/t/i18n/ru.yml"), S("ours")};
    struct fixture f = fixture_open(NO_FILES, LINKED);
    struct lexicon *lexicon;
    struct str stems = S("\nplain.weak: слаб\nplain.rating: рейтинг\n");
    struct buf weak = {0};

    (void)state;
    buf_add(&weak, texts[1]);
    buf_add(&weak, stems);
    texts[1] = buf_str(&weak);
    lexicon = lexicon_read(f.arena, LANG_RU, texts, files, 2, f.diag);
    plain_site(lexicon, f.site, f.diag);
    assert_messages(&f, MSG_PLAIN_WORD, 1);
    assert_int_equal(problem_of(&f, MSG_PLAIN_WORD)->at.line, 1);
    buf_free(&weak);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stems), cmocka_unit_test(test_places),
        cmocka_unit_test(test_message), cmocka_unit_test(test_long),
        cmocka_unit_test(test_records), cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_theme), cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_own_theme)
    };

    return cmocka_run_group_tests(tests, start, end) != 0 ? 1 : 0;
}
