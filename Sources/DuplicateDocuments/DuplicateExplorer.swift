import AnalysisModel
import Execution
import TextFeatures

/// Tries thresholds: how many families and removals each would make, and which pairs stand near it.
///
/// Contents and their shingle sets are made once. For every threshold the exact join and the families are
/// made anew, with the linkage of the options, exactly as `DuplicateFinder` would with that threshold: no
/// pair list is held, so mass duplicates stay linear at every step. Steps lead from 50 to 100 per cent by
/// five, the configured threshold among them; Jaccard is tried with the configured containment, and the
/// other way round.
///
/// *Borderline pairs* are pairs of a representative and a member out of the families of any step for which
/// the tried measure decides: pairs near a Jaccard threshold are not contained, pairs near a containment
/// threshold are no near copies. Those nearest to a threshold on either side are shown, up to the next
/// threshold there, ties in document order.
///
/// - Complexity: O(tokens), and one join with its families for each step.
public struct DuplicateExplorer: Sendable {
  /// How many pairs are shown on either side of a threshold.
  static let pairsShown = 2
  /// How many differences of a pair are kept.
  static let differencesShown = 3

  private let options: DuplicateOptions
  private let includeTitle: Bool
  private let parallelism: Parallelism

  /// An explorer.
  ///
  /// - Parameter includeTitle: whether titles take part in the comparison, as they do or do not in the
  ///   tokens.
  public init(options: DuplicateOptions, includeTitle: Bool = true, parallelism: Parallelism) {
    self.options = options
    self.includeTitle = includeTitle
    self.parallelism = parallelism
  }

  /// Tries the thresholds on a corpus, walked in input order.
  ///
  /// - Parameters:
  ///   - documents: the corpus.
  ///   - tokens: the same documents, cut into tokens.
  ///   - progress: told how many thresholds have been tried.
  /// - Returns: the steps; the same on any number of threads.
  /// - Throws: `CancellationError`.
  public func exploration(
    in documents: [Document], tokens: TokenizedCorpus, progress: ProgressHandler? = nil
  ) async throws -> DuplicateExploration {
    let base = try await ContentSets(
      of: documents, tokens: tokens, options: options, includeTitle: includeTitle, parallelism: parallelism)
    let jaccard = ThresholdSteps.around(options.jaccard)
    let containment = ThresholdSteps.around(options.containment)
    let total = jaccard.count + containment.count
    func report(_ completed: Int) {
      progress?(AnalysisProgress(stage: "trying thresholds", completed: completed, total: total))
    }
    report(0)
    let byJaccard = try await steps(jaccard, of: .jaccard, base) { report($0) }
    let byContainment = try await steps(containment, of: .containment, base) { report(jaccard.count + $0) }
    let evidence = BorderlineEvidence(base: base)
    return DuplicateExploration(
      documentCount: documents.count, tokenCount: tokens.tokenCount,
      jaccard: byJaccard.map { evidence.step($0) }, containment: byContainment.map { evidence.step($0) })
  }

  /// One threshold after the other; every step knows the links of all.
  private func steps(
    _ thresholds: [DecimalFraction], of measure: TriedMeasure, _ base: ContentSets, _ report: (Int) -> Void
  ) async throws -> [TriedThreshold] {
    var tried: [TriedThreshold] = []
    var links: Set<ContentLink> = []
    let configured = PairRule(options)
    for threshold in thresholds {
      let families = try await base.outcome(
        measure.applied(threshold, to: options), parallelism: parallelism
      ).families
      tried.append(
        TriedThreshold(
          threshold, isConfigured: threshold == measure.configured(in: options), families, base))
      for family in families {
        for member in family.members {
          let link = ContentLink(centre: family.centre, member: member.content, overlap: member.overlap)
          if measure.decides(link, base, configured) && !measure.isKnown(link, among: links, base) {
            links.insert(link)
          }
        }
      }
      report(tried.count)
    }
    let ranked = RankedLinks(links, by: measure, base)
    return tried.indices.map { position in
      var step = tried[position]
      (step.above, step.below) = ranked.nearest(
        to: step.threshold, lower: position > 0 ? tried[position - 1].threshold : nil,
        higher: position + 1 < tried.count ? tried[position + 1].threshold : nil, limit: Self.pairsShown)
      return step
    }
  }
}
