#ifndef REFRAIN_CUNISTRING_SHIM_H
#define REFRAIN_CUNISTRING_SHIM_H

/* GNU libunistring (Debian: libunistring-dev): word and grapheme breaks (UAX #29), NFKC,
   case folding, and the character properties the tokeniser asks for. */

/* libunistring's headers redefine int32_t and its like as macros: the system's headers must be read first,
   or Swift sees two definitions of their types. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>

/* The normal forms are macros over an incomplete struct, which Swift cannot import. */
static inline uninorm_t refrain_nfc(void) { return UNINORM_NFC; }
static inline uninorm_t refrain_nfd(void) { return UNINORM_NFD; }
static inline uninorm_t refrain_nfkc(void) { return UNINORM_NFKC; }

/* The name of a character's script, or "" where it has none. */
static inline const char *refrain_script_name(ucs4_t character) {
  const uc_script_t *script = uc_script(character);
  return script ? script->name : "";
}

#endif
