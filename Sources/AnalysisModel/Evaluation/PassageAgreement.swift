/// How well detected passages agree with gold cases: plagdet and its three parts, macro-averaged over cases.
public struct PassageAgreement: Sendable, Hashable {
  /// How many gold cases there are.
  public let caseCount: Int
  /// How many detections there are.
  public let detectionCount: Int
  /// The mean share of a detection that gold cases cover, and of a case that detections cover; 0 without any.
  public let coverage: PrecisionRecall
  /// How many detections a case that was found at all has on average; 1 where none was found.
  public let granularity: Double
  /// F₁ / log₂(1 + granularity), 0…1.
  public let plagdet: Double

  /// Measures of one comparison.
  public init(
    caseCount: Int, detectionCount: Int, coverage: PrecisionRecall, granularity: Double, plagdet: Double
  ) {
    self.caseCount = caseCount
    self.detectionCount = detectionCount
    self.coverage = coverage
    self.granularity = granularity
    self.plagdet = plagdet
  }
}
