#include "CSimdJSON.h"

#include <algorithm>
#include <memory>
#include <new>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

#include "Unescaping.h"

// simdjson's first stage does what takes the time: it checks the UTF-8, finds the strings and lists where
// each token starts, with the best instructions of the processor at hand. Its own second stages do not fit:
// the tree rejects integers past 64 bits and loses the spelling of numbers, and the on-demand reader does not
// check what it skips. So the tokens are walked here, with every token checked.

struct refrain_json_parser {
  std::vector<std::string> fields;
  std::unique_ptr<simdjson::internal::dom_parser_implementation> tokenizer;
  size_t capacity = 0;
};

namespace {

using simdjson::error_code;
constexpr size_t maximumDepth = 1024;

error_code tokenize(refrain_json_parser &parser, const uint8_t *line, size_t length) {
  if (length > simdjson::SIMDJSON_MAXSIZE_BYTES) return simdjson::CAPACITY;
  if (length > parser.capacity) {
    size_t capacity = std::min(std::max<size_t>(2 * length, 1 << 16), simdjson::SIMDJSON_MAXSIZE_BYTES);
    error_code error =
        parser.tokenizer
            ? parser.tokenizer->set_capacity(capacity)
            : simdjson::get_active_implementation()->create_dom_parser_implementation(
                  capacity, maximumDepth, parser.tokenizer);
    if (error) {
      parser.capacity = 0;
      return error;
    }
    parser.capacity = capacity;
  }
  return parser.tokenizer->stage1(line, length, simdjson::stage1_mode::regular);
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The grammar of RFC 8259: -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
bool isNumber(std::string_view text) {
  size_t i = 0, n = text.size();
  auto digits = [&] {
    size_t start = i;
    while (i < n && isDigit(text[i])) i++;
    return i > start;
  };
  if (i < n && text[i] == '-') i++;
  if (i < n && text[i] == '0') i++;
  else if (!digits()) return false;
  if (i < n && text[i] == '.') {
    i++;
    if (!digits()) return false;
  }
  if (i < n && (text[i] == 'e' || text[i] == 'E')) {
    i++;
    if (i < n && (text[i] == '+' || text[i] == '-')) i++;
    if (!digits()) return false;
  }
  return i == n;
}

// Walks the tokens of one line.
class Walk {
 public:
  Walk(refrain_json_parser &parser, const uint8_t *line, size_t length, uint8_t *output)
      : parser(parser), line(reinterpret_cast<const char *>(line)), length(length),
        output(reinterpret_cast<char *>(output)), starts(parser.tokenizer->structural_indexes.get()),
        count(parser.tokenizer->n_structural_indexes) {}

  // With `values`, takes out the wanted fields; without, lists the keys.
  error_code run(refrain_json_value *values);

  // Where the token at hand starts.
  size_t position() const { return next < count ? starts[next] : length; }

  bool isObject = false;
  size_t written = 0;
  size_t surrogates = 0;

 private:
  char first() const { return next < count ? line[starts[next]] : '\0'; }

  std::string_view token() const {
    size_t start = starts[next], end = next + 1 < count ? starts[next + 1] : length;
    while (end > start && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r' ||
                           line[end - 1] == '\n'))
      end--;
    return {line + start, end - start};
  }

  // The inside of the string at hand; false where the token is none.
  bool string(std::string_view &content) const {
    std::string_view text = token();
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
    content = text.substr(1, text.size() - 2);
    return true;
  }

  error_code key(refrain_json_value *values, size_t depth);
  error_code scalar(refrain_json_value *values);
  void take(refrain_json_value *values, refrain_json_value value);

  refrain_json_parser &parser;
  const char *line;
  size_t length;
  char *output;
  const uint32_t *starts;
  size_t count;
  size_t next = 0;
  // The fields that the value at hand belongs to, as bits.
  uint64_t wanted = 0;
};

error_code Walk::key(refrain_json_value *values, size_t depth) {
  std::string_view raw;
  if (next >= count || !string(raw)) return simdjson::TAPE_ERROR;
  wanted = 0;
  if (depth > 1) {
    if (!refrain::escapesAreValid(raw)) return simdjson::STRING_ERROR;
  } else {
    // The unescaped key stands in the output only while it is compared, unless keys are what is asked for.
    refrain::Unescaped result = refrain::unescape(raw, output + written);
    if (!result.isValid) return simdjson::STRING_ERROR;
    std::string_view name(output + written, result.length);
    if (values) {
      for (size_t field = 0; field < parser.fields.size(); field++)
        if (values[field].kind == refrain_json_absent && name == parser.fields[field])
          wanted |= uint64_t(1) << field;
    } else {
      written += result.length;
      output[written++] = char(0xFF);
    }
  }
  next++;
  if (first() != ':') return simdjson::TAPE_ERROR;
  next++;
  return simdjson::SUCCESS;
}

void Walk::take(refrain_json_value *values, refrain_json_value value) {
  for (size_t field = 0; wanted; field++, wanted >>= 1)
    if (wanted & 1) values[field] = value;
}

error_code Walk::scalar(refrain_json_value *values) {
  std::string_view text = token();
  if (text.empty()) return simdjson::TAPE_ERROR;
  refrain_json_value value{refrain_json_absent, written, 0};
  switch (text.front()) {
    case '"': {
      std::string_view content;
      if (!string(content)) return simdjson::STRING_ERROR;
      if (!wanted) return refrain::escapesAreValid(content) ? simdjson::SUCCESS : simdjson::STRING_ERROR;
      refrain::Unescaped result = refrain::unescape(content, output + written);
      if (!result.isValid) return simdjson::STRING_ERROR;
      value.kind = refrain_json_string;
      value.length = result.length;
      surrogates += result.surrogates;
      break;
    }
    case 't':
    case 'f':
      if (text != "true" && text != "false")
        return text.front() == 't' ? simdjson::T_ATOM_ERROR : simdjson::F_ATOM_ERROR;
      value.kind = refrain_json_boolean;
      break;
    case 'n':
      if (text != "null") return simdjson::N_ATOM_ERROR;
      value.kind = refrain_json_null;
      break;
    default:
      if (text.front() != '-' && !isDigit(text.front())) return simdjson::TAPE_ERROR;
      if (!isNumber(text)) return simdjson::NUMBER_ERROR;
      value.kind = refrain_json_number;
      if (wanted) {
        std::copy(text.begin(), text.end(), output + written);
        value.length = text.size();
      }
  }
  if (wanted) {
    written += value.length;
    take(values, value);
  }
  return simdjson::SUCCESS;
}

error_code Walk::run(refrain_json_value *values) {
  bool inObject[maximumDepth + 1];
  size_t depth = 0;
  isObject = first() == '{';
  while (true) {
    // A value starts here.
    char opening = first();
    if (opening == '{' || opening == '[') {
      if (depth == maximumDepth) return simdjson::DEPTH_ERROR;
      if (wanted) {
        auto kind = opening == '{' ? refrain_json_object : refrain_json_array;
        take(values, {kind, written, 0});
      }
      inObject[++depth] = opening == '{';
      next++;
      if (first() != (opening == '{' ? '}' : ']')) {
        if (inObject[depth])
          if (error_code error = key(values, depth)) return error;
        continue;
      }
    } else {
      if (next >= count) return simdjson::TAPE_ERROR;
      if (error_code error = scalar(values)) return error;
      next++;
    }
    // A value has ended, or an empty container is about to.
    while (depth > 0 && first() == (inObject[depth] ? '}' : ']')) {
      depth--;
      next++;
    }
    if (depth == 0) return next == count ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
    if (first() != ',') return simdjson::TAPE_ERROR;
    next++;
    if (inObject[depth])
      if (error_code error = key(values, depth)) return error;
  }
}

}  // namespace

extern "C" refrain_json_parser *refrain_json_parser_create(const char *const *fields, size_t count) {
  auto parser = std::make_unique<refrain_json_parser>();
  parser->fields.assign(fields, fields + std::min<size_t>(count, 64));
  return parser.release();
}

extern "C" void refrain_json_parser_destroy(refrain_json_parser *parser) { delete parser; }

extern "C" refrain_json_outcome refrain_json_decode(
    refrain_json_parser *parser, const uint8_t *line, size_t length, uint8_t *output,
    refrain_json_value *values) {
  std::fill(values, values + parser->fields.size(), refrain_json_value{refrain_json_absent, 0, 0});
  refrain_json_outcome outcome{refrain_json_ok, nullptr, SIZE_MAX, 0, 0};
  error_code error = tokenize(*parser, line, length);
  if (!error) {
    Walk walk(*parser, line, length, output);
    error = walk.run(values);
    outcome.written = walk.written;
    outcome.surrogates = walk.surrogates;
    if (error) outcome.position = walk.position();
    if (!error && !walk.isObject) outcome.status = refrain_json_not_an_object;
  }
  if (error) {
    outcome.status = error == simdjson::UTF8_ERROR ? refrain_json_invalid_utf8 : refrain_json_malformed;
    outcome.message = simdjson::error_message(error);
  }
  return outcome;
}

extern "C" size_t refrain_json_keys(
    refrain_json_parser *parser, const uint8_t *line, size_t length, uint8_t *output) {
  if (tokenize(*parser, line, length)) return 0;
  Walk walk(*parser, line, length, output);
  return walk.run(nullptr) ? 0 : walk.written;
}

extern "C" bool refrain_utf8_is_valid(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
