import TestSupport
import Testing

@testable import TextFeatures

@Suite("Eight and more bytes at a time")
struct ByteWordTests {
  @Test("each byte is judged by itself, whatever stands beside it")
  func bytes() {
    var random = SeededGenerator(seed: 3)
    let z = UInt8(ascii: "z")
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
        bytes[place] = byte
        let word = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        func bit(_ word: UInt64) -> Bool { word >> UInt64(8 * place + 7) & 1 == 1 }
        let scalar = Unicode.Scalar(byte)
        let isASCII = byte < 0x80
        let isLetter = isASCII && scalar.properties.isAlphabetic
        let isDigit = isASCII && scalar.properties.numericType == .decimal
        #expect(bit(ByteWord.alphanumerics(word)) == (isLetter || isDigit), "\(byte)")
        #expect(bit(ByteWord.equal(z, word)) == (byte == z), "\(byte)")
        #expect((ByteWord.gathered(word) >> UInt64(place) & 1 == 1) == !isASCII, "\(byte)")
        let lowered = UInt8(truncatingIfNeeded: ByteWord.lowered(word) >> UInt64(8 * place))
        #expect(lowered == (isLetter ? byte | 0x20 : byte), "\(byte)")
      }
    }
  }

  @Test("few bytes are read as they stand, zeros behind them", arguments: 0...8)
  func load(count: Int) {
    let bytes = (0..<count).map { UInt8(200 + $0) }
    let expected = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    (bytes + [0]).withUnsafeBytes { raw in
      #expect(ByteWord.load(raw.baseAddress!, count: count) == expected)
    }
  }

  @Test("a key that lowers is the key of lowered bytes")
  func loweringKeys() {
    var random = SeededGenerator(seed: 4)
    for round in 0..<2000 {
      let length = round % 17
      let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
      let lowered = bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
      bytes.withUnsafeBufferPointer { bytes in
        lowered.withUnsafeBufferPointer { lowered in
          let plain = ByteKey(lowered.baseAddress!, length)
          #expect(ByteKey(loweringShort: bytes.baseAddress!, length) == plain)
          #expect(ByteKey(bytes.baseAddress!, length).lowered == plain)
          #expect(plain.isASCII == lowered.prefix(length).allSatisfy { $0 < 0x80 })
        }
      }
    }
  }

  @Test("word masks of every length", arguments: [0, 1, 7, 8, 9, 31, 63, 64])
  func masks(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    for _ in 0..<50 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      (bytes + [UInt8(ascii: "x")]).withUnsafeBufferPointer { buffer in
        let mask = WordMask(buffer.baseAddress!, count: count)
        for place in 0..<64 {
          let byte = place < count ? bytes[place] : 0x20
          let isWord = ByteClass.table[Int(byte)].meets(.word) || byte >= 0x80
          #expect((mask.word >> UInt64(place) & 1 == 1) == isWord)
          #expect((mask.nonASCII >> UInt64(place) & 1 == 1) == (byte >= 0x80))
        }
      }
    }
  }
}
