import AnalysisModel

/// What `CosineSearch` and `DenseCosineSearch` have in common: the same questions, the same order of answers.
public protocol PairSearch: Sendable {
  /// A matrix of references.
  associatedtype Rows: Sendable

  /// Groups of two or more equal non-zero rows, in order of their first rows.
  var identicalGroups: [[Int]] { get }

  /// All pairs with a score of at least `threshold`; see `CosineSearch`.
  func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs, sink: ([SimilarPair]) throws -> Void
  ) async throws

  /// The `k` nearest other rows of every row; see `CosineSearch`.
  func nearest(_ k: Int, sink: ([SimilarPair]) throws -> Void) async throws

  /// All pairs of a row here and a reference with a score of at least `threshold`; see `CosineSearch`.
  func pairs(
    against references: Rows, atLeast threshold: Double, sink: ([SimilarPair]) throws -> Void
  ) async throws

  /// The `k` nearest references of every row; see `CosineSearch`.
  func nearest(_ k: Int, against references: Rows, sink: ([SimilarPair]) throws -> Void) async throws

  /// The full matrix in Float32, in blocks of rows; see `CosineSearch`.
  func matrix(sink: (Range<Int>, [Float]) throws -> Void) async throws

  /// The full matrix in Double, rounded to nine decimals, in blocks of rows; see `CosineSearch`.
  func exactMatrix(sink: (Range<Int>, [Double]) throws -> Void) async throws
}

extension PairSearch {
  /// How many pairs of equal rows there are: what expanding identical documents adds to a result.
  public var identicalPairCount: Int {
    identicalGroups.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
  }
}

extension CosineSearch: PairSearch {}
extension DenseCosineSearch: PairSearch {}
