import AnalysisModel
import TextFeatures
import TokenAlignment

/// Two documents laid side by side, titles with titles and texts with texts.
struct PairAlignment {
  /// What the documents do not share, in order; offsets count from their first tokens.
  let gaps: [SequenceAlignment.Stretch]
  /// How many tokens of either document are matched.
  let matchedTokens: Int

  /// One pair may take its time: optimal up to 2,000 tokens against 2,000 others.
  private static let aligner = SequenceAligner()

  init(_ a: DocumentWords, _ b: DocumentWords) {
    let titles = Self.aligner.align(a.ids.prefix(a.titleCount), b.ids.prefix(b.titleCount))
    let texts = Self.aligner.align(a.ids.dropFirst(a.titleCount), b.ids.dropFirst(b.titleCount))
    matchedTokens = titles.matchedCount + texts.matchedCount
    gaps =
      titles.gaps
      + texts.gaps.map { gap in
        SequenceAlignment.Stretch(
          a: gap.a.lowerBound + a.titleCount..<gap.a.upperBound + a.titleCount,
          b: gap.b.lowerBound + b.titleCount..<gap.b.upperBound + b.titleCount)
      }
  }
}
