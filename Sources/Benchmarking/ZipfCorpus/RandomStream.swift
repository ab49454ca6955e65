import Execution

/// Random numbers of many purposes from one seed.
struct RandomStream {
  private var generator: SplitMix64

  /// The stream of one purpose and one index, independent of the streams of all others.
  init(seed: UInt64, purpose: UInt64 = 0, index: Int = 0) {
    let first = SplitMix64.mixed(seed &+ purpose &* 0xD1B5_4A32_D192_ED03)
    generator = SplitMix64(seed: SplitMix64.mixed(first &+ UInt64(index)))
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 { generator.next() }

  /// A number in 0 ..< 1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in 0 ..< `bound`, for 0 < bound < 2³².
  mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }
}
