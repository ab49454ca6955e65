import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct SourceTallyTests {
  /// One document a letter, in the source of that letter; capitals are removed.
  private func sources(_ letters: String) -> [SourceRemovals] {
    let documents = letters.enumerated().map { index, letter in
      Document(id: "\(index)", text: "", source: letter.lowercased(), origin: .init(path: "x", record: index))
    }
    let removals = letters.enumerated().filter { $0.element.isUppercase }.map { index, _ in
      Removal(
        keeper: .reference(0),
        evidence: DuplicateMember(document: index, verdict: .identical, score: 1, containment: 1))
    }
    return SourceTally.sources(of: documents, removals: removals)
  }

  @Test func countsEachSourceInOrderOfAppearance() {
    let found = sources("bAabBbA")
    #expect(found.map(\.source) == ["b", "a"])
    #expect(found.map(\.read) == [4, 3])
    #expect(found.map(\.removed) == [1, 2])
    #expect(found.map(\.kept) == [3, 1])
    #expect(sources("").isEmpty)
  }

  @Test func anUnusualShareRaisesAnAlarm() {
    let half = String(repeating: "aA", count: 50) + String(repeating: "bbbbbbbbbB", count: 20)
    #expect(sources(half).map(\.isUnusual) == [true, false])
    // All alike, one source only, or too few documents to tell.
    #expect(sources(String(repeating: "aAbB", count: 50)).allSatisfy { !$0.isUnusual })
    #expect(sources(String(repeating: "aA", count: 50)).allSatisfy { !$0.isUnusual })
    let few = String(repeating: "A", count: 19) + String(repeating: "b", count: 200)
    #expect(sources(few).allSatisfy { !$0.isUnusual })
  }

  @Test func theRuleHoldsAtItsEdges() {
    func isUnusual(_ removed: Int, _ read: Int, _ others: (Int, Int), sources: Int = 2) -> Bool {
      SourceTally.isUnusual(removed: removed, of: read, others: others, sourceCount: sources)
    }
    // 30% is not more than three times 10%, or hardly; 40% is.
    #expect(!isUnusual(300, 1000, (998, 99)))
    #expect(isUnusual(400, 1000, (998, 99)))
    // All of it where others lose 40%: what is kept tells, although 100% is less than three times 40%.
    #expect(isUnusual(100, 100, (998, 399)))
    #expect(!isUnusual(70, 100, (998, 399)))
    // The same share, of too few documents to rule out chance; and fewer sources make it rarer.
    #expect(!isUnusual(4, 20, (9998, 499)))
    #expect(isUnusual(40, 200, (9998, 499)))
    // Others lose nothing at all.
    #expect(isUnusual(10, 100, (100, 0)))
    #expect(!isUnusual(1, 100, (100, 0)))
    #expect(!isUnusual(0, 100, (100, 0)))
  }

  @Test func chanceRarelyRaisesIt() {
    // The bound is one on the binomial tail: compared with the tail itself, summed term by term.
    for removed in 1...60 {
      let read = 60
      let others = (read: 198, removed: 19)
      let usual = 20.0 / 200
      var tail = 0.0
      for count in removed...read {
        var term = 1.0
        for step in 0..<count { term *= Double(read - step) / Double(step + 1) * usual }
        for _ in count..<read { term *= 1 - usual }
        tail += term
      }
      if SourceTally.isUnusual(removed: removed, of: read, others: others, sourceCount: 2) {
        #expect(tail < 1 / (2 * SourceTally.runsPerFalseAlarm), "\(removed) of \(read)")
      }
    }
    #expect(SourceTally.isUnusual(removed: 25, of: 60, others: (198, 19), sourceCount: 2))
  }
}
