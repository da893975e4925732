/*
 * Fuzzing of input/table: any bytes are a table or a reported error.
 */
#include "base/diag.h"
#include "input/table.h"

static enum table_name resolves(void *payload, struct str cell)
{
    (void)payload;
    return cell.n > 0 && cell.n < 6 ? TABLE_COLUMN : TABLE_NO_NAME;
}

static int each(void *payload, const struct row *row)
{
    size_t *cells = payload;
    *cells += row->n;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct diag *diag = diag_new();
    size_t cells = 0;
    struct table *table =
        table_open(S("fuzz.csv"), (struct str){(const char *)data, size},
                   resolves, NULL, diag);
    if (table)
        table_each(table, each, &cells);
    table_free(table);
    diag_free(diag);
    return 0;
}
