import Matrices

/// Proposes pairs of rows that may reach a threshold, from the suffixes alone.
///
/// For one query row after the other, the postings of its suffix columns are scattered into a row of accumulators,
/// which stays in the processor's cache; later rows that gathered enough, given the bound on the rest, are proposed.
struct PrunedSearch: Sendable {
  /// Query rows to a strip: a piece of the plan.
  static let stripHeight = 64
  /// Accumulators in use at a time: 65,536 Float32 are 256 KiB.
  static let blockWidth = 1 << 16

  private let rows: SparseRows
  private let split: PrefixSplit
  private let index: SuffixIndex
  private let threshold: Double
  private let margin: ErrorMargin

  /// Prepares a search among unit rows.
  ///
  /// - Parameter threshold: above 0.
  init(rows: SparseRows, threshold: Double) {
    self.rows = rows
    self.threshold = threshold
    split = PrefixSplit(rows: rows, threshold: threshold)
    index = SuffixIndex(rows: rows, split: split)
    margin = ErrorMargin(longestRow: rows.longestRow, otherLongestRow: rows.longestRow)
  }

  /// The strips of query rows.
  var strips: StripPlan { StripPlan(rowCount: rows.rowCount, height: Self.stripHeight) }

  /// How many rows there are.
  var rowCount: Int { rows.rowCount }

  /// The least that a pair must gather from columns in both suffixes.
  private var leastSum: Double { threshold - margin.value - PrefixSplit.prefixShare * threshold * 1.000_001 }

  /// Whether a pair must gather anything at all beyond the margin of error.
  var isUsable: Bool { leastSum > margin.value }

  /// How many multiply-adds the search takes.
  var scatterCount: Double { index.scatterCount }

  /// Proposes, for every query row of a strip, later rows that may meet the threshold, ascending.
  func proposals(ofStrip strip: Int) -> [[Int]] {
    let stripRows = strips[strip]
    var proposed: [[Int]] = Array(repeating: [], count: stripRows.count)
    let width = min(Self.blockWidth, rows.rowCount)
    var cursors: [Cursor] = []
    withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { sums in
      for (offset, row) in stripRows.enumerated() {
        load(row, into: &cursors)
        var start = row + 1
        while start < rows.rowCount && !cursors.isEmpty {
          let end = min(start + width, rows.rowCount)
          let block = UnsafeMutableBufferPointer(rebasing: sums[0..<end - start])
          scatter(&cursors, from: start, into: block)
          select(row, start, UnsafeBufferPointer(block), into: &proposed[offset])
          start = end
        }
      }
    }
    return proposed
  }

  /// A suffix column of the query row and how far its postings are scattered.
  private struct Cursor {
    var next: Int
    let end: Int
    let weight: Float
  }

  private func load(_ row: Int, into cursors: inout [Cursor]) {
    cursors.removeAll(keepingCapacity: true)
    for entry in index.entries[index.entryOffsets[row]..<index.entryOffsets[row + 1]] {
      let own = index.offsets[Int(entry.column)] + Int(entry.position)
      let end = index.offsets[Int(entry.column) + 1]
      if own + 1 < end {
        cursors.append(Cursor(next: own + 1, end: end, weight: index.postings[own].weight))
      }
    }
  }

  private func scatter(
    _ cursors: inout [Cursor], from base: Int, into sums: UnsafeMutableBufferPointer<Float>
  ) {
    sums.update(repeating: 0)
    let base = UInt32(base)
    let width = UInt32(sums.count)
    let isLast = Int(base) + sums.count == rows.rowCount
    index.postings.withUnsafeBufferPointer { postings in
      cursors.withUnsafeMutableBufferPointer { cursors in
        for number in cursors.indices {
          let weight = cursors[number].weight
          let end = cursors[number].end
          var next = cursors[number].next
          if isLast {
            while next < end {
              let posting = postings[next]
              sums[Int(posting.row &- base)] += weight * posting.weight
              next &+= 1
            }
          } else {
            while next < end {
              let posting = postings[next]
              let other = posting.row &- base
              if other >= width { break }
              sums[Int(other)] += weight * posting.weight
              next &+= 1
            }
          }
          cursors[number].next = next
        }
      }
    }
  }

  private func select(
    _ row: Int, _ base: Int, _ sums: UnsafeBufferPointer<Float>, into proposed: inout [Int]
  ) {
    let needed = threshold - margin.value
    let lowest = Float(leastSum).nextDown
    forEachScore(in: sums, atLeast: lowest) { offset in
      let other = base + offset
      if Double(sums[offset]) + Double(split.bound(row, other)) >= needed { proposed.append(other) }
    }
  }
}
