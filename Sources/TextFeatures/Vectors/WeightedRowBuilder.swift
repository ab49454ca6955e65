import Matrices

/// Weighted rows of some neighbouring documents.
struct WeightedRows: Sendable {
  var lengths: [Int] = []
  var columns: [UInt32] = []
  var values: [Double] = []

  /// Puts the rows of all pieces together, in plan order.
  static func join(_ pieces: [WeightedRows], columnCount: Int) -> SparseRows {
    let stored = pieces.reduce(0) { $0 + $1.columns.count }
    var columns: [UInt32] = []
    var values: [Double] = []
    columns.reserveCapacity(stored)
    values.reserveCapacity(stored)
    var offsets = [0]
    var position = 0
    for piece in pieces {
      columns.append(contentsOf: piece.columns)
      values.append(contentsOf: piece.values)
      for length in piece.lengths {
        position += length
        offsets.append(position)
      }
    }
    return SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: columnCount)
  }
}

/// Counts the terms of one document after the other and weighs them. One task uses it for one piece.
struct WeightedRowBuilder {
  private(set) var rows = WeightedRows()
  private let weighting: TermWeighting
  private let idf: [Double]
  private var counts: [UInt32]
  private var present: AscendingIDSet

  /// - Parameter idf: the weight of every term.
  init(weighting: TermWeighting, idf: [Double]) {
    self.weighting = weighting
    self.idf = idf
    counts = Array(repeating: 0, count: idf.count)
    present = AscendingIDSet(capacity: idf.count)
  }

  /// Counts tokens, each under its final id; those without one are left out.
  ///
  /// - Parameter finalIDs: nil where every id is final.
  mutating func count(_ ids: ArraySlice<UInt32>, as finalIDs: [UInt32]?) {
    for token in ids {
      let id = finalIDs.map { $0[Int(token)] } ?? token
      if id == .max { continue }
      if counts[Int(id)] == 0 { present.insert(id) }
      counts[Int(id)] += 1
    }
  }

  /// Takes over a row of n-gram counts, each under its final id.
  mutating func count(_ source: NGramCounts, row: Int, as finalIDs: [UInt32]) {
    for position in source.rowOffsets[row]..<source.rowOffsets[row + 1] {
      let id = finalIDs[Int(source.terms[position])]
      if id == .max { continue }
      present.insert(id)
      counts[Int(id)] = source.counts[position]
    }
  }

  /// Weighs and scales what was counted, as the next row.
  mutating func endRow() {
    let start = rows.columns.count
    present.removeAll { id in
      rows.columns.append(UInt32(truncatingIfNeeded: id))
      rows.values.append(weighting.termFrequency(counts[id]) * idf[id])
      counts[id] = 0
    }
    rows.lengths.append(rows.columns.count - start)
    rows.values.withUnsafeMutableBufferPointer {
      weighting.scale(UnsafeMutableBufferPointer(rebasing: $0[start...]))
    }
  }
}
