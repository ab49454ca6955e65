/// How much of two texts is the same, character by character: 1 − distance / length.
struct TextIdentity: Sendable, Hashable {
  /// The insertions, deletions and replacements of characters that turn one text into the other.
  var distance: Int
  /// The characters of the longer text.
  var length: Int

  /// The share, 0…1.
  var value: Double { length == 0 ? 1 : Double(length - distance) / Double(length) }
}
