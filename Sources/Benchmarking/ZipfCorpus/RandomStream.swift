/// Random numbers that are the same for the same seed on every machine.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014), SplitMix64.
struct RandomStream {
  private var state: UInt64

  /// The stream of one purpose and one index, independent of the streams of all others.
  init(seed: UInt64, purpose: UInt64 = 0, index: Int = 0) {
    state = Self.mixed(Self.mixed(seed &+ purpose &* 0xD1B5_4A32_D192_ED03) &+ UInt64(index))
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number in 0 ..< 1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in 0 ..< `bound`, for 0 < bound < 2³².
  mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
