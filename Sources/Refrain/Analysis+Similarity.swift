import AnalysisModel
import Execution
import Matrices
import SimilaritySearch
import TextFeatures

extension Analysis {
  /// The TF-IDF vectors of a corpus, ready to be compared.
  public func comparison(of corpus: Corpus) async throws -> DocumentComparison {
    let documents = corpus.documents
    let vectors = try await vectorize(documents)
    return DocumentComparison(
      search: CosineSearch(rows: vectors.rows, parallelism: parallelism, progress: progress),
      selection: configuration.pairs.selection)
  }

  /// The vectors of a corpus to be compared with those of a reference corpus; weights are learned on both together.
  public func comparison(of corpus: Corpus, against reference: Corpus) async throws -> CrossComparison {
    let documents = corpus.documents + reference.documents
    let vectors = try await vectorize(documents)
    let border = corpus.documents.count
    return CrossComparison(
      search: CosineSearch(
        rows: vectors.rows.selecting(Array(0..<border)), parallelism: parallelism, progress: progress),
      references: vectors.rows.selecting(Array(border..<documents.count)),
      selection: configuration.pairs.selection)
  }
}

/// A corpus whose documents are compared with each other.
public struct DocumentComparison: Sendable {
  private let search: CosineSearch
  private let selection: PairOptions.Selection

  init(search: CosineSearch, selection: PairOptions.Selection) {
    self.search = search
    self.selection = selection
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

  /// Hands over the full cosine matrix in Float32, in blocks of rows; see `CosineSearch.matrix`.
  public func matrix(sink: (Range<Int>, [Float]) throws -> Void) async throws {
    try await search.matrix(sink: sink)
  }

  /// Hands over the full cosine matrix in Double, rounded to nine decimals; see `CosineSearch.exactMatrix`.
  public func exactMatrix(sink: (Range<Int>, [Double]) throws -> Void) async throws {
    try await search.exactMatrix(sink: sink)
  }
}

/// A corpus whose documents are compared with those of another one.
public struct CrossComparison: Sendable {
  private let search: CosineSearch
  private let references: SparseRows
  private let selection: PairOptions.Selection

  init(search: CosineSearch, references: SparseRows, selection: PairOptions.Selection) {
    self.search = search
    self.references = references
    self.selection = selection
  }

  /// Hands over the pairs that the configuration selects, in output order; `b` indexes the reference corpus.
  public func pairs(sink: ([SimilarPair]) throws -> Void) async throws {
    switch selection {
    case .atLeast(let threshold):
      try await search.pairs(against: references, atLeast: threshold, sink: sink)
    case .nearest(let count):
      try await search.nearest(count, against: references, sink: sink)
    }
  }
}
