/*
 * private: raw numbers and the public. See private.h.
 */
#include "private.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/mem.h"
#include "build.h"
#include "input/git.h"
#include "input/source.h"
#include "model/config.h"
#include "release/release.h"

static const char *folder(const struct build_options *options,
                          const struct config *config, struct arena *arena)
{
    return options->private_dir
               ? options->private_dir
               : fs_from(arena, options->dir, config->private_path);
}

bool private_missing(const struct build_options *options,
                     const struct config *config)
{
    struct arena *arena = arena_new();
    bool missing = config->private_path.n
        && !fs_is_dir(folder(options, config, arena));
    arena_free(arena);
    return missing;
}

struct source *private_open(const struct build_options *options,
                            const struct config *config, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct source *source = NULL;
    if (config->private_path.n)
        source = source_private(folder(options, config, arena),
                                config->private_path, diag);
    if (source)
        source_without(source, options->gaps, options->gaps_n);
    arena_free(arena);
    return source;
}

/* The repository that is published to, or NULL. */
static struct repo *open_target(const struct build_options *options,
                                const struct config *config,
                                struct arena *arena, struct diag *quiet)
{
    const char *dir = options->repository.n
                          ? str_z(arena, options->repository)
                          : config_repository(config, arena, options->dir);
    return repo_open(dir, false, quiet);
}

/* Everybody can read it in the repository. */
static bool is_public(struct repo *target, const char *place,
                      struct arena *arena, struct diag *quiet)
{
    struct str path = str_of(place);
    size_t slash = path.n;
    while (slash > 0 && path.p[slash - 1] != '/')
        slash--;
    struct str folder = str_sub(path, 0, slash);
    struct repo *home = repo_open(str_z(arena, folder), false, quiet);
    bool found = home && repo_shares(home, target) &&
                 repo_tracks(home, str_skip(path, slash));
    repo_free(home);
    return found;
}

void private_warn(const struct build_options *options,
                  const struct config *config, const struct release *release,
                  struct diag *diag)
{
    struct arena *arena = arena_new();
    struct diag *quiet = diag_new();
    struct repo *target = open_target(options, config, arena, quiet);
    size_t n;
    const struct str *tables = release_raw_tables(release, &n);
    for (size_t i = 0; target && i < n; i++)
        if (is_public(target, fs_from(arena, options->dir, tables[i]), arena,
                      quiet))
            diag_add(diag, (struct pos){.file = tables[i]}, MSG_SOURCE_RAW,
                     NULL);
    repo_free(target);
    diag_free(quiet);
    arena_free(arena);
}
