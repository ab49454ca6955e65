import AnalysisModel
import TokenAlignment

/// Near copies that many small differences hide from the sets of shingles: misread or mistyped characters.
///
/// Candidates come from rare shingles (`RareShingles`); what decides is the identity of the normalised texts.
/// So every pair of candidates with an identity of at least `leastIdentity` is found, and no other.
struct NoisyCopies: Sendable {
  private let rare: RareShingles
  private let characters: ContentCharacters
  private let leastIdentity: DecimalFraction

  /// Longer texts are not aligned: at this length a pair takes about a tenth of a second.
  static let mostCharacters = 1 << 18

  init(rare: RareShingles, characters: ContentCharacters, leastIdentity: DecimalFraction) {
    self.rare = rare
    self.characters = characters
    self.leastIdentity = leastIdentity
  }

  /// A content and how much of its text is the same.
  struct Copy: Sendable, Hashable {
    var content: Int
    var identity: TextIdentity
  }

  /// The noisy copies of a content, ascending.
  ///
  /// - Parameters:
  ///   - counter: for as many places as there are contents, clear; left clear.
  ///   - patience: gives up, with nil, where more texts would have to be aligned.
  ///   - isSkipped: contents that are of no interest.
  func copies(
    of content: Int, counter: inout SharedCounter, patience: Int, isSkipped: (Int) -> Bool
  ) -> [Copy]? {
    let candidates = rare.candidates(of: content, counter: &counter, isSkipped: isSkipped)
    if candidates.isEmpty { return [] }
    if candidates.count > patience { return nil }
    let text = characters.characters(of: content)
    return candidates.compactMap { candidate in
      identity(of: text, and: characters.characters(of: candidate)).map {
        Copy(content: candidate, identity: $0)
      }
    }
  }

  /// The identity of two texts if it is high enough.
  func identity(of a: [UInt32], and b: [UInt32]) -> TextIdentity? {
    let length = max(a.count, b.count)
    if length > Self.mostCharacters { return nil }
    let limit = length - leastIdentity.minimumCount(of: length)
    return EditDistance.distance(a, b, limit: limit).map { TextIdentity(distance: $0, length: length) }
  }
}
