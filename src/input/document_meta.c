/*
 * document_meta: properties of PDF, docx, odt. See document_meta.h.
 *
 * For model/attachment.c.
 *
 * Formats: ISO 32000-1 (PDF: 7.3.4 strings, 7.5.7 object streams, 14.3.3
 * information), ECMA-376 part 2 (docx), ODF 1.2 part 1. A PDF is searched, not
 * parsed: what cannot be reached from its tables can still be read by others.
 */
#include "input/document_meta.h"

#include "input/zip.h"

#include <stdint.h>

#define XML_MAX ((size_t)1024 * 1024)
#define STREAM_MAX ((size_t)1024 * 1024)
#define STREAMS_MAX 256         /* unpacked in one file */
#define NAME_MAX_BYTES 1024
#define OBJECTS_MAX 16          /* names behind a reference that are followed */

/* --- XML --- */

/* The words of `<name ...>words</name>`, without the tags inside. */
static bool element_words(struct str xml, const char *name, struct buf *out)
{
    struct str rest = xml;
    size_t before = out->n;
    ptrdiff_t at;
    while ((at = str_find(rest, str_of(name))) >= 0) {
        bool opens = at > 0 && rest.p[at - 1] == '<';
        rest = str_skip(rest, (size_t)at + str_of(name).n);
        if (!opens || !rest.n || (rest.p[0] != '>' && rest.p[0] != ' '))
            continue;
        while ((at = str_find_char(rest, '>')) >= 0) {
            rest = str_skip(rest, (size_t)at + 1);
            struct str words = str_cut(&rest, '<');
            buf_add(out, str_trim(str_sub(words, 0, NAME_MAX_BYTES)));
            if (out->n > before)
                return true;
            if (str_starts(rest, S("/")) &&
                str_starts(str_skip(rest, 1), str_of(name)))
                break;
        }
    }
    return false;
}

static bool xml_author(struct str xml, struct buf *out)
{
    static const char *const names[] = {
        "dc:creator", "meta:initial-creator", "cp:lastModifiedBy",
        "meta:printed-by",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (element_words(xml, names[i], out))
            return true;
    return false;
}

static bool office_author(struct str bytes, struct buf *out)
{
    static const char *const files[] = {"docProps/core.xml", "meta.xml"};
    struct buf xml = {0};
    bool found = false;
    for (size_t i = 0; !found && i < sizeof files / sizeof *files; i++) {
        buf_clear(&xml);
        found = zip_file(bytes, str_of(files[i]), XML_MAX, &xml) &&
                xml_author(buf_str(&xml), out);
    }
    buf_free(&xml);
    return found;
}

/* --- strings of PDF --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' ||
           c == '\0';
}

static struct str skip_blanks(struct str s)
{
    while (s.n && is_blank(s.p[0]))
        s = str_skip(s, 1);
    return s;
}

static bool is_octal(struct str s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '7';
}

/* Behind a backslash at `*at`. */
static void add_escaped(struct buf *out, struct str s, size_t *at)
{
    static const char codes[] = "n\nr\rt\tb\bf\f";
    char c = s.p[*at];
    if (is_octal(s, *at)) {
        unsigned value = 0;
        for (int i = 0; i < 3 && is_octal(s, *at); i++)
            value = value * 8 + (unsigned)(s.p[(*at)++] - '0');
        buf_char(out, (char)(value & 0xFF));
        return;
    }
    ++*at;
    if (c == '\r' || c == '\n')
        return;                 /* the string goes on in the next line */
    for (size_t i = 0; codes[i]; i += 2)
        if (codes[i] == c)
            c = codes[i + 1];
    buf_char(out, c);
}

/* (text): brackets inside are balanced or escaped. */
static void read_text(struct str s, struct buf *out)
{
    int depth = 1;
    for (size_t at = 1; at < s.n && out->n < NAME_MAX_BYTES;) {
        char c = s.p[at++];
        if (c == '\\' && at < s.n) {
            add_escaped(out, s, &at);
            continue;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0)
            return;
        buf_char(out, c);
    }
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* <0422...> */
static void read_hex(struct str s, struct buf *out)
{
    int digits = 0, value = 0;
    for (size_t at = 1; at < s.n && out->n < NAME_MAX_BYTES; at++) {
        int digit = hex_digit(s.p[at]);
        if (s.p[at] == '>')
            return;
        if (digit < 0)
            continue;
        value = value * 16 + digit;
        if (++digits % 2 == 0) {
            buf_char(out, (char)value);
            value = 0;
        }
    }
}

static uint32_t unit16(struct str s, size_t at)
{
    return (uint32_t)(unsigned char)s.p[at] << 8 |
           (unsigned char)s.p[at + 1];
}

/* UTF-16 with its mark, UTF-8, else Latin-1, which PDFDocEncoding nearly is. */
static void add_decoded(struct buf *out, struct str raw)
{
    if (str_starts(raw, S("\xEF\xBB\xBF")))
        raw = str_skip(raw, 3);
    if (!str_starts(raw, S("\xFE\xFF"))) {
        bool utf8 = utf8_valid(raw) == raw.n;
        for (size_t i = 0; i < raw.n; i++)
            if (utf8)
                buf_char(out, raw.p[i]);
            else
                utf8_add(out, (unsigned char)raw.p[i]);
        return;
    }
    for (size_t i = 2; i + 1 < raw.n; i += 2) {
        uint32_t code = unit16(raw, i);
        bool pair = code >= 0xD800 && code < 0xDC00 && i + 3 < raw.n;
        if (pair) {
            uint32_t low = unit16(raw, i + 2) - 0xDC00;
            i += 2;
            code = low < 0x400 ? 0x10000 + ((code - 0xD800) << 10) + low
                               : 0xFFFD;
        }
        utf8_add(out, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    }
}

/* A string in any of its forms, decoded and trimmed; false when empty. */
static bool add_string(struct buf *out, struct str s)
{
    struct buf raw = {0}, text = {0};
    if (str_starts(s, S("(")))
        read_text(s, &raw);
    else if (str_starts(s, S("<")) && !str_starts(s, S("<<")))
        read_hex(s, &raw);
    add_decoded(&text, buf_str(&raw));
    struct str name = str_trim(buf_str(&text));
    bool found = name.n > 0;
    buf_add(out, name);
    buf_free(&raw);
    buf_free(&text);
    return found;
}

/* --- PDF --- */

struct pdf {
    struct str bytes;
    struct buf *out;
    int followed;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The object that `12 0 R` names, if it stands in the file as `12 0 obj`. */
static bool follow(struct pdf *pdf, struct str reference)
{
    struct buf head = {0};
    size_t digits = 0, from = 0;
    bool found = false;
    ptrdiff_t at;
    while (digits < reference.n && digits < 10 &&
           is_digit(reference.p[digits]))
        digits++;
    buf_addf(&head, "%.*s 0 obj", (int)digits, digits ? reference.p : "");
    while (digits && !found && pdf->followed++ < OBJECTS_MAX &&
           (at = str_find(str_skip(pdf->bytes, from), buf_str(&head))) >= 0) {
        size_t begins = from + (size_t)at;
        from = begins + head.n;
        found = (begins == 0 || !is_digit(pdf->bytes.p[begins - 1])) &&
                add_string(pdf->out, skip_blanks(str_skip(pdf->bytes, from)));
    }
    buf_free(&head);
    return found;
}

/* The value of each /Author in the file or in an unpacked stream. */
static bool find_author(struct pdf *pdf, struct str s)
{
    ptrdiff_t at;
    while ((at = str_find(s, S("/Author"))) >= 0) {
        s = str_skip(s, (size_t)at + S("/Author").n);
        struct str value = skip_blanks(s);
        if (add_string(pdf->out, value) || follow(pdf, value))
            return true;
    }
    return false;
}

/* Newer files pack their dictionaries into object streams. */
static bool find_packed(struct pdf *pdf)
{
    struct str rest = pdf->bytes;
    struct buf text = {0};
    bool found = false;
    ptrdiff_t at;
    for (int i = 0; !found && i < STREAMS_MAX &&
                    (at = str_find(rest, S("/ObjStm"))) >= 0; i++) {
        rest = str_skip(rest, (size_t)at);
        at = str_find(rest, S("stream"));
        rest = str_skip(rest, at < 0 ? rest.n : (size_t)at + 6);
        buf_clear(&text);
        found = zip_unpack(skip_blanks(rest), false, STREAM_MAX, &text) &&
                find_author(pdf, buf_str(&text));
    }
    buf_free(&text);
    return found;
}

/* Of an encrypted file the strings are noise. */
static bool pdf_author(struct str bytes, struct buf *out)
{
    struct pdf pdf = {.bytes = bytes, .out = out};
    if (str_find(bytes, S("/Encrypt")) >= 0)
        return false;
    return find_author(&pdf, bytes) || find_packed(&pdf) ||
           xml_author(bytes, out);
}

bool document_author(struct str bytes, struct buf *author)
{
    if (str_starts(bytes, S("%PDF-")))
        return pdf_author(bytes, author);
    return str_starts(bytes, S("PK\3\4")) && office_author(bytes, author);
}
