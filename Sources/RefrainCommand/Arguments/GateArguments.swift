import ArgumentParser
import Refrain
import Reporting

/// What people want who run a command every day: only what is new, limits, and files for those who look on.
struct GateArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only what is new since this file was written: findings are known by their documents' ids and texts.",
      valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write all findings, by identity and without texts, as the baseline of later runs; may be the same file.",
      valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "Exit with status 1 where any of these is found; several with commas between.",
      valueName: "list"))
  var failOn: [GateTargets] = []

  @Option(
    help: ArgumentHelp(
      "Exit with status 1 where more documents are duplicates: a count (12) or a share (5%).",
      valueName: "limit"))
  var maxDuplicates: Gate.Limit?

  @Option(
    help: ArgumentHelp("Exit with status 1 where more passages stand more than once.", valueName: "n"))
  var maxPassages: Int?

  @Option(help: ArgumentHelp("Also write SARIF.", valueName: "file"), completion: .file())
  var sarif: String?

  @Option(
    help: ArgumentHelp("Also write a Markdown summary for GitHub.", valueName: "file"), completion: .file())
  var github: String?

  func validate() throws {
    if let maxPassages, maxPassages < 0 {
      throw ValidationError("--max-passages \(maxPassages): give 0 or more.")
    }
    if baseline == nil, targets.contains(.new) {
      throw ValidationError("--fail-on new: give --baseline FILE, which says what is known.")
    }
  }

  /// What must not be found, each once, in the order typed.
  private var targets: [Gate.Target] {
    failOn.flatMap(\.targets).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The gates in the order of their options.
  ///
  /// - Throws: `ValidationError` for a gate on what the command does not look for.
  func gates(of part: ReportPart) throws -> [Gate] {
    var gates = targets.map(Gate.failOn)
    if let maxDuplicates { gates.append(.maximumDuplicates(maxDuplicates)) }
    if let maxPassages { gates.append(.maximumPassages(maxPassages)) }
    for gate in gates where part != .report {
      if let needed = gate.part, needed != part {
        throw ValidationError(
          "\(GateWording.option(gate)): refrain \(part.rawValue) looks for no \(needed.rawValue); "
            + "take refrain \(needed.rawValue) or refrain report.")
      }
    }
    return gates
  }

  /// The further files asked for.
  var files: [(OutputFormat, String)] {
    [(OutputFormat.sarif, sarif), (.github, github)].compactMap { format, path in path.map { (format, $0) } }
  }
}

extension Gate {
  /// The part of a report that the gate counts in; nil where any will do.
  fileprivate var part: ReportPart? {
    switch self {
    case .failOn(.new): nil
    case .failOn(.passages), .maximumPassages: .passages
    case .failOn, .maximumDuplicates: .duplicates
    }
  }
}

/// Some of what a gate may fail on, with commas between.
struct GateTargets: ExpressibleByArgument {
  let targets: [Gate.Target]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let targets = words.compactMap { Gate.Target(rawValue: String($0)) }
    guard targets.count == words.count else { return nil }
    self.targets = targets
  }

  static var allValueStrings: [String] { Gate.Target.allCases.map(\.rawValue) }
}

extension Gate.Limit: ExpressibleByArgument {
  /// Reads `12` as a count, `5%` or `0.05` as a share.
  public init?(argument: String) { self.init(argument) }
}
