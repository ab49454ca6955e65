import Execution
import TestSupport
import Testing

@testable import TextFeatures

@Suite("Tables, sets and orders")
struct TableTests {
  @Test("byte strings of every length are told apart, under every tag")
  func byteStrings() {
    var random = SeededGenerator(seed: 1)
    var table = ByteStringTable(capacity: 1)
    var expected: [[UInt8]: UInt32] = [:]
    var value: UInt32 = 0
    for round in 0..<4000 {
      // Strings that differ in one byte only, of lengths around the borders 4, 8, 16 and 32.
      var bytes = [UInt8](repeating: 7, count: round % 40)
      if !bytes.isEmpty { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8(round / 40) }
      let tagged = bytes + [UInt8(round & 1)]
      (bytes + [0]).withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let key = ByteKey(base, bytes.count)
        #expect(table.value(key, at: base, tag: UInt8(round & 1)) == expected[tagged])
        if expected[tagged] == nil {
          table.insert(key, at: base, tag: UInt8(round & 1), value: value)
          expected[tagged] = value
          value += 1
        }
      }
    }
    #expect(table.count == expected.count && expected.count > 1000)
  }

  @Test("long strings are compared in full, not by hash")
  func longStrings() {
    var table = ByteStringTable()
    let texts = (0..<50).map { position in
      (0..<50).map { UInt8($0 == position ? 1 : 0) }
    }
    for (value, text) in texts.enumerated() {
      text.withUnsafeBufferPointer {
        table.insert(ByteKey($0.baseAddress!, 50), at: $0.baseAddress!, value: UInt32(value))
      }
    }
    for (value, text) in texts.enumerated() {
      text.withUnsafeBufferPointer {
        #expect(table.value(ByteKey($0.baseAddress!, 50), at: $0.baseAddress!) == UInt32(value))
        #expect(table.value(ByteKey($0.baseAddress!, 49), at: $0.baseAddress!) == nil)
      }
    }
  }

  @Test("pairs are numbered in the order of their first appearance")
  func pairs() {
    var random = SeededGenerator(seed: 2)
    var table = NGramTable(capacity: 1)
    var expected: [UInt64: UInt32] = [:]
    for _ in 0..<20_000 {
      let key = NGramTable.key(
        prefix: UInt32.random(in: 0..<60, using: &random), symbol: UInt32.random(in: 0..<60, using: &random))
      let number = table.number(key)
      #expect(number == expected[key] ?? UInt32(expected.count))
      expected[key] = number
    }
    #expect(table.keys.count == expected.count)
  }

  @Test("a set of ids empties in ascending order", arguments: [0, 1, 63, 64, 65, 4096, 262_145, 600_000])
  func ascending(capacity: Int) {
    var random = SeededGenerator(seed: UInt64(capacity))
    var set = AscendingIDSet(capacity: capacity)
    for round in 0..<4 {
      var expected: Set<Int> = capacity > 0 && round > 0 ? [0, capacity - 1] : []
      if capacity > 0 {
        for _ in 0..<round * 50 { expected.insert(Int.random(in: 0..<capacity, using: &random)) }
      }
      for id in expected { set.insert(UInt32(id)) }
      var found: [Int] = []
      set.removeAll { found.append($0) }
      #expect(found == expected.sorted())
    }
  }

  private static func order(_ words: [String], _ frequencies: [UInt32], threads: Int) -> [UInt32] {
    var arena: [UInt8] = []
    var offsets = [0]
    for word in words {
      arena += Array(word.utf8)
      offsets.append(arena.count)
    }
    return VocabularyOrder.order(
      arena: arena, offsets: offsets, documentFrequencies: frequencies,
      parallelism: Parallelism(threads: threads))
  }

  @Test(
    "vocabulary order looks past the first eight bytes and puts prefixes first", arguments: [1, 2, 17, 30])
  func order(frequency: UInt32) {
    let words = ["abcdefghZ", "abcdefgh", "abcdefghA", "b", "", "abcdefgh\0", "é", "ab", "zzz", "ab"]
    var frequencies = [UInt32](repeating: frequency, count: 10)
    frequencies[8] += 1
    #expect(Self.order(words, frequencies, threads: 2) == [8, 4, 7, 9, 1, 5, 2, 0, 3, 6])
  }

  @Test("vocabulary order is that of a plain sort", arguments: [0, 1, 2, 300, 5000], [1, 2, 5])
  func plainOrder(count: Int, threads: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let words = (0..<count).map { _ in
      String(
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in "ab\0é".randomElement(using: &random) ?? "a" }
      )
    }
    let frequencies = words.map { _ in UInt32(20 / Double.random(in: 0.2..<15, using: &random)) }
    let expected = (0..<UInt32(count)).sorted { a, b in
      let (a, b) = (Int(a), Int(b))
      if frequencies[a] != frequencies[b] { return frequencies[a] > frequencies[b] }
      if words[a].utf8.elementsEqual(words[b].utf8) { return a < b }
      return words[a].utf8.lexicographicallyPrecedes(words[b].utf8)
    }
    #expect(Self.order(words, frequencies, threads: threads) == expected)
  }
}
