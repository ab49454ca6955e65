#ifndef REFRAIN_CSTEMMER_SHIM_H
#define REFRAIN_CSTEMMER_SHIM_H

/* The Snowball stemmers (Debian: libstemmer-dev). */
#include <libstemmer.h>

#endif
