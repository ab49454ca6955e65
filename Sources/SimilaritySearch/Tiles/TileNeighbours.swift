import Matrices

/// Gathers the reference rows that may be among the k nearest of each query row of a strip, from tiles.
struct TileNeighbours: Sendable {
  private let k: Int
  private let engine: TileEngine<Float>
  /// Scores below this cannot round to more than 0.
  private let floor: Float

  /// Prepares tiles of `queries` against `references`; nil compares the queries with themselves.
  ///
  /// - Complexity: O(stored values).
  init(k: Int, queries: SparseRows, references: SparseRows?) {
    self.k = k
    engine = TileEngine(queries: queries, references: references)
    // Sums of products that are not negative are positive in Float32 too, unless nothing is shared.
    let mayBeNegative =
      queries.values.contains { $0 < 0 } || (references?.values.contains { $0 < 0 } ?? false)
    floor = mayBeNegative ? Float(-engine.margin.value).nextDown : .leastNonzeroMagnitude
  }

  /// The candidates of every row of a strip.
  ///
  /// - Parameter excludingSelf: whether a row must not find the reference row of the same number.
  func candidates(ofStrip strip: Int, excludingSelf: Bool) -> [CandidateList] {
    let rows = engine.strips[strip]
    let margin = Float(engine.margin.value).nextUp
    var lists = rows.map { _ in CandidateList(k: k, margin: margin, floor: floor) }
    engine.forEachTile(ofStrip: strip) { tile in
      for row in tile.rows {
        lists[row - rows.lowerBound].add(
          tile.scores(ofRow: row), from: tile.columns.lowerBound, except: excludingSelf ? row : nil)
      }
    }
    return lists
  }
}
