import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import TextFeatures

@Suite("Texts that break tokenisers")
struct TokenizerRobustnessTests {
  @Test("a huge line, a huge word, nothing but marks: one pass", arguments: FeatureOptions.Tokenizer.allCases)
  func size(tokenizer: FeatureOptions.Tokenizer) async throws {
    var options = FeatureOptions()
    options.tokenizer = tokenizer
    let size = 1 << 15
    // Quadratic work on any of these would be plain to see.
    for (unit, tokens) in [
      ("x", 1), ("é", 1), ("\u{301}", 0), ("@", 0), (".", 0), ("_", tokenizer == .sklearn ? 1 : 0),
      ("://", 0),
      ("\u{FFFD}", 0), (" ", 0), ("(", 0),
    ] {
      let text = String(repeating: unit, count: size / unit.utf8.count)
      #expect(try await tokenized([text], options).tokenCount == tokens, "\(unit.debugDescription)")
    }
    for unit in ["a@", "www.", "http://", "漢", "か\u{3099}", "👩\u{200D}", "Σ'", "a.", "ab, ", "ｶﾞ"] {
      let text = String(repeating: unit, count: size / unit.utf8.count)
      let tokens = try await tokenized([text], options)
      #expect(tokens.tokenCount <= size)
    }
  }

  @Test("bytes repaired to U+FFFD are no tokens and part no others")
  func repaired() async throws {
    var random = SeededGenerator(seed: 3)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let tokens = try await tokenized([String(decoding: noise, as: UTF8.self)])
    #expect(tokens.tokenCount > 0)
    #expect(try await spellings("ab\u{FFFD}cd \u{FFFD}\u{FFFD}") == ["ab", "cd"])
  }

  @Test("no documents, empty documents, documents without a token")
  func empty() async throws {
    #expect(try await tokenized([]).documentCount == 0)
    let tokens = try await tokenized(["", " \n", "!?", "\u{301}"])
    #expect(tokens.documentCount == 4 && tokens.tokenCount == 0 && tokens.vocabulary.count == 0)
  }

  @Test("titles come first and keep offsets of their own")
  func titles() async throws {
    let items = [
      Document(id: "a", title: "Ein Titel", text: "ein Text"), Document(id: "b", text: "Titel"),
      Document(id: "c", title: "Ein", text: ""),
    ]
    var options = FeatureOptions()
    let tokens = try await CorpusTokenizer(options: options)
      .tokenize(items, parallelism: Parallelism(threads: 1))
    #expect(tokens.titleTokenCounts == [2, 0, 1] && tokens.documentOffsets == [0, 4, 5, 6])
    #expect(tokens.starts == [0, 4, 0, 4, 0, 0])
    // ein stands in a and c, titel in a and b: a title and its text count once.
    #expect((0..<3).map { tokens.vocabulary.token($0) } == ["ein", "titel", "text"])
    #expect(tokens.vocabulary.documentFrequencies == [2, 2, 1])
    options.includeTitle = false
    let bare = try await CorpusTokenizer(options: options)
      .tokenize(items, parallelism: Parallelism(threads: 1))
    #expect(bare.titleTokenCounts == [0, 0, 0] && bare.tokenCount == 3)
  }

  @Test("texts that share storage keep offsets of their own")
  func slices() async throws {
    let buffer = Array("eins zwei drei".utf8)
    let items = [Document(id: "a", text: UTF8Text(validated: buffer[5..<9]))]
    let tokens = try await CorpusTokenizer(options: FeatureOptions())
      .tokenize(items, parallelism: Parallelism(threads: 1))
    #expect(tokens.starts == [0] && tokens.lengths == [4] && tokens.vocabulary.token(0) == "zwei")
  }
}
