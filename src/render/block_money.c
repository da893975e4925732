/*
 * block_money: what a programme was to cost and what was spent.
 *
 * For page_*.c and block_fenced.c. Money is of class open: no rule of the
 * release speaks of it, and nothing is computed here but the year's total
 * where the table names none.
 */
#include "render/block.h"

#include "release/money.h"
#include "render/block_look.h"

static const struct field money_fields[] = {
    FIELD(view_money, TEXT, year),
    FIELD(view_money, TEXT, source),
    FIELD(view_money, TEXT, purpose),
    FIELD(view_money, TEXT, planned),
    FIELD(view_money, TEXT, actual),
    FIELD(view_money, HTML, bar),
    FIELD(view_money, BOOL, is_total),
};
const struct view money_view = {
    "money", sizeof(struct view_money), money_fields,
    sizeof money_fields / sizeof *money_fields, NULL
};

static struct str amount(const struct page *page, bool given,
                         struct num value, struct str unit)
{
    struct buf text = {0};

    if (!given)
        return (struct str){0};
    words_money(&text, page->words->lexicon, value, unit);
    return page_take(page, &text);
}

static struct view_money row_of(const struct page *page,
                                const struct money *it)
{
    struct view_money row = {
        .year = str_format(page->arena, "%lld", (long long)it->year),
        .source = money_is_total(it) ? page_word(page, "chart.money_total")
                               : page_typo(page, it->source),
        .purpose = it->purpose.n == 0 && money_is_total(it)
                       ? page_word(page, "programme.all_purposes")
                       : page_typo(page, it->purpose),
        .planned = amount(page, it->has_planned, it->planned, it->unit),
        .actual = amount(page, it->has_actual, it->actual, it->unit),
        .is_total = money_is_total(it),
    };

    if (row.planned.n == 0)
        row.planned = page_word(page, "money.no_plan");
    if (row.actual.n == 0)
        row.actual = page_word(page, "chart.money_none");
    return row;
}

/* The rows of one year as a sum, if they can be added and none is the total
 * already. */
static bool total_of(const struct programme *programme, int64_t year,
                     struct money *total)
{
    size_t n = 0;

    *total = (struct money){ .year = year, .has_planned = true,
                             .has_actual = true };
    for (size_t i = 0; i < programme->money.n; i++) {
        const struct money *it = &programme->money.at[i];

        if (it->year != year)
            continue;
        if (money_is_total(it) || (n > 0 && !str_eq(it->unit, total->unit)))
            return false;
        total->unit = it->unit;
        total->planned = num_add(total->planned, it->planned);
        total->actual = num_add(total->actual, it->actual);
        total->has_planned = total->has_planned && it->has_planned;
        total->has_actual = total->has_actual && it->has_actual;
        n++;
    }
    return n > 1;
}

static bool is_first_of_year(const struct programme *programme, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (programme->money.at[i].year == programme->money.at[at].year)
            return false;
    }
    return true;
}

/* The rows of one year: the total, then the others as written. */
static size_t add_year(const struct page *page, struct view_money *rows,
                       size_t n, const struct programme *programme,
                       int64_t year)
{
    struct money total;

    if (total_of(programme, year, &total)) {
        rows[n] = row_of(page, &total);
        rows[n++].bar = block_money_bar(page, programme, &total);
    }
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < programme->money.n; i++) {
            const struct money *it = &programme->money.at[i];

            if (it->year != year || money_is_total(it) != (pass == 0))
                continue;
            rows[n] = row_of(page, it);
            rows[n++].bar = block_money_bar(page, programme, it);
        }
    }
    return n;
}

struct list block_money(struct page *page, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];
    struct view_money *rows = PAGE_ARRAY(page, struct view_money,
                                         it->money.n * 2);
    size_t n = 0;

    for (size_t i = 0; i < it->money.n; i++) {
        if (is_first_of_year(it, i))
            n = add_year(page, rows, n, it, it->money.at[i].year);
    }
    return (struct list){ rows, n };
}
