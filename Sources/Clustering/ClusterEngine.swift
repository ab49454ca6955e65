import AnalysisModel
import Execution
import TextFeatures

/// Groups documents into topics (what they are about) and, inside these, events (what happened, when).
///
/// Events: average linkage on the mean of two cosines, that of words and that of pairs of neighbouring words,
/// moved by publication dates where these are known, down to a cut that adapts to the set (`EventCut`).
/// Topics: see `TopicClustering`. Copies follow their original; a document that shares no term with another
/// is alone.
///
/// The result depends on the documents and options only, not on the number of threads: similarities are
/// rounded to billionths, sums are exact, ties go to the earlier document.
public struct ClusterEngine: Sendable {
  /// How many keywords an event or a topic has at most.
  static let keywordLimit = 8
  /// How many of them name it.
  static let labelLength = 4

  private let options: ClusterOptions
  private let parallelism: Parallelism

  /// An engine for the given options.
  ///
  /// - Precondition: `options.topics`, where given, is at least 1; cuts, where given, are in 0…1.
  public init(options: ClusterOptions, parallelism: Parallelism) {
    precondition(options.topics ?? 1 >= 1, "\(options.topics ?? 1) topics")
    for cut in [options.topicCut, options.eventCut].compactMap(\.self) {
      precondition((0...1).contains(cut), "a cut of \(cut)")
    }
    self.options = options
    self.parallelism = parallelism
  }

  /// Clusters a corpus.
  ///
  /// - Parameters:
  ///   - documents: the corpus, in order.
  ///   - tokens: the same documents cut into tokens.
  ///   - dates: one entry a document.
  ///   - duplicates: families whose copies follow their representative; nil treats every document as an
  ///     original.
  ///   - progress: receives "grouping events", "grouping topics" and "naming clusters".
  /// - Returns: topics and events, each document in one of each. Given `options.topics` = K there are K
  ///   topics (fewer where there are fewer originals), not counting documents alone for want of terms.
  /// - Throws: `CancellationError`.
  /// - Complexity: for n originals O(n²) up to `SimilarityTriangle.maximumCount` = 4,000; above that an exact
  ///   nearest-neighbour search and blocks of that size. Memory O(tokens + 4,000²).
  public func clusters(
    of documents: [Document], tokens: TokenizedCorpus, dates: [DocumentDating],
    duplicates: DuplicateFindings? = nil, progress: ProgressHandler? = nil
  ) async throws -> ClusterFindings {
    precondition(
      documents.count == tokens.documentCount && documents.count == dates.count,
      "\(documents.count) documents, \(tokens.documentCount) tokenised, \(dates.count) dated")
    let table = TermTable(vocabulary: tokens.vocabulary)
    let collapsed = CollapsedDocuments(documentCount: documents.count, duplicates: duplicates)
    let terms = try await DocumentTerms(
      of: collapsed.originals, documents: documents, tokens: tokens, table: table, parallelism: parallelism)
    let vectors = ClusterVectors(terms: terms)
    let weights = collapsed.members.map(\.count)

    progress?(AnalysisProgress(stage: "grouping events", completed: 0, total: 3))
    let connected = vectors.rows.nonEmptyRows
    let linked = vectors.selecting(connected)
    let datings = collapsed.datings(dates)
    let times = PublicationTimes(connected.map { datings[$0] })
    var events = try await EventLinkage(vectors: linked, times: times, parallelism: parallelism)
      .link(givenCut: options.eventCut, minimumClusters: options.topics ?? 1)
    if options.eventCut == nil {
      events.clusters = try await ScatteredEvents(
        terms: terms.selecting(connected), times: times, parallelism: parallelism
      ).dissolved(events.clusters)
    }

    progress?(AnalysisProgress(stage: "grouping topics", completed: 1, total: 3))
    let topics = try await TopicClustering(vectors: linked, parallelism: parallelism).topics(
      events: events.clusters, weights: connected.map { weights[$0] }, givenCount: options.topics,
      givenCut: options.topicCut)

    progress?(AnalysisProgress(stage: "naming clusters", completed: 2, total: 3))
    var hierarchy = ClusterHierarchy(unitCount: collapsed.originals.count)
    for (row, unit) in connected.enumerated() {
      hierarchy.place(unit, event: connected[events.clusters[row]], topic: topics.topics[row])
    }
    let speller = TermSpeller(
      documents: documents, tokens: tokens, table: table, originals: collapsed.originals)
    let describer = ClusterDescriber(
      documents: documents, dates: dates, collapsed: collapsed, vectors: vectors,
      keywords: KeywordExtractor(terms: terms, tokens: tokens, speller: speller, weights: weights))
    let findings = describer.describe(
      hierarchy.ordered(weights: weights), topicRule: topics.rule,
      eventRule: eventRule(events, times: times))
    progress?(AnalysisProgress(stage: "naming clusters", completed: 3, total: 3))
    return findings
  }

  private func eventRule(_ outcome: EventLinkage.Outcome, times: PublicationTimes) -> String {
    let origin =
      options.eventCut == nil
      ? "a cut for this number of documents and for how alike they are anyway" : "as asked for"
    let own =
      options.eventCut == nil
      ? " An event of three or more documents is given up where, weighed by their own vocabulary alone, no "
        + "two of them would join and their dates do not speak for it."
      : ""
    let blocks =
      outcome.blockCount == 1
      ? ""
      : " Among so many documents only those are compared that chains of nearest neighbours join into "
        + "blocks of at most \(SimilarityTriangle.maximumCount)."
    return """
      Events are joined by average linkage while the mean cosine (words and pairs of words) between their \
      documents is at least \(decimal(outcome.cut)) (\(origin)). Publication dates within a few days raise \
      it, as far as they are rarer than chance; documents dated more than \(PublicationTimes.reach) days \
      apart must be twice as alike.\(own)\(blocks)
      """
  }
}
