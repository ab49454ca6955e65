import Foundation

/// Random numbers that are the same on every machine: a benchmark measures the same input everywhere.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014), SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A rank below `count` drawn by Zipf's law with exponent 1: rank r with a probability of about 1 / (r + 1).
  mutating func zipfRank(below count: Int) -> Int {
    // The density 1/x on 1 ..< count + 1 has the distribution function log(x) / log(count + 1).
    min(count - 1, Int(exp(Double.random(in: 0..<1, using: &self) * log(Double(count + 1)))) - 1)
  }
}
