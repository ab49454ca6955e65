/// The few kinds of Python values that stand in a NumPy header.
enum PythonLiteral: Hashable {
  case string(String)
  case boolean(Bool)
  /// A tuple of integers that are not negative.
  case integers([Int])
}

/// Reads Python literals from bytes; whatever is none gives nil, never a crash.
struct PythonLiteralScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position == bytes.count
    }
  }

  /// Takes a character if it comes next, white space aside.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// The literal that comes next.
  mutating func literal() -> PythonLiteral? {
    skipSpace()
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string().map(PythonLiteral.string)
    case UInt8(ascii: "("): return tuple().map(PythonLiteral.integers)
    case UInt8(ascii: "T"): return takeWord("True") ? .boolean(true) : nil
    case UInt8(ascii: "F"): return takeWord("False") ? .boolean(false) : nil
    default: return nil
    }
  }

  /// Printable ASCII without escapes, as all names of types and keys are.
  private mutating func string() -> String? {
    let quote = bytes[position]
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
    let content = bytes[start..<end]
    guard content.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { return nil }
    position = end + 1
    return String(decoding: content, as: UTF8.self)
  }

  /// `()`, `(3,)`, `(3, 4)` or `(3, 4, )`.
  private mutating func tuple() -> [Int]? {
    guard take("(") else { return nil }
    var values: [Int] = []
    while !take(")") {
      guard let value = integer() else { return nil }
      values.append(value)
      if !take(",") { return take(")") && values.count != 1 ? values : nil }
    }
    return values
  }

  private mutating func integer() -> Int? {
    skipSpace()
    let digits = bytes[position...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    position = digits.endIndex
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let expected = word.withUTF8Buffer { Array($0) }
    guard bytes[position...].starts(with: expected) else { return false }
    position += expected.count
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
      position += 1
    }
  }
}
