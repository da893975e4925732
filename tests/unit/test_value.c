/*
 * Tests of model/value: what a value cell says of an indicator of each kind,
 * pairs in all forms met and others like them (R1.2), numbers of people,
 * states. What is reported where is in test_observe.
 */
#include "fixture.h"

#include "model/value.h"

static struct indicator about(int kind)
{
    static const char *const units[] = {
        [KIND_SHARE] = "%", [KIND_SCORE] = "балл", [KIND_COUNT] = "чел.",
        [KIND_MONEY] = "тыс. руб.", [KIND_YESNO] = "да/нет",
        [KIND_TEXT] = "уровень"};
    return (struct indicator){.kind = kind, .unit = str_of(units[kind])};
}

static const char *plain(struct num value)
{
    static char text[64];
    struct buf b = {0};
    num_plain(&b, value);
    snprintf(text, sizeof text, "%s", b.p);
    buf_free(&b);
    return text;
}

static void test_pairs(void **state)
{
    static const struct {
        const char *text;
        int64_t count;
        const char *share;
        bool percent;
    } cases[] = {
        /* the tables of Sorsk */
        {"42/21%", 42, "21", true}, {"246/36,7", 246, "36.7", false},
        {"1/ 2,3", 1, "2.3", false}, {"12/27,9", 12, "27.9", false},
        {"1/0,005", 1, "0.005", false}, {"1/0,003", 1, "0.003", false},
        {"441/68,5", 441, "68.5", false}, {"139/21,6", 139, "21.6", false},
        {"14/82%", 14, "82", true}, {"40/85", 40, "85", false},
        {"1/2", 1, "2", false}, {"259/100", 259, "100", false},
        {"669/100", 669, "100", false}, {"1/22", 1, "22", false},
        /* like them */
        {"0/0", 0, "0", false}, {"42 / 21 %", 42, "21", true},
        {"1 234/56,7\xC2\xA0%", 1234, "56.7", true},
        {"42/\xE2\x80\x89" "21%", 42, "21", true},
        {"42,0/21.5", 42, "21.5", false},
        /* no pairs */
        {"40/07/0", -1, NULL, false}, {"112/16 7", -1, NULL, false},
        {"7/41% 0", -1, NULL, false}, {"26/55 3/6,4", -1, NULL, false},
        {"1/6% 9/53%", -1, NULL, false}, {"U", -1, NULL, false},
        {"42", -1, NULL, false}, {"/21", -1, NULL, false},
        {"42/", -1, NULL, false}, {"/", -1, NULL, false},
        {"42//21", -1, NULL, false}, {"4,5/20", -1, NULL, false},
        {"-1/20", -1, NULL, false}, {"1/-20", -1, NULL, false},
        {"42%/21", -1, NULL, false}, {"42/двадцать", -1, NULL, false},
        {"42\\21", -1, NULL, false}, {"3000000000/20", -1, NULL, false},
        {"", -1, NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t count = -1;
        struct num share = {0};
        bool percent = false;
        bool good = value_pair(str_of(cases[i].text), &count, &share,
                               &percent);
        if (good != (cases[i].share != NULL) || count != cases[i].count ||
            percent != cases[i].percent ||
            (good && strcmp(plain(share), cases[i].share) != 0))
            fail_msg("«%s»: %d %lld/%s", cases[i].text, good,
                     (long long)count, plain(share));
    }
}

static const struct {
    int kind;
    const char *text;
    enum msg wrong;
    uint8_t state;
    const char *value;          /* or words */
} cells[] = {
    {KIND_SHARE, "36,7", VALUE_GOOD, RAW_VALUE, "36.7"},
    {KIND_SHARE, "42/21%", VALUE_GOOD, RAW_VALUE, "21"},
    {KIND_SHARE, "-", VALUE_GOOD, RAW_Z, NULL},
    {KIND_SHARE, "−", VALUE_GOOD, RAW_Z, NULL},
    {KIND_SHARE, "нет сведений", VALUE_GOOD, RAW_X, NULL},
    {KIND_SHARE, "н/д", VALUE_GOOD, RAW_X, NULL},
    {KIND_SHARE, "c", VALUE_GOOD, RAW_C, NULL},
    {KIND_SHARE, "с", VALUE_GOOD, RAW_C, NULL},
    {KIND_SHARE, "", VALUE_GOOD, RAW_ABSENT, NULL},
    {KIND_SHARE, "да", MSG_OBSERVE_VALUE, RAW_ABSENT, NULL},
    {KIND_SHARE, "#Н/Д", MSG_SPOILT_FAILED, RAW_ABSENT, NULL},
    {KIND_SHARE, "янв.22", MSG_SPOILT_DATE, RAW_ABSENT, NULL},
    {KIND_SHARE, "01.02.2022", MSG_SPOILT_DATE, RAW_ABSENT, NULL},
    {KIND_SHARE, "1,2E+05", MSG_SPOILT_ROUNDED, RAW_ABSENT, NULL},
    {KIND_SHARE, "###", MSG_SPOILT_NARROW, RAW_ABSENT, NULL},
    /* a pair and a percent sign say a share */
    {KIND_SCORE, "65,5", VALUE_GOOD, RAW_VALUE, "65.5"},
    {KIND_SCORE, "42/21", MSG_OBSERVE_PAIR, RAW_ABSENT, NULL},
    {KIND_SCORE, "65 %", MSG_OBSERVE_PERCENT, RAW_ABSENT, NULL},
    {KIND_COUNT, "42", VALUE_GOOD, RAW_VALUE, "42"},
    {KIND_COUNT, "42/21%", MSG_OBSERVE_PAIR, RAW_ABSENT, NULL},
    {KIND_COUNT, "21%", MSG_OBSERVE_PERCENT, RAW_ABSENT, NULL},
    {KIND_MONEY, "1 200,5", VALUE_GOOD, RAW_VALUE, "1200.5"},
    {KIND_MONEY, "21%", MSG_OBSERVE_PERCENT, RAW_ABSENT, NULL},
    {KIND_YESNO, "Да", VALUE_GOOD, RAW_VALUE, "1"},
    {KIND_YESNO, "ЛОЖЬ", VALUE_GOOD, RAW_VALUE, "0"},
    {KIND_YESNO, "нет данных", VALUE_GOOD, RAW_X, NULL},
    {KIND_YESNO, "1", MSG_OBSERVE_YESNO, RAW_ABSENT, NULL},
    {KIND_YESNO, "#ИМЯ?", MSG_SPOILT_FAILED, RAW_ABSENT, NULL},
    /* words: all of them but states and what Excel has spoilt */
    {KIND_TEXT, "выше среднего", VALUE_GOOD, RAW_VALUE, "выше среднего"},
    {KIND_TEXT, "да", VALUE_GOOD, RAW_VALUE, "да"},
    {KIND_TEXT, "36,7", VALUE_GOOD, RAW_VALUE, "36,7"},
    {KIND_TEXT, "# 1", VALUE_GOOD, RAW_VALUE, "# 1"},
    {KIND_TEXT, "-", VALUE_GOOD, RAW_Z, NULL},
    {KIND_TEXT, "скрыто", VALUE_GOOD, RAW_C, NULL},
    {KIND_TEXT, "01.янв", MSG_SPOILT_DATE, RAW_ABSENT, NULL},
};

static void test_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct indicator indicator = about(cells[i].kind);
        struct said said = {.state = RAW_ABSENT};
        enum msg wrong =
            value_read(str_of(cells[i].text), &indicator, &said);
        if (wrong != cells[i].wrong)
            fail_msg("«%s»: %s", cells[i].text,
                     wrong == VALUE_GOOD ? "good" : diag_name(wrong));
        if (wrong != VALUE_GOOD)
            continue;
        if (said.state != cells[i].state)
            fail_msg("«%s»: state %d", cells[i].text, said.state);
        if (cells[i].value && cells[i].kind == KIND_TEXT)
            assert_str(said.text, cells[i].value);
        else if (cells[i].value)
            assert_string_equal(plain(said.value), cells[i].value);
    }
}

static void test_people(void **state)
{
    static const struct {
        const char *text;
        bool good;
        int64_t value;
    } cases[] = {
        {"", true, -1}, {"64", true, 64}, {"0", true, 0},
        {"1 234", true, 1234}, {"64,0", true, 64}, {"64,5", false, -1},
        {"-1", false, -1}, {"много", false, -1}, {"2147483647", true,
                                                   2147483647},
        {"2147483648", false, -1}, {"21%", false, -1}, {"1,234", false, -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t value;
        bool good = value_people(str_of(cases[i].text), &value);
        if (good != cases[i].good || value != cases[i].value)
            fail_msg("«%s»: %d %lld", cases[i].text, good,
                     (long long)value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
