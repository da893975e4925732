/*
 * Tests of render/export and render/csv: the open data to the byte. What is
 * not shown leaves a status and no number; the form for Excel is safe to open.
 */
#include "small_site.h"

#define BOM "\xEF\xBB\xBF"

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
               "zar-1;МБОУ «Первая; лучшая»;Первая;zar;;600;"
               "+7 (000) 12-34;https://one.example.org/\n"
               "zar-2;Вторая;;zar;Первая;;;\nzar-3;Третья;;zar;;;;\n"
               "zar-4;Четвёртая;;zar;;;;\nzar-5;Пятая;;zar;;;;\n"
               "zar-6;Шестая;;zar;;;;\n");
    write_file("site/data/rost/indicators.csv",
               "id;number;title;unit;class;direction;aggregate;"
               "publish_level\n"
               "share;1.10;Грамотность;%;people;up;none;\n"
               "mark;2;Оценка;балл;open;up;given;\n"
               "ovz;3;Дети с ОВЗ;%;sensitive;none;given;municipality\n"
               "club;4;Кружки;кружок|кружка|кружков;open;up;none;\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n;status;flag;note\n"
               "share;zar-1;2024;;30;60;;r;\"Слова «а», \"\"б\"\"; в\"\n"
               "share;zar-2;2024;;8;14;;;\n"
               "share;zar-3;2024;;2;97;;p;Двое из 9 «Б»\n"
               "share;zar-4;2024;;;;z;;Нет 9 классов\n"
               "share;Пятая;2024;;;;x;;=1+1\n"
               "share;zar-6;2024;;;;q;;\n"
               "share;zar-1;2026;;;;;;\n"
               "mark;;2024;-2,50;;;;e;\nmark;Первая;2023-2024;4,5;;;;;\n"
               "mark;zar-1;2024;1234,5;;;;;\n"
               "ovz;;2024;;40;400;;;\n"
               "club;zar-1;2024;3;;;;;\n");
}

static void assert_bytes(struct small_site *s, const char *path,
                         const char *want)
{
    assert_string_equal(site_page(s, path), want);
}

static void test_values(void **state)
{
    struct small_site *s;

    (void)state;
    export_files();
    s = site_open();
    assert_bytes(s, "data/rost/values.csv", "");
    assert_bytes(s, "data/rost/values-excel.csv", "");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
    };

    return RUN_SITE(tests);
}
