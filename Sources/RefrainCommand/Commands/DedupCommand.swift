import ArgumentParser
import Foundation
import Refrain
import Reporting

/// `refrain dedup`: writes what is kept.
struct DedupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedup",
    abstract: "Write a corpus without its duplicates, and a map from each removed document to its keeper.",
    discussion: """
      Of each family (see ‘refrain duplicates’) the keeper stays; what goes is directly similar to it, or contained \
      in it. Records are written byte for byte in their order, decompressed; a CSV header once for each file; a file \
      of text or Markdown whole. The input is never touched. Standard input is kept in a temporary file meanwhile.

        refrain dedup news.jsonl --dry-run
        refrain dedup news.jsonl --output clean.jsonl --removed removed.jsonl
        refrain dedup archive/ --output clean/ --keep source:agency,longest
        refrain dedup train.jsonl --against test.jsonl --output train-clean.jsonl

      With --against, what stands in the reference goes and nothing else; --within removes duplicates within PATH as \
      well. A document that contains one of the reference's stays, and a warning counts such documents.

      The account always balances: read = kept + removed + rejected. A source (the source field; else the file, or \
      the folder of text files) raises an alarm when it has at least 20 documents and loses more than three times \
      the share that all others lose together, or keeps less than a third of the share that they keep, and chance \
      would do so in fewer than one run in a thousand.
      """)

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Duplicates") var duplicates: DuplicateArguments
  @OptionGroup(title: "Removal") var removal: RemovalArguments

  func validate() throws {
    if (common.paths + removal.against).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  mutating func run() async throws {
    let configuration = try common.configuration { duplicates.apply(to: &$0.duplicates) }
    let inputs = InputGuard(
      paths: common.paths + removal.against + [common.run.config].compactMap(\.self),
      readsAllKinds: configuration.input.format != nil, guardsWholeFolders: true)
    let outputs =
      removal.dryRun
      ? nil
      : try RemovalOutputs(removal, paths: common.paths, runInfo: common.run.runInfo, inputs: inputs)
    let run = try Run(common.run, configuration: configuration, inputs: inputs)

    let reading = try await run.reading(common.paths)
    let reference = removal.against.isEmpty ? nil : try await run.read(removal.against)
    if let reference { try Self.check(reference, against: reading) }
    let report = try await run.analysis()
      .deduplication(of: reading.corpus, against: reference, within: removal.within)
    run.endProgress()
    run.note(report.corpus.warnings)
    try outputs?.write(report, of: reading, paths: common.paths, run)
    if removal.dryRun {
      let file = try OutputFile(path: "-", inputs: inputs)
      let reporter = DeduplicationReporter(
        report, context: removal.context(inputs: common.paths), isPlan: true)
      try file.write(try reporter.render(as: removal.format ?? .terminal))
      try file.commit()
    }
    // A plan for a person says this itself.
    if !removal.dryRun || (removal.format ?? .terminal) != .terminal { tell(DeduplicationSummary(report)) }
    try run.finish()
  }

  /// - Throws: `RefrainError` where documents would be compared with themselves, and all of them removed.
  private static func check(_ reference: Corpus, against reading: CorpusReading) throws {
    guard let path = reading.fileShared(with: reference) else { return }
    throw RefrainError(
      "the file stands in the reference as well, so that its documents would be removed for themselves",
      path: path, remedy: "a reference without the files that are to be cleaned")
  }

  /// Tells the account and alarms, which no option silences, and what each source loses.
  private func tell(_ summary: DeduplicationSummary) {
    if !common.run.quiet {
      for line in summary.sourceTable { Console.standardError.write("  \(VisibleMessage(line))\n") }
    }
    for alarm in summary.alarms {
      Console.standardError.write("refrain: WARNING: \(VisibleMessage(alarm))\n")
    }
    Console.standardError.write("refrain: \(summary.account)\n")
  }
}
