/// How often words of each rank are drawn: Zipf–Mandelbrot with an open end.
///
/// Up to rank 8,192 the weight of rank r is 1 / (r + 2.7); beyond, it falls with the square of r + 2.7,
/// without end. So some 11 % of all words lie beyond, and the number of distinct ones among n words grows
/// about as √n there, as Heaps' law has it for large collections of English.
///
/// Drawing uses only additions, divisions and comparisons, which IEEE 754 rounds alike everywhere: no
/// logarithm or power of a library whose last bit may differ.
///
/// Sources: Mandelbrot, "An Informational Theory of the Statistical Structure of Language" (1953); Ferrer i
/// Cancho and Solé, "Two Regimes in the Frequency of Words" (2001).
struct WordFrequencies: Sendable {
  /// Ranks of the first regime.
  static let coreCount = 8_192
  /// Mandelbrot's shift, which flattens the first ranks.
  static let shift = 2.7
  /// Higher ranks are drawn as this one; one word in some 10¹² would be.
  static let highestRank = 1 << 40

  /// `coreCount` sums: of the weights of all ranks up to and including index + 1.
  private let sums: [Double]
  /// For each of so many equal parts of the core's weight, the first index whose sum lies beyond its start.
  private let guide: [Int]
  private static let guideCount = 4_096

  init() {
    var sums: [Double] = []
    sums.reserveCapacity(Self.coreCount)
    var sum = 0.0
    for rank in 1...Self.coreCount {
      sum += 1 / (Double(rank) + Self.shift)
      sums.append(sum)
    }
    var guide: [Int] = []
    var index = 0
    for part in 0..<Self.guideCount {
      let start = sum * Double(part) / Double(Self.guideCount)
      while sums[index] <= start { index += 1 }
      guide.append(index)
    }
    self.sums = sums
    self.guide = guide
  }

  private var coreWeight: Double { sums[Self.coreCount - 1] }

  /// The weight of all ranks beyond the core: the integral of (core + shift) / (r + shift)² from the core on.
  private static let tailWeight = 1.0

  /// Draws a rank, 1 … `highestRank`.
  ///
  /// - Complexity: O(1) expected.
  func rank(from random: inout RandomStream) -> Int {
    let position = random.unit() * (coreWeight + Self.tailWeight)
    guard position < coreWeight else {
      let share = position - coreWeight
      let rank = (Double(Self.coreCount) + Self.shift) / (Self.tailWeight - share) - Self.shift
      guard rank > 0, rank < Double(Self.highestRank) else { return Self.highestRank }
      return max(Self.coreCount, Int(rank)) + 1
    }
    var index = guide[min(Self.guideCount - 1, Int(position / coreWeight * Double(Self.guideCount)))]
    // Rounding may have led one part too far.
    while index > 0 && sums[index - 1] > position { index -= 1 }
    while sums[index] <= position { index += 1 }
    return index + 1
  }
}
