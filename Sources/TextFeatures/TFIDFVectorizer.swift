import AnalysisModel
import Execution
import Matrices

/// Turns a tokenised corpus into TF-IDF vectors.
///
/// The weight of term t in document d is tf(n) · idf(t), with n the number of times d holds t; rows are
/// then divided by their norm. tf is n, 1 + ln n or 1; idf is 1 + ln((1 + N) / (1 + df)), 1 + ln(N / df)
/// or 1, with N the number of documents, empty ones included. These are scikit-learn's formulas and rules,
/// checked to 10⁻⁶ on frozen results of version 1.9.
///
/// Word n-grams are formed after stop words are gone and do not reach from the title into the text.
/// Character n-grams are taken from the title, a line break and the text, folded as tokens are
/// (`.unicode`) or lower-cased (`.sklearn`), with runs of two and more white-space characters as one
/// space; stop words do not touch them.
///
/// A document without a term has an empty row, and a corpus without a term has no columns (scikit-learn
/// refuses it).
public struct TFIDFVectorizer: Sendable {
  private let options: FeatureOptions
  /// Tests make pieces small.
  var bytesPerPiece = PiecePlan.bytesPerPiece

  /// A vectoriser for the given options.
  public init(options: FeatureOptions) { self.options = options }

  /// Cuts documents into tokens, counts them and weighs them, without keeping a token's place where no n-gram
  /// needs it.
  ///
  /// The vectors are those of the tokens that `CorpusTokenizer` cuts with the same options, in less time and
  /// memory. They do not depend on the number of threads. O(bytes + terms · log terms).
  ///
  /// - Throws: `RefrainError` where the frequency bounds leave no term or exclude each other, where there is no
  ///   stemmer for the language or where a text has 4 GiB or more; `CancellationError`.
  public func vectors(of documents: [Document], parallelism: Parallelism) async throws -> TermVectors {
    guard case .words(1...1) = options.terms else {
      var tokenizer = CorpusTokenizer(options: options)
      tokenizer.bytesPerPiece = bytesPerPiece
      let tokens = try await tokenizer.tokenize(documents, parallelism: parallelism)
      return try await vectors(of: tokens, documents: documents, parallelism: parallelism)
    }
    let selection = TermSelection(options: options, documentCount: documents.count)
    try selection.validate()
    let plan = PiecePlan.pieces(of: documents, atLeast: bytesPerPiece)
    let workers = try await PieceTokenizer<TermCountRecorder>.tokenize(
      documents, plan: plan, options: options, parallelism: parallelism)
    let (vocabulary, ids) = try await VocabularyMerger.merge(
      workers.map(\.tokens), parallelism: parallelism)
    let pieces = PlannedPieces(workers.map(\.pieces), count: plan.count)
    return try vectors(
      from: pieces, ids: ids, vocabulary, selection,
      TermWeighting(options: options, documentCount: documents.count), parallelism)
  }

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
    switch options.terms {
    case .words(1...1):
      let plan = PiecePlan.pieces(ofTokens: tokens, atLeast: bytesPerPiece)
      let workers = try await parallelism.accumulate(
        count: plan.count, make: { TokenCounter(tokens) }, step: { $0.add(plan[$1], number: $1) },
        finish: { $0.pieces })
      let ids = [UInt32](0..<UInt32(tokens.vocabulary.count))
      return try vectors(
        from: PlannedPieces(workers, count: plan.count), ids: workers.map { _ in ids }, tokens.vocabulary,
        selection, weighting, parallelism)
    case .words(let lengths):
      let stopWords = try StopWordFilter(options: options, vocabulary: tokens.vocabulary)
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

  /// Single tokens: the vocabulary is known already.
  ///
  /// - Parameters:
  ///   - pieces: the counts of all documents, under each worker's own numbers.
  ///   - workerIDs: for every worker, the vocabulary's id of each of its numbers.
  private func vectors(
    from pieces: PlannedPieces<TermCountRows>, ids workerIDs: [[UInt32]], _ vocabulary: Vocabulary,
    _ selection: TermSelection, _ weighting: TermWeighting, _ parallelism: Parallelism
  ) throws -> TermVectors {
    let stopWords = try StopWordFilter(options: options, vocabulary: vocabulary)
    let candidates = (0..<UInt32(vocabulary.count)).filter { !stopWords.contains($0) }
    let kept = try selection.select(
      candidates, frequency: { Int(vocabulary.documentFrequencies[Int($0)]) },
      totals: {
        selection.countsDocuments
          ? vocabulary.documentFrequencies.map(Int.init)
          : Self.totals(pieces, ids: workerIDs, count: vocabulary.count)
      })
    let isComplete = kept.count == vocabulary.count
    let terms = vocabulary.selecting(kept)
    var columns = workerIDs
    if !isComplete {
      let finalIDs = Self.inverse(of: kept, count: vocabulary.count)
      columns = workerIDs.map { ids in ids.map { finalIDs[Int($0)] } }
    }
    let assembly = RowAssembly(
      pieces: pieces.inOrder.map { RowAssembly.Piece(counts: $0.piece, columns: columns[$0.worker]) },
      weighting: weighting, idf: weighting.inverseDocumentFrequencies(terms.documentFrequencies))
    return TermVectors(
      rows: assembly.rows(isComplete: isComplete, parallelism: parallelism), terms: terms)
  }

  /// For every id, how often it stands in the corpus.
  private static func totals(
    _ pieces: PlannedPieces<TermCountRows>, ids: [[UInt32]], count: Int
  ) -> [Int] {
    var totals = [Int](repeating: 0, count: count)
    for (worker, piece) in pieces.inOrder {
      for entry in piece.entries { totals[Int(ids[worker][Int(entry.term)])] += Int(entry.count) }
    }
    return totals
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
    let order = VocabularyOrder.order(
      arena: spellings.arena, offsets: spellings.offsets, documentFrequencies: frequencies,
      parallelism: parallelism)
    let all = VocabularyOrder.vocabulary(
      arena: spellings.arena, offsets: spellings.offsets, documentFrequencies: frequencies, order: order,
      parallelism: parallelism)
    let ordered = order.map { candidates[Int($0)] }
    let kept = try selection.select(
      Array(0..<UInt32(all.count)), frequency: { Int(all.documentFrequencies[Int($0)]) },
      totals: {
        selection.countsDocuments
          ? all.documentFrequencies.map(Int.init) : ordered.map { merged.totals[Int($0)] }
      })
    let terms = all.selecting(kept)
    let finalIDs = Self.inverse(of: kept.map { ordered[Int($0)] }, count: merged.count)
    let assembly = RowAssembly(
      pieces: pieces.indices.map { piece in
        RowAssembly.Piece(
          counts: pieces[piece].rows, columns: merged.ids[piece].map { finalIDs[Int($0)] })
      },
      weighting: weighting, idf: weighting.inverseDocumentFrequencies(terms.documentFrequencies))
    let isComplete = kept.count == candidates.count
    return TermVectors(
      rows: assembly.rows(isComplete: isComplete, parallelism: parallelism), terms: terms)
  }

  /// For every old id its place among the kept ones, or `UInt32.max`.
  private static func inverse(of kept: [UInt32], count: Int) -> [UInt32] {
    var ids = [UInt32](repeating: .max, count: count)
    for (new, old) in kept.enumerated() { ids[Int(old)] = UInt32(new) }
    return ids
  }
}
