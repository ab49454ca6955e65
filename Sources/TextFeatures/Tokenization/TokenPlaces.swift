/// The tokens of some neighbouring documents, as a worker numbers them.
struct TokenPlaces: Sendable {
  struct Token: BitwiseCopyable {
    let id: UInt32
    let start: UInt32
    let length: UInt32
  }

  var tokens: [Token] = []
  /// For every document, how many tokens it has.
  var tokenCounts: [Int] = []
  /// For every document, how many of them belong to the title.
  var titleTokenCounts: [Int] = []
}

/// Keeps every token with its place.
struct TokenPlaceRecorder: TokenRecorder, ~Copyable {
  /// In how many documents a token was met, and in which last.
  struct Appearance: BitwiseCopyable {
    var documents: UInt32 = 0
    var last: UInt32 = .max
  }

  private var piece = TokenPlaces()
  private var batch = GrowingBuffer<TokenPlaces.Token>(capacity: PendingTokens.capacity)
  private var appearances = GrowingBuffer<Appearance>(capacity: 1 << 12)
  private var document: UInt32 = 0
  /// The tokens of the piece before the document at hand.
  private var tokensBefore = 0

  mutating func beginPiece(bytes: Int) {
    piece = TokenPlaces()
    // English has a token every six bytes; the array grows where a text has more.
    piece.tokens.reserveCapacity(bytes / 6)
    tokensBefore = 0
  }

  mutating func record(
    _ ids: UnsafeBufferPointer<UInt32>, _ tokens: UnsafePointer<PendingTokens.Token>, termCount: Int
  ) {
    appearances.extend(to: termCount, with: Appearance())
    batch.setCount(0)
    batch.reserve(ids.count)
    for (index, id) in ids.enumerated() {
      if appearances[Int(id)].last != document {
        appearances[Int(id)].last = document
        appearances[Int(id)].documents += 1
      }
      let token = tokens[index]
      batch.appendReserved(TokenPlaces.Token(id: id, start: token.start, length: token.length))
    }
    piece.tokens.append(contentsOf: batch.elements)
  }

  mutating func endTitle() { piece.titleTokenCounts.append(piece.tokens.count - tokensBefore) }

  mutating func endDocument() {
    piece.tokenCounts.append(piece.tokens.count - tokensBefore)
    tokensBefore = piece.tokens.count
    document += 1
  }

  mutating func endPiece() -> TokenPlaces {
    let ended = piece
    piece = TokenPlaces()
    return ended
  }

  consuming func documentFrequencies(termCount: Int) -> [UInt32] {
    appearances.elements.map(\.documents)
  }
}
