import Foundation
import Matrices

/// Rows whose columns are chosen so that one kernel does nearly all the work.
enum RowInput {
  /// Every row stores every column: all of it is dense product, nothing is scattered.
  static func dense(rowCount: Int, columnCount: Int, seed: UInt64) -> SparseRows {
    var generator = SeededGenerator(seed: seed)
    return SparseRows(
      rowOffsets: (0...rowCount).map { $0 * columnCount },
      columns: (0..<rowCount).flatMap { _ in (0..<columnCount).map(UInt32.init) },
      values: (0..<rowCount * columnCount).map { _ in Double.random(in: -1...1, using: &generator) },
      columnCount: columnCount)
  }

  /// Every column is stored by few rows: all of it is scattered from postings, nothing is multiplied.
  static func rare(
    rowCount: Int, valuesPerRow: Int, rowsPerColumn: Int, seed: UInt64
  ) -> SparseRows {
    var generator = SeededGenerator(seed: seed)
    let columnCount = rowCount * valuesPerRow / rowsPerColumn
    return rows(rowCount, columnCount: columnCount) {
      (0..<valuesPerRow).map { _ in
        (Int.random(in: 0..<columnCount, using: &generator), Double.random(in: 0.1...1, using: &generator))
      }
    }
  }

  /// Columns by Zipf's law, weighted by how rare they are, with every twentieth row nearly a copy of an earlier one:
  /// what TF-IDF makes of text.
  static func zipf(
    rowCount: Int, columnCount: Int, valuesPerRow: Int, seed: UInt64
  ) -> SparseRows {
    var generator = SeededGenerator(seed: seed)
    var recent: [[(Int, Double)]] = []
    return rows(rowCount, columnCount: columnCount) {
      if recent.count >= 20 {
        var copy = recent[Int.random(in: 0..<recent.count, using: &generator)]
        copy[0] = (generator.zipfRank(below: columnCount), 1)
        recent.removeAll()
        return copy
      }
      let row = (0..<valuesPerRow).map { _ in
        let column = generator.zipfRank(below: columnCount)
        return (column, 1 + log(Double(column + 1)))
      }
      recent.append(row)
      return row
    }
  }

  private static func rows(
    _ rowCount: Int, columnCount: Int, _ draw: () -> [(column: Int, value: Double)]
  ) -> SparseRows {
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    for _ in 0..<rowCount {
      let drawn = Dictionary(draw().map { ($0.column, $0.value) }) { first, second in first + second }
      for (column, value) in drawn.sorted(by: { $0.key < $1.key }) {
        columns.append(UInt32(column))
        values.append(value)
      }
      offsets.append(columns.count)
    }
    return SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: columnCount)
  }
}
