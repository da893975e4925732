/*
 * qr: QR codes. The only file that knows libqrencode.
 *
 * For render/, see qr.h. Runs of a row are one rectangle each, all in one
 * path: a fifth of the bytes that elements of their own would take.
 */
#include "chart/qr.h"

#include "chart/svg.h"

#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

#define QUIET 4                 /* modules of white on each side */
#define BYTES_MAX 2000

static void add_run(struct buf *path, int x, int y, int length)
{
    buf_char(path, 'M');
    buf_int(path, x + QUIET);
    buf_char(path, ' ');
    buf_int(path, y + QUIET);
    buf_char(path, 'h');
    buf_int(path, length);
    buf_addz(path, "v1h-");
    buf_int(path, length);
    buf_char(path, 'z');
}

static void add_rows(struct buf *path, const QRcode *code)
{
    for (int y = 0; y < code->width; y++) {
        const unsigned char *row = code->data + y * code->width;

        for (int x = 0; x < code->width; x++) {
            int from = x;

            while (x < code->width && (row[x] & 1))
                x++;
            if (x > from)
                add_run(path, from, y, x - from);
        }
    }
}

static void paint(struct buf *out, const QRcode *code, struct str label)
{
    struct svg svg = svg_new(out);
    int size = code->width + 2 * QUIET;
    struct buf text = {0};

    svg_open(&svg, "svg");
    svg_attrz(&svg, "class", "qr");
    buf_addz(&text, "0 0 ");
    buf_int(&text, size);
    buf_char(&text, ' ');
    buf_int(&text, size);
    svg_attr(&svg, "viewBox", buf_str(&text));
    svg_attrz(&svg, "role", "img");
    svg_attr(&svg, "aria-label", label);
    svg_attrz(&svg, "shape-rendering", "crispEdges");
    svg_open(&svg, "rect");
    svg_attr_num(&svg, "width", size);
    svg_attr_num(&svg, "height", size);
    svg_attrz(&svg, "fill", "#fff");
    svg_close(&svg);
    buf_clear(&text);
    add_rows(&text, code);
    svg_open(&svg, "path");
    svg_attr(&svg, "d", buf_str(&text));
    svg_attrz(&svg, "fill", "#000");
    svg_end(&svg);
    buf_free(&text);
}

bool chart_qr(struct buf *out, struct str text, struct str label)
{
    char bytes[BYTES_MAX + 1];
    QRcode *code;

    if (text.n == 0 || text.n > BYTES_MAX || memchr(text.p, 0, text.n))
        return false;
    memcpy(bytes, text.p, text.n);
    bytes[text.n] = '\0';
    code = QRcode_encodeString8bit(bytes, 0, QR_ECLEVEL_M);
    if (!code)
        abort();                /* no memory: the length was checked */
    paint(out, code, label);
    QRcode_free(code);
    return true;
}
