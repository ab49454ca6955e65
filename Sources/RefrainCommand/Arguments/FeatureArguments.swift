import ArgumentParser
import Foundation
import Refrain
import TextFeatures

/// How text becomes words and weights.
struct FeatureArguments: ParsableArguments {
  @Option(
    help: """
      Options to start from: sklearn cuts words as scikit-learn does; news counts repeated words less and leaves \
      out English function words; code reports passages of 50 words and more; noisy compares pieces of words, \
      accents folded.
      """)
  var preset: Preset?

  @Flag(name: .customLong("no-title"), help: "Leave titles out of the text.")
  var noTitle = false

  @Option(
    help: ArgumentHelp(
      "Terms are runs of this many words: 1, or 1-2. (default: 1)", valueName: "range"))
  var words: String?

  @Option(
    help: ArgumentHelp(
      "Terms are runs of this many characters: 3, or 3-5.", valueName: "range"))
  var characters: String?

  @Option(
    help: ArgumentHelp(
      "The same inside words only.", valueName: "range"))
  var charactersInWords: String?

  @Flag(help: "Count a term 1 + ln n times instead of n times.")
  var sublinearTf = false

  @Option(
    help: ArgumentHelp(
      "Leave out terms in fewer documents: a count (2) or a share (0.01).", valueName: "bound"))
  var minDf: FeatureOptions.DocumentFrequencyBound?

  @Option(
    help: ArgumentHelp(
      "Leave out terms in more documents: a count (1000) or a share (0.5).", valueName: "bound"))
  var maxDf: FeatureOptions.DocumentFrequencyBound?

  @Option(
    help: ArgumentHelp(
      "Reduce words to their stems, in this language (Snowball: english, german, russian …).",
      valueName: "language"))
  var stem: String?

  @Option(
    help: ArgumentHelp(
      "Leave out words: a language with a built-in list (english), or a file with one word a line.",
      valueName: "list"))
  var stopWords: String?

  @Flag(help: "Let é count as e.")
  var foldDiacritics = false

  func validate() throws {
    let kinds = [
      ("--words", words), ("--characters", characters), ("--characters-in-words", charactersInWords),
    ]
    let given = kinds.compactMap { name, text in text.map { (name, $0) } }
    if given.count > 1 {
      throw ValidationError("\(given.map(\.0).joined(separator: " and ")) exclude each other: give one.")
    }
    for (name, text) in given where FeatureOptions.TermKind.range(text) == nil {
      throw ValidationError("\(name) \(text): give a length such as 3, or a range such as 3-5 (1 to 64).")
    }
  }

  func apply(to options: inout FeatureOptions) throws {
    if noTitle { options.includeTitle = false }
    if let range = words.flatMap(FeatureOptions.TermKind.range) { options.terms = .words(range) }
    if let range = characters.flatMap(FeatureOptions.TermKind.range) { options.terms = .characters(range) }
    if let range = charactersInWords.flatMap(FeatureOptions.TermKind.range) {
      options.terms = .charactersInWords(range)
    }
    if sublinearTf { options.termFrequency = .sublinear }
    if let minDf { options.minimumDocumentFrequency = minDf }
    if let maxDf { options.maximumDocumentFrequency = maxDf }
    if let stem { options.stemLanguage = stem }
    if let stopWords { options.stopWords = try Self.stopWords(stopWords) }
    if foldDiacritics { options.foldDiacritics = true }
  }

  private static func stopWords(_ name: String) throws -> [String] {
    if let list = StopWords.list(for: name) { return list }
    guard FileManager.default.fileExists(atPath: name) else {
      throw RefrainError(
        "--stop-words \(name): there is neither a built-in list nor a file of that name",
        remedy: "english, or a text file with one word a line")
    }
    do {
      return StopWords.words(fromLines: try String(contentsOfFile: name, encoding: .utf8))
    } catch {
      throw RefrainError("cannot read the stop words as UTF-8 text", path: name, remedy: "a UTF-8 file")
    }
  }
}
