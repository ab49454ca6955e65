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
      """)
  static let part = ReportPart.passages
  static let parts: Set<Analysis.Part> = [.passages]

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Passages") var passages: PassageArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  func apply(to configuration: inout Configuration) { passages.apply(to: &configuration.passages) }
}
