import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import TextFeatures

@Suite("What holds for tokens of any text")
struct TokenizerPropertyTests {
  @Test("the ASCII table and libunistring cut alike", arguments: 0..<40 as Range<UInt64>)
  func asciiAgreesWithUnicode(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aZ09_.',;:\"-!/@(é".utf8.prefix(16))
    for length in 0..<60 {
      // Mostly letters and joiners in some seeds, everything that ASCII has in the others.
      let text = (0..<length).map { _ in
        seed.isMultiple(of: 2)
          ? alphabet[Int.random(in: 0..<16, using: &random)] : UInt8.random(in: 0..<128, using: &random)
      }
      text.withUnsafeBufferPointer { bytes in
        var fast = SpanCollector()
        var slow = SpanCollector()
        var segmenter = UnicodeSegmenter()
        ByteClass.table.withUnsafeBufferPointer { asciiWords(bytes, 0, length, $0, into: &fast) }
        segmenter.unicodeWords(bytes, 0, length, into: &slow)
        let words = zip(slow.spans, slow.kinds).filter { $0.1 == .word }.map(\.0)
        #expect(
          fast.spans == words, "seed \(seed): \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }

  static let pieces = [
    "a", "B", "9", " ", "\n", ".", "'", "’", "_", ":", "：", "@", "://", "www.", "http://x.y", "é", "e\u{301}",
    "\u{301}",
    "ß", "İ", "Σ", "ς", "漢", "字", "か", "\u{3099}", "ｶ", "ﾞ", "한", "\u{1112}\u{1161}", "ก", "ำ", "๑", "😀",
    "❤\u{FE0F}",
    "\u{200D}", "👩", "🇫", "🇷", "\u{20E3}", "\u{FFFD}", "\u{AD}", "\u{200B}", "\u{3000}", "𠀀", "ﷺ", "½", "(",
    ")", "[",
    "]", "<", ">", "\"", "*", "\u{202F}", "\u{FEFF}", "\0", "\u{7F}", "א", "״", "ב",
  ]

  @Test(
    "tokens ascend, begin and end on character borders, and are never empty",
    arguments: 0..<30 as Range<UInt64>, FeatureOptions.Tokenizer.allCases)
  func places(seed: UInt64, tokenizer: FeatureOptions.Tokenizer) async throws {
    var random = SeededGenerator(seed: seed)
    var options = FeatureOptions()
    options.tokenizer = tokenizer
    options.foldDiacritics = seed.isMultiple(of: 3)
    options.stemLanguage = seed.isMultiple(of: 5) ? "english" : nil
    let texts = (0..<20).map { length in
      (0..<length * 3).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let tokens = try await tokenized(texts, options)
    for (document, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      var last = 0..<0
      for position in tokens.positions(of: document) {
        let span = tokens.bytes(at: position)
        #expect(!span.isEmpty && span.upperBound <= bytes.count, "seed \(seed)")
        #expect(bytes[span.lowerBound] & 0xC0 != 0x80, "seed \(seed): \(text.debugDescription)")
        #expect(span.upperBound == bytes.count || bytes[span.upperBound] & 0xC0 != 0x80, "seed \(seed)")
        #expect(span.lowerBound > last.lowerBound || last.isEmpty, "seed \(seed)")
        #expect(span.upperBound > last.upperBound, "seed \(seed): \(text.debugDescription)")
        #expect(!tokens.vocabulary.bytes(of: tokens.ids[position]).isEmpty)
        last = span
      }
    }
  }

  @Test("ids ascend by document frequency, then bytes, and count what they say", arguments: [1, 2, 3])
  func vocabulary(threads: Int) async throws {
    var random = SeededGenerator(seed: 7)
    let texts = (0..<400).map { _ in
      (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        let rank = Int(1 / Double.random(in: 0.002..<1, using: &random))
        return rank.isMultiple(of: 7) ? "langesWortNummer\(rank)" : "w\(rank)"
      }.joined(separator: " ")
    }
    let tokens = try await tokenized(texts, threads: threads)
    var documents: [String: Set<Int>] = [:]
    for (document, text) in texts.enumerated() {
      let words = text.split(separator: " ").map { $0.lowercased() }
      #expect(tokens.positions(of: document).map { tokens.vocabulary.token(tokens.ids[$0]) } == words)
      for word in words { documents[word, default: []].insert(document) }
    }
    let expected = documents.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    #expect((0..<UInt32(tokens.vocabulary.count)).map { tokens.vocabulary.token($0) } == expected.map(\.key))
    #expect(tokens.vocabulary.documentFrequencies == expected.map { UInt32($0.value.count) })
  }

  @Test("several pieces and threads give the same corpus")
  func threads() async throws {
    var random = SeededGenerator(seed: 11)
    let texts = (0..<70).map { _ in
      (0..<90).map { _ in "t\(UInt16.random(in: 0..<300, using: &random))" }.joined(separator: " ")
    }
    let plan = PiecePlan.pieces(of: documents(texts), atLeast: 1000)
    #expect(plan.count > 10 && plan.flatMap { Array($0) } == Array(0..<70))
    let one = try await tokenized(texts, threads: 1)
    var tokenizer = CorpusTokenizer(options: FeatureOptions())
    tokenizer.bytesPerPiece = 1000
    let two = try await tokenizer.tokenize(documents(texts), parallelism: Parallelism(threads: 2))
    #expect(one.ids == two.ids && one.starts == two.starts && one.lengths == two.lengths)
    #expect(one.vocabulary.count == two.vocabulary.count && one.vocabulary.count == 300)
    let naive = texts.map { Set($0.split(separator: " ")) }
    #expect(one.vocabulary.documentFrequencies == two.vocabulary.documentFrequencies)
    for id in [0, 1, 150, 299] as [UInt32] {
      let word = Substring(one.vocabulary.token(id))
      #expect(Int(one.vocabulary.documentFrequencies[Int(id)]) == naive.count { $0.contains(word) })
    }
  }
}
