/// What a token is; it decides how the token is folded.
enum TokenKind: Equatable, BitwiseCopyable {
  /// A word or number of UAX #29.
  case word
  /// Two characters of a script without spaces, or a lone one.
  case pair
  /// A URL or an e-mail address.
  case address
  /// An emoji, a flag or a sequence of them that is shown as one.
  case emoji
  /// A word of the scikit-learn preset: lower-cased only. The neighbourhood decides on a final sigma.
  case lowered(casedBefore: Bool, casedAfter: Bool)

  /// Tells tokens apart that are spelled alike and folded differently; never 0.
  @inline(__always)
  var tag: UInt8 {
    switch self {
    case .word: 1
    case .pair: 2
    case .address: 3
    case .emoji: 4
    case .lowered(let before, let after): 5 + (before ? 1 : 0) + (after ? 2 : 0)
    }
  }
}

/// Receives tokens in ascending order of their start.
protocol TokenSink: ~Copyable {
  /// Takes the token at the bytes `start..<end` of the field that is being cut.
  mutating func take(_ start: Int, _ end: Int, _ kind: TokenKind)
}
