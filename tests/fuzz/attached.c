/*
 * Fuzzing of input/picture, input/document_meta and input/zip: any bytes are
 * read as far as they make sense.
 */
#include "input/document_meta.h"
#include "input/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct picture picture;
    struct buf author = {0};
    picture_read(bytes, &picture);
    document_author(bytes, &author);
    buf_free(&author);
    return 0;
}
