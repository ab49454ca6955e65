import Execution
import Matrices

/// How many suffixes store each column, piece by piece of the rows: what an index takes, before it is built.
struct SuffixCounts: Sendable {
  /// The runs of rows that were counted apart.
  let pieces: [Range<Int>]
  /// For every piece and column, how many suffixes of earlier pieces store the column.
  private(set) var before: [[UInt32]]
  /// For every column how many suffixes store it.
  let total: [UInt32]
  /// For every row where its suffix begins.
  let starts: [RowSuffix.Start]
  /// Suffixes begin where a row's norm reaches this.
  let leastNorm: Double

  /// Counts the suffixes that begin where a row's norm reaches `leastNorm`.
  ///
  /// - Complexity: O(stored values), in parallel.
  init(
    rows: DistinctRows, ranking: ColumnRanking, leastNorm: Double, parallelism: Parallelism
  ) async throws {
    let pieces = rows.pieces
    let width = rows.matrix.columnCount
    let found = try await parallelism.map(count: pieces.count) { piece in
      var counts = Array(repeating: UInt32(0), count: width)
      var suffix = RowSuffix()
      var starts: [RowSuffix.Start] = []
      starts.reserveCapacity(pieces[piece].count)
      counts.withUnsafeMutableBufferPointer { counts in
        for row in pieces[piece] {
          starts.append(
            suffix.load(row, of: rows, ranking: ranking, from: .unknown, leastNorm: leastNorm))
          for entry in suffix.entries { counts[Int(entry.column)] &+= 1 }
        }
      }
      return (counts, starts)
    }
    var total = Array(repeating: UInt32(0), count: width)
    before = []
    for (counts, _) in found {
      before.append(total)
      for column in 0..<width { total[column] &+= counts[column] }
    }
    self.pieces = pieces
    self.total = total
    self.leastNorm = leastNorm
    starts = found.flatMap(\.1)
  }

  /// Gives up what only building the index needs.
  func withoutPieces() -> SuffixCounts {
    var counts = self
    counts.before = []
    return counts
  }

  /// How many pairs of a suffix and a posting there are, each pair of rows from both sides.
  var meetingCount: Double { total.reduce(0) { $0 + Double($1) * Double($1) } }
}
