/*
 * serve: see serve.h. One thread of libmicrohttpd answers; the thread of
 * serve_run waits for changes, has the site read anew and wakes the pages
 * that are open (server-sent events).
 *
 * The only file that knows libmicrohttpd. For cmd_serve.c.
 */
#include "output/serve.h"

#include "base/diag.h"
#include "base/mem.h"
#include "output/notice.h"
#include "output/serve_page.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An open page that waits for the next version of the site. */
struct stream {
    struct serve *serve;
    struct MHD_Connection *connection;
    unsigned told;              /* the version it knows; 0: none */
    bool asleep;
    struct stream *next;
};

struct serve {
    struct serve_host host;
    struct notice *notice;
    struct MHD_Daemon *daemon;
    uint16_t port;
    pthread_mutex_t lock;       /* of what follows */
    unsigned version;           /* of the site, from 1 */
    bool stopping;
    struct stream *streams;
    int stops[2];               /* a pipe that signals write to */
};

/* --- open pages --- */

/* Another run of the program is another version too. */
static struct str version_text(const struct serve *serve, char room[48])
{
    int n = snprintf(room, 48, "%ld-%u", (long)getpid(), serve->version);
    return (struct str){room, (size_t)n};
}

/* libmicrohttpd asks for more to send; it sleeps until there is news. */
static ssize_t stream_read(void *payload, uint64_t at, char *out, size_t max)
{
    struct stream *stream = payload;
    struct serve *serve = stream->serve;
    char room[48];
    ssize_t n = 0;
    (void)at;
    pthread_mutex_lock(&serve->lock);
    if (serve->stopping) {
        n = MHD_CONTENT_READER_END_OF_STREAM;
    } else if (stream->told != serve->version) {
        n = snprintf(out, max, "data: %.*s\n\n",
                     STR_FMT(version_text(serve, room)));
        stream->told = serve->version;
    } else {
        MHD_suspend_connection(stream->connection);
        stream->asleep = true;
    }
    pthread_mutex_unlock(&serve->lock);
    return n;
}

static void stream_free(void *payload)
{
    struct stream *stream = payload;
    struct serve *serve = stream->serve;
    pthread_mutex_lock(&serve->lock);
    for (struct stream **at = &serve->streams; *at; at = &(*at)->next)
        if (*at == stream) {
            *at = stream->next;
            break;
        }
    pthread_mutex_unlock(&serve->lock);
    free(stream);
}

/* There is a new version, or an end: everybody wakes up. */
static void wake_all(struct serve *serve, bool stopping)
{
    pthread_mutex_lock(&serve->lock);
    serve->version++;
    serve->stopping = stopping;
    for (struct stream *s = serve->streams; s; s = s->next)
        if (s->asleep) {
            s->asleep = false;
            MHD_resume_connection(s->connection);
        }
    pthread_mutex_unlock(&serve->lock);
}

static struct MHD_Response *new_stream(struct serve *serve,
                                       struct MHD_Connection *connection)
{
    struct stream *stream = mem_alloc(sizeof *stream);
    *stream = (struct stream){.serve = serve, .connection = connection};
    pthread_mutex_lock(&serve->lock);
    stream->next = serve->streams;
    serve->streams = stream;
    pthread_mutex_unlock(&serve->lock);
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 256,
                                             stream_read, stream,
                                             stream_free);
}

/* --- answers --- */

static enum MHD_Result send_response(struct MHD_Connection *connection,
                                     unsigned status, const char *type,
                                     struct MHD_Response *response)
{
    if (!response)
        return MHD_NO;
    MHD_add_response_header(response, "Content-Type", type);
    MHD_add_response_header(response, "Cache-Control", "no-store");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    enum MHD_Result sent = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return sent;
}

static enum MHD_Result send_bytes(struct MHD_Connection *connection,
                                  unsigned status, const char *type,
                                  struct str bytes)
{
    return send_response(connection, status, type,
                         MHD_create_response_from_buffer(
                             bytes.n, (void *)(uintptr_t)bytes.p,
                             MHD_RESPMEM_MUST_COPY));
}

static enum MHD_Result send_to(struct MHD_Connection *connection,
                               const char *address)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(response, "Location", address);
    return send_response(connection, MHD_HTTP_FOUND, "text/plain", response);
}

/* A page of the site as the browser gets it. */
static enum MHD_Result send_page(struct serve *serve,
                                 struct MHD_Connection *connection,
                                 unsigned status, struct str html)
{
    struct buf problems = {0}, page = {0};
    char room[48];
    serve->host.problems(serve->host.payload, &problems);
    pthread_mutex_lock(&serve->lock);
    struct str version = version_text(serve, room);
    pthread_mutex_unlock(&serve->lock);
    serve_dress(&page, html, buf_str(&problems), version);
    enum MHD_Result sent = send_bytes(connection, status,
                                      serve_type(S(".html")),
                                      buf_str(&page));
    buf_free(&problems);
    buf_free(&page);
    return sent;
}

/* `path` or, when it ends in a slash, the index of that folder. */
static bool find(struct serve *serve, struct str path, struct buf *name,
                 struct buf *bytes)
{
    buf_add(name, path);
    if (!path.n || str_ends(path, S("/")))
        buf_addz(name, "index.html");
    return serve->host.file(serve->host.payload, buf_str(name), bytes);
}

static bool is_folder(struct serve *serve, struct str path)
{
    struct buf name = {0}, bytes = {0};
    buf_add(&name, path);
    buf_addz(&name, "/index.html");
    bool is = serve->host.file(serve->host.payload, buf_str(&name), &bytes);
    buf_free(&name);
    buf_free(&bytes);
    return is;
}

static enum MHD_Result send_missing(struct serve *serve,
                                    struct MHD_Connection *connection)
{
    struct buf bytes = {0};
    bool has = serve->host.file(serve->host.payload, S("404.html"), &bytes);
    enum MHD_Result sent =
        send_page(serve, connection, MHD_HTTP_NOT_FOUND,
                  has ? buf_str(&bytes) : serve_bare());
    buf_free(&bytes);
    return sent;
}

static enum MHD_Result send_file(struct serve *serve,
                                 struct MHD_Connection *connection,
                                 const char *url)
{
    struct buf name = {0}, bytes = {0};
    struct str path = str_skip(str_of(url), 1);
    enum MHD_Result sent;
    if (find(serve, path, &name, &bytes)) {
        sent = str_ends(buf_str(&name), S(".html"))
                   ? send_page(serve, connection, MHD_HTTP_OK,
                               buf_str(&bytes))
                   : send_bytes(connection, MHD_HTTP_OK,
                                serve_type(buf_str(&name)), buf_str(&bytes));
    } else if (path.n && is_folder(serve, path)) {
        buf_clear(&bytes);
        buf_char(&bytes, '/');
        buf_url_path(&bytes, path);
        buf_char(&bytes, '/');
        sent = send_to(connection, bytes.p);
    } else {
        sent = send_missing(serve, connection);
    }
    buf_free(&name);
    buf_free(&bytes);
    return sent;
}

/* Only names of this machine: another site's name that was pointed at our
 * address must not read what is not published (DNS rebinding). */
static bool is_here(struct MHD_Connection *connection)
{
    struct str host = str_of(MHD_lookup_connection_value(
        connection, MHD_HEADER_KIND, "Host"));
    struct str name = str_cut(&host, ':');
    return str_is(name, "localhost") || str_is(name, "127.0.0.1");
}

static enum MHD_Result answer(void *payload,
                              struct MHD_Connection *connection,
                              const char *url, const char *method,
                              const char *version, const char *upload,
                              size_t *upload_n, void **state)
{
    struct serve *serve = payload;
    (void)version;
    (void)upload;
    (void)state;
    *upload_n = 0;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return send_bytes(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
                          "text/plain", S("GET, HEAD\n"));
    if (!is_here(connection))
        return send_bytes(connection, MHD_HTTP_FORBIDDEN, "text/plain",
                          S("Host: localhost, 127.0.0.1\n"));
    if (strcmp(url, SERVE_EVENTS) == 0)
        return send_response(connection, MHD_HTTP_OK, "text/event-stream",
                             new_stream(serve, connection));
    struct str asset = serve_asset(str_of(url));
    if (asset.n)
        return send_bytes(connection, MHD_HTTP_OK, serve_type(str_of(url)),
                          asset);
    return send_file(serve, connection, url);
}

/* --- life --- */

/* The end that signals write to, once a process: a handler can be given
 * nothing else. */
static int stop_end = -1;

static void on_stop(int signal_number)
{
    int saved = errno;
    (void)signal_number;
    if (write(stop_end, "", 1) < 0) {
        /* full: it is told already */
    }
    errno = saved;
}

static int catch_stops(int ends[2])
{
    struct sigaction action = {.sa_handler = on_stop};
    if (pipe(ends) != 0)
        return -1;
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    stop_end = ends[1];
    sigemptyset(&action.sa_mask);
    return sigaction(SIGINT, &action, NULL) |
           sigaction(SIGTERM, &action, NULL) |
           sigaction(SIGHUP, &action, NULL);
}

/* NULL after reporting. */
static struct MHD_Daemon *start_daemon(struct serve *serve, uint16_t port,
                                       struct diag *diag)
{
    struct sockaddr_in here = {.sin_family = AF_INET,
                               .sin_port = htons(port),
                               .sin_addr = {htonl(INADDR_LOOPBACK)}};
    char room[8];
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, port, NULL,
        NULL, answer, serve, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&here,
        MHD_OPTION_END);
    if (!daemon) {
        snprintf(room, sizeof room, "%u", (unsigned)port);
        diag_errno(diag, (struct pos){0}, MSG_SERVE_PORT, str_of(room));
    }
    return daemon;
}

struct serve *serve_start(const char *dir, const char *const *folders,
                          size_t n, uint16_t port,
                          const struct serve_host *host, struct diag *diag)
{
    struct serve *serve = mem_alloc(sizeof *serve);
    *serve = (struct serve){.host = *host, .version = 1};
    pthread_mutex_init(&serve->lock, NULL);
    serve->notice = notice_new(dir, folders, n, diag);
    /* Whoever has read the address may end it at once. */
    if (serve->notice && catch_stops(serve->stops) != 0)
        diag_errno(diag, (struct pos){0}, MSG_SERVE_WATCH, S("."));
    else if (serve->notice)
        serve->daemon = start_daemon(serve, port, diag);
    if (!serve->daemon) {
        serve_free(serve);
        return NULL;
    }
    serve->port = MHD_get_daemon_info(serve->daemon,
                                      MHD_DAEMON_INFO_BIND_PORT)->port;
    return serve;
}

uint16_t serve_port(const struct serve *serve)
{
    return serve->port;
}

void serve_free(struct serve *serve)
{
    if (serve->daemon) {
        wake_all(serve, true);  /* none may sleep when it stops */
        MHD_stop_daemon(serve->daemon);
    }
    notice_free(serve->notice);
    pthread_mutex_destroy(&serve->lock);
    free(serve);
}

int serve_run(struct serve *serve, struct diag *diag)
{
    enum notice_what what;
    while ((what = notice_wait(serve->notice, serve->stops[0], diag)) ==
           NOTICE_CHANGED) {
        serve->host.refresh(serve->host.payload);
        wake_all(serve, false);
    }
    return what == NOTICE_STOPPED ? 0 : -1;
}
