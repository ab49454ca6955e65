import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct RepeatFilterTests {
  @Test(arguments: [0, 3, 5, 6, 10])
  func keepsWhatWasNotedTwice(bits: Int) {
    var random = SeededGenerator(seed: UInt64(bits))
    let values = (0..<200).map { _ in UInt32.random(in: 0..<1 << bits, using: &random) }
    var filter = RepeatFilter(bits: bits)
    values.prefix(120).withUnsafeBufferPointer { filter.note($0) }
    values.dropFirst(120).withUnsafeBufferPointer { filter.note($0) }
    let expected = values.indices.filter { index in values.count { $0 == values[index] } > 1 }
    var kept = [Int](repeating: -1, count: values.count)
    let count = values.withUnsafeBufferPointer { values in
      kept.withUnsafeMutableBufferPointer { filter.repeated(among: values, into: $0) }
    }
    #expect(Array(kept.prefix(count)) == expected)
  }
}
