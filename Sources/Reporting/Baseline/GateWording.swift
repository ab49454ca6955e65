import AnalysisModel

/// Gates and what judging them has shown, in words.
public enum GateWording {
  /// The option as it is typed: `--max-duplicates 5%`.
  public static func option(_ gate: Gate) -> String {
    switch gate {
    case .failOn(let target): "--fail-on \(target.rawValue)"
    case .maximumDuplicates(let limit): "--max-duplicates \(spelling(limit))"
    case .maximumPassages(let limit): "--max-passages \(limit)"
    }
  }

  /// What was found of what the gate counts: `6 of 100 documents are new duplicates (6%)`.
  public static func found(_ outcome: GateOutcome) -> String {
    let new = outcome.countsNewOnly ? "new " : ""
    switch outcome.gate {
    case .failOn(.passages), .maximumPassages:
      let stand = outcome.found == 1 ? "stands" : "stand"
      return "\(Wording.counted(outcome.found, "\(new)passage")) \(stand) more than once"
    case .failOn(.new):
      return "\(Wording.counted(outcome.found, "finding")) \(outcome.found == 1 ? "is" : "are") new"
    case .failOn(let target):
      return duplicates(outcome, new) + (target == .duplicates ? "" : " (\(target.rawValue))")
    case .maximumDuplicates:
      return duplicates(outcome, new) + " (\(Wording.percentage(outcome.found, of: outcome.documents)))"
    }
  }

  private static func duplicates(_ outcome: GateOutcome, _ new: String) -> String {
    "\(Wording.grouped(outcome.found)) of \(Wording.counted(outcome.documents, "document")) "
      + (outcome.found == 1 ? "is a \(new)duplicate" : "are \(new)duplicates")
  }

  /// What is allowed: `at most 5%`, `none`.
  public static func limit(_ gate: Gate) -> String {
    switch gate {
    case .failOn: "none"
    case .maximumDuplicates(.count(0)), .maximumPassages(0): "none"
    case .maximumDuplicates(.count(let limit)), .maximumPassages(let limit):
      "at most \(Wording.grouped(limit))"
    case .maximumDuplicates(let limit): "at most \(spelling(limit))"
    }
  }

  /// One sentence without its full stop: which gate, the figure and the limit.
  public static func describe(_ outcome: GateOutcome) -> String {
    "\(option(outcome.gate)): \(found(outcome)), \(limit(outcome.gate)) allowed"
  }

  private static func spelling(_ limit: Gate.Limit) -> String {
    switch limit {
    case .count(let count): return "\(count)"
    case .share(let share):
      // The denominator is a power of ten, so that the remainder is the decimals.
      let (whole, rest) = (share.numerator * 100).quotientAndRemainder(dividingBy: share.denominator)
      var decimals = "\(rest)"
      let places = "\(share.denominator)".count - 1
      decimals = String(repeating: "0", count: max(0, places - decimals.count)) + decimals
      while decimals.hasSuffix("0") { decimals.removeLast() }
      return decimals.isEmpty ? "\(whole)%" : "\(whole).\(decimals)%"
    }
  }
}
