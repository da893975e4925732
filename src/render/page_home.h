/*
 * page_home: parts of the home page that have a file of their own.
 *
 * Private to page_home*.c.
 */
#ifndef VITRINA_RENDER_PAGE_HOME_H
#define VITRINA_RENDER_PAGE_HOME_H

#include "model/period.h"
#include "render/template.h"

#include <stddef.h>

struct page;

struct home_next {
    date on;                    /* when it is to happen */
    size_t programme, measure;
};

/* The next measures of all programmes by date, at most `max`; returns how
 * many. Done and cancelled ones, and those without a month, are left out. */
size_t home_next(const struct page *page, struct home_next *out, size_t max);

/* Municipalities with schools, as views home_place_view. */
struct list home_places(const struct page *page);
extern const struct view home_place_view;

#endif
