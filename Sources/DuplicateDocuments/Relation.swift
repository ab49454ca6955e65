import AnalysisModel

/// How another content is related to the one that was asked for.
struct Relation: Sendable, Hashable {
  /// Why two contents are near copies of each other.
  enum NearCopy: Sendable, Hashable {
    /// The Jaccard similarity of their shingle sets is high enough.
    case shingles
    /// Alignment found this share of tokens or characters to be the same, where shingles do not decide.
    case alignment(identity: Double)
  }

  /// The other content.
  var content: Int
  /// How many shingles both hold.
  var overlap: Int
  /// Why the two are near copies; nil where they are not.
  var nearCopy: NearCopy?
  /// Whether the other content is contained in the one that was asked for.
  var isContained: Bool
  /// Whether the other content contains the one that was asked for.
  var isContainer: Bool

  /// Whether the other content may be removed in favour of the one that was asked for.
  var mayBeReplaced: Bool { nearCopy != nil || isContained }

  /// Whether the content that was asked for may be removed in favour of the other one.
  var mayReplace: Bool { nearCopy != nil || isContainer }

  /// The share that alignment found to be the same, where that made the two near copies.
  var identity: Double? {
    if case .alignment(let identity)? = nearCopy { identity } else { nil }
  }

  /// What the other content is to the one that was asked for, as its representative.
  var verdict: DuplicateVerdict { nearCopy != nil ? .nearCopy : isContained ? .contained : .related }

  /// The same relation as the other content sees it.
  func reversed(from content: Int) -> Relation {
    Relation(
      content: content, overlap: overlap, nearCopy: nearCopy, isContained: isContainer,
      isContainer: isContained)
  }
}
