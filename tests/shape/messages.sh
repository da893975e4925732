#!/bin/sh
# Prints the messages of the catalogue that no test produces: neither named
# as MSG_<id> in a unit test or a script nor found by their longest unchanging Russian
# words in an expected.diag.
cd "$(dirname "$0")/../.." || exit 1
cat tests/cases/*/expected.diag 2>/dev/null >build/all.diag
awk '
    /^    X\(/ { id = $0; sub(/^    X\(/, "", id); sub(/,.*/, "", id)
                 text = ""; part = 0; next_text = 1; next }
    next_text && /"/ {
        line = $0
        while (match(line, /"([^"\\]|\\.)*"/)) {
            text = text substr(line, RSTART + 1, RLENGTH - 2)
            line = substr(line, RSTART + RLENGTH)
        }
        if (line ~ /^,/) { print id "\t" text; next_text = 0 }
    }' src/base/messages_*.h |
while IFS="$(printf '\t')" read -r id text; do
    grep -qw "MSG_$id" tests/unit/*.c tests/*.pl && continue
    longest=$(printf '%s' "$text" | sed 's/%[1-4]/\n/g; s/\[\[/\n/g; s/\]\]/\n/g' |
        awk '{ if (length($0) > length(best)) best = $0 } END { print best }')
    grep -qF -- "$longest" build/all.diag || echo "$id"
done
