import ArgumentParser
import Foundation
import Refrain
import Reporting

/// `refrain pairs`: similar pairs, streamed.
struct PairsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Pairs of similar documents or vectors: all at or above a cosine, or the nearest of each.",
    discussion: """
      Similarity is the cosine of TF-IDF vectors, or of vectors made elsewhere, rounded to nine decimals.

        refrain pairs news.jsonl --at-least 0.5 --output pairs.jsonl
        refrain pairs news.jsonl --nearest 10 --format csv
        refrain pairs test.jsonl --against train.jsonl --at-least 0.8
        refrain pairs --vectors embeddings.npy --ids names.txt --nearest 5
      """)

  @OptionGroup var common: ComparisonArguments

  @Option(
    help: ArgumentHelp(
      "All pairs with at least this cosine, above 0 to 1. (default: 0.5)", valueName: "cosine"))
  var atLeast: Double?

  @Option(
    help: ArgumentHelp(
      """
      Instead of --at-least: for each document or vector its nearest others, at most this many, and only those \
      with a cosine above 0.
      """, valueName: "n"))
  var nearest: Int?

  @OptionGroup var reference: ReferenceArguments

  @Option(
    help: ArgumentHelp(
      "Write groups of documents with equal vectors, or of equal vectors, to this file instead of their pairs.",
      valueName: "file"),
    completion: .file())
  var collapseIdentical: String?

  @Option(
    help: ArgumentHelp(
      """
      Draw this many documents or vectors, compare each with all others one by one, and fail unless the result \
      has the same pairs.
      """, valueName: "n"))
  var verify: Int?

  @OptionGroup(title: "Output") var output: OutputArguments

  func validate() throws {
    if atLeast != nil && nearest != nil {
      throw ValidationError("--at-least and --nearest exclude each other: give one.")
    }
    if let atLeast, !(atLeast > 0 && atLeast <= 1) {
      throw ValidationError("--at-least \(atLeast): give a cosine above 0, up to 1.")
    }
    if let nearest, nearest < 1 { throw ValidationError("--nearest \(nearest): give 1 or more.") }
    if let verify, verify < 1 { throw ValidationError("--verify \(verify): give 1 or more.") }
    try reference.validate(beside: common)
    if collapseIdentical != nil && (nearest != nil || reference.isGiven) {
      throw ValidationError("--collapse-identical goes with --at-least within one corpus only.")
    }
  }

  mutating func run() async throws {
    let configuration = try common.configuration { configuration in
      if let atLeast { configuration.pairs.selection = .atLeast(atLeast) }
      if let nearest { configuration.pairs.selection = .nearest(nearest) }
    }
    let inputs = common.inputGuard(configuration, others: reference.paths)
    let format = output.resolvedFormat
    var writer = try PairWriters.writer(
      for: format,
      context: output.context(inputs: common.paths + [common.vectors.file].compactMap(\.self)),
      configuration: configuration)
    let file = try OutputFile(path: output.resolvedPath, inputs: inputs, keepsPartial: format == .jsonl)
    let groups = try collapseIdentical.map { try OutputFile(path: $0, inputs: inputs, keepsPartial: true) }
    let run = try Run(common.run, configuration: configuration, inputs: inputs)
    let compared = try await ComparedSets(common, reference: reference, verifying: verify, run)

    var verifier = compared.verifier(collapsingIdentical: groups != nil)
    try file.write(writer.begin())
    if let groups { try compared.writeIdenticalGroups(to: groups) }
    if groups == nil && nearest == nil { compared.announceIdenticalPairs(run) }
    try await compared.pairs(collapsingIdentical: groups != nil) { batch in
      try file.write(writer.append(batch, idOfA: compared.idOfA, idOfB: compared.idOfB))
      verifier?.add(batch)
    }
    if let verifier {
      try run.note(
        try await compared.analysis.verification(by: verifier), of: compared.noun,
        count: compared.ids.count, ids: (compared.idOfA, compared.idOfB))
    }
    run.endProgress()
    // Both are written before one gets its name.
    try file.write(writer.end())
    try file.flush()
    try groups?.commit()
    try file.commit()
    try run.finish()
  }
}

/// What pairs compares with instead of within itself.
struct ReferenceArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare with the documents of this file or folder instead of with each other.", valueName: "path"),
    completion: .file()
  )
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Compare the vectors with those of this file instead of with each other.", valueName: "file.npy"),
    completion: .file(extensions: ["npy"]))
  var againstVectors: String?

  @Option(
    help: ArgumentHelp(
      "The ids of those vectors, one a line. (default: row numbers from 0)", valueName: "file.txt"),
    completion: .file())
  var againstIds: String?

  /// Whether there is anything to compare with.
  var isGiven: Bool { against != nil || againstVectors != nil }

  /// The files to be read.
  var paths: [String?] { [against, againstVectors, againstIds] }

  func validate(beside common: ComparisonArguments) throws {
    if common.vectors.file != nil && against != nil {
      throw ValidationError("--against goes with documents; give --against-vectors beside --vectors.")
    }
    if common.vectors.file == nil && againstVectors != nil {
      throw ValidationError("--against-vectors goes with --vectors only.")
    }
    if againstVectors == nil && againstIds != nil {
      throw ValidationError("--against-ids goes with --against-vectors only.")
    }
    let all = common.paths + [common.vectors.file, common.vectors.ids].compactMap(\.self)
    if (all + paths.compactMap(\.self)).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }
}
