/*
 * private: the folder of raw numbers that must not be public, and what is
 * public though it should not be (design 3).
 *
 * For build.c and cmd_*.c.
 */
#ifndef VITRINA_PRIVATE_H
#define VITRINA_PRIVATE_H

#include <stdbool.h>

struct build_options;
struct config;
struct diag;
struct release;
struct source;

/* The folder that `private:` names, or NULL: it names none, or there is none,
 * which is reported. */
struct source *private_open(const struct build_options *options,
                            const struct config *config, struct diag *diag);
/* Does `private:` name a folder that is not there? */
bool private_missing(const struct build_options *options,
                     const struct config *config);
/*
 * Warns of each table that has numbers which the release hides, and which is
 * tracked by the repository that is published to or by one with the same
 * remote. Git trouble is silent here: publishing reports it.
 */
void private_warn(const struct build_options *options,
                  const struct config *config, const struct release *release,
                  struct diag *diag);

#endif
