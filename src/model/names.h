/*
 * names: the lists of columns and keys of every table and front matter, with
 * their Russian synonyms. This is the documentation of the formats: what is
 * not listed here is not read.
 *
 * For model/ only.
 */
#ifndef VITRINA_MODEL_NAMES_H
#define VITRINA_MODEL_NAMES_H

#include "model/catalog.h"
#include "model/schema.h"

/* Tables of data/. */
extern const struct schema schema_schools, schema_organisations,
    schema_glossary, schema_synonyms, schema_explanations, schema_former,
    schema_frozen;
/* Tables of data/<programme>/. */
extern const struct schema schema_participants, schema_indicators,
    schema_targets, schema_breaks, schema_thresholds, schema_plan,
    schema_progress, schema_finance, schema_risks, schema_documents,
    schema_monitoring, schema_findings, schema_overrides, schema_clusters;

/* values.csv: records of observe.c. */
struct value_row {
    struct pos at;
    struct str indicator, school, period, value, numerator, n, status, flag,
        note, reason, unit;
};
extern const struct schema schema_values;

/* indicators.csv: what needs a second look before it is an indicator. */
struct indicator_row {
    struct pos at;
    struct indicator indicator;
    struct str domain, baseline;
    struct pos domain_at, baseline_at;
};
struct threshold_row {
    struct pos at;
    struct threshold threshold;
    bool given;
};

/* targets.csv before its cells are read. */
struct target_row {
    struct pos at;
    struct str indicator, school, period, target, basis;
};

/* The nodes of a front matter that their owners read themselves. */
struct text_nodes {
    const struct yml *extra, *help;
};
struct programme_nodes {
    const struct yml *tasks;
};
struct practice_nodes {
    const struct yml *steps, *effect, *adopted_by, *experts;
};
/* Records that a front matter fills beside the catalog's own. */
struct front {
    struct text text;
    struct text_nodes nodes;
    bool nav_given, nav;
};
struct programme_front {
    struct pos at;
    struct programme programme;
    struct programme_nodes nodes;
};
struct practice_front {
    struct pos at;
    struct practice practice;
    struct practice_nodes nodes;
};

extern const struct schema schema_front, schema_front_titled,
    schema_programme, schema_section, schema_practice, schema_news;
/* Maps inside a front matter (catalog_texts.c). */
extern const struct schema schema_task, schema_help, schema_step,
    schema_adoption, schema_effect, schema_experts;
/* site.yml and its maps (config.c). */
extern const struct schema schema_site, schema_municipality,
    schema_contact, schema_disclosure, schema_publish, schema_resilience;

/* Words of values: c z x q and p r e. */
extern const struct word words_cell_status[], words_cell_flag[];
/* Words of a cell of a wide table that stand for a state. */
extern const struct word words_yesno[];

#endif
