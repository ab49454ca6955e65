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
  /// Baseline and gates, where the command has them.
  var gateArguments: GateArguments? { get }
  /// Further files, beside the main output.
  func additionalOutputs(_ inputs: InputGuard) throws -> [FindingsOutput]
}

extension FindingsCommand {
  var gateArguments: GateArguments? { nil }

  func additionalOutputs(_ inputs: InputGuard) throws -> [FindingsOutput] { [] }

  mutating func run() async throws { try await reportFindings() }

  /// Reads, analyses and writes; what a command does that answers no other question.
  func reportFindings() async throws {
    let configuration = try common.configuration(apply)
    let arguments = gateArguments
    let inputs = InputGuard(common, configuration)
    let others = inputs.adding([arguments?.baseline].compactMap(\.self))
    let format = output.resolvedFormat
    try ReporterRegistry.reporter(for: format).check(Self.part)
    let context = output.context(inputs: common.paths)
    let main = try FindingsOutput(
      format: format, path: output.resolvedPath, inputs: others, context: context)
    let further = try (arguments?.files ?? []).map { format, path in
      try FindingsOutput(format: format, path: path, inputs: others, context: context)
    }
    let outputs = [main] + (try additionalOutputs(others)) + further
    let baseline = try BaselineRun(
      arguments, part: Self.part, kinds: Self.kinds, configuration: configuration, inputs: inputs)
    let run = try Run(common.run, configuration: configuration, inputs: others)
    let corpus = try await run.read(common.paths)
    let report = try baseline.judge(try await run.analysis().run(corpus, parts: Self.parts))
    run.endProgress()
    if !main.showsWarnings {
      run.note(report.corpus.warnings)
      if let comparison = report.baseline { run.note(BaselineWording.summary(comparison)) }
    }
    // All are written before the first one gets its name, so that a full disk leaves no half of the results.
    do {
      for file in outputs { try file.write(report, part: Self.part) }
      try baseline.write(report)
    } catch let error as ClosedPipe {
      // A reader that has seen enough does not open a gate.
      try baseline.check(report)
      throw error
    }
    for file in outputs { try file.commit() }
    try baseline.commit()
    try run.finish()
    try baseline.check(report)
  }

  /// The kinds of findings that a baseline of this command knows.
  private static var kinds: Set<FindingKind> {
    var kinds = Set<FindingKind>()
    if parts.contains(.duplicates) { kinds.formUnion([.duplicate, .template]) }
    if parts.contains(.passages) { kinds.insert(.passage) }
    return kinds
  }
}
