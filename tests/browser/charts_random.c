/*
 * charts_random: prints a page of charts of random data, for the browser to
 * measure: no text outside its chart, no two over each other.
 *
 *   charts_random [COUNT [STYLE.CSS]] > charts.html
 *
 * COUNT (1000) of the charts over the years come first, then as many of all
 * others together.
 */
#include "../unit/random_charts.h"

#include <stdio.h>

static void print_chart(struct buf *out)
{
    printf("<figure>%.*s</figure>\n", STR_FMT(buf_str(out)));
    buf_clear(out);
}

int main(int argc, char **argv)
{
    struct dice dice = { 2026, arena_new() };
    struct buf out = {0};
    size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
    size_t drawn = 0, next = 1;

    printf("<!DOCTYPE html>\n<html lang=\"ru\">\n<meta charset=\"utf-8\">\n"
           "<title>Charts of random data</title>\n"
           "<link rel=\"stylesheet\" href=\"%s\">\n",
           argc > 2 ? argv[2] : "style.css");
    while (drawn < 2 * count) {
        size_t kind = drawn < count ? 0 : next++ % N(random_charts);

        if (random_charts[kind](&dice, &out)) {
            print_chart(&out);
            drawn++;
        }
        arena_reset(dice.arena);
    }
    buf_free(&out);
    arena_free(dice.arena);
    return 0;
}
