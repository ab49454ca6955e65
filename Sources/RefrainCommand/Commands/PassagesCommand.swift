import ArgumentParser
import Refrain
import Reporting

/// `refrain passages`: what stands more than once.
struct PassagesCommand: FindingsCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages",
    abstract: "Repeated passages within and across documents, with all their places.",
    discussion: """
      Every run of --min-tokens words that stands at two places is found, and every whole line of \
      --min-line-tokens words that stands twice.

        refrain passages articles/
        refrain passages articles/ --min-tokens 25 --format jsonl --offsets bytes
        refrain passages articles/ --write-baseline known.baseline
        refrain passages articles/ --baseline known.baseline --fail-on new --format github

      With --baseline only new passages are reported and counted, and known ones that turned up in a further \
      document. Gates that are exceeded end the run with status 1, after all output is written.
      """)
  static let part = ReportPart.passages
  static let parts: Set<Analysis.Part> = [.passages]

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Passages") var passages: PassageArguments
  @OptionGroup(title: "Baseline and gates") var gates: GateArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  var gateArguments: GateArguments? { gates }

  func apply(to configuration: inout Configuration) { passages.apply(to: &configuration.passages) }
}
