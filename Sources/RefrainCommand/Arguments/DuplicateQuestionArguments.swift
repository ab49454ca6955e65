import ArgumentParser
import Refrain
import Reporting

/// Questions about duplicates other than which ones there are.
struct DuplicateQuestionArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      Instead of families: the whole reasoning for two documents, given by their ids behind the PATHs: every rule \
      with its figures, what differs, what is shared, and what the families say about both. Formats: \
      \(Self.list(DuplicateAnswer.explanationFormats)).
      """, valueName: "id id"))
  var explain: [String] = []

  @Flag(
    help: ArgumentHelp(
      """
      Instead of families: how many there are, and how many documents they remove, at thresholds from 0.5 to 1, \
      with pairs near each one to look at. Formats: \(Self.list(DuplicateAnswer.explorationFormats)).
      """))
  var explore = false

  private static func list(_ formats: [OutputFormat]) -> String {
    formats.map(\.rawValue).joined(separator: ", ")
  }

  func validate() throws {
    if !explain.isEmpty && explain.count != 2 {
      throw ValidationError(
        "--explain takes two ids, here are \(explain.count): \(explain.joined(separator: " ")). Give the PATHs "
          + "before it: refrain duplicates corpus.jsonl --explain A B.")
    }
    if !explain.isEmpty && explore {
      throw ValidationError("--explain and --explore exclude each other: give one.")
    }
  }

  /// The formats in which what is asked for can be answered; nil where families are asked for.
  var formats: [OutputFormat]? {
    if !explain.isEmpty { return DuplicateAnswer.explanationFormats }
    return explore ? DuplicateAnswer.explorationFormats : nil
  }

  /// Answers what is asked for.
  ///
  /// - Precondition: something is.
  func answer(_ corpus: Corpus, _ analysis: Analysis) async throws -> (DuplicateAnswer, AnalysisReport) {
    if explore {
      let exploration = try await analysis.exploration(of: corpus)
      return (
        .exploration(exploration),
        AnalysisReport(
          configuration: analysis.configuration, corpus: corpus, tokenCount: exploration.tokenCount)
      )
    }
    precondition(explain.count == 2, "\(explain.count) documents to explain")
    let ids = DocumentLookup(corpus.documents)
    // Before the long work: a mistyped id is found at once.
    for id in explain { _ = try ids.index(of: id) }
    let report = try await analysis.run(corpus, parts: [.duplicates])
    return (.explanation(try await analysis.explanation(of: explain[0], and: explain[1], in: report)), report)
  }
}

extension DuplicateOptions.Linkage: ExpressibleByArgument {}
