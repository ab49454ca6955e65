import AnalysisModel
import TokenAlignment

/// Near copies that many small differences hide from the sets of shingles: misread or mistyped characters, words
/// spelled out or shortened.
///
/// Candidates share at least an eighth of the rare shingles of the one with fewer (`RareShingles`). What decides
/// is the edit distance of the normalised texts (`ContentCharacters`): at most 1 − `identity` of the characters
/// of the longer one; twice as much, but not more than half, where numbers and dates confirm that the two are
/// one and neither is contained in the other; never where these deny it (`NumberAgreement`). Every such pair is
/// found, and no other, but for near copies by shingles and texts of more than `mostCharacters` characters.
struct NoisyCopies: AlignmentRoute {
  private let search: NeighbourSearch
  private let rare: RareShingles
  private let characters: ContentCharacters
  private let terms: FactTerms
  /// For every content, how many characters it has; nil where only writing them out tells.
  private let lengths: [Int?]

  /// Longer texts are not aligned: at this length a pair takes about a tenth of a second.
  static let mostCharacters = 1 << 18

  /// - Parameter ofCharacters: whether shingles are runs of characters.
  init(
    _ search: NeighbourSearch, _ characters: ContentCharacters, terms: FactTerms, ofCharacters: Bool
  ) {
    self.search = search
    self.characters = characters
    self.terms = terms
    lengths = characters.lengths()
    rare = RareShingles(
      search.sets, order: search.order,
      mostHolders: RareShingles.mostHolders(ofCharacters: ofCharacters))
  }

  func nearCopies(
    of content: Int, counter: inout SharedCounter, patience: NeighbourSearch.Patience,
    isSkipped: (Int) -> Bool
  ) -> [AlignedNearCopy]? {
    let found = rare.candidates(of: content, counter: &counter, isSkipped: isSkipped)
    let candidates = found.filter {
      haveSimilarLengths(content, $0) && !isNearCopyByShingles(content, $0)
    }
    if candidates.isEmpty { return [] }
    if candidates.count > patience.alignments { return nil }
    let numbers = characters.terms(of: content) { terms.contains($0) }
    let text = characters.characters(of: content)
    return candidates.compactMap { candidate in
      let agreement = NumberAgreement(numbers, characters.terms(of: candidate) { terms.contains($0) })
      if agreement.denies { return nil }
      // A contained text of which much is missing stays contained, whatever its numbers.
      let isDecided = search.relatedOverlap(content, candidate) != nil
      let numbersCount = isDecided ? NumberAgreement([], []) : agreement
      return identity(of: text, and: characters.characters(of: candidate), numbersCount).map {
        AlignedNearCopy(content: candidate, identity: $0.value)
      }
    }
  }

  /// Whether the lengths of two texts leave room for an edit distance that is low enough.
  private func haveSimilarLengths(_ a: Int, _ b: Int) -> Bool {
    guard let lengthA = lengths[a], let lengthB = lengths[b] else { return true }
    let length = max(lengthA, lengthB)
    return length - min(lengthA, lengthB) <= mostEdits(length, isConfirmed: true)
  }

  /// How many edits two texts may be apart, of which the longer one has `length` characters.
  private func mostEdits(_ length: Int, isConfirmed: Bool) -> Int {
    let limit = length - search.rule.identity.minimumCount(of: length)
    return isConfirmed ? max(limit, min(2 * limit, length / 2)) : limit
  }

  /// The rule of identity applied to two contents, whether shingles decide on them or not.
  ///
  /// Where more than half of the longer text would have to be edited, the share is not measured.
  func check(_ a: Int, _ b: Int) -> RuleCheck {
    let texts = [a, b].map { characters.characters(of: $0) }
    let length = max(texts[0].count, texts[1].count)
    let distance =
      length > Self.mostCharacters ? nil : EditDistance.distance(texts[0], texts[1], limit: length / 2)
    let measure = distance.map {
      RuleCheck.Measure(part: length - $0, whole: length, threshold: search.rule.identity)
    }
    let numbers = [a, b].map { characters.terms(of: $0) { terms.contains($0) } }
    let agreement = NumberAgreement(numbers[0], numbers[1])
    let counts = [a, b].map { rare.count(of: $0) }
    let circumstance: RuleCheck.Circumstance? =
      if a == b {
        nil
      } else if search.sets.sharedCount(a, b) < RareShingles.leastShared(counts[0], counts[1]) {
        .fewRareShingles
      } else if agreement.denies {
        .otherNumbers
      } else if agreement.confirms && search.relatedOverlap(a, b) == nil {
        .sameNumbers
      } else {
        nil
      }
    let isLow = distance.map { $0 <= mostEdits(length, isConfirmed: circumstance == .sameNumbers) } ?? false
    let holds = isLow && (circumstance == nil || circumstance == .sameNumbers)
    return RuleCheck(identity: measure, holds: holds, circumstance: circumstance)
  }

  private func isNearCopyByShingles(_ a: Int, _ b: Int) -> Bool {
    search.rule.isNearCopy(search.sets.sizes[a], search.sets.sizes[b], overlap: search.sets.sharedCount(a, b))
  }

  /// The identity of two texts if it is high enough.
  func identity(of a: [UInt32], and b: [UInt32], _ agreement: NumberAgreement) -> TextIdentity? {
    let length = max(a.count, b.count)
    if length > Self.mostCharacters { return nil }
    let limit = mostEdits(length, isConfirmed: agreement.confirms)
    return EditDistance.distance(a, b, limit: limit).map { TextIdentity(distance: $0, length: length) }
  }
}
