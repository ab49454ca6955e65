import AnalysisModel

/// The tokens of some neighbouring documents, numbered among themselves.
struct PieceTokens: Sendable {
  var ids: [UInt32] = []
  var starts: [UInt32] = []
  var lengths: [UInt32] = []
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
  private let options: FeatureOptions
  private var scanner = WordScanner()
  private let sklearnScanner = SklearnScanner()
  private var folder: TokenFolder
  private var tokens = PieceTokens()
  /// From a token as spelled to its number, so that each spelling is folded once.
  private var spelled = ByteStringTable()
  /// From a folded token to its number.
  private var folded = ByteStringTable()
  private var foldedBytes: [UInt8] = []
  /// For every number, the last document that held it.
  private var lastDocument: [UInt32] = []
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
    return tokenizer.tokens
  }

  private mutating func reserve(bytes: Int) {
    // English has a token every six bytes; the arrays grow where a text has more.
    tokens.ids.reserveCapacity(bytes / 6)
    tokens.starts.reserveCapacity(bytes / 6)
    tokens.lengths.reserveCapacity(bytes / 6)
  }

  private mutating func add(_ item: Document) throws {
    let before = tokens.ids.count
    if options.includeTitle, let title = item.title { try scan(title, of: item) }
    tokens.titleTokenCounts.append(tokens.ids.count - before)
    try scan(item.text, of: item)
    tokens.tokenCounts.append(tokens.ids.count - before)
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
        var scanner = scanner
        scanner.scan(bytes, into: &self)
        self.scanner = scanner
      case .sklearn: sklearnScanner.scan(bytes, into: &self)
      }
      field = UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  @inline(__always)
  mutating func take(_ start: Int, _ end: Int, _ kind: TokenKind) {
    let length = end - start
    let bytes = field.baseAddress! + start
    let key = ByteKey(bytes, length)
    let id = spelled.value(key, at: bytes, tag: kind.tag) ?? fold(key, bytes, kind)
    if lastDocument[Int(id)] != document {
      lastDocument[Int(id)] = document
      tokens.documentFrequencies[Int(id)] += 1
    }
    tokens.ids.append(id)
    tokens.starts.append(UInt32(truncatingIfNeeded: start))
    tokens.lengths.append(UInt32(truncatingIfNeeded: length))
  }

  /// Folds a spelling met for the first time and numbers it.
  @inline(never)
  private mutating func fold(_ key: ByteKey, _ bytes: UnsafePointer<UInt8>, _ kind: TokenKind) -> UInt32 {
    folder.fold(UnsafeBufferPointer(start: bytes, count: key.length), kind, into: &foldedBytes)
    let id = foldedBytes.withUnsafeBufferPointer { result in
      let base = result.baseAddress!
      let foldedKey = ByteKey(base, result.count)
      if let known = folded.value(foldedKey, at: base) { return known }
      let new = UInt32(tokens.documentFrequencies.count)
      folded.insert(foldedKey, at: base, value: new)
      tokens.arena.append(contentsOf: result)
      tokens.arenaOffsets.append(tokens.arena.count)
      tokens.documentFrequencies.append(0)
      lastDocument.append(.max)
      return new
    }
    spelled.insert(key, at: bytes, tag: kind.tag, value: id)
    return id
  }
}
