import Matrices

/// What topics are made of: events, each the sum of its documents' vectors.
///
/// An event goes to a topic as a whole, so that events lie inside topics.
struct TopicUnits {
  /// Documents of every unit, ascending; units in order of their first documents.
  let members: [[Int]]
  /// The sum of the members' rows, by unit, scaled to length 1 (a unit without terms stays zero).
  let rows: SparseRows
  /// How many documents a unit stands for.
  let weights: [Double]

  /// - Parameters:
  ///   - clusters: for every document the first document of its event.
  ///   - weights: how many documents each document stands for (itself and its copies).
  init(clusters: [Int], rows documents: SparseRows, weights documentWeights: [Int]) {
    var numbers = [Int](repeating: -1, count: clusters.count)
    var members: [[Int]] = []
    for (document, first) in clusters.enumerated() {
      if numbers[first] < 0 {
        numbers[first] = members.count
        members.append([])
      }
      members[numbers[first]].append(document)
    }
    self.members = members
    weights = members.map { Double($0.reduce(0) { $0 + documentWeights[$1] }) }
    rows = Self.sums(of: members, rows: documents).unitRows()
  }

  private static func sums(of members: [[Int]], rows: SparseRows) -> SparseRows {
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    var total = [Double](repeating: 0, count: rows.columnCount)
    for documents in members {
      var touched: [UInt32] = []
      for document in documents {
        for position in rows.range(ofRow: document) {
          let column = rows.columns[position]
          if total[Int(column)] == 0 { touched.append(column) }
          total[Int(column)] += rows.values[position]
        }
      }
      touched.sort()
      for column in touched {
        columns.append(column)
        values.append(total[Int(column)])
        total[Int(column)] = 0
      }
      offsets.append(columns.count)
    }
    return SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: rows.columnCount)
  }
}
