import Execution

/// Gives up events that are held together only by the vocabulary of their subject.
///
/// Among documents about anything, five articles about one conflict are alike because the conflict's words
/// are rare there. So every event of three or more is looked at as if it were the whole set: its documents'
/// terms are weighed among themselves and compared with .95 of the cut of such a set (`EventCut`).
/// Where no two reach it, they share a subject and no happening, and each is alone. Where some do, the
/// event stands whole. It also stands where its dates raise similarities on the whole: near dates are
/// evidence of their own.
///
/// Two documents cannot show what is common to their subject; pairs stay joined.
struct ScatteredEvents {
  /// Larger events are not looked at: the check takes O(m²), and no development set holds one that it dissolves.
  static let sizeLimit = 100

  /// The share of the cut that a pair must reach. Chosen on ECB+ topics 1–35 and four event collections: at
  /// the full cut wikinews loses .021 of B³ F1, between 0.85 and 0.95 .005, the others nothing.
  static let cutShare = 0.95

  let terms: DocumentTerms
  let times: PublicationTimes
  let parallelism: Parallelism

  /// For every document the first document of its event, scattered events dissolved. O(m²) for events of m
  /// documents.
  ///
  /// - Parameter clusters: for every document the first document of its event.
  func dissolved(_ clusters: [Int]) async throws -> [Int] {
    var events = [[Int]](repeating: [], count: clusters.count)
    for (document, event) in clusters.enumerated() { events[event].append(document) }
    var clusters = clusters
    for event in events where (3...Self.sizeLimit).contains(event.count) {
      if try await isScattered(event) {
        for document in event { clusters[document] = document }
      }
    }
    return clusters
  }

  private func isScattered(_ event: [Int]) async throws -> Bool {
    if datesSpeak(for: event) { return false }
    let vectors = ClusterVectors(terms: terms.selecting(event))
    var triangle = try await SimilarityTriangle.dotProducts(of: vectors.rows, parallelism: parallelism)
    let cut = EventCut(documentCount: event.count, medianSimilarity: triangle.median).value
    triangle.scale { times.factor(event[$0], event[$1]) }
    return !triangle.values.contains { $0 >= (Self.cutShare * cut * SimilarityTriangle.one).rounded() }
  }

  private func datesSpeak(for event: [Int]) -> Bool {
    var excess = 0.0
    for (position, a) in event.enumerated() {
      for b in event[(position + 1)...] { excess += times.factor(a, b) - 1 }
    }
    return excess > 0
  }
}
