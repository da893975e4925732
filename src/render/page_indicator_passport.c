/*
 * page_indicator_passport: everything the tables say of an indicator itself.
 *
 * For page_indicator.c.
 */
#include "render/page_indicator.h"

#include "render/block_look.h"

struct passport {
    const struct page *page;
    const struct indicator *it;
    ARR(struct indicator_item) items;
};

/* Nothing is added for what is not known, unless `absent` says it in words. */
static void add(struct passport *p, const char *caption, struct str text,
                const char *absent)
{
    if (text.n == 0 && absent)
        text = page_word(p->page, absent);
    if (text.n > 0)
        *ARR_PUSH(p->page->arena, &p->items) = (struct indicator_item){
            .caption = page_word(p->page, caption), .text = text
        };
}

static void add_link(struct passport *p, const char *caption,
                     struct view_link link)
{
    if (link.label.n > 0)
        *ARR_PUSH(p->page->arena, &p->items) = (struct indicator_item){
            .caption = page_word(p->page, caption), .text = link.label,
            .url = link.url
        };
}

static void add_ref(struct passport *p, const char *caption,
                    const struct ref *ref)
{
    if (ref->text.n > 0)
        add_link(p, caption, page_ref(p->page, ref, THING_INDICATOR));
}

/* --- single entries --- */

static struct str unit(const struct passport *p)
{
    if (p->it->unit_forms[0].n > 0)
        return page_typo(p->page, p->it->unit_forms[0]);
    return page_typo(p->page, p->it->unit);
}

static struct str task(const struct passport *p)
{
    const struct programme *of =
        &p->page->site->programmes.at[p->it->programme];

    if (p->it->task.text.n == 0 || p->it->task.index == NONE)
        return (struct str){0};
    return page_typo(p->page, of->tasks[p->it->task.index].text);
}

static struct str baseline(const struct passport *p)
{
    const struct page *page = p->page;
    struct str value;

    if (!p->it->has_baseline)
        return (struct str){0};
    value = page_value(page, page->at, p->it->baseline);
    if (p->it->baseline_period.kind == PERIOD_NONE)
        return value;
    return page_fill(page, "indicator.baseline_at",
        FILL({ "value", value },
             { "period", page_period(page, p->it->baseline_period) }));
}

/* A period in words if it is one, else as written. */
static struct str next_release(const struct passport *p)
{
    struct period period;

    if (period_parse(p->it->next_release, &period))
        return page_period(p->page, period);
    return page_typo(p->page, p->it->next_release);
}

static struct str aggregate(const struct passport *p)
{
    static const char *const keys[] = {
        [AGGREGATE_GIVEN] = "indicator.aggregate_given",
        [AGGREGATE_WEIGHTED] = "indicator.aggregate_weighted",
        [AGGREGATE_SUM] = "indicator.aggregate_sum",
        [AGGREGATE_MEAN] = "indicator.aggregate_mean",
        [AGGREGATE_NONE] = "indicator.aggregate_none",
    };

    return page_word(p->page, keys[p->it->aggregate]);
}

static struct str protection(const struct passport *p)
{
    static const char *const keys[] = {
        [PRIVACY_OPEN] = "indicator.privacy_open",
        [PRIVACY_PEOPLE] = "indicator.privacy_people",
        [PRIVACY_SENSITIVE] = "indicator.privacy_sensitive",
    };

    return page_word(p->page, keys[p->it->privacy]);
}

/* The owner as a link where it is one of the site's organisations. */
static struct view_link owner(const struct passport *p)
{
    struct ref ref = {
        .text = p->it->owner,
        .index = p->it->owner.n == 0 ? NONE :
                 catalog_organisation(p->page->site, p->it->owner),
    };

    return page_ref(p->page, &ref, THING_ORGANISATION);
}

/* The acts that set its targets, each once. */
static struct str basis(const struct passport *p)
{
    const struct programme *of =
        &p->page->site->programmes.at[p->it->programme];
    struct buf text = {0};

    for (size_t i = 0; i < of->targets.n; i++) {
        const struct target *it = &of->targets.at[i];
        struct str words = page_typo(p->page, it->basis);

        if (it->indicator.index != p->page->at || words.n == 0 ||
            str_find(buf_str(&text), words) >= 0)
            continue;
        if (text.n > 0)
            buf_addz(&text, "; ");
        buf_add(&text, words);
    }
    return page_take(p->page, &text);
}

static struct str deadline(const struct passport *p)
{
    return page_period(p->page, p->it->deadline);
}

/* --- the list --- */

void indicator_passport(const struct page *page, struct indicator_view *view)
{
    struct passport p = {
        .page = page, .it = &page->site->indicators.at[page->at]
    };

    add(&p, "indicator.official", view->official, NULL);
    add(&p, "indicator.number", p.it->number, NULL);
    add_link(&p, "indicator.programme", (struct view_link){
        .label = view->programme, .url = view->programme_url });
    add(&p, "indicator.task", task(&p), NULL);
    add(&p, "indicator.unit", unit(&p), NULL);
    add_ref(&p, "indicator.denominator", &p.it->denominator);
    add_ref(&p, "indicator.part_of", &p.it->part_of);
    add_ref(&p, "indicator.same_as", &p.it->same_as);
    add(&p, "indicator.aggregate", aggregate(&p), NULL);
    add(&p, "indicator.baseline", baseline(&p), NULL);
    add(&p, "indicator.basis", basis(&p), NULL);
    add(&p, "indicator.deadline", deadline(&p), NULL);
    add(&p, "indicator.source", page_typo(page, p.it->source),
        "indicator.no_source");
    add(&p, "indicator.collection", page_typo(page, p.it->collection), NULL);
    add_link(&p, "indicator.owner", owner(&p));
    add(&p, "indicator.next_release", next_release(&p), NULL);
    add(&p, "indicator.protection", protection(&p), NULL);
    view->passport = (struct list){ p.items.at, p.items.n };
}
