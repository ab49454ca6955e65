import AnalysisModel

/// Two distinct contents and what they share, in counts; every measure of the pair follows from these.
package struct ContentPair: Sendable, Hashable {
  /// The first content's number.
  package var a: Int
  /// The second content's number.
  package var b: Int
  /// How many distinct shingles `a` has.
  package var sizeOfA: Int
  /// How many distinct shingles `b` has.
  package var sizeOfB: Int
  /// How many of them both have.
  package var overlap: Int

  /// Shingles in either content.
  package var union: Int { sizeOfA + sizeOfB - overlap }

  /// |A ∩ B| / |A ∪ B|; 0 where neither has a shingle.
  package var jaccard: Double { union == 0 ? 0 : Double(overlap) / Double(union) }

  /// |A ∩ B| / |A|; 0 where `a` has no shingle.
  package var containmentOfA: Double { sizeOfA == 0 ? 0 : Double(overlap) / Double(sizeOfA) }

  /// |A ∩ B| / |B|; 0 where `b` has no shingle.
  package var containmentOfB: Double { sizeOfB == 0 ? 0 : Double(overlap) / Double(sizeOfB) }
}
