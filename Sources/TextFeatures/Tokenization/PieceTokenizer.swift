import AnalysisModel

/// The tokens of some neighbouring documents, numbered among themselves.
struct PieceTokens: Sendable {
  struct Token {
    let id: UInt32
    let start: UInt32
    let length: UInt32
  }

  var tokens: [Token] = []
  /// For every document, how many tokens it has.
  var tokenCounts: [Int] = []
  /// For every document, how many of them belong to the title.
  var titleTokenCounts: [Int] = []
  /// The folded tokens, in order of their first appearance.
  var arena: [UInt8] = []
  var arenaOffsets = [0]
  var documentFrequencies: [UInt32] = []
}

/// Cuts neighbouring documents into tokens and numbers the distinct ones. One task uses it for one piece.
struct PieceTokenizer: TokenSink {
  /// In how many documents a token was met, and in which last.
  private struct Appearance {
    var documents: UInt32 = 0
    var last: UInt32 = .max
  }

  private let options: FeatureOptions
  private var scanner = WordScanner()
  private let sklearnScanner = SklearnScanner()
  private var folder: TokenFolder
  private var result = PieceTokens()
  /// From a token as spelled to its number, so that each spelling is folded once.
  private var spelled = ByteStringTable()
  /// From a folded token to its number.
  private var folded = ByteStringTable()
  private var foldedBytes: [UInt8] = []
  private var appearances: [Appearance] = []
  private var pending = PendingTokens()
  private var document: UInt32 = 0
  private var field = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  init(options: FeatureOptions) throws {
    self.options = options
    folder = try TokenFolder(options: options)
  }

  /// The tokens of a piece of the corpus.
  static func tokenize(_ documents: ArraySlice<Document>, options: FeatureOptions) throws -> PieceTokens {
    var tokenizer = try PieceTokenizer(options: options)
    tokenizer.reserve(bytes: documents.reduce(0) { $0 + $1.text.count })
    for document in documents { try tokenizer.add(document) }
    var result = tokenizer.result
    result.documentFrequencies = tokenizer.appearances.map(\.documents)
    return result
  }

  private mutating func reserve(bytes: Int) {
    // English has a token every six bytes; the array grows where a text has more.
    result.tokens.reserveCapacity(bytes / 6)
  }

  private mutating func add(_ item: Document) throws {
    let before = result.tokens.count
    if options.includeTitle, let title = item.title { try scan(title, of: item) }
    result.titleTokenCounts.append(result.tokens.count - before)
    try scan(item.text, of: item)
    result.tokenCounts.append(result.tokens.count - before)
    document += 1
  }

  private mutating func scan(_ text: UTF8Text, of item: Document) throws {
    guard text.count < Int(UInt32.max) else {
      throw RefrainError(
        "the text of ‘\(item.id)’ has \(text.count) bytes; a text may have up to 4 GiB",
        path: item.origin.path, line: item.origin.line, record: item.origin.record,
        remedy: "split the document")
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      field = bytes
      switch options.tokenizer {
      case .unicode:
        // Taken out while it works, for it hands tokens to `self`; a copy would copy its buffers.
        var working = WordScanner()
        swap(&working, &scanner)
        working.scan(bytes, into: &self)
        swap(&working, &scanner)
      case .sklearn: sklearnScanner.scan(bytes, into: &self)
      }
      numberPending()
      field = UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  @inline(__always)
  mutating func take(_ start: Int, _ end: Int, _ kind: TokenKind) {
    let key = ByteKey(field.baseAddress! + start, end - start)
    pending.append(key, hash: key.hash(salt: UInt64(kind.tag)), start: start, kind)
    if pending.isFull { numberPending() }
  }

  /// Looks the waiting tokens up, all slots first, then all entries, then all counts: the look-ups of one kind
  /// do not wait for each other, so that the memory's latency is paid once a batch and not once a token.
  @inline(never)
  private mutating func numberPending() {
    let count = pending.count
    for index in 0..<count { pending.slots[index] = spelled.slot(hash: pending.tokens[index].hash) }
    for index in 0..<count {
      let token = pending.tokens[index]
      pending.ids[index] =
        spelled.value(token.key, tag: token.kind.tag, hash: token.hash, inSlot: pending.slots[index])
        ?? number(token)
    }
    for index in 0..<count {
      let id = pending.ids[index]
      let token = pending.tokens[index]
      if appearances[Int(id)].last != document {
        appearances[Int(id)] = Appearance(documents: appearances[Int(id)].documents + 1, last: document)
      }
      result.tokens.append(
        PieceTokens.Token(id: id, start: token.start, length: UInt32(truncatingIfNeeded: token.key.length)))
    }
    pending.count = 0
  }

  /// The number of a token that its slot did not show at once.
  @inline(never)
  private mutating func number(_ token: PendingTokens.Token) -> UInt32 {
    let bytes = field.baseAddress! + Int(token.start)
    return spelled.value(token.key, at: bytes, tag: token.kind.tag) ?? fold(token.key, bytes, token.kind)
  }

  /// Folds a spelling met for the first time and numbers it.
  @inline(never)
  private mutating func fold(_ key: ByteKey, _ bytes: UnsafePointer<UInt8>, _ kind: TokenKind) -> UInt32 {
    folder.fold(UnsafeBufferPointer(start: bytes, count: key.length), kind, into: &foldedBytes)
    let id = foldedBytes.withUnsafeBufferPointer { bytes in
      let base = bytes.baseAddress!
      let foldedKey = ByteKey(base, bytes.count)
      if let known = folded.value(foldedKey, at: base) { return known }
      let new = UInt32(appearances.count)
      folded.insert(foldedKey, at: base, value: new)
      result.arena.append(contentsOf: bytes)
      result.arenaOffsets.append(result.arena.count)
      appearances.append(Appearance())
      return new
    }
    spelled.insert(key, at: bytes, tag: kind.tag, value: id)
    return id
  }
}
