import ArgumentParser
import Foundation
import Refrain
import Reporting

/// `refrain pairs`: similar pairs, streamed.
struct PairsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Pairs of similar documents: all at or above a cosine, or the nearest of each.",
    discussion: """
      Similarity is the cosine of TF-IDF vectors, rounded to nine decimals.

        refrain pairs news.jsonl --at-least 0.5 --output pairs.jsonl
        refrain pairs news.jsonl --nearest 10 --format csv
        refrain pairs test.jsonl --against train.jsonl --at-least 0.8
      """)

  @OptionGroup var common: CommonArguments

  @Option(
    help: ArgumentHelp(
      "All pairs with at least this cosine, above 0 to 1. (default: 0.5)", valueName: "cosine"))
  var atLeast: Double?

  @Option(help: ArgumentHelp("For each document its nearest others, this many.", valueName: "n"))
  var nearest: Int?

  @Option(
    help: ArgumentHelp(
      "Compare with the documents of this file or folder instead of with each other.", valueName: "path"),
    completion: .file()
  )
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Write documents with equal vectors to this file, as groups, instead of pair by pair.",
      valueName: "file"),
    completion: .file())
  var collapseIdentical: String?

  @OptionGroup(title: "Output") var output: OutputArguments

  /// From so many on, pairs of identical documents are announced before they are written.
  private static let announcedPairCount = 10_000_000

  func validate() throws {
    if atLeast != nil && nearest != nil {
      throw ValidationError("--at-least and --nearest exclude each other: give one.")
    }
    if let atLeast, !(atLeast > 0 && atLeast <= 1) {
      throw ValidationError("--at-least \(atLeast): give a cosine above 0, up to 1.")
    }
    if against == "-" && common.paths.contains("-") {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    if let nearest, nearest < 1 { throw ValidationError("--nearest \(nearest): give 1 or more.") }
    if collapseIdentical != nil && (nearest != nil || against != nil) {
      throw ValidationError("--collapse-identical goes with --at-least within one corpus only.")
    }
  }

  mutating func run() async throws {
    let configuration = try common.configuration { configuration in
      if let atLeast { configuration.pairs.selection = .atLeast(atLeast) }
      if let nearest { configuration.pairs.selection = .nearest(nearest) }
    }
    let inputs = InputGuard(common, configuration, against: against)
    let format = output.resolvedFormat
    var writer = try PairWriters.writer(
      for: format, context: output.context(inputs: common.paths), configuration: configuration)
    let file = try OutputFile(path: output.resolvedPath, inputs: inputs, keepsPartial: format == .jsonl)
    let groups = try collapseIdentical.map { try OutputFile(path: $0, inputs: inputs, keepsPartial: true) }
    let run = try Run(common, configuration: configuration, inputs: inputs)
    let corpus = try await run.read(common.paths)
    let reference = if let against { try await run.read([against]) } else { nil as Corpus? }
    run.note(corpus.warnings + (reference?.warnings ?? []))

    let others = (reference ?? corpus).documents
    func write(_ batch: [SimilarPair]) throws {
      try file.write(
        writer.append(batch, idOfA: { corpus.documents[$0].id }, idOfB: { others[$0].id }))
    }
    try file.write(writer.begin())
    let analysis = try run.analysis()
    if let reference {
      try await analysis.comparison(of: corpus, against: reference).pairs(sink: write)
    } else {
      let comparison = try await analysis.comparison(of: corpus)
      if let groups { try Self.write(comparison.identicalGroups, of: corpus, to: groups) }
      announce(comparison.identicalPairCount, run)
      try await comparison.pairs(collapsingIdentical: groups != nil, sink: write)
    }
    run.endProgress()
    // Both are written before one gets its name.
    try file.write(writer.end())
    try file.flush()
    try groups?.commit()
    try file.commit()
    try run.finish()
  }

  private func announce(_ count: Int, _ run: Run) {
    guard count > Self.announcedPairCount, collapseIdentical == nil, nearest == nil else { return }
    run.note(
      "note: \(count) pairs of identical documents are coming; --collapse-identical FILE writes them as groups"
    )
  }

  private static func write(_ groups: [[Int]], of corpus: Corpus, to file: OutputFile) throws {
    for group in groups {
      try file.write(
        try IdenticalGroupLine(identical: group.map { corpus.documents[$0].id }).bytes)
    }
    try file.flush()
  }
}

/// A line of the file that --collapse-identical writes: `{"identical":["a","b"]}`.
private struct IdenticalGroupLine: Encodable {
  var identical: [String]

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .withoutEscapingSlashes
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}
