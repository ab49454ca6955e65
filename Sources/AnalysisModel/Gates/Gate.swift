/// A limit that findings must not exceed, for people who run the command every day.
public enum Gate: Sendable, Hashable {
  /// Nothing of this sort may be found.
  case failOn(Target)
  /// So many documents may be duplicates, representatives not counted.
  case maximumDuplicates(Limit)
  /// So many passages may stand more than once.
  case maximumPassages(Int)

  /// A sort of findings that may not be there.
  public enum Target: String, Sendable, Hashable, CaseIterable {
    /// Documents of families beyond the representatives. Template groups are no duplicates.
    case duplicates
    /// Those of them with the verdict identical.
    case identical
    /// Those with the verdict same-text.
    case sameText = "same-text"
    /// Those with the verdict near-copy.
    case nearCopy = "near-copy"
    /// Those with the verdict contained.
    case contained
    /// Repeated passages.
    case passages
    /// Duplicates and passages that the baseline does not know.
    case new
  }

  /// The most that is allowed.
  public enum Limit: Sendable, Hashable {
    /// So many.
    case count(Int)
    /// This part of all documents.
    case share(DecimalFraction)

    /// Parses `12` as a count, and `5%` or `0.05` as a share; nil for anything else.
    public init?(_ text: String) {
      if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        guard let count = Int(text) else { return nil }
        self = .count(count)
      } else if let share = DecimalFraction(text) {
        self = .share(share)
      } else {
        return nil
      }
    }
  }
}

/// What judging one gate has shown.
public struct GateOutcome: Sendable, Hashable {
  /// The gate.
  public var gate: Gate
  /// How much was found of what it counts.
  public var found: Int
  /// How many documents there are: what shares are shares of.
  public var documents: Int
  /// Whether only what is new since a baseline was counted.
  public var countsNewOnly: Bool
  /// Whether more was found than is allowed.
  public var isExceeded: Bool

  /// What judging has shown.
  public init(gate: Gate, found: Int, documents: Int, countsNewOnly: Bool, isExceeded: Bool) {
    self.gate = gate
    self.found = found
    self.documents = documents
    self.countsNewOnly = countsNewOnly
    self.isExceeded = isExceeded
  }
}
