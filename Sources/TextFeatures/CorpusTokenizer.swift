import AnalysisModel
import Execution

/// Cuts a corpus into tokens.
///
/// With `.unicode`, a token is
/// - a word or number as in UAX #29, one-letter words included; a colon joins nothing (CLDR's root locale)
///   and underscores at the edges do not belong to it;
/// - an address: `scheme://…`, `www.…` or an e-mail address, whole;
/// - a pair of neighbouring grapheme clusters in a run of Han, kana, Hangul, Thai, Lao, Khmer or Myanmar
///   letters (pairs overlap; a lone cluster stands for itself);
/// - an emoji or flag, sequences whole.
///
/// Tokens are compared after NFKC, full case folding and, where asked for, the folding of diacritics and
/// stemming. With `.sklearn` a token is what scikit-learn's default pattern finds in the lower-cased text.
/// Places always refer to the original bytes.
public struct CorpusTokenizer: Sendable {
  private let options: FeatureOptions
  /// Tests make pieces small.
  var bytesPerPiece = PiecePlan.bytesPerPiece

  /// A tokeniser for the given options.
  public init(options: FeatureOptions) { self.options = options }

  /// Cuts all documents into tokens and numbers the distinct ones.
  ///
  /// The result does not depend on the number of threads. O(bytes + v log v) for v distinct tokens.
  ///
  /// - Throws: `RefrainError` where there is no stemmer for the language or a text has 4 GiB or more;
  ///   `CancellationError`.
  public func tokenize(_ documents: [Document], parallelism: Parallelism) async throws -> TokenizedCorpus {
    let plan = PiecePlan.pieces(of: documents, atLeast: bytesPerPiece)
    let workers = try await PieceTokenizer<TokenPlaceRecorder>.tokenize(
      documents, plan: plan, options: options, parallelism: parallelism)
    let (vocabulary, ids) = try await VocabularyMerger.merge(
      workers.map(\.tokens), parallelism: parallelism)
    let pieces = PlannedPieces(workers.map(\.pieces), count: plan.count)
    return Self.join(pieces, ids: ids, vocabulary: vocabulary, parallelism)
  }

  private static func join(
    _ pieces: PlannedPieces<TokenPlaces>, ids finalIDs: [[UInt32]], vocabulary: Vocabulary,
    _ parallelism: Parallelism
  ) -> TokenizedCorpus {
    var pieceStarts: [Int] = []
    var documentOffsets = [0]
    var titleTokenCounts: [Int] = []
    var tokenCount = 0
    for (_, piece) in pieces.inOrder {
      pieceStarts.append(tokenCount)
      titleTokenCounts.append(contentsOf: piece.titleTokenCounts)
      for count in piece.tokenCounts {
        tokenCount += count
        documentOffsets.append(tokenCount)
      }
    }
    let starts = pieceStarts
    func gathered(_ write: @Sendable (TokenPlaces, [UInt32], UnsafeMutablePointer<UInt32>) -> Void)
      -> [UInt32]
    {
      [UInt32](
        count: tokenCount,
        filledBy: { memory in
          parallelism.perform(count: pieces.inOrder.count) { number in
            let (worker, piece) = pieces.inOrder[number]
            write(piece, finalIDs[worker], memory.base + starts[number])
          }
        })
    }
    let ids = gathered { piece, finalIDs, ids in
      for (index, token) in piece.tokens.enumerated() {
        (ids + index).initialize(to: finalIDs[Int(token.id)])
      }
    }
    let tokenStarts = gathered { piece, _, starts in
      for (index, token) in piece.tokens.enumerated() { (starts + index).initialize(to: token.start) }
    }
    let lengths = gathered { piece, _, lengths in
      for (index, token) in piece.tokens.enumerated() { (lengths + index).initialize(to: token.length) }
    }
    return TokenizedCorpus(
      vocabulary: vocabulary, ids: ids, starts: tokenStarts, lengths: lengths,
      documentOffsets: documentOffsets, titleTokenCounts: titleTokenCounts)
  }
}
