/// A part of the work that is timed by itself.
public enum BenchmarkStage: String, Sendable, Hashable, Codable, CaseIterable {
  /// Files to documents.
  case read
  /// Documents to tokens with their places, and the vocabulary: what findings are made from.
  case tokenize
  /// Documents to TF-IDF rows, words counted while they are cut: what pairs and matrices are made from.
  case vectorize
  /// Rows in memory to all pairs at or above a cosine, which are only counted.
  case pairs
  /// Rows in memory to the nearest neighbours of each.
  case nearest
  /// Rows in memory to the full matrix of cosines.
  case matrix
}

/// How long one stage took, and what that comes to.
///
/// Rates go by the median. They are nil where the stage has no such unit.
public struct StageTiming: Sendable, Hashable, Codable {
  /// The stage.
  public var name: BenchmarkStage
  /// The cosine of `pairs`, the number of neighbours of `nearest`, the columns of a `matrix`
  /// of random dense rows; nil for all others.
  public var parameter: Double?
  /// How many documents, or rows, this stage worked on; fewer than the corpus has where the stage was cut
  /// short.
  public var documents: Int
  /// The time of a run, in seconds.
  public var seconds: TimeSpread
  /// Documents, or rows, a second.
  public var documentsPerSecond: Double
  /// 10⁶ bytes a second: of the files where they are read, of the decoded texts after that.
  public var megabytesPerSecond: Double?
  /// Values of the vectors that were made, a second.
  public var storedValuesPerSecond: Double?
  /// Pairs of documents that were decided, found or not, a second.
  public var pairsPerSecond: Double?
  /// How many pairs were found.
  public var pairs: Int?
  /// 10⁹ floating-point operations a second, where the stage is one matrix product.
  public var gigaflops: Double?
  /// `gigaflops` as a share of the best rate that the BLAS reached by itself, of the same precision on up to as
  /// many threads.
  public var shareOfPeak: Double?
  /// The most memory that the process had during the stage, its input included; nil where the system does not
  /// tell.
  public var peakMemoryBytes: Int?

  /// A timing without rates; set those that the stage has.
  public init(
    name: BenchmarkStage, parameter: Double?, documents: Int, seconds: TimeSpread,
    documentsPerSecond: Double
  ) {
    self.name = name
    self.parameter = parameter
    self.documents = documents
    self.seconds = seconds
    self.documentsPerSecond = documentsPerSecond
  }
}

/// The times of several runs, in seconds.
public struct TimeSpread: Sendable, Hashable, Codable {
  /// The shortest.
  public var minimum: Double
  /// The one in the middle; of an even number, the mean of the two in the middle.
  public var median: Double
  /// The longest.
  public var maximum: Double

  /// Times; minimum ≤ median ≤ maximum.
  public init(minimum: Double, median: Double, maximum: Double) {
    self.minimum = minimum
    self.median = median
    self.maximum = maximum
  }
}

/// The time of one stage on nested samples of a corpus.
public struct ScalingCurve: Sendable, Hashable, Codable {
  /// The stage.
  public var stage: BenchmarkStage
  /// As in `StageTiming`.
  public var parameter: Double?
  /// The samples, ascending.
  public var points: [Point]
  /// The exponent e of the power law seconds ≈ c · documentsᵉ that fits the points best, by least squares of
  /// the logarithms; nil where it would mislead: for fewer than three sizes, or times too short to be told from
  /// noise.
  public var exponent: Double?
  /// The standard error of the exponent, where there is one.
  public var standardError: Double?

  /// A curve.
  public init(
    stage: BenchmarkStage, parameter: Double?, points: [Point], exponent: Double?,
    standardError: Double? = nil
  ) {
    self.stage = stage
    self.parameter = parameter
    self.points = points
    self.exponent = exponent
    self.standardError = standardError
  }

  /// One sample.
  public struct Point: Sendable, Hashable, Codable {
    /// How many documents it had.
    public var documents: Int
    /// The median time.
    public var seconds: Double

    /// A point of the curve.
    public init(documents: Int, seconds: Double) {
      self.documents = documents
      self.seconds = seconds
    }
  }
}
