import ArgumentParser
import Refrain
import Reporting

/// A command that reads documents, finds one kind of thing and reports it.
protocol FindingsCommand: AsyncParsableCommand {
  var common: CommonArguments { get }
  var output: OutputArguments { get }
  /// What the report shows.
  static var part: ReportPart { get }
  /// What the analysis must find for it.
  static var parts: Set<Analysis.Part> { get }
  /// Puts the command's own options into the configuration.
  func apply(to configuration: inout Configuration) throws
  /// Further files, beside the main output.
  func additionalOutputs(_ inputs: InputGuard) throws -> [FindingsOutput]
}

extension FindingsCommand {
  func additionalOutputs(_ inputs: InputGuard) throws -> [FindingsOutput] { [] }

  mutating func run() async throws { try await reportFindings() }

  /// Reads, analyses and writes; what a command does that answers no other question.
  func reportFindings() async throws {
    let configuration = try common.configuration(apply)
    let inputs = InputGuard(common, configuration)
    let format = output.resolvedFormat
    try Self.check(format)
    let main = try FindingsOutput(
      format: format, path: output.resolvedPath, inputs: inputs,
      context: output.context(inputs: common.paths))
    let outputs = [main] + (try additionalOutputs(inputs))
    let run = try Run(common.run, configuration: configuration, inputs: inputs)
    let corpus = try await run.read(common.paths)
    let report = try await run.analysis().run(corpus, parts: Self.parts)
    run.endProgress()
    if !main.showsWarnings { run.note(report.corpus.warnings) }
    // All are written before the first one gets its name, so that a full disk leaves no half of the results.
    for file in outputs { try file.write(report, part: Self.part) }
    for file in outputs { try file.commit() }
    try run.finish()
  }

  // Found before the work starts; the reporter would find it after.
  private static func check(_ format: OutputFormat) throws {
    guard format == .csv && part == .report else { return }
    throw RefrainError(
      "one CSV table cannot hold duplicates, passages and clusters",
      remedy: "refrain duplicates, refrain passages or refrain clusters with --format csv")
  }
}
