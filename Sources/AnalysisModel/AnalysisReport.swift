/// Everything one run found, as values. Parts that were not asked for are nil.
public struct AnalysisReport: Sendable {
  /// The version of the report's shape in machine formats.
  public static let schemaVersion = 1

  /// The configuration that decided the findings.
  public var configuration: Configuration
  /// The documents, their account and the warnings about them.
  public var corpus: Corpus
  /// Tokens in all documents, titles included where they take part.
  public var tokenCount: Int
  /// What is known about the date of each document, by document index.
  public var dates: [DocumentDating]?
  /// Families of duplicate documents.
  public var duplicates: DuplicateFindings?
  /// Repeated passages.
  public var passages: PassageFindings?
  /// Topics and events.
  public var clusters: ClusterFindings?
  /// Who resembles whom.
  public var similarity: SimilarityOverview?
  /// What is new since a baseline, where one was given; the findings themselves stay whole.
  public var baseline: BaselineComparison?
  /// What judging the gates has shown, in the order they were given.
  public var gates: [GateOutcome] = []

  /// A report; findings are filled in by the stages that ran.
  public init(
    configuration: Configuration, corpus: Corpus, tokenCount: Int, dates: [DocumentDating]? = nil,
    duplicates: DuplicateFindings? = nil, passages: PassageFindings? = nil,
    clusters: ClusterFindings? = nil, similarity: SimilarityOverview? = nil
  ) {
    self.configuration = configuration
    self.corpus = corpus
    self.tokenCount = tokenCount
    self.dates = dates
    self.duplicates = duplicates
    self.passages = passages
    self.clusters = clusters
    self.similarity = similarity
  }
}
