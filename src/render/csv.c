/*
 * csv: one table written two ways. See csv.h.
 *
 * For export*.c.
 */
#include "render/csv.h"

#include <string.h>

static char delimiter(const struct csv_writer *csv)
{
    return csv->excel ? ';' : ',';
}

static void put(struct csv_writer *csv, struct str text)
{
    if (csv->cells++)
        buf_char(csv->out, delimiter(csv));
    buf_csv(csv->out, text, delimiter(csv));
}

static void end_row(struct csv_writer *csv)
{
    buf_addz(csv->out, csv->excel ? "\r\n" : "\n");
    csv->cells = 0;
}

void csv_table(struct csv_writer *csv, struct buf *out, bool excel,
               const char *header, struct str remark)
{
    struct str rest = str_of(header);
    *csv = (struct csv_writer){out, excel, 0, remark};
    if (excel)
        buf_addz(out, "\xEF\xBB\xBF");
    while (rest.p)
        put(csv, str_cut(&rest, ','));
    if (remark.n)
        put(csv, S("remark"));
    end_row(csv);
}

/* Excel would run it as a formula (R4.9). */
static bool is_formula(struct str text)
{
    return text.n > 0 && strchr("=+-@\t\r", text.p[0]) != NULL;
}

/* Digits parted by points, commas, slashes or hyphens: Excel would make a
 * number or a date of 1.10, 1/2, 3-4 (R4.10); not of a plain number or of two
 * years. */
static bool is_convertible(struct str text)
{
    size_t digits = 0, years = 0, marks = 0, run = 0;
    for (size_t i = 0; i < text.n; i++) {
        bool digit = text.p[i] >= '0' && text.p[i] <= '9';
        if (!digit && !strchr(".,/-: ", text.p[i]))
            return false;
        run = digit ? run + 1 : 0;
        years += run == 4;
        digits += digit;
        marks += !digit;
    }
    return digits > 0 && marks > 0 && years < 2;
}

/* «Октябрь 2020»: a word and a year, which becomes the first of that month. */
static bool is_month(struct str text)
{
    struct str year = text, word = str_cut(&year, ' ');
    if (year.n != 4)
        return false;
    for (size_t i = 0; i < year.n; i++)
        if (year.p[i] < '0' || year.p[i] > '9')
            return false;
    return strchr("0123456789", word.n ? word.p[0] : '0') == NULL;
}

void csv_text(struct csv_writer *csv, struct str text)
{
    struct buf safe = {0};
    if (!csv->excel ||
        !(is_formula(text) || is_convertible(text) || is_month(text))) {
        put(csv, text);
        return;
    }
    buf_char(&safe, '\'');
    buf_add(&safe, text);
    put(csv, buf_str(&safe));
    buf_free(&safe);
}

/* Numbers and dates need no quotes, so they go straight out. */
static void begin_plain(struct csv_writer *csv)
{
    if (csv->cells++)
        buf_char(csv->out, delimiter(csv));
}

void csv_num(struct csv_writer *csv, struct num value)
{
    static const struct num_style excel = {",", "", "-", 0};
    begin_plain(csv);
    if (csv->excel)
        num_format(csv->out, value, value.scale, &excel);
    else
        num_plain(csv->out, value);
}

void csv_int(struct csv_writer *csv, int64_t value)
{
    begin_plain(csv);
    if (value >= 0)
        buf_int(csv->out, value);
}

void csv_date(struct csv_writer *csv, date d)
{
    int year, month, day;
    begin_plain(csv);
    if (d != DATE_NONE && csv->excel) {
        date_split(d, &year, &month, &day);
        buf_addf(csv->out, "%02d.%02d.%04d", day, month, year);
    } else if (d != DATE_NONE) {
        date_iso(csv->out, d);
    }
}

void csv_end(struct csv_writer *csv)
{
    if (csv->remark.n)
        csv_text(csv, csv->remark);
    end_row(csv);
}

void csv_end_bare(struct csv_writer *csv)
{
    if (csv->remark.n)
        put(csv, S(""));
    end_row(csv);
}
