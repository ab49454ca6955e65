import ArgumentParser
import Refrain
import Reporting

/// `refrain duplicates`: families of copies.
struct DuplicatesCommand: FindingsCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Families of duplicate documents, each with its verdict and evidence.",
    discussion: """
      A family has a representative, the first of its documents unless --keep says otherwise, and every other \
      member is directly similar to it: families never chain, unless --linkage components asks for it. Documents \
      that fill one frame with other numbers, names or dates (three or more) are a template group: they are \
      listed, but they are no copies of each other.

        refrain duplicates archive.jsonl
        refrain duplicates archive.jsonl --jaccard 0.7 --format csv --output copies.csv
        refrain duplicates archive.jsonl --no-title
        refrain duplicates archive.jsonl --explore
        refrain duplicates archive.jsonl --explain news-17 news-42
        refrain duplicates archive.jsonl --write-baseline known.baseline
        refrain duplicates archive.jsonl --baseline known.baseline --fail-on new
        refrain duplicates archive.jsonl --max-duplicates 5% --sarif copies.sarif

      With --baseline only new copies are reported and counted: a copy is known when it stood in one family with \
      the others, under the same id and with the same text. Gates that are exceeded end the run with status 1, after \
      all output is written. Template groups are no duplicates.
      """)
  static let part = ReportPart.duplicates
  static let parts: Set<Analysis.Part> = [.duplicates]

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Duplicates") var duplicates: DuplicateArguments
  @OptionGroup(title: "Baseline and gates") var gates: GateArguments
  @OptionGroup(title: "Questions") var question: DuplicateQuestionArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  var gateArguments: GateArguments? { gates }

  func apply(to configuration: inout Configuration) { duplicates.apply(to: &configuration.duplicates) }

  mutating func run() async throws {
    guard let formats = question.formats else { return try await reportFindings() }
    let format = output.resolvedFormat
    guard formats.contains(format) else { throw DuplicateAnswer.unsupported(format, formats) }
    let configuration = try common.configuration(apply)
    let inputs = InputGuard(common, configuration)
    let file = try OutputFile(path: output.resolvedPath, inputs: inputs)
    let run = try Run(common.run, configuration: configuration, inputs: inputs)
    let corpus = try await run.read(common.paths)
    let (answer, report) = try await question.answer(corpus, try run.analysis())
    run.endProgress()
    if format != .json { run.note(report.corpus.warnings) }
    try file.write(
      try answer.render(of: report, format: format, context: output.context(inputs: common.paths)))
    try file.commit()
    try run.finish()
  }
}
