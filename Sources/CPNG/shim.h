#ifndef REFRAIN_CPNG_SHIM_H
#define REFRAIN_CPNG_SHIM_H

/* libpng's simplified interface (Debian: libpng-dev) writes the heat maps. */
#include <png.h>

#endif
