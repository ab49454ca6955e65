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
    if let language = options.stemLanguage { _ = try SnowballStemmer(language: language) }
    let options = options
    let plan = PiecePlan.pieces(of: documents, atLeast: bytesPerPiece)
    let pieces = try await parallelism.map(count: plan.count) { piece in
      try PieceTokenizer.tokenize(documents[plan[piece]], options: options)
    }
    let (vocabulary, finalIDs) = try await VocabularyMerger.merge(pieces, parallelism: parallelism)
    return Self.join(pieces, ids: finalIDs, vocabulary: vocabulary)
  }

  private static func join(
    _ pieces: [PieceTokens], ids finalIDs: [[UInt32]], vocabulary: Vocabulary
  ) -> TokenizedCorpus {
    let tokenCount = pieces.reduce(0) { $0 + $1.tokens.count }
    var ids: [UInt32] = []
    var starts: [UInt32] = []
    var lengths: [UInt32] = []
    ids.reserveCapacity(tokenCount)
    starts.reserveCapacity(tokenCount)
    lengths.reserveCapacity(tokenCount)
    for (piece, final) in zip(pieces, finalIDs) {
      ids.append(contentsOf: piece.tokens.lazy.map { final[Int($0.id)] })
      starts.append(contentsOf: piece.tokens.lazy.map(\.start))
      lengths.append(contentsOf: piece.tokens.lazy.map(\.length))
    }
    var documentOffsets = [0]
    var titleTokenCounts: [Int] = []
    var position = 0
    for piece in pieces {
      titleTokenCounts.append(contentsOf: piece.titleTokenCounts)
      for count in piece.tokenCounts {
        position += count
        documentOffsets.append(position)
      }
    }
    return TokenizedCorpus(
      vocabulary: vocabulary, ids: ids, starts: starts, lengths: lengths,
      documentOffsets: documentOffsets, titleTokenCounts: titleTokenCounts)
  }
}
