/*
 * audit_fixture: small sites for the tests of release/audit*.
 */
#ifndef VITRINA_TESTS_AUDIT_FIXTURE_H
#define VITRINA_TESTS_AUDIT_FIXTURE_H

#include "fixture.h"

#include "release/findings.h"

#define LONG "indicator;school;period;value;numerator;n\n"

/* A site of one programme with these indicators and these rows. */
static inline struct fixture open_with(const char *indicators, const char *head,
                                const char *rows)
{
    char *values;
    size_t size;
    FILE *out = open_memstream(&values, &size);
    fprintf(out, "%s%s\n", head, rows);
    fclose(out);
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", indicators},
              {"data/p/values.csv", values}), RELEASED);
    free(values);
    return f;
}

/* No finding at all, but notes of reading may be there. */
static inline void assert_no_finding(struct fixture *f, const char *row)
{
    size_t n;
    release_findings(f->release, &n);
    if (n || diag_status(f->diag, true) != 0)
        fail_msg("%s: %s", row, printed(f->diag));
}

/* The message of the finding, which is a record too. */
static inline const struct problem *
assert_finding(struct fixture *f, enum msg id, const char *const *args,
               const char *finding)
{
    size_t n, at = 0;
    const struct audit_finding *found = release_findings(f->release, &n);
    assert_messages(f, id, 1);
    const struct problem *p = problem_of(f, id);
    for (size_t a = 0; a < DIAG_ARGS && args[a]; a++)
        assert_str(p->args[a], args[a]);
    assert_str(p->finding, finding);
    while (at < n && found[at].message != id)
        at++;
    assert_true(at < n);
    assert_str(found[at].id, finding);
    assert_null(found[at].explained);
    assert_int_equal(found[at].at.line, p->at.line);
    return p;
}

#endif
