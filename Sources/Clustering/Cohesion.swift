import Matrices

/// The member nearest to all others of a cluster, and how near all are to each other.
struct Cohesion {
  /// The position of the representative among the given rows.
  let representative: Int
  /// Mean cosine between two different documents, rounded to nine decimals; nil for one document.
  let mean: Double?

  /// - Parameters:
  ///   - members: rows of the cluster, ascending.
  ///   - weights: how many documents each row of `rows` stands for; copies have cosine 1 with each other.
  ///   - total: scratch of one zero a column; zero again afterwards.
  init(of members: [Int], rows: SparseRows, weights: [Int], total: inout [Double]) {
    let documents = members.reduce(0) { $0 + weights[$1] }
    guard documents > 1 else {
      representative = 0
      mean = nil
      return
    }
    for member in members {
      for position in rows.range(ofRow: member) {
        total[Int(rows.columns[position])] += Double(weights[member]) * rows.values[position]
      }
    }
    var best = -1.0
    var bestMember = 0
    var sum = 0.0
    for (index, member) in members.enumerated() {
      var toAll = 0.0
      var toItself = 0.0
      for position in rows.range(ofRow: member) {
        toAll += rows.values[position] * total[Int(rows.columns[position])]
        toItself += rows.values[position] * rows.values[position]
      }
      let weight = Double(weights[member])
      // Its copies count as the document itself: cosine 1, whatever terms of one document the row left out.
      let toOthers = toAll - weight * toItself + (weight - 1)
      sum += weight * toOthers
      let mean = Self.rounded(toOthers / Double(documents - 1))
      if mean > best {
        best = mean
        bestMember = index
      }
    }
    for member in members {
      for position in rows.range(ofRow: member) { total[Int(rows.columns[position])] = 0 }
    }
    representative = bestMember
    mean = Self.rounded(sum / (Double(documents) * Double(documents - 1)))
  }

  private static func rounded(_ value: Double) -> Double {
    (value * 1_000_000_000).rounded() / 1_000_000_000
  }
}
