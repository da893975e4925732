/*
 * when: the 41 period texts of the plans of Terbuny (8), Sorsk (10) and Tula
 * (23) (R1.11), further forms, and what must stay words.
 */
#include "model/period.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The programme of all examples: 2020-2024. */
static struct period programme(void)
{
    return (struct period){PERIOD_RANGE, date_of(2020, 1, 1),
                           date_of(2024, 12, 31)};
}

/* «span 2020-10-01 2020-10-31», «yearly 2,12», «span ... yearly 1». */
static void print_when(struct buf *out, struct when when)
{
    static const char *const kinds[] = {"words", "span", "yearly",
                                        "continuous", "event"};
    bool first = true;

    buf_addz(out, kinds[when.kind]);
    if (when.from != DATE_NONE) {
        buf_char(out, ' ');
        date_iso(out, when.from);
    }
    if (when.to != DATE_NONE) {
        buf_char(out, ' ');
        date_iso(out, when.to);
    }
    if (when.yearly && when.kind != WHEN_YEARLY)
        buf_addz(out, " yearly");
    for (int m = 0; m < 16; m++)
        if (when.months >> m & 1) {
            buf_addf(out, "%s%d", first ? " " : ",", m + 1);
            first = false;
        }
}

struct example {
    const char *text, *expected;
};

static void check(const struct example *examples, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf out = {0};
        struct when when = when_parse(str_of(examples[i].text), programme());
        print_when(&out, when);
        if (strcmp(out.p, examples[i].expected) != 0)
            fail_msg("%s: %s, expected %s", examples[i].text, out.p,
                     examples[i].expected);
        assert_int_equal(when.kind == WHEN_YEARLY && !when.yearly, 0);
        buf_free(&out);
    }
}

#define ALWAYS "continuous 2020-01-01 2024-12-31"

static const struct example terbuny[] = {
    {"январь", "yearly 1"},
    {"В течение года", ALWAYS},
    {"февраль", "yearly 2"},
    {"март, апрель, май, сентябрь, октябрь, ноябрь", "yearly 3,4,5,9,10,11"},
    {"апрель-сентябрь", "yearly 4,5,6,7,8,9"},
    {"октябрь", "yearly 10"},
    {"август", "yearly 8"},
    {"декабрь", "yearly 12"}
};

static const struct example sorsk[] = {
    {"Октябрь 2020", "span 2020-10-01 2020-10-31"},
    {"Ноябрь 2020", "span 2020-11-01 2020-11-30"},
    {"По результатам мониторинга", "event"},
    {"Январь 2021- декабрь 2023", "span 2021-01-01 2023-12-31"},
    {"ежегодно", "yearly"},
    {"Декабрь 2020", "span 2020-12-01 2020-12-31"},
    {"Ноябрь 2020 – апрель 2021", "span 2020-11-01 2021-04-30"},
    {"Май - июнь 2021", "span 2021-05-01 2021-06-30"},
    {"Промежуточный мониторинг – январь, июнь – ежегодно; "
     "Итоговый – декабрь, 2023", "yearly 2023-12-01 2023-12-31 1,6"},
    {"По итогам мониторинга", "event"}
};

static const struct example tula[] = {
    {"Январь 2022 г.", "span 2022-01-01 2022-01-31"},
    {"Январь – февраль 2022 г., далее ежегодно",
     "span 2022-01-01 2022-02-28 yearly 1,2"},
    {"Ежегодно, февраль", "yearly 2"},
    {"Февраль 2022 г., далее ежегодно",
     "span 2022-02-01 2022-02-28 yearly 2"},
    {"Февраль–март 2022 г., далее ежегодно",
     "span 2022-02-01 2022-03-31 yearly 2,3"},
    {"Ежегодно (по мере необходимости)", "yearly"},
    {"Ежегодно, постоянно", "yearly"},
    {"Январь 2022 г., далее ежегодно",
     "span 2022-01-01 2022-01-31 yearly 1"},
    {"Ежегодно (по мере проведения)", "yearly"},
    {"Май, декабрь ежегодно", "yearly 5,12"},
    {"Июнь, декабрь ежегодно", "yearly 6,12"},
    {"Декабрь ежегодно", "yearly 12"},
    {"Ежегодно", "yearly"},
    {"Февраль, ежегодно", "yearly 2"},
    {"Ежегодно (по отдельному плану, в соответствии с договором о "
     "партнёрском, сетевом взаимодействии)", "yearly"},
    {"Ежегодно (по мере поступления информации о мероприятиях)", "yearly"},
    {"Ежегодно (по мере поступления информации о результатах участия)",
     "yearly"},
    {"В течение срока действия Программы", ALWAYS},
    {"Ежегодно (по плану работы ГОУ ДПО ТО «ИПК и ППРО ТО», по мере "
     "поступления информации)", "yearly"},
    {"Ежегодно (по плану работы МКУ «ЦНППМ г. Тулы»)", "yearly"},
    {"Ежегодно (3 раза в год)", "yearly"},
    {"Ежегодно (в соответствии с запросом ШНОР)", "yearly"},
    {"Ежегодно (в соответствии с потребностью ШНОР)", "yearly"}
};

static void test_plans(void **state)
{
    (void)state;
    assert_int_equal(COUNT(terbuny) + COUNT(sorsk) + COUNT(tula), 41);
    check(terbuny, COUNT(terbuny));
    check(sorsk, COUNT(sorsk));
    check(tula, COUNT(tula));
}

static void test_more(void **state)
{
    static const struct example examples[] = {
        {"постоянно", ALWAYS},
        {"весь период", ALWAYS},
        {"В течение учебного года", ALWAYS},
        {"в течение 2023 года", "span 2023-01-01 2023-12-31"},
        {"2023 год", "span 2023-01-01 2023-12-31"},
        {"2022-2023", "span 2022-01-01 2023-12-31"},
        {"2022–2024 годы", "span 2022-01-01 2024-12-31"},
        {"2022-2023 учебный год", "span 2022-09-01 2023-08-31"},
        {"2022/23 учебный год", "span 2022-09-01 2023-08-31"},
        {"I квартал 2023 года", "span 2023-01-01 2023-03-31"},
        {"2-е полугодие 2023 г.", "span 2023-07-01 2023-12-31"},
        {"5 июня 2023 г.", "span 2023-06-05 2023-06-05"},
        {"01.03.2023 - 15.03.2023", "span 2023-03-01 2023-03-15"},
        {"1-15 октября 2023", "span 2023-10-01 2023-10-15"},
        {"с 1 по 15 октября 2023 года", "span 2023-10-01 2023-10-15"},
        {"с сентября 2021 по май 2022", "span 2021-09-01 2022-05-31"},
        {"с сентября 2021", "span 2021-09-01 2024-12-31"},
        {"до 1 сентября 2023 года", "span 2020-01-01 2023-09-01"},
        {"не позднее 31.12.2022", "span 2020-01-01 2022-12-31"},
        {"до конца 2023 года", "span 2020-01-01 2023-12-31"},
        {"май, декабрь 2023", "span 2023-05-01 2023-12-31 5,12"},
        {"май 2022, май 2023", "span 2022-05-01 2023-05-31 5"},
        {"май и декабрь", "yearly 5,12"},
        {"май; декабрь", "yearly 5,12"},
        {"сентябрь - май", "yearly 1,2,3,4,5,9,10,11,12"},
        {"ежегодно до 1 марта", "yearly 3"},
        {"ежегодно с сентября по май", "yearly 1,2,3,4,5,9,10,11,12"},
        {"I квартал ежегодно", "yearly 1,2,3"},
        {"II полугодие", "yearly 7,8,9,10,11,12"},
        {"ежеквартально", "yearly"},
        {"1 раз в полугодие", "yearly"},
        {"каждый год в мае", "yearly 5"},
        {"Ежегодно по мере необходимости", "yearly"},
        {"2021 год, далее ежегодно", "span 2021-01-01 2021-12-31 yearly"},
        {"ноябрь 2020; май 2021", "span 2020-11-01 2021-05-31"},
        {"по мере необходимости", "event"},
        {"January 2021 – December 2023", "span 2021-01-01 2023-12-31"},
        {"every year in May", "yearly 5"},
        {"annually", "yearly"},
        {"throughout the year", ALWAYS},
        {"на протяжении всего периода", ALWAYS},
        {"весь срок реализации программы", ALWAYS},
        {"еженедельно", "yearly"},
        {"1 раз в месяц", "yearly"},
        {"один раз в год", "yearly"},
        {"не реже 1 раза в квартал", "yearly"},
        {"раз в год", "yearly"},
        {"в соответствии с планом", "event"},
        {"согласно плану", "event"},
        {"по отдельному графику", "event"},
        {"по мере поступления заявок", "event"},
        {"после утверждения бюджета", "event"},
        {"По окончании учебного года", "event"},
        {"начиная с 2021 года", "span 2021-01-01 2024-12-31"},
        {"Ежегодно, начиная с 2021 года",
         "span 2021-01-01 2024-12-31 yearly"},
        {"Сентябрь 2020 г., далее – постоянно",
         "span 2020-09-01 2024-12-31"},
        {"сентябрь 2022 и далее", "span 2022-09-01 2024-12-31"},
        {"С сентября 2020 г. постоянно", "span 2020-09-01 2024-12-31"},
        {"Март 2022, далее – ежегодно", "span 2022-03-01 2022-03-31 yearly 3"},
        {"2020-2023 годы, ежегодно", "span 2020-01-01 2023-12-31 yearly"},
        {"сентябрь 2022 года - май 2023 года", "span 2022-09-01 2023-05-31"},
        {"в течение 2020/21 учебного года", "span 2020-09-01 2021-08-31"},
        {"10.2022 – 12.2022", "span 2022-10-01 2022-12-31"},
        {"янв. – март 2022", "span 2022-01-01 2022-03-31"},
        {"ноябрь – декабрь ежегодно", "yearly 11,12"},
        {"ежегодно до 15 октября", "yearly 10"},
        {"Ежегодно, I квартал", "yearly 1,2,3"},
        {"к 1 сентября 2022", "span 2020-01-01 2022-09-01"},
        {"2021 г. – 2023 г.", "span 2021-01-01 2023-12-31"},
        {"Декабрь,2021", "span 2021-12-01 2021-12-31"}
    };

    (void)state;
    check(examples, COUNT(examples));
}

static void test_words(void **state)
{
    static const struct example examples[] = {
        {"", "words"},
        {" ; ", "words"},
        {"скоро", "words"},
        {"Сентябрь, далее постоянно", "words"},
        {"осень 2022", "words"},
        {"в течение месяца", "words"},
        {"(по мере необходимости)", "words"},
        {"Декабрь 2021 - январь 2021", "words"},
        {"Январь 2022, март", "words"},
        {"31 февраля 2022", "words"},
        {"май 22", "words"},
        {"май; по запросу", "words"},
        {"май 2022; скоро", "words"},
        {"до 1 мая 2019", "words"},     /* before the programme begins */
        {"2022 и май", "words"},
        {"май не раньше 2022", "words"},
        {"май 2022 – ", "span 2022-05-01 2022-05-31"},
        {"5 квартал 2022", "words"},
        {"2022\xFF", "words"},
        {"ежегодно(", "yearly"},
        {"раз раз раз", "words"},
        {"май, май, май, май, май, май, май, май, май, май, май, май, май, "
         "май, май, май, май, май, май, май, май, май, май, май, май, май, "
         "май, май, май, май, май, май, май, май, май, май, май, май 2022",
         "words"}
    };
    struct when when;

    (void)state;
    check(examples, COUNT(examples));
    when = when_parse(S("до 1 мая 2022"), (struct period){0});
    assert_int_equal(when.kind, WHEN_WORDS);
    when = when_parse(S("постоянно"), (struct period){0});
    assert_int_equal(when.kind, WHEN_CONTINUOUS);
    assert_int_equal(when.from, DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plans),
        cmocka_unit_test(test_more),
        cmocka_unit_test(test_words)
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
