import AnalysisModel
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
