#ifndef REFRAIN_CLIBXML2_SHIM_H
#define REFRAIN_CLIBXML2_SHIM_H

/* libxml2's HTML parser, through its SAX interface (Debian: libxml2-dev). */
#include <libxml/xmlversion.h>

/* Where libxml2 was built with ICU its headers draw in ICU's, which clash with those of Foundation. Nothing that is
   used here depends on it. */
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#endif
