import AnalysisModel
import Execution

extension Verifier {
  /// Brute-forces the rows drawn and compares.
  ///
  /// - Parameter parallelism: how many rows are brute-forced at a time.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(rows drawn · values).
  public func verification(
    parallelism: Parallelism, progress: ProgressHandler? = nil
  ) async throws -> Verification {
    var result = Verification()
    result.rowCount = drawn.count
    let foundOf = foundByRow()
    var seen: Set<Int> = []
    try await parallelism.stream(count: drawn.count) { index in
      cosines(representatives?[drawn[index]] ?? drawn[index])
    } consume: { index, cosines in
      let row = representatives?[drawn[index]] ?? drawn[index]
      if row != drawn[index] { check(cosines[drawn[index]], ofCopy: drawn[index], of: row, &result) }
      // Several drawn rows of one group stand for the same row.
      if seen.insert(row).inserted {
        compare(row, cosines, with: foundOf[row] ?? [], drawnBefore: seen, &result)
      }
      progress?(AnalysisProgress(stage: "verifying", completed: index + 1, total: drawn.count))
    }
    return result
  }

  /// The pairs found, by drawn row; those of two drawn rows by the one that is drawn first.
  private func foundByRow() -> [Int: [SimilarPair]] {
    let rows = Set(drawn.map { representatives?[$0] ?? $0 })
    var order: [Int: Int] = [:]
    for (index, row) in drawn.enumerated() where order[representatives?[row] ?? row] == nil {
      order[representatives?[row] ?? row] = index
    }
    var lists: [Int: [SimilarPair]] = [:]
    for pair in found {
      var row = pair.a
      if concernsBoth, rows.contains(pair.b) {
        let first = order[pair.a] ?? Int.max
        if order[pair.b] ?? Int.max < first { row = pair.b }
      }
      lists[row, default: []].append(pair)
    }
    return lists
  }

  private func compare(
    _ row: Int, _ cosines: [Double], with pairs: [SimilarPair], drawnBefore: Set<Int>,
    _ result: inout Verification
  ) {
    let expected = expectedRows(of: row, cosines, drawnBefore: drawnBefore)
    let counts = Set(expected)
    var seen: Set<Int> = []
    for pair in pairs.sorted(by: { ($0.a, $0.b) < ($1.a, $1.b) }) {
      let other = pair.a == row ? pair.b : pair.a
      let isFirst = seen.insert(other).inserted
      let isInOrder = !concernsBoth || pair.a < pair.b
      let isAdmissible = counts.contains(other) || isBorderline(other, cosines, expected)
      guard isFirst, isInOrder, isAdmissible, other != row || !isWithin else {
        result.addWrong(pair)
        continue
      }
      let error = abs(pair.score - ExactScore.rounded(cosines[other]))
      result.largestScoreError = max(result.largestScoreError, error)
      // Written so that a NaN counts as wrong.
      if !(error <= Verification.scoreTolerance), result.wronglyScored == nil { result.wronglyScored = pair }
    }
    for other in expected.sorted() {
      if seen.contains(other) {
        result.count(found: true)
      } else if !isBorderline(other, cosines, expected) {
        result.count(found: false)
        result.addMissing(pair(row, other, ExactScore.rounded(cosines[other])))
      }
    }
  }

  /// The rows that pairs of `row` should be found with, in order of rank.
  private func expectedRows(of row: Int, _ cosines: [Double], drawnBefore: Set<Int>) -> [Int] {
    let others = cosines.indices.filter { other in
      if isWithin && other == row { return false }
      if let representatives, representatives[other] != other { return false }
      return !(concernsBoth && drawnBefore.contains(other))
    }
    switch condition {
    case .atLeast(let threshold): return others.filter { ExactScore.rounded(cosines[$0]) >= threshold }
    case .nearest(let k):
      let ranked = others.map { (row: $0, score: ExactScore.rounded(cosines[$0])) }.filter { $0.score > 0 }
        .sorted { ($1.score, $0.row) < ($0.score, $1.row) }
      return ranked.prefix(k).map(\.row)
    }
  }

  /// Whether the last bits of a sum, which depend on the order of its terms, decide if a pair counts.
  ///
  /// That is so where a cosine lies within 10⁻¹² of a border between two roundings to nine decimals, and that
  /// border is the one that matters: at the threshold, or at the last of the nearest.
  private func isBorderline(_ other: Int, _ cosines: [Double], _ expected: [Int]) -> Bool {
    let cosine = cosines[other]
    switch condition {
    case .atLeast(let threshold): return abs(cosine - (threshold - ExactScore.roundingError)) < 1e-12
    case .nearest(let k):
      if abs(cosine - ExactScore.roundingError) < 1e-12 { return true }
      guard expected.count >= k, let last = expected.last else { return false }
      return abs(cosine - cosines[last]) < 1.5e-9
        && (Self.isBetweenRoundings(cosine) || Self.isBetweenRoundings(cosines[last]))
    }
  }

  private static func isBetweenRoundings(_ cosine: Double) -> Bool {
    let scaled = abs(cosine) * 1e9
    return abs(scaled - scaled.rounded(.down) - 0.5) < 1e-3
  }

  /// Collapsed rows are equal, so their cosine is 1.
  private func check(_ cosine: Double, ofCopy copy: Int, of row: Int, _ result: inout Verification) {
    if ExactScore.rounded(cosine) != 1 { result.addWrong(pair(row, copy, 1)) }
  }

  private func pair(_ row: Int, _ other: Int, _ score: Double) -> SimilarPair {
    let isTurned = concernsBoth && other < row
    return SimilarPair(a: isTurned ? other : row, b: isTurned ? row : other, score: score)
  }
}

extension Verification {
  fileprivate mutating func count(found: Bool) {
    expectedCount += 1
    if found { foundCount += 1 }
  }

  fileprivate mutating func addMissing(_ pair: SimilarPair) {
    if missing.count < Self.keptCount { missing.append(pair) }
  }

  fileprivate mutating func addWrong(_ pair: SimilarPair) {
    wrongCount += 1
    if wrong.count < Self.keptCount { wrong.append(pair) }
  }
}
