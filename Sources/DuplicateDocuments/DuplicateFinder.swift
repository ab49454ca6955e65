import AnalysisModel
import Execution
import TextFeatures

/// Finds the families of duplicate documents of a corpus, exactly, and the templates among them.
///
/// Two documents are compared by their shingle sets A and B: the distinct runs of `shingleWords` tokens of
/// each field, or of `shingleCharacters` characters of its normalised text (`ContentCharacters`); a shorter
/// field is one shingle, and no shingle crosses from the title into the text.
/// The verdict on a document is the first that holds:
/// 1. *identical*: the same bytes in the text field, and in the title where titles take part;
/// 2. *same text*: the same tokens in the same fields, at least one;
/// 3. *template*: at least three documents share a frame and differ in facts only, which are numbers, names
///    and dates (`TemplateGroup`);
/// 4. *near copy*: |A ∩ R| / |A ∪ R| ≥ `jaccard`, where A is the document and R its representative; or their
///    characters agree at least to the part `identity` (`NoisyCopies` says which pairs are aligned);
/// 5. *contained*: |A ∩ R| / |A| ≥ `containment`, and the document has at least `minimumContainedTokens`
///    tokens.
///
/// Every pair that meets a threshold is considered, and no other: sets are compared by their members,
/// thresholds in integers. A document without tokens can only be identical to others.
///
/// Families do not chain: every member relates directly to its representative, and no two representatives
/// (documents without a family included) relate to each other in a way that would let one replace the other.
/// The representative is the first of its family in walk order, except that a document contained one-sidedly
/// in one that is not yet claimed gives way to it. All this holds for star linkage, the default;
/// `DuplicateOptions.Linkage` says what the others do.
///
/// Templates make exceptions. The documents of a template group are representatives, never members. Another
/// document is a member only of the group's document that it resembles most, and of none that says other
/// facts in the place of its own; so it may be kept although it resembles them.
///
/// - Complexity: expected O(tokens) to build the sets; the search takes time in proportion to the pairs that
///   share a rare shingle, of which pairs of already claimed documents are left out. The documents of a template
///   are found by their frame, in time linear in their tokens; only where each leaves out other facts, so that
///   hardly three have the same frame, are they found pair by pair. Memory: about the shared
///   shingle occurrences.
public struct DuplicateFinder: Sendable {
  private let options: DuplicateOptions
  private let includeTitle: Bool
  private let parallelism: Parallelism

  /// A finder.
  ///
  /// - Parameter includeTitle: whether titles take part in the comparison, as they do or do not in the tokens.
  /// - Precondition: `options.shingleWords ≥ 1`, `options.shingleCharacters ≥ 1` where given.
  public init(options: DuplicateOptions, includeTitle: Bool = true, parallelism: Parallelism) {
    precondition(options.shingleWords >= 1, "shingles of \(options.shingleWords) words")
    precondition(
      options.shingleCharacters ?? 1 >= 1, "shingles of \(options.shingleCharacters ?? 1) characters")
    self.options = options
    self.includeTitle = includeTitle
    self.parallelism = parallelism
  }

  /// The families of the documents.
  ///
  /// - Parameters:
  ///   - documents: the corpus, in input order.
  ///   - tokens: the same documents, cut into tokens. Title tokens are ignored unless titles take part.
  ///   - order: the walk order, a permutation of the document indices; the earliest document of a family
  ///     represents it. Nil is input order.
  ///   - progress: told how many distinct contents have been looked up.
  /// - Returns: families by representative, members by document; the same on any number of threads.
  /// - Throws: `CancellationError`.
  public func families(
    in documents: [Document], tokens: TokenizedCorpus, order: [Int]? = nil,
    progress: ProgressHandler? = nil
  ) async throws -> DuplicateFindings {
    let base = try await ContentSets(
      of: documents, tokens: tokens, options: options, includeTitle: includeTitle, order: order,
      parallelism: parallelism)
    let outcome = try await base.outcome(options, parallelism: parallelism) { completed in
      progress?(
        AnalysisProgress(
          stage: "comparing documents", completed: completed, total: base.contents.count))
    }
    return DuplicateFindings(
      families: try await FamilyBuilder(facts: base.facts, sizes: base.sets.sizes)
        .families(around: outcome.families, parallelism: parallelism),
      templates: TemplateBuilder(facts: base.facts).groups(outcome.groups),
      documentsWithoutTokens: documents.indices.filter { base.fields.positions(of: $0).isEmpty })
  }
}
