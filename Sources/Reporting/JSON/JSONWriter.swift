import AnalysisModel

/// Writes JSON with keys in the order they are given.
///
/// Numbers are the shortest that read back the same; slashes stay as they are, non-ASCII stays UTF-8. Escaped
/// are quotes, backslashes and everything a careless reader takes for a line end or a terminal for a command:
/// C0 and C1 controls, DEL, U+2028 and U+2029.
struct JSONWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private let expandedDepth: Int
  private let escapesMarkup: Bool
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// A writer that puts the elements of containers nested less than `expandedDepth` deep on lines of their own.
  ///
  /// - Parameter escapesMarkup: writes `<` as `\u003c`, so that the text can stand inside an HTML script element.
  init(expandedDepth: Int = 0, escapesMarkup: Bool = false) {
    self.expandedDepth = expandedDepth
    self.escapesMarkup = escapesMarkup
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  mutating func key(_ name: String) {
    separate()
    quoted(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    if depth <= expandedDepth { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  mutating func value(_ string: String) {
    separate()
    quoted(string.utf8)
  }

  mutating func value(_ text: UTF8Text) {
    separate()
    quoted(text.bytes)
  }

  mutating func value(_ integer: some BinaryInteger) { literal("\(integer)") }

  mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// - Precondition: the number is finite, as JSON has no other.
  mutating func value(_ number: Double) {
    precondition(number.isFinite, "\(number) has no spelling in JSON")
    literal(Self.spelling(number))
  }

  mutating func null() { literal("null") }

  /// Ends a record of JSON lines.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Hands out what has been written and starts anew.
  mutating func takeBytes() -> [UInt8] {
    defer { self = JSONWriter(expandedDepth: expandedDepth, escapesMarkup: escapesMarkup) }
    return bytes
  }

  /// The shortest decimal that reads back as the same Double; whole numbers without a point.
  static func spelling(_ number: Double) -> String {
    let text = number == 0 ? "0" : number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma && depth < expandedDepth { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      needsComma = true
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    if depth > 0 && depth <= expandedDepth { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}

// MARK: Strings

extension JSONWriter {
  private mutating func quoted(_ text: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    let contiguous: Void? = text.withContiguousStorageIfAvailable { escape($0) }
    if contiguous == nil { Array(text).withUnsafeBufferPointer { escape($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var position = 0
    while position < text.count {
      let length = hazard(in: text, at: position)
      if length == 0 {
        position += 1
        continue
      }
      bytes.append(contentsOf: text[copied..<position])
      appendEscape(text[position..<position + length])
      position += length
      copied = position
    }
    bytes.append(contentsOf: text[copied...])
  }

  /// How many bytes at a position must be escaped together; 0 for none.
  private func hazard(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch text[position] {
    case 0..<0x20, 0x22, 0x5C, 0x7F: return 1
    case UInt8(ascii: "<") where escapesMarkup: return 1
    case 0xC2 where position + 1 < text.count && text[position + 1] < 0xA0: return 2
    case 0xE2
    where position + 2 < text.count && text[position + 1] == 0x80
      && (text[position + 2] == 0xA8 || text[position + 2] == 0xA9):
      return 3
    default: return 0
    }
  }

  private mutating func appendEscape(_ sequence: Slice<UnsafeBufferPointer<UInt8>>) {
    let first = sequence[sequence.startIndex]
    switch first {
    case 0x22: bytes.append(contentsOf: #"\""#.utf8)
    case 0x5C: bytes.append(contentsOf: #"\\"#.utf8)
    case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0xC2: appendHexadecimal(UInt32(sequence[sequence.startIndex + 1]))
    case 0xE2: appendHexadecimal(0x2000 + UInt32(sequence[sequence.startIndex + 2] & 0x3F))
    default: appendHexadecimal(UInt32(first))
    }
  }

  private mutating func appendHexadecimal(_ value: UInt32) {
    let digits = String(value, radix: 16)
    bytes.append(contentsOf: #"\u"#.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}

// MARK: Fields of an object

extension JSONWriter {
  mutating func field(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  mutating func field(_ name: String, _ text: UTF8Text) {
    key(name)
    value(text)
  }

  mutating func field(_ name: String, _ integer: some BinaryInteger) {
    key(name)
    value(integer)
  }

  mutating func field(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  mutating func objectField(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  mutating func arrayField(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }
}
