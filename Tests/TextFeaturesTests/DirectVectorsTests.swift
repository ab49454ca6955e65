import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import TextFeatures

@Suite("Vectors straight from documents")
struct DirectVectorsTests {
  /// Documents of words by Zipf's law, with odd characters, titles, long words and empty texts among them.
  static func documents(seed: UInt64, count: Int) -> [Document] {
    var random = SeededGenerator(seed: seed)
    func text(_ words: Int) -> UTF8Text {
      UTF8Text(
        (0..<words).map { _ in
          let rank = Int(1 / Double.random(in: 0.002..<1, using: &random))
          switch rank % 9 {
          case 0: return "AVeryLongWordIndeedOfNumber\(rank)"
          case 1: return TokenizerPropertyTests.pieces.randomElement(using: &random) ?? ""
          case 2: return "Été\(rank % 40)"
          case 3: return "running\(rank % 5 == 0 ? "s" : "")"
          default: return Bool.random(using: &random) ? "Word\(rank)" : "word\(rank)"
          }
        }.joined(separator: " "))
    }
    return (0..<count).map { index in
      Document(
        id: "\(index)", title: index.isMultiple(of: 3) ? text(index % 7) : nil,
        text: text(index.isMultiple(of: 11) ? 0 : Int.random(in: 0..<60, using: &random)))
    }
  }

  static let variants: [@Sendable (inout FeatureOptions) -> Void] = [
    { _ in },
    { $0.includeTitle = false },
    { $0.stemLanguage = "english" },
    { $0.foldDiacritics = true },
    { $0.stopWords = ["word1", "ÉTÉ2"] },
    { $0.minimumDocumentFrequency = .count(3) },
    { $0.maximumDocumentFrequency = .share(0.2) },
    { $0.maximumFeatures = 40 },
    {
      $0.termFrequency = .sublinear
      $0.norm = .l1
    },
    {
      $0.termFrequency = .binary
      $0.inverseDocumentFrequency = .none
      $0.maximumFeatures = 30
    },
    { $0.terms = .words(1...2) },
    { $0.terms = .characters(2...3) },
  ]

  @Test(
    "are bit for bit those of the tokens, on any number of threads", arguments: variants.indices,
    FeatureOptions.Tokenizer.allCases)
  func equalTokenPath(variant: Int, tokenizer: FeatureOptions.Tokenizer) async throws {
    var options = FeatureOptions()
    options.tokenizer = tokenizer
    Self.variants[variant](&options)
    let documents = Self.documents(seed: UInt64(variant), count: 120)
    let expected = try await TFIDFVectorizerTests.vectors(documents, options)
    #expect(expected.rows.storedCount > 0)
    for threads in [1, 2, 5] {
      var vectorizer = TFIDFVectorizer(options: options)
      vectorizer.bytesPerPiece = 500
      #expect(PiecePlan.pieces(of: documents, atLeast: 500).count > 10)
      let direct = try await vectorizer.vectors(
        of: documents, parallelism: Parallelism(threads: threads))
      #expect(direct.rows == expected.rows)
      #expect(TFIDFVectorizerTests.terms(direct) == TFIDFVectorizerTests.terms(expected))
      #expect(direct.terms.documentFrequencies == expected.terms.documentFrequencies)
    }
  }

  @Test("nothing in, nothing out")
  func empty() async throws {
    let vectorizer = TFIDFVectorizer(options: FeatureOptions())
    let none = try await vectorizer.vectors(of: [], parallelism: Parallelism(threads: 2))
    #expect(none.rows.rowCount == 0 && none.rows.columnCount == 0)
    let blank = try await vectorizer.vectors(
      of: [Document(id: "a", text: " ")], parallelism: Parallelism(threads: 2))
    #expect(blank.rows.rowCount == 1 && blank.rows.storedCount == 0 && blank.terms.count == 0)
  }

  @Test("bad options are refused as with tokens")
  func refusals() async throws {
    var options = FeatureOptions()
    options.stemLanguage = "klingon"
    await #expect(throws: RefrainError.self) {
      try await TFIDFVectorizer(options: options).vectors(
        of: Self.documents(seed: 1, count: 3), parallelism: Parallelism(threads: 2))
    }
    options.stemLanguage = nil
    options.minimumDocumentFrequency = .count(1000)
    options.maximumDocumentFrequency = .count(2000)
    await #expect(throws: RefrainError.self) {
      try await TFIDFVectorizer(options: options).vectors(
        of: Self.documents(seed: 1, count: 3), parallelism: Parallelism(threads: 2))
    }
  }
}
