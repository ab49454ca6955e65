import AnalysisModel

/// Brings pairs of distinct rows back to pairs of input rows, in output order, while they stream in.
///
/// Distinct rows are numbered by their first input row, and strips come in that order. A pair from distinct row u
/// on can therefore only concern input rows from u's first one on: whatever lies before the next strip's first
/// row is complete and can go out. Pairs of equal rows are made only when they go out. What waits is one entry for
/// each pair of distinct rows of which the first has later copies; where no rows are equal, pairs pass through.
struct PairOrdering {
  /// How many pairs go out together.
  private static let batchSize = 1 << 14

  private struct Neighbour {
    let distinct: Int
    let score: Double
  }

  private let groups: RowGroups
  private let isZero: (Int) -> Bool
  private let expandsIdentical: Bool
  /// For distinct rows with rows still to go out, neighbours that are not in the strip at hand.
  private var waiting: [Int: [Neighbour]] = [:]
  private var nextRow = 0

  /// An ordering over groups of equal rows.
  ///
  /// - Parameters:
  ///   - expandsIdentical: whether equal rows are listed one by one, or only the first of each group.
  ///   - isZero: whether a distinct row is a zero row, which is not even similar to itself.
  init(identical: IdenticalRows, expandsIdentical: Bool, isZero: @escaping (Int) -> Bool) {
    groups = identical.groups
    self.expandsIdentical = expandsIdentical
    self.isZero = isZero
  }

  /// Sorts pairs that come by row a, ascending, into output order.
  ///
  /// - Complexity: O(pairs · log(pairs of a row)).
  static func sort(_ pairs: inout [SimilarPair]) {
    pairs.withUnsafeMutableBufferPointer { pairs in
      var start = 0
      while start < pairs.count {
        var end = start + 1
        while end < pairs.count && pairs[end].a == pairs[start].a { end += 1 }
        if end - start > 1 {
          pairs[start..<end].sort(by: precedes)
        }
        start = end
      }
    }
  }

  private static func precedes(_ first: SimilarPair, _ second: SimilarPair) -> Bool {
    first.score == second.score ? first.b < second.b : first.score > second.score
  }

  /// Takes the pairs of a strip of distinct rows, in output order, and hands over what is complete, in order.
  mutating func add(
    _ pairs: [SimilarPair], distinctRows: Range<Int>, sink: ([SimilarPair]) throws -> Void
  ) rethrows {
    if groups.areAllSingle {
      if !pairs.isEmpty { try sink(pairs) }
      return
    }
    if !expandsIdentical {
      if !pairs.isEmpty {
        try sink(pairs.map { SimilarPair(a: groups[$0.a][0], b: groups[$0.b][0], score: $0.score) })
      }
      return
    }
    for pair in pairs where groups[pair.a].count > 1 {
      waiting[pair.a, default: []].append(Neighbour(distinct: pair.b, score: pair.score))
      // A later copy of b can only come after a row of a, but an earlier row of b may come before a copy of a.
      if let last = groups[pair.a].last, groups[pair.b][0] < last {
        waiting[pair.b, default: []].append(Neighbour(distinct: pair.a, score: pair.score))
      }
    }
    let isLast = distinctRows.upperBound >= groups.count
    let complete =
      isLast ? groups.reduce(0) { $0 + $1.count } : groups[distinctRows.upperBound][0]
    try release(before: complete, pairs, sink)
  }

  private mutating func release(
    before end: Int, _ pairs: [SimilarPair], _ sink: ([SimilarPair]) throws -> Void
  ) rethrows {
    var batch: [SimilarPair] = []
    var position = 0
    while nextRow < end {
      let distinct = groups.group(of: nextRow)
      let start = position
      if groups[distinct][0] == nextRow {
        while position < pairs.count && pairs[position].a <= distinct { position += 1 }
      }
      append(
        pairsOf: nextRow, distinct, groups[distinct].count > 1 ? [] : pairs[start..<position], to: &batch)
      if batch.count >= Self.batchSize {
        try sink(batch)
        batch.removeAll(keepingCapacity: true)
      }
      nextRow += 1
    }
    if !batch.isEmpty { try sink(batch) }
  }

  /// The pairs of an input row with later ones, by score (descending), then row.
  private mutating func append(
    pairsOf row: Int, _ distinct: Int, _ pairs: ArraySlice<SimilarPair>, to batch: inout [SimilarPair]
  ) {
    let group = groups[distinct]
    let start = batch.count
    if group.count > 1 && !isZero(distinct) {
      for other in group.after(row) { batch.append(SimilarPair(a: row, b: other, score: 1)) }
    }
    for pair in pairs {
      for other in groups[pair.b].after(row) {
        batch.append(SimilarPair(a: row, b: other, score: pair.score))
      }
    }
    for neighbour in waiting[distinct] ?? [] {
      for other in groups[neighbour.distinct].after(row) {
        batch.append(SimilarPair(a: row, b: other, score: neighbour.score))
      }
    }
    if batch.count - start > 1 {
      batch[start...].sort(by: Self.precedes)
    }
    if group.last == row { waiting[distinct] = nil }
  }
}
