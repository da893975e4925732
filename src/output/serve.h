/*
 * serve: the preview: a small web server on loopback that shows the site as
 * it would be built now, and tells the browser when it has changed.
 *
 * For cmd_serve.c.
 */
#ifndef VITRINA_OUTPUT_SERVE_H
#define VITRINA_OUTPUT_SERVE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct diag;
struct serve;

/*
 * What is served. `file` is called by the server's one thread, `refresh` by
 * that of serve_run; the host keeps them apart.
 */
struct serve_host {
    void *payload;
    /* The bytes of the file at `path` from the root of the site appended to
     * `out`; false: the site has no such file. */
    bool (*file)(void *payload, struct str path, struct buf *out);
    /* The sources have changed: read them anew. */
    void (*refresh)(void *payload);
    /* What is wrong with the site and with the file last asked for, as plain
     * text; nothing when all is well. */
    void (*problems)(void *payload, struct buf *out);
};

/*
 * Watches the `n` folders of sources, as seen from `dir`, from now on and
 * listens on 127.0.0.1; port 0: a free one. The names must live as long. NULL
 * after reporting.
 */
struct serve *serve_start(const char *dir, const char *const *folders,
                          size_t n, uint16_t port,
                          const struct serve_host *host, struct diag *diag);
uint16_t serve_port(const struct serve *serve);
/* Refreshes after every change and tells the browsers, until the user or the
 * system asks to stop. 0, or -1 after reporting. */
int serve_run(struct serve *serve, struct diag *diag);
void serve_free(struct serve *serve);

#endif
