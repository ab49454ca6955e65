/// Two token sequences compared by the definitions of the duplicate search at its defaults, in the plainest
/// way: sets of shingles, counted.
///
/// This is what planted copies are judged by, so it shares nothing with the search but the tokens.
struct PlainComparison {
  /// Tokens of a shingle.
  static let width = 5
  /// Shorter texts are not called contained.
  static let fewestContainedTokens = 30

  let original: [UInt32]
  let copy: [UInt32]
  /// How many distinct shingles each has, and both have.
  let sizes: (original: Int, copy: Int)
  let overlap: Int

  init(original: [UInt32], copy: [UInt32]) {
    self.original = original
    self.copy = copy
    let left = Self.shingles(of: original)
    let right = Self.shingles(of: copy)
    sizes = (left.count, right.count)
    overlap = left.intersection(right).count
  }

  /// The distinct runs of five tokens; a shorter text is one shingle, an empty one has none.
  static func shingles(of tokens: [UInt32]) -> Set<[UInt32]> {
    if tokens.isEmpty { return [] }
    if tokens.count < width { return [tokens] }
    return Set((0...tokens.count - width).map { Array(tokens[$0..<$0 + width]) })
  }

  private var union: Int { sizes.original + sizes.copy - overlap }

  /// Whether the Jaccard similarity is at least 0.8.
  var isNearCopy: Bool { overlap > 0 && 10 * overlap >= 8 * union }

  /// Whether at least 0.9 of the original stands in the copy.
  var containsOriginal: Bool {
    overlap > 0 && original.count >= Self.fewestContainedTokens && 10 * overlap >= 9 * sizes.original
  }

  /// Whether at least 0.9 of the copy stands in the original.
  var containsCopy: Bool {
    overlap > 0 && copy.count >= Self.fewestContainedTokens && 10 * overlap >= 9 * sizes.copy
  }

  /// The Jaccard similarity, for display and for choices that are no verdict.
  var jaccard: Double { union == 0 ? 0 : Double(overlap) / Double(union) }

  /// The share of tokens on a longest common subsequence: 2 · its length / the number of tokens of both.
  ///
  /// - Complexity: O(n · m) time, O(m) memory.
  var identity: Double {
    let total = original.count + copy.count
    if total == 0 { return 0 }
    var row = [Int32](repeating: 0, count: copy.count + 1)
    for token in original {
      var diagonal: Int32 = 0
      for (index, other) in copy.enumerated() {
        let above = row[index + 1]
        row[index + 1] = token == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[copy.count]) / Double(total)
  }

  /// Identities in between could fall on either side of 0.85, however the tokens are aligned and counted.
  private static let doubtfulIdentity = 0.75..<0.95

  /// The verdict on text that was cut, moved or added to; nil where the definitions leave room for doubt.
  var relation: PlantedVerdict? {
    if original == copy { return .sameText }
    if isNearCopy { return .nearCopy }
    let identity = identity
    if Self.doubtfulIdentity.contains(identity) { return nil }
    if identity >= Self.doubtfulIdentity.upperBound { return .nearCopy }
    return containsOriginal || containsCopy ? .contained : .related
  }
}
