import AnalysisModel
import Execution
import Matrices

/// Turns a tokenised corpus into TF-IDF vectors.
///
/// The weight of term t in document d is tf(n) · idf(t), with n the number of times d holds t; rows are then
/// divided by their norm. tf is n, 1 + ln n or 1; idf is 1 + ln((1 + N) / (1 + df)), 1 + ln(N / df) or 1, with N the
/// number of documents, empty ones included. These are scikit-learn's formulas and rules, checked to 10⁻⁶ on frozen
/// results of version 1.9.
///
/// Word n-grams are formed after stop words are gone and do not reach from the title into the text. Character
/// n-grams are taken from the title, a line break and the text, folded as tokens are (`.unicode`) or lower-cased
/// (`.sklearn`), with runs of two and more white-space characters as one space; stop words do not touch them.
///
/// A document without a term has an empty row, and a corpus without a term has no columns (scikit-learn
/// refuses it).
public struct TFIDFVectorizer: Sendable {
  private let options: FeatureOptions
  /// Tests make pieces small.
  var bytesPerPiece = PiecePlan.bytesPerPiece

  /// A vectoriser for the given options.
  public init(options: FeatureOptions) { self.options = options }

  /// Counts, weighs and scales the terms of all documents.
  ///
  /// The result does not depend on the number of threads. O(tokens · n-gram lengths + terms · log terms).
  ///
  /// - Parameters:
  ///   - tokens: the documents' tokens, cut with the same options.
  ///   - documents: the documents themselves; only character n-grams read them.
  /// - Throws: `RefrainError` where the frequency bounds leave no term or exclude each other, or where there
  ///   is no stemmer for the language; `CancellationError`.
  public func vectors(
    of tokens: TokenizedCorpus, documents: [Document], parallelism: Parallelism
  ) async throws -> TermVectors {
    let selection = TermSelection(options: options, documentCount: tokens.documentCount)
    try selection.validate()
    let weighting = TermWeighting(options: options, documentCount: tokens.documentCount)
    let stopWords = try StopWordFilter(options: options, vocabulary: tokens.vocabulary)
    switch options.terms {
    case .words(1...1):
      return try await tokenVectors(tokens, stopWords, selection, weighting, parallelism)
    case .words(let lengths):
      let plan = PiecePlan.pieces(ofTokens: tokens, atLeast: bytesPerPiece)
      let pieces = try await parallelism.map(count: plan.count) { piece in
        var counter = NGramCounter(lengths: lengths)
        for document in plan[piece] {
          for field in [DocumentField.title, .text] {
            counter.count(stopWords.kept(tokens.ids[tokens.positions(of: document, field)]))
          }
          counter.endDocument()
        }
        return counter.counts
      }
      let names = TokenTermNames(vocabulary: tokens.vocabulary)
      return try await vectors(from: pieces, names, selection, weighting, parallelism)
    case .characters(let lengths), .charactersInWords(let lengths):
      let plan = PiecePlan.pieces(of: documents, atLeast: bytesPerPiece)
      let options = options
      let pieces = try await parallelism.map(count: plan.count) { piece in
        var counter = NGramCounter(lengths: lengths)
        var reader = CharacterReader(options: options)
        for document in documents[plan[piece]] {
          if case .characters = options.terms {
            counter.count(reader.text(of: document))
          } else {
            for word in reader.paddedWords(of: document) { counter.count(word, wholeIfShort: true) }
          }
          counter.endDocument()
        }
        return counter.counts
      }
      return try await vectors(from: pieces, CharacterTermNames(), selection, weighting, parallelism)
    }
  }

  /// Single tokens: the vocabulary is known already, so rows are counted and weighed in one go.
  private func tokenVectors(
    _ tokens: TokenizedCorpus, _ stopWords: StopWordFilter, _ selection: TermSelection,
    _ weighting: TermWeighting, _ parallelism: Parallelism
  ) async throws -> TermVectors {
    let vocabulary = tokens.vocabulary
    let candidates = (0..<UInt32(vocabulary.count)).filter { !stopWords.contains($0) }
    let kept = try selection.select(
      candidates, frequency: { Int(vocabulary.documentFrequencies[Int($0)]) },
      totals: { tokens.totals(binary: selection.countsDocuments) })
    let terms = vocabulary.selecting(kept)
    let finalIDs =
      kept.count == vocabulary.count ? nil : Self.inverse(of: kept, count: vocabulary.count)
    let weights = weighting.inverseDocumentFrequencies(terms.documentFrequencies)
    let plan = PiecePlan.pieces(ofTokens: tokens, atLeast: bytesPerPiece)
    let rows = try await parallelism.map(count: plan.count) { piece in
      var builder = WeightedRowBuilder(weighting: weighting, idf: weights)
      for document in plan[piece] {
        builder.count(tokens.ids[tokens.positions(of: document)], as: finalIDs)
        builder.endRow()
      }
      return builder.rows
    }
    return TermVectors(rows: WeightedRows.join(rows, columnCount: terms.count), terms: terms)
  }

  /// N-grams: the pieces' terms are numbered together first.
  private func vectors<Names: TermNames>(
    from pieces: [NGramCounts], _ names: Names, _ selection: TermSelection, _ weighting: TermWeighting,
    _ parallelism: Parallelism
  ) async throws -> TermVectors {
    let merged = NGramMerger.merge(pieces)
    let candidates = merged.terms
    let spellings = merged.spellings(of: candidates, names)
    let frequencies = candidates.map { merged.documentFrequencies[Int($0)] }
    let order = try await VocabularyOrder.order(
      arena: spellings.arena, offsets: spellings.offsets, documentFrequencies: frequencies,
      parallelism: parallelism)
    let all = VocabularyOrder.vocabulary(
      arena: spellings.arena, offsets: spellings.offsets, documentFrequencies: frequencies, order: order)
    let ordered = order.map { candidates[Int($0)] }
    let kept = try selection.select(
      Array(0..<UInt32(all.count)), frequency: { Int(all.documentFrequencies[Int($0)]) },
      totals: {
        selection.countsDocuments
          ? all.documentFrequencies.map(Int.init) : ordered.map { merged.totals[Int($0)] }
      })
    let terms = all.selecting(kept)
    let finalIDs = Self.inverse(of: kept.map { ordered[Int($0)] }, count: merged.count)
    let weights = weighting.inverseDocumentFrequencies(terms.documentFrequencies)
    let rows = try await parallelism.map(count: pieces.count) { piece in
      var builder = WeightedRowBuilder(weighting: weighting, idf: weights)
      let counts = pieces[piece]
      let ids = merged.ids[piece].map { finalIDs[Int($0)] }
      for row in 0..<counts.rowOffsets.count - 1 {
        builder.count(counts, row: row, as: ids)
        builder.endRow()
      }
      return builder.rows
    }
    return TermVectors(rows: WeightedRows.join(rows, columnCount: terms.count), terms: terms)
  }

  /// For every old id its place among the kept ones, or `UInt32.max`.
  private static func inverse(of kept: [UInt32], count: Int) -> [UInt32] {
    var ids = [UInt32](repeating: .max, count: count)
    for (new, old) in kept.enumerated() { ids[Int(old)] = UInt32(new) }
    return ids
  }
}
