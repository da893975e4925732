/*
 * schema_slots: lists of slots as tables of one line each.
 *
 * For the files of model/ that write such lists.
 */
#ifndef VITRINA_MODEL_SCHEMA_SLOTS_H
#define VITRINA_MODEL_SCHEMA_SLOTS_H

#include "model/schema.h"

#include <stddef.h>

/*
 * A slot on one line: name, synonyms, type, member of the struct that R names
 * at that point (#define R struct school).
 */
#define COL(name, synonyms, type, member) \
    {name, synonyms, SLOT_##type, offsetof(R, member), 0, false, NULL}
/* A text whose place is kept, too. */
#define TEXT_AT(name, synonyms, member, place)                          \
    {name, synonyms, SLOT_TEXT, offsetof(R, member), offsetof(R, place), \
     false, NULL}
#define REQ(name, synonyms, type, member) \
    {name, synonyms, SLOT_##type, offsetof(R, member), 0, true, NULL}
#define WORD(name, synonyms, member, words) \
    {name, synonyms, SLOT_WORD, offsetof(R, member), 0, false, words}
#define SOME_WORDS(name, synonyms, member, words) \
    {name, synonyms, SLOT_WORDS, offsetof(R, member), 0, false, words}
#define NUM(name, synonyms, member, has)                                    \
    {name, synonyms, SLOT_NUM, offsetof(R, member), offsetof(R, has),       \
     false, NULL}
#define END_WORDS {NULL, NULL, 0}
#define SCHEMA(id, file, slots, initial)                                \
    const struct schema schema_##id = {file, sizeof(R), offsetof(R, at), \
                                       slots, sizeof slots / sizeof *slots, \
                                       initial, false}
/* The same for tables that pages of a document cut through (design 3). */
#define GLUED_SCHEMA(id, file, slots)                                   \
    const struct schema schema_##id = {file, sizeof(R), offsetof(R, at), \
                                       slots, sizeof slots / sizeof *slots, \
                                       NULL, true}

#endif
