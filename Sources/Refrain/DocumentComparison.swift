import AnalysisModel
import Execution
import Matrices
import SimilaritySearch

/// Prepares the check of a search against brute force, given the groups of equal rows it collapsed, if any.
typealias VerifierMaker = @Sendable (_ collapsedGroups: [[Int]]?) -> Verifier

/// Documents, or foreign vectors, that are compared with each other.
public struct DocumentComparison: Sendable {
  private let search: any PairSearch
  private let selection: PairOptions.Selection
  private let makeVerifier: VerifierMaker?

  /// A comparison.
  ///
  /// - Parameter makeVerifier: prepares the check against brute force; nil where none is wanted.
  init(
    search: any PairSearch, selection: PairOptions.Selection, makeVerifier: VerifierMaker?
  ) {
    self.search = search
    self.selection = selection
    self.makeVerifier = makeVerifier
  }

  /// How many pairs of documents with equal vectors there are.
  public var identicalPairCount: Int { search.identicalPairCount }

  /// Groups of documents with equal vectors, each ascending, in order of their first documents.
  public var identicalGroups: [[Int]] { search.identicalGroups }

  /// Hands over the pairs that the configuration selects, in output order (cli.md).
  ///
  /// - Parameters:
  ///   - collapsingIdentical: leaves out all but the first of documents with equal vectors; only for pairs at or
  ///     above a threshold.
  ///   - sink: receives batches in order.
  public func pairs(
    collapsingIdentical: Bool = false, sink: ([SimilarPair]) throws -> Void
  ) async throws {
    switch selection {
    case .atLeast(let threshold):
      try await search.pairs(
        atLeast: threshold, identicalPairs: collapsingIdentical ? .collapsed : .expanded, sink: sink)
    case .nearest(let count):
      try await search.nearest(count, sink: sink)
    }
  }

  /// What checks the pairs against brute force; nil unless the comparison was asked to be verifiable.
  ///
  /// - Parameter collapsingIdentical: as it is given to `pairs`.
  public func verifier(collapsingIdentical: Bool = false) -> Verifier? {
    makeVerifier?(collapsingIdentical ? identicalGroups : nil)
  }

  /// Hands over the full cosine matrix in Float32, in blocks of rows; see `CosineSearch.matrix`.
  public func matrix(sink: (Range<Int>, [Float]) throws -> Void) async throws {
    try await search.matrix(sink: sink)
  }

  /// Hands over the full cosine matrix in Double, rounded to nine decimals; see `CosineSearch.exactMatrix`.
  public func exactMatrix(sink: (Range<Int>, [Double]) throws -> Void) async throws {
    try await search.exactMatrix(sink: sink)
  }
}

/// Documents, or foreign vectors, that are compared with those of another set.
public struct CrossComparison: Sendable {
  private let stream: @Sendable (([SimilarPair]) throws -> Void) async throws -> Void
  private let makeVerifier: VerifierMaker?

  /// A comparison.
  ///
  /// - Parameter makeVerifier: prepares the check against brute force; nil where none is wanted.
  init<Search: PairSearch>(
    search: Search, references: Search.Rows, selection: PairOptions.Selection,
    makeVerifier: VerifierMaker?
  ) {
    stream = { sink in
      switch selection {
      case .atLeast(let threshold):
        try await search.pairs(against: references, atLeast: threshold, sink: sink)
      case .nearest(let count):
        try await search.nearest(count, against: references, sink: sink)
      }
    }
    self.makeVerifier = makeVerifier
  }

  /// Hands over the pairs that the configuration selects, in output order; `b` indexes the reference corpus.
  public func pairs(sink: ([SimilarPair]) throws -> Void) async throws { try await stream(sink) }

  /// What checks the pairs against brute force; nil unless the comparison was asked to be verifiable.
  public func verifier() -> Verifier? { makeVerifier?(nil) }
}
