import AnalysisModel
import Execution
import Matrices
import SimilaritySearch
import TextFeatures

extension Analysis {
  /// The TF-IDF vectors of a corpus, ready to be compared.
  ///
  /// - Parameter sampleSize: how many documents a check against brute force is to draw, at least 1; nil leaves out
  ///   the check, and the copy of the weights that it needs.
  public func comparison(of corpus: Corpus, verifying sampleSize: Int? = nil) async throws
    -> DocumentComparison
  {
    let documents = corpus.documents
    let rows = try await vectorize(documents).rows
    let makeVerifier = verifierMaker(sampleSize, of: rows)
    return DocumentComparison(
      search: CosineSearch(rows: rows, parallelism: parallelism, progress: progress),
      selection: configuration.pairs.selection, makeVerifier: makeVerifier)
  }

  /// The vectors of a corpus to be compared with those of a reference corpus; weights are learned on both together.
  ///
  /// - Parameter sampleSize: as for a comparison within one corpus; documents of `corpus` are drawn.
  public func comparison(
    of corpus: Corpus, against reference: Corpus, verifying sampleSize: Int? = nil
  ) async throws -> CrossComparison {
    let documents = corpus.documents + reference.documents
    let vectors = try await vectorize(documents)
    let border = corpus.documents.count
    let rows = vectors.rows.selecting(Array(0..<border))
    let references = vectors.rows.selecting(Array(border..<documents.count))
    let makeVerifier = verifierMaker(sampleSize, of: rows, against: references)
    return CrossComparison(
      search: CosineSearch(rows: rows, parallelism: parallelism, progress: progress),
      references: references, selection: configuration.pairs.selection, makeVerifier: makeVerifier)
  }

  /// Brute-forces the rows that a verifier has drawn and compares.
  public func verification(by verifier: Verifier) async throws -> Verification {
    try await verifier.verification(parallelism: parallelism, progress: progress)
  }

  /// Prepares the check of a search against brute force; nil, and no copy of the rows, where no sample is asked
  /// for.
  func verifierMaker<Rows: VerifiableRows>(
    _ sampleSize: Int?, of queries: Rows, against references: Rows? = nil
  ) -> VerifierMaker? {
    guard let sampleSize else { return nil }
    let seed = configuration.seed
    let condition: Verifier.Condition =
      switch configuration.pairs.selection {
      case .atLeast(let threshold): .atLeast(threshold)
      case .nearest(let count): .nearest(count)
      }
    return { collapsedGroups in
      Verifier(
        queries: queries, references: references, condition: condition, sampleSize: sampleSize, seed: seed,
        collapsedGroups: collapsedGroups)
    }
  }
}
