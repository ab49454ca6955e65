/// Keeps how often each document holds each token, and no places.
struct TermCountRecorder: TokenRecorder, ~Copyable {
  private var tally = TermTally()
  private var piece = TermCountRows()

  /// English has a distinct word of a text every ten to fourteen bytes.
  private static let bytesPerTerm = 10

  mutating func beginPiece(bytes: Int) {
    piece = TermCountRows()
    piece.entries.reserveCapacity(bytes / Self.bytesPerTerm)
  }

  mutating func record(
    _ ids: UnsafeBufferPointer<UInt32>, _ tokens: UnsafePointer<PendingTokens.Token>, termCount: Int
  ) {
    tally.count(ids, termCount: termCount)
  }

  mutating func endTitle() {}

  mutating func endDocument() { tally.endDocument(into: &piece) }

  mutating func endPiece() -> TermCountRows {
    let ended = piece
    piece = TermCountRows()
    return ended
  }

  consuming func documentFrequencies(termCount: Int) -> [UInt32] { tally.documentFrequencies }
}
