/*
 * money: sums of finance.csv. See money.h.
 *
 * For release/ only.
 */
#include "release/money.h"

#include "model/catalog.h"

#include <string.h>

#define UNIT_MAX 48
#define NBSP "\xC2\xA0"

/* Blanks and points are as one likes («тыс.руб», «млн. руб.»). */
int money_zeros(struct str unit)
{
    static const struct {
        const char *words;
        int zeros;
    } units[] = {
        {"руб", 0}, {"р", 0}, {"₽", 0}, {"рубль", 0}, {"рублей", 0},
        {"RUB", 0}, {"roubles", 0},
        {"тысруб", 3}, {"тысрублей", 3}, {"тысячрублей", 3}, {"тыср", 3},
        {"тыс₽", 3}, {"thousandRUB", 3}, {"thousandroubles", 3},
        {"млнруб", 6}, {"млнрублей", 6}, {"миллионоврублей", 6},
        {"млнр", 6}, {"млн₽", 6}, {"millionRUB", 6}, {"millionroubles", 6}
    };
    char bare[UNIT_MAX];
    size_t n = 0;

    for (size_t i = 0; i < unit.n; i++) {
        if (i + 1 < unit.n && !memcmp(unit.p + i, NBSP, 2))
            i++;
        else if (unit.p[i] != ' ' && unit.p[i] != '.')
            bare[n++] = unit.p[i];
        if (n == UNIT_MAX)
            return -1;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_is((struct str){bare, n}, units[i].words))
            return units[i].zeros;
    return -1;
}

bool money_is_total(const struct money *row)
{
    return row->source.n == 0;
}

/* Empty stands for all. */
static bool covers(struct str all, struct str one)
{
    return all.n == 0 || str_eq(all, one);
}

/* Does another row of its year stand for this one and more? */
static bool is_part(const struct programme *p, const struct money *row)
{
    for (size_t i = 0; i < p->money.n; i++) {
        const struct money *it = &p->money.at[i];

        if (it->year == row->year && covers(it->source, row->source) &&
            covers(it->purpose, row->purpose) &&
            !(str_eq(it->source, row->source) &&
              str_eq(it->purpose, row->purpose)))
            return true;
    }
    return false;
}

static struct num in_unit(struct num amount, int zeros)
{
    for (; zeros > 0; zeros--)
        amount = num_mul(amount, num_int(10));
    return amount;
}

/* The smaller of the unit so far and the row's. */
static void choose_unit(struct money_year *sum, struct str unit)
{
    int old = money_zeros(sum->unit), new = money_zeros(unit);

    if (sum->rows++ == 0) {
        sum->unit = unit;
        return;
    }
    if (str_eq(sum->unit, unit))
        return;
    if (old < 0 || new < 0)
        sum->units_differ = true;
    else if (new < old)
        sum->unit = unit;
}

static void add_row(struct money_year *sum, const struct money *row)
{
    int zeros = money_zeros(row->unit) - money_zeros(sum->unit);

    sum->has_plan = sum->has_plan && row->has_planned;
    sum->has_spent = sum->has_spent && row->has_actual;
    if (row->has_planned)
        sum->plan = num_add(sum->plan, in_unit(row->planned, zeros));
    if (row->has_actual)
        sum->spent = num_add(sum->spent, in_unit(row->actual, zeros));
}

struct money_year money_of(const struct programme *programme, int64_t year)
{
    struct money_year sum = {.has_plan = true, .has_spent = true};

    for (size_t i = 0; i < programme->money.n; i++) {
        const struct money *row = &programme->money.at[i];

        if (row->year == year && !is_part(programme, row))
            choose_unit(&sum, row->unit);
    }
    if (sum.rows == 0 || sum.units_differ) {
        sum.has_plan = sum.has_spent = false;
        return sum;
    }
    for (size_t i = 0; i < programme->money.n; i++) {
        const struct money *row = &programme->money.at[i];

        if (row->year == year && !is_part(programme, row))
            add_row(&sum, row);
    }
    return sum;
}
