/*
 * Tests of render/export and render/csv: the open data to the byte. What is
 * not shown leaves a status and no number; the form for Excel is safe to open.
 */
#include "small_site.h"

#define BOM "\xEF\xBB\xBF"
#define HEAD \
    "programme,indicator,school,period,value,numerator,n,status,flag,note\n"
#define HEAD_EXCEL \
    "programme;indicator;school;period;value;numerator;n;status;flag;note\r\n"

/* Of share: 1 is shown, 2 a small group, 3 hidden, 4 has none, 5 is asked
 * for but missing, 6 is being checked. */
static void export_files(void)
{
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2023-2026\nscope: all\n---\n");
    write_file("site/data/schools.csv",
               "id;name;short;municipality;parent;pupils;phone;site\n"
               "zar-1;МБОУ «Первая, лучшая»;Первая;zar;;600;"
               "+7 (000) 12-34;https://one.example.org/\n"
               "zar-2;Вторая;;zar;Первая;;;\nzar-3;Третья;;zar;;;;\n"
               "zar-4;Четвёртая;;zar;;;;\nzar-5;Пятая;;zar;;;;\n"
               "zar-6;Шестая;;zar;;;;\n");
    write_file("site/data/rost/indicators.csv",
               "id;number;title;unit;class;direction;aggregate;"
               "publish_level;schools\n"
               "share;1.10;Грамотность;%;people;up;none;;\n"
               "mark;2;Оценка;балл;open;up;given;;zar-1\n"
               "ovz;3;Дети с ОВЗ;%;sensitive;none;given;municipality;zar-1\n"
               "club;4;Кружки;кружок|кружка|кружков;open;up;none;;zar-1\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n;status;flag;note\n"
               "share;zar-1;2024;;30;60;;r;\"Слова \"\"б\"\"; и, в\"\n"
               "share;zar-2;2024;;8;14;;;\n"
               "share;zar-3;2024;;2;97;;p;Двое из 9 «Б»\n"
               "share;zar-4;2024;;;;z;;Нет 9 классов\n"
               "share;Пятая;2024;;;;x;;=1+1\n"
               "share;zar-6;2024;;;;q;;\n"
               "share;zar-1;2026;;;;;;\n"
               "mark;;2024;-2,50;;;;e;\n"
               "mark;zar-1;2024;1234,5;;;;;\n"
               "ovz;;2024;;40;400;;;\novz;Первая;2024;;3;30;;;Трое\n"
               "club;zar-1;2024;3;;;;;\n");
}

/* The values themselves, row by row: for programs and for Excel. */
static const struct {
    const char *plain, *excel;
} rows[] = {
    { "share,zar-2,2024,,8,14,,,\n", "share;zar-2;2024;;8;14;;;\r\n" },
    { "share,zar-1,2024,50.0,30,60,,r,\"Слова \"\"б\"\"; и, в\"\n",
      "share;zar-1;2024;50,0;30;60;;r;\"Слова \"\"б\"\"; и, в\"\r\n" },
    { "share,zar-5,2024,,,,x,,=1+1\n", "share;zar-5;2024;;;;x;;'=1+1\r\n" },
    { "share,zar-3,2024,,,,c,,\n", "share;zar-3;2024;;;;c;;\r\n" },
    { "share,zar-4,2024,,,,z,,Нет 9 классов\n",
      "share;zar-4;2024;;;;z;;Нет 9 классов\r\n" },
    { "share,zar-6,2024,,,,q,,\n", "share;zar-6;2024;;;;q;;\r\n" },
    { "mark,,2024,-2.50,,,,e,\n", "mark;;2024;-2,50;;;;e;\r\n" },
    { "mark,zar-1,2024,1234.5,,,,,\n", "mark;zar-1;2024;1234,5;;;;;\r\n" },
    { "ovz,,2024,10.0,40,400,,,\n", "ovz;;2024;10,0;40;400;;;\r\n" },
    { "ovz,zar-1,2024,,,,c,,\n", "ovz;zar-1;2024;;;;c;;\r\n" },
    { "club,zar-1,2024,3,,,,,\n", "club;zar-1;2024;3;;;;;\r\n" },
};

static void test_values(void **state)
{
    struct buf plain = {0}, excel = {0};
    struct small_site *s;

    (void)state;
    export_files();
    s = site_open();
    buf_addz(&plain, HEAD);
    buf_addz(&excel, BOM HEAD_EXCEL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        buf_addf(&plain, "rost,%s", rows[i].plain);
        buf_addf(&excel, "rost;%s", rows[i].excel);
    }
    assert_string_equal(site_page(s, "data/rost/values.csv"), plain.p);
    assert_string_equal(site_page(s, "data/rost/values-excel.csv"), excel.p);
    buf_free(&plain);
    buf_free(&excel);
    site_close(s);
}

/* Of one school: its own rows, nothing of the whole or of another. */
static void test_school(void **state)
{
    struct small_site *s;

    (void)state;
    export_files();
    s = site_open();
    assert_string_equal(site_page(s, "data/schools/zar-1.csv"), HEAD
        "rost,share,zar-1,2024,50.0,30,60,,r,\"Слова \"\"б\"\"; и, в\"\n"
        "rost,mark,zar-1,2024,1234.5,,,,,\n"
        "rost,ovz,zar-1,2024,,,,c,,\n"
        "rost,club,zar-1,2024,3,,,,,\n");
    assert_string_equal(site_page(s, "data/schools/zar-3.csv"), HEAD
        "rost,share,zar-3,2024,,,,c,,\n");
    site_close(s);
}

/* Every table of the site, and each only where it has rows. */
static const struct {
    const char *path, *text;
} tables[] = {
    { "data/schools.csv",
      "id,name,short,municipality,settlement,kind,parent,pupils,address,"
      "phone,site\n"
      "zar-2,Вторая,,zar,,,zar-1,,,,\n"
      "zar-1,\"МБОУ «Первая, лучшая»\",Первая,zar,,,,600,,"
      "+7 (000) 12-34,https://one.example.org/\n"
      "zar-5,Пятая,,zar,,,,,,,\nzar-3,Третья,,zar,,,,,,,\n"
      "zar-4,Четвёртая,,zar,,,,,,,\nzar-6,Шестая,,zar,,,,,,,\n" },
    { "data/organisations.csv",
      "id,name,short,kind,site,phone\nuo,Управление,УО,,,\n" },
    { "data/glossary.csv", "id,term,definition\na,Анкета,Вопросы\n" },
    { "data/rost/indicators-excel.csv",
      BOM "id;number;title;official_title;unit;group;source;meaning;caveat;"
      "until\r\nshare;'1.10;Грамотность;;%;;;;;\r\nmark;2;Оценка;;балл;;;;;\r\n"
      "ovz;3;Дети с ОВЗ;;%;;;;;\r\nclub;4;Кружки;;кружок;;;;;\r\n" },
    { "data/rost/targets.csv",
      "indicator,school,period,target,basis\n"
      "share,,2026,70,\nshare,*,2026,\"60,5\",Указ\nshare,zar-1,2026,80,\n" },
    { "data/rost/plan.csv",
      "id,number,title,section,when,responsible,result,indicators,schools,"
      "status,done_on,reason\n"
      "m1,1.1,Автобус,,Май 2024,УО,,share,zar-1|zar-2,done,2024-05-31,\n"
      "m2,,=Сбор,,Май 2026,Совет,,,,done,,\n" },
    { "data/rost/plan-excel.csv",
      BOM "id;number;title;section;when;responsible;result;indicators;"
      "schools;status;done_on;reason\r\n"
      "m1;'1.1;Автобус;;'Май 2024;УО;;share;zar-1|zar-2;done;31.05.2024;\r\n"
      "m2;;'=Сбор;;'Май 2026;Совет;;;;done;;\r\n" },
    { "data/rost/progress.csv",
      "measure,period,status,done_on,title,school,place,result,reason\n"
      "m2,2025,done,2025-05-02,,zar-1,Зал,,\n" },
    { "data/rost/finance-excel.csv",
      BOM "year;source;purpose;planned;actual;unit\r\n"
      "2024;Бюджет;Книги;1250,5;0;тыс. руб.\r\n2025;;;10;;руб.\r\n" },
    { "data/rost/risks.csv",
      "risk,consequence,measures,owner\nМало учителей,,Звать,УО\n" },
    { "data/rost/documents.csv",
      "id,title,kind,number,date,adopted_by,url,status\n"
      "d1,Приказ,,1-П,2024-02-01,УО,https://example.org/d,\n" },
    { "data/rost/participants-excel.csv",
      BOM "school;role;partner;since;until;note\r\n"
      "zar-1;mentor;Вторая;2023;;\r\n" },
};

static void test_tables(void **state)
{
    struct small_site *s;

    (void)state;
    export_files();
    s = site_open();
    assert_int_equal(plan_find(s->plan, S("data/rost/plan.csv")), SIZE_MAX);
    site_close(s);
    write_file("site/data/organisations.csv",
               "id;name;short\nuo;Управление;УО\n");
    write_file("site/data/glossary.csv",
               "id;term;definition\na;Анкета;Вопросы\n");
    write_file("site/data/rost/targets.csv",
               "indicator;school;period;target;basis\nГрамотность;;2026;70;\n"
               "share;*;2026;60,5;Указ\nshare;Первая;2026;80;\n");
    write_file("site/data/rost/plan.csv",
               "id;number;title;when;responsible;indicators;schools;status;"
               "done_on\n"
               "m1;1.1;Автобус;Май 2024;УО;Грамотность;Первая, Вторая;done;"
               "31.05.2024\nm2;;=Сбор;Май 2026;Совет;;;;\n");
    write_file("site/data/rost/progress.csv",
               "measure;period;status;done_on;school;place\n"
               "m2;2025;done;02.05.2025;Первая;Зал\n");
    write_file("site/data/rost/finance.csv",
               "year;source;purpose;planned;actual;unit\n"
               "2024;Бюджет;Книги;1 250,5;0;тыс. руб.\n2025;;;10;;руб.\n");
    write_file("site/data/rost/risks.csv",
               "risk;measures;owner\nМало учителей;Звать;УО\n");
    write_file("site/data/rost/documents.csv",
               "id;title;number;date;adopted_by;url\n"
               "d1;Приказ;1-П;01.02.2024;УО;https://example.org/d\n");
    write_file("site/data/rost/participants.csv",
               "school;role;partner;since\nПервая;mentor;Вторая;2023\n");
    s = site_open();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_string_equal(site_page(s, tables[i].path), tables[i].text);
    assert_message(s->diag, MSG_COUNT);
    site_close(s);
}

/* Of tables that invented and real things share, rows say which is which. */
static void test_invented(void **state)
{
    struct small_site *s;

    (void)state;
    export_files();
    write_file("site/content/programs/proba/index.md",
               "---\ntitle: Проба\nmunicipality: zar\ndemo: true\n---\n");
    write_file("site/data/proba/participants.csv", "school\nzar-6\n");
    write_file("site/data/rost/participants.csv", "school\nzar-1\n");
    write_file("site/data/organisations.csv",
               "id;name\nuo;Управление\nvy;Выдумка\n");
    write_file("site/data/rost/plan.csv",
               "id;title;responsible\nm1;Автобус;uo|vy\n");
    write_file("site/data/proba/plan.csv",
               "id;title;responsible\nm1;Сказка;vy\n");
    s = site_open();
    assert_holds(site_page(s, "data/schools.csv"), "phone,site,remark\n");
    assert_holds(site_page(s, "data/schools.csv"), "zar-5,Пятая,,zar,,,,,,,,\n");
    assert_holds(site_page(s, "data/schools.csv"),
                 "zar-6,Шестая,,zar,,,,,,,,демонстрационные данные\n");
    assert_holds(site_page(s, "data/organisations.csv"),
                 "phone\nuo,Управление,,,,\nvy,Выдумка,,,,\n");
    site_close(s);
    write_file("site/data/rost/plan.csv",
               "id;title;responsible\nm1;Автобус;uo\n");
    s = site_open();
    assert_holds(site_page(s, "data/organisations-excel.csv"),
                 "phone;remark\r\nuo;Управление;;;;;\r\n"
                 "vy;Выдумка;;;;;демонстрационные данные\r\n");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_invented),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_school),
        cmocka_unit_test(test_tables),
    };

    return RUN_SITE(tests);
}
