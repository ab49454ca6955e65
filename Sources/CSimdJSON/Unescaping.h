#ifndef REFRAIN_UNESCAPING_H
#define REFRAIN_UNESCAPING_H

#include <cstddef>
#include <string_view>

namespace refrain {

struct Unescaped {
  bool isValid;
  size_t length;
  // Lone surrogates, each replaced by U+FFFD.
  size_t surrogates;
};

// Resolves the escapes of a JSON string's inside. The output needs room for the input's length.
Unescaped unescape(std::string_view text, char *output);

bool escapesAreValid(std::string_view text);

}  // namespace refrain

#endif
