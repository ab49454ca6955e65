/// Aligns two sequences of token ids at bounded cost.
///
/// Common ends are set aside first. What is left is aligned with as few insertions and deletions as possible
/// (E. W. Myers: An O(ND) difference algorithm and its variations, 1986), which leaves as many matched tokens
/// as any alignment can have, as long as at most `editLimit` edits are needed. Beyond that, runs of tokens
/// that stand exactly once on either side become anchors, the longest ascending chain of them is kept (the
/// idea of Bram Cohen's patience diff), and the stretches between anchors are aligned in the same way. A
/// stretch without anchors that needs too many edits stays a gap.
///
/// - Complexity: with n tokens on both sides together, time O(n log n + effort) and memory O(n + editLimit²),
///   whatever the sequences are.
public struct SequenceAligner: Sendable {
  /// The bound on n · edits; about the number of steps spent at each of the four levels of refinement.
  public let effort: Int

  /// More edits than these are never tried: their trace takes 8 MB.
  private static let mostEdits = 2048
  /// Fewer edits than these are always tried.
  private static let fewestEdits = 16
  /// The lengths of anchors, tried in this order. Long runs first: a rare word alone may stand in another
  /// sentence, eight words hardly ever do.
  private static let anchorLengths = [8, 3, 1]

  /// An aligner that spends about `effort` steps; the default aligns 2,000 tokens to 2,000 others optimally
  /// and any two texts in well under a second.
  public init(effort: Int = 1 << 23) {
    precondition(effort > 0, "effort \(effort)")
    self.effort = effort
  }

  /// The largest number of insertions and deletions for which the alignment is optimal.
  ///
  /// - Parameter total: the tokens of both sequences together.
  public func editLimit(forTotalLength total: Int) -> Int {
    min(Self.mostEdits, max(Self.fewestEdits, effort / max(1, total)))
  }

  /// Aligns two sequences. Offsets in the result count from the start of each slice.
  ///
  /// Deterministic: the same sequences give the same alignment. Empty sequences are allowed.
  public func align(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> SequenceAlignment {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var work = Work(
          a: a, b: b, editLimit: editLimit(forTotalLength: a.count + b.count))
        work.align(0..<a.count, 0..<b.count, anchorLengths: Self.anchorLengths[...])
        return SequenceAlignment(
          matches: work.matches, lengthA: a.count, lengthB: b.count, isOptimal: work.isOptimal)
      }
    }
  }

  /// The state of one alignment. Its pointers live as long as the closures of `align`.
  private struct Work {
    let a: UnsafeBufferPointer<UInt32>
    let b: UnsafeBufferPointer<UInt32>
    let editLimit: Int
    var matches: [SequenceAlignment.Stretch] = []
    var isOptimal = true

    mutating func append(a startA: Int, b startB: Int, count: Int) {
      if count == 0 { return }
      if let last = matches.last, last.a.upperBound == startA, last.b.upperBound == startB {
        matches[matches.count - 1].a = last.a.lowerBound..<startA + count
        matches[matches.count - 1].b = last.b.lowerBound..<startB + count
      } else {
        matches.append(.init(a: startA..<startA + count, b: startB..<startB + count))
      }
    }

    mutating func align(_ rangeA: Range<Int>, _ rangeB: Range<Int>, anchorLengths: ArraySlice<Int>) {
      var prefix = 0
      let shorter = min(rangeA.count, rangeB.count)
      while prefix < shorter, a[rangeA.lowerBound + prefix] == b[rangeB.lowerBound + prefix] { prefix += 1 }
      var suffix = 0
      while suffix < shorter - prefix,
        a[rangeA.upperBound - 1 - suffix] == b[rangeB.upperBound - 1 - suffix]
      { suffix += 1 }
      append(a: rangeA.lowerBound, b: rangeB.lowerBound, count: prefix)
      let innerA = rangeA.lowerBound + prefix..<rangeA.upperBound - suffix
      let innerB = rangeB.lowerBound + prefix..<rangeB.upperBound - suffix
      if !innerA.isEmpty && !innerB.isEmpty {
        alignInner(innerA, innerB, anchorLengths: anchorLengths)
      }
      append(a: rangeA.upperBound - suffix, b: rangeB.upperBound - suffix, count: suffix)
    }

    private mutating func alignInner(
      _ rangeA: Range<Int>, _ rangeB: Range<Int>, anchorLengths: ArraySlice<Int>
    ) {
      let partA = UnsafeBufferPointer(rebasing: a[rangeA])
      let partB = UnsafeBufferPointer(rebasing: b[rangeB])
      if let runs = shortestEditRuns(partA, partB, editLimit: editLimit) {
        for run in runs {
          append(a: rangeA.lowerBound + run.a, b: rangeB.lowerBound + run.b, count: run.count)
        }
        return
      }
      isOptimal = false
      for (index, length) in zip(anchorLengths.indices, anchorLengths) {
        let anchors = uniqueCommonRuns(partA, partB, length: length)
        if anchors.isEmpty { continue }
        let finer = anchorLengths[(index + 1)...]
        var endA = rangeA.lowerBound
        var endB = rangeB.lowerBound
        for anchor in anchors {
          let startA = rangeA.lowerBound + anchor.a
          let startB = rangeB.lowerBound + anchor.b
          align(endA..<startA, endB..<startB, anchorLengths: finer)
          append(a: startA, b: startB, count: anchor.count)
          endA = startA + anchor.count
          endB = startB + anchor.count
        }
        align(endA..<rangeA.upperBound, endB..<rangeB.upperBound, anchorLengths: finer)
        return
      }
    }
  }
}
