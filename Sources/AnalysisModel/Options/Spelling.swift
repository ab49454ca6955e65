/// Decodes a value that is written as one string.
func decodeSpelling<Value>(
  from decoder: any Decoder, as expectation: String, _ parse: (String) -> Value?
) throws -> Value {
  let container = try decoder.singleValueContainer()
  let text = try container.decode(String.self)
  guard let value = parse(text) else {
    throw DecodingError.dataCorruptedError(
      in: container, debugDescription: "‘\(text)’ is not \(expectation)")
  }
  return value
}
