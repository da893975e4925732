/*
 * reporting and forms: who owes which numbers, and what is asked of whom.
 */
#include "default_words.h"
#include "fixture.h"

#include "release/reporting.h"

#define INDICATORS                                                     \
    "id;title;unit;class;aggregate;schools;publish_level\n"            \
    "clubs;Кружки;%;open;weighted;;\n"                                 \
    "psy;Психолог;да/нет;open;none;a;\n"                               \
    "vpr;ВПР;%;people;given;;municipality\n"                           \
    "first;Новый;школа|школы|школ;open;sum;;\n"
#define PARTICIPANTS "school\na\nb\n"

/* The list as `programme school period missing first`, a line each. */
static char *listed(const struct fixture *f)
{
    struct unreported *list;
    struct buf out = {0};
    size_t n = reporting_list(f->arena, f->release, &list);
    for (size_t i = 0; i < n; i++) {
        buf_addf(&out, "%.*s %.*s ",
                 STR_FMT(f->site->programmes.at[list[i].programme].id),
                 STR_FMT(f->site->schools.at[list[i].school].id));
        period_code(&out, list[i].period);
        buf_addf(&out, " %zu %.*s\n", list[i].missing,
                 STR_FMT(f->site->indicators.at[list[i].first].id));
    }
    char *text = str_z(f->arena, buf_str(&out));
    buf_free(&out);
    return text;
}

static void test_list(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/participants.csv", PARTICIPANTS},
              {"data/p/targets.csv",
               "indicator;period;target\nclubs;2023;50\nclubs;2025;60\n"
               "psy;2024;да\n"},
              {"data/p/values.csv",
               "indicator;school;period;value;numerator;n;status\n"
               "clubs;a;2024;;20;40;\n"
               "clubs;a;2023;;;;x\n"        /* a report that there is none */
               "clubs;b;2024;;;;\n"         /* keys alone are no report */
               "vpr;;2024;60;;;\n"}), RELEASED);
    assert_quiet(&f);
    /* 2025 is not over; nobody has ever reported `first`; nobody is asked
     * for vpr */
    assert_string_equal(listed(&f), "p b 2023 1 clubs\n"
                                    "p a 2024 1 psy\n"
                                    "p b 2024 1 clubs\n");
    fixture_close(&f);
}

static void test_notes(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/targets.csv",
               "indicator;period;target\npsy;2024;да\n"}), RELEASED);
    struct unreported *list;
    size_t n = reporting_list(f.arena, f.release, &list);
    reporting_notes(f.release, list, n, f.diag);
    assert_messages(&f, MSG_REPORTING_MISSING, 1);
    const struct problem *note = problem_of(&f, MSG_REPORTING_MISSING);
    assert_str(note->at.file, "data/p");
    assert_str(note->args[0], "2024");
    assert_str(note->args[1], "А");
    assert_str(note->args[2], "1");
    assert_str(note->args[3], "Психолог");
    fixture_close(&f);
}

/* --- forms --- */

/* Rows of all forms without heads and notes, and their number. */
static char *asked(const struct fixture *f, const char *period, size_t *n)
{
    struct period p;
    struct form *forms;
    struct buf out = {0};
    assert_true(period_parse(str_of(period), &p));
    *n = form_make(f->arena, f->release, default_words(f->arena, LANG_RU), p,
                   &forms);
    for (size_t i = 0; i < *n; i++) {
        struct str rest = forms[i].bytes;
        size_t rows = 0;
        assert_true(str_starts(str_cut(&rest, '\n'),
                               S("\xEF\xBB\xBF" "школа;показатель;единица;"
                                 "период;значение;числитель;всего;")));
        while (rest.n && rest.p[0] != '*') {
            buf_add(&out, str_cut(&rest, '\r'));
            rest = str_skip(rest, 1);
            buf_char(&out, '\n');
            rows++;
        }
        assert_int_equal(rows, forms[i].asked);
    }
    char *text = str_z(f->arena, buf_str(&out));
    buf_free(&out);
    return text;
}

static void test_forms(void **state)
{
    size_t n;
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv",
               "id;name;short;successor\na;Школа А;А;\nb;Школа Б;Б;\n"
               "z;Школа Я;Я;a\n"},
              {"content/programs/p/index.md",
               "---\ntitle: П\nperiod: 2023-2026\n---\n"},
              {"data/p/indicators.csv", INDICATORS},
              {"data/p/participants.csv", PARTICIPANTS "z\n"},
              {"data/p/values.csv",
               "indicator;school;period;value;numerator;n;status\n"
               "clubs;a;2024;;20;40;\nclubs;z;2023;;20;40;\n"
               "vpr;;2024;60;;;\n"}), RELEASED);
    assert_quiet(&f);
    /* given already: clubs of a; closed: z; municipal: vpr; psy of a only */
    assert_string_equal(asked(&f, "2024", &n),
                        "А;Психолог;да/нет;2024;;;;\n"
                        "А;Новый;школ;2024;;;;\n"
                        "Б;Кружки;%;2024;;;;\n"
                        "Б;Новый;школ;2024;;;;\n");
    assert_int_equal(n, 2);
    /* the programme is over; clubs is not counted by school years */
    asked(&f, "2027", &n);
    assert_int_equal(n, 0);
    assert_null(strstr(asked(&f, "2024/2025", &n), "Кружки"));
    /* a month would become a date in Excel */
    struct str rest = str_of(strstr(asked(&f, "2024-05", &n), "да/нет;"));
    struct period may;
    str_cut(&rest, ';');
    struct str month = str_cut(&rest, ';');
    assert_true(str_starts(month, S("май")));
    assert_true(period_parse(month, &may));
    assert_int_equal(may.kind, PERIOD_MONTH);
    fixture_close(&f);
}

/* What comes back is read: the unit is compared, empty rows are none. */
static void test_return(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/participants.csv", PARTICIPANTS},
              {"data/p/values-a.csv",
               "школа;показатель;единица;период;значение;числитель;всего;"
               "примечание\n"
               "А;Кружки;%;2024;;30;40;\nА;Психолог;Да/Нет;2024;;;;\n"
               "А;Новый;школ;2024;3;;;\n"},
              {"data/p/values-b.csv",
               "школа;показатель;единица;период;значение\n"
               "Б;Кружки;человек;2024;50\n"}), RELEASED);
    assert_messages(&f, MSG_OBSERVE_UNIT, 1);
    assert_int_equal(f.diag->list.n, 1);
    assert_fact(&f, "p/clubs", "a", "2024", "s 75.0 30/40");
    assert_fact(&f, "p/first", "a", "2024", "s 3");
    assert_string_equal(listed(&f), "p a 2024 1 psy\np b 2024 1 first\n");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_return),
    };
    return cmocka_run_group_tests(tests, fixture_start, fixture_end);
}
