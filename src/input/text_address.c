/*
 * text_address: bare addresses in plain text; see text_address.h.
 *
 * For text_*.c only.
 *
 * Work is linear in the text: each scan starts at a sign that only an
 * address has (`h`, `w`, `@`) and fails within LOCAL_MAX bytes before and
 * HOST_MAX bytes behind it.
 */
#include "input/text_address.h"

#include "input/text_chars.h"

#include <string.h>
#include <strings.h>

#define LOCAL_MAX 64    /* of an e-mail before the `@`, RFC 5321 */
#define HOST_MAX 512    /* 253 characters of RFC 1035, two bytes each */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || (c >= '0' && c <= '9');
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')
           || (c >= 'A' && c <= 'F');
}

static bool starts_nocase(struct str s, size_t at, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n - at >= n && strncasecmp(s.p + at, prefix, n) == 0;
}

/* End of the host name at `at`: letters of any script, digits, . - _ */
static size_t host_end(struct str s, size_t at)
{
    size_t limit = s.n - at > HOST_MAX ? at + HOST_MAX : s.n;
    while (at < limit) {
        size_t behind = at;
        uint32_t c = utf8_next(s, &behind);
        if (!char_is_letter(c) && !char_is_digit(c) && c != '.' && c != '-'
            && c != '_')
            break;
        at = behind;
    }
    return at;
}

static size_t trim_host(struct str s, size_t from, size_t end)
{
    while (end > from && memchr(".-_", s.p[end - 1], 3))
        end--;
    return end;
}

/* Do labels stand between the points, with letters in the last one? */
static bool is_domain(struct str host)
{
    struct str rest = host, label = { NULL, 0 };
    size_t labels = 0;
    while (rest.p) {
        label = str_cut(&rest, '.');
        if (!label.n || label.p[0] == '-' || label.p[label.n - 1] == '-')
            return false;
        labels++;
    }
    if (labels < 2 || label.n < 2)
        return false;
    for (size_t i = 0; i < label.n; i++)
        if (char_is_digit((unsigned char)label.p[i]))
            return false;
    return true;
}

/* May `c` stand inside the path of a bare address? */
static bool in_path(uint32_t c)
{
    if (c == UTF8_BAD || char_is_blank(c) || char_is_control(c))
        return false;
    if (c < 0x80)
        return !strchr("<>\"\\^`{|}", (int)c);
    return c != 0xAB && c != 0xBB && c != 0x2026 && c != 0xFFFC
           && !(c >= 0x2010 && c <= 0x203F) && !(c >= 0x3000 && c <= 0x303F);
}

/* Without the punctuation that belongs to the sentence. */
static size_t trim_path(struct str s, size_t from, size_t end)
{
    size_t open[2] = {0}, close[2] = {0};
    for (size_t i = from; i < end; i++) {
        open[0] += s.p[i] == '(';
        close[0] += s.p[i] == ')';
        open[1] += s.p[i] == '[';
        close[1] += s.p[i] == ']';
    }
    for (; end > from; end--) {
        char c = s.p[end - 1];
        size_t square = c == ']';
        if (c == ')' || c == ']') {
            if (close[square] <= open[square])
                break;
            close[square]--;
        } else if (!memchr(".,;:!?'*_~", c, 10)) {
            break;
        }
    }
    return end;
}

/* End of the web address whose host begins at `host`, or 0. */
static size_t web_end(struct str s, size_t host, bool need_domain)
{
    size_t end = host_end(s, host);
    if (end < s.n && s.p[end] == '@')   /* a user name: a trick of phishing */
        return 0;
    size_t cut = trim_host(s, host, end);
    struct str name = str_sub(s, host, cut);
    if (!name.n || memchr(".-_", name.p[0], 3)
        || str_find(name, S("..")) >= 0 || (need_domain && !is_domain(name)))
        return 0;
    if (cut < end || end == s.n)
        return cut;
    size_t port = end + 1;
    while (s.p[end] == ':' && port < s.n && char_is_digit((uint8_t)s.p[port]))
        port++;
    if (port > end + 1)
        end = port;
    if (end == s.n || !memchr("/?#", s.p[end], 3))
        return end;
    size_t from = end;
    while (end < s.n) {
        size_t behind = end;
        if (!in_path(utf8_next(s, &behind)))
            break;
        end = behind;
    }
    return trim_path(s, from, end);
}

/* Bounds of the e-mail address around the `@` at `sign`. */
static bool mail(struct str s, size_t from, size_t sign, size_t *start,
                 size_t *end)
{
    size_t a = sign;
    while (a > from && sign - a <= LOCAL_MAX
           && (is_alnum(s.p[a - 1]) || memchr("._%+-", s.p[a - 1], 5)))
        a--;
    while (a < sign && !is_alnum(s.p[a]))
        a++;
    size_t b = host_end(s, sign + 1);
    if (a == sign || sign - a > LOCAL_MAX || s.p[sign - 1] == '.'
        || (b < s.n && s.p[b] == '@'))
        return false;
    b = trim_host(s, sign + 1, b);
    *start = a;
    *end = b;
    return is_domain(str_sub(s, sign + 1, b));
}

bool text_address_find(struct str text, size_t from, size_t *start,
                       size_t *end)
{
    for (size_t i = from; i < text.n; i++) {
        char c = text.p[i];
        if (c == '@') {
            if (mail(text, from, i, start, end))
                return true;
            continue;
        }
        if ((c | 0x20) != 'h' && (c | 0x20) != 'w')
            continue;
        if (i > 0 && is_alnum(text.p[i - 1]))
            continue;
        size_t n = starts_nocase(text, i, "http://")    ? 7
                   : starts_nocase(text, i, "https://") ? 8
                                                        : 0;
        size_t to = n ? web_end(text, i + n, false)
                    : starts_nocase(text, i, "www.") ? web_end(text, i, true)
                                                     : 0;
        if (to) {
            *start = i;
            *end = to;
            return true;
        }
    }
    return false;
}

/* Bytes that stand in a URL as they are; `#` only once. */
static void add_url(struct buf *out, struct str s)
{
    bool fragment = false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool plain = is_alnum(c) || (unsigned char)c >= 0x80
                     || memchr("-._~:/?@!$&'()*+,;=", c, 19)
                     || (c == '#' && !fragment)
                     || (c == '%' && s.n - i > 2 && is_hex(s.p[i + 1])
                         && is_hex(s.p[i + 2]));
        fragment = fragment || c == '#';
        if (plain)
            buf_char(out, c);
        else
            buf_addf(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

void text_address_href(struct buf *out, struct str address)
{
    if (starts_nocase(address, 0, "www."))
        buf_addz(out, "http://");
    else if (!starts_nocase(address, 0, "http://")
             && !starts_nocase(address, 0, "https://"))
        buf_addz(out, "mailto:");
    add_url(out, address);
}

bool text_target_is_safe(struct str target)
{
    static const char *const schemes[] = { "http:", "https:", "mailto:",
                                           "tel:" };
    for (size_t i = 0; i < target.n; i++)
        if ((unsigned char)target.p[i] <= ' ' || target.p[i] == '\\')
            return false;
    size_t end = 0;
    while (end < target.n && !memchr(":/?#", target.p[end], 4))
        end++;
    if (end == target.n || target.p[end] != ':')
        return true;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts_nocase(target, 0, schemes[i]))
            return true;
    return false;
}
