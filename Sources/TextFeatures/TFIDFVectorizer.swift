import AnalysisModel
import Execution
import Foundation
import Matrices

/// The weighted terms of a corpus: one row a document.
public struct TermVectors: Sendable {
  /// TF-IDF weights; columns are term numbers.
  public let rows: SparseRows
  /// The terms, numbered by document frequency (descending), then by bytes.
  public let terms: Vocabulary

  /// Puts vectors together.
  public init(rows: SparseRows, terms: Vocabulary) {
    self.rows = rows
    self.terms = terms
  }
}

/// Turns a tokenised corpus into TF-IDF vectors.
public struct TFIDFVectorizer: Sendable {
  private let options: FeatureOptions

  /// A vectoriser for the given options.
  public init(options: FeatureOptions) { self.options = options }

  /// Counts, weighs and scales the terms of all documents.
  // PLACEHOLDER: unigrams, smooth idf, l2 only, until the real vectoriser lands; the signature is final.
  public func vectors(
    of tokens: TokenizedCorpus, documents: [Document], parallelism: Parallelism
  ) async throws -> TermVectors {
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    let n = Double(tokens.documentCount)
    for document in 0..<tokens.documentCount {
      var counts: [UInt32: Int] = [:]
      for position in tokens.positions(of: document) { counts[tokens.ids[position], default: 0] += 1 }
      var row: [(UInt32, Double)] = []
      for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
        let idf = 1 + log((1 + n) / (1 + Double(tokens.vocabulary.documentFrequencies[Int(id)])))
        let tf = options.termFrequency == .sublinear ? 1 + log(Double(count)) : Double(count)
        row.append((id, tf * idf))
      }
      let norm = row.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
      columns += row.map(\.0)
      values += row.map { $0.1 / norm }
      offsets.append(columns.count)
    }
    return TermVectors(
      rows: SparseRows(
        rowOffsets: offsets, columns: columns, values: values, columnCount: tokens.vocabulary.count),
      terms: tokens.vocabulary)
  }
}
