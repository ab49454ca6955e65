import AnalysisModel
import Execution
import Foundation
import TestSupport
import Testing

@testable import TextFeatures

@Suite("TF-IDF")
struct TFIDFVectorizerTests {
  static func vectors(
    _ documents: [Document], _ options: FeatureOptions = FeatureOptions(), threads: Int = 1,
    bytesPerPiece: Int = PiecePlan.bytesPerPiece
  ) async throws -> TermVectors {
    let parallelism = Parallelism(threads: threads)
    var tokenizer = CorpusTokenizer(options: options)
    tokenizer.bytesPerPiece = bytesPerPiece
    let tokens = try await tokenizer.tokenize(documents, parallelism: parallelism)
    var vectorizer = TFIDFVectorizer(options: options)
    vectorizer.bytesPerPiece = bytesPerPiece
    return
      try await vectorizer
      .vectors(of: tokens, documents: documents, parallelism: parallelism)
  }

  static func vectors(_ texts: [String], _ options: FeatureOptions = FeatureOptions()) async throws
    -> TermVectors
  {
    try await vectors(documents(texts), options)
  }

  static func terms(_ vectors: TermVectors) -> [String] {
    (0..<UInt32(vectors.terms.count)).map { vectors.terms.token($0) }
  }

  static let kinds: [FeatureOptions.TermKind] = [
    .words(1...1), .words(1...3), .words(2...3), .words(4...4), .characters(1...1), .characters(2...4),
    .charactersInWords(3...5), .charactersInWords(6...6),
  ]

  /// Counts by strings and dictionaries, straight from the definition.
  static func naiveCounts(_ text: String, _ kind: FeatureOptions.TermKind) -> [String: Int] {
    var counts: [String: Int] = [:]
    func windows(_ symbols: [String], _ lengths: ClosedRange<Int>, _ separator: String) {
      for length in lengths where length <= symbols.count {
        for start in 0...symbols.count - length {
          counts[symbols[start..<start + length].joined(separator: separator), default: 0] += 1
        }
      }
    }
    let words = text.split(separator: " ").map(String.init)
    switch kind {
    case .words(let lengths): windows(words, lengths, " ")
    case .characters(let lengths): windows(text.map(String.init), lengths, "")
    case .charactersInWords(let lengths):
      for word in words {
        let padded = " \(word) "
        if padded.count < lengths.lowerBound {
          counts[padded, default: 0] += 1
        } else {
          windows(padded.map(String.init), lengths, "")
        }
      }
    }
    return counts
  }

  @Test("counts, names, order and weights as by the definition", arguments: kinds)
  func oracle(kind: FeatureOptions.TermKind) async throws {
    var random = SeededGenerator(seed: 5)
    var texts = ["", "a", "ab"]
    for size in [2, 3, 8, 40, 200] {
      texts.append(
        (0..<size).map { _ in ["a", "b", "cd", "efgh", "ijklmn"].randomElement(using: &random) ?? "" }
          .joined(separator: " "))
    }
    var options = FeatureOptions()
    options.terms = kind
    options.norm = .none
    let vectors = try await Self.vectors(texts, options)
    let counts = texts.map { Self.naiveCounts($0, kind) }
    var frequencies: [String: Int] = [:]
    for term in counts.flatMap(\.keys) { frequencies[term, default: 0] += 1 }
    let expected = frequencies.sorted { a, b in
      a.value == b.value ? a.key.utf8.lexicographicallyPrecedes(b.key.utf8) : a.value > b.value
    }
    #expect(Self.terms(vectors) == expected.map(\.key))
    #expect(vectors.terms.documentFrequencies == expected.map { UInt32($0.value) })
    for (row, count) in counts.enumerated() {
      let range = vectors.rows.range(ofRow: row)
      #expect(range.count == count.count)
      for position in range {
        let column = Int(vectors.rows.columns[position])
        let idf = 1 + log(Double(1 + texts.count) / Double(1 + expected[column].value))
        let weight = Double(count[expected[column].key] ?? 0) * idf
        #expect(abs(vectors.rows.values[position] - weight) < 1e-12)
      }
    }
  }

  @Test("several pieces and threads give the same vectors", arguments: kinds)
  func threads(kind: FeatureOptions.TermKind) async throws {
    var random = SeededGenerator(seed: 17)
    let items = (0..<30).map { index in
      let words = (0..<100).map { _ in "t\(UInt8.random(in: 0..<120, using: &random))  x" }
      return Document(id: "\(index)", text: UTF8Text(words.joined(separator: "\n ")))
    }
    var options = FeatureOptions()
    options.terms = kind
    options.minimumDocumentFrequency = .count(3)
    let one = try await Self.vectors(items, options, threads: 1)
    #expect(PiecePlan.pieces(of: items, atLeast: 2000).count > 3)
    let two = try await Self.vectors(items, options, threads: 2, bytesPerPiece: 2000)
    #expect(one.rows == two.rows && Self.terms(one) == Self.terms(two))
    #expect(one.terms.count > 0)
  }

  @Test("n-grams of words stay within their field; those of characters read title and text as one")
  func titles() async throws {
    let items = [Document(id: "a", title: "eins zwei", text: "drei vier")]
    var options = FeatureOptions()
    options.terms = .words(2...2)
    #expect(Set(Self.terms(try await Self.vectors(items, options))) == ["eins zwei", "drei vier"])
    options.terms = .characters(3...3)
    let terms = Self.terms(try await Self.vectors(items, options))
    #expect(terms.contains("i\nd") && terms.count == 17)
    options.includeTitle = false
    #expect(Self.terms(try await Self.vectors(items, options)).count == 7)
  }

  @Test("stop words are folded as tokens are, and go before n-grams are formed")
  func stopWords() async throws {
    var options = FeatureOptions()
    options.stopWords = ["OF", "don’t", "Café", ""]
    options.terms = .words(1...2)
    #expect(
      Set(Self.terms(try await Self.vectors(["state of mind don't cafe\u{301} stop"], options)))
        == ["state", "mind", "stop", "state mind", "mind stop"])
    options.terms = .characters(2...2)
    #expect(Self.terms(try await Self.vectors(["of"], options)) == ["of"])
  }

  @Test("characters are folded as tokens are with .unicode, and lower-cased with .sklearn")
  func characterFolding() async throws {
    var options = FeatureOptions()
    options.terms = .characters(1...1)
    #expect(
      Set(Self.terms(try await Self.vectors(["Aß\u{301} Ｂ\u{3000}"], options))) == ["a", "s", "ś", " ", "b"])
    options.tokenizer = .sklearn
    #expect(Set(Self.terms(try await Self.vectors(["Aß Ｂ\n\t"], options))) == ["a", "ß", "ｂ", " "])
  }

  @Test("bounds on document frequency are inclusive, as counts and as shares")
  func bounds() async throws {
    let texts = ["a b c d", "a b c", "a b", "a"]
    var options = FeatureOptions()
    options.minimumDocumentFrequency = .count(2)
    options.maximumDocumentFrequency = .share(0.75)
    #expect(Self.terms(try await Self.vectors(texts, options)) == ["b", "c"])
    options.minimumDocumentFrequency = .share(0.75)
    options.maximumDocumentFrequency = .count(3)
    #expect(Self.terms(try await Self.vectors(texts, options)) == ["b"])
  }

  @Test("the most frequent terms are kept; ties go to the first in vocabulary order")
  func maximumFeatures() async throws {
    let texts = ["x x x y", "y z", "z a"]
    var options = FeatureOptions()
    options.maximumFeatures = 2
    // Totals: x 3, y 2, z 2, a 1.
    #expect(Self.terms(try await Self.vectors(texts, options)) == ["y", "x"])
    options.termFrequency = .binary
    // By documents: y 2, z 2, then a and x.
    #expect(Self.terms(try await Self.vectors(texts, options)) == ["y", "z"])
    options.maximumFeatures = 3
    #expect(Self.terms(try await Self.vectors(texts, options)) == ["y", "z", "a"])
  }

  @Test("bounds that leave nothing are refused with a remedy")
  func refusals() async throws {
    var options = FeatureOptions()
    options.minimumDocumentFrequency = .count(3)
    var error = await #expect(throws: RefrainError.self) { try await Self.vectors(["a", "b"], options) }
    #expect(error?.problem.contains("at most 1.0") == true)
    options.maximumDocumentFrequency = .count(5)
    error = await #expect(throws: RefrainError.self) { try await Self.vectors(["a", "b"], options) }
    #expect(error?.problem.contains("no term is left") == true && error?.remedy != nil)
  }

  @Test("documents without a term have an empty row, corpora without one no columns", arguments: kinds)
  func empty(kind: FeatureOptions.TermKind) async throws {
    var options = FeatureOptions()
    options.terms = kind
    let none = try await Self.vectors([String](), options)
    #expect(none.rows.rowCount == 0 && none.rows.columnCount == 0)
    // The second text is folded away.
    let blank = try await Self.vectors(["", "\u{200D}\u{AD}"], options)
    #expect(blank.rows.rowCount == 2 && blank.rows.storedCount == 0)
  }

  @Test("one-letter words, emoji and equal spellings of equal words have weight")
  func traps() async throws {
    let vectors = try await Self.vectors(["a b c", "😀 👍🏽", "ＡＢＣ é", "abc e\u{301}"])
    for row in 0..<4 { #expect(!vectors.rows.range(ofRow: row).isEmpty) }
    let (c, d) = (vectors.rows.range(ofRow: 2), vectors.rows.range(ofRow: 3))
    #expect(vectors.rows.columns[c] == vectors.rows.columns[d])
    #expect(vectors.rows.values[c] == vectors.rows.values[d])
  }
}
