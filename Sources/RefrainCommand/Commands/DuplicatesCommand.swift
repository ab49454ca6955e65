import ArgumentParser
import Refrain
import Reporting

/// `refrain duplicates`: families of copies.
struct DuplicatesCommand: FindingsCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Families of duplicate documents, each with its verdict and evidence.",
    discussion: """
      A family has a representative, the first of its documents, and every other member is directly similar to \
      it: families never chain.

        refrain duplicates archive.jsonl
        refrain duplicates archive.jsonl --jaccard 0.7 --format csv --output copies.csv
        refrain duplicates archive.jsonl --no-title
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
  @OptionGroup(title: "Output") var output: OutputArguments

  var gateArguments: GateArguments? { gates }

  func apply(to configuration: inout Configuration) { duplicates.apply(to: &configuration.duplicates) }
}
