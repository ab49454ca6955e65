import AnalysisModel
import Execution

/// Cuts documents into tokens, numbers the distinct ones and hands both to a recorder. One thread uses it for
/// all pieces of a corpus that fall to it.
struct PieceTokenizer<Recorder: TokenRecorder & ~Copyable>: TokenSink, ~Copyable {
  /// What a worker leaves.
  struct Result: Sendable {
    var tokens: NumberedTokens
    /// The pieces that fell to the worker, with their numbers in the plan.
    var pieces: [(number: Int, piece: Recorder.Piece)]
  }

  private let options: FeatureOptions
  private var scanner = WordScanner()
  private let sklearnScanner = SklearnScanner()
  private var numbering: TokenNumbering
  private var recorder = Recorder()
  private var pending = PendingTokens()
  private var field = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var pieces: [(number: Int, piece: Recorder.Piece)] = []

  private init(options: FeatureOptions) throws {
    self.options = options
    numbering = try TokenNumbering(options: options)
  }

  /// The tokens of all documents, as the workers number them.
  ///
  /// - Parameter plan: runs of neighbouring documents.
  /// - Throws: `RefrainError` where there is no stemmer for the language or a text has 4 GiB or more;
  ///   `CancellationError`.
  static func tokenize(
    _ documents: [Document], plan: [Range<Int>], options: FeatureOptions, parallelism: Parallelism
  ) async throws -> [Result] {
    try await parallelism.accumulate(
      count: plan.count, make: { try PieceTokenizer(options: options) },
      step: { try $0.add(documents[plan[$1]], number: $1) }, finish: { $0.finish() })
  }

  private mutating func add(_ documents: ArraySlice<Document>, number: Int) throws {
    recorder.beginPiece(bytes: documents.reduce(0) { $0 + $1.text.count })
    for document in documents {
      if options.includeTitle, let title = document.title { try scan(title, of: document) }
      recorder.endTitle()
      try scan(document.text, of: document)
      recorder.endDocument()
    }
    pieces.append((number, recorder.endPiece()))
  }

  private consuming func finish() -> Result {
    var tokens = numbering.tokens
    tokens.documentFrequencies = recorder.documentFrequencies(termCount: tokens.count)
    return Result(tokens: tokens, pieces: pieces)
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
    let length = end - start
    let bytes = field.baseAddress! + start
    if length <= ByteKey.exactLength {
      let key =
        start + ByteKey.exactLength <= field.count
        ? ByteKey(loweringShort: bytes, length) : ByteKey(bytes, length).lowered
      add(key, start, kind, isASCII: key.isASCII)
    } else {
      takeLong(start, end, kind)
    }
  }

  @inline(never)
  private mutating func takeLong(_ start: Int, _ end: Int, _ kind: TokenKind) {
    let bytes = UnsafeBufferPointer(rebasing: field[start..<end])
    let lowered = bytes.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    let key = lowered.withUnsafeBufferPointer { ByteKey($0.baseAddress!, $0.count) }
    add(key, start, kind, isASCII: bytes.allSatisfy { $0 < 0x80 })
  }

  @inline(__always)
  private mutating func add(_ key: ByteKey, _ start: Int, _ kind: TokenKind, isASCII: Bool) {
    let tag = numbering.tag(kind, isASCII: isASCII)
    pending.append(
      PendingTokens.Token(
        key: key, hash: key.hash(salt: UInt64(tag)), start: UInt32(truncatingIfNeeded: start), tag: tag,
        kind: kind))
    if pending.isFull { numberPending() }
  }

  /// Looks the waiting tokens up, all slots first, then all entries, then records them: the look-ups of one
  /// kind do not wait for each other, so that the memory's latency is paid once a batch and not once a
  /// token.
  @inline(never)
  private mutating func numberPending() {
    let count = pending.count
    for index in 0..<count { pending.slots[index] = numbering.slot(pending.tokens[index]) }
    for index in 0..<count {
      let token = pending.tokens[index]
      pending.ids[index] =
        numbering.number(token, inSlot: pending.slots[index])
        ?? numbering.number(
          token,
          UnsafeBufferPointer(start: field.baseAddress! + Int(token.start), count: token.key.length))
    }
    recorder.record(
      UnsafeBufferPointer(start: pending.ids, count: count), pending.tokens, termCount: numbering.count)
    pending.count = 0
  }
}
