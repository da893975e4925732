/*
 * cmd_new: the parts of `vitrina new`: one more programme, school or practice;
 * what a host needs.
 *
 * For cmd_new*.c.
 */
#ifndef VITRINA_CMD_NEW_H
#define VITRINA_CMD_NEW_H

#include "base/str.h"

#include <stdbool.h>

struct cli;
struct fresh;

/* The file at `path` of themes/starter, which must be there. */
struct str new_starter(const char *path);

/* Is the word one of program, school, practice? */
bool new_is_thing(const char *word);
/* Adds it to the site in cli->dir; `fresh` is empty. Reports. */
void new_thing(struct cli *cli, struct fresh *fresh, const char *word,
               struct str id);

/* Adds what the host (github, gitea, gitlab, nginx) needs to the site in
 * cli->dir; `fresh` is empty. Reports. */
void new_hosting(struct cli *cli, struct fresh *fresh, const char *host);

#endif
