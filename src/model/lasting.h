/*
 * lasting: what other sites keep and this one has promised not to move:
 * former ids (former.csv) and copies that get no new numbers (frozen.csv).
 *
 * For link.c.
 */
#ifndef VITRINA_MODEL_LASTING_H
#define VITRINA_MODEL_LASTING_H

#include <stdbool.h>

struct diag;
struct former;
struct site;

/* Takes `was` apart. False after reporting one that is no id, or one that is
 * still in use; one of which there is nothing to say is reported as well. */
bool lasting_former(const struct site *site, struct former *former,
                    struct diag *diag);
/* Reports two rows with one id or one former id (the second then means
 * nothing), and copies that are older than what they show. */
void lasting_check(struct site *site, struct diag *diag);

#endif
