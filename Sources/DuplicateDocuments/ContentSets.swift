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
  private let terms: FactTerms
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
    terms = FactTerms(tokens.vocabulary)
    siblings = TemplateSiblings(
      try await TemplateFrames.groups(facts, terms: terms, parallelism: parallelism),
      contentCount: contents.count)
    sets = try await ShingleSets(
      contents: contents, fields: fields, options: options, parallelism: parallelism)
    tokenCounts = contents.leaders.map { fields.positions(of: $0).count }
  }

  /// The join over all contents at the thresholds of some options.
  func search(_ options: DuplicateOptions) -> NeighbourSearch {
    NeighbourSearch(sets: sets, rule: PairRule(options), tokenCounts: tokenCounts)
  }

  /// All ways in which contents are related, by the thresholds of some options.
  ///
  /// - Parameter isFindable: contents for which this is false are never found, and must not be asked for.
  func relations(
    _ options: DuplicateOptions, isFindable: (Int) -> Bool = { _ in true }
  ) -> ContentRelations {
    let search = NeighbourSearch(
      sets: sets, rule: PairRule(options), tokenCounts: tokenCounts, isFindable: isFindable)
    return ContentRelations(search, alignment: noisyCopies(search, options))
  }

  private func noisyCopies(_ search: NeighbourSearch, _ options: DuplicateOptions) -> NoisyCopies {
    NoisyCopies(
      search, ContentCharacters(fields: fields, leaders: contents.leaders), terms: terms,
      ofCharacters: options.shingleCharacters != nil)
  }

  /// The rule of identity applied to the first and the last content: to both of two documents.
  func identityCheck(_ options: DuplicateOptions) -> RuleCheck {
    noisyCopies(search(options), options).check(0, contents.count - 1)
  }

  /// Whether two contents fill one template known by its frame: neither replaces the other.
  func areSiblings(_ a: Int, _ b: Int) -> Bool {
    siblings.contains(a) && siblings.groupOf[a] == siblings.groupOf[b]
  }

  /// The relatives of a content, of those that fill a template only the one whose facts it has.
  func withoutOtherFacts(_ related: [Relation], of content: Int) -> [Relation] {
    let fillings = related.filter { siblings.contains($0.content) }
    if fillings.isEmpty { return related }
    let choice = SiblingChoice(of: content, among: fillings, sizes: sets.sizes, facts: facts)
    return related.filter { relation in
      !siblings.contains(relation.content) || !relation.mayReplace || choice == .copy(relation)
    }
  }

  /// Families and template groups of contents, by the thresholds and the linkage of some options.
  ///
  /// - Parameter progress: told how many contents have been looked up.
  func outcome(
    _ options: DuplicateOptions, parallelism: Parallelism, progress: (Int) -> Void = { _ in }
  ) async throws -> FamilyWalk.Outcome {
    var siblings = siblings
    let known = siblings
    let relations = relations(options) { !known.contains($0) }
    try await siblings.choose(relations, facts: facts, parallelism: parallelism)
    let stars = try await FamilyWalk.families(
      relations, siblings: siblings, facts: facts, parallelism: parallelism, progress: progress)
    return try await FamilyLinkage.relinked(
      stars, relations, linkage: options.linkage, parallelism: parallelism)
  }
}
