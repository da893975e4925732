/*
 * notice: tells that something below some folders was changed, once it has
 * settled: editors save in several steps.
 *
 * For serve.c.
 */
#ifndef VITRINA_OUTPUT_NOTICE_H
#define VITRINA_OUTPUT_NOTICE_H

#include <stddef.h>

struct diag;
struct notice;

/*
 * Watches the named folders with all that is in them, as seen from `dir`, and
 * `dir` itself for the coming and going of those in it. Names are borrowed.
 * NULL after reporting.
 */
struct notice *notice_new(const char *dir, const char *const *names, size_t n,
                          struct diag *diag);
void notice_free(struct notice *notice);

enum notice_what {
    NOTICE_CHANGED,         /* something was saved, and it is quiet again */
    NOTICE_STOPPED,         /* `stop` can be read */
    NOTICE_FAILED           /* reported */
};

/* Waits until there is one of them. */
enum notice_what notice_wait(struct notice *notice, int stop,
                             struct diag *diag);

#endif
