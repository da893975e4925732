/*
 * school_site: a municipality of four schools with one programme, for the
 * tests of the pages of schools and indicators and of blocks in texts.
 */
#ifndef VITRINA_TESTS_SCHOOL_SITE_H
#define VITRINA_TESTS_SCHOOL_SITE_H

#include "small_site.h"

/* Years 2023 to 2025 of a share: school zar-2 is a small group, zar-3 is
 * hidden, zar-4 has no such classes. */
#define SHARE_ROWS                                                       \
    "fg;zar-1;2023;;30;60;;\nfg;zar-1;2024;;33;60;;\n"                   \
    "fg;zar-1;2025;;36;60;;\nfg;zar-2;2025;;8;14;;\n"                    \
    "fg;zar-3;2025;;2;97;;Двое из класса 9б\n"                           \
    "fg;zar-4;2025;;;;z;Нет 9 классов\n"

static inline void school_files(void)
{
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "tasks: [{id: one, text: Учить всех}]\n"
               "period: 2023-2026\nscope: all\n---\n");
    write_file("site/data/schools.csv",
               "id;name;short;municipality;settlement;kind;phone;site;parent;"
               "status;successor;pupils\n"
               "zar-1;МБОУ «Первая школа»;Первая;zar;с. Заречное;школа;"
               "+7 (000) 000-00-01, 2-22;https://one.example.org/;;;;600\n"
               "zar-2;Вторая школа;;zar;с. Заречное;школа;;;;;;\n"
               "zar-3;Третья школа;;zar;д. Яр;школа;;javascript:alert(1);;"
               "закрыта;zar-1;\n"
               "zar-4;Четвёртая школа;;zar;д. Яр;филиал;;;zar-1;;;\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;question;unit;class;direction;group;aggregate;"
               "kind;publish_level;subj;verb_one;verb_many\n"
               "fg;Грамотность;Умеют ли дети?;%;people;up;Учёба;weighted;;;"
               "детей;умеет;умеют\n"
               "late;Опоздания;Опаздывают ли?;%;open;down;Порядок;given;;;"
               ";;\n"
               "lib;Библиотека;Есть ли библиотека?;да/нет;open;none;Условия;"
               "none;;;;есть;нет\n"
               "ovz;Дети с ОВЗ;;%;sensitive;none;Семьи;none;;"
               "municipality;;;\n");
    write_file("site/data/rost/targets.csv",
               "indicator;school;period;target\n"
               "fg;*;2025;50\nfg;*;2026;70\nlate;*;2025;5\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n;status;note\n"
               SHARE_ROWS
               "late;zar-1;2024;9;;;;\nlate;zar-1;2025;8;;;;\n"
               "late;zar-2;2025;7;;;;\n"
               "lib;zar-1;2025;да;;;;\n");
    write_file("site/data/rost/plan.csv",
               "id;title;when;responsible;indicators;schools;audience;"
               "status;done_on\n"
               "m1;Утренний автобус;Ежегодно, май;Первая;late;;parents;;\n"
               "m2;Общий сбор;Май 2026;Отдел;;;teachers;planned;\n"
               "m3;Кружок чтения;Май 2026;Отдел;fg;zar-2;pupils;planned;\n"
               "m4;Старое дело;Май 2024;Отдел;;;parents;;\n");
    write_file("site/content/questions.md",
               "---\ntitle: Вопросы\n---\n\n## Учёба\n\n- Чем помочь?\n\n"
               "## Другое\n\n- Что ещё?\n");
}

/* A test that reads this site as it is: `*state` is a small_site. */
#define SCHOOL_TEST(name) \
    cmocka_unit_test_setup_teardown(name, school_set_up, site_tear_down)

static inline int school_set_up(void **state)
{
    school_files();
    *state = site_open();
    return 0;
}

#endif
