/*
 * target: what is to be reached: the grammar of R1.5 and targets.csv.
 *
 * For catalog_tables.c; target_parse for tests too.
 */
#ifndef VITRINA_MODEL_TARGET_H
#define VITRINA_MODEL_TARGET_H

#include "base/str.h"
#include "model/catalog.h"

struct schema_reader;

/*
 * `85 %`, «не более 5 %», «не менее 60%», «60 и более», «до 38%», `от 2 до 3`,
 * `2–3`, `>= 60`, «да»; the number may have the unit of the indicator `about`
 * (may be NULL) behind it: «не менее 65 баллов». Fills op, value, high. False
 * when it is none of these: then op is TARGET_WORDS, which is printed and
 * never judged.
 */
bool target_parse(struct str text, const struct indicator *about,
                  struct target *out);

/* Reads targets.csv of `folder`. */
void target_read(struct site *site, size_t programme,
                 const struct schema_reader *reader, struct str folder);

#endif
