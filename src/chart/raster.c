/*
 * raster: SVG into a PNG, by librsvg on cairo. See raster.h.
 *
 * Fonts: librsvg finds them through fontconfig. It gets a configuration that
 * was made here and knows the given fonts only; that of the machine is never
 * read and no cache is written. Fontconfig wants files, so the fonts lie in
 * files without a name, which the system takes away however the program ends.
 */
#include "chart/raster.h"

#include "chart/png.h"

#include <cairo.h>
#include <errno.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The libraries know one configuration a process. */
static struct {
    pthread_mutex_t lock;
    bool tried;
    enum raster result;
    int error;                  /* errno of the first call */
} library = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* --- fonts --- */

/* A nameless file; in shared memory where /tmp cannot be written. */
static FILE *nameless(void)
{
    char name[32];
    FILE *file = tmpfile();
    int fd;

    if (file)
        return file;
    snprintf(name, sizeof name, "/vitrina-%ld", (long)getpid());
    fd = shm_open(name, O_RDWR | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return NULL;
    shm_unlink(name);
    file = fdopen(fd, "w+");
    if (!file)
        close(fd);
    return file;
}

/* The file stays open until the process ends: each thread reads it anew. */
static enum raster add_font(FcConfig *config, struct str bytes)
{
    char path[32];
    FILE *file = nameless();

    if (!file)
        return RASTER_MACHINE;
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
    if (fwrite(bytes.p, 1, bytes.n, file) != bytes.n || fflush(file) != 0 ||
        fcntl(fileno(file), F_SETFD, FD_CLOEXEC) != 0 ||
        access(path, R_OK) != 0) {
        int error = errno;

        fclose(file);
        errno = error;
        return RASTER_MACHINE;
    }
    return FcConfigAppFontAddFile(config, (const FcChar8 *)path)
               ? RASTER_DRAWN
               : RASTER_FONT;
}

static enum raster use_fonts(const struct str *fonts, size_t n)
{
    FcConfig *config = FcConfigCreate();
    enum raster result = RASTER_DRAWN;

    /* Never look whether files of the machine's configuration changed. */
    FcConfigSetRescanInterval(config, 0);
    for (size_t i = 0; i < n && result == RASTER_DRAWN; i++)
        result = add_font(config, fonts[i]);
    if (result == RASTER_DRAWN)
        FcConfigSetCurrent(config);
    FcConfigDestroy(config);
    return result;
}

static enum raster library_ready(const struct str *fonts, size_t n)
{
    enum raster result;

    pthread_mutex_lock(&library.lock);
    if (!library.tried) {
        library.result = use_fonts(fonts, n);
        library.error = errno;
        library.tried = true;
    }
    result = library.result;
    errno = library.error;
    pthread_mutex_unlock(&library.lock);
    return result;
}

/* --- a picture --- */

static bool draw(cairo_surface_t *surface, struct str svg, size_t width,
                 size_t height)
{
    RsvgRectangle all = {0, 0, (double)width, (double)height};
    RsvgHandle *handle = rsvg_handle_new_from_data(
        (const guint8 *)svg.p, svg.n, NULL);
    cairo_t *cairo;
    bool good;

    if (!handle)
        return false;
    cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    good = rsvg_handle_render_document(handle, cairo, &all, NULL) &&
           cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    g_object_unref(handle);
    return good;
}

enum raster raster_png(struct buf *out, struct str svg, size_t width,
                       size_t height, const struct str *fonts, size_t n)
{
    enum raster result = library_ready(fonts, n);
    cairo_surface_t *surface;

    if (result != RASTER_DRAWN)
        return result;
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width,
                                         (int)height);
    if (!draw(surface, svg, width, height)) {
        result = RASTER_MACHINE;
        errno = ENOMEM;         /* the SVG is ours, so there is but this */
    } else {
        cairo_surface_flush(surface);
        png_write(out,
                  (const uint32_t *)(const void *)
                      cairo_image_surface_get_data(surface),
                  width, height,
                  (size_t)cairo_image_surface_get_stride(surface) /
                      sizeof(uint32_t));
    }
    cairo_surface_destroy(surface);
    return result;
}
