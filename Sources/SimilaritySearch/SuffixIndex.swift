import Matrices

/// For every column the rows whose suffix stores it, ascending, with their weights.
struct SuffixIndex: Sendable {
  /// A row and its weight, side by side because they are always read together.
  struct Posting: Sendable {
    let row: UInt32
    let weight: Float
  }

  /// Where a row's own posting of a suffix column stands: later rows follow it.
  struct Entry: Sendable {
    let column: UInt32
    /// The position of the posting within its column's.
    let position: UInt32
  }

  /// `columnCount + 1` positions in `postings`.
  let offsets: [Int]
  /// Postings, column after column.
  let postings: [Posting]
  /// `rowCount + 1` positions in `entries`.
  let entryOffsets: [Int]
  /// The suffix of every row, row after row.
  let entries: [Entry]

  /// Indexes the suffixes of a split.
  ///
  /// - Complexity: O(stored values + columns).
  init(rows: SparseRows, split: PrefixSplit) {
    var offsets = Array(repeating: 0, count: rows.columnCount + 1)
    for position in rows.columns.indices where split.isSuffix[position] {
      offsets[Int(rows.columns[position]) + 1] += 1
    }
    for column in 1..<offsets.count { offsets[column] += offsets[column - 1] }
    let total = offsets[offsets.count - 1]
    var filled = Array(repeating: UInt32(0), count: rows.columnCount)
    var postings = Array(repeating: Posting(row: 0, weight: 0), count: total)
    var entryOffsets = [0]
    entryOffsets.reserveCapacity(rows.rowCount + 1)
    var entries: [Entry] = []
    entries.reserveCapacity(total)
    for row in 0..<rows.rowCount {
      for position in rows.range(ofRow: row) where split.isSuffix[position] {
        let column = rows.columns[position]
        let place = filled[Int(column)]
        postings[offsets[Int(column)] + Int(place)] = Posting(
          row: UInt32(row), weight: Float(rows.values[position]))
        entries.append(Entry(column: column, position: place))
        filled[Int(column)] = place + 1
      }
      entryOffsets.append(entries.count)
    }
    self.offsets = offsets
    self.postings = postings
    self.entryOffsets = entryOffsets
    self.entries = entries
  }

  /// How many multiply-adds it takes to compare all rows with all later ones.
  var scatterCount: Double {
    var sum = 0.0
    for column in 1..<offsets.count {
      let length = Double(offsets[column] - offsets[column - 1])
      sum += length * (length - 1) / 2
    }
    return sum
  }
}
