import Execution

/// Draws that are the same for the same seed on every machine.
///
/// Source: Floyd's method in Bentley and Floyd, "Programming Pearls: A Sample of Brilliance" (1987).
enum SeededDraw {
  /// `count` different numbers of `0..<bound`, ascending; all of them where there are no more.
  static func numbers(_ count: Int, below bound: Int, seed: UInt64) -> [Int] {
    guard count < bound else { return Array(0..<bound) }
    var generator = SplitMix64(seed: seed)
    var drawn: Set<Int> = []
    for last in bound - count..<bound {
      let number = Int.random(in: 0...last, using: &generator)
      if !drawn.insert(number).inserted { drawn.insert(last) }
    }
    return drawn.sorted()
  }
}
