/*
 * explain_path: from what a user has to a file of the site. See
 * explain_path.h.
 */
#include "explain_path.h"

#include "base/fold.h"
#include "base/fs.h"
#include "base/mem.h"
#include "render/plan.h"

/* %D1%88 as the byte it stands for. */
static struct str decoded(struct arena *arena, struct str text)
{
    static const char digits[] = "0123456789abcdef";
    struct buf out = {0};
    for (size_t i = 0; i < text.n; i++) {
        ptrdiff_t high = -1, low = -1;
        if (text.p[i] == '%' && i + 2 < text.n) {
            high = str_find_char(S("0123456789ABCDEF"), text.p[i + 1]);
            low = str_find_char(S("0123456789ABCDEF"), text.p[i + 2]);
            if (high < 0)
                high = str_find_char(str_of(digits), text.p[i + 1]);
            if (low < 0)
                low = str_find_char(str_of(digits), text.p[i + 2]);
        }
        if (high >= 0 && low >= 0) {
            buf_char(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_char(&out, text.p[i]);
        }
    }
    struct str taken = buf_take(&out, arena);
    buf_free(&out);
    return utf8_valid(taken) == taken.n ? fold_nfc(arena, taken) : text;
}

/* Without the server, and without the folder of the site on it. */
static struct str without_server(struct str name, struct str base_url)
{
    struct str rest = name;
    if (base_url.n > 0 && str_starts(name, base_url))
        return str_skip(name, base_url.n);
    if (!str_starts(name, S("https://")) && !str_starts(name, S("http://")))
        return name;
    for (int i = 0; i < 3; i++)
        str_cut(&rest, '/');
    return rest;
}

/* Is it a folder that a build of ours has written? */
static bool is_output(struct arena *arena, struct str folder)
{
    return fs_exists(fs_join(arena, str_z(arena, folder),
                             S("manifest.json")));
}

/* Without the folder that the site was built into: the default one, whether
 * it is there or not, or one that shows what it is. */
static struct str without_folder(struct arena *arena, const char *dir,
                                 struct str path)
{
    struct str usual = str_format(arena, "%s/public/", dir);
    while (str_starts(path, S("./")))
        path = str_skip(path, 2);
    if (str_starts(path, usual))
        return str_skip(path, usual.n);
    if (str_starts(path, S("public/")))
        return str_skip(path, 7);
    for (size_t i = 1; i < path.n; i++)
        if (path.p[i] == '/' && is_output(arena, str_sub(path, 0, i)))
            return str_skip(path, i + 1);
    return path;
}

static size_t find(struct arena *arena, const struct plan *plan,
                   struct str path)
{
    static const char *const ends[] = {"", ".html", "/index.html"};
    size_t found = SIZE_MAX;
    while (str_starts(path, S("/")))
        path = str_skip(path, 1);
    if (path.n == 0 || str_ends(path, S("/")))
        return plan_find(plan, str_format(arena, "%.*sindex.html",
                                          STR_FMT(path)));
    for (size_t i = 0; i < sizeof ends / sizeof *ends && found == SIZE_MAX;
         i++)
        found = plan_find(plan, str_format(arena, "%.*s%s", STR_FMT(path),
                                           ends[i]));
    return found;
}

static struct str path_of(const void *payload, size_t i)
{
    return plan_path(payload, i);
}

size_t explain_path(struct arena *arena, const struct plan *plan,
                    const char *dir, struct str base_url, struct str name,
                    struct str *near)
{
    struct str path = str_trim(name);
    path = str_cut(&path, '#');
    path = str_cut(&path, '?');
    path = decoded(arena, without_server(path, base_url));
    /* as it is first: a page of the author's may lie in public/ */
    size_t found = find(arena, plan, path);
    path = without_folder(arena, dir, path);
    if (found == SIZE_MAX)
        found = find(arena, plan, path);
    *near = S("");
    if (found == SIZE_MAX) {
        size_t n = plan_count(plan);
        size_t i = fold_nearest(path, n, path_of, plan);
        if (i < n)
            *near = plan_path(plan, i);
    }
    return found;
}
