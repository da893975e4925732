/*
 * widget_list: which frames and pictures the site has for others, under their
 * ids of today and under former ones: what was pasted once stays there.
 *
 * For page_widget.c, page_former.c, file_widget.c, file_oembed.c and
 * embed_item.c.
 */
#ifndef VITRINA_RENDER_WIDGET_LIST_H
#define VITRINA_RENDER_WIDGET_LIST_H

#include "render/page.h"

/* Adds the files of a school with this ending; `sub` is kept. */
void widget_list_school(struct plan_list *list, struct arena *arena,
                        const struct site *site, size_t school,
                        const char *ending, size_t sub);
/* Adds those of each indicator and each school that has something to say of
 * it (at the school, sub the indicator), and of its whole (at NONE). None
 * where the site wants frames of schools only. */
void widget_list_indicators(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release,
                            const char *ending);
/* Has the indicator a frame of this school, or of RELEASE_WHOLE? */
bool widget_has(const struct site *site, const struct release *release,
                size_t indicator, size_t school);
/* Adds the copies that get no new numbers, as `thing` (THING_FROZEN or
 * THING_FROZEN_CHART): at in site.frozen. */
void widget_list_frozen(struct plan_list *list, struct arena *arena,
                        const struct site *site, enum thing thing);
/* Do all names of the copy mean something? Else it has been reported. */
bool widget_frozen_is_good(const struct frozen *copy);

/* The same for what is gone: at in site.former. */
void widget_list_gone(struct plan_list *list, struct arena *arena,
                      const struct site *site, const char *ending);

#endif
