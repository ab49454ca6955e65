import Execution
import Matrices

/// Proposes the pairs that may reach a threshold, by the cheaper of two plans.
///
/// - *Tiles* score every pair; their cost does not depend on the threshold.
/// - *Pruned* looks only at what the threshold leaves of each row; it wins where the threshold is high or the
///   frequent columns weigh little, and loses on dense rows.
///
/// The choice is by predicted cost, from counts of the data and constants measured once: the findings are the
/// same either way, and timing never steers a run.
enum PairProposer: Sendable {
  case tiles(TileEngine<Float>, rows: SparseRows, threshold: Double)
  case pruned(PrunedSearch, rows: DistinctRows)

  /// A plan that a test may insist on.
  enum Plan: Sendable, CaseIterable {
    case tiles
    case pruned
  }

  /// The plan with the lower predicted cost, or the one insisted on.
  ///
  /// - Complexity: O(stored values + columns · log(columns)) and the sorting of postings, in parallel.
  init(
    rows: DistinctRows, threshold: Double, plan: Plan? = nil, parallelism: Parallelism
  ) async throws {
    let longest = rows.longestRow
    let margin = ErrorMargin(longestRow: longest, otherLongestRow: longest)
    // Nothing can be pruned where the margin of error eats what must be gathered.
    if plan != .tiles && PrunedSearch.leastSum(threshold: threshold, margin: margin) > margin.value {
      let ranking = try await ColumnRanking(of: rows, parallelism: parallelism)
      let counts = try await SuffixCounts(
        rows: rows, ranking: ranking, leastNorm: PrunedSearch.leastNorm(threshold: threshold),
        parallelism: parallelism)
      let tiles = TileEngine<Float>.predictedPairsCost(columnCounts: ranking.counts, rowCount: rows.count)
      if plan == .pruned || PrunedSearch.predictedCost(counts) < tiles {
        let search = try await PrunedSearch(
          rows: rows, ranking: ranking, counts: counts, threshold: threshold, margin: margin,
          parallelism: parallelism)
        self = .pruned(search, rows: rows)
        return
      }
    }
    let selected = rows.selected()
    self = .tiles(
      TileEngine(queries: selected, references: nil), rows: selected, threshold: threshold)
  }

  /// The strips of query rows.
  var strips: StripPlan {
    switch self {
    case .tiles(let engine, _, _): engine.strips
    case .pruned(let search, _): search.strips
    }
  }

  /// Whether pairs are proposed of which most fail; tiles propose hardly any.
  var isPruned: Bool {
    switch self {
    case .tiles: false
    case .pruned: true
    }
  }

  /// The rows that the pairs' numbers mean.
  var rows: DistinctRows {
    switch self {
    case .tiles(_, let rows, _): DistinctRows(rows)
    case .pruned(_, let rows): rows
    }
  }

  /// For every query row of a strip, later rows that may meet the threshold, in any order.
  func proposals(ofStrip strip: Int) -> [[Int]] {
    switch self {
    case .tiles(let engine, _, let threshold):
      engine.proposals(ofStrip: strip, atLeast: threshold, laterRowsOnly: true)
    case .pruned(let search, _): search.proposals(ofStrip: strip)
    }
  }
}

extension PrunedSearch {
  /// The predicted cost of all pairs, in nanoseconds of one core.
  static func predictedCost(_ counts: SuffixCounts) -> Double { counts.meetingCount * StepCost.meeting }
}

extension TileEngine<Float> {
  /// The predicted cost of all pairs of rows, in nanoseconds of one core.
  ///
  /// - Parameter columnCounts: how many rows store each column.
  static func predictedPairsCost(columnCounts: [Int], rowCount: Int) -> Double {
    let split = HeadTailSplit(columnCounts: columnCounts, rowCount: rowCount)
    let pairs = Double(rowCount) * Double(rowCount) / 2
    var scattered = 0.0
    for (column, count) in columnCounts.enumerated() where split.headSlots[column] < 0 {
      scattered += Double(count) * Double(count) / 2
    }
    return pairs * (Double(split.headCount) * StepCost.dense + StepCost.scan)
      + scattered * StepCost.scatter
  }

  /// For every query row of a strip, ascending, reference rows whose Float32 score lies within the margin of the
  /// threshold.
  ///
  /// - Parameter laterRowsOnly: whether only reference rows of higher numbers count: each pair of one matrix once.
  func proposals(ofStrip strip: Int, atLeast threshold: Double, laterRowsOnly: Bool) -> [[Int]] {
    let bound = Float(threshold - margin.value).nextDown
    let stripRows = strips[strip]
    var proposed: [[Int]] = Array(repeating: [], count: stripRows.count)
    forEachTile(ofStrip: strip, from: laterRowsOnly ? stripRows.lowerBound : 0) { tile in
      for row in tile.rows {
        forEachScore(in: tile.scores(ofRow: row), atLeast: bound) { column in
          let other = tile.columns.lowerBound + column
          if !laterRowsOnly || other > row { proposed[row - stripRows.lowerBound].append(other) }
        }
      }
    }
    return proposed
  }
}
