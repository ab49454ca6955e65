import Execution
import TextFeatures

/// Which terms of a vocabulary are numbers or, in any case, dates; looked up once for all texts.
struct FactTerms: Sendable {
  private let isFact: BitSet

  /// - Complexity: O(bytes of the vocabulary).
  init(_ vocabulary: Vocabulary) {
    var isFact = BitSet(capacity: vocabulary.count)
    for id in 0..<vocabulary.count where Self.isFact(vocabulary.bytes(of: UInt32(id))) { isFact.insert(id) }
    self.isFact = isFact
  }

  /// Whether a term is a number or a date.
  @inline(__always)
  func contains(_ id: UInt32) -> Bool { isFact.contains(Int(id)) }

  /// The rule of `FactWords`, without a look at the category of every letter. Terms are folded: those of the
  /// dates that need a capital are never known from them.
  private static func isFact(_ term: ArraySlice<UInt8>) -> Bool {
    var isASCII = true
    for byte in term {
      if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") { return true }
      if byte >= 0x80 { isASCII = false }
    }
    let string = String(decoding: term, as: UTF8.self)
    return isASCII ? FactWords.calendar.contains(string) : FactWords.isNumberOrDate(string)
  }
}
