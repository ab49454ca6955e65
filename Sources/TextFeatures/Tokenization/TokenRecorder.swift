/// Keeps what is wanted of the tokens of one piece of a corpus after another.
protocol TokenRecorder: ~Copyable, SendableMetatype {
  /// What is kept of a piece.
  associatedtype Piece: Sendable

  init()

  /// Begins a piece with about so many bytes of text.
  mutating func beginPiece(bytes: Int)

  /// Takes neighbouring tokens of the document at hand.
  ///
  /// - Parameters:
  ///   - ids: the tokens' numbers.
  ///   - tokens: their places.
  ///   - termCount: all numbers given out so far are smaller.
  mutating func record(
    _ ids: UnsafeBufferPointer<UInt32>, _ tokens: UnsafePointer<PendingTokens.Token>, termCount: Int)

  /// The tokens that come next belong to the text of the document at hand.
  mutating func endTitle()

  /// The tokens that come next belong to the next document.
  mutating func endDocument()

  /// Ends the piece.
  mutating func endPiece() -> Piece

  /// For every number, how many documents held its token.
  consuming func documentFrequencies(termCount: Int) -> [UInt32]
}
