import Matrices

/// The rarer part of one unit row: its columns from the first one on whose norm, with all more frequent columns,
/// reaches a bound.
///
/// Working memory that is loaded with one row after another.
struct RowSuffix: Sendable {
  /// A column of the suffix.
  struct Entry: Sendable {
    let column: UInt32
    /// The weight's magnitude.
    let weight: Float
    /// The norm over this column and all more frequent ones of the row.
    let norm: Float
  }

  /// Where a suffix begins, so that the row's frequent columns are read once only.
  struct Start: Sendable {
    /// How many values of the row, in order of rank, come before.
    let skipped: UInt32
    /// The sum of their squares.
    let squares: Double

    /// The beginning of a row that was not looked at yet.
    static let unknown = Start(skipped: 0, squares: 0)
  }

  private var storage: [Entry] = []
  private var count = 0
  private var order: [(rank: UInt32, position: Int)] = []

  /// The suffix, from the most frequent column to the rarest.
  var entries: ArraySlice<Entry> { storage[0..<count] }

  /// Loads a row and says where its suffix begins.
  ///
  /// - Parameters:
  ///   - start: what an earlier call returned for the row, or `.unknown`.
  ///   - leastNorm: the suffix begins where the norm reaches this.
  /// - Complexity: O(row length), with a factor of its logarithm where columns are not numbered by rank.
  @discardableResult
  mutating func load(
    _ row: Int, of rows: DistinctRows, ranking: ColumnRanking, from start: Start, leastNorm: Double
  ) -> Start {
    let range = rows.range(row)
    if storage.count < range.count {
      storage = Array(repeating: Entry(column: 0, weight: 0, norm: 0), count: 2 * range.count)
    }
    let leastSquares = leastNorm * leastNorm
    var squares = start.squares
    var skipped = Int(start.skipped)
    var found = start
    var count = 0
    if let ranks = ranking.ranks { sort(range, by: ranks, of: rows.matrix) }
    let isSorted = ranking.ranks != nil
    rows.matrix.columns.withUnsafeBufferPointer { columns in
      rows.matrix.values.withUnsafeBufferPointer { values in
        storage.withUnsafeMutableBufferPointer { storage in
          func position(_ place: Int) -> Int { isSorted ? order[place].position : range.lowerBound + place }
          while skipped < range.count {
            let value = values[position(skipped)]
            let sum = squares + value * value
            if sum >= leastSquares { break }
            squares = sum
            skipped += 1
          }
          found = Start(skipped: UInt32(skipped), squares: squares)
          for place in skipped..<range.count {
            let value = values[position(place)]
            squares += value * value
            storage[count] = Entry(
              column: columns[position(place)], weight: Float(abs(value)), norm: Float(squares.squareRoot()))
            count += 1
          }
        }
      }
    }
    self.count = count
    return found
  }

  private mutating func sort(_ range: Range<Int>, by ranks: [UInt32], of rows: SparseRows) {
    order.removeAll(keepingCapacity: true)
    for position in range { order.append((ranks[Int(rows.columns[position])], position)) }
    order.sort { $0.rank < $1.rank }
  }
}
