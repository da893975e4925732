/*
 * audit: findings about released numbers: what does not add up. Judged on
 * shown cells only, so a finding tells nothing that the page does not.
 *
 * For disclose.c. What was found is in findings.h.
 */
#ifndef VITRINA_RELEASE_AUDIT_H
#define VITRINA_RELEASE_AUDIT_H

struct diag;
struct release;

/* Reports every finding with its stable id and keeps it in the release. */
void audit_release(struct release *release, struct diag *diag);

#endif
