#include "Unescaping.h"

#include <cstdint>
#include <cstring>

namespace refrain {
namespace {

// The character of a two-byte escape, or 0.
char simpleEscape(char letter) {
  switch (letter) {
    case '"': return '"';
    case '\\': return '\\';
    case '/': return '/';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
  }
}

// The code unit of the `\uXXXX` at `position`, or -1.
int32_t codeUnit(std::string_view text, size_t position) {
  if (text.size() - position < 6 || text[position] != '\\' || text[position + 1] != 'u') return -1;
  int32_t value = 0;
  for (size_t i = position + 2; i < position + 6; i++) {
    char c = text[i];
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  return value;
}

char *encode(int32_t scalar, char *out) {
  if (scalar < 0x80) {
    *out++ = char(scalar);
  } else if (scalar < 0x800) {
    *out++ = char(0xC0 | scalar >> 6);
    *out++ = char(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    *out++ = char(0xE0 | scalar >> 12);
    *out++ = char(0x80 | (scalar >> 6 & 0x3F));
    *out++ = char(0x80 | (scalar & 0x3F));
  } else {
    *out++ = char(0xF0 | scalar >> 18);
    *out++ = char(0x80 | (scalar >> 12 & 0x3F));
    *out++ = char(0x80 | (scalar >> 6 & 0x3F));
    *out++ = char(0x80 | (scalar & 0x3F));
  }
  return out;
}

// The next backslash at or after `position`, or the end.
size_t nextEscape(std::string_view text, size_t position) {
  auto found = static_cast<const char *>(
      std::memchr(text.data() + position, '\\', text.size() - position));
  return found ? size_t(found - text.data()) : text.size();
}

}  // namespace

Unescaped unescape(std::string_view text, char *output) {
  Unescaped result{true, 0, 0};
  char *out = output;
  size_t position = 0;
  while (true) {
    size_t escape = nextEscape(text, position);
    std::memcpy(out, text.data() + position, escape - position);
    out += escape - position;
    if (escape == text.size()) break;
    if (escape + 1 == text.size()) return {false, 0, 0};
    if (char simple = simpleEscape(text[escape + 1])) {
      *out++ = simple;
      position = escape + 2;
      continue;
    }
    int32_t unit = codeUnit(text, escape);
    if (unit < 0) return {false, 0, 0};
    position = escape + 6;
    if (unit >= 0xD800 && unit < 0xE000) {
      int32_t low = unit < 0xDC00 ? codeUnit(text, position) : -1;
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        position += 6;
      } else {
        unit = 0xFFFD;
        result.surrogates++;
      }
    }
    out = encode(unit, out);
  }
  result.length = size_t(out - output);
  return result;
}

bool escapesAreValid(std::string_view text) {
  for (size_t escape = nextEscape(text, 0); escape < text.size();) {
    if (escape + 1 == text.size()) return false;
    if (simpleEscape(text[escape + 1])) {
      escape = nextEscape(text, escape + 2);
    } else {
      if (codeUnit(text, escape) < 0) return false;
      escape = nextEscape(text, escape + 6);
    }
  }
  return true;
}

}  // namespace refrain
