/*
 * chart_style: the style sheet inside charts that are files of their own: the
 * classes of chart.h in the colours of the default theme (reader 6.1).
 *
 * For render/, through chart.h. No font is loaded, no setting of the reader is
 * asked: such a file is an image on somebody else's page.
 */
#include "chart/chart.h"

/* text, muted, hair, border, school, muni, target, other, track, ground */
#define SHEET(T, N, H, B, S, M, G, O, K, W)                                 \
    ".chart{font-family:system-ui,\"Segoe UI\",Roboto,\"Noto Sans\","       \
    "\"Liberation Sans\",Arial,sans-serif}"                                 \
    "text{fill:" T "}.t-head,.t-school,.t-inside{font-weight:700}"          \
    ".t-note{fill:" N "}.t-school{fill:" S "}.t-muni{fill:" M "}"           \
    ".t-target{fill:" G "}.t-inside{fill:" W "}.ground{fill:" W "}"         \
    ".grid{stroke:" H "}.axis,.break,.leader,.l-norm{stroke:" B "}"         \
    ".break{stroke-dasharray:3 3}.leader{stroke-width:.75}"                 \
    ".l-norm{stroke-dasharray:8 3 2 3}"                                     \
    "polyline,.ci{fill:none;stroke-linejoin:round}"                         \
    ".l-school{stroke:" S ";stroke-width:3}"                                \
    ".l-muni{stroke:" M ";stroke-width:2;stroke-dasharray:6 4}"             \
    ".l-main{stroke-width:3;stroke-dasharray:none}"                         \
    ".l-target{stroke:" G ";stroke-width:2;stroke-dasharray:1 4;"           \
    "stroke-linecap:round}"                                                 \
    "path.l-target{stroke-width:3;stroke-dasharray:none}"                   \
    ".m-school{fill:" S ";stroke:" W ";stroke-width:1.5}"                   \
    ".m-muni{fill:" W ";stroke:" M ";stroke-width:2}"                       \
    ".m-target{fill:" W ";stroke:" G ";stroke-width:2}"                     \
    ".m-school.m-hollow{fill:" W ";stroke:" S ";stroke-width:2}"            \
    ".m-other{fill:" W ";stroke:" O ";stroke-width:1.5}"                    \
    ".m-others{fill:none;stroke:" O ";stroke-linecap:round}"                \
    ".ci{stroke:" S ";stroke-width:1.5}"                                    \
    ".track{fill:" K ";stroke:" B "}.bar,.bar-done{fill:" S "}"             \
    ".bar:has(~.bar-done){fill:" W ";stroke:" S "}"                         \
    ".bar-old{fill:none;stroke:" B ";stroke-dasharray:3 2}"                 \
    ".now{stroke:" T ";stroke-width:2}"

struct str chart_style(bool dark)
{
    return dark ? S(SHEET("#e8ecf0", "#b3bdc8", "#38434f", "#7f8b98",
                          "#6cb2ff", "#b3bdc8", "#ffb27a", "#7f8b98",
                          "#28313b", "#12161b"))
                : S(SHEET("#1b1f24", "#4a5460", "#d5dae0", "#768290",
                          "#0b57a4", "#5a6472", "#a3430b", "#7c8794",
                          "#e6eaee", "#fff"));
}
