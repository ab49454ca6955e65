import Execution
import Matrices

/// The columns in order of how many rows store them, the most frequent first.
struct ColumnRanking: Sendable {
  /// For every column its rank, ties by column; nil where columns are numbered about so, as in vocabularies.
  let ranks: [UInt32]?
  /// For every column how many rows store it.
  let counts: [Int]

  /// Ranks the columns of distinct rows.
  ///
  /// - Complexity: O(stored values), in parallel, plus O(columns · log(columns)) where they are not in order.
  init(of rows: DistinctRows, parallelism: Parallelism) async throws {
    let pieces = rows.pieces
    let width = rows.matrix.columnCount
    let partial = try await parallelism.map(count: pieces.count) { piece in
      var counts = Array(repeating: UInt32(0), count: width)
      rows.matrix.columns.withUnsafeBufferPointer { columns in
        counts.withUnsafeMutableBufferPointer { counts in
          for row in pieces[piece] {
            for position in rows.range(row) { counts[Int(columns[position])] &+= 1 }
          }
        }
      }
      return counts
    }
    var counts = Array(repeating: 0, count: width)
    for part in partial {
      for column in 0..<width { counts[column] += Int(part[column]) }
    }
    self.init(counts: counts)
  }

  /// Ranks columns by how many rows store each.
  init(counts: [Int]) {
    self.counts = counts
    if Self.areAboutInOrder(counts) {
      ranks = nil
    } else {
      let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
      var ranks = Array(repeating: UInt32(0), count: counts.count)
      for (rank, column) in order.enumerated() { ranks[column] = UInt32(rank) }
      self.ranks = ranks
    }
  }

  /// Whether at most one in fifty stored values lies in a column that stands far from its place.
  ///
  /// Any order of the columns leads to the same pairs. Equal rows that were left out disturb the order of a
  /// vocabulary a little, which is not worth sorting every row for.
  private static func areAboutInOrder(_ counts: [Int]) -> Bool {
    func level(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }
    var columnsOfLevel = Array(repeating: 0, count: Int.bitWidth + 1)
    for count in counts { columnsOfLevel[level(count)] += 1 }
    var place = Int.bitWidth + 1
    var placeEnd = 0
    var stored = 0
    var misplaced = 0
    for (column, count) in counts.enumerated() {
      while column >= placeEnd {
        place -= 1
        placeEnd += columnsOfLevel[place]
      }
      stored += count
      if abs(level(count) - place) > 1 { misplaced += count }
    }
    return misplaced * 50 <= stored
  }
}
