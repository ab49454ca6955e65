/// A passage before its bytes are looked at: a run of tokens and where it starts.
struct TokenPassage: Sendable {
  /// Its length in tokens.
  var length: Int
  /// The positions of its first token in the tokenised corpus, ascending.
  var positions: [Int]
  /// Whether it is a line shorter than the minimum of a run.
  var isLine = false
}
