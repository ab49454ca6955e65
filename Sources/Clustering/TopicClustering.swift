import Execution
import Foundation
import Matrices

/// Groups events into topics.
///
/// Small sets: average linkage goes on from the events, on the text alone, down to half the event cut: what
/// is alike, but not enough to be one happening. Large sets, and any set where the number of topics is given:
/// Ward's linkage on an evenly spaced sample of documents starts the centroids, spherical k-means finishes,
/// and an event follows most of its documents (after D. Cutting, D. Karger, J. Pedersen and J. Tukey,
/// Scatter/Gather, 1992, who start from average linkage; Ward's starts are balanced).
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
    if givenCount == nil && (count <= Self.linkageLimit || givenCut != nil)
      && count <= SimilarityTriangle.maximumCount
    {
      let cut = givenCut ?? Self.cutShare * EventCut.base(documentCount: count)
      return Outcome(
        topics: try await link(events: events, cut: cut),
        rule: """
          Topics are events joined by average linkage while the mean cosine between the documents of two \
          topics is at least \(decimal(cut)).
          """)
    }
    let wanted = givenCount ?? max(1, Int((Double(count) / 2).squareRoot()))
    let units = Self.units(of: events)
    let clusterCount = min(wanted, units.count)
    let placed = try await partition(units, weights: weights, into: clusterCount)
    var topics = [Int](repeating: 0, count: count)
    for (unit, members) in units.enumerated() {
      for document in members { topics[document] = placed[unit] }
    }
    let reason = givenCount == nil ? "the square root of half the number of documents" : "as asked for"
    return Outcome(
      topics: topics,
      rule: """
        Topics are \(clusterCount) groups of events (\(reason)): Ward's linkage on up to \
        \(Self.sampleSize) evenly spaced documents starts the centroids, every document goes to the nearest \
        centroid by cosine, every event where most of its documents go.
        """)
  }

  /// The documents of every event, ascending; events by their first documents.
  private static func units(of events: [Int]) -> [[Int]] {
    var numbers = [Int](repeating: -1, count: events.count)
    var units: [[Int]] = []
    for (document, event) in events.enumerated() {
      if numbers[event] < 0 {
        numbers[event] = units.count
        units.append([])
      }
      units[numbers[event]].append(document)
    }
    return units
  }

  /// Continues average linkage from the events, without dates.
  private func link(events: [Int], cut: Double) async throws -> [Int] {
    let triangle = try await SimilarityTriangle.dotProducts(of: vectors.rows, parallelism: parallelism)
    var linkage = AverageLinkage(triangle, joined: Self.units(of: events))
    linkage.join(downTo: cut)
    return linkage.clusters
  }

  /// Partitions the documents, then gives every event to the topic of most of its documents.
  private func partition(_ units: [[Int]], weights: [Int], into clusterCount: Int) async throws -> [Int] {
    let rows = vectors.words.keepingMostFrequentColumns(SphericalRefinement.maximumColumns).unitRows()
    let sampled = min(rows.rowCount, max(Self.sampleSize, min(clusterCount, SimilarityTriangle.maximumCount)))
    guard clusterCount < units.count, clusterCount <= sampled else { return Array(units.indices) }
    let sample = (0..<sampled).map { $0 * rows.rowCount / sampled }
    let triangle = try await SimilarityTriangle.dotProducts(
      of: rows.selecting(sample), parallelism: parallelism)
    let started = WardLinkage.clusters(
      triangle, weights: sample.map { Double(weights[$0]) }, clusterCount: clusterCount)
    var start = [Int?](repeating: nil, count: rows.rowCount)
    for (position, document) in sample.enumerated() { start[document] = started[position] }
    let refinement = SphericalRefinement(
      rows: rows, weights: weights.map(Double.init), clusterCount: clusterCount, parallelism: parallelism)
    let placed = try await refinement.refine(start)
    return Self.vote(units.map { $0.map { (placed[$0], weights[$0]) } }, clusterCount: clusterCount)
  }

  /// The cluster with the most weight in every unit, ties to the lower number; no cluster stays without a
  /// unit.
  ///
  /// - Precondition: at least as many units as clusters.
  static func vote(_ ballots: [[(cluster: Int, weight: Int)]], clusterCount: Int) -> [Int] {
    precondition(ballots.count >= clusterCount, "\(ballots.count) units for \(clusterCount) clusters")
    var votes = [Int](repeating: 0, count: clusterCount)
    var sizes = [Int](repeating: 0, count: clusterCount)
    var winners: [Int] = []
    for ballot in ballots {
      for (cluster, weight) in ballot { votes[cluster] += weight }
      var winner = ballot.first?.cluster ?? 0
      for (cluster, _) in ballot where (-votes[cluster], cluster) < (-votes[winner], winner) {
        winner = cluster
      }
      for (cluster, _) in ballot { votes[cluster] = 0 }
      winners.append(winner)
      sizes[winner] += 1
    }
    for cluster in 0..<clusterCount where sizes[cluster] == 0 {
      // The unit that leans most towards the cluster, from a cluster that can spare one.
      var moved: Int?
      var most = -1
      for unit in winners.indices where sizes[winners[unit]] > 1 {
        let leaning = ballots[unit].reduce(0) { $0 + ($1.cluster == cluster ? $1.weight : 0) }
        if leaning > most { (moved, most) = (unit, leaning) }
      }
      if let moved {
        sizes[winners[moved]] -= 1
        sizes[cluster] += 1
        winners[moved] = cluster
      }
    }
    return winners
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
