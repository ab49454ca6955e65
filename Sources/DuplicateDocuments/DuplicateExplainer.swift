import AnalysisModel
import Execution
import TextFeatures

/// Measures two documents by every rule that makes duplicates, and says which one decides.
///
/// The two are a corpus of their own: sets, sizes and overlaps are built and decided by the same code as for all
/// documents, and depend on nothing but the two. The rules are those of `DuplicateFinder`, in its order; whether
/// the two fill one template, and what families they are in, only the whole corpus can say.
public struct DuplicateExplainer: Sendable {
  private let options: DuplicateOptions
  private let includeTitle: Bool
  private let parallelism: Parallelism

  /// An explainer.
  ///
  /// - Parameter includeTitle: whether titles take part in the comparison, as they do or do not in the tokens.
  public init(options: DuplicateOptions, includeTitle: Bool = true, parallelism: Parallelism) {
    self.options = options
    self.includeTitle = includeTitle
    self.parallelism = parallelism
  }

  /// One of the two documents, with its index in the corpus and what the families say about it.
  public struct Subject: Sendable {
    /// The document.
    public var document: Document
    /// Its index in the corpus.
    public var index: Int
    /// What the families of the corpus say about it.
    public var standing: DuplicateStanding

    /// A document of a corpus.
    public init(_ document: Document, index: Int, standing: DuplicateStanding) {
      self.document = document
      self.index = index
      self.standing = standing
    }
  }

  /// Explains two documents; shared passages are left to whoever can find them.
  ///
  /// - Parameters:
  ///   - a: the first document.
  ///   - b: the second document.
  ///   - tokens: the tokens of these two, in this order, and of nothing else.
  /// - Throws: `CancellationError`.
  /// - Complexity: that of building the sets of two documents and of aligning them.
  public func explanation(
    of a: Subject, and b: Subject, tokens: TokenizedCorpus
  ) async throws -> DuplicateExplanation {
    let documents = [a.document, b.document]
    let base = try await ContentSets(
      of: documents, tokens: tokens, options: options, includeTitle: includeTitle, parallelism: parallelism)
    let words = documents.indices.map { DocumentWords(documents[$0], index: $0, fields: base.fields) }
    let alignment = DocumentAlignment(representative: words[0], other: words[1])
    let measures = PairMeasures(base)
    func side(_ subject: Subject, _ position: Int) -> DuplicateExplanation.Side {
      let title = includeTitle ? subject.document.text(of: .title).count : 0
      return DuplicateExplanation.Side(
        document: subject.index, bytes: subject.document.text.count + title,
        tokens: base.fields.positions(of: position).count, shingles: measures.sizes[position],
        standing: subject.standing)
    }
    return DuplicateExplanation(
      a: side(a, 0), b: side(b, 1), sharedShingles: measures.overlap,
      alignedTokens: alignment.matches.reduce(0) { $0 + $1.a.count }, factsDiffer: alignment.factsDiffer,
      checks: checks(measures, identity: base.identityCheck(options), sharesTemplate: sharesTemplate(a, b)),
      differences: differences(alignment, words, [a, b], base.fields))
  }

  private func sharesTemplate(_ a: Subject, _ b: Subject) -> Bool {
    a.standing.template != nil && a.standing.template == b.standing.template
  }

  private func checks(_ pair: PairMeasures, identity: RuleCheck, sharesTemplate: Bool) -> [RuleCheck] {
    let union = pair.sizes[0] + pair.sizes[1] - pair.overlap
    func containment(_ side: Int) -> (RuleCheck.Measure, RuleCheck.Length) {
      (
        RuleCheck.Measure(part: pair.overlap, whole: pair.sizes[side], threshold: options.containment),
        RuleCheck.Length(tokens: pair.tokenCounts[side], minimum: options.minimumContainedTokens)
      )
    }
    let (aInB, lengthOfA) = containment(0)
    let (bInA, lengthOfB) = containment(1)
    return [
      RuleCheck(.identical, holds: pair.hasSameBytes),
      RuleCheck(.sameText, holds: pair.hasSameTokens),
      RuleCheck(.template, holds: sharesTemplate),
      RuleCheck(
        .nearCopy, measure: .init(part: pair.overlap, whole: union, threshold: options.jaccard)),
      identity,
      RuleCheck(.aInB, measure: aInB, length: lengthOfA),
      RuleCheck(.bInA, measure: bInA, length: lengthOfB),
    ]
  }

  private func differences(
    _ alignment: DocumentAlignment, _ words: [DocumentWords], _ subjects: [Subject], _ fields: ComparedFields
  ) -> [DuplicateExplanation.Difference] {
    var places = subjects.enumerated().map { position, subject in
      TokenPlaces(subject.document, index: position, name: subject.index, fields: fields)
    }
    return alignment.gaps.map { gap in
      DuplicateExplanation.Difference(
        a: words[0].phrase(gap.a, limit: .max), b: words[1].phrase(gap.b, limit: .max),
        placeInA: places[0].place(of: gap.a), placeInB: places[1].place(of: gap.b))
    }
  }
}

/// What two documents have and share, in counts.
private struct PairMeasures {
  let hasSameBytes: Bool
  let hasSameTokens: Bool
  let sizes: [Int]
  let tokenCounts: [Int]
  let overlap: Int

  /// - Precondition: the base holds two documents.
  init(_ base: ContentSets) {
    let contents = base.contents
    // With one content left, both documents have it; else contents are numbered in document order.
    let second = contents.count - 1
    hasSameBytes = contents.identityOf[0] == contents.identityOf[1]
    hasSameTokens = base.fields.haveSameTokens(0, 1)
    sizes = [base.sets.sizes[0], base.sets.sizes[second]]
    tokenCounts = [base.tokenCounts[0], base.tokenCounts[second]]
    overlap = base.sets.sharedCount(0, second)
  }
}
