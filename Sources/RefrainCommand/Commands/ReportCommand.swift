import ArgumentParser
import Refrain
import Reporting

/// `refrain report`: the main job.
struct ReportCommand: FindingsCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Duplicates, passages, topics, events and similarity in one run.",
    discussion: """
      Prints a summary and, in the same run, writes any of an HTML page, Markdown and JSON.

        refrain report articles/
        refrain report articles/ --html report.html --json report.json
        refrain report archive.jsonl --text-field body --min-tokens 20
        refrain report news.jsonl.gz pages/
        refrain report articles/ --write-baseline known.baseline
        refrain report articles/ --baseline known.baseline --fail-on new --sarif new.sarif
      """)
  static let part = ReportPart.report
  static let parts = Set(Analysis.Part.allCases)

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Duplicates") var duplicates: DuplicateArguments
  @OptionGroup(title: "Passages") var passages: PassageArguments
  @OptionGroup(title: "Clusters") var clusters: ClusterArguments
  @OptionGroup(title: "Baseline and gates") var gates: GateArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  @Option(
    help: ArgumentHelp("Also write one self-contained HTML page.", valueName: "file"), completion: .file())
  var html: String?

  @Option(help: ArgumentHelp("Also write Markdown.", valueName: "file"), completion: .file())
  var markdown: String?

  @Option(help: ArgumentHelp("Also write one JSON document.", valueName: "file"), completion: .file())
  var json: String?

  var gateArguments: GateArguments? { gates }

  func apply(to configuration: inout Configuration) {
    duplicates.apply(to: &configuration.duplicates)
    passages.apply(to: &configuration.passages)
    clusters.apply(to: &configuration.clusters)
  }

  func additionalOutputs(_ inputs: InputGuard) throws -> [FindingsOutput] {
    let files: [(OutputFormat, String?)] = [(.html, html), (.markdown, markdown), (.json, json)]
    return try files.compactMap { format, path in
      try path.map {
        try FindingsOutput(
          format: format, path: $0, inputs: inputs, context: output.context(inputs: common.paths))
      }
    }
  }
}
