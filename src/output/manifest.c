/*
 * manifest: writes and reads manifest.json; see manifest.h.
 *
 * The reader takes any JSON object with a text "version" and an object
 * "files" of texts, and passes over other keys.
 */
#include "output/manifest.h"

#include "base/mem.h"

struct reader {
    struct arena *arena;
    struct str rest;
};

static void skip_blanks(struct reader *in)
{
    while (in->rest.n && (in->rest.p[0] == ' ' || in->rest.p[0] == '\n'
                          || in->rest.p[0] == '\r' || in->rest.p[0] == '\t'))
        in->rest = str_skip(in->rest, 1);
}

/* Takes `c` if it comes next. */
static bool take(struct reader *in, char c)
{
    skip_blanks(in);
    if (!in->rest.n || in->rest.p[0] != c)
        return false;
    in->rest = str_skip(in->rest, 1);
    return true;
}

static bool read_hex(struct str digits, uint32_t *code)
{
    *code = 0;
    for (size_t i = 0; i < digits.n; i++) {
        char c = digits.p[i];
        uint32_t digit;
        if (c >= '0' && c <= '9')
            digit = (uint32_t)(c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            digit = (uint32_t)((c | 0x20) - 'a' + 10);
        else
            return false;
        *code = *code << 4 | digit;
    }
    return digits.n == 4;
}

/* The text of a JSON string with escapes, `raw` being what stands between the
 * quotes. Pairs of surrogates do not occur in what we write. */
static bool unescape(struct str raw, struct buf *out)
{
    static const char to[] = "\"\\/\b\f\n\r\t";
    for (size_t i = 0; i < raw.n; i++) {
        if (raw.p[i] != '\\') {
            buf_char(out, raw.p[i]);
            continue;
        }
        i++;                    /* the reader saw that something follows */
        uint32_t code;
        ptrdiff_t which = str_find_char(S("\"\\/bfnrt"), raw.p[i]);
        if (which >= 0) {
            buf_char(out, to[which]);
        } else if (raw.p[i] == 'u'
                   && read_hex(str_sub(raw, i + 1, i + 5), &code)
                   && (code < 0xD800 || code > 0xDFFF)) {
            utf8_add(out, code);
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

static bool read_text(struct reader *in, struct str *out)
{
    if (!take(in, '"'))
        return false;
    size_t n = 0;
    bool escaped = false;
    while (n < in->rest.n && in->rest.p[n] != '"') {
        if (in->rest.p[n] == '\\') {
            escaped = true;
            n++;
        }
        n++;
    }
    if (n >= in->rest.n)
        return false;
    *out = str_sub(in->rest, 0, n);
    in->rest = str_skip(in->rest, n + 1);
    if (!escaped)
        return true;
    struct buf plain = {0};
    bool ok = unescape(*out, &plain);
    *out = buf_take(&plain, in->arena);
    buf_free(&plain);
    return ok;
}

/* Passes over a value of any kind. */
static bool skip_value(struct reader *in)
{
    size_t depth = 0;
    struct str text;
    do {
        skip_blanks(in);
        if (!in->rest.n)
            return false;
        char c = in->rest.p[0];
        if (c == '"') {
            if (!read_text(in, &text))
                return false;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return false;
        if (c == '{' || c == '[')
            depth++;
        else if (c == '}' || c == ']')
            depth--;
        in->rest = str_skip(in->rest, 1);
        while (depth == 0 && in->rest.n && c != '}' && c != ']'
               && str_find_char(S(",}] \n\r\t"), in->rest.p[0]) < 0)
            in->rest = str_skip(in->rest, 1);
    } while (depth);
    return true;
}

static bool read_files(struct reader *in, struct manifest *manifest)
{
    ARR(struct manifest_file) files = {0};
    if (!take(in, '{'))
        return false;
    if (!take(in, '}')) {
        do {
            struct manifest_file file;
            if (!read_text(in, &file.path) || !take(in, ':')
                || !read_text(in, &file.digest))
                return false;
            *ARR_PUSH(in->arena, &files) = file;
        } while (take(in, ','));
        if (!take(in, '}'))
            return false;
    }
    manifest->files = files.at;
    manifest->n = files.n;
    return true;
}

bool manifest_parse(struct arena *arena, struct str text,
                    struct manifest *manifest)
{
    struct reader in = {arena, text};
    bool version = false, files = false;
    struct str key;
    *manifest = (struct manifest){0};
    if (!take(&in, '{'))
        return false;
    do {
        bool ok;
        if (!read_text(&in, &key) || !take(&in, ':'))
            return false;
        if (str_is(key, "version"))
            ok = version = read_text(&in, &manifest->version);
        else if (str_is(key, "source"))
            ok = read_text(&in, &manifest->source);
        else if (str_is(key, "only"))
            ok = read_text(&in, &manifest->only);
        else if (str_is(key, "files"))
            ok = files = read_files(&in, manifest);
        else
            ok = skip_value(&in);
        if (!ok)
            return false;
    } while (take(&in, ','));
    return take(&in, '}') && version && files;
}

void manifest_write(struct buf *out, const struct manifest *manifest)
{
    buf_addz(out, "{\n\"version\": ");
    buf_json(out, manifest->version);
    if (manifest->source.n) {
        buf_addz(out, ",\n\"source\": ");
        buf_json(out, manifest->source);
    }
    if (manifest->only.n) {
        buf_addz(out, ",\n\"only\": ");
        buf_json(out, manifest->only);
    }
    buf_addz(out, ",\n\"files\": {");
    for (size_t i = 0; i < manifest->n; i++) {
        buf_addz(out, i ? ",\n" : "\n");
        buf_json(out, manifest->files[i].path);
        buf_addz(out, ": ");
        buf_json(out, manifest->files[i].digest);
    }
    buf_addz(out, "\n}\n}\n");
}
