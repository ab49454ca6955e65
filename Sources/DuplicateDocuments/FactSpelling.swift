import TextFeatures
import TokenAlignment

/// Tells other facts from the same facts written otherwise: a name cut to its initial or misspelt, an initial left
/// out.
struct FactSpelling {
  let tokens: TokenizedCorpus

  /// Whether two runs of facts say the same: their numbers are equal, one after the other, every name of the run
  /// with fewer has its like in the other run, in the same order, and what that run has besides are initials.
  func agree(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
    guard a.filter(isNumber) == b.filter(isNumber) else { return false }
    let (shorter, longer) = a.count <= b.count ? (a, b) : (b, a)
    var rest = longer
    for name in shorter where !isNumber(name) {
      guard let place = rest.firstIndex(where: { isLike(name, $0) }),
        rest[..<place].allSatisfy(isPassedOver)
      else { return false }
      rest = rest[(place + 1)...]
    }
    return rest.allSatisfy(isPassedOver)
  }

  private func isPassedOver(_ id: UInt32) -> Bool {
    isNumber(id) || tokens.vocabulary.token(id).unicodeScalars.count == 1
  }

  private func isNumber(_ id: UInt32) -> Bool {
    tokens.vocabulary.bytes(of: id).contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// Equal, an initial and a name that begins with it, or off by one letter in five.
  private func isLike(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b { return true }
    let names = [a, b].map { tokens.vocabulary.token($0).unicodeScalars.map(\.value) }
    let (short, long) = names[0].count <= names[1].count ? (names[0], names[1]) : (names[1], names[0])
    if short.count == 1 { return short[0] == long[0] }
    if short.count < Self.fewestLetters { return false }
    return EditDistance.distance(short, long, limit: max(1, long.count / 5)) != nil
  }

  /// In shorter names every other letter makes another name.
  private static let fewestLetters = 4
}
