/// Cuts `0..<count` into pieces of a fixed size; depends on nothing but its two numbers.
struct EvenPlan: Sendable {
  let count: Int
  let piece: Int

  init(count: Int, piece: Int) {
    precondition(piece > 0, "pieces of \(piece)")
    self.count = count
    self.piece = piece
  }

  /// How many pieces there are.
  var pieces: Int { (count + piece - 1) / piece }

  /// The items of one piece.
  func range(_ index: Int) -> Range<Int> { index * piece..<min(count, (index + 1) * piece) }
}
