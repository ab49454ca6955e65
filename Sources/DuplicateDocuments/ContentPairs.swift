import AnalysisModel
import Execution
import TextFeatures

/// All related pairs of a corpus with their scores, by distinct content.
///
/// Documents of the same content (same bytes, or same tokens in the same fields) are a *group*, named by its
/// number; pairs are pairs of groups, so 50,000 equal documents are one group and no pair. Near copies of one
/// template are as many pairs as there are: they are streamed, never held.
///
/// ```swift
/// let pairs = try await ContentPairs(
///   of: documents, tokens: tokens, options: options, parallelism: parallelism)
/// try await pairs.related(atLeast: floor) { batch in … }
/// let score = pairs.pair(3, 17).jaccard
/// ```
package struct ContentPairs: Sendable {
  private let base: ContentSets
  private let options: DuplicateOptions
  private let parallelism: Parallelism
  private let contentOf: [Int]

  /// Collapses the documents and builds their shingle sets.
  ///
  /// - Parameters:
  ///   - options: the width of shingles, and the thresholds where a call gives none.
  ///   - includeTitle: whether titles take part, as they do or do not in the tokens.
  /// - Throws: `CancellationError`.
  /// - Complexity: expected O(tokens).
  package init(
    of documents: [Document], tokens: TokenizedCorpus, options: DuplicateOptions,
    includeTitle: Bool = true, parallelism: Parallelism
  ) async throws {
    base = try await ContentSets(
      of: documents, tokens: tokens, options: options, includeTitle: includeTitle, parallelism: parallelism)
    self.options = options
    self.parallelism = parallelism
    var contentOf = [Int](repeating: 0, count: documents.count)
    for content in 0..<base.contents.count {
      for document in base.contents.documents(of: content) { contentOf[document] = content }
    }
    self.contentOf = contentOf
  }

  /// How many distinct contents there are.
  package var count: Int { base.contents.count }

  /// The documents of one content, in document order.
  package func documents(of content: Int) -> ArraySlice<Int> { base.contents.documents(of: content) }

  /// The content of a document.
  package func content(of document: Int) -> Int { contentOf[document] }

  /// What two *documents* share, whatever they share; equal contents share all.
  ///
  /// - Complexity: O(shingles of both).
  package func pair(_ document: Int, _ other: Int) -> ContentPair {
    let a = contentOf[document]
    let b = contentOf[other]
    let sizes = base.sets.sizes
    return ContentPair(
      a: a, b: b, sizeOfA: sizes[a], sizeOfB: sizes[b], overlap: base.sets.sharedCount(a, b))
  }

  /// Hands over all pairs of contents that are near copies at a threshold, or of which one is contained in
  /// the other, each once: `a` below `b`, ascending by `a`, then `b`.
  ///
  /// - Parameters:
  ///   - jaccard: the least Jaccard similarity of near copies; nil takes that of the options.
  ///   - containment: the least containment; nil takes that of the options.
  ///   - sink: receives batches in order.
  /// - Throws: what `sink` throws, or `CancellationError`.
  package func related(
    atLeast jaccard: DecimalFraction? = nil, containment: DecimalFraction? = nil,
    sink: ([ContentPair]) throws -> Void
  ) async throws {
    var options = options
    if let jaccard { options.jaccard = jaccard }
    if let containment { options.containment = containment }
    let search = base.search(options)
    let plan = EvenPlan(count: count, piece: max(256, count / 512))
    try await parallelism.stream(count: plan.pieces) { piece in
      var counter = SharedCounter(count: search.sets.count)
      let sizes = search.sets.sizes
      return plan.range(piece).flatMap { content in
        (search.neighbours(of: content, counter: &counter) { $0 < content } ?? []).map { neighbour in
          ContentPair(
            a: content, b: neighbour.content, sizeOfA: sizes[content], sizeOfB: sizes[neighbour.content],
            overlap: neighbour.overlap)
        }
      }
    } consume: { _, batch in
      if !batch.isEmpty { try sink(batch) }
    }
  }
}
