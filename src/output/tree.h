/*
 * tree: the site into a folder. Equal files are untouched, changed ones
 * replaced by rename, and of the rest only those are removed that a former
 * build of ours wrote (manifest.json). The folder is never wiped.
 *
 * For build.c.
 */
#ifndef VITRINA_OUTPUT_TREE_H
#define VITRINA_OUTPUT_TREE_H

struct receiver;

/* A receiver that writes into `dir` (created when missing; locked meanwhile;
 * refused when not empty and not ours). */
struct receiver *tree_receiver(const char *dir);

#endif
