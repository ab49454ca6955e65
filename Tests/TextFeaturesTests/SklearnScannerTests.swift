import AnalysisModel
import TestSupport
import Testing

@testable import TextFeatures

@Suite("The scikit-learn preset")
struct SklearnScannerTests {
  static var options: FeatureOptions {
    var options = FeatureOptions()
    options.tokenizer = .sklearn
    return options
  }

  // The expectations are what Python's re and str.lower give.
  @Test(
    "words of two and more characters, lower-cased as Python does",
    arguments: [
      ("I am a cat's toy", ["am", "cat", "toy"]),
      ("snake_case __ _ x_1 3.14 10", ["snake_case", "__", "x_1", "14", "10"]),
      ("ΣΟΦΟΣ ΟΔΟΣ. ΑΣ'Α ΑΣ' ΣΣ1", ["σοφος", "οδος", "ασ", "ας", "σς1"]),
      ("İstanbul aİ İİ", ["stanbul", "ai"]),
      ("Straße ǅX ½½ ²³ Ⅷa", ["straße", "ǆx", "½½", "²³", "ⅷa"]),
      ("e\u{301}te\u{301} été", ["te", "été"]),
      ("水車小屋は、川 한국 a한", ["水車小屋は", "한국", "a한"]),
      ("", []), ("a b c", []),
    ])
  func words(text: String, expected: [String]) async throws {
    #expect(try await folded(text, Self.options) == expected)
  }

  @Test("places refer to the original")
  func places() async throws {
    #expect(try await spellings("x İstanbul ΣΟΦΟΣ!", Self.options) == ["stanbul", "ΣΟΦΟΣ"])
  }
}

extension SklearnScannerTests {
  /// One character after the other, straight from the definition.
  static func naiveSpans(_ text: String) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    var characters = 0
    var position = 0
    func finish() {
      if characters >= 2 { spans.append(start..<position) }
      characters = 0
    }
    for scalar in text.unicodeScalars {
      let isWord =
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber:
          true
        default: scalar == "_"
        }
      if isWord {
        if characters == 0 { start = position }
        characters += 1
      } else {
        finish()
      }
      position += UTF8.width(scalar)
      if scalar == "\u{130}" { finish() }
    }
    finish()
    return spans
  }

  @Test("64 bytes at a time cut as one character at a time does", arguments: 0..<40 as Range<UInt64>)
  func agreesWithNaive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // From nothing but ASCII to mostly other characters; long runs in some seeds, so that they cross blocks.
    let rare = ["é", "\u{301}", "İ", "Σ", "漢", "𠀀", "\u{2019}", "😀", "½", "٣"]
    let common = ["a", "B", "9", "_", " ", " ", ".", "-", "@", "["]
    let letters = seed.isMultiple(of: 5) ? 30 : 3
    for length in 0..<200 {
      var text = ""
      while text.utf8.count < length {
        let isRare = UInt64.random(in: 0..<12, using: &random) < seed % 4
        if isRare {
          text += rare.randomElement(using: &random) ?? ""
        } else if Int.random(in: 0...letters, using: &random) > 0 {
          text += "x"
        } else {
          text += common.randomElement(using: &random) ?? ""
        }
      }
      var collector = SpanCollector()
      Array(text.utf8).withUnsafeBufferPointer { SklearnScanner().scan($0, into: &collector) }
      #expect(collector.spans == Self.naiveSpans(text), "seed \(seed): \(text.debugDescription)")
    }
  }
}
