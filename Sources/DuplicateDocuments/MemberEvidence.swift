import AnalysisModel
import TokenAlignment

/// What a document and its representative do not share, as words.
struct MemberEvidence: Sendable {
  let factsDiffer: Bool
  let differences: [WordDifference]
  let differencesOmitted: Int
  let sharedPassages: [SharedPassage]

  /// More entries are counted, not kept: a reader has seen enough, and 50,000 members must fit.
  static let mostDifferences = 24
  /// Longer stretches are given by their ends.
  static let mostWords = 30
  /// A reader wants to see where it stands, not every run.
  static let mostPassages = 3
  /// Shorter runs match by chance.
  static let fewestSharedTokens = 5

  /// Aligns two documents and spells out what they do not share and, for a contained one, what they do.
  init(representative: DocumentWords, other: DocumentWords, showsPassages: Bool) {
    let alignment = DocumentAlignment(representative: representative, other: other)
    let gaps = alignment.gaps
    differences = gaps.prefix(Self.mostDifferences).map { gap in
      WordDifference(
        representative: representative.phrase(gap.a, limit: Self.mostWords),
        other: other.phrase(gap.b, limit: Self.mostWords))
    }
    differencesOmitted = max(0, gaps.count - Self.mostDifferences)
    factsDiffer = alignment.factsDiffer
    sharedPassages = showsPassages ? Self.passages(alignment) : []
  }

  /// The longest shared runs, longest first, ties in document order; they do not overlap.
  private static func passages(_ alignment: DocumentAlignment) -> [SharedPassage] {
    let runs = alignment.sharedRuns.filter { $0.b.count >= fewestSharedTokens }
      .sorted { ($1.b.count, $0.b.lowerBound) < ($0.b.count, $1.b.lowerBound) }
    var chosen: [SequenceAlignment.Stretch] = []
    for run in runs where chosen.count < mostPassages {
      if !chosen.contains(where: { $0.b.overlaps(run.b) }) { chosen.append(run) }
    }
    return chosen.map { run in
      SharedPassage(
        tokenCount: run.b.count, place: alignment.other.place(run.b),
        representativePlace: alignment.representative.place(run.a))
    }
  }
}
