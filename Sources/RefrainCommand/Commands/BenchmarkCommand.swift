import ArgumentParser
import Benchmarking
import Foundation
import Refrain
import Reporting

/// `refrain benchmark`: how fast this machine is.
struct BenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "How fast this machine is: BLAS, every stage, growth with size.",
    discussion: """
      Times the way from files to pairs on your documents or, without a PATH, on generated ones: words by Zipf's \
      law, abstract-length, with exact and near copies planted. Figures differ from run to run; they are the only \
      output that does, and no finding ever depends on them.

        refrain benchmark
        refrain benchmark news.jsonl --at-least 0.5,0.8 --json before.json --html before.html
        refrain benchmark --compare before.json after.json
        refrain benchmark --documents 100000 --write-corpus zipf.jsonl
        refrain benchmark --planted-edits news.jsonl --write-corpus planted.jsonl --write-gold gold.jsonl
      """)

  @Argument(help: "Files or folders to read; none generates documents.", completion: .file())
  var paths: [String] = []

  @OptionGroup(title: "Reading") var input: InputArguments
  @OptionGroup(title: "Words and weights") var features: FeatureArguments
  @OptionGroup(title: "Benchmark") var benchmark: BenchmarkArguments
  @OptionGroup(title: "Corpora for tests") var generated: GeneratedCorpusArguments
  @OptionGroup(title: "Run") var run: RunArguments
  @OptionGroup(title: "Output") var output: BenchmarkOutputArguments

  func validate() throws {
    if paths.contains("-") {
      throw ValidationError("Standard input (-) can be read only once, a benchmark reads often: give a file.")
    }
    if !paths.isEmpty && benchmark.vectors != nil {
      throw ValidationError("\(paths[0]) and --vectors exclude each other: time documents or vectors.")
    }
    if !paths.isEmpty && (benchmark.writeCorpus != nil || !benchmark.compare.isEmpty) {
      throw ValidationError("--write-corpus and --compare read no documents: leave the paths out.")
    }
    if !paths.isEmpty && benchmark.documents != nil {
      throw ValidationError("--documents is for generated documents: leave it out, or the paths.")
    }
    if benchmark.writeCorpus != nil, let name = output.firstGiven {
      throw ValidationError("--write-corpus times nothing, so there are no figures: leave \(name) out.")
    }
    if benchmark.writeCorpus == nil, let name = generated.firstGiven {
      throw ValidationError("\(name) says what --write-corpus writes: give that too.")
    }
    if generated.plantedEdits != nil && benchmark.documents != nil {
      throw ValidationError("--planted-edits takes its documents from a corpus: leave --documents out.")
    }
    if benchmark.writeCorpus != nil || !benchmark.compare.isEmpty { try checkWhatIsIgnored() }
    let plots = output.targets.contains { $0.format == .svg }
    if plots && benchmark.noScaling { throw ValidationError("Without scaling there is no plot.") }
    if plots && !benchmark.compare.isEmpty {
      throw ValidationError("A comparison has no plot: give --format html, or plot each run.")
    }
  }

  /// Refuses options of reading, words and the run where nothing is read or timed.
  private func checkWhatIsIgnored() throws {
    let name = benchmark.compare.isEmpty ? "--write-corpus" : "--compare"
    var typed = Configuration()
    if generated.plantedEdits == nil { input.apply(to: &typed.input) }
    features.preset?.apply(to: &typed)
    try features.apply(to: &typed.features)
    if typed != Configuration() {
      throw ValidationError("Options for reading documents and for words do not go with \(name).")
    }
    guard !benchmark.compare.isEmpty else { return }
    let ofRun: [(String, Bool)] = [
      ("--threads", run.threads != nil), ("--seed", run.seed != nil), ("--run-info", run.runInfo != nil),
    ]
    if let option = ofRun.first(where: { $0.1 })?.0 {
      throw ValidationError("--compare reads two saved runs and times nothing: leave \(option) out.")
    }
  }

  mutating func run() async throws {
    let configuration = try ConfigurationSources(input: input, features: features, run: run)
      .configuration { _ in }
    let inputs = InputGuard(
      paths: paths + benchmark.compare
        + [benchmark.vectors, generated.plantedEdits, run.config].compactMap(\.self),
      readsAllKinds: configuration.input.format != nil)
    if let path = benchmark.writeCorpus {
      try await write(to: path, configuration, inputs)
    } else if benchmark.compare.count == 2 {
      let before = try SavedBenchmark.read(benchmark.compare[0])
      let after = try SavedBenchmark.read(benchmark.compare[1])
      let files = try BenchmarkFiles(output, inputs: inputs, paths: benchmark.compare)
      try files.write(.comparison(BenchmarkComparison(before: before, after: after)))
    } else {
      try await measure(configuration, inputs)
    }
  }

  private func measure(_ configuration: Configuration, _ inputs: InputGuard) async throws {
    var options = try benchmark.options(seed: configuration.seed)
    if output.targets.contains(where: { $0.format == .svg }) { options.insistsOnSizes = true }
    let files = try BenchmarkFiles(output, inputs: inputs, paths: paths)
    let run = try Run(run, configuration: configuration, inputs: inputs)
    run.warnAboutBLAS()
    let measuring = try Benchmark(
      options: options, configuration: configuration, parallelism: Parallelism(threads: run.threads),
      progress: run.progress)
    let figures = try await measuring.run(
      try source(run, seed: configuration.seed), version: RefrainVersion.current)
    run.endProgress()
    try files.write(.run(figures))
    try run.finish()
  }

  private func source(_ run: Run, seed: UInt64) throws -> BenchmarkSource {
    guard let path = benchmark.vectors else {
      return paths.isEmpty ? .generated(benchmark.corpus(seed: seed)) : .files(paths)
    }
    guard case .float32(let rows) = try run.readVectors(path, ids: nil).rows else {
      throw RefrainError(
        "the vectors are Float64; the matrix is timed on Float32", path: path,
        remedy: "numpy.save with x.astype(\"float32\")")
    }
    return .vectors(rows, path: path)
  }

  private func write(to path: String, _ configuration: Configuration, _ inputs: InputGuard) async throws {
    let file = try OutputFile(path: path, inputs: inputs, keepsPartial: true)
    let gold = try generated.writeGold.map { try OutputFile(path: $0, inputs: inputs) }
    let run = try Run(run, configuration: configuration, inputs: inputs)
    let parallelism = Parallelism(threads: run.threads)
    let seed = configuration.seed
    let corpus: any GeneratedCorpus
    if let source = generated.plantedEdits {
      let documents = try await run.read([source]).documents
      let planted = try await PlantedCorpus(
        in: documents, options: generated.options(seed: seed), parallelism: parallelism)
      try gold?.write(planted.goldLines)
      corpus = planted
    } else {
      corpus = generated.corpus(documents: benchmark.generatedDocuments, seed: seed)
    }
    try await corpus.jsonLines(parallelism: parallelism) { try file.write($0) }
    try gold?.flush()
    try file.commit()
    try gold?.commit()
    try run.finish()
  }
}

/// The outputs of a benchmark, all opened before the work and completed together.
struct BenchmarkFiles {
  private let outputs: [(format: BenchmarkFormat, file: OutputFile, context: ReportContext)]

  /// Opens the files.
  init(_ arguments: BenchmarkOutputArguments, inputs: InputGuard, paths: [String]) throws {
    outputs = try arguments.targets.map { target in
      var context = ReportContext(inputs: paths, path: target.path, colour: arguments.color)
      context.usesUnicode = Console.usesUTF8
      return (target.format, try OutputFile(path: target.path, inputs: inputs), context)
    }
  }

  /// Writes all of them, then gives them their names.
  func write(_ findings: BenchmarkFindings) throws {
    for output in outputs {
      let reporter = BenchmarkReporters.reporter(for: output.format)
      try output.file.write(try reporter.render(findings, context: output.context))
      try output.file.flush()
    }
    for output in outputs { try output.file.commit() }
  }
}
