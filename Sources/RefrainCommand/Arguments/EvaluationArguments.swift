import ArgumentParser
import Foundation
import Refrain
import Reporting

/// What is laid beside what.
struct EvaluationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The gold labels or cases, as JSON lines; - is standard input.", valueName: "file"),
    completion: .file())
  var gold: String

  @Option(
    help: ArgumentHelp(
      """
      What to do about ids that only one of the files has: stop with an error, or ignore and count them.
      """))
  var missing: MissingIDPolicy?
}

extension MissingIDPolicy: ExpressibleByArgument {}
extension EvaluationFormat: ExpressibleByArgument {}

/// Where an evaluation goes and in which format.
struct EvaluationOutputArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The format of the output. (default: by the extension of --output, else terminal)")
  var format: EvaluationFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file instead of standard output; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Colours in terminal output. (default: auto)")
  var color: ColourChoice?

  /// The file asked for; `-` where none is.
  private var path: String { output ?? "-" }

  /// Opens the output.
  ///
  /// - Parameters:
  ///   - reading: all that the command reads, which the output must not be.
  ///   - inputs: the paths that headings and proposed commands name.
  func open(reading: InputGuard, inputs: [String]) throws -> EvaluationOutput {
    let format =
      self.format ?? EvaluationFormat(pathExtension: URL(filePath: path).pathExtension) ?? .terminal
    var context = ReportContext(inputs: inputs, path: path, colour: color)
    context.usesUnicode = Console.usesUTF8
    return EvaluationOutput(
      format: format, file: try OutputFile(path: path, inputs: reading), context: context)
  }
}

/// An evaluation on its way into one file.
struct EvaluationOutput {
  let format: EvaluationFormat
  let file: OutputFile
  let context: ReportContext

  /// Writes the report and gives the file its name.
  func write(_ report: EvaluationReport) throws {
    try file.write(EvaluationReporters.reporter(for: format).render(report, context: context))
    try file.commit()
  }
}

/// How a threshold is chosen by labels.
struct CalibrationArguments: ParsableArguments {
  @Flag(
    help: """
      Instead of judging --found: find the duplicates of the documents at every Jaccard threshold, and propose the \
      one that agrees best with the labels.
      """)
  var calibrate = false

  @Option(
    help: ArgumentHelp(
      """
      Propose the lowest threshold whose precision in records is at least this, with 95 % confidence, instead of \
      the one with the best F1.
      """, valueName: "share"))
  var precision: DecimalFraction?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "The lowest threshold that is tried; steps of 0.01 lead to 1. (default: 0.3)", valueName: "share"))
  var lowest: DecimalFraction?

  @Option(
    help: ArgumentHelp(
      "How many bootstrap resamples of the labels are drawn. (default: 1000)", valueName: "n"))
  var resamples: Int?

  @Option(
    help: ArgumentHelp("Into how many parts cross-validation deals the labels. (default: 10)", valueName: "n")
  )
  var folds: Int?

  /// The option that is of no use without `--calibrate`, if one was given.
  private var firstGiven: String? {
    let all: [(String, Bool)] = [
      ("--precision", precision != nil), ("--from", lowest != nil), ("--resamples", resamples != nil),
      ("--folds", folds != nil),
    ]
    return all.first { $0.1 }?.0
  }

  func validate() throws {
    if !calibrate, let name = firstGiven { throw ValidationError("\(name) goes with --calibrate only.") }
    if let lowest, lowest.numerator == 0 {
      throw ValidationError("--from \(lowest): give a threshold above 0, up to 1.")
    }
    if let resamples, !(1...1_000_000).contains(resamples) {
      throw ValidationError("--resamples \(resamples): give 1 to 1000000.")
    }
    if let folds, folds < 2 { throw ValidationError("--folds \(folds): give 2 or more.") }
  }

  /// The lowest threshold that is tried: lower ones join texts that share a third of their wording.
  var lowestThreshold: DecimalFraction? { lowest ?? DecimalFraction("0.3") }

  /// The aim and the draws.
  func options(seed: UInt64) -> ThresholdCalibrator.Options {
    var options = ThresholdCalibrator.Options()
    if let precision { options.aim = .precision(precision.doubleValue) }
    if let resamples { options.resamples = resamples }
    if let folds { options.folds = folds }
    options.seed = seed
    return options
  }
}
