/*
 * widget_list: addresses that never change. See widget_list.h.
 *
 * For the kinds of files in w/.
 */
#include "render/widget_list.h"

#include "release/pick.h"

/* --- names a thing has had --- */

/* The nth id of a school: its own, then former ones; false behind the last. */
static bool school_name(const struct site *site, size_t school, size_t nth,
                        struct str *id)
{
    *id = site->schools.at[school].id;
    for (size_t i = 0; nth > 0 && i < site->former.n; i++) {
        const struct former *it = &site->former.at[i];

        if (it->indicator.n == 0 && it->now.index == school) {
            *id = it->was;
            nth--;
        }
    }
    return nth == 0;
}

static bool indicator_name(const struct site *site, size_t indicator,
                           size_t nth, struct str *programme, struct str *id)
{
    const struct indicator *of = &site->indicators.at[indicator];

    *programme = site->programmes.at[of->programme].id;
    *id = of->id;
    for (size_t i = 0; nth > 0 && i < site->former.n; i++) {
        const struct former *it = &site->former.at[i];

        if (it->indicator.n > 0 && it->now.index == indicator) {
            *programme = it->programme;
            *id = it->indicator;
            nth--;
        }
    }
    return nth == 0;
}

/* --- what there is --- */

void widget_list_school(struct plan_list *list, struct arena *arena,
                        const struct site *site, size_t school,
                        const char *ending, size_t sub)
{
    struct str id;

    for (size_t n = 0; school_name(site, school, n, &id); n++)
        plan_add(list, address_widget(arena, id, id, S(""), ending), school,
                 sub);
}

bool widget_has(const struct site *site, const struct release *release,
                size_t indicator, size_t school)
{
    if (site->config.embeds != EMBEDS_ALL)
        return false;
    return school == RELEASE_WHOLE
               ? release_has_whole(release, indicator)
               : pick_is_told(release, indicator, school);
}

static void list_whole(struct plan_list *list, struct arena *arena,
                       const struct site *site, size_t indicator,
                       const char *ending)
{
    struct str programme, id;

    for (size_t n = 0; indicator_name(site, indicator, n, &programme, &id);
         n++)
        plan_add(list, address_widget(arena, S(""), programme, id, ending),
                 NONE, indicator);
}

static void list_pair(struct plan_list *list, struct arena *arena,
                      const struct site *site, size_t school,
                      size_t indicator, const char *ending)
{
    struct str of, programme, id;

    for (size_t s = 0; school_name(site, school, s, &of); s++)
        for (size_t n = 0;
             indicator_name(site, indicator, n, &programme, &id); n++)
            plan_add(list, address_widget(arena, of, programme, id, ending),
                     school, indicator);
}

void widget_list_indicators(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release,
                            const char *ending)
{
    if (site->config.embeds != EMBEDS_ALL)
        return;
    for (size_t i = 0; i < site->indicators.n; i++) {
        size_t n;
        const uint32_t *schools = release_schools(release, i, &n);

        if (widget_has(site, release, i, RELEASE_WHOLE))
            list_whole(list, arena, site, i, ending);
        for (size_t k = 0; k < n; k++)
            if (widget_has(site, release, i, schools[k]))
                list_pair(list, arena, site, schools[k], i, ending);
    }
}

bool widget_frozen_is_good(const struct frozen *copy)
{
    return copy->indicator.index != NONE && copy->period.kind != PERIOD_NONE &&
           (copy->school.text.n == 0 || copy->school.index != NONE);
}

void widget_list_frozen(struct plan_list *list, struct arena *arena,
                        const struct site *site, enum thing thing)
{
    for (size_t i = 0; i < site->frozen.n; i++)
        if (widget_frozen_is_good(&site->frozen.at[i]))
            plan_add(list, address_of(arena, site, thing, i, NONE), i, 0);
}

/* --- what is gone --- */

static void list_gone_school(struct plan_list *list, struct arena *arena,
                             const struct site *site, size_t at,
                             const char *ending)
{
    struct str id = site->former.at[at].was;

    plan_add(list, address_widget(arena, id, id, S(""), ending), at, 0);
    for (size_t i = 0; site->config.embeds == EMBEDS_ALL &&
                       i < site->indicators.n; i++) {
        const struct indicator *it = &site->indicators.at[i];

        plan_add(list, address_widget(arena, id,
                                      site->programmes.at[it->programme].id,
                                      it->id, ending), at, 0);
    }
}

/* The schools of its programme had it; where that is gone too, all had. */
static void list_gone_indicator(struct plan_list *list, struct arena *arena,
                                const struct site *site, size_t at,
                                const char *ending)
{
    const struct former *it = &site->former.at[at];
    size_t p = catalog_programme(site, it->programme);
    size_t n = p == NONE ? site->schools.n : site->programmes.at[p].schools_n;

    plan_add(list, address_widget(arena, S(""), it->programme, it->indicator,
                                  ending), at, 0);
    for (size_t i = 0; i < n; i++) {
        size_t school = p == NONE ? i : site->programmes.at[p].schools[i];
        struct str id;

        for (size_t k = 0; school_name(site, school, k, &id); k++)
            plan_add(list, address_widget(arena, id, it->programme,
                                          it->indicator, ending), at, 0);
    }
}

void widget_list_gone(struct plan_list *list, struct arena *arena,
                      const struct site *site, const char *ending)
{
    for (size_t i = 0; i < site->former.n; i++) {
        const struct former *it = &site->former.at[i];

        if (it->now.text.n > 0 || it->title.n == 0)
            continue;
        if (it->indicator.n == 0)
            list_gone_school(list, arena, site, i, ending);
        else if (site->config.embeds == EMBEDS_ALL)
            list_gone_indicator(list, arena, site, i, ending);
    }
}
