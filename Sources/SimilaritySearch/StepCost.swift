/// What the steps of the plans cost on one core, in nanoseconds: measured on a Xeon with AVX-512 and OpenBLAS. Only
/// their ratios matter, and they only choose between plans that find the same.
enum StepCost {
  /// One multiply-add scattered into accumulators in the second-level cache.
  static let scatter = 1.2
  /// One multiply-add of a dense product.
  static let dense = 1.0 / 35
  /// Clearing and scanning one accumulator.
  static let scan = 0.3
  /// One pair of a suffix and a posting: most are cut off by their norms, but rows met are scored now and then.
  /// Measured from 1.1 (articles and newsgroups at t = .3 and .5) to 2.1 (paragraphs at t = .5).
  static let meeting = 1.2
}
