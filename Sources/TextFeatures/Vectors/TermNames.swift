/// Spells an n-gram out.
protocol TermNames: Sendable {
  /// Appends the spelling of an n-gram's symbols.
  func append(_ symbols: [UInt32], to arena: inout [UInt8])
}

/// Tokens, joined by one space.
struct TokenTermNames: TermNames {
  let vocabulary: Vocabulary

  func append(_ symbols: [UInt32], to arena: inout [UInt8]) {
    for (index, symbol) in symbols.enumerated() {
      if index > 0 { arena.append(UInt8(ascii: " ")) }
      arena.append(contentsOf: vocabulary.bytes(of: symbol))
    }
  }
}

/// Code points, one after the other.
struct CharacterTermNames: TermNames {
  func append(_ symbols: [UInt32], to arena: inout [UInt8]) {
    for symbol in symbols { arena.append(character: symbol) }
  }
}
