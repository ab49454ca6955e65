import ArgumentParser
import Benchmarking
import Foundation
import Refrain
import Reporting

/// What is timed, and on what.
struct BenchmarkArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Without paths: how many documents are generated, from --seed. (default: \(Self.defaultDocuments))",
      valueName: "n"))
  var documents: Int?

  @Option(
    help: ArgumentHelp(
      "Time the full matrix of dense Float32 vectors, rows of a NumPy file, instead of documents.",
      valueName: "file.npy"),
    completion: .file(extensions: ["npy"]))
  var vectors: String?

  @Option(
    help: ArgumentHelp(
      """
      Time only these, separated by commas: \(BenchmarkStage.choices). Texts in memory become tokens in \
      tokenize, TF-IDF rows in vectorize. (default: all)
      """, valueName: "stages"))
  var stages: String?

  @Option(
    help: ArgumentHelp(
      "The cosines of the stage pairs, separated by commas. (default: 0.5,0.8)", valueName: "cosines"))
  var atLeast: String?

  @Option(
    help: ArgumentHelp(
      "The numbers of neighbours of the stage nearest, separated by commas. (default: 10)",
      valueName: "counts"))
  var nearest: String?

  @Option(
    help: ArgumentHelp("Time each stage this often, after one run to warm up. (default: 5)", valueName: "n"))
  var runs: Int?

  @Option(
    help: ArgumentHelp(
      """
      Sizes of nested samples in multiples of the smallest; the largest is the whole corpus. Samples are drawn \
      by --seed. (default: 1,2,4,8)
      """, valueName: "sizes"))
  var sizes: String?

  @Flag(name: .customLong("no-scaling"), help: "Time the whole corpus only.")
  var noScaling = false

  @Option(
    name: .customLong("write-corpus"),
    help: ArgumentHelp(
      "Time nothing: write the generated corpus as JSON lines, so that other tools can be timed on it.",
      valueName: "file"),
    completion: .file())
  var writeCorpus: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Time nothing: compare two runs that --json saved.", valueName: "before after"),
    completion: .file())
  var compare: [String] = []

  /// Copies point at documents by 32 bits.
  private static let mostDocuments = (1 << 32) - 1
  /// Documents of a generated corpus: enough for figures that mean something, in well under half a minute.
  private static let defaultDocuments = 10_000

  func validate() throws {
    if let documents, !(1...Self.mostDocuments).contains(documents) {
      throw ValidationError("--documents \(documents): give 1 to \(Self.mostDocuments).")
    }
    if noScaling && sizes != nil {
      throw ValidationError("--sizes and --no-scaling exclude each other: give one.")
    }
    if !compare.isEmpty && compare.count != 2 {
      throw ValidationError("--compare takes two files, before and after; \(compare.count) were given.")
    }
    if writeCorpus != nil && !compare.isEmpty {
      throw ValidationError("--write-corpus and --compare exclude each other: give one.")
    }
    try checkWhatIsIgnored()
    if vectors != nil && (documents != nil || writeCorpus != nil || !compare.isEmpty) {
      throw ValidationError("--vectors excludes --documents, --write-corpus and --compare.")
    }
    _ = try options(seed: 1)
  }

  /// Refuses options that would have no effect beside those that time nothing.
  private func checkWhatIsIgnored() throws {
    let ofTiming: [(String, Bool)] = [
      ("--vectors", vectors != nil), ("--stages", stages != nil), ("--at-least", atLeast != nil),
      ("--nearest", nearest != nil), ("--runs", runs != nil), ("--sizes", sizes != nil),
      ("--no-scaling", noScaling),
    ]
    let ignored = ofTiming.first { $0.1 }?.0
    if !compare.isEmpty, let name = ignored ?? (documents != nil ? "--documents" : nil) {
      throw ValidationError("--compare reads two saved runs and times nothing: leave \(name) out.")
    }
    guard let path = writeCorpus else { return }
    if let name = ignored {
      throw ValidationError("--write-corpus times nothing: leave \(name) out.")
    }
    guard ["", "jsonl", "ndjson"].contains(URL(filePath: path).pathExtension.lowercased()) else {
      throw ValidationError("--write-corpus \(path): it writes JSON lines; give a name in .jsonl or .ndjson.")
    }
  }

  /// How many documents are generated.
  var generatedDocuments: Int { documents ?? Self.defaultDocuments }

  /// The corpus that is generated to be timed.
  func corpus(seed: UInt64) -> ZipfCorpus {
    ZipfCorpus(ZipfCorpus.Options(documentCount: generatedDocuments, seed: seed))
  }

  /// What is timed.
  ///
  /// - Throws: `ValidationError` for a list that cannot be read.
  func options(seed: UInt64) throws -> BenchmarkOptions {
    var options = BenchmarkOptions()
    options.seed = seed
    if let stages { options.stages = try Self.list("--stages", stages, "some of \(BenchmarkStage.choices)") }
    if let atLeast {
      options.thresholds = try Self.list("--at-least", atLeast, "cosines above 0, up to 1") {
        Double($0).flatMap { $0 > 0 && $0 <= 1 ? $0 : nil }
      }
    }
    if let nearest {
      options.neighbourCounts = try Self.list("--nearest", nearest, "counts of 1 or more") {
        Int($0).flatMap { $0 >= 1 ? $0 : nil }
      }
    }
    if let runs { options.runs = runs }
    if let sizes {
      options.sizes = try Self.list("--sizes", sizes, "multiples such as 1,2,4,8") {
        Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
      }
      options.insistsOnSizes = true
    }
    if noScaling { options.sizes = [] }
    return try options.validated()
  }

  private static func list(_ name: String, _ text: String, _ expected: String) throws -> [BenchmarkStage] {
    try list(name, text, expected) { BenchmarkStage(rawValue: $0) }
  }

  private static func list<Element>(
    _ name: String, _ text: String, _ expected: String, _ parse: (String) -> Element?
  ) throws -> [Element] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let word = part.trimmingCharacters(in: .whitespaces)
      guard let element = parse(word) else {
        throw ValidationError(
          "\(name) \(text): ‘\(word)’ does not fit; give \(expected), separated by commas.")
      }
      return element
    }
  }
}

/// Where figures go and in which formats.
struct BenchmarkOutputArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The format of the output. (default: by the extension of --output, else terminal)")
  var format: BenchmarkFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file instead of standard output; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Colours in terminal output. (default: auto)")
  var color: ColourChoice?

  @Option(
    help: ArgumentHelp("Also write the figures as JSON, which --compare reads.", valueName: "file"),
    completion: .file())
  var json: String?

  @Option(
    help: ArgumentHelp("Also write one self-contained HTML page.", valueName: "file"), completion: .file())
  var html: String?

  @Option(help: ArgumentHelp("Also write Markdown.", valueName: "file"), completion: .file())
  var markdown: String?

  @Option(help: ArgumentHelp("Also write the plot of the growth.", valueName: "file"), completion: .file())
  var svg: String?

  /// The first option given that says where figures go, and how.
  var firstGiven: String? {
    let all: [(String, Bool)] = [
      ("--format", format != nil), ("--output", output != nil), ("--color", color != nil),
      ("--json", json != nil), ("--html", html != nil), ("--markdown", markdown != nil),
      ("--svg", svg != nil),
    ]
    return all.first { $0.1 }?.0
  }

  /// Every output asked for, the main one first: format and path.
  var targets: [(format: BenchmarkFormat, path: String)] {
    let path = output ?? "-"
    let main = format ?? BenchmarkFormat(pathExtension: URL(filePath: path).pathExtension) ?? .terminal
    let others: [(BenchmarkFormat, String?)] = [
      (.json, json), (.html, html), (.markdown, markdown), (.svg, svg),
    ]
    return [(main, path)] + others.compactMap { format, path in path.map { (format, $0) } }
  }
}
