/*
 * link: resolves every reference of the catalog, or reports it with the
 * nearest names; checks what needs two records at once.
 *
 * For build.c.
 */
#ifndef VITRINA_MODEL_LINK_H
#define VITRINA_MODEL_LINK_H

struct diag;
struct site;

/* Fills every `index`, the schools of programmes, mentions, demo marks. */
void link_site(struct site *site, struct diag *diag);

/* Notes once, for all schools, whose own site is not known: their pages have
 * no links to what the law asks to be there (R2.1). */
void link_sites(const struct site *site, struct diag *diag);

#endif
