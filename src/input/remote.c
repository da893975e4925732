/*
 * remote: addresses of repositories. See remote.h.
 *
 * For git.c.
 */
#include "input/remote.h"

#include "base/mem.h"

struct str remote_plain(struct arena *arena, struct str address)
{
    struct buf out = {0};
    struct str plain;
    ptrdiff_t at = str_find(address, S("://"));
    if (at >= 0)
        address = str_skip(address, (size_t)at + 3);
    at = str_find_char(address, '@');
    if (at >= 0 && str_find_char(str_sub(address, 0, (size_t)at), '/') < 0)
        address = str_skip(address, (size_t)at + 1);
    while (str_ends(address, S("/")))
        address.n--;
    if (str_ends(address, S(".git")))
        address.n -= 4;
    for (size_t i = 0; i < address.n; i++)
        buf_char(&out, address.p[i] == ':' ? '/' : address.p[i]);
    plain = buf_take(&out, arena);
    buf_free(&out);
    return plain;
}
