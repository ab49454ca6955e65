import AnalysisModel
import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Checking results against brute force")
struct VerifierTests {
  private let parallelism = Parallelism(threads: 2)
  private let rows = zipfRows(count: 150, columns: 90, length: 25, seed: 31)

  private func verify(
    _ pairs: [SimilarPair], _ condition: Verifier.Condition, sampleSize: Int = 1000
  ) async throws -> Verification {
    var verifier = Verifier(queries: rows, condition: condition, sampleSize: sampleSize, seed: 1)
    for pair in pairs { verifier.add([pair]) }
    return try await verifier.verification(parallelism: parallelism)
  }

  @Test(
    "Seeded Zipf rows: recall 1 and no error",
    arguments: [0.1, 0.3, 0.5, 0.8, 0.95, 1], [false, true])
  func pairs(threshold: Double, isSigned: Bool) async throws {
    for seed in 1...3 {
      let rows = zipfRows(
        count: 180, columns: 60 * seed, length: 20, seed: UInt64(seed) + 40, signed: isSigned)
      var verifier = Verifier(
        queries: rows, condition: .atLeast(threshold), sampleSize: 60, seed: UInt64(seed))
      try await CosineSearch(rows: rows, parallelism: parallelism).pairs(atLeast: threshold) {
        verifier.add($0)
      }
      let verification = try await verifier.verification(parallelism: parallelism)
      #expect(verification.hasPassed && verification.rowCount == 60, "seed \(seed): \(verification)")
      #expect(verification.largestScoreError == 0)
      #expect(verification.expectedCount > 0)
    }
  }

  @Test("Seeded Zipf rows: the nearest", arguments: [1, 10, 100])
  func nearest(k: Int) async throws {
    let search = CosineSearch(rows: rows, parallelism: parallelism)
    let verification = try await verify(try await search.nearest(k), .nearest(k), sampleSize: 50)
    #expect(verification.hasPassed, "\(verification)")
    #expect(verification.expectedCount > 0 && verification.expectedCount <= 50 * k)
  }

  @Test("Every pair of drawn rows counts once")
  func counts() async throws {
    let pairs = try await CosineSearch(rows: rows, parallelism: parallelism).pairs(atLeast: 0.3)
    #expect(try await verify(pairs, .atLeast(0.3)).expectedCount == pairs.count)
    let some = try await verify(pairs, .atLeast(0.3), sampleSize: 20)
    let drawn = Set(SeededDraw.numbers(20, below: 150, seed: 1))
    #expect(some.expectedCount == pairs.count { drawn.contains($0.a) || drawn.contains($0.b) })
  }

  @Test("A pair left out, made up, turned round, repeated or scored wrongly is found and named")
  func faults() async throws {
    let pairs = try await CosineSearch(rows: rows, parallelism: parallelism).pairs(atLeast: 0.5)
    let middle = pairs.count / 2
    let victim = pairs[middle]

    let missing = try await verify(pairs.filter { $0 != victim }, .atLeast(0.5))
    #expect(!missing.hasPassed && missing.missing == [victim] && missing.wrongCount == 0)
    #expect(missing.foundCount == pairs.count - 1 && missing.recall < 1)

    let known = Set(pairs.map { [$0.a, $0.b] })
    let absent = try #require((1..<150).first { !known.contains([0, $0]) })
    let invented = SimilarPair(a: 0, b: absent, score: 0.7)
    let extra = try await verify(pairs + [invented], .atLeast(0.5))
    #expect(!extra.hasPassed && extra.wrong == [invented] && extra.recall == 1)

    let repeated = try await verify(pairs + [victim], .atLeast(0.5))
    #expect(!repeated.hasPassed && repeated.wrong == [victim])

    var turned = pairs
    turned[middle] = SimilarPair(a: victim.b, b: victim.a, score: victim.score)
    #expect(!(try await verify(turned, .atLeast(0.5))).hasPassed)

    var rescored = pairs
    rescored[middle].score -= 2e-6
    let scored = try await verify(rescored, .atLeast(0.5))
    #expect(!scored.hasPassed && scored.wronglyScored == rescored[middle])
    #expect(abs(scored.largestScoreError - 2e-6) < 1e-12)
    rescored[middle].score = .nan
    #expect(!(try await verify(rescored, .atLeast(0.5))).hasPassed)
  }

  @Test("A neighbour left out, replaced by a farther one or taken from a tie out of order is found")
  func nearestFaults() async throws {
    let pairs = try await CosineSearch(rows: rows, parallelism: parallelism).nearest(5)
    let all = try await CosineSearch(rows: rows, parallelism: parallelism).nearest(6)
    let sixth = try #require(all.first { !pairs.contains($0) })
    let fifth = try #require(pairs.last { $0.a == sixth.a })
    let short = try await verify(pairs.filter { $0 != fifth }, .nearest(5))
    #expect(!short.hasPassed && short.missing == [fifth])
    let farther = try await verify(pairs.filter { $0 != fifth } + [sixth], .nearest(5))
    #expect(!farther.hasPassed && farther.missing == [fifth] && farther.wrong == [sixth])

    let equal = sparseRows(Array(repeating: [0: 1.0], count: 4), columnCount: 1)
    var verifier = Verifier(queries: equal, condition: .nearest(1), sampleSize: 1, seed: 1)
    let row = verifier.drawn[0]
    verifier.add([SimilarPair(a: row, b: row == 3 ? 2 : 3, score: 1)])
    #expect(!(try await verifier.verification(parallelism: parallelism)).hasPassed)
  }

  @Test("Collapsed rows stand for the first of their group, and must be equal to it")
  func collapsed() async throws {
    let search = CosineSearch(rows: rows, parallelism: parallelism)
    let groups = search.identicalGroups
    #expect(!groups.isEmpty)
    let pairs = try await search.pairs(atLeast: 0.4, identicalPairs: .collapsed)
    var verifier = Verifier(
      queries: rows, condition: .atLeast(0.4), sampleSize: 150, seed: 1, collapsedGroups: groups)
    verifier.add(pairs)
    let verification = try await verifier.verification(parallelism: parallelism)
    #expect(verification.hasPassed && verification.expectedCount == pairs.count, "\(verification)")

    let different = try #require(
      (1..<150).first {
        rows.range(ofRow: $0).count > 0 && $0 != groups[0][0]
          && !groups[0].contains($0)
      })
    var deceived = Verifier(
      queries: rows, condition: .atLeast(0.4), sampleSize: 150, seed: 1,
      collapsedGroups: [[min(groups[0][0], different), max(groups[0][0], different)]])
    deceived.add(pairs)
    #expect(!(try await deceived.verification(parallelism: parallelism)).hasPassed)
  }

  @Test("Dense rows, within and against references")
  func dense() async throws {
    let rows: DenseRows<Float> = embeddings(count: 130, columns: 21, seed: 2)
    let references: DenseRows<Float> = embeddings(count: 70, columns: 21, seed: 2)
    let search = DenseCosineSearch(rows: rows, parallelism: parallelism)
    var within = Verifier(queries: rows, condition: .atLeast(0.6), sampleSize: 40, seed: 3)
    try await search.pairs(atLeast: 0.6) { within.add($0) }
    var across = Verifier(
      queries: rows, references: references, condition: .nearest(4), sampleSize: 40, seed: 3)
    try await search.nearest(4, against: references) { across.add($0) }
    for verifier in [within, across] {
      let verification = try await verifier.verification(parallelism: parallelism)
      #expect(verification.hasPassed && verification.expectedCount > 40, "\(verification)")
      #expect(verification.largestScoreError <= 1e-9)
    }
  }

  @Test("Draws are different numbers, ascending, the same for the same seed")
  func draws() {
    for seed in 0..<50 as Range<UInt64> {
      let drawn = SeededDraw.numbers(20, below: 60, seed: seed)
      #expect(drawn.count == 20 && drawn == Set(drawn).sorted() && drawn.allSatisfy { $0 < 60 })
      #expect(drawn == SeededDraw.numbers(20, below: 60, seed: seed))
    }
    #expect(SeededDraw.numbers(20, below: 60, seed: 1) != SeededDraw.numbers(20, below: 60, seed: 2))
    #expect(SeededDraw.numbers(9, below: 5, seed: 1) == [0, 1, 2, 3, 4])
    #expect(SeededDraw.numbers(9, below: 0, seed: 1).isEmpty)
  }
}
