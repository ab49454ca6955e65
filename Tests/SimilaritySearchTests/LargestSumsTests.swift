import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("The largest sums, roughly")
struct LargestSumsTests {
  @Test("Of each group the first largest, in falling order", arguments: [0, 31, 32, 33, 640, 1000])
  func matchesPlainGroups(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    var sums = (0..<count).map { _ in Int32.random(in: 0...40, using: &generator) }
    let groups = count / LargestSums.group
    var expected: [(sum: Int32, offset: Int)] = []
    for group in 0..<groups {
      let members = (0..<LargestSums.group).map { group + $0 * groups }
      let largest = members.map { sums[$0] }.max() ?? 0
      let first = members.first { sums[$0] == largest } ?? -1
      expected.append((largest, first))
    }
    var found = LargestSums(count: 10)
    sums.withUnsafeMutableBufferPointer { found.add($0, count: count) }
    #expect(found.entries.map(\.sum) == expected.map(\.sum).sorted(by: >).prefix(10).map { $0 })
    for entry in found.entries {
      #expect(expected.contains { $0.sum == entry.sum && $0.offset == entry.offset })
    }
    #expect(Set(found.entries.map(\.offset)).count == found.entries.count)
  }

  @Test("Where some are negative, sums of distinct groups in falling order")
  func takesAnyOfSignedSums() {
    var generator = SeededGenerator(seed: 3)
    let count = 640
    var sums = (0..<count).map { _ in Int32.random(in: -20...20, using: &generator) }
    sums[7] = .min
    var found = LargestSums(count: 10)
    sums.withUnsafeMutableBufferPointer { found.add($0, count: count) }
    #expect(found.entries.count == 10)
    #expect(found.entries.allSatisfy { sums[$0.offset] == $0.sum })
    #expect(found.entries.map(\.sum) == found.entries.map(\.sum).sorted(by: >))
    #expect(Set(found.entries.map { $0.offset % (count / LargestSums.group) }).count == 10)
  }
}
