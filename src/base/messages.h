/*
 * messages: everything vitrina can say about its input and the machine, in
 * both languages, in one table: a part for each stage that reports
 * (messages_*.h). A row is X(id, level, Russian, English); %1..%4 are the
 * arguments, in any order; what stands in [[ ]] is left out when its
 * arguments are empty. A message about a table's cell has the cell's text in
 * %1, because it is left out when the cell is not shown. Such a message quotes
 * it as «%1», and a terminal repeats it below; what is not the cell's text
 * stands there without these quotes.
 *
 * For every folder, through diag.h. The texts say what is wrong, what was
 * expected and what to do. Every message occurs in a test (tests/shape).
 *
 * Levels: NOTE and WARNING stop nothing; ERROR is content that cannot be read,
 * resolved or placed; FATAL is the machine; USAGE is the command line.
 */
#ifndef VITRINA_BASE_MESSAGES_H
#define VITRINA_BASE_MESSAGES_H

#include "base/messages_input.h"
#include "base/messages_main.h"
#include "base/messages_model.h"
#include "base/messages_output.h"
#include "base/messages_release.h"
#include "base/messages_render.h"

#define MESSAGES(X) \
    MESSAGES_MAIN(X) \
    MESSAGES_INPUT(X) \
    MESSAGES_MODEL(X) \
    MESSAGES_RELEASE(X) \
    MESSAGES_RENDER(X) \
    MESSAGES_OUTPUT(X)

#endif
