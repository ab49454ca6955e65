/// How well removals agree with labels as a function of the Jaccard threshold, and the threshold proposed.
///
/// Intervals are percentiles of bootstrap resamples of the gold labels (B. Efron, "Bootstrap Methods: Another
/// Look at the Jackknife", 1979).
public struct ThresholdCalibration: Sendable, Hashable {
  /// What makes a threshold the right one.
  public enum Aim: Sendable, Hashable {
    /// The best F₁ in records.
    case bestF1
    /// The lowest threshold whose precision is at least this, 0…1, even at the lower bound.
    case precision(Double)
  }

  /// The figures at one threshold.
  public struct Point: Sendable, Hashable {
    /// The threshold.
    public var threshold: DecimalFraction
    /// Removals counted in records.
    public var records: DuplicateAgreement
    /// Families and labels counted in pairs.
    public var pairs: PairCounts
    /// Where F₁ in records lies.
    public var f1: Interval
    /// A lower bound of the precision in records: the smaller of the bootstrap's and of Wilson's score interval;
    /// 0 where nothing is removed.
    public var precisionLowerBound: Double

    /// Figures at a threshold.
    public init(
      threshold: DecimalFraction, records: DuplicateAgreement, pairs: PairCounts, f1: Interval,
      precisionLowerBound: Double
    ) {
      self.threshold = threshold
      self.records = records
      self.pairs = pairs
      self.f1 = f1
      self.precisionLowerBound = precisionLowerBound
    }
  }

  /// The ends of a confidence interval.
  public struct Interval: Sendable, Hashable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// An interval; lower ≤ upper.
    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// The threshold that the labels speak for.
  public struct Proposal: Sendable, Hashable {
    /// The index of its point.
    public var point: Int
    /// The indices of the points between which the resamples' own choices lie.
    public var range: ClosedRange<Int>
    /// The indices of the points that serve the aim just as well, next to the proposed one.
    public var plateau: ClosedRange<Int>

    /// A proposal.
    public init(point: Int, range: ClosedRange<Int>, plateau: ClosedRange<Int>) {
      self.point = point
      self.range = range
      self.plateau = plateau
    }
  }

  /// What a threshold chosen on some labels comes to on others.
  public struct CrossValidation: Sendable, Hashable {
    /// How many parts the labels were dealt into.
    public var folds: Int
    /// Removals of the labels left out, each part at the threshold chosen on the other parts.
    public var records: DuplicateAgreement
    /// The indices of the points chosen for the parts, in their order; nil where none served the aim, and then
    /// nothing is removed.
    public var points: [Int?]

    /// Figures of labels left out.
    public init(folds: Int, records: DuplicateAgreement, points: [Int?]) {
      self.folds = folds
      self.records = records
      self.points = points
    }
  }

  /// How many documents have a label.
  public var documentCount: Int
  /// How many different labels there are.
  public var labelCount: Int
  /// How many labels have redundant documents.
  public var redundantLabelCount: Int
  /// What was aimed at.
  public var aim: Aim
  /// One point a threshold, ascending.
  public var points: [Point]
  /// The threshold proposed; nil where none serves the aim.
  public var proposal: Proposal?
  /// What to expect of a threshold chosen in this way; nil where fewer than two labels have redundant documents.
  public var crossValidation: CrossValidation?
  /// How many bootstrap resamples were drawn.
  public var resamples: Int
  /// The share of resamples between the ends of an interval.
  public var confidence: Double
  /// What all draws depend on.
  public var seed: UInt64
  /// The threshold in force; nil where none is.
  public var configured: DecimalFraction?

  /// A calibration.
  public init(
    documentCount: Int, labelCount: Int, redundantLabelCount: Int, aim: Aim, points: [Point],
    proposal: Proposal?, crossValidation: CrossValidation?, resamples: Int, confidence: Double, seed: UInt64,
    configured: DecimalFraction? = nil
  ) {
    self.documentCount = documentCount
    self.labelCount = labelCount
    self.redundantLabelCount = redundantLabelCount
    self.aim = aim
    self.points = points
    self.proposal = proposal
    self.crossValidation = crossValidation
    self.resamples = resamples
    self.confidence = confidence
    self.seed = seed
    self.configured = configured
  }
}
