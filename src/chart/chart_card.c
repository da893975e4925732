/*
 * chart_card: words and numbers on a picture. See chart_card.h. Colours are
 * those of the default theme in the light; sizes are multiples of the least
 * size of text.
 *
 * For render/.
 */
#include "chart/chart_card.h"

#include "chart/scale.h"
#include "chart/svg.h"

#define TEXT "#1b1f24"
#define MUTED "#4a5460"
#define SCHOOL "#0b57a4"
#define DEMO "#a3430b"
#define SURFACE "#f3f5f7"
#define GROUND "#fff"

/* Of 360 pixels 11; a little more, because pixels are not divided. */
#define LEAST(width) ((double)(width) * 11 / 360 + .5)
/* The theme's font is that much narrower than what scale.h reckons with: PT
 * Sans has .76 of it in Russian words, bold included, and .81 in digits, for
 * which the margins have room. */
#define NARROW .785
#define LINE 1.2                /* from one line of text to the next */
#define LINES_MAX 24
#define LEAD_MAX 2
#define REASON_MAX 6
#define VALUE_LEAST 1.2         /* size of a value that is words */
#define VALUE_LARGE 2           /* of a number that is seen at once */

/* A style of text. */
struct type {
    double size;
    bool bold;
    const char *colour;
};

/* Where the parts stand; lengths in units of the picture. */
struct layout {
    const struct chart_card *card;
    double width, height, unit;         /* unit: the least size of text */
    double margin, gap, pad;
    double top, bottom;                 /* what is left between the others */
    struct type title;
    size_t title_lines, lead_lines, foot_lines;
    size_t columns, rows;
    size_t limit;                       /* of all tiles; index in limits[] */
};

/* How many lines each text of a tile may have, the size of its value, and
 * whether the period stands beside the value: in all tiles or in none. */
struct limits {
    size_t question, target;
    double value;
    bool beside;
};
static const struct limits limits[] = {
    {4, 3, 3, false}, {4, 3, 2.5, true}, {4, 3, 2.5, false},
    {4, 3, 2.2, true}, {4, 3, 2.2, false}, {4, 3, 2, true}, {4, 3, 2, false},
    {4, 3, 1.6, true}, {4, 3, 1.6, false}, {4, 3, 1.4, true},
    {3, 3, 1.6, false}, {2, 3, 1.6, false}, {1, 3, 1.4, false},
    {1, 0, 1.4, false},
};
#define LIMITS (sizeof limits / sizeof *limits)

/* --- texts --- */

static double width_of(struct str text, double size)
{
    return scale_width(text, size * NARROW);
}

static size_t fold(struct str text, struct type type, double width,
                   struct str *lines, size_t max)
{
    return scale_fold(text, type.size * NARROW, width, lines, max);
}

/* How many lines a text takes, at most `max`. */
static size_t lines_of(struct str text, struct type type, double width,
                       size_t max)
{
    struct str lines[LINES_MAX];

    return fold(text, type, width, lines, max);
}

/* Would it be cut in so many lines? */
static bool is_cut(struct str text, struct type type, double width,
                   size_t max)
{
    struct str lines[LINES_MAX];
    size_t n = fold(text, type, width, lines, max);

    for (size_t i = 0; i < n; i++)
        if (width_of(lines[i], type.size) > width)
            return true;
    return n == 0 && text.n > 0;
}

/* The font has no narrow no-break space. */
static void put_text(struct svg *svg, struct str text)
{
    struct buf plain = {0};

    for (size_t at = 0; at < text.n;) {
        uint32_t code = utf8_next(text, &at);
        utf8_add(&plain, code == 0x202F || code == 0x2009 ? 0xA0 : code);
    }
    svg_text(svg, buf_str(&plain));
    buf_free(&plain);
}

static void put_line(struct svg *svg, double x, double y, struct type type,
                     const char *anchor, struct str text)
{
    svg_open(svg, "text");
    svg_attr_num(svg, "x", x);
    svg_attr_num(svg, "y", y);
    svg_attr_num(svg, "font-size", type.size);
    if (type.bold)
        svg_attrz(svg, "font-weight", "700");
    svg_attrz(svg, "fill", type.colour);
    if (anchor)
        svg_attrz(svg, "text-anchor", anchor);
    put_text(svg, text);
    svg_close(svg);
}

/* Lines from `y` downwards; the last is cut where there is more. Returns the
 * lower edge of `room` lines, or of those that there are. */
static double put_lines(struct svg *svg, double x, double y, struct type type,
                        double width, struct str text, size_t max,
                        size_t room)
{
    struct str lines[LINES_MAX];
    struct buf cut = {0};
    size_t n = fold(text, type, width, lines, max);

    for (size_t i = 0; i < n; i++)
        put_line(svg, x, y + ((double)i * LINE + .95) * type.size, type, NULL,
                 scale_fit(lines[i], type.size * NARROW, width, &cut));
    buf_free(&cut);
    return y + (double)(n > room ? n : room) * LINE * type.size;
}

static void put_rect(struct svg *svg, double x, double y, double width,
                     double height, const char *colour)
{
    svg_open(svg, "rect");
    svg_attr_num(svg, "x", x);
    svg_attr_num(svg, "y", y);
    svg_attr_num(svg, "width", width);
    svg_attr_num(svg, "height", height);
    svg_attrz(svg, "fill", colour);
    svg_close(svg);
}

/* --- the head: a band, the title, what it is about --- */

static struct type plain(const struct layout *l)
{
    return (struct type){l->unit, false, TEXT};
}

static struct type bold(const struct layout *l)
{
    return (struct type){l->unit, true, TEXT};
}

static struct type muted(const struct layout *l)
{
    return (struct type){l->unit, false, MUTED};
}

static double inside(const struct layout *l)
{
    return l->width - 2 * l->margin;
}

static double band_height(const struct layout *l)
{
    return l->card->notice.n > 0 ? 1.6 * l->unit : .4 * l->unit;
}

/* The largest size in which it stands uncut; the last has room for 120
 * letters. */
static void fit_title(struct layout *l)
{
    static const struct {
        double size;
        size_t lines;
    } sizes[] = {{1.6, 1}, {1.35, 2}, {1.1, 3}, {1, 4}};
    size_t i = 0, last = sizeof sizes / sizeof *sizes - 1;

    for (;; i++) {
        l->title = (struct type){sizes[i].size * l->unit, true, TEXT};
        if (i == last ||
            !is_cut(l->card->title, l->title, inside(l), sizes[i].lines))
            break;
    }
    l->title_lines = lines_of(l->card->title, l->title, inside(l),
                              sizes[i].lines);
}

static double head_height(const struct layout *l, size_t lead)
{
    return band_height(l) + l->gap +
           (double)l->title_lines * LINE * l->title.size +
           (double)lead * LINE * l->unit;
}

static void put_head(struct svg *svg, const struct layout *l)
{
    const struct chart_card *card = l->card;
    struct type notice = {l->unit, true, GROUND};
    const char *band = card->demo ? DEMO : MUTED;
    double y = band_height(l);

    put_rect(svg, 0, 0, l->width, y, card->notice.n > 0 ? band : SCHOOL);
    put_lines(svg, l->margin, .2 * l->unit, notice, inside(l), card->notice,
              1, 0);
    y = put_lines(svg, l->margin, y + l->gap, l->title, inside(l),
                  card->title, l->title_lines, 0);
    if (l->lead_lines > 0)
        put_lines(svg, l->margin, y, muted(l), inside(l), card->lead,
                  l->lead_lines, 0);
}

/* --- the foot: where there is more, and how old this is --- */

/* Address and date beside each other if they can. An address has no blanks:
 * one that is too long is broken anywhere. */
static void fit_foot(struct layout *l)
{
    const struct chart_card *card = l->card;
    double address = width_of(card->address, l->unit);
    double both = address + 2 * l->unit + width_of(card->date, l->unit);

    l->foot_lines = 1;
    if (card->address.n > 0 && both > inside(l))
        l->foot_lines = address > inside(l) ? 3 : 2;
}

static double foot_height(const struct layout *l)
{
    return (double)l->foot_lines * LINE * l->unit + l->gap;
}

/* As much of it as has room on a line. */
static struct str piece_of(struct str text, struct type type, double width)
{
    size_t kept = 0;

    for (size_t at = 0; at < text.n;) {
        utf8_next(text, &at);
        if (width_of(str_sub(text, 0, at), type.size) > width)
            break;
        kept = at;
    }
    return str_sub(text, 0, kept);
}

static void put_foot(struct svg *svg, const struct layout *l)
{
    const struct chart_card *card = l->card;
    struct type type = {l->unit, true, SCHOOL};
    double step = LINE * l->unit, y = l->bottom + .95 * l->unit;
    struct str rest = card->address;

    for (size_t i = 0; rest.n > 0 && i < 2; i++) {
        struct str piece = piece_of(rest, type, inside(l));
        put_line(svg, l->margin, y + (double)i * step, type, NULL, piece);
        rest = str_skip(rest, piece.n);
    }
    y += (double)(l->foot_lines - 1) * step;
    if (l->foot_lines == 1 && card->address.n > 0)
        put_line(svg, l->width - l->margin, y, muted(l), "end", card->date);
    else
        put_line(svg, l->margin, y, muted(l), NULL, card->date);
}

/* --- tiles --- */

static double tile_width(const struct layout *l)
{
    return (inside(l) - (double)(l->columns - 1) * l->gap) /
           (double)l->columns;
}

static double tile_height(const struct layout *l)
{
    return (l->bottom - l->top - (double)l->rows * l->gap) / (double)l->rows;
}

/* For text, behind the mark and inside the padding. */
static double tile_room(const struct layout *l)
{
    return tile_width(l) - 2 * l->pad;
}

static bool is_room_beside(const struct layout *l,
                           const struct chart_card_tile *tile, double size)
{
    return width_of(tile->value, size) + .6 * l->unit +
               width_of(tile->period, l->unit) <= tile_room(l);
}

/* The largest in which it is on one line; words in place of a number fold in
 * the least. */
static struct type value_type(const struct layout *l,
                              const struct chart_card_tile *tile,
                              double size)
{
    struct type type = {size * l->unit, true, SCHOOL};

    while (type.size > VALUE_LEAST * l->unit &&
           width_of(tile->value, type.size) > tile_room(l))
        type.size -= .1 * l->unit;
    return type;
}

/* What stands below the question. */
static double below(const struct layout *l,
                    const struct chart_card_tile *tile,
                    const struct limits *limit)
{
    struct type value = value_type(l, tile, limit->value);
    double room = tile_room(l), lines = 0, height = 0;

    if (tile->value.n > 0) {
        height = LINE * value.size *
                 (double)lines_of(tile->value, value, room, 2);
        lines += tile->period.n > 0 && !limit->beside;
    }
    if (limit->target > 0)
        lines += (double)lines_of(tile->target, plain(l), room,
                                  limit->target);
    lines += (double)lines_of(tile->reason, plain(l), room, REASON_MAX);
    return height + lines * LINE * l->unit;
}

/* Lines of the longest question of a row, so that numbers stand on one
 * line. */
static size_t question_lines(const struct layout *l, size_t row, size_t max)
{
    size_t most = 0;

    for (size_t i = row * l->columns;
         i < (row + 1) * l->columns && i < l->card->n; i++) {
        size_t n = lines_of(l->card->tiles[i].question, bold(l),
                            tile_room(l), max);
        most = n > most ? n : most;
    }
    return most;
}

/* A target is whole or not there: cut it could mean something else. */
static bool is_tile_room(const struct layout *l, size_t i,
                         const struct limits *limit)
{
    const struct chart_card_tile *tile = &l->card->tiles[i];
    double question = LINE * l->unit *
        (double)question_lines(l, i / l->columns, limit->question);

    return (limit->target == 0 ||
            !is_cut(tile->target, plain(l), tile_room(l), limit->target)) &&
           (!limit->beside ||
            is_room_beside(l, tile,
                           value_type(l, tile, limit->value).size)) &&
           1.4 * l->pad + question + below(l, tile, limit) <= tile_height(l);
}

static bool is_tile_whole(const struct layout *l, size_t i,
                          const struct limits *limit)
{
    const struct chart_card_tile *tile = &l->card->tiles[i];

    return !is_cut(tile->question, bold(l), tile_room(l),
                   limit->question) &&
           !is_cut(tile->target, plain(l), tile_room(l), limit->target);
}

/* The first limits by which all tiles have room; `whole`: and nothing is
 * cut. LIMITS: there are none. */
static size_t find_limits(const struct layout *l, bool whole)
{
    for (size_t k = 0; k < LIMITS; k++) {
        bool good = true;
        for (size_t i = 0; i < l->card->n && good; i++)
            good = is_tile_room(l, i, &limits[k]) &&
                   (!whole || is_tile_whole(l, i, &limits[k]));
        if (good)
            return k;
    }
    return LIMITS;
}

/* So many lines at most have room above `bottom`. */
static size_t room_for(double y, double bottom, double size, size_t max)
{
    double n = (bottom - y) / (LINE * size);

    return n < 1 ? 0 : n < (double)max ? (size_t)n : max;
}

/* The value and its period, beside it or below; the lower edge. */
static double put_value(struct svg *svg, const struct layout *l,
                        const struct chart_card_tile *tile, double x,
                        double y, double bottom)
{
    const struct limits *limit = &limits[l->limit];
    struct type type = value_type(l, tile, limit->value);
    double room = tile_room(l);

    if (limit->beside)
        put_line(svg, x + width_of(tile->value, type.size) + .6 * l->unit,
                 y + .95 * type.size, muted(l), NULL, tile->period);
    y = put_lines(svg, x, y, type, room, tile->value,
                  room_for(y, bottom, type.size, 2), 0);
    return limit->beside
               ? y
               : put_lines(svg, x, y, muted(l), room, tile->period,
                           room_for(y, bottom, l->unit, 1), 0);
}

static void put_tile(struct svg *svg, const struct layout *l, size_t i)
{
    const struct chart_card_tile *tile = &l->card->tiles[i];
    const struct limits *limit = &limits[l->limit];
    double left = l->margin + (double)(i % l->columns) *
                                  (tile_width(l) + l->gap);
    double y = l->top + (double)(i / l->columns) * (tile_height(l) + l->gap);
    double bottom = y + tile_height(l), x = left + l->pad;
    double room = tile_room(l);

    put_rect(svg, left, y, tile_width(l), tile_height(l), SURFACE);
    put_rect(svg, left, y, .2 * l->unit, tile_height(l), SCHOOL);
    y = put_lines(svg, x, y + .6 * l->pad, bold(l), room, tile->question,
                  limit->question,
                  question_lines(l, i / l->columns, limit->question));
    if (tile->value.n > 0)
        y = put_value(svg, l, tile, x, y, bottom);
    y = put_lines(svg, x, y, plain(l), room, tile->target,
                  room_for(y, bottom, l->unit, limit->target), 0);
    put_lines(svg, x, y, plain(l), room, tile->reason,
              room_for(y, bottom, l->unit, REASON_MAX), 0);
}

/* --- a paragraph in place of tiles --- */

static void put_paragraph(struct svg *svg, const struct layout *l)
{
    static const double sizes[] = {2.2, 1.9, 1.6, 1.3, 1.15, 1};
    double height = l->bottom - l->top - l->gap;
    double room = inside(l) - 2 * l->pad;
    struct type type = plain(l);
    size_t lines = 0;

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        type.size = sizes[i] * l->unit;
        lines = (size_t)((height - 1.4 * l->pad) / (LINE * type.size));
        lines = lines < LINES_MAX ? lines : LINES_MAX;
        if (!is_cut(l->card->text, type, room, lines))
            break;
    }
    lines = lines_of(l->card->text, type, room, lines);
    put_rect(svg, l->margin, l->top, inside(l), height, SURFACE);
    put_rect(svg, l->margin, l->top, .2 * l->unit, height, SCHOOL);
    put_lines(svg, l->margin + l->pad,
              l->top + (height - (double)lines * LINE * type.size) / 2, type,
              room, l->card->text, lines, 0);
}

/* --- the card --- */

/* Side by side where the picture is wide; four are two and two. */
static void fit_columns(struct layout *l)
{
    size_t n = l->card->n > 0 ? l->card->n : 1;

    l->columns = n == 4 ? 2 : l->width > l->height ? n : 1;
    l->rows = (n + l->columns - 1) / l->columns;
}

/* Size of the numbers as far as it matters; 0 where not all has room. */
static double value_of(size_t limit)
{
    double value = limit < LIMITS ? limits[limit].value : 0;

    return value < VALUE_LARGE ? value : VALUE_LARGE;
}

/* As much of the lead as costs the tiles no word, and no number its size; and
 * the limits of the tiles below it. */
static void fit_lead(struct layout *l)
{
    size_t all = lines_of(l->card->lead, muted(l), inside(l), LEAD_MAX);
    size_t best = LIMITS;

    for (size_t lead = all + 1; lead-- > 0;) {
        size_t k;
        l->top = head_height(l, lead) + .6 * l->gap;
        k = find_limits(l, true);
        if (best == LIMITS || value_of(k) > value_of(best)) {
            best = k;
            l->lead_lines = lead;
        }
    }
    l->top = head_height(l, l->lead_lines) + .6 * l->gap;
    if (best == LIMITS)
        best = find_limits(l, false);
    l->limit = best < LIMITS ? best : LIMITS - 1;
}

static struct layout layout_of(const struct chart_card *card)
{
    struct layout l = {.card = card, .width = (double)card->width,
                       .height = (double)card->height,
                       .unit = LEAST(card->width)};

    l.margin = 1.25 * l.unit;
    l.gap = .6 * l.unit;
    l.pad = .8 * l.unit;
    fit_title(&l);
    fit_foot(&l);
    fit_columns(&l);
    l.bottom = l.height - foot_height(&l);
    fit_lead(&l);
    return l;
}

void chart_card(struct buf *out, const struct chart_card *card)
{
    struct layout l = layout_of(card);
    struct svg svg = svg_new(out);

    svg_open(&svg, "svg");
    svg_attrz(&svg, "xmlns", "http://www.w3.org/2000/svg");
    svg_attr_num(&svg, "width", l.width);
    svg_attr_num(&svg, "height", l.height);
    svg_attrz(&svg, "font-family", "sans-serif");
    put_rect(&svg, 0, 0, l.width, l.height, GROUND);
    put_head(&svg, &l);
    for (size_t i = 0; i < card->n; i++)
        put_tile(&svg, &l, i);
    if (card->n == 0 && card->text.n > 0)
        put_paragraph(&svg, &l);
    put_foot(&svg, &l);
    svg_end(&svg);
}
