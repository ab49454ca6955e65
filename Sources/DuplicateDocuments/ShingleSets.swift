import Execution

/// The shingle sets of all contents, rarest shingle first.
///
/// Only shingles that at least two contents hold are stored, by *rank*: ascending document frequency, ties by
/// slice and first occurrence. The others ("unshared") are counted; they are the rarest of all and stand
/// before rank 0 in every set.
struct ShingleSets: Sendable {
  /// For every content, how many distinct shingles it has, unshared ones included.
  let sizes: [Int]
  /// Contents' ranks one after the other, ascending within a content.
  let ranks: [UInt32]
  /// `count + 1` positions in `ranks`.
  let offsets: [Int]
  /// How many ranks there are.
  let rankCount: Int
  /// At index f, how many ranks have a document frequency below f.
  private let ranksBelow: [Int]

  /// How many contents there are.
  var count: Int { sizes.count }

  /// Where a content's ranks stand.
  func range(of content: Int) -> Range<Int> { offsets[content]..<offsets[content + 1] }

  /// How many of a content's shingles nobody else holds.
  func unsharedCount(of content: Int) -> Int { sizes[content] - range(of: content).count }

  /// How many ranks stand in at most `frequency` contents: the first ones.
  func rankCount(upToFrequency frequency: Int) -> Int {
    frequency + 1 < ranksBelow.count ? ranksBelow[frequency + 1] : rankCount
  }

  /// Builds the sets. The plan depends on the number of shingles only.
  ///
  /// - Complexity: O(shingles) time, for more than 16 million of them times the number of rounds; memory in
  ///   the number of *shared* occurrences, plus ten bytes for every occurrence in the slices of a round.
  init(_ scanner: ShingleScanner, parallelism: Parallelism) async throws {
    let occurrences = scanner.positions.indices.reduce(0) { $0 + scanner.shingleCount(of: $1) }
    let plan = SlicePlan(occurrences: occurrences)
    let slices = try await Self.slices(scanner, plan, parallelism)
    var sizes = scanner.positions.indices.map(scanner.shingleCount)
    for slice in slices {
      for (content, count) in slice.repeatCounts.enumerated() { sizes[content] -= Int(count) }
    }
    let ranksBelow = Self.ranksBelow(slices)
    let ranking = Self.ranking(of: slices, from: ranksBelow)
    let pieces = EvenPlan(count: sizes.count, piece: 4096)
    let parts = try await parallelism.map(count: pieces.pieces) { piece in
      Self.sets(of: pieces.range(piece), slices: slices, ranking: ranking)
    }
    var offsets = [0]
    offsets.reserveCapacity(sizes.count + 1)
    var ranks: [UInt32] = []
    ranks.reserveCapacity(slices.reduce(0) { $0 + $1.holders.count })
    for part in parts {
      for length in part.lengths { offsets.append(offsets[offsets.count - 1] + length) }
      ranks += part.ranks
    }
    self.sizes = sizes
    self.offsets = offsets
    self.ranks = ranks
    rankCount = ranking.reduce(0) { $0 + $1.count }
    self.ranksBelow = ranksBelow
  }

  /// Slice by slice, some at a time: within a round, every hash is computed once.
  private static func slices(
    _ scanner: ShingleScanner, _ plan: SlicePlan, _ parallelism: Parallelism
  ) async throws -> [ShingleSlice] {
    let contents = ShinglePiece.plan(scanner)
    var slices: [ShingleSlice] = []
    let rounds = EvenPlan(count: 1 << plan.sliceBits, piece: plan.slicesPerRound)
    for round in 0..<rounds.pieces {
      let range = rounds.range(round)
      let pieces = try await parallelism.map(count: contents.count) { piece in
        ShinglePiece(
          scanner, contents: contents[piece], slices: range, sliceBits: plan.sliceBits,
          filterBits: plan.filterBits)
      }
      slices += try await parallelism.map(count: range.count) { slice in
        ShingleSlice(
          scanner, pieces: pieces, slice: range.lowerBound + slice, filterBits: plan.filterBits)
      }
    }
    return slices
  }

  /// How hashes are cut into slices, how large a slice's filter is, and how many slices a round takes.
  struct SlicePlan {
    let sliceBits: Int
    let filterBits: Int
    let slicesPerRound: Int

    /// Eight bytes each, these take 128 MB.
    private static let occurrencesPerRound = 1 << 24

    /// Eight places for every occurrence keep the filter's false alarms near one in eight; no filter takes
    /// more than 64 MB.
    init(occurrences: Int) {
      var slices = 2
      while slices < 6 && occurrences >> slices > 1 << 25 { slices += 1 }
      var filter = 10
      while filter < 28 && 1 << filter < (occurrences >> slices) * 8 { filter += 1 }
      sliceBits = slices
      filterBits = filter
      // Two at least keep two threads busy.
      let share = Self.occurrencesPerRound / max(1, occurrences >> slices)
      slicesPerRound = min(1 << slices, max(2, share))
    }
  }

  private static func ranksBelow(_ slices: [ShingleSlice]) -> [Int] {
    let highest = slices.reduce(0) { max($0, Int($1.frequencies.max() ?? 0)) }
    var counts = [Int](repeating: 0, count: highest + 2)
    for slice in slices {
      for frequency in slice.frequencies { counts[Int(frequency) + 1] += 1 }
    }
    for frequency in counts.indices.dropFirst() { counts[frequency] += counts[frequency - 1] }
    return counts
  }

  /// The rank of every shingle of every slice: a counting sort by frequency.
  private static func ranking(of slices: [ShingleSlice], from ranksBelow: [Int]) -> [[UInt32]] {
    var next = ranksBelow
    return slices.map { slice in
      slice.frequencies.map { frequency in
        defer { next[Int(frequency)] += 1 }
        return UInt32(next[Int(frequency)])
      }
    }
  }

  private static func sets(
    of contents: Range<Int>, slices: [ShingleSlice], ranking: [[UInt32]]
  ) -> (ranks: [UInt32], lengths: [Int]) {
    var cursors = slices.map { slice in
      slice.holders.partitioningIndex { Int($0.content) >= contents.lowerBound }
    }
    var ranks: [UInt32] = []
    var lengths: [Int] = []
    for content in contents {
      let start = ranks.count
      for index in slices.indices {
        let holders = slices[index].holders
        while cursors[index] < holders.count, Int(holders[cursors[index]].content) == content {
          ranks.append(ranking[index][Int(holders[cursors[index]].shingle)])
          cursors[index] += 1
        }
      }
      ranks[start...].sort()
      lengths.append(ranks.count - start)
    }
    return (ranks, lengths)
  }
}
