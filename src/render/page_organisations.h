/*
 * page_organisations: which organisations are invented.
 *
 * For page_organisations.c and export.c.
 */
#ifndef VITRINA_RENDER_PAGE_ORGANISATIONS_H
#define VITRINA_RENDER_PAGE_ORGANISATIONS_H

#include <stdbool.h>
#include <stddef.h>

struct site;

/* Is it known from invented programmes only? */
bool organisation_is_demo(const struct site *site, size_t organisation);

#endif
