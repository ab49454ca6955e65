import AnalysisModel

/// Brings neighbours of distinct rows back to neighbours of input rows, in output order, while they stream in.
///
/// Distinct rows are numbered by their first input row and come in that order, so that the list of a later copy
/// waits until all rows before it have gone out.
struct NeighbourOrdering {
  private let groups: RowGroups
  private let k: Int
  private let isZero: (Int) -> Bool
  private var waiting: [Int: [SimilarPair]] = [:]
  private var nextRow = 0

  /// An ordering over groups of equal rows.
  ///
  /// - Parameters:
  ///   - k: how many neighbours an input row has at most.
  ///   - isZero: whether a distinct row is a zero row, which is not even similar to its equals.
  init(identical: IdenticalRows, k: Int, isZero: @escaping (Int) -> Bool) {
    groups = identical.groups
    self.k = k
    self.isZero = isZero
  }

  /// Takes the k best of a strip of distinct rows and hands over what is complete, by row, then rank.
  mutating func add(
    _ lists: [[ScoredRow]], distinctRows: Range<Int>, sink: ([SimilarPair]) throws -> Void
  ) rethrows {
    for (distinct, list) in zip(distinctRows, lists) {
      let group = groups[distinct]
      for row in group { waiting[row] = neighbours(of: row, distinct, list) }
    }
    let isLast = distinctRows.upperBound >= groups.count
    let end = isLast ? groups.reduce(0) { $0 + $1.count } : groups[distinctRows.upperBound][0]
    var batch: [SimilarPair] = []
    while nextRow < end {
      if let list = waiting.removeValue(forKey: nextRow) { batch += list }
      nextRow += 1
    }
    if !batch.isEmpty { try sink(batch) }
  }

  /// Equal rows, at score 1, and all copies of every distinct neighbour, as far as they are among the k best.
  private func neighbours(of row: Int, _ distinct: Int, _ list: [ScoredRow]) -> [SimilarPair] {
    var pairs: [SimilarPair] = []
    if !isZero(distinct) {
      for other in groups[distinct].prefix(k + 1) where other != row {
        pairs.append(SimilarPair(a: row, b: other, score: 1))
      }
    }
    for neighbour in list {
      for other in groups[neighbour.row].prefix(k) {
        pairs.append(SimilarPair(a: row, b: other, score: neighbour.score))
      }
    }
    pairs.sort { ($1.score, $0.b) < ($0.score, $1.b) }
    return Array(pairs.prefix(k))
  }
}
