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
      member is directly similar to it: families never chain. Documents that fill one frame with other numbers, \
      names or dates (three or more) are a template group: they are listed, but they are no copies of each other.

        refrain duplicates archive.jsonl
        refrain duplicates archive.jsonl --jaccard 0.7 --format csv --output copies.csv
        refrain duplicates archive.jsonl --no-title
      """)
  static let part = ReportPart.duplicates
  static let parts: Set<Analysis.Part> = [.duplicates]

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Duplicates") var duplicates: DuplicateArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  func apply(to configuration: inout Configuration) { duplicates.apply(to: &configuration.duplicates) }
}
