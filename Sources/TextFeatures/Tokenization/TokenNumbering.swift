import AnalysisModel

/// The distinct tokens that a worker has met, in the order of their first appearance.
struct NumberedTokens: Sendable {
  /// The folded tokens, one after the other.
  var arena: [UInt8] = []
  /// `count + 1` positions in the arena.
  var offsets = [0]
  /// For every token, how many documents hold it.
  var documentFrequencies: [UInt32] = []

  var count: Int { offsets.count - 1 }
}

/// Numbers distinct tokens; each spelling is folded once.
struct TokenNumbering: ~Copyable {
  /// From spellings, with ASCII capitals as small letters, to numbers. Folded tokens stand under tag 0, and so
  /// do the spellings that fold to themselves but for that.
  private var table = ByteStringTable(capacity: 1 << 13)
  private var folder: TokenFolder
  /// Whether lower-casing is all that happens to ASCII.
  private let keepsASCII: Bool
  private(set) var tokens = NumberedTokens()
  private var lowered: [UInt8] = []
  private var folded: [UInt8] = []

  /// - Throws: `RefrainError` for a language without a stemmer.
  init(options: FeatureOptions) throws {
    folder = try TokenFolder(options: options)
    keepsASCII = options.stemLanguage == nil
  }

  /// How many numbers were given out.
  var count: Int { tokens.count }

  /// The tag under which a spelling is looked up.
  @inline(__always)
  func tag(_ kind: TokenKind, isASCII: Bool) -> UInt8 { isASCII && keepsASCII ? 0 : kind.tag }

  /// The first slot at which a token may stand.
  @inline(__always)
  func slot(_ token: borrowing PendingTokens.Token) -> UInt64 { table.slot(hash: token.hash) }

  /// The number of a token if its first slot shows it.
  @inline(__always)
  func number(_ token: PendingTokens.Token, inSlot slot: UInt64) -> UInt32? {
    table.value(token.key, tag: token.tag, hash: token.hash, inSlot: slot)
  }

  /// The number of a token that its slot did not show at once.
  ///
  /// - Parameter bytes: the token as spelled.
  @inline(never)
  mutating func number(_ token: PendingTokens.Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    lowered.removeAll(keepingCapacity: true)
    for byte in bytes { lowered.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
    if let known = value(token.key, of: lowered, tag: token.tag) { return known }
    if token.tag == 0 { return add(token.key, lowered) }
    folder.fold(bytes, token.kind, into: &folded)
    let foldedKey = folded.withUnsafeBufferPointer { ByteKey($0.baseAddress!, $0.count) }
    let number = value(foldedKey, of: folded, tag: 0) ?? add(foldedKey, folded)
    insert(token.key, of: lowered, tag: token.tag, value: number)
    return number
  }

  private func value(_ key: ByteKey, of bytes: [UInt8], tag: UInt8) -> UInt32? {
    bytes.withUnsafeBufferPointer { table.value(key, at: $0.baseAddress!, tag: tag) }
  }

  private mutating func insert(_ key: ByteKey, of bytes: [UInt8], tag: UInt8, value: UInt32) {
    bytes.withUnsafeBufferPointer { table.insert(key, at: $0.baseAddress!, tag: tag, value: value) }
  }

  /// Gives a folded token its number.
  private mutating func add(_ key: ByteKey, _ folded: [UInt8]) -> UInt32 {
    let number = UInt32(tokens.count)
    insert(key, of: folded, tag: 0, value: number)
    tokens.arena.append(contentsOf: folded)
    tokens.offsets.append(tokens.arena.count)
    return number
  }
}
