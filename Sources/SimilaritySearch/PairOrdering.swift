import AnalysisModel

/// Brings pairs of distinct rows back to pairs of input rows, in output order, while they stream in.
///
/// Distinct rows are numbered by their first input row, and strips come in that order. A pair from distinct row u
/// on can therefore only concern input rows from u's first one on: whatever lies before the next strip's first
/// row is complete and can go out. Pairs of equal rows are made only when they go out: what waits is one entry
/// for each pair of distinct rows.
struct PairOrdering {
  /// How many pairs go out together.
  private static let batchSize = 1 << 14

  private struct Neighbour {
    let distinct: Int
    let score: Double
  }

  private let identical: IdenticalRows
  private let isZero: (Int) -> Bool
  private let distinctOf: [Int]
  private let expandsIdentical: Bool
  /// For distinct rows with rows still to go out, their neighbours.
  private var neighbours: [Int: [Neighbour]] = [:]
  private var nextRow = 0

  /// An ordering over groups of equal rows.
  ///
  /// - Parameters:
  ///   - expandsIdentical: whether equal rows are listed one by one, or only the first of each group.
  ///   - isZero: whether a distinct row is a zero row, which is not even similar to itself.
  init(identical: IdenticalRows, expandsIdentical: Bool, isZero: @escaping (Int) -> Bool) {
    self.identical = identical
    self.expandsIdentical = expandsIdentical
    self.isZero = isZero
    var distinctOf = Array(repeating: 0, count: identical.groups.reduce(0) { $0 + $1.count })
    for (distinct, group) in identical.groups.enumerated() {
      for row in group { distinctOf[row] = distinct }
    }
    self.distinctOf = distinctOf
  }

  /// Takes the pairs of a strip of distinct rows and hands over what is complete, sorted.
  mutating func add(
    _ pairs: [SimilarPair], distinctRows: Range<Int>, sink: ([SimilarPair]) throws -> Void
  ) rethrows {
    for pair in pairs {
      neighbours[pair.a, default: []].append(Neighbour(distinct: pair.b, score: pair.score))
      // A later copy of b can only come after a row of a, but an earlier row of b may come before a copy of a.
      let lastOfA = identical.groups[pair.a].last ?? 0
      if expandsIdentical && identical.groups[pair.b][0] < lastOfA {
        neighbours[pair.b, default: []].append(Neighbour(distinct: pair.a, score: pair.score))
      }
    }
    let complete =
      distinctRows.upperBound < identical.groups.count
      ? identical.groups[distinctRows.upperBound][0] : distinctOf.count
    try release(before: complete, sink)
  }

  private mutating func release(before end: Int, _ sink: ([SimilarPair]) throws -> Void) rethrows {
    var batch: [SimilarPair] = []
    while nextRow < end {
      append(pairsOf: nextRow, to: &batch)
      if batch.count >= Self.batchSize {
        try sink(batch)
        batch.removeAll(keepingCapacity: true)
      }
      nextRow += 1
    }
    if !batch.isEmpty { try sink(batch) }
  }

  /// The pairs of an input row with later ones, by score (descending), then row.
  private mutating func append(pairsOf row: Int, to batch: inout [SimilarPair]) {
    let distinct = distinctOf[row]
    let group = identical.groups[distinct]
    if !expandsIdentical && group[0] != row { return }
    let start = batch.count
    if expandsIdentical && !isZero(distinct) {
      for other in Self.after(row, in: group) { batch.append(SimilarPair(a: row, b: other, score: 1)) }
    }
    for neighbour in neighbours[distinct] ?? [] {
      let others = identical.groups[neighbour.distinct]
      for other in expandsIdentical ? Self.after(row, in: others) : others.prefix(1) {
        batch.append(SimilarPair(a: row, b: other, score: neighbour.score))
      }
    }
    batch[start...].sort { ($1.score, $0.b) < ($0.score, $1.b) }
    if !expandsIdentical || group.last == row { neighbours[distinct] = nil }
  }

  /// The members of an ascending group that come after a row.
  private static func after(_ row: Int, in group: [Int]) -> ArraySlice<Int> {
    var low = 0
    var high = group.count
    while low < high {
      let middle = (low + high) / 2
      if group[middle] <= row { low = middle + 1 } else { high = middle }
    }
    return group[low...]
  }
}
