/// The distinct tokens of a corpus, numbered by document frequency (descending), then by bytes.
///
/// Frequent tokens have small ids, which is what the similarity kernel wants, and the numbering does not
/// depend on how many threads built it.
public struct Vocabulary: Sendable {
  private let arena: [UInt8]
  private let offsets: [Int]
  /// For every id, how many documents hold the token. Titles count where they take part.
  public let documentFrequencies: [UInt32]

  /// A vocabulary from tokens that are already in the right order.
  ///
  /// - Parameters:
  ///   - arena: the folded tokens' UTF-8, one after the other.
  ///   - offsets: `count + 1` positions in the arena.
  ///   - documentFrequencies: `count` frequencies, descending.
  public init(arena: [UInt8], offsets: [Int], documentFrequencies: [UInt32]) {
    precondition(
      offsets.count == documentFrequencies.count + 1,
      "\(offsets.count) offsets for \(documentFrequencies.count) tokens")
    self.arena = arena
    self.offsets = offsets
    self.documentFrequencies = documentFrequencies
  }

  /// How many distinct tokens there are; ids are `0..<count`.
  public var count: Int { documentFrequencies.count }

  /// The folded token's UTF-8.
  public func bytes(of id: UInt32) -> ArraySlice<UInt8> {
    arena[offsets[Int(id)]..<offsets[Int(id) + 1]]
  }

  /// The folded token.
  public func token(_ id: UInt32) -> String { String(decoding: bytes(of: id), as: UTF8.self) }
}
