import AnalysisModel
import Execution
import TextFeatures

/// The distinct contents of a corpus and their shingle sets: made once, compared at any threshold.
struct ContentSets: Sendable {
  let fields: ComparedFields
  let contents: DistinctContents
  let sets: ShingleSets
  /// For every content, its number of tokens.
  let tokenCounts: [Int]

  /// Collapses the documents and builds the sets.
  ///
  /// - Parameter order: the documents to compare, in walk order; nil is all, in input order.
  init(
    of documents: [Document], tokens: TokenizedCorpus, options: DuplicateOptions, includeTitle: Bool,
    order: [Int]? = nil, parallelism: Parallelism
  ) async throws {
    precondition(
      documents.count == tokens.documentCount,
      "\(documents.count) documents, \(tokens.documentCount) of them tokenised")
    fields = ComparedFields(tokens: tokens, includeTitle: includeTitle)
    contents = try await DistinctContents(
      of: documents, fields: fields, order: order ?? Array(documents.indices), parallelism: parallelism)
    let scanner = ShingleScanner(contents: contents, fields: fields, width: options.shingleWords)
    sets = try await ShingleSets(scanner, parallelism: parallelism)
    tokenCounts = scanner.positions.map(\.count)
  }

  /// All relations at the thresholds of some options.
  func relations(_ options: DuplicateOptions) -> ContentRelations {
    ContentRelations(NeighbourSearch(sets: sets, rule: PairRule(options), tokenCounts: tokenCounts))
  }
}
