import AnalysisModel
import Execution
import PassageDetection
import TestSupport
import TextFeatures

/// A small corpus whose tokens are single letters with one space between them, so that token k of a field
/// stands at byte 2k.
struct LetterCorpus: CustomStringConvertible {
  /// The title (possibly empty) and the text of every document, as letters.
  var documents: [(title: [UInt8], text: [UInt8])]

  /// All fields, titles before texts.
  var fields: [[UInt8]] { documents.flatMap { [$0.title, $0.text] } }

  var description: String {
    documents.map {
      String(decoding: $0.title, as: UTF8.self) + "|" + String(decoding: $0.text, as: UTF8.self)
    }
    .joined(separator: " ; ")
  }

  /// A corpus from strings of letters without spaces; text only.
  init(_ texts: [String]) { documents = texts.map { ([], Array($0.utf8)) } }

  /// A random corpus over few letters: random, periodic and copied stretches.
  init(using generator: inout SeededGenerator) {
    let letters = Array("abcd".utf8.prefix(Int.random(in: 2...4, using: &generator)))
    let sizes = 0...Int.random(in: 4...30, using: &generator)
    documents = []
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let title = Self.stretch(of: letters, sizes: 0...8, earlier: documents, using: &generator)
      let text = Self.stretch(of: letters, sizes: sizes, earlier: documents, using: &generator)
      documents.append((Bool.random(using: &generator) ? title : [], text))
    }
  }

  private static func stretch(
    of letters: [UInt8], sizes: ClosedRange<Int>, earlier: [(title: [UInt8], text: [UInt8])],
    using generator: inout SeededGenerator
  ) -> [UInt8] {
    let size = Int.random(in: sizes, using: &generator)
    func random(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in letters.randomElement(using: &generator)! }
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      let period = random(Int.random(in: 1...6, using: &generator))
      let start = random(Int.random(in: 0...2, using: &generator))
      return start + (0..<size).map { period[$0 % period.count] }
    case 1:
      guard let source = earlier.randomElement(using: &generator)?.text else { return random(size) }
      return Bool.random(using: &generator) ? source : random(2) + source.dropFirst(2) + random(2)
    case 2:
      let planted = random(size / 3)
      return planted + random(size / 3) + planted
    default:
      return random(size)
    }
  }

  /// What the finder reports, as runs of letters. Lines are switched off.
  func runs(minimumTokens: Int, threads: Int = 1) async throws -> [LetterRun] {
    let found = try await findings(minimumTokens: minimumTokens, threads: threads)
    return found.passages.map { passage in
      LetterRun(
        length: passage.tokenCount,
        places: passage.places.map { place in
          LetterPlace(
            field: 2 * place.document + (place.field == .title ? 0 : 1), start: place.bytes.lowerBound / 2,
            end: (place.bytes.upperBound + 1) / 2)
        })
    }
  }

  func findings(minimumTokens: Int, threads: Int = 1) async throws -> PassageFindings {
    var options = PassageOptions()
    options.minimumTokens = minimumTokens
    options.minimumLineTokens = minimumTokens
    return try await find(in: asDocuments, options: options, threads: threads)
  }

  var asDocuments: [Document] {
    documents.enumerated().map { index, document in
      Document(
        id: "\(index)", title: document.title.isEmpty ? nil : UTF8Text(Self.spaced(document.title)),
        text: UTF8Text(Self.spaced(document.text)))
    }
  }

  static func spaced(_ letters: [UInt8]) -> String {
    letters.map { String(UnicodeScalar($0)) }.joined(separator: " ")
  }
}

/// A stretch of one field of a letter corpus.
struct LetterPlace: Hashable, Comparable {
  var field: Int
  var start: Int
  var end: Int

  static func < (a: Self, b: Self) -> Bool { (a.field, a.start, a.end) < (b.field, b.start, b.end) }
}

/// A reported or expected run of a letter corpus.
struct LetterRun: Hashable {
  var length: Int
  var places: [LetterPlace]
}

/// Tokenises and finds with one number of threads.
func find(
  in documents: [Document], options: PassageOptions = PassageOptions(), threads: Int = 1
) async throws -> PassageFindings {
  let parallelism = Parallelism(threads: threads)
  let tokens = try await CorpusTokenizer(options: FeatureOptions())
    .tokenize(documents, parallelism: parallelism)
  return try await PassageFinder(options: options, parallelism: parallelism)
    .passages(in: documents, tokens: tokens)
}
