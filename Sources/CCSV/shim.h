#ifndef REFRAIN_CCSV_SHIM_H
#define REFRAIN_CCSV_SHIM_H

/* libcsv, a streaming RFC 4180 reader (Debian: libcsv-dev). */
#include <csv.h>

#endif
