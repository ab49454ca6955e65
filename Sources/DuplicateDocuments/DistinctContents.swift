import AnalysisModel
import Execution
import TextFeatures

/// The documents of a corpus, collapsed in two hashing passes: first those with the same bytes, then those
/// with the same tokens.
///
/// A *content* is what is left: contents are numbered in walk order, each led by its first document. Two
/// documents have the same content when their compared fields have the same bytes, or when they have at least
/// one token and the same token sequence in each field. The border between title and text counts, because
/// shingles do not cross it: all documents of a content have the same shingles.
struct DistinctContents: Sendable {
  /// The number of the group of byte-identical documents that a document belongs to.
  let identityOf: [Int]
  /// The first document of every content, in walk order.
  let leaders: [Int]
  /// The documents of all contents one after the other, those of one content in walk order.
  private let documents: [Int]
  private let offsets: [Int]

  /// How many contents there are.
  var count: Int { leaders.count }

  /// The documents of one content, in walk order; the first one is its leader.
  func documents(of content: Int) -> ArraySlice<Int> {
    documents[offsets[content]..<offsets[content + 1]]
  }

  /// Collapses the documents.
  ///
  /// - Parameter order: all document indices in walk order.
  /// - Complexity: O(bytes + tokens) expected.
  init(
    of all: [Document], fields: ComparedFields, order: [Int], parallelism: Parallelism
  ) async throws {
    let plan = EvenPlan(count: order.count, piece: 1024)
    let byteHashes = try await parallelism.map(count: plan.pieces) { piece in
      plan.range(piece).map { fields.byteHash(of: all[order[$0]]) }
    }
    let identical = ExactGrouping(hashes: byteHashes.flatMap { $0 }) {
      fields.haveSameBytes(all[order[$0]], all[order[$1]])
    }
    let first = identical.leaders.map { order[$0] }
    let groupPlan = EvenPlan(count: first.count, piece: 1024)
    let tokenHashes = try await parallelism.map(count: groupPlan.pieces) { piece in
      groupPlan.range(piece).map { fields.tokenHash(of: first[$0]) }
    }
    let sameText = ExactGrouping(hashes: tokenHashes.flatMap { $0 }) {
      fields.haveSameTokens(first[$0], first[$1])
    }

    var identityOf = [Int](repeating: 0, count: all.count)
    var counts = [Int](repeating: 0, count: sameText.leaders.count + 1)
    for (position, document) in order.enumerated() {
      identityOf[document] = identical.groups[position]
      counts[sameText.groups[identical.groups[position]] + 1] += 1
    }
    for content in 1..<counts.count { counts[content] += counts[content - 1] }
    offsets = counts
    var sorted = [Int](repeating: 0, count: order.count)
    for (position, document) in order.enumerated() {
      let content = sameText.groups[identical.groups[position]]
      sorted[counts[content]] = document
      counts[content] += 1
    }
    documents = sorted
    leaders = sameText.leaders.map { first[$0] }
    self.identityOf = identityOf
  }
}
