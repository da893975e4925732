/*
 * qr: an address as a picture for the camera of a phone (C10).
 *
 * For render/.
 */
#ifndef VITRINA_CHART_QR_H
#define VITRINA_CHART_QR_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Appends an SVG: always black on white, with a margin of four modules, one
 * unit a module. `label` is what readers of the screen get: the address in
 * words or as it is written. Level M: 15 % may be dirty. False, and nothing
 * is drawn, when the text is too long (over 2,000 bytes).
 */
bool chart_qr(struct buf *out, struct str text, struct str label);

#endif
