/// A run and the places chosen for it in the region text.
struct RepeatedRun {
  /// Its length in tokens.
  var length: Int
  /// Where its places start in the region text, ascending, never overlapping; at least two, or one that
  /// stands for several copies.
  var starts: [Int]
}
