import AnalysisModel

/// Brings pairs of distinct rows back to pairs of input rows, in output order, while they stream in.
///
/// Distinct rows are numbered by their first input row, and strips come in that order. A pair from distinct row u
/// on can therefore only concern input rows from u's first one on: whatever lies before the next strip's first
/// row is complete and can go out.
struct PairOrdering {
  private let identical: IdenticalRows
  private let isZero: (Int) -> Bool
  private var waiting: [Int: [SimilarPair]] = [:]
  private var nextRow = 0
  private let rowCount: Int

  /// Whether equal rows are listed one by one.
  var expandsIdentical = true

  /// An ordering over groups of equal rows.
  ///
  /// - Parameter isZero: whether a distinct row is a zero row, which is not even similar to itself.
  init(identical: IdenticalRows, isZero: @escaping (Int) -> Bool) {
    self.identical = identical
    self.isZero = isZero
    rowCount = identical.groups.reduce(0) { $0 + $1.count }
  }

  /// Takes the pairs of a strip of distinct rows and returns what is complete, sorted.
  mutating func add(_ pairs: [SimilarPair], uniqueRows: Range<Int>) -> [SimilarPair] {
    if expandsIdentical {
      for pair in pairs { expand(pair) }
      for unique in uniqueRows where !isZero(unique) { expandGroup(unique) }
    } else {
      for pair in pairs { wait(identical.groups[pair.a][0], identical.groups[pair.b][0], pair.score) }
    }
    let complete =
      uniqueRows.upperBound < identical.groups.count
      ? identical.groups[uniqueRows.upperBound][0] : rowCount
    return release(before: complete)
  }

  /// Returns what is left, sorted.
  mutating func finish() -> [SimilarPair] { release(before: rowCount) }

  private mutating func expand(_ pair: SimilarPair) {
    for a in identical.groups[pair.a] {
      for b in identical.groups[pair.b] { wait(min(a, b), max(a, b), pair.score) }
    }
  }

  private mutating func expandGroup(_ unique: Int) {
    let group = identical.groups[unique]
    for (index, a) in group.enumerated() {
      for b in group[(index + 1)...] { wait(a, b, 1) }
    }
  }

  private mutating func wait(_ a: Int, _ b: Int, _ score: Double) {
    waiting[a, default: []].append(SimilarPair(a: a, b: b, score: score))
  }

  private mutating func release(before end: Int) -> [SimilarPair] {
    var released: [SimilarPair] = []
    while nextRow < end {
      if var pairs = waiting.removeValue(forKey: nextRow) {
        pairs.sort { ($1.score, $0.b) < ($0.score, $1.b) }
        released += pairs
      }
      nextRow += 1
    }
    return released
  }
}
