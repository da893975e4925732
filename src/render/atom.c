/*
 * atom: feeds of what is new.
 *
 * For the files of feeds in render/.
 */
#include "render/atom.h"

static void put(struct buf *out, const char *indent, const char *name,
                struct str text)
{
    buf_addf(out, "%s<%s>", indent, name);
    buf_xml(out, text);
    buf_addf(out, "</%s>\n", name);
}

static void put_link(struct buf *out, const char *indent, const char *rel,
                     const char *type, struct str address)
{
    buf_addf(out, "%s<link rel=\"%s\" type=\"%s\" href=\"", indent, rel,
             type);
    buf_xml(out, address);
    buf_add(out, S("\"/>\n"));
}

/* The day's beginning, as RFC 3339 wants it. */
static void put_updated(struct buf *out, const char *indent, date on)
{
    buf_addf(out, "%s<updated>", indent);
    date_iso(out, on);
    buf_add(out, S("T00:00:00Z</updated>\n"));
}

static void put_entry(struct buf *out, const struct atom_entry *entry)
{
    buf_add(out, S("  <entry>\n"));
    put(out, "    ", "id", entry->id);
    put(out, "    ", "title", entry->title);
    put_updated(out, "    ", entry->updated);
    put_link(out, "    ", "alternate", "text/html", entry->link);
    if (entry->summary.n > 0)
        put(out, "    ", "summary", entry->summary);
    buf_add(out, S("  </entry>\n"));
}

void atom_write(struct buf *out, const struct atom_feed *feed,
                const struct atom_entry *entries, size_t n)
{
    date updated = feed->updated;
    for (size_t i = 0; i < n; i++)
        if (i == 0 || entries[i].updated > updated)
            updated = entries[i].updated;
    buf_add(out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""));
    buf_xml(out, feed->language);
    buf_add(out, S("\">\n"));
    put(out, "  ", "id", feed->self);
    put(out, "  ", "title", feed->title);
    put_updated(out, "  ", updated);
    put_link(out, "  ", "self", "application/atom+xml", feed->self);
    put_link(out, "  ", "alternate", "text/html", feed->page);
    buf_add(out, S("  <author><name>"));
    buf_xml(out, feed->author);
    buf_add(out, S("</name></author>\n"));
    for (size_t i = 0; i < n; i++)
        put_entry(out, &entries[i]);
    buf_add(out, S("</feed>\n"));
}

struct str atom_tag(struct arena *arena, struct str base_url, date on,
                    struct str name)
{
    struct buf tag = {0};
    ptrdiff_t slashes = str_find(base_url, S("//"));
    struct str path = str_skip(base_url, slashes < 0 ? 0 : (size_t)slashes + 2);
    struct str host = str_cut(&path, '/');
    buf_add(&tag, S("tag:"));
    buf_url_part(&tag, str_cut(&host, ':'));
    buf_char(&tag, ',');
    date_iso(&tag, on);
    buf_add(&tag, S(":/"));
    buf_url_path(&tag, path);
    buf_url_path(&tag, name);
    struct str taken = buf_take(&tag, arena);
    buf_free(&tag);
    return taken;
}
