#ifndef REFRAIN_CSIMDJSON_H
#define REFRAIN_CSIMDJSON_H

/* A C face over simdjson for one purpose: taking a few named fields out of one JSON object. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a field holds; absent comes first so that zeroed memory means it. */
typedef enum {
  refrain_json_absent = 0,
  refrain_json_null,
  refrain_json_string,
  refrain_json_number,
  refrain_json_boolean,
  refrain_json_array,
  refrain_json_object
} refrain_json_kind;

/* One wanted field. For strings and numbers, `start` and `length` say where in the output its bytes stand:
   a string unescaped, a number as spelled. */
typedef struct {
  refrain_json_kind kind;
  size_t start;
  size_t length;
} refrain_json_value;

typedef enum {
  refrain_json_ok = 0,
  refrain_json_malformed,
  refrain_json_invalid_utf8,
  refrain_json_not_an_object
} refrain_json_status;

typedef struct {
  refrain_json_status status;
  /* simdjson's words about what is wrong; null when nothing is. Lives as long as the program. */
  const char *message;
  /* Where in a malformed line the walk stopped; SIZE_MAX where that is unknown. */
  size_t position;
  /* Bytes of output used. */
  size_t written;
  /* Lone surrogate escapes in wanted fields, each replaced by U+FFFD. */
  size_t surrogates;
} refrain_json_outcome;

typedef struct refrain_json_parser refrain_json_parser;

/* A parser for objects with the given fields of interest; not to be used by two threads at a time. */
refrain_json_parser *refrain_json_parser_create(const char *const *fields, size_t count);
void refrain_json_parser_destroy(refrain_json_parser *parser);

/* Checks that `line` is one well-formed JSON object and nothing else, and takes out the wanted fields.
   `output` must have room for `length` bytes (unescaping never lengthens) and `values` for every field. Of a
   repeated key the first value counts. */
refrain_json_outcome refrain_json_decode(
  refrain_json_parser *parser, const uint8_t *line, size_t length, uint8_t *output,
  refrain_json_value *values);

/* The keys of an object that refrain_json_decode accepts, unescaped, each followed by a byte 0xFF. `output`
   must have room for `length` bytes. Returns the bytes used. */
size_t refrain_json_keys(
  refrain_json_parser *parser, const uint8_t *line, size_t length, uint8_t *output);

bool refrain_utf8_is_valid(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif
#endif
