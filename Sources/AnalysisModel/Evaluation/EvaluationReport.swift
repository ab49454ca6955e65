/// What laying findings beside gold labels has shown.
public struct EvaluationReport: Sendable, Hashable {
  /// The version of the JSON document's shape.
  public static let schemaVersion = 1

  /// The file with the labels, as typed.
  public var gold: String
  /// The files with the findings, or the documents that a threshold was chosen on, as typed.
  public var found: [String]
  /// Ids and pairs that were left out of account.
  public var leftOut: [LeftOut]
  /// The figures and their evidence.
  public var findings: Findings

  /// Figures with what they come from.
  public init(gold: String, found: [String], leftOut: [LeftOut] = [], findings: Findings) {
    self.gold = gold
    self.found = found
    self.leftOut = leftOut
    self.findings = findings
  }

  /// The figures of one kind of finding.
  public enum Findings: Sendable, Hashable {
    /// Clusters against labels.
    case clusters(ClusterEvaluation)
    /// Families against labels.
    case duplicates(DuplicateEvaluation)
    /// Families and template groups against expected verdicts.
    case verdicts(VerdictConfusion)
    /// Passages against gold cases.
    case passages(PassageEvaluation)
    /// A threshold chosen by labels.
    case calibration(ThresholdCalibration)
  }

  /// Something that stands in one file and cannot be laid beside the other.
  public struct LeftOut: Sendable, Hashable {
    /// What it is and what became of it, as a phrase that follows a count: `ids of found.jsonl have no label`.
    public var what: String
    /// How many there are, at least 1.
    public var count: Int
    /// The first of them.
    public var examples: [String]

    /// Something left out.
    public init(what: String, count: Int, examples: [String]) {
      self.what = what
      self.count = count
      self.examples = examples
    }
  }
}

/// What to do about an id that one file has and the other lacks.
public enum MissingIDPolicy: String, Sendable, Hashable, CaseIterable {
  /// End with an error that counts and names them.
  case stop
  /// Leave them out of account, and say so.
  case ignore
}
