import Execution
import Matrices

/// Weighs counted terms and puts them into the rows of one matrix.
struct RowAssembly: Sendable {
  /// What a piece's terms become.
  struct Piece: Sendable {
    let counts: TermCountRows
    /// For every term its column, or `UInt32.max` where it is left out; shared by the pieces of a worker.
    let columns: [UInt32]
  }

  private let pieces: [Piece]
  private let weighting: TermWeighting
  private let idf: [Double]
  private let scratch: ScratchPool<Scratch>

  /// - Parameter idf: the weight of every column.
  init(pieces: [Piece], weighting: TermWeighting, idf: [Double]) {
    self.pieces = pieces
    self.weighting = weighting
    self.idf = idf
    scratch = ScratchPool { [columnCount = idf.count] in Scratch(columnCount: columnCount) }
  }

  /// The counts of one row by column, in a set that gives them out in ascending order. Left empty.
  private struct Scratch: Sendable {
    var counts: [UInt32]
    var present: AscendingIDSet

    init(columnCount: Int) {
      counts = Array(repeating: 0, count: columnCount)
      present = AscendingIDSet(capacity: columnCount)
    }
  }

  /// The rows of all pieces, in order.
  ///
  /// Pieces write to their own places of the final arrays, side by side.
  ///
  /// - Parameter isComplete: whether every term has a column.
  func rows(isComplete: Bool, parallelism: Parallelism) -> SparseRows {
    let (offsets, pieceRows) = rowOffsets(isComplete: isComplete, parallelism)
    let stored = offsets[offsets.count - 1]
    var values: [Double] = []
    let columns = [UInt32](
      count: stored,
      filledBy: { columns in
        values = [Double](
          count: stored,
          filledBy: { values in
            parallelism.perform(count: pieces.count) { number in
              scratch.with { scratch in
                write(
                  number, startingAt: offsets[pieceRows[number]], columns.base, values.base, &scratch)
              }
            }
          })
      })
    return SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: idf.count)
  }

  /// Where every row starts, and the first row of every piece.
  private func rowOffsets(
    isComplete: Bool, _ parallelism: Parallelism
  ) -> (offsets: [Int], firstRows: [Int]) {
    var firstRows: [Int] = []
    var rowCount = 0
    for piece in pieces {
      firstRows.append(rowCount)
      rowCount += piece.counts.rowCount
    }
    let pieceRows = firstRows
    // First every row's size, one place further.
    var offsets = [Int](
      count: rowCount + 1,
      filledBy: { sizes in
        sizes.base.initialize(to: 0)
        parallelism.perform(count: pieces.count) { number in
          let piece = pieces[number]
          for row in 0..<piece.counts.rowCount {
            let range = piece.counts.rowOffsets[row]..<piece.counts.rowOffsets[row + 1]
            let size =
              isComplete
              ? range.count
              : piece.counts.entries[range].count { piece.columns[Int($0.term)] != .max }
            (sizes.base + pieceRows[number] + row + 1).initialize(to: size)
          }
        }
      })
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    return (offsets, firstRows)
  }

  private func write(
    _ number: Int, startingAt start: Int, _ columns: UnsafeMutablePointer<UInt32>,
    _ values: UnsafeMutablePointer<Double>, _ scratch: inout Scratch
  ) {
    let piece = pieces[number]
    var position = start
    piece.counts.entries.withUnsafeBufferPointer { entries in
      piece.columns.withUnsafeBufferPointer { columnOfTerm in
        scratch.counts.withUnsafeMutableBufferPointer { counts in
          idf.withUnsafeBufferPointer { idf in
            for row in 0..<piece.counts.rowCount {
              let rowStart = position
              for index in piece.counts.rowOffsets[row]..<piece.counts.rowOffsets[row + 1] {
                let entry = entries[index]
                let column = columnOfTerm[Int(entry.term)]
                if column == .max { continue }
                counts[Int(column)] = entry.count
                scratch.present.insert(column)
              }
              scratch.present.removeAll { column in
                (columns + position).initialize(to: UInt32(truncatingIfNeeded: column))
                (values + position).initialize(
                  to: weighting.termFrequency(counts[column]) * idf[column])
                position += 1
              }
              weighting.scale(
                UnsafeMutableBufferPointer(start: values + rowStart, count: position - rowStart))
            }
          }
        }
      }
    }
  }
}
