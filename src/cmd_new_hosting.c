/*
 * cmd_new_hosting: `vitrina new --hosting HOST`: what a server needs to check
 * and to show the site.
 */
#include "base/mem.h"
#include "cli.h"
#include "cmd_new.h"
#include "output/fresh.h"

#include <string.h>

/* Files of the starter theme and where the host looks for them. Names that
 * begin with a dot are not built in, so each has a plain one there. */
static const struct recipe {
    const char *host, *from, *to;
} recipes[] = {
    {"github", "hosting/github.yml", ".github/workflows/site.yml"},
    {"github", "hosting/ci.sh", "hosting/ci.sh"},
    {"gitea", "hosting/gitea.yml", ".gitea/workflows/site.yml"},
    {"gitea", "hosting/ci.sh", "hosting/ci.sh"},
    {"gitlab", "hosting/gitlab.yml", ".gitlab-ci.yml"},
    {"gitlab", "hosting/ci.sh", "hosting/ci.sh"},
    {"nginx", "hosting/nginx.conf", "hosting/nginx.conf"},
};

void new_hosting(struct cli *cli, struct fresh *fresh, const char *host)
{
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++)
        if (strcmp(recipes[i].host, host) == 0)
            fresh_add(fresh, str_of(recipes[i].to),
                      new_starter(recipes[i].from));
    if (fresh->files.n == 0)
        diag_add(cli->diag, (struct pos){0}, MSG_NEW_HOSTING,
                 ARGS(str_of(host)));
    else if (fresh_write(fresh, cli->dir, cli->diag) == 0)
        for (size_t i = 0; i < fresh->files.n; i++)
            cli_say(cli, "Записано: %.*s", "Written: %.*s",
                    STR_FMT(fresh->files.at[i].path));
}
