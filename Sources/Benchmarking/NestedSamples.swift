/// Samples of a corpus of which each holds all smaller ones.
///
/// Documents are ranked by a hash of the seed and their number, and a sample of n takes the n first of that
/// ranking, in corpus order: unlike the first n documents it has the make-up of the whole, and unlike every
/// n-th document it nests for any sizes.
struct NestedSamples: Sendable {
  private let order: [Int]

  /// Samples of `count` documents.
  ///
  /// - Complexity: O(count · log count).
  init(count: Int, seed: UInt64) {
    let keys = (0..<count).map { index in
      var random = RandomStream(seed: seed, purpose: 4, index: index)
      return random.next()
    }
    order = (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// The sample of `count` documents: their indices, ascending.
  func indices(count: Int) -> [Int] {
    count >= order.count ? Array(order.indices) : order[..<count].sorted()
  }
}
