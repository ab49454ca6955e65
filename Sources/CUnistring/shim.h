#ifndef REFRAIN_CUNISTRING_SHIM_H
#define REFRAIN_CUNISTRING_SHIM_H

/* GNU libunistring (Debian: libunistring-dev): word and grapheme breaks (UAX #29), NFKC,
   case folding, and the character properties the tokeniser asks for. */
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>

#endif
