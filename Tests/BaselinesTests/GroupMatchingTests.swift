import AnalysisModel
import TestSupport
import Testing

@testable import Baselines

@Suite("Who joined a group, and who left it")
struct GroupMatchingTests {
  private func groups(_ names: [String]) -> [[DocumentIdentity]] {
    names.map { $0.map { DocumentIdentity(id: String($0), content: "") } }
  }

  typealias Case = (now: [String], then: [String], joined: [[Int]], left: [[Int]])

  /// Each letter is a document, each word a group, the representative first.
  static let cases: [Case] = [
    (["abc"], ["abc"], [[]], [[]]), (["cba"], ["abc"], [[]], [[]]), (["ab"], [], [[1]], []),
    ([], ["abc"], [], [[1, 2]]), (["abcx"], ["abc"], [[3]], [[]]),
    // The newcomer has become the representative: the first known member stands for it.
    (["xabc"], ["abc"], [[1]], [[]]),
    // Swapped: as many as before, and yet one is new and one gone.
    (["abx"], ["abc"], [[2]], [[2]]),
    // Two families that have become one: one of them joined.
    (["abcd"], ["ab", "cd"], [[2]], [[], []]), (["ab", "cd"], ["abcd"], [[], []], [[2]]),
    // The larger part stays, even against the representative's.
    (["rabc"], ["rz", "abc"], [[1]], [[1], []]),
    // Two that were known, but not to each other.
    (["ac"], ["ab", "cd"], [[1]], [[1], [1]]),
  ]

  @Test(arguments: cases)
  func joinsAndLeavings(_ example: Case) {
    let matching = GroupMatching(now: groups(example.now), then: groups(example.then))
    #expect(matching.joined == example.joined)
    #expect(matching.left == example.left)
  }

  @Test func documentsOfOneIdentityMatchAsOftenAsTheyAreThere() {
    let matching = GroupMatching(now: groups(["aaaa"]), then: groups(["aaa"]))
    #expect(matching.joined == [[3]])
    #expect(matching.left == [[]])
  }

  /// Random partitions of the same letters: what is known both ways is the number of pairs of neighbours in the
  /// finest partition that both refine, counted here by brute force.
  @Test func accountsBalanceAndForgetOrder() {
    for seed in 1...300 {
      var random = SeededGenerator(seed: seed)
      let now = partition(&random)
      let then = partition(&random)
      let matching = GroupMatching(now: now, then: then)
      var parts: [String: Set<String>] = [:]
      for (a, group) in now.enumerated() {
        for (b, other) in then.enumerated() {
          for document in group where other.contains(document) {
            parts["\(a) \(b)", default: []].insert(document.id)
          }
        }
      }
      let known = parts.values.reduce(0) { $0 + $1.count - 1 }
      let joined = matching.joined.reduce(0) { $0 + $1.count }
      let left = matching.left.reduce(0) { $0 + $1.count }
      #expect(joined + known == now.reduce(0) { $0 + $1.count - 1 }, "seed \(seed)")
      #expect(left + known == then.reduce(0) { $0 + $1.count - 1 }, "seed \(seed)")
      for (group, positions) in zip(now, matching.joined) {
        #expect(
          positions == Set(positions).sorted() && positions.allSatisfy { (1..<group.count).contains($0) })
      }
      let shuffled = GroupMatching(
        now: now.map { $0.shuffled(using: &random) }.shuffled(using: &random),
        then: then.map { $0.shuffled(using: &random) }.shuffled(using: &random))
      #expect(shuffled.joined.reduce(0) { $0 + $1.count } == joined, "seed \(seed)")
      #expect(shuffled.left.reduce(0) { $0 + $1.count } == left, "seed \(seed)")
    }
  }

  private func partition(_ random: inout SeededGenerator) -> [[DocumentIdentity]] {
    var groups = [[DocumentIdentity]](repeating: [], count: 5)
    for letter in "abcdefghijklm" where Int.random(in: 0..<4, using: &random) > 0 {
      groups[Int.random(in: 0..<5, using: &random)].append(DocumentIdentity(id: String(letter), content: ""))
    }
    return groups.filter { $0.count > 1 }
  }
}
