#ifndef REFRAIN_CZSTD_SHIM_H
#define REFRAIN_CZSTD_SHIM_H

/* libzstd decompresses Zstandard streams (Debian: libzstd-dev). */
#include <zstd.h>

#endif
