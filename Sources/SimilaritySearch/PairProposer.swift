import Matrices

/// Proposes the pairs that may reach a threshold, by the cheaper of two plans.
///
/// - *Tiles* score every pair; their cost does not depend on the threshold.
/// - *Pruned* scatters only what the threshold leaves of each row; it wins where the threshold is high or the
///   frequent columns weigh little, and loses on dense rows.
///
/// The choice is by predicted cost, from counts of the data and constants measured once: the findings are the
/// same either way, and timing never steers a run.
enum PairProposer: Sendable {
  case tiles(TileEngine<Float>, threshold: Double)
  case pruned(PrunedSearch)

  /// A plan that a test may insist on.
  enum Plan: Sendable, CaseIterable {
    case tiles
    case pruned
  }

  /// The plan with the lower predicted cost, or the one insisted on.
  ///
  /// - Complexity: O(stored values · log(row length) + columns · log(columns)).
  init(rows: SparseRows, threshold: Double, plan: Plan? = nil) {
    let pruned = PrunedSearch(rows: rows, threshold: threshold)
    let plan =
      plan ?? (pruned.predictedCost < TileEngine<Float>.predictedPairsCost(rows: rows) ? .pruned : .tiles)
    // Nothing can be pruned where the margin of error eats what the suffixes must gather.
    self =
      plan == .pruned && pruned.isUsable
      ? .pruned(pruned) : .tiles(TileEngine(queries: rows, references: nil), threshold: threshold)
  }

  /// The strips of query rows.
  var strips: StripPlan {
    switch self {
    case .tiles(let engine, _): engine.strips
    case .pruned(let search): search.strips
    }
  }

  /// For every query row of a strip, later rows that may meet the threshold, ascending.
  func proposals(ofStrip strip: Int) -> [[Int]] {
    switch self {
    case .tiles(let engine, let threshold):
      engine.proposals(ofStrip: strip, atLeast: threshold, laterRowsOnly: true)
    case .pruned(let search): search.proposals(ofStrip: strip)
    }
  }
}

/// What the steps of the plans cost on one core, in nanoseconds: measured on a Xeon with AVX-512 and OpenBLAS. Only
/// their ratios matter, and they only choose between plans that find the same.
enum StepCost {
  /// One multiply-add scattered into accumulators in the second-level cache.
  static let scatter = 1.2
  /// One multiply-add of a dense product.
  static let dense = 1.0 / 35
  /// Clearing and scanning one accumulator.
  static let scan = 0.3
}

extension PrunedSearch {
  /// The predicted cost of all pairs, in nanoseconds of one core.
  var predictedCost: Double {
    let rows = Double(rowCount)
    return scatterCount * StepCost.scatter + rows * rows / 2 * StepCost.scan
  }
}

extension TileEngine<Float> {
  /// The predicted cost of all pairs of these rows, in nanoseconds of one core.
  static func predictedPairsCost(rows: SparseRows) -> Double {
    let counts = rows.columnCounts()
    let split = HeadTailSplit(columnCounts: counts, rowCount: rows.rowCount)
    let pairs = Double(rows.rowCount) * Double(rows.rowCount) / 2
    var scattered = 0.0
    for (column, count) in counts.enumerated() where split.headSlots[column] < 0 {
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
