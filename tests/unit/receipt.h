/*
 * receipt: what a receiver says it did. For the tests of folder and branch.
 */
#ifndef VITRINA_TESTS_RECEIPT_H
#define VITRINA_TESTS_RECEIPT_H

#include "said.h"

#include "output/receiver.h"

static inline void assert_receipt(struct receipt got, size_t created,
                                  size_t changed, size_t same,
                                  size_t removed)
{
    assert_int_equal(got.created, created);
    assert_int_equal(got.changed, changed);
    assert_int_equal(got.same, same);
    assert_int_equal(got.removed, removed);
}

#endif
