/// Draws that are the same for the same seed on every machine.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014), SplitMix64; Floyd's
/// method in Bentley and Floyd, "Programming Pearls: A Sample of Brilliance" (1987).
enum SeededDraw {
  private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// `count` different numbers of `0..<bound`, ascending; all of them where there are no more.
  static func numbers(_ count: Int, below bound: Int, seed: UInt64) -> [Int] {
    guard count < bound else { return Array(0..<bound) }
    var generator = SplitMix64(state: seed)
    var drawn: Set<Int> = []
    for last in bound - count..<bound {
      let number = Int.random(in: 0...last, using: &generator)
      if !drawn.insert(number).inserted { drawn.insert(last) }
    }
    return drawn.sorted()
  }
}
