/*
 * commit_text: the words of a commit; see commit_text.h.
 *
 * For publish.c only.
 */
#include "output/commit_text.h"

#include "base/diag.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

/* The year 2200 and a bit; git fsck refuses times that overflow, and none
 * that is meant lies behind it. */
#define TIME_MAX_SECONDS INT64_C(7289654400)

bool commit_text_author(struct str author, struct str *name, struct str *mail)
{
    struct str rest = str_trim(author);
    *name = str_trim(str_cut(&rest, '<'));
    if (!rest.p || !str_ends(rest, S(">")))
        return false;
    *mail = str_trim(str_sub(rest, 0, rest.n - 1));
    return name->n && mail->n && str_find_char(*name, '>') < 0
        && str_find_char(*name, '\n') < 0 && str_find_char(*mail, '\n') < 0
        && str_find_char(*mail, '<') < 0 && str_find_char(*mail, '>') < 0;
}

int commit_text_time(int64_t *seconds, struct diag *diag)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch) {
        *seconds = (int64_t)time(NULL);
        return 0;
    }
    char *end;
    errno = 0;
    long long value = strtoll(epoch, &end, 10);
    if (errno || *end || value < 0 || value > TIME_MAX_SECONDS) {
        diag_add(diag, (struct pos){0}, MSG_PUBLISH_EPOCH,
                 ARGS(str_of(epoch)));
        return -1;
    }
    *seconds = value;
    return 0;
}

static void add_id(struct buf *text, const char *key,
                   const unsigned char id[SHA1_BYTES])
{
    char hex[SHA1_HEX];
    sha1_hex(id, hex);
    buf_addf(text, "%s %s\n", key, hex);
}

static void add_trailer(struct buf *text, const char *key, struct str value)
{
    value = str_trim(value);
    if (value.n && str_find_char(value, '\n') < 0)
        buf_addf(text, "%s: %.*s\n", key, STR_FMT(value));
}

void commit_text_write(struct buf *out, const struct commit_text *commit)
{
    static const char *const roles[] = {"author", "committer"};
    add_id(out, "tree", commit->tree);
    if (commit->parent)
        add_id(out, "parent", commit->parent);
    for (size_t i = 0; i < 2; i++)
        buf_addf(out, "%s %.*s <%.*s> %" PRId64 " +0000\n", roles[i],
                 STR_FMT(commit->name), STR_FMT(commit->mail), commit->time);
    struct str message = str_trim(commit->message);
    buf_char(out, '\n');
    buf_add(out, message.n ? message : S("vitrina"));
    buf_addz(out, "\n\n");
    add_trailer(out, "Source-Commit", commit->source);
    add_trailer(out, "Vitrina-Version", commit->version);
    add_trailer(out, "Rollback-To", commit->back);
}
