/*
 * test_document_meta: authors that documents name, and the archives they are
 * in.
 */
#include "input/document_meta.h"
#include "input/zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define BYTES(text) { "" text, sizeof(text) - 1 }

static void assert_author(size_t i, struct str bytes, const char *want)
{
    struct buf author = {0};
    bool found = document_author(bytes, &author);
    if (found != (want != NULL) ||
        (want && !str_is(buf_str(&author), want)))
        fail_msg("case %zu: <%.*s>, wanted <%s>", i,
                 STR_FMT(buf_str(&author)), want ? want : "nothing");
    buf_free(&author);
}

/* --- PDF --- */

static void pdf_names_its_author(void **state)
{
    (void)state;
    static const struct {
        struct str bytes;
        const char *author;
    } cases[] = {
        {BYTES("%PDF-1.4\n<</Author(Ivanova A. B.)>>"), "Ivanova A. B."},
        {BYTES("%PDF-1.4\n<</Title(x)/Author (a\\)\\\\(b)\\101\\\nc)>>"),
         "a)\\(b)Ac"},
        {BYTES("%PDF-1.4\n/Author(\xFE\xFF\4\x18\4\x32\4\x30\4\x3D)"), "Иван"},
        {BYTES("%PDF-1.4\n/Author<FEFF 0418 0432 D83D DE00>"),
         "Ив\U0001F600"},
        {BYTES("%PDF-1.4\n/Author<FEFFD83D0418>"), "\uFFFD"},
        {BYTES("%PDF-1.4\n/Author(\xC8\xE2)"), "Èâ"},
        {BYTES("%PDF-1.4\n/Author(\xEF\xBB\xBF\xD0\x98)"), "И"},
        {BYTES("%PDF-1.4\n/Author 7 0 R\n17 0 obj\n(no)\n7 0 obj (Petrov)"),
         "Petrov"},
        {BYTES("%PDF-1.4\n/Author 7 0 R\n7 0 obj 8 0 R"), NULL},
        {BYTES("%PDF-1.4\n/Author()\n/Author( )\n/Author<>/Author<</A 1>>"),
         NULL},
        {BYTES("%PDF-1.4\n/Author(A)/Encrypt 5 0 R"), NULL},
        {BYTES("%PDF-1.4\n<dc:creator><rdf:Seq><rdf:li> Sidorov </rdf:li>"
               "</rdf:Seq></dc:creator>"), "Sidorov"},
        {BYTES("%PDF-1.4\n<dc:creator></dc:creator><x>no</x>"), NULL},
        {BYTES("%PDF-1.4\n<xmp:CreatorTool>Writer</xmp:CreatorTool>"), NULL},
        {BYTES("%PDF-1.4\n/Author("), NULL},
        {BYTES("%PDF-1.4\n/Author(open"), "open"},
        {BYTES("%PDF-1.4\n/Author(\\"), "\\"},
        {BYTES("%PDF-1.4\n/Author"), NULL},
        {BYTES("/Author(no PDF)"), NULL},
        {BYTES(""), NULL},
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_author(i, cases[i].bytes, cases[i].author);
}

/* Appends `text` as zlib packs it, without the first and last `cut` bytes
 * that bare deflate has not. */
static void pack(struct buf *out, struct str text, bool bare)
{
    Bytef packed[4096];
    uLongf n = sizeof packed;
    assert_int_equal(compress(packed, &n, (const Bytef *)text.p,
                              (uLong)text.n), Z_OK);
    struct str all = {(char *)packed, n};
    buf_add(out, bare ? str_sub(all, 2, n - 4) : all);
}

static void packed_dictionaries_are_read(void **state)
{
    (void)state;
    struct buf pdf = {0};
    buf_addz(&pdf, "%PDF-1.5\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>"
                   "stream\nnonsense endstream 2 0 obj<</Type/ObjStm>>"
                   "stream\r\n");
    pack(&pdf, S("1 0 <</Author(Orlova)>>"), false);
    buf_addz(&pdf, "\nendstream");
    assert_author(0, buf_str(&pdf), "Orlova");
    buf_free(&pdf);
}

/* --- archives --- */

static void put(struct buf *out, size_t value, size_t bytes)
{
    for (; bytes > 0; bytes--, value >>= 8)
        buf_char(out, (char)(value & 0xFF));
}

/* An archive of one file, its sizes only in the directory as LibreOffice and
 * Word do for streams. */
static void make_zip(struct buf *out, struct str name, struct str text,
                     int method, int flags)
{
    struct buf packed = {0};
    if (method == 8)
        pack(&packed, text, true);
    else
        buf_add(&packed, text);
    buf_add(out, S("PK\3\4\x14\0\x08\0"));
    put(out, (size_t)method, 2);
    put(out, 0, 16);
    put(out, name.n, 2);
    put(out, 3, 2);
    buf_add(out, name);
    buf_add(out, S("ext"));
    buf_add(out, buf_str(&packed));
    size_t directory = out->n;
    buf_add(out, S("PK\1\2\x14\0\x14\0"));
    put(out, (size_t)flags, 2);
    put(out, (size_t)method, 2);
    put(out, 0, 8);
    put(out, packed.n, 4);
    put(out, text.n, 4);
    put(out, name.n, 2);
    put(out, 0, 16);
    buf_add(out, name);
    size_t end = out->n;
    buf_add(out, S("PK\5\6\0\0\0\0\1\0\1\0"));
    put(out, end - directory, 4);
    put(out, directory, 4);
    put(out, 7, 2);
    buf_add(out, S("comment"));
    buf_free(&packed);
}

static void office_files_name_their_author(void **state)
{
    (void)state;
    static const struct {
        const char *name, *xml;
        int method, flags;
        const char *author;
    } cases[] = {
        {"docProps/core.xml", "<x><dc:creator>Иванова</dc:creator></x>", 8,
         0, "Иванова"},
        {"docProps/core.xml", "<dc:creator/><dc:creator></dc:creator>"
         "<cp:lastModifiedBy>Петров</cp:lastModifiedBy>", 0, 0, "Петров"},
        {"meta.xml", "<meta:initial-creator>Орлова</meta:initial-creator>",
         8, 8, "Орлова"},
        {"meta.xml", "<dc:creator a='b'>И. И.</dc:creator>", 8, 0, "И. И."},
        {"meta.xml", "<dc:title>Отчёт</dc:title>", 8, 0, NULL},
        {"meta.xml", "<dc:creator>", 8, 0, NULL},
        {"content.xml", "<dc:creator>нет</dc:creator>", 8, 0, NULL},
        {"meta.xml", "<dc:creator>нет</dc:creator>", 8, 1, NULL},
        {"meta.xml", "<dc:creator>нет</dc:creator>", 12, 0, NULL},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buf zip = {0};
        make_zip(&zip, str_of(cases[i].name), str_of(cases[i].xml),
                 cases[i].method, cases[i].flags);
        assert_author(i, buf_str(&zip), cases[i].author);
        buf_free(&zip);
    }
}

static void unpacking_has_a_limit(void **state)
{
    (void)state;
    struct buf zip = {0}, out = {0}, long_text = {0};
    for (int i = 0; i < 100000; i++)
        buf_char(&long_text, 'a');
    make_zip(&zip, S("meta.xml"), buf_str(&long_text), 8, 0);
    buf_addz(&out, "x");
    assert_true(zip_file(buf_str(&zip), S("meta.xml"), 5000, &out));
    assert_int_equal(out.n, 5001);
    assert_false(zip_file(buf_str(&zip), S("other"), 5000, &out));
    assert_false(zip_unpack(S("no deflate"), false, 100, &out));
    assert_false(zip_unpack(S(""), false, 100, &out));
    assert_int_equal(out.n, 5001);
    buf_free(&long_text);
    buf_free(&zip);
    buf_free(&out);
}

/* Every cut, and every byte changed: for the sanitizer. */
static void damaged_archives_are_safe(void **state)
{
    (void)state;
    struct buf zip = {0}, author = {0};
    make_zip(&zip, S("meta.xml"), S("<dc:creator>Иванова</dc:creator>"), 8,
             0);
    for (size_t n = 0; n < zip.n; n++) {
        char *exact = malloc(n ? n : 1);
        memcpy(exact, zip.p, n);
        document_author((struct str){exact, n}, &author);
        free(exact);
    }
    for (size_t i = 4; i < zip.n; i++)
        for (int bit = 0; bit < 8; bit += 7) {
            zip.p[i] = (char)(zip.p[i] ^ 1 << bit);
            document_author(buf_str(&zip), &author);
            zip.p[i] = (char)(zip.p[i] ^ 1 << bit);
        }
    buf_free(&author);
    buf_free(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pdf_names_its_author),
        cmocka_unit_test(packed_dictionaries_are_read),
        cmocka_unit_test(office_files_name_their_author),
        cmocka_unit_test(unpacking_has_a_limit),
        cmocka_unit_test(damaged_archives_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
