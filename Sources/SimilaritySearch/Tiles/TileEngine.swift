import Matrices

/// Computes scores of query rows against reference rows, tile by tile: in Float to propose, in Double where the
/// scores themselves go out.
///
/// A strip of query rows walks over blocks of reference rows. In each tile the dense head is multiplied by BLAS,
/// then the tail is added by scattering postings. Nothing larger than one tile is held.
///
/// Source of the idea: splitting Zipf-distributed terms into a dense and a sparse part so that the bulk of the
/// work is a matrix product.
struct TileEngine<Scalar: BLASScalar>: Sendable {
  /// Query rows to a strip. Tall enough for GEMM to run at speed, small enough that a tile stays in cache.
  static var stripHeight: Int { 96 }
  /// Reference rows to a block: 96 × 2,048 Float32 are 768 KiB.
  static var blockWidth: Int { 2048 }

  private let queries: SparseRows
  private let split: HeadTailSplit
  private let queryHead: DenseRows<Scalar>
  private let referenceHead: DenseRows<Scalar>
  private let postings: TailPostings<Scalar>
  let referenceCount: Int
  let margin: ErrorMargin

  /// Prepares tiles of `queries` against `references`; nil compares the queries with themselves.
  ///
  /// - Precondition: unit rows with the same columns on both sides.
  init(queries: SparseRows, references: SparseRows?) {
    let other = references ?? queries
    precondition(
      queries.columnCount == other.columnCount,
      "\(queries.columnCount) columns against \(other.columnCount)")
    self.queries = queries
    referenceCount = other.rowCount
    split = HeadTailSplit(columnCounts: other.columnCounts(), rowCount: other.rowCount)
    referenceHead = split.head(of: other)
    queryHead = references == nil ? referenceHead : split.head(of: queries)
    postings = TailPostings(of: other, split: split)
    margin = ErrorMargin(longestRow: queries.longestRow, otherLongestRow: other.longestRow)
  }

  /// The strips of query rows.
  var strips: StripPlan { StripPlan(rowCount: queries.rowCount, height: Self.stripHeight) }

  /// A tile: scores of `rows` (row-major, `columns.count` apart) against the reference rows `columns`.
  struct Tile {
    let rows: Range<Int>
    let columns: Range<Int>
    let scores: UnsafeBufferPointer<Scalar>

    /// The scores of one query row.
    func scores(ofRow row: Int) -> UnsafeBufferPointer<Scalar> {
      let start = (row - rows.lowerBound) * columns.count
      return UnsafeBufferPointer(rebasing: scores[start..<start + columns.count])
    }
  }

  /// Visits the tiles of a strip from the block that holds `firstReference` on, in ascending order.
  ///
  /// - Parameter visit: the tile's scores are valid during the call only.
  /// - Complexity: O(strip × references × head + pairs of equal tail terms).
  func forEachTile(
    ofStrip strip: Int, from firstReference: Int = 0, _ visit: (Tile) throws -> Void
  ) rethrows {
    let rows = strips[strip]
    let firstBlock = firstReference / Self.blockWidth * Self.blockWidth
    var cursors = tailCursors(of: rows, from: firstBlock)
    let scratch = UnsafeMutableBufferPointer<Scalar>.allocate(
      capacity: rows.count * min(Self.blockWidth, max(1, referenceCount)))
    defer { scratch.deallocate() }
    for start in stride(from: firstBlock, to: referenceCount, by: Self.blockWidth) {
      let columns = start..<min(start + Self.blockWidth, referenceCount)
      let scores = UnsafeMutableBufferPointer(rebasing: scratch[0..<rows.count * columns.count])
      multiplyHeads(rows, columns, into: scores)
      scatterTails(&cursors, columns, into: scores)
      try visit(Tile(rows: rows, columns: columns, scores: UnsafeBufferPointer(scores)))
    }
  }

  private func multiplyHeads(
    _ rows: Range<Int>, _ columns: Range<Int>, into scores: UnsafeMutableBufferPointer<Scalar>
  ) {
    guard split.headCount > 0, let target = scores.baseAddress else {
      scores.update(repeating: 0)
      return
    }
    queryHead.values.withUnsafeBufferPointer { a in
      referenceHead.values.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        BLAS.multiplyByTransposed(
          a + rows.lowerBound * split.headCount, b + columns.lowerBound * split.headCount,
          into: target, rows: rows.count, columns: columns.count, depth: split.headCount,
          stride: columns.count)
      }
    }
  }

  /// One tail term of one query row, and how far its postings are scattered.
  private struct TailCursor {
    let row: Int32
    let weight: Scalar
    var next: Int
    let end: Int
  }

  private func tailCursors(of rows: Range<Int>, from reference: Int) -> [TailCursor] {
    var cursors: [TailCursor] = []
    for row in rows {
      for position in queries.range(ofRow: row) {
        let column = Int(queries.columns[position])
        guard split.headSlots[column] < 0 else { continue }
        let next = postings.lowerBound(column: column, row: reference)
        let end = postings.offsets[column + 1]
        if next < end {
          cursors.append(
            TailCursor(
              row: Int32(row - rows.lowerBound), weight: Scalar(queries.values[position]), next: next,
              end: end))
        }
      }
    }
    return cursors
  }

  private func scatterTails(
    _ cursors: inout [TailCursor], _ columns: Range<Int>,
    into scores: UnsafeMutableBufferPointer<Scalar>
  ) {
    let width = columns.count
    let base = columns.lowerBound
    let limit = columns.upperBound
    postings.rows.withUnsafeBufferPointer { rows in
      postings.weights.withUnsafeBufferPointer { weights in
        cursors.withUnsafeMutableBufferPointer { cursors in
          for index in cursors.indices {
            var next = cursors[index].next
            let end = cursors[index].end
            let weight = cursors[index].weight
            let line = Int(cursors[index].row) * width - base
            while next < end && Int(rows[next]) < limit {
              scores[line + Int(rows[next])] += weight * weights[next]
              next += 1
            }
            cursors[index].next = next
          }
        }
      }
    }
  }
}
