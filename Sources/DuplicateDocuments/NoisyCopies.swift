import AnalysisModel
import TokenAlignment

/// Near copies that many small differences hide from the sets of shingles: misread or mistyped characters.
///
/// Candidates come from rare shingles (`RareShingles`); what decides is the identity of the normalised texts:
/// one minus their edit distance over the characters of the longer one (`ContentCharacters`). So every pair of
/// contents is found that shares at least an eighth of the rare shingles of the one with fewer, whose identity
/// is at least that of the options, and of which neither has more than `mostCharacters` characters; and no
/// other. Near copies by shingles are left out.
struct NoisyCopies: AlignmentRoute {
  private let search: NeighbourSearch
  private let rare: RareShingles
  private let characters: ContentCharacters

  /// Longer texts are not aligned: at this length a pair takes about a tenth of a second.
  static let mostCharacters = 1 << 18

  init(_ search: NeighbourSearch, _ characters: ContentCharacters) {
    self.search = search
    self.characters = characters
    rare = RareShingles(search.sets, order: search.order)
  }

  func nearCopies(
    of content: Int, counter: inout SharedCounter, patience: NeighbourSearch.Patience,
    isSkipped: (Int) -> Bool
  ) -> [AlignedNearCopy]? {
    let found = rare.candidates(of: content, counter: &counter, isSkipped: isSkipped)
    let candidates = found.filter { !isNearCopyByShingles(content, $0) }
    if candidates.isEmpty { return [] }
    if candidates.count > patience.alignments { return nil }
    let text = characters.characters(of: content)
    return candidates.compactMap { candidate in
      identity(of: text, and: characters.characters(of: candidate)).map {
        AlignedNearCopy(content: candidate, identity: $0.value)
      }
    }
  }

  private func isNearCopyByShingles(_ a: Int, _ b: Int) -> Bool {
    search.rule.isNearCopy(
      search.sets.sizes[a], search.sets.sizes[b], overlap: search.overlap(a, b))
  }

  /// The identity of two texts if it is high enough.
  func identity(of a: [UInt32], and b: [UInt32]) -> TextIdentity? {
    let length = max(a.count, b.count)
    if length > Self.mostCharacters { return nil }
    let limit = length - search.rule.identity.minimumCount(of: length)
    return EditDistance.distance(a, b, limit: limit).map { TextIdentity(distance: $0, length: length) }
  }
}
