/*
 * catalog: the nouns of a site: municipalities, schools, organisations,
 * programmes with their indicators, measures, money, risks and documents,
 * practices, texts. Plain records, read by schema.c, filled by catalog.c,
 * references resolved by link.c. No numbers of indicators: those are in the
 * store (observe.h) and reach nobody but the release.
 *
 * For everything above model/.
 */
#ifndef VITRINA_MODEL_CATALOG_H
#define VITRINA_MODEL_CATALOG_H

#include "base/diag.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "model/config.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct map;
struct source;
struct yml;

#define NONE SIZE_MAX           /* index of nothing */

/* A name in the input that stands for a thing. `index` after link.c. */
struct ref {
    struct str text;
    struct pos at;
    size_t index;               /* NONE: empty or (where allowed) words */
    bool school;                /* where schools and organisations may stand
                                   (responsible, partner, owner): a school */
};

struct refs {
    struct ref *at;
    size_t n;
};

struct strs {
    struct str *at;
    size_t n;
};

/* `extra:` of a front matter: caption and text, in order. */
struct extra {
    struct str caption, text;
};

/* A Markdown file: its front matter's common part and where its body is. The
 * body itself is read when its page is rendered. */
struct text {
    struct pos at;              /* the file */
    struct str title, summary;
    bool hidden_nav, draft;
    int64_t order;
    date updated;
    struct extra *extra;
    size_t extra_n;
    uint32_t body_line;         /* of the body's first line */
    bool has_body;
};

struct school {
    struct pos at;
    struct str id, name, brief, settlement, kind, address, phone, email, vk,
        site, grades, head;
    struct ref municipality, parent, successor;
    enum { LOCATION_NONE, LOCATION_CITY, LOCATION_VILLAGE } location;
    int64_t pupils;             /* -1 unknown */
    struct str status;
    struct strs aliases;
    struct text *words;         /* schools/<id>.md, or NULL */
    struct help *help;
    size_t help_n;
    bool demo;                  /* belongs only to demo programmes */
};

struct help {
    struct str title, text, contact;
};

struct organisation {
    struct pos at;
    struct str id, name, brief, kind, site, phone;
    struct strs aliases;
};

struct term {
    struct pos at;
    struct str id, term, definition;
    struct strs synonyms;
};

/* search-synonyms.csv: a word readers use and the word the site uses. */
struct synonym {
    struct pos at;
    struct str word, means;
};

struct task {
    struct str id, text;
};

enum indicator_kind {
    KIND_SHARE, KIND_SCORE, KIND_COUNT, KIND_MONEY, KIND_YESNO, KIND_TEXT
};
enum direction { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN,
                 DIRECTION_RANGE };
enum privacy { PRIVACY_OPEN, PRIVACY_PEOPLE, PRIVACY_SENSITIVE };
enum level_of { LEVEL_SCHOOL, LEVEL_MUNICIPALITY };
enum policy { POLICY_SCHOOLS_FIRST, POLICY_TOTAL_FIRST };
enum aggregate { AGGREGATE_GIVEN, AGGREGATE_WEIGHTED, AGGREGATE_SUM,
                 AGGREGATE_MEAN, AGGREGATE_NONE };

struct indicator {
    struct pos at;
    size_t programme;           /* index in site.programmes */
    struct str id, title, unit, number, question, official_title, group,
        verb_one, verb_many, subj, source, collection, owner, next_release,
        meaning, caveat;
    struct ref task, denominator, part_of, same_as;
    struct refs schools;        /* who reports it; empty: participants */
    int kind, direction, privacy, publish_level, policy, aggregate;
    int achievement;            /* enum achievement; -1: its programme's */
    bool level_stated;          /* publish_level was written down */
    int64_t decimals;
    struct num max;
    bool has_max;
    bool has_domain;
    struct num domain_lo, domain_hi;
    struct num baseline;
    bool has_baseline;
    struct period baseline_period;
    struct period deadline;
    struct period until;        /* the last that is collected, or none */
    struct strs aliases;
    struct str unit_forms[3];   /* of a count: школа, школы, школ */
};

/* What is to be reached (R1.5). */
enum target_op { TARGET_BARE, TARGET_AT_LEAST, TARGET_AT_MOST, TARGET_RANGE,
                 TARGET_UP_TO, TARGET_YES, TARGET_WORDS };

struct target {
    struct pos at;
    struct ref indicator;       /* index in site.indicators */
    struct ref school;
    enum { TARGET_WHOLE, TARGET_EACH, TARGET_SCHOOL } who;
    struct period period;
    enum target_op op;
    struct num value, high;     /* high: of a range */
    struct str text, basis;     /* as written */
};

enum done { DONE_NO_REPORT, DONE_PLANNED, DONE_DOING, DONE_DONE,
            DONE_POSTPONED, DONE_CANCELLED };

struct measure {
    struct pos at, when_at;
    size_t programme;
    struct str id, title, number, section, when_text, result, evidence,
        reason, audience;
    struct ref subprogramme;
    struct refs responsible;    /* words where index is NONE */
    struct refs indicators, schools;
    struct when when;
    int status;                 /* enum done */
    date done_on;
};

/* One report about a measure: of a year, a half-year or an event. */
struct report {
    struct pos at;
    struct ref measure, school;
    struct period period;
    int status;
    date done_on;
    struct str title, place, result, evidence, reason;
};

struct money {
    struct pos at;
    int64_t year;
    struct str source, purpose, unit;
    struct num planned, actual;
    bool has_planned, has_actual;
};

struct risk {
    struct pos at;
    struct str risk, consequence, measures;
    struct refs owner, indicators;
};

struct document {
    struct pos at;
    struct str id, title, kind, number, adopted_by, file, url, status;
    struct ref school, replaces;
    date adopted_on;
};

enum role { ROLE_PARTICIPANT, ROLE_PILOT, ROLE_MENTOR, ROLE_PARTNER,
            ROLE_BASE };

struct participant {
    struct pos at;
    struct ref school, partner; /* partner: school, organisation or words */
    int role;
    struct str since, until, agreement, note;
};

struct series_break {
    struct pos at;
    struct ref indicator;
    struct period period;
    struct str note;
};

struct threshold {
    struct pos at;
    struct ref indicator;
    struct period period;
    struct str purpose;
    struct num value;
};

enum rule { RULE_SMALL, RULE_N_UNKNOWN, RULE_SENSITIVE, RULE_LEVEL };

struct override {
    struct pos at;
    struct ref indicator, school;
    struct period period;       /* PERIOD_NONE: every period */
    int rule;
    struct str reason;
};

/* monitoring.csv and findings.csv, clusters.csv: kept as they are read. */
struct monitoring {
    struct pos at;
    struct str id, subject, criterion, instrument, source, when, responsible,
        report;
    struct refs indicators;
    date done_on;
};

struct finding {
    struct pos at;
    struct str id, kind, text, recommendation, decision, effect;
    struct ref report, school, indicator;
    struct refs measures;
};

struct cluster {
    struct pos at;
    struct ref school;
    struct period period;
    struct str result, process, source;
};

/* How the degree of achievement is found: fact / plan, or reached or not. */
enum achievement { ACHIEVEMENT_RATIO, ACHIEVEMENT_SHARE };

/* A text of a programme: section, subprogramme, report. */
enum section_kind { SECTION_SECTION, SECTION_SUBPROGRAMME, SECTION_REPORT };

struct section {
    struct text text;
    struct str id;              /* file name without .md */
    int kind;
    struct period period;
    struct strs tasks;
};

struct programme {
    struct text text;           /* index.md */
    struct str id, brief, approved, goal, source_note;
    struct ref municipality;
    struct period period;
    date as_of;                 /* DATE_NONE: the site's */
    enum { SCOPE_ALL, SCOPE_PARTICIPANTS } scope;
    struct strs legal, developer, executors, expected, control, resources;
    struct task *tasks;
    size_t tasks_n;
    int achievement;            /* enum achievement */
    bool achievement_stated;    /* it was written down */
    bool demo;
    size_t indicator_first, indicator_n;    /* in site.indicators */
    ARR(struct section) sections;           /* by order, then title */
    ARR(struct target) targets;             /* by indicator, period, school */
    ARR(struct measure) measures;
    ARR(struct report) reports;
    ARR(struct money) money;
    ARR(struct risk) risks;
    ARR(struct document) documents;
    ARR(struct participant) participants;
    ARR(struct series_break) breaks;
    ARR(struct threshold) thresholds;
    ARR(struct override) overrides;
    ARR(struct monitoring) monitoring;
    ARR(struct finding) findings;
    ARR(struct cluster) clusters;
    size_t *schools;            /* who belongs to it, in the order of names */
    size_t schools_n;
    struct map *indicator_names;
};

/* Bits of a practice's `stages`. */
enum stage { STAGE_PRESCHOOL, STAGE_PRIMARY, STAGE_BASIC, STAGE_UPPER,
             STAGE_EXTRA, STAGES };

enum practice_status { PRACTICE_ANNOUNCED, PRACTICE_DRAFT, PRACTICE_REVIEW,
                       PRACTICE_RECOMMENDED, PRACTICE_OUTDATED,
                       PRACTICE_ARCHIVED };

struct step {
    struct str text, duration;
};

struct adoption {
    struct ref school;
    struct str year, url;
};

struct practice {
    struct text text;
    struct str id, goal, problem, conditions, duration_to_effect, risks,
        not_for, licence, source, contact, grades, hours;
    unsigned stages;            /* of enum stage */
    struct ref programme, school;
    struct refs indicators, measures;
    struct strs subjects, authors, materials;
    struct step *steps;
    size_t steps_n;
    int64_t cost, evidence;     /* -1: not given */
    struct {
        struct pos at;
        struct ref indicator, school;
        struct period from, to;
        struct str was, became, n;
        int comparison;         /* 0 none, 1 district, 2 similar, 3 control */
        bool given;
    } effect;
    struct adoption *adopted;
    size_t adopted_n;
    struct str commission, protocol;
    int status;
    date reviewed, review_by;
    bool consent, demo;
};

/* Any other page: content/about.md, content/guide/x.md. */
struct free_page {
    struct text text;
    struct str id;              /* path below content/ without .md */
};

struct news {
    struct text text;
    struct str id;
    date on;
    struct ref school, programme;
};

/* A file copied as it is. */
struct attachment {
    struct str from, to;        /* content/images/a.png -> images/a.png */
    size_t size;
};

struct question_group {
    struct str group;
    struct strs questions;
};

struct explanation {
    struct pos at;
    struct str finding, words;
};

/* former.csv: an id that once was in addresses which other sites show. `now`
 * is the same thing by its new id; without it the thing is gone. */
struct former {
    struct pos at;
    struct str was, title, reason;
    struct ref now;             /* a school or an indicator, as `was` is */
    struct period since;        /* gone from then on, or none */
    struct str programme, indicator;    /* PROG/IND; empty: a school */
};

/* frozen.csv: a picture of an indicator that shows no later periods. */
struct frozen {
    struct pos at;
    struct str id, reason;
    struct ref indicator, school;   /* no school: the whole */
    struct period period;       /* the last it shows */
    date on;
};

/* Where a programme's text names a school: for «где о школе говорится». */
struct mention {
    size_t school, programme, section;  /* section NONE: the index */
};

/* A percentage that a programme's text writes out itself (R1.14). */
struct bare_percent {
    struct pos at;
    size_t programme, section;  /* section NONE: the index */
    struct str text;            /* «36,7 %» */
};

struct site {
    struct arena *arena;
    struct config config;
    ARR(struct school) schools;             /* in the order of names */
    ARR(struct organisation) organisations;
    ARR(struct term) terms;
    ARR(struct synonym) synonyms;
    ARR(struct programme) programmes;
    ARR(struct indicator) indicators;       /* by programme */
    ARR(struct practice) practices;
    ARR(struct free_page) pages;
    ARR(struct news) news;                  /* newest first */
    ARR(struct attachment) attachments;
    ARR(struct question_group) questions;
    ARR(struct explanation) explanations;
    ARR(struct former) former;
    ARR(struct frozen) frozen;
    ARR(struct mention) mentions;
    ARR(struct bare_percent) percents;      /* in the order of programmes */
    struct str index_path;                  /* content/index.md */
    struct text index;
    /* names -> index; keys by fold_key, and ids and names as written */
    struct map *school_names, *organisation_names, *programme_ids,
        *practice_ids, *term_ids;
    const struct source *source;
    const struct source *closed;            /* of `private:`, or NULL */
};

/* Reads site.yml, all tables (but values) and all front matters. Reports all
 * problems; returns NULL only when site.yml itself cannot be used. */
struct site *catalog_read(struct arena *arena, const struct source *source,
                          struct diag *diag);
/* Does the front matter of the text at `path` (content/...) say that nobody
 * may read it yet? */
bool catalog_is_draft(struct arena *arena, struct str path,
                      const struct yml *front, struct diag *diag);

/* Index by id, name, short name or alias; NONE when unknown. */
size_t catalog_school(const struct site *site, struct str name);
size_t catalog_organisation(const struct site *site, struct str name);
/* In one programme: by id, title or alias. */
size_t catalog_indicator(const struct site *site, size_t programme,
                         struct str name);
/* `PROG/IND`. */
size_t catalog_indicator_path(const struct site *site, struct str path);
size_t catalog_programme(const struct site *site, struct str id);
size_t catalog_practice(const struct site *site, struct str id);
/* The section of a programme by its file's name, or NONE. */
size_t catalog_section(const struct programme *programme, struct str id);
/* The free page of that name, or NULL: introductions of generated pages. */
const struct free_page *catalog_page(const struct site *site, struct str id);
size_t catalog_term(const struct site *site, struct str id);

/* The nearest id, short or full name to a wrong one, or ""; up to three that
 * are equally near, with `|` between. */
struct str catalog_near_school(const struct site *site, struct str name);
/* The nearest id or title in a programme (NONE: in all). */
struct str catalog_near_indicator(const struct site *site, size_t programme,
                                  struct str name);

/* Findings that data/explanations.csv answers are no warnings any more. */
void catalog_explain(const struct site *site, struct diag *diag);

/* The date up to which plans of a programme are judged. */
date catalog_as_of(const struct site *site, size_t programme);
/* Has its period ended by then? */
bool catalog_is_over(const struct site *site, size_t programme);
/* Label for readers: short name, else name. */
struct str catalog_school_label(const struct school *school);
/* Are all programmes invented? Then every page says so, not each thing. */
bool catalog_all_demo(const struct site *site);

#endif
