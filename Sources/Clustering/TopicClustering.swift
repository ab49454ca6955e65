import Execution
import Foundation
import Matrices

/// Groups events into topics.
///
/// Small sets: average linkage goes on from the events, on the text alone, down to half the event cut: what is alike,
/// but not enough to be one happening. Large sets, and any set where the number of topics is given: Ward's linkage on
/// an evenly spaced sample starts the centroids and spherical k-means finishes (after D. Cutting, D. Karger,
/// J. Pedersen and J. Tukey, Scatter/Gather, 1992, who start from average linkage; Ward's starts are balanced).
struct TopicClustering {
  /// Up to so many documents average linkage with a cut makes the topics.
  static let linkageLimit = 400
  /// The share of the event's base cut at which topics stop growing.
  static let cutShare = 0.5
  /// How many units start the centroids.
  static let sampleSize = 2_000

  let vectors: ClusterVectors
  let parallelism: Parallelism

  /// The outcome: for every document a topic number (any order), and the rule in a sentence.
  struct Outcome {
    var topics: [Int]
    var rule: String
  }

  /// - Parameters:
  ///   - events: for every document the first document of its event.
  ///   - weights: how many documents each document stands for.
  ///   - givenCount: how many topics to make; more than there are events makes every event a topic.
  ///   - givenCut: the cut of average linkage.
  func topics(
    events: [Int], weights: [Int], givenCount: Int?, givenCut: Double?
  ) async throws -> Outcome {
    let count = vectors.count
    let units = TopicUnits(clusters: events, rows: vectors.words, weights: weights)
    if givenCount == nil && (count <= Self.linkageLimit || givenCut != nil)
      && count <= SimilarityTriangle.maximumCount
    {
      let cut = givenCut ?? Self.cutShare * EventCut.base(documentCount: count)
      return Outcome(
        topics: try await link(events: events, cut: cut),
        rule: """
          Topics are events joined by average linkage while the mean cosine between the documents of two topics is \
          at least \(decimal(cut)).
          """)
    }
    let wanted = givenCount ?? max(1, Int((Double(count) / 2).squareRoot()))
    let clusterCount = min(wanted, units.members.count)
    let placed = try await partition(units, into: clusterCount)
    var topics = [Int](repeating: 0, count: count)
    for (unit, members) in units.members.enumerated() {
      for document in members { topics[document] = placed[unit] }
    }
    let reason = givenCount == nil ? "the square root of half the number of documents" : "as asked for"
    return Outcome(
      topics: topics,
      rule: """
        Topics are \(clusterCount) groups of events (\(reason)): Ward's linkage on up to \(Self.sampleSize) evenly \
        spaced events starts the centroids, then every event goes to the nearest centroid by cosine.
        """)
  }

  /// Continues average linkage from the events, without dates.
  private func link(events: [Int], cut: Double) async throws -> [Int] {
    var members: [Int: [Int]] = [:]
    var order: [Int] = []
    for (document, event) in events.enumerated() {
      if members[event] == nil { order.append(event) }
      members[event, default: []].append(document)
    }
    let triangle = try await SimilarityTriangle.dotProducts(of: vectors.rows, parallelism: parallelism)
    var linkage = AverageLinkage(triangle, joined: order.compactMap { members[$0] })
    linkage.join(downTo: cut)
    return linkage.clusters
  }

  private func partition(_ units: TopicUnits, into clusterCount: Int) async throws -> [Int] {
    let rows = units.rows.keepingMostFrequentColumns(SphericalRefinement.maximumColumns).unitRows()
    let sampled = min(rows.rowCount, max(Self.sampleSize, min(clusterCount, SimilarityTriangle.maximumCount)))
    guard clusterCount < rows.rowCount, clusterCount <= sampled else { return Array(0..<rows.rowCount) }
    let sample = (0..<sampled).map { $0 * rows.rowCount / sampled }
    let triangle = try await SimilarityTriangle.dotProducts(of: rows.selecting(sample), parallelism: parallelism)
    let started = WardLinkage.clusters(
      triangle, weights: sample.map { units.weights[$0] }, clusterCount: clusterCount)
    var start = [Int?](repeating: nil, count: rows.rowCount)
    for (position, unit) in sample.enumerated() { start[unit] = started[position] }
    let refinement = SphericalRefinement(
      rows: rows, weights: units.weights, clusterCount: clusterCount, parallelism: parallelism)
    return try await refinement.refine(start)
  }

}

/// A number for a sentence: at most three decimals, no trailing zeros.
func decimal(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let (whole, part) = (thousandths / 1000, thousandths % 1000)
  guard part != 0 else { return "\(whole)" }
  var digits = String("\(1000 + part)".dropFirst())
  while digits.hasSuffix("0") { digits.removeLast() }
  return "\(whole).\(digits)"
}

extension SparseRows {
  /// The same rows with only the columns that most rows hold; ties go to the lower column.
  func keepingMostFrequentColumns(_ limit: Int) -> SparseRows {
    guard columnCount > limit else { return self }
    let counts = columnCounts()
    let kept = (0..<columnCount).sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(limit).sorted()
    var renumbered = [Int](repeating: -1, count: columnCount)
    for (new, old) in kept.enumerated() { renumbered[old] = new }
    var offsets = [0]
    var newColumns: [UInt32] = []
    var newValues: [Double] = []
    for row in 0..<rowCount {
      for position in range(ofRow: row) where renumbered[Int(columns[position])] >= 0 {
        newColumns.append(UInt32(renumbered[Int(columns[position])]))
        newValues.append(values[position])
      }
      offsets.append(newColumns.count)
    }
    return SparseRows(rowOffsets: offsets, columns: newColumns, values: newValues, columnCount: limit)
  }
}
