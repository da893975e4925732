/*
 * tree_scan: what lies in an output folder.
 *
 * For tree.c only.
 */
#ifndef VITRINA_OUTPUT_TREE_SCAN_H
#define VITRINA_OUTPUT_TREE_SCAN_H

#include <stdbool.h>

struct buf;

/*
 * Walks `dir`. With `clean` it removes the temporary files a killed build left
 * there and the folders that held nothing else. With `foreign` it stops at the
 * first file that is neither a temporary file nor a lock of ours and puts its
 * path, relative to `dir`, there. 1: one was found; 0: none; -1: errno.
 */
int tree_scan(const char *dir, bool clean, struct buf *foreign);

#endif
