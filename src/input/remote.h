/*
 * remote: addresses of repositories as people write them.
 *
 * For git.c.
 */
#ifndef VITRINA_INPUT_REMOTE_H
#define VITRINA_INPUT_REMOTE_H

#include "base/str.h"

struct arena;

/* What all spellings of one address have in common: of
 * `https://a.ru/b/c.git`, `git@a.ru:b/c` and `ssh://git@a.ru/b/c/` a.ru/b/c. */
struct str remote_plain(struct arena *arena, struct str address);

#endif
