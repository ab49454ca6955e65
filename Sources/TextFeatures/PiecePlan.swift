import AnalysisModel

/// The fixed plan by which a corpus is worked on in parallel: runs of neighbouring documents of about equal
/// bytes. It depends on the corpus alone.
enum PiecePlan {
  /// A piece is large enough for its tables to pay and small enough to share the work out.
  static let bytesPerPiece = 1 << 20
  /// More pieces than this only make merging longer.
  static let mostPieces = 64

  /// A token and the white space after it have about this many bytes in English.
  private static let bytesPerToken = 6

  /// Runs of document indexes of about equal bytes; every document is in exactly one, none is empty.
  static func pieces(of documents: [Document], atLeast bytes: Int = bytesPerPiece) -> [Range<Int>] {
    pieces(sizes: documents.lazy.map { $0.text.count + ($0.title?.count ?? 0) }, atLeast: bytes)
  }

  /// The same by tokens.
  static func pieces(
    ofTokens tokens: TokenizedCorpus, atLeast bytes: Int = bytesPerPiece
  ) -> [Range<Int>] {
    pieces(
      sizes: (0..<tokens.documentCount).lazy.map { tokens.positions(of: $0).count * bytesPerToken },
      atLeast: bytes)
  }

  private static func pieces(sizes: some Collection<Int>, atLeast least: Int) -> [Range<Int>] {
    let target = max(least, sizes.reduce(0, +) / mostPieces)
    var pieces: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for (index, size) in sizes.enumerated() {
      bytes += size
      if bytes >= target {
        pieces.append(start..<index + 1)
        start = index + 1
        bytes = 0
      }
    }
    if start < sizes.count { pieces.append(start..<sizes.count) }
    return pieces
  }
}
