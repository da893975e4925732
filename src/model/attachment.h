/*
 * attachment: pictures and documents that an author adds to the texts: what
 * in them should not be published, and the size of a picture.
 *
 * For release/audit.c and render/.
 */
#ifndef VITRINA_MODEL_ATTACHMENT_H
#define VITRINA_MODEL_ATTACHMENT_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct attachment;
struct diag;
struct site;

#define ATTACHMENT_MAX ((size_t)64 * 1024 * 1024)   /* bytes of one file */

/* The attachment whose path in the site is `path`, or NULL. */
const struct attachment *attachment_find(const struct site *site,
                                         struct str path);

/*
 * Reports, each as a finding that explanations.csv may answer: a picture that
 * says where it was taken (position:FILE), is heavy (heavy:FILE) or is none
 * (picture:FILE), a document that names its author (author:FILE). FILE is
 * the path below content/, `bytes` what is in it.
 */
void attachment_check(const struct attachment *file, struct str bytes,
                      struct diag *diag);

/* Is `finding` the id of one that attachment_check may report on this site?
 * It does so while files are rendered, after all other findings. */
bool attachment_is_finding(const struct site *site, struct str finding);

/* Width and height in pixels of a picture as a browser shows it, read from
 * its file; false when it is none. Safe from several threads. */
bool attachment_pixels(const struct site *site, const struct attachment *file,
                       uint32_t *width, uint32_t *height, struct diag *diag);

#endif
