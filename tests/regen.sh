#!/bin/sh
# Rewrites the expectations of all cases (or of the one named) to what the
# program does now, showing each difference. Read it before you commit it.
cd "$(dirname "$0")/.." || exit 1
REGEN=1 tests/cases.sh build/vitrina "${1:-}"
exit 0
