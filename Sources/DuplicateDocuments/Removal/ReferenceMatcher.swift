import AnalysisModel
import Execution
import TextFeatures

/// Finds the documents of a corpus that stand in a reference corpus: copies of a test set in training data, say.
///
/// Each document is compared with every reference document by the rules of `DuplicateFinder`, directly and
/// whatever families the reference documents would form among themselves. A document goes if it is identical to
/// one of them, has its text, is a near copy of it or is contained in it. The best match is named: the same
/// content, else the near copy of the highest score, else the container that holds most; ties go to the earlier
/// reference document. A document that contains a reference document stays, and so does one that fills the same
/// template with other facts.
public struct ReferenceMatcher: Sendable {
  private let options: DuplicateOptions
  private let includeTitle: Bool
  private let parallelism: Parallelism

  /// What stands in the reference.
  public struct Matches: Sendable {
    /// The documents that go, in document order, with their keepers in the reference.
    public var removals: [Removal]
    /// The documents that stay although they contain a reference document, ascending, with the first one they
    /// contain.
    public var holders: [Holder]
  }

  /// A document that contains one of the reference.
  public struct Holder: Sendable, Hashable {
    /// The document's index.
    public var document: Int
    /// The reference document's index in its corpus.
    public var reference: Int
  }

  /// A matcher.
  ///
  /// - Parameter includeTitle: whether titles take part in the comparison, as they do or do not in the tokens.
  public init(options: DuplicateOptions, includeTitle: Bool = true, parallelism: Parallelism) {
    precondition(options.shingleWords >= 1, "shingles of \(options.shingleWords) words")
    self.options = options
    self.includeTitle = includeTitle
    self.parallelism = parallelism
  }

  /// The documents that stand in the reference.
  ///
  /// - Parameters:
  ///   - documents: the corpus, in input order.
  ///   - references: the reference corpus, in input order.
  ///   - tokens: the reference documents and then the documents, cut into tokens together.
  ///   - progress: told how many distinct contents have been looked up.
  /// - Returns: the same on any number of threads.
  /// - Throws: `CancellationError`.
  public func matches(
    of documents: [Document], in references: [Document], tokens: TokenizedCorpus,
    progress: ProgressHandler? = nil
  ) async throws -> Matches {
    let all = references + documents
    // Contents are numbered in this order, so those of the reference come first and lead what they share.
    let base = try await ContentSets(
      of: all, tokens: tokens, options: options, includeTitle: includeTitle, parallelism: parallelism)
    let contents = base.contents
    let border = contents.leaders.firstIndex { $0 >= references.count } ?? contents.count
    let found = try await lookUp(border..<contents.count, base, progress: progress)

    var claimed = [[Relation]](repeating: [], count: border)
    var holders: [Holder] = []
    for (content, match) in zip(border..<contents.count, found) {
      if let claim = match.claim {
        claimed[claim.content].append(claim.reversed(from: content))
      } else if let held = match.held {
        holders += contents.documents(of: content).map {
          Holder(document: $0 - references.count, reference: contents.leaders[held])
        }
      }
    }
    let families = try await FamilyBuilder(facts: base.facts, sizes: base.sets.sizes).families(
      around: claimed.indices.filter { !claimed[$0].isEmpty }
        .map { FamilyWalk.Family(centre: $0, members: claimed[$0]) },
      parallelism: parallelism)
    return Matches(
      removals: Self.removals(families, referenceCount: references.count),
      holders: holders.sorted { $0.document < $1.document })
  }

  /// What a content has to do with the reference.
  private struct Match: Sendable {
    /// The best match that may stand for it.
    var claim: Relation?
    /// The first reference content that it contains.
    var held: Int?
  }

  /// Looks contents up in pieces that grow with their number, because each needs a counter for all contents.
  private func lookUp(
    _ range: Range<Int>, _ base: ContentSets, progress: ProgressHandler?
  ) async throws -> [Match] {
    let plan = EvenPlan(count: range.count, piece: max(256, range.count / 512))
    let relations = base.relations(options)
    var found: [Match] = []
    found.reserveCapacity(range.count)
    try await parallelism.stream(count: plan.pieces) { piece -> [Match] in
      var counter = SharedCounter(count: relations.count)
      return plan.range(piece).map { offset in
        let content = range.lowerBound + offset
        let related = relations.relations(of: content, counter: &counter) {
          // Fillings of one template are no copies of each other.
          $0 >= range.lowerBound || base.areSiblings(content, $0)
        }
        let sameFacts = base.withoutOtherFacts(related ?? [], of: content)
        return Self.match(of: content, among: sameFacts, base.sets.sizes)
      }
    } consume: { piece, matches in
      found += matches
      progress?(
        AnalysisProgress(
          stage: "comparing with the reference", completed: plan.range(piece).upperBound, total: range.count))
    }
    return found
  }

  private static func match(of content: Int, among related: [Relation], _ sizes: [Int]) -> Match {
    var match = Match()
    for relation in related {
      if !relation.mayReplace {
        if relation.isContained, match.held == nil { match.held = relation.content }
      } else if let best = match.claim {
        if isBetter(relation, than: best, for: content, sizes) { match.claim = relation }
      } else {
        match.claim = relation
      }
    }
    return match
  }

  /// Near copies by shingles before those by alignment before containers; each by how much they share.
  private static func isBetter(
    _ relation: Relation, than best: Relation, for content: Int, _ sizes: [Int]
  ) -> Bool {
    func rank(_ relation: Relation) -> Int {
      relation.nearCopy == nil ? 0 : relation.identity == nil ? 2 : 1
    }
    if rank(relation) != rank(best) { return rank(relation) > rank(best) }
    if let identity = relation.identity, let other = best.identity { return identity > other }
    if relation.nearCopy == nil { return relation.overlap > best.overlap }
    func union(_ relation: Relation) -> Int { sizes[content] + sizes[relation.content] - relation.overlap }
    // Fractions compared in integers.
    return relation.overlap * union(best) > best.overlap * union(relation)
  }

  /// The members of families around reference documents that are no reference documents themselves.
  private static func removals(_ families: [DuplicateFamily], referenceCount: Int) -> [Removal] {
    var removals: [Removal] = []
    for family in families where family.representative < referenceCount {
      for member in family.members where member.document >= referenceCount {
        var evidence = member
        evidence.document -= referenceCount
        removals.append(Removal(keeper: .reference(family.representative), evidence: evidence))
      }
    }
    return removals.sorted { $0.document < $1.document }
  }
}
