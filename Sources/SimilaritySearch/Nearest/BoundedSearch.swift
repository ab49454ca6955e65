import Execution
import Matrices

/// Everything that a search by bounds needs.
struct BoundedSearch: Sendable {
  /// The share of rows from which a column belongs to the head.
  ///
  /// A smaller share leaves fewer postings to scatter and more pairs to be looked at. Measured for the ten
  /// nearest: newsgroups and newswire take the least CPU time near .17, Wikipedia near .13 (5 % less).
  static let headShare = 0.17

  let queries: SparseRows
  let references: SparseRows?
  let split: HeadTailSplit
  let sweep: BoundedSweep
  let blocks: [TailBlock]
  /// How many queries and how many references store each column.
  private let queryCounts: [Int]
  private let referenceCounts: [Int]

  /// Indexes the references; nil compares the queries with themselves.
  ///
  /// - Parameter blockHeight: reference rows to a block, at most `TailBlock.height`.
  init(
    k: Int, queries: SparseRows, references: SparseRows?, parallelism: Parallelism,
    blockHeight: Int = TailBlock.height
  ) async throws {
    let other = references ?? queries
    precondition(
      queries.columnCount == other.columnCount,
      "\(queries.columnCount) columns against \(other.columnCount)")
    self.queries = queries
    self.references = references
    queryCounts = queries.columnCounts()
    referenceCounts = references?.columnCounts() ?? queryCounts
    let split = HeadTailSplit(
      columnCounts: referenceCounts, rowCount: other.rowCount, headShare: Self.headShare)
    let plan = TailBlock.plan(rowCount: other.rowCount, height: blockHeight)
    let parts = try await parallelism.map(count: plan.count + 1) { piece in
      piece == 0
        ? Part.sweep(BoundedSweep(k: k, queries: queries, references: references, split: split))
        : Part.block(TailBlock(plan[piece - 1], of: other, split: split))
    }
    guard case .sweep(let sweep) = parts[0] else { preconditionFailure("the sweep comes first") }
    self.split = split
    self.sweep = sweep
    blocks = parts.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  private enum Part: Sendable {
    case sweep(BoundedSweep)
    case block(TailBlock)
  }

  /// What the steps cost on one core, in nanoseconds: measured on an EPYC with OpenBLAS. Only their ratios
  /// matter, and they only choose between plans that find the same.
  private enum Cost {
    /// One posting added to its accumulator.
    static let scatter = 0.8
    /// One accumulator cleared and compared with its bounds.
    static let compare = 0.3
    /// One pair whose heads are multiplied, and each of their columns.
    static let refine = 10.0
    static let refineColumn = 0.06
  }

  /// Query rows swept to see how many pairs the bounds leave.
  private static let sampleSize = 24

  /// The plan with the lower predicted cost: from counts of the data and from what the bounds leave of the
  /// pairs of a few evenly spaced query rows.
  var plan: NearestPlan {
    let referenceRows = references ?? queries
    guard queries.rowCount > 0 && referenceRows.rowCount > 0 else { return .bounded }
    let pairs = Double(queries.rowCount) * Double(referenceRows.rowCount)
    var scattered = 0.0
    for column in queryCounts.indices where split.headSlots[column] < 0 {
      scattered += Double(queryCounts[column]) * Double(referenceCounts[column])
    }
    let tileSplit = HeadTailSplit(columnCounts: referenceCounts, rowCount: referenceRows.rowCount)
    var tileScattered = 0.0
    for column in queryCounts.indices where tileSplit.headSlots[column] < 0 {
      tileScattered += Double(queryCounts[column]) * Double(referenceCounts[column])
    }
    let tiles =
      pairs * (Double(tileSplit.headCount) * StepCost.dense + StepCost.scan)
      + tileScattered * StepCost.scatter
    // Looking at each pair once halves all but what the bounds of both rows leave.
    let once = references == nil ? 0.5 : 1
    let bounded =
      once * (pairs * Cost.compare + scattered * Cost.scatter)
      + pairs * refinedShare * (Cost.refine + Double(split.headCount) * Cost.refineColumn)
    return bounded < tiles ? .bounded : .tiles
  }

  /// The share of pairs whose heads are multiplied, among those of a few rows.
  private var refinedShare: Double {
    let referenceCount = (references ?? queries).rowCount
    let step = max(1, queries.rowCount / Self.sampleSize)
    let bounds = Array(repeating: Float.infinity, count: referenceCount)
    var scratch = BoundedSweep.Scratch()
    var reverses: [BoundedSweep.Reverse] = []
    var count = 0
    for row in stride(from: 0, to: queries.rowCount, by: step) {
      _ = sweep.sweep(
        row, over: blocks, end: referenceCount, excludingSelf: references == nil, bounds: bounds,
        scratch: &scratch, reverses: &reverses)
      count += 1
    }
    return Double(scratch.refinedCount) / (Double(count) * Double(referenceCount))
  }
}
