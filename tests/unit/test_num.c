/*
 * test_num: reading (R1.1, R1.2, R4.3, R4.5), arithmetic, rounding (R6.3)
 * and printing (R6.2) of exact decimals.
 */
#include "base/num.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define NBSP "\xC2\xA0"
#define NNBSP "\xE2\x80\xAF"
#define THIN "\xE2\x80\x89"
#define MINUS "\xE2\x88\x92"

static void expect(struct num a, const char *want)
{
    struct buf buf = {0};
    num_plain(&buf, a);
    assert_string_equal(buf.p, want);
    buf_free(&buf);
}

static struct num number(const char *text)
{
    struct num out = {0};
    if (num_parse(str_of(text), &out, NULL) != NUM_OK)
        fail_msg("not a number: %s", text);
    return out;
}

static void reads_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
        bool percent;
    } cases[] = {
        { "0", "0", false }, { "1", "1", false }, { "0,38", "0.38", false },
        { "36,7", "36.7", false }, { "36.7", "36.7", false },
        { "0,001", "0.001", false }, { "0,005", "0.005", false },
        { "36,70", "36.70", false }, { "007", "7", false },
        { "1 234,5", "1234.5", false }, { "1" NBSP "234,5", "1234.5", false },
        { "1" NNBSP "234" NBSP "567 890", "1234567890", false },
        { "-5", "-5", false }, { MINUS "5", "-5", false },
        { "-0,5", "-0.5", false }, { "-0", "0", false },
        { "21%", "21", true }, { "21 %", "21", true },
        { "21" NBSP "%", "21", true }, { " 100% ", "100", true },
        { NBSP " 41,7 % " NNBSP, "41.7", true },
        { "-1 234,5 %", "-1234.5", true },
        { "999999999999999999", "999999999999999999", false },
        { "000000000000000000000001", "1", false },
        { "0,000000001", "0.000000001", false },
        { "123456789,123456789", "123456789.123456789", false },
        { "1,234", "1.234", false },
        /* every kind of space, every kind of dash */
        { "1" THIN "234,5", "1234.5", false },
        { "1\xE2\x80\x87" "234\xE2\x80\x8A" "567", "1234567", false },
        { "21" THIN "%", "21", true }, { "21" NNBSP "%", "21", true },
        { "\xE2\x80\x93" "5", "-5", false },     /* en dash */
        { "\xE2\x80\x91" "5,2", "-5.2", false }, /* hyphen that stays */
        { "\xE2\x80\x94" "5 %", "-5", true },    /* em dash */
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct num out = {0};
        bool percent = !cases[i].percent;
        if (num_parse(str_of(cases[i].in), &out, &percent) != NUM_OK)
            fail_msg("not read: %s", cases[i].in);
        expect(out, cases[i].out);
        assert_int_equal(percent, cases[i].percent);
        assert_int_equal(num_parse(str_of(cases[i].in), &out, NULL), NUM_OK);
    }
}

static const struct {
    const char *in;
    enum num_parse out;
} refused[] = {
    { "", NUM_EMPTY }, { " \t", NUM_EMPTY }, { NBSP, NUM_EMPTY },
    { "\xEF\xBB\xBF", NUM_EMPTY },
    /* R4.3 */
    { "NaN", NUM_BAD }, { "1e5", NUM_BAD }, { "0x1F", NUM_BAD },
    { "1.234.567", NUM_BAD }, { "1,2,3", NUM_BAD }, { "inf", NUM_BAD },
    /* R1.2 */
    { "42/21%", NUM_BAD }, { "40/07/0", NUM_BAD }, { "U", NUM_BAD },
    { "112/16 7", NUM_BAD }, { "7/41% 0", NUM_BAD },
    /* blanks that are no group marks */
    { "1 23", NUM_BAD }, { "12 34", NUM_BAD }, { "1 2345", NUM_BAD },
    { "1234 567", NUM_BAD }, { "2019 2020", NUM_BAD },
    { "1  234", NUM_BAD }, { "1 234 56", NUM_BAD },
    { "1,5 000", NUM_BAD }, { "1\t234", NUM_BAD },
    /* marks without digits */
    { "5,", NUM_BAD }, { ",5", NUM_BAD }, { ".", NUM_BAD },
    { "-", NUM_BAD }, { MINUS, NUM_BAD }, { "--5", NUM_BAD },
    { "- 5", NUM_BAD }, { "+5", NUM_BAD }, { "5-", NUM_BAD },
    { "%", NUM_BAD }, { "5%%", NUM_BAD }, { "%5", NUM_BAD },
    { "5 % 5", NUM_BAD }, { "5 балл", NUM_BAD }, { "5a", NUM_BAD },
    { "до 38%", NUM_BAD }, { "не менее 60%", NUM_BAD },
    { "2018-2019", NUM_BAD },
    { "да", NUM_BAD }, { "2,77\xD0", NUM_BAD }, { "\xFF", NUM_BAD },
    { "\xD9\xA3", NUM_BAD },            /* an Arabic digit */
    /* R4.5 */
    { "янв.22", NUM_SPOILT }, { "01.фев", NUM_SPOILT },
    { "фев.22", NUM_SPOILT }, { "01.май", NUM_SPOILT },
    { "ЯНВ.22", NUM_SPOILT }, { "сент.22", NUM_SPOILT },
    { "01.янв.22", NUM_SPOILT }, { "Jan-22", NUM_SPOILT },
    { "22-Jan", NUM_SPOILT }, { "1,23E+05", NUM_SPOILT },
    { "-1,23e-05", NUM_SPOILT }, { "1,23Е+05", NUM_SPOILT },
    { "####", NUM_SPOILT }, { "#Н/Д", NUM_SPOILT },
    { "#ДЕЛ/0!", NUM_SPOILT }, { "#ЗНАЧ!", NUM_SPOILT },
    { "01.02.2022", NUM_SPOILT }, { "1.02.22", NUM_SPOILT },
    /* near them, but not */
    { "январь.22", NUM_BAD }, { "янв", NUM_BAD }, { "янв.", NUM_BAD },
    { ".янв", NUM_BAD }, { "янв.фев", NUM_BAD }, { "1.1.1", NUM_BAD },
    { "янв.22.1.1", NUM_BAD }, { "1E+", NUM_BAD },
    { "1,23E+05x", NUM_BAD }, { "#", NUM_BAD }, { "#5", NUM_BAD },
    { "1.2.2022", NUM_BAD }, { "001.02.22", NUM_BAD },
    { "01.02.202", NUM_BAD }, { ".02.22", NUM_BAD },
    { "01.02.22.", NUM_BAD }, { "1\xE2\x80\x8B" "234", NUM_BAD },
    { "\xE2\x80\x93", NUM_BAD }, { "5" MINUS, NUM_BAD },
    /* too many digits */
    { "1000000000000000000", NUM_RANGE },
    { "1234567890,1234567890", NUM_RANGE },
    { "0,0000000001", NUM_RANGE },
    { "99999999999999999999999999999999999999999", NUM_RANGE },
};

static void refuses_the_rest(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refused); i++) {
        struct num out = { 77, 7 };
        enum num_parse got = num_parse(str_of(refused[i].in), &out, NULL);
        if (got != refused[i].out)
            fail_msg("%s: %d, expected %d", refused[i].in, (int)got,
                     (int)refused[i].out);
        assert_int_equal(out.v, 77);
    }
    struct num out;
    assert_int_equal(num_parse((struct str){0}, &out, NULL), NUM_EMPTY);
}

static void names_damage(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        enum num_damage out;
    } cases[] = {
        { "янв.22", NUM_DATED }, { "01.фев", NUM_DATED },
        { " 22-Jan ", NUM_DATED }, { "01.мая.22", NUM_DATED },
        { "##", NUM_NARROW }, { "########", NUM_NARROW },
        { "#Н/Д", NUM_FAILED }, { "#ДЕЛ/0!", NUM_FAILED },
        { "#ЗНАЧ!", NUM_FAILED }, { "#ССЫЛКА!", NUM_FAILED },
        { "#N/A", NUM_FAILED }, { "#ИМЯ?", NUM_FAILED },
        { "1,23E+05", NUM_ROUNDED }, { "-4.5E-07", NUM_ROUNDED },
        /* what a cell of words or dates may say */
        { "", NUM_INTACT }, { "#", NUM_INTACT }, { "#школа", NUM_INTACT },
        { "#1", NUM_INTACT }, { "01.02.2022", NUM_INTACT },
        { "май", NUM_INTACT }, { "май 2022", NUM_INTACT },
        { "36,7", NUM_INTACT }, { "не более 5 %", NUM_INTACT },
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        if (num_damage(str_of(cases[i].in)) != cases[i].out)
            fail_msg("%s: %d", cases[i].in,
                     (int)num_damage(str_of(cases[i].in)));
}

static void compares(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        { "36,7", "36,70", 0 }, { "0", "-0", 0 }, { "0,1", "0,09", 1 },
        { "-1", "0,000000001", -1 }, { "-0,5", "-0,4", -1 },
        { "999999999999999999", "999999999,999999999", 1 },
        { "-999999999999999999", "0,000000001", -1 },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct num a = number(cases[i].a), b = number(cases[i].b);
        assert_int_equal(num_cmp(a, b), cases[i].order);
        assert_int_equal(num_cmp(b, a), -cases[i].order);
    }
    assert_true(num_is_zero(number("0,000")));
    assert_false(num_is_zero(number("0,001")));
}

enum operation { ADD, SUB, MUL };

static void calculates(void **state)
{
    (void)state;
    static const struct {
        enum operation operation;
        const char *a, *b, *out;
    } cases[] = {
        { ADD, "0,1", "0,2", "0.3" },
        { ADD, "36,7", "-36,70", "0.00" },
        { ADD, "999999999999999999", "1", "1000000000000000000" },
        { ADD, "999999999999999999", "999999999999999999",
          "1000000000000000000" },
        { SUB, "-999999999999999999", "999999999999999999",
          "-1000000000000000000" },
        /* no room for all decimals: those that fit stay */
        { ADD, "999999999999999999", "0,4", "999999999999999999" },
        { ADD, "99999999999999999", "0,123456789", "99999999999999999.1" },
        { ADD, "999999999999999999", "-0,6", "999999999999999998" },
        { SUB, "38", "21", "17" }, { SUB, "5,2", "7,25", "-2.05" },
        { MUL, "0,5", "0,5", "0.25" }, { MUL, "-3", "0,1", "-0.3" },
        { MUL, "0,000000001", "0,5", "0.000000001" },
        { MUL, "0,000000001", "0,4", "0.000000000" },
        { MUL, "-0,000000001", "0,5", "-0.000000001" },
        { MUL, "999999999999999999", "999999999999999999",
          "1000000000000000000" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct num a = number(cases[i].a), b = number(cases[i].b);
        expect(cases[i].operation == ADD   ? num_add(a, b)
               : cases[i].operation == SUB ? num_sub(a, b)
                                           : num_mul(a, b),
               cases[i].out);
    }
    expect(num_neg(number("5,5")), "-5.5");
    expect(num_abs(number("-5,5")), "5.5");
    expect(num_abs(number("5,5")), "5.5");
    expect(num_int(-12), "-12");
    expect(num_neg(num_int(INT64_MIN)), "1000000000000000000");
}

static void divides(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int decimals;
        const char *out;
    } cases[] = {
        { "48", "60", 1, "0.8" }, { "5", "8", 3, "0.625" },
        { "1", "3", 9, "0.333333333" }, { "2", "3", 2, "0.67" },
        { "-2", "3", 2, "-0.67" }, { "2", "-3", 2, "-0.67" },
        { "1", "2", 0, "1" }, { "-1", "2", 0, "-1" }, { "1", "-2", 0, "-1" },
        { "-5", "-2", 0, "3" }, { "0,125", "1", 2, "0.13" },
        { "1", "0,000000001", 9, "1000000000.000000000" },
        { "999999999999999999", "0,000000001", 9, "1000000000000000000" },
        { "0,000000001", "999999999999999999", 9, "0.000000000" },
        { "7", "7", 99, "1.000000000" }, { "7", "2", -1, "4" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        expect(num_div(number(cases[i].a), number(cases[i].b),
                       cases[i].decimals),
               cases[i].out);
}

/* The seeds' table: what towns print is rounded or cut (domain 1.4). */
static void percents(void **state)
{
    (void)state;
    static const struct {
        int64_t part, whole;
        int decimals;
        const char *rounded, *cut;
    } cases[] = {
        { 246, 669, 1, "36.8", "36.7" }, { 246, 669, 3, "36.771", "36.771" },
        { 59, 669, 3, "8.819", "8.819" },
        { 44, 669, 1, "6.6", "6.5" }, { 441, 644, 1, "68.5", "68.4" },
        { 441, 669, 2, "65.92", "65.91" }, { 1, 43, 1, "2.3", "2.3" },
        { 12, 43, 1, "27.9", "27.9" }, { 7, 45, 1, "15.6", "15.5" },
        { 1, 200, 1, "0.5", "0.5" }, { 0, 5, 1, "0.0", "0.0" },
        { 5, 5, 0, "100", "100" }, { 1, 8, 0, "13", "12" },
        { -1, 8, 0, "-13", "-12" }, { 42, 259, 1, "16.2", "16.2" },
        { INT64_MAX, 1, 9, "1000000000000000000", "1000000000000000000" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        expect(num_percent(cases[i].part, cases[i].whole, cases[i].decimals),
               cases[i].rounded);
        expect(num_percent_cut(cases[i].part, cases[i].whole,
                               cases[i].decimals),
               cases[i].cut);
    }
}

static void rounds_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        int decimals;
        const char *out;
    } cases[] = {
        { "0,5", 0, "1" }, { "1,5", 0, "2" }, { "2,5", 0, "3" },
        { "-0,5", 0, "-1" }, { "-2,5", 0, "-3" }, { "0,49", 0, "0" },
        { "36,75", 1, "36.8" }, { "36,749", 1, "36.7" }, { "5", 2, "5" },
        { "0,05", 1, "0.1" }, { "9,99", 1, "10.0" },
        { "0,499999999", 0, "0" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        expect(num_round(number(cases[i].in), cases[i].decimals),
               cases[i].out);
    expect(num_trim(number("36,700")), "36.7");
    expect(num_trim(number("100")), "100");
    expect(num_trim(number("0,000")), "0");
    expect(num_trim(number("-5,0")), "-5");
    assert_true(num_double(number("-2,5")) == -2.5);
}

static void formats(void **state)
{
    (void)state;
    static const struct num_style ru = { ",", NBSP, MINUS, 5 };
    static const struct num_style table = { ",", NBSP, MINUS, 4 };
    static const struct {
        const struct num_style *style;
        const char *in;
        int decimals;
        const char *out;
    } cases[] = {
        { &ru, "1234", 0, "1234" }, { &ru, "12345", 0, "12" NBSP "345" },
        { &table, "1234", 0, "1" NBSP "234" },
        { &table, "123", 0, "123" },
        { &ru, "12345,6", 1, "12" NBSP "345,6" },
        { &ru, "-5,2", 1, MINUS "5,2" }, { &ru, "36,7", 1, "36,7" },
        { &ru, "36", 1, "36,0" }, { &ru, "0", 0, "0" },
        { &ru, "0", 3, "0,000" }, { &ru, "0,05", 1, "0,1" },
        { &ru, "0,04", 1, "0,0" }, { &ru, "-0,04", 1, "0,0" },
        { &ru, "9999,95", 1, "10" NBSP "000,0" },
        { &ru, "1234567", 0, "1" NBSP "234" NBSP "567" },
        { &ru, "0,000000001", 9, "0,000000001" },
        { &ru, "999999999999999999", 9,
          "999" NBSP "999" NBSP "999" NBSP "999" NBSP "999" NBSP "999"
          ",000000000" },
        { &ru, "5", -3, "5" }, { &ru, "5", 99, "5,000000000" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buf buf = {0};
        num_format(&buf, number(cases[i].in), cases[i].decimals,
                   cases[i].style);
        assert_string_equal(buf.p, cases[i].out);
        buf_free(&buf);
    }
    expect(num_int(INT64_MIN), "-9223372036854775808");
}

/* What is printed is read back as the same number. */
static void plain_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        struct num a = { (int64_t)(seed >> 5) % 1000000000000000000, 0 };
        a.scale = (uint8_t)(seed % (NUM_SCALE_MAX + 1));
        if (seed & 16)
            a.v = -a.v;
        struct buf buf = {0};
        struct num b;
        num_plain(&buf, a);
        assert_int_equal(num_parse(buf_str(&buf), &b, NULL), NUM_OK);
        assert_true(a.v == b.v && a.scale == b.scale);
        buf_free(&buf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(refuses_the_rest),
        cmocka_unit_test(names_damage),
        cmocka_unit_test(compares),
        cmocka_unit_test(calculates),
        cmocka_unit_test(divides),
        cmocka_unit_test(percents),
        cmocka_unit_test(rounds_half_away_from_zero),
        cmocka_unit_test(formats),
        cmocka_unit_test(plain_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
