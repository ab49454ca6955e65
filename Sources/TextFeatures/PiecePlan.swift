import AnalysisModel

/// The fixed plan by which a corpus is worked on in parallel: runs of neighbouring documents of about equal
/// bytes. It depends on the corpus alone.
enum PiecePlan {
  /// A piece is large enough for its tables to pay and small enough to share the work out.
  static let bytesPerPiece = 1 << 20
  /// More pieces than this only make merging longer.
  static let mostPieces = 64

  /// Runs of document indexes; every document is in exactly one, none is empty.
  static func pieces(of documents: [Document]) -> [Range<Int>] {
    let total = documents.reduce(0) { $0 + $1.text.count + ($1.title?.count ?? 0) }
    let target = max(bytesPerPiece, total / mostPieces)
    var pieces: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for (index, document) in documents.enumerated() {
      bytes += document.text.count + (document.title?.count ?? 0)
      if bytes >= target {
        pieces.append(start..<index + 1)
        start = index + 1
        bytes = 0
      }
    }
    if start < documents.count { pieces.append(start..<documents.count) }
    return pieces
  }
}
