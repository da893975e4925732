/*
 * page_plan: counts of measures by status, as every page shows them.
 *
 * Private to page_plan.c and page_programme*.c.
 */
#ifndef VITRINA_RENDER_PAGE_PLAN_H
#define VITRINA_RENDER_PAGE_PLAN_H

#include "render/page.h"

/* «выполнено — 12 мероприятий»; named as {{>done}} wants it. */
struct plan_count {
    struct str status, status_class, count;
};
extern const struct view plan_count_view;

/* Statuses that no measure has are left out. */
struct list plan_count_list(const struct page *page,
                            const struct plan_counts *counts);

#endif
