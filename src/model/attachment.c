/*
 * attachment: what authors add to their texts. See attachment.h.
 *
 * For release/audit.c and render/.
 */
#include "model/attachment.h"

#include "base/diag.h"
#include "base/mem.h"
#include "input/document_meta.h"
#include "input/picture.h"
#include "input/source.h"
#include "model/catalog.h"

#define KILOBYTE 1024
#define HEAVY_BYTES (500 * KILOBYTE)    /* a telephone waits for more */

const struct attachment *attachment_find(const struct site *site,
                                         struct str path)
{
    for (size_t i = 0; i < site->attachments.n; i++)
        if (str_eq(site->attachments.at[i].to, path))
            return &site->attachments.at[i];
    return NULL;
}

static bool ends_as(struct str path, const char *const *endings)
{
    for (; *endings; endings++) {
        struct str ending = str_of(*endings);
        size_t at = path.n - ending.n, i = 0;
        if (path.n < ending.n)
            continue;
        /* endings are Latin: .JPG is .jpg */
        while (i < ending.n && (path.p[at + i] | 0x20) == (ending.p[i] | 0x20))
            i++;
        if (i == ending.n)
            return true;
    }
    return false;
}

static bool is_picture(struct str path)
{
    static const char *const endings[] = {".png", ".jpg", ".jpeg", ".gif",
                                          ".webp", NULL};
    return ends_as(path, endings);
}

enum kind { PICTURE, POSITION, HEAVY, AUTHOR, KINDS };

static const struct {
    const char *name;           /* before the path in the id of a finding */
    enum msg message;
} kinds[KINDS] = {
    [PICTURE] = {"picture", MSG_PICTURE_UNREADABLE},
    [POSITION] = {"position", MSG_PICTURE_POSITION},
    [HEAVY] = {"heavy", MSG_PICTURE_HEAVY},
    [AUTHOR] = {"author", MSG_DOCUMENT_AUTHOR},
};

static void report(const struct attachment *file, struct diag *diag,
                   enum kind kind, struct str a, struct str b)
{
    struct buf finding = {0};
    buf_addf(&finding, "%s:%.*s", kinds[kind].name, STR_FMT(file->to));
    diag_add_cell(diag, (struct pos){.file = file->from},
                  kinds[kind].message, ARGS(a, b), 0, buf_str(&finding));
    buf_free(&finding);
}

bool attachment_is_finding(const struct site *site, struct str finding)
{
    struct str path = finding, name = str_cut(&path, ':');
    for (size_t i = 0; i < KINDS; i++)
        if (str_is(name, kinds[i].name))
            return attachment_find(site, path) != NULL;
    return false;
}

static void report_heavy(const struct attachment *file, size_t bytes,
                         struct diag *diag)
{
    char is[32], may[32];
    snprintf(is, sizeof is, "%zu", (bytes + KILOBYTE - 1) / KILOBYTE);
    snprintf(may, sizeof may, "%d", HEAVY_BYTES / KILOBYTE);
    report(file, diag, HEAVY, str_of(is), str_of(may));
}

static void check_picture(const struct attachment *file, struct str bytes,
                          struct diag *diag)
{
    struct picture picture;
    if (!picture_read(bytes, &picture))
        report(file, diag, PICTURE, S(""), S(""));
    if (picture.has_position)
        report(file, diag, POSITION, S(""), S(""));
    if (bytes.n > HEAVY_BYTES)
        report_heavy(file, bytes.n, diag);
}

void attachment_check(const struct attachment *file, struct str bytes,
                      struct diag *diag)
{
    static const char *const documents[] = {
        ".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", NULL};
    struct buf author = {0};
    if (is_picture(file->from))
        check_picture(file, bytes, diag);
    else if (ends_as(file->from, documents) &&
             document_author(bytes, &author))
        report(file, diag, AUTHOR, buf_str(&author), S(""));
    buf_free(&author);
}

bool attachment_pixels(const struct site *site, const struct attachment *file,
                       uint32_t *width, uint32_t *height, struct diag *diag)
{
    struct buf bytes = {0};
    struct picture picture;
    bool found = is_picture(file->from) &&
                 source_read(site->source, file->from, ATTACHMENT_MAX, &bytes,
                             diag) == 0 &&
                 picture_read(buf_str(&bytes), &picture);
    if (found) {
        *width = picture.width;
        *height = picture.height;
    }
    buf_free(&bytes);
    return found;
}
