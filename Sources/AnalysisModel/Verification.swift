/// What comparing similar pairs that were found with brute force has shown.
public struct Verification: Sendable, Hashable {
  /// How many rows were drawn.
  public var rowCount = 0
  /// How many pairs of drawn rows there are by brute force.
  public var expectedCount = 0
  /// How many of them were found.
  public var foundCount = 0
  /// Pairs that should have been found, with the scores of brute force: the first few, by row.
  public var missing: [SimilarPair] = []
  /// Pairs that should not have been found, or not twice, as they were: the first few, by row.
  public var wrong: [SimilarPair] = []
  /// How many pairs should not have been found.
  public var wrongCount = 0
  /// The largest difference between a score found and that of brute force, both rounded to nine decimals.
  public var largestScoreError = 0.0
  /// The first pair whose score is off by more than `scoreTolerance`.
  public var wronglyScored: SimilarPair?

  /// Scores may differ by so much.
  public static let scoreTolerance = 1e-6
  /// How many missing and wrong pairs are kept.
  public static let keptCount = 10

  /// Nothing compared yet.
  public init() {}

  /// The share of expected pairs that were found; 1 where none is expected.
  public var recall: Double {
    expectedCount == 0 ? 1 : Double(foundCount) / Double(expectedCount)
  }

  /// Whether the result holds every pair that it should and no other, with the right scores.
  public var hasPassed: Bool { foundCount == expectedCount && wrongCount == 0 && wronglyScored == nil }
}
