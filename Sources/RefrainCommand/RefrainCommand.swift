import ArgumentParser
import Refrain

/// The `refrain` command.
@main
struct RefrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refrain",
    abstract: "Find what repeats in text: copies, repeated passages, topics and events.",
    discussion: """
      Start with the main job; PATH is a file, a folder or - for standard input:

        refrain report articles/
        refrain report articles/ --html report.html --json report.json

      Every finding is exact (everything at or above the threshold and nothing else), comes with its evidence, \
      and is the same, byte for byte, on any number of threads and with any BLAS.

      Kinds of files: .txt, .md, .html, .jsonl (.ndjson), .csv and .tsv, each also as .gz or .zst. \
      Exit status: 0 done, 1 a gate was exceeded (--fail-on, --max-duplicates, --max-passages), 2 bad usage or \
      failure.
      """,
    version: RefrainVersion.current,
    subcommands: [
      ReportCommand.self, DuplicatesCommand.self, PassagesCommand.self, ClustersCommand.self,
      PairsCommand.self, MatrixCommand.self, DedupCommand.self, EvaluateCommand.self, BenchmarkCommand.self,
      ConfigCommand.self,
    ])

  /// Parses and runs; the one place where errors become exit statuses.
  static func main() async {
    Interruption.install()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.exit(for: error, command: Self.self)
    }
  }
}
