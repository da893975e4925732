/*
 * test_hash: digests are XXH3, the same on every machine, and print as 32
 * lower-case digits.
 */
#include "base/hash.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Well-known values of XXH3, 128 and 64 bits, seed 0. */
static const struct {
    const char *text, *hex;
    uint64_t h64;
} cases[] = {
    { "", "99aa06d3014798d86001c324468d497f", 0x2d06800538d394c2 },
    { "abc", "06b05ab6733a618578af5f94892f3950", 0x78af5f94892f3950 },
};

static void digests_are_the_known_ones(void **state)
{
    (void)state;
    char hex[DIGEST_HEX];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hash_hex(hash_digest(str_of(cases[i].text)), hex);
        assert_string_equal(hex, cases[i].hex);
        assert_true(hash_64(str_of(cases[i].text)) == cases[i].h64);
    }
    hash_hex(hash_digest((struct str){ NULL, 0 }), hex);
    assert_string_equal(hex, cases[0].hex);
}

static void hex_keeps_zeros(void **state)
{
    (void)state;
    char hex[DIGEST_HEX];
    hash_hex((struct digest){ .high = 0x1, .low = 0xABCDEF }, hex);
    assert_string_equal(hex, "00000000000000010000000000abcdef");
    hash_hex((struct digest){ .high = UINT64_MAX, .low = 0 }, hex);
    assert_string_equal(hex, "ffffffffffffffff0000000000000000");
}

/* One changed byte anywhere in a long text changes both digests. */
static void every_byte_counts(void **state)
{
    (void)state;
    char text[1500];
    memset(text, 'a', sizeof text);
    struct str s = { text, sizeof text };
    struct digest before = hash_digest(s);
    uint64_t before_64 = hash_64(s);
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] ^= 1;
        struct digest after = hash_digest(s);
        assert_false(after.high == before.high && after.low == before.low);
        assert_true(hash_64(s) != before_64);
        text[i] ^= 1;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_are_the_known_ones),
        cmocka_unit_test(hex_keeps_zeros),
        cmocka_unit_test(every_byte_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
