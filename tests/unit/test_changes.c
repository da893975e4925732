/*
 * test_changes: two releases become records, records become what readers are
 * told today: nothing of hidden cells, one entry for what comes or goes as a
 * whole, ids that do not depend on values.
 */
#include "fixture.h"

#include "release/changes.h"

#define INDICATORS \
    "id;title;unit;kind;class;direction;aggregate\n" \
    "x;Кружки;%;share;people;up;given\n"
#define HEAD "indicator;school;period;value;n\n"

/* The files of one state of the site that matter here. */
struct tables {
    const char *values, *targets, *plan;
};

static struct fixture open_tables(const struct tables *state)
{
    return fixture_open(FILES(
        {"data/p/indicators.csv", INDICATORS},
        {"data/p/values.csv", state->values ? state->values : HEAD},
        {"data/p/targets.csv", state->targets ? state->targets
                                              : "indicator;period;target\n"},
        {"data/p/plan.csv", state->plan ? state->plan : "id;title\n"}),
        RELEASED);
}

/* What the step from one state to another is told as, seen from the later
 * one; or, with `today`, from that. */
struct told {
    struct fixture now;
    struct arena *arena;
    struct changes_input input;
    struct changes_commit commit;
    struct changes *changes;
};

static struct told tell(const struct tables *before,
                        const struct tables *after, const struct tables *today)
{
    struct told t = {.now = open_tables(today ? today : after),
                     .arena = arena_new()};
    struct fixture one = open_tables(before), other = open_tables(after);
    struct records records =
        snapshot_differ(t.arena, snapshot_make(t.arena, one.release),
                        snapshot_make(t.arena, other.release));
    t.commit.records = records.at;
    t.commit.n = records.n;
    t.commit.on = date_of(2024, 5, 3);
    t.commit.reason = S("why");
    fixture_close(&one);
    fixture_close(&other);
    return t;
}

/* In place, since the input is borrowed. */
static void make(struct told *t)
{
    t->input = (struct changes_input){CHANGES_WHOLE, 0, &t->commit, 1};
    t->changes = changes_make(t->arena, t->now.release, &t->input);
}

static void drop(struct told *t)
{
    arena_free(t->arena);
    fixture_close(&t->now);
}

static const char *const of_words[] = {
    "programme", "school", "indicator", "value", "target", "measure",
    "reports", "document", "text"};
static const char *const how_words[] = {"added", "changed", "removed",
                                        "hidden", "revealed"};

/* `value changed, value hidden -`: the minus: without numbers. Static. */
static const char *all_of(const struct told *t)
{
    static char out[512];
    struct buf b = {0};
    for (size_t i = 0; i < changes_count(t->changes, CHANGES_SITE, 0); i++) {
        const struct change *c = changes_at(t->changes, CHANGES_SITE, 0, i);
        buf_addf(&b, "%s%s %s%s", i ? ", " : "", of_words[c->of],
                 how_words[c->how],
                 c->of == CHANGE_VALUE && !c->numbers ? " -" : "");
    }
    snprintf(out, sizeof out, "%s", b.p ? b.p : "");
    buf_free(&b);
    return out;
}

static const struct {
    const char *what;
    struct tables before, after, today;      /* today empty: after */
    const char *told;
} steps[] = {
    {"a correction", {HEAD "x;a;2023;50;100\n", 0, 0},
     {HEAD "x;a;2023;51;100\n", 0, 0}, {0}, "value changed"},
    {"form is no change", {HEAD "x;a;2023;50,0;100\n", 0, 0},
     {"период;школа;показатель;value;n\n2023;a;x;50;100\n", 0, 0}, {0}, ""},
    {"the number of children", {HEAD "x;a;2023;50;100\n", 0, 0},
     {HEAD "x;a;2023;50;120\n", 0, 0}, {0}, "value changed"},
    {"a new value", {HEAD, 0, 0}, {HEAD "x;a;2023;51;100\n", 0, 0}, {0},
     "value added"},
    {"hidden, no number is told", {HEAD "x;a;2023;50;100\n", 0, 0},
     {HEAD "x;a;2023;50;4\n", 0, 0}, {0}, "value hidden -"},
    {"revealed, neither", {HEAD "x;a;2023;50;4\n", 0, 0},
     {HEAD "x;a;2023;50;100\n", 0, 0}, {0}, "value revealed -"},
    {"hidden before and after", {HEAD "x;a;2023;50;4\n", 0, 0},
     {HEAD "x;a;2023;25;4\n", 0, 0}, {0}, ""},
    {"hidden today: a correction of then is nobody's business",
     {HEAD "x;a;2023;50;100\n", 0, 0}, {HEAD "x;a;2023;51;100\n", 0, 0},
     {HEAD "x;a;2023;51;4\n", 0, 0}, ""},
    {"hidden today: that it was hidden is told",
     {HEAD "x;a;2023;50;100\n", 0, 0}, {HEAD "x;a;2023;51;4\n", 0, 0},
     {HEAD "x;a;2023;51;4\n", 0, 0}, "value hidden -"},
    {"numbers of children today: no percents of then",
     {HEAD "x;a;2023;50;100\n", 0, 0}, {HEAD "x;a;2023;51;100\n", 0, 0},
     {HEAD "x;a;2023;50;12\n", 0, 0}, "value changed -"},
    {"taken away", {HEAD "x;a;2023;50;100\n", 0, 0},
     {HEAD "x;a;2023;q;\n", 0, 0}, {0}, "value removed -"},
    {"a target", {0, "indicator;period;target\nx;2024;80\n", 0},
     {0, "indicator;period;target;basis\nx;2024;85;Акт\n", 0}, {0},
     "target changed"},
    {"the form of a target", {0, "indicator;period;target\nx;2024;80\n", 0},
     {0, "indicator;period;target;basis\nx;2024;80 %;Акт\n", 0}, {0}, ""},
    {"a measure moves", {0, 0, "id;title;when\nm;Дело;май 2024\n"},
     {0, 0, "id;title;when\nm;Дело;июль 2024\n"}, {0}, "measure changed"},
    {"a time spelt differently", {0, 0, "id;title;when\nm;Дело;март 2024\n"},
     {0, 0, "id;title;when\nm;Дело;03.2024 г.\n"}, {0}, ""},
    {"a condition in brackets", {0, 0, "id;title;when\nm;Дело;март 2024\n"},
     {0, 0, "id;title;when\nm;Дело;март 2024 (если будут деньги)\n"}, {0},
     "measure changed"},
    {"a measure goes", {0, 0, "id;title;when\nm;Дело;май 2024\n"},
     {0}, {0}, "measure removed"},
};

static void steps_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const struct tables *today = &steps[i].today;
        bool given = today->values || today->targets || today->plan;
        struct told t = tell(&steps[i].before, &steps[i].after,
                             given ? today : NULL);
        make(&t);
        if (strcmp(all_of(&t), steps[i].told) != 0)
            fail_msg("%s: «%s», expected «%s»", steps[i].what, all_of(&t),
                     steps[i].told);
        drop(&t);
    }
}

static void a_correction_is_found_by_its_cell(void **state)
{
    (void)state;
    struct told t = tell(&steps[0].before, &steps[0].after, NULL);
    struct period period;
    make(&t);
    assert_true(period_parse(S("2023"), &period));
    size_t x = indicator_at(&t.now, "p/x"), a = school_of(&t.now, "a");
    const struct change *c = changes_revised(t.changes, x, a, period);
    assert_non_null(c);
    assert_true(changes_is_correction(c));
    assert_str(c->reason, "why");
    assert_int_equal(num_cmp(snapshot_fact(c->before).value, num_int(50)), 0);
    assert_int_equal(num_cmp(snapshot_fact(c->after).value, num_int(51)), 0);
    assert_null(changes_revised(t.changes, x, RELEASE_WHOLE, period));
    assert_int_equal(changes_count(t.changes, CHANGES_OF_SCHOOL, a), 1);
    assert_int_equal(changes_count(t.changes, CHANGES_OF_SCHOOL, a + 1), 0);
    assert_int_equal(changes_count(t.changes, CHANGES_OF_INDICATOR, x), 1);
    assert_int_equal(changes_last(t.changes, CHANGES_OF_PROGRAMME, 0),
                     date_of(2024, 5, 3));
    assert_int_equal(changes_last(t.changes, CHANGES_OF_SCHOOL, a + 1),
                     DATE_NONE);
    drop(&t);
}

static void the_first_target_is_kept(void **state)
{
    (void)state;
    const struct tables before = {
        0, "indicator;period;target\nx;2024;80\nx;2025;90\n", 0};
    const struct tables after = {
        0, "indicator;period;target;basis\nx;2024;85;Акт № 7\nx;2025;90;\n",
        0};
    struct told t = tell(&before, &after, NULL);
    struct target first;
    make(&t);
    const struct programme *p = &t.now.site->programmes.at[0];
    assert_true(changes_first_target(t.changes, &p->targets.at[0], &first));
    assert_int_equal(num_cmp(first.value, num_int(80)), 0);
    assert_false(changes_first_target(t.changes, &p->targets.at[1], &first));
    struct target now = changes_target(
        t.now.site, changes_at(t.changes, CHANGES_SITE, 0, 0), false);
    assert_str(now.basis, "Акт № 7");
    drop(&t);
}

/* The same cell twice on one day, in two commits. */
static void ids_differ_and_do_not_tell_values(void **state)
{
    (void)state;
    const struct tables others[] = {{HEAD "x;a;2023;60;100\n", 0, 0},
                                   {HEAD "x;a;2023;61;100\n", 0, 0}};
    struct told one = tell(&steps[0].before, &steps[0].after, NULL);
    struct told two = tell(&others[0], &others[1], NULL);
    struct changes_commit twice[2] = {one.commit, one.commit};
    make(&one);
    make(&two);
    uint64_t id = changes_at(one.changes, CHANGES_SITE, 0, 0)->id;
    assert_true(id == changes_at(two.changes, CHANGES_SITE, 0, 0)->id);
    struct changes_input input = {CHANGES_WHOLE, 0, twice, 2};
    struct changes *both = changes_make(one.arena, one.now.release, &input);
    assert_int_equal(changes_count(both, CHANGES_SITE, 0), 2);
    assert_true(changes_at(both, CHANGES_SITE, 0, 1)->id == id);
    assert_false(changes_at(both, CHANGES_SITE, 0, 0)->id == id);
    drop(&one);
    drop(&two);
}

/* Records as history.c adds them for texts. */
static void texts_are_followed_where_they_move(void **state)
{
    (void)state;
    struct fixture f = fixture_open(FILES(
        {"content/new.md", "---\ntitle: Т\n---\nСлова.\n"},
        {"content/draft.md", "---\ntitle: Ч\ndraft: yes\n---\n"}), RELEASED);
    const struct record first[] = {
        {S("f/content/old.md"), S("1"), S("2")},
        {S("f/content/draft.md"), S("1"), S("2")},
        {S("f/content/none.md"), {0}, S("2")}};
    const struct record then[] = {
        {S("f/content/new.md"), S("=content/old.md"), S("2")}};
    struct changes_commit commits[] = {
        {date_of(2024, 1, 2), S(""), first, 3},
        {date_of(2024, 1, 3), S(""), then, 1}};
    struct changes_input input = {CHANGES_CUT, 0, commits, 2};
    struct changes *changes = changes_make(f.arena, f.release, &input);
    assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 1);
    const struct change *c = changes_at(changes, CHANGES_SITE, 0, 0);
    assert_int_equal(c->of, CHANGE_TEXT);
    assert_int_equal(c->thing, THING_PAGE);
    assert_int_equal(changes_of_file(changes, S("content/new.md")),
                     date_of(2024, 1, 2));
    assert_int_equal(changes_of_file(changes, S("content/index.md")),
                     DATE_NONE);
    assert_int_equal(changes_state(changes), CHANGES_CUT);
    fixture_close(&f);
}

/* What comes as a whole is one entry. */
static void parts_of_a_new_thing_are_not_listed(void **state)
{
    (void)state;
    struct told t = tell(&steps[0].before, &steps[0].after, NULL);
    struct record records[] = {
        {S("f/content/programs/p/index.md"), {0}, S("2")},
        {S("i/p/x"), {0}, S("Кружки")},
        {S("p/p"), {0}, S("П")},
        {S("p/gone"), S("Прежняя"), {0}},
        {S("v/p/x/a/2023"), {0}, S("s51\x1f\x1f" "100\x1f")},
        {S("v/p/none/a/2023"), {0}, S("s51\x1f\x1f" "100\x1f")}};
    t.commit.records = records;
    t.commit.n = sizeof records / sizeof *records;
    make(&t);
    assert_string_equal(all_of(&t), "programme added, programme removed");
    drop(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_told),
        cmocka_unit_test(a_correction_is_found_by_its_cell),
        cmocka_unit_test(the_first_target_is_kept),
        cmocka_unit_test(ids_differ_and_do_not_tell_values),
        cmocka_unit_test(texts_are_followed_where_they_move),
        cmocka_unit_test(parts_of_a_new_thing_are_not_listed),
    };
    return RUN_FIXTURE(tests);
}
