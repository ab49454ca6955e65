import Matrices

/// The rows that a search of pairs meets: of equal rows only the first, without a copy of the matrix.
struct DistinctRows: Sendable {
  /// The matrix that holds the rows, among others.
  let matrix: SparseRows
  /// For every distinct row its row in the matrix; nil where all rows are distinct.
  private let firsts: [Int]?

  /// All rows of a matrix in which no two are equal.
  init(_ matrix: SparseRows) {
    self.matrix = matrix
    firsts = nil
  }

  /// The first row of every group.
  init(_ matrix: SparseRows, identical: IdenticalRows) {
    self.matrix = matrix
    firsts = identical.areAllDistinct ? nil : identical.firsts
  }

  /// How many rows there are.
  var count: Int { firsts?.count ?? matrix.rowCount }

  /// The positions of a distinct row's values in the matrix.
  @inline(__always)
  func range(_ row: Int) -> Range<Int> { matrix.range(ofRow: firsts?[row] ?? row) }

  /// The most values stored in one row.
  var longestRow: Int { (0..<count).reduce(0) { max($0, range($1).count) } }

  /// The rows as a matrix of their own: a copy where some rows are equal.
  func selected() -> SparseRows { firsts.map(matrix.selecting) ?? matrix }

  /// The rows cut into runs of about as many stored values each: the pieces of a preparing step.
  ///
  /// A piece may hold one counter a column: there are only so many that counters take no more than the
  /// columns' numbers themselves.
  var pieces: [Range<Int>] {
    let wanted = max(1, min(32, matrix.storedCount / max(1, matrix.columnCount)))
    let share = matrix.storedCount / wanted + 1
    var pieces: [Range<Int>] = []
    var start = 0
    var stored = 0
    for row in 0..<count {
      stored += range(row).count
      if stored >= share {
        pieces.append(start..<row + 1)
        start = row + 1
        stored = 0
      }
    }
    if start < count || pieces.isEmpty { pieces.append(start..<count) }
    return pieces
  }
}
