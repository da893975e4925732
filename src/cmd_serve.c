/*
 * cmd_serve: `vitrina serve`: the site in a browser while it is written. Each
 * page is rendered when asked for; what is wrong is printed and shown over
 * the pages until it is mended.
 */
#include "base/diag.h"
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "input/source.h"
#include "model/config.h"
#include "output/serve.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define PORT 8000

enum { KEY_PORT = 1, KEY_OPEN };

/* Problems as text, and how many. */
struct trouble {
    struct buf text;
    size_t errors, warnings;
};

struct preview {
    struct cli *cli;
    struct build_options options;
    pthread_mutex_t lock;       /* of what follows */
    struct source *source;
    struct edition *edition;    /* the last that could be made, or NULL */
    struct arena *scratch;
    struct trouble site, page;
};

/* --- problems --- */

static void keep_trouble(struct trouble *trouble, struct cli *cli,
                         struct diag *diag)
{
    struct diag_print how = cli_print(cli, true);
    char *text = NULL;
    size_t n = 0;
    buf_clear(&trouble->text);
    trouble->errors = diag_count(diag, LEVEL_ERROR) +
                      diag_count(diag, LEVEL_FATAL) +
                      diag_count(diag, LEVEL_USAGE);
    trouble->warnings = diag_count(diag, LEVEL_WARNING);
    FILE *out = open_memstream(&text, &n);
    if (!out)
        return;
    diag_write(diag, &how, out);
    fclose(out);
    buf_add(&trouble->text, (struct str){text, n});
    free(text);
}

static void host_problems(void *payload, struct buf *out)
{
    struct preview *p = payload;
    pthread_mutex_lock(&p->lock);
    size_t errors = p->site.errors + p->page.errors;
    size_t warnings = p->site.warnings + p->page.warnings;
    if (errors || warnings) {
        buf_addf(out, cli_lang(p->cli) == LANG_RU
                          ? "Ошибок: %zu, предупреждений: %zu\n"
                          : "Errors: %zu, warnings: %zu\n",
                 errors, warnings);
        buf_add(out, buf_str(&p->site.text));
        buf_add(out, buf_str(&p->page.text));
    }
    pthread_mutex_unlock(&p->lock);
}

/* --- the site --- */

static bool host_file(void *payload, struct str path, struct buf *out)
{
    struct preview *p = payload;
    struct diag *diag = diag_new();
    pthread_mutex_lock(&p->lock);
    bool found = p->edition &&
                 build_file(p->edition, path, p->scratch, out, diag);
    if (found)
        keep_trouble(&p->page, p->cli, diag);
    pthread_mutex_unlock(&p->lock);
    diag_free(diag);
    return found;
}

/* The new edition in place of the old one; a site that cannot be read leaves
 * the old one standing. */
static void host_refresh(void *payload)
{
    struct preview *p = payload;
    struct diag *diag = diag_new();
    struct source *source = build_source(&p->options, diag);
    struct edition *edition =
        source ? build_edition(&p->options, source, diag) : NULL;
    pthread_mutex_lock(&p->lock);
    keep_trouble(&p->site, p->cli, diag);
    p->page = (struct trouble){.text = p->page.text};
    buf_clear(&p->page.text);
    if (edition) {
        build_edition_free(p->edition);
        source_free(p->source);
        p->edition = edition;
        p->source = source;
    } else {
        source_free(source);
    }
    fwrite(p->site.text.p, 1, p->site.text.n, stderr);
    pthread_mutex_unlock(&p->lock);
    diag_free(diag);
}

/* --- the command --- */

struct choice {
    const char *port;
    bool open;
};

static void take(void *payload, int key, const char *value)
{
    struct choice *choice = payload;
    if (key == KEY_PORT)
        choice->port = value;
    else
        choice->open = true;
}

static const struct option own[] = {
    {"port", required_argument, NULL, KEY_PORT},
    {"open", no_argument, NULL, KEY_OPEN},
    {0},
};

static bool read_port(struct cli *cli, const char *text, uint16_t *port)
{
    char *end;
    unsigned long number = text ? strtoul(text, &end, 10) : PORT;
    if (text && (*end || !*text || number > UINT16_MAX)) {
        diag_add(cli->diag, (struct pos){0}, MSG_USAGE_CHOICE,
                 ARGS(str_of(text), S("--port"), S("0–65535")));
        return false;
    }
    *port = (uint16_t)number;
    return true;
}

/* The user's browser; without one the address on the screen must do. In a
 * session of its own: Ctrl+C ends the preview, not a browser that it began. */
static void open_browser(unsigned port)
{
    char address[40];
    snprintf(address, sizeof address, "http://127.0.0.1:%u/", port);
    if (fork() == 0) {
        int nowhere = open("/dev/null", O_RDWR);
        setsid();
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execlp("xdg-open", "xdg-open", address, (char *)NULL);
        _exit(127);
    }
}

#define FOLDERS_MAX 4

/* Where the sources lie, that of `private:` among them, as seen from the site;
 * how many. */
static size_t list_folders(const char *dir, struct arena *arena,
                           const char *folders[FOLDERS_MAX])
{
    struct config config = {0};
    struct diag *quiet = diag_new();        /* the first refresh reports it */
    struct source *source = source_folder(dir, quiet);
    size_t n = 0;
    folders[n++] = "content";
    folders[n++] = "data";
    folders[n++] = "themes";
    if (source && config_read(&config, arena, source, quiet) &&
        config.private_path.n)
        folders[n++] = str_z(arena, config.private_path);
    source_free(source);
    diag_free(quiet);
    return n;
}

static void preview_free(struct preview *p)
{
    build_edition_free(p->edition);
    source_free(p->source);
    arena_free(p->scratch);
    buf_free(&p->site.text);
    buf_free(&p->page.text);
    pthread_mutex_destroy(&p->lock);
}

int cmd_serve(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    const char *folders[FOLDERS_MAX];
    uint16_t port;
    if (!cli_options(cli, argc, argv, own, take, &choice, NULL) ||
        !read_port(cli, choice.port, &port))
        return cli_finish(cli);
    struct preview p = {.cli = cli,
                        .options = {.dir = cli->dir, .no_history = true},
                        .scratch = arena_new()};
    struct arena *names = arena_new();
    size_t n = list_folders(cli->dir, names, folders);
    struct serve_host host = {&p, host_file, host_refresh, host_problems};
    pthread_mutex_init(&p.lock, NULL);
    cli_lang(cli);              /* known before there are threads */
    struct serve *serve = serve_start(cli->dir, folders, n, port, &host,
                                      cli->diag);
    if (serve) {
        host_refresh(&p);
        cli_say(cli, "Сайт открыт: http://127.0.0.1:%u/ (закончить: Ctrl+C)",
                "The site is at http://127.0.0.1:%u/ (end with Ctrl+C)",
                (unsigned)serve_port(serve));
        fflush(stdout);
        if (choice.open)
            open_browser(serve_port(serve));
        serve_run(serve, cli->diag);
        serve_free(serve);
    }
    preview_free(&p);
    arena_free(names);
    return cli_finish(cli);
}
