/// Two token sequences laid side by side: the runs they share, in order, and what lies between.
public struct SequenceAlignment: Sendable, Hashable {
  /// A stretch of the first sequence and the stretch of the second that it is set against.
  public struct Stretch: Sendable, Hashable {
    /// Offsets in the first sequence, counted from its own start.
    public var a: Range<Int>
    /// Offsets in the second sequence, counted from its own start.
    public var b: Range<Int>

    /// Two stretches set against each other.
    public init(a: Range<Int>, b: Range<Int>) {
      self.a = a
      self.b = b
    }
  }

  /// The runs of equal tokens: both sides equally long, not empty, ascending on both sides, and maximal (two
  /// of them never touch on both sides).
  public let matches: [Stretch]
  /// The length of the first sequence in tokens.
  public let lengthA: Int
  /// The length of the second sequence in tokens.
  public let lengthB: Int
  /// Whether no alignment has more matched tokens. False when the sequences differ so much that the aligner
  /// used anchors.
  public let isOptimal: Bool

  init(matches: [Stretch], lengthA: Int, lengthB: Int, isOptimal: Bool) {
    self.matches = matches
    self.lengthA = lengthA
    self.lengthB = lengthB
    self.isOptimal = isOptimal
  }

  /// How many tokens of either sequence are matched.
  public var matchedCount: Int { matches.reduce(0) { $0 + $1.a.count } }

  /// What lies before, between and after the matches, in order; one side of a gap may be empty, never both.
  public var gaps: [Stretch] {
    var gaps: [Stretch] = []
    var endA = 0
    var endB = 0
    for match in matches + [Stretch(a: lengthA..<lengthA, b: lengthB..<lengthB)] {
      let gap = Stretch(a: endA..<match.a.lowerBound, b: endB..<match.b.lowerBound)
      if !gap.a.isEmpty || !gap.b.isEmpty { gaps.append(gap) }
      endA = match.a.upperBound
      endB = match.b.upperBound
    }
    return gaps
  }
}
