#ifndef REFRAIN_CZLIB_SHIM_H
#define REFRAIN_CZLIB_SHIM_H

/* zlib inflates gzip streams (Debian: zlib1g-dev). */
#include <zlib.h>

#endif
