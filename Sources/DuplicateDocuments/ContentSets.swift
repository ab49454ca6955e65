import AnalysisModel
import Execution
import TextFeatures

/// The distinct contents of a corpus, their shingle sets and their templates by frame: made once, compared
/// at any threshold.
struct ContentSets: Sendable {
  let facts: ContentFacts
  let sets: ShingleSets
  /// For every content, its number of tokens.
  let tokenCounts: [Int]
  private let siblings: TemplateSiblings

  var fields: ComparedFields { facts.fields }
  var contents: DistinctContents { facts.contents }

  /// Collapses the documents and builds the sets.
  ///
  /// - Parameter order: the walk order, a permutation of the document indices; nil is input order.
  init(
    of documents: [Document], tokens: TokenizedCorpus, options: DuplicateOptions, includeTitle: Bool,
    order: [Int]? = nil, parallelism: Parallelism
  ) async throws {
    precondition(
      documents.count == tokens.documentCount,
      "\(documents.count) documents, \(tokens.documentCount) of them tokenised")
    let order = order ?? Array(documents.indices)
    precondition(
      order.count == documents.count, "an order of \(order.count) for \(documents.count) documents")
    let fields = ComparedFields(tokens: tokens, includeTitle: includeTitle)
    let contents = try await DistinctContents(
      of: documents, fields: fields, order: order, parallelism: parallelism)
    facts = ContentFacts(documents: documents, contents: contents, fields: fields)
    siblings = TemplateSiblings(
      try await TemplateFrames.groups(
        facts, terms: FactTerms(tokens.vocabulary), parallelism: parallelism),
      contentCount: contents.count)
    let scanner = ShingleScanner(contents: contents, fields: fields, width: options.shingleWords)
    sets = try await ShingleSets(scanner, parallelism: parallelism)
    tokenCounts = scanner.positions.map(\.count)
  }

  /// The join over all contents at the thresholds of some options.
  func search(_ options: DuplicateOptions) -> NeighbourSearch {
    NeighbourSearch(sets: sets, rule: PairRule(options), tokenCounts: tokenCounts)
  }

  /// Families and template groups of contents, by the thresholds and the linkage of some options.
  ///
  /// - Parameter progress: told how many contents have been looked up.
  func outcome(
    _ options: DuplicateOptions, parallelism: Parallelism, progress: (Int) -> Void = { _ in }
  ) async throws -> FamilyWalk.Outcome {
    var siblings = siblings
    let known = siblings
    let search = NeighbourSearch(
      sets: sets, rule: PairRule(options), tokenCounts: tokenCounts, isFindable: { !known.contains($0) })
    let relations = ContentRelations(search)
    try await siblings.choose(relations, facts: facts, parallelism: parallelism)
    let stars = try await FamilyWalk.families(
      relations, siblings: siblings, facts: facts, parallelism: parallelism, progress: progress)
    return try await FamilyLinkage.relinked(
      stars, relations, linkage: options.linkage, parallelism: parallelism)
  }
}
