import AnalysisModel
import TextFeatures
import TokenAlignment

/// What a document and its representative do not share, as words.
struct MemberEvidence: Sendable {
  let factsDiffer: Bool
  let differences: [WordDifference]
  let differencesOmitted: Int

  /// More entries are counted, not kept: a reader has seen enough, and 50,000 members must fit.
  static let mostDifferences = 24
  /// Longer stretches are given by their ends.
  static let mostWords = 30

  /// Under a millisecond a pair: two thousand tokens with five hundred edits, more of both by anchors.
  private static let aligner = SequenceAligner(effort: 1 << 20)

  /// Aligns two documents, field by field, and spells out the gaps.
  ///
  /// Facts differ when every token in every gap, on both sides, is a fact (`FactWords`) and at least one gap
  /// has tokens on both sides: something was said otherwise, not only left out.
  init(representative: DocumentWords, other: DocumentWords) {
    let gaps = Self.gaps(representative, other)
    differences = gaps.prefix(Self.mostDifferences).map { gap in
      WordDifference(
        representative: representative.phrase(gap.a, limit: Self.mostWords),
        other: other.phrase(gap.b, limit: Self.mostWords))
    }
    differencesOmitted = max(0, gaps.count - Self.mostDifferences)
    factsDiffer =
      gaps.contains { !$0.a.isEmpty && !$0.b.isEmpty }
      && gaps.allSatisfy { gap in
        gap.a.allSatisfy { representative.isFact($0) } && gap.b.allSatisfy { other.isFact($0) }
      }
  }

  /// What titles and texts do not share; offsets count from the documents' first tokens.
  private static func gaps(_ a: DocumentWords, _ b: DocumentWords) -> [SequenceAlignment.Stretch] {
    let titles = aligner.align(a.ids.prefix(a.titleCount), b.ids.prefix(b.titleCount)).gaps
    let texts = aligner.align(a.ids.dropFirst(a.titleCount), b.ids.dropFirst(b.titleCount)).gaps
    return titles
      + texts.map { gap in
        SequenceAlignment.Stretch(
          a: gap.a.lowerBound + a.titleCount..<gap.a.upperBound + a.titleCount,
          b: gap.b.lowerBound + b.titleCount..<gap.b.upperBound + b.titleCount)
      }
  }
}
