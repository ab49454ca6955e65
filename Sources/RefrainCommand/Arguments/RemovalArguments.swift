import ArgumentParser
import Foundation
import Refrain
import Reporting

/// What is compared, and where the outcome goes.
struct RemovalArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Remove what stands in this file or folder as well, and nothing else: copies of its documents, and texts \
      contained in one of them. Its documents are never removed or written. May be repeated.
      """, valueName: "reference"),
    completion: .file())
  var against: [String] = []

  @Flag(help: "With --against: remove duplicates within PATH as well.")
  var within = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Write what is kept: a file for one file or standard input (- is standard output), else a folder, which must \
      be new or empty.
      """, valueName: "file or folder"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write a map from each removed document to its keeper, as JSON lines.", valueName: "file"),
    completion: .file())
  var removed: String?

  @Option(
    help: ArgumentHelp(
      "Write the bytes of records that could not be decoded (--on-error skip).", valueName: "file"),
    completion: .file())
  var rejected: String?

  @Option(
    help: ArgumentHelp(
      """
      Write the account, what each source loses and what went, in the format of the file's extension: .txt, .json, \
      .jsonl, .csv, .md.
      """, valueName: "file"),
    completion: .file())
  var summary: String?

  @Flag(help: "Write nothing: print what would go and why.")
  var dryRun = false

  @Option(
    name: .shortAndLong,
    help: "The format of what --dry-run prints; there is no html. (default: terminal)")
  var format: OutputFormat?

  @Option(help: "Colours in terminal output. (default: auto)")
  var color: ColourChoice?

  func validate() throws {
    if output == nil && !dryRun {
      throw ValidationError(
        "Missing --output, where to write what is kept (- is standard output); or --dry-run to see what would go."
      )
    }
    if format != nil && !dryRun {
      throw ValidationError("--format goes with --dry-run; --summary FILE goes by its extension.")
    }
    if within && against.isEmpty {
      throw ValidationError("--within goes with --against; without it, duplicates within PATH go anyway.")
    }
    if let format { try DeduplicationReporter.check(format) }
    if let summary { try DeduplicationReporter.check(Self.format(of: summary)) }
  }

  /// The format of a summary, by the extension of its file.
  static func format(of path: String) -> OutputFormat {
    OutputFormat(pathExtension: URL(filePath: path).pathExtension) ?? .terminal
  }

  /// How output for a person is laid out, on standard output.
  func context(inputs: [String]) -> ReportContext { ReportContext(inputs: inputs, path: "-", colour: color) }
}
