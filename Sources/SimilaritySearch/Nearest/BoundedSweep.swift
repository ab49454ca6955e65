import Matrices

/// Finds, for one query row after the other, the reference rows that may be among the k best of either.
///
/// The postings of the query's tail are scattered into a row of accumulators. By Cauchy and Schwarz the heads
/// of two rows multiply to at most the product of their norms: only where tail sum and that product together
/// reach the bound of one of both rows, the heads are multiplied. So the most frequent columns, in which
/// nearly all multiply-adds lie and little of the norm, are looked at for few pairs.
///
/// Source of the idea: MaxScore (Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995),
/// with norms in place of largest weights as in Anastasiu and Karypis, "L2Knng: Fast Exact K-Nearest Neighbor
/// Graph Construction with L2-Norm Pruning" (2015).
struct BoundedSweep: Sendable {
  /// Accumulators that are compared with their bounds together, before any of them is looked at.
  static let chunk = 256

  private let k: Int
  /// Parts the candidates of a row where too many are alike.
  let ranking: NeighbourRanking
  private let queries: SparseRows
  let queryHeads: HeadRows
  let referenceHeads: HeadRows
  private let mayBeNegative: Bool

  /// Prepares sweeps of `queries` over `references`; nil compares the queries with themselves.
  init(k: Int, queries: SparseRows, references: SparseRows?, split: HeadTailSplit) {
    let other = references ?? queries
    self.k = k
    ranking = NeighbourRanking(k: k, queries: queries, references: other)
    self.queries = queries
    referenceHeads = HeadRows(of: other, split: split)
    queryHeads = references == nil ? referenceHeads : HeadRows(of: queries, split: split)
    mayBeNegative = queries.values.contains { $0 < 0 } || other.values.contains { $0 < 0 }
  }

  /// A candidate for a reference row: the query row at hand.
  struct Reverse: Sendable {
    let reference: UInt32
    let query: UInt32
    let score: Float
  }

  /// What a piece of the plan works with.
  struct Scratch: Sendable {
    fileprivate var sums: [Int32] = Array(repeating: 0, count: TailBlock.height)
    fileprivate var offsets: [Int32] = Array(repeating: 0, count: BoundedSweep.chunk)
    fileprivate var flags: [UInt8] = Array(repeating: 0, count: BoundedSweep.chunk)
    /// How many pairs had their heads multiplied.
    var refinedCount = 0
  }

  /// Sweeps one query row over the reference rows `0..<end`.
  ///
  /// - Parameters:
  ///   - bounds: for every reference row the score from which the query is a candidate for it.
  ///   - reverses: receives those.
  /// - Returns: the query's own candidates.
  func sweep(
    _ row: Int, over blocks: [TailBlock], end: Int, excludingSelf: Bool, bounds: [Float],
    scratch: inout Scratch, reverses: inout [Reverse]
  ) -> CandidateList {
    let range = queries.range(ofRow: row)
    let margin = Grains.margin(count: range.count)
    // Sums of products that are not negative are positive in Float32 too, unless nothing is shared.
    let floor = mayBeNegative ? (-margin).nextDown : .leastNonzeroMagnitude
    var list = CandidateList(k: k, margin: margin, floor: floor)
    if range.isEmpty { return list }
    var refinedCount = 0
    bounds.withUnsafeBufferPointer { bounds in
      scratch.sums.withUnsafeMutableBufferPointer { sums in
        scratch.flags.withUnsafeMutableBufferPointer { flags in
          scratch.offsets.withUnsafeMutableBufferPointer { offsets in
            for block in blocks where block.rows.lowerBound < end {
              let rows = block.rows.clamped(to: 0..<end)
              sums[0..<rows.count].update(repeating: 0)
              scatter(row, block, into: sums)
              if excludingSelf && rows.contains(row) { sums[row - rows.lowerBound] = .min }
              let target = Target(row: row, rows: rows, sums: sums, bounds: bounds)
              if rows.lowerBound == 0 { refinedCount += seed(target, &list, &reverses) }
              refinedCount += select(target, flags, offsets, &list, &reverses)
            }
          }
        }
      }
    }
    scratch.refinedCount += refinedCount
    return list
  }

  /// A query row, the reference rows swept over, their tail sums, and the bounds of all reference rows.
  struct Target {
    let row: Int
    let rows: Range<Int>
    let sums: UnsafeMutableBufferPointer<Int32>
    let bounds: UnsafeBufferPointer<Float>
  }

  private func scatter(
    _ row: Int, _ block: TailBlock, into sums: UnsafeMutableBufferPointer<Int32>
  ) {
    let range = queries.range(ofRow: row)
    queries.columns.withUnsafeBufferPointer { columns in
      queries.values.withUnsafeBufferPointer { values in
        block.slots.withUnsafeBufferPointer { slots in
          block.postings.withUnsafeBufferPointer { postings in
            guard let sums = sums.baseAddress, let postings = postings.baseAddress else { return }
            for position in range {
              let slot = slots[Int(columns[position])]
              guard slot.start < slot.end else { continue }
              let weight = Grains.of(values[position])
              Self.add(postings + Int(slot.start), count: Int(slot.end - slot.start), times: weight, to: sums)
            }
          }
        }
      }
    }
  }

  /// Adds the multiples of a column's postings.
  ///
  /// The rows of a column are distinct: four are read before the first is written, which the compiler cannot
  /// know.
  @inline(__always)
  private static func add(
    _ postings: UnsafePointer<UInt32>, count: Int, times weight: Int32, to sums: UnsafeMutablePointer<Int32>
  ) {
    var next = 0
    while next &+ 4 <= count {
      let (a, b, c, d) = (postings[next], postings[next &+ 1], postings[next &+ 2], postings[next &+ 3])
      let (i, j, k, l) = (Int(a & 0xFFFF), Int(b & 0xFFFF), Int(c & 0xFFFF), Int(d & 0xFFFF))
      let first = sums[i] &+ weight &* (Int32(bitPattern: a) >> 16)
      let second = sums[j] &+ weight &* (Int32(bitPattern: b) >> 16)
      let third = sums[k] &+ weight &* (Int32(bitPattern: c) >> 16)
      let fourth = sums[l] &+ weight &* (Int32(bitPattern: d) >> 16)
      sums[i] = first
      sums[j] = second
      sums[k] = third
      sums[l] = fourth
      next &+= 4
    }
    while next < count {
      let posting = postings[next]
      sums[Int(posting & 0xFFFF)] &+= weight &* (Int32(bitPattern: posting) >> 16)
      next &+= 1
    }
  }

  /// Looks at the rows with the largest tail sums first, so that the query has a bound before all are gone
  /// through.
  ///
  /// - Returns: how many those are.
  private func seed(_ target: Target, _ list: inout CandidateList, _ reverses: inout [Reverse]) -> Int {
    let wanted = k + k / 2 + 4
    guard target.rows.count >= wanted * LargestSums.group else { return 0 }
    var best = LargestSums(count: wanted)
    best.add(target.sums, count: target.rows.count)
    let offsets = best.entries.filter { $0.sum > .min }.map { Int32($0.offset) }
    offsets.withUnsafeBufferPointer { refine(target, $0, &list, &reverses) }
    for offset in offsets { target.sums[Int(offset)] = .min }
    return offsets.count
  }
}
