import Execution

/// Finds the frames that several contents fill with different facts, in time linear in the tokens.
///
/// Contents with equal frames by `FrameReader` are looked at together. There a token is a fact by the rule of
/// `FactWords`, or where it has a capital and
/// - is a fact in another of these contents, or
/// - starts a sentence and stands nowhere in the corpus with a small letter.
///
/// So much is taken for a fact because a template sibling must not be lost: what is wrongly left open keeps a
/// document that could go. With facts left open by this finer rule, a frame is a template if at least
/// `fewestFillings` contents fill it, if it has at least `fewestWords` words, and if what all contents share,
/// facts included, is at least half of the tokens of the shortest one.
struct TemplateFrames {
  /// A template is seen from three fillings on; two are a text and an edited copy of it.
  static let fewestFillings = 3
  /// Frames of fewer words ("… was born in … on …") are how a language says a thing, not a template.
  static let fewestWords = 10
  /// Frames are first compared with too much left open, so that fewer words suffice there.
  private static let fewestClosedWords = fewestWords / 2

  /// The contents of one template group.
  struct Group: Sendable, Hashable {
    /// Ascending.
    var contents: [Int]
    /// Of a group found by frame, the content with the earliest document and its places that are filled
    /// differently, as offsets from its first token; nil for a group found otherwise.
    var frame: Frame?
  }

  /// A content of a group and which of its tokens the others replace.
  struct Frame: Sendable, Hashable {
    var content: Int
    var slots: [Range<Int>]
  }

  private let reader: FrameReader
  private let parallelism: Parallelism

  private init(_ facts: ContentFacts, _ terms: FactTerms, _ parallelism: Parallelism) {
    reader = FrameReader(facts: facts, terms: terms)
    self.parallelism = parallelism
  }

  /// The groups, in the order of their first contents; no content is in two.
  ///
  /// - Complexity: expected O(tokens).
  static func groups(
    _ facts: ContentFacts, terms: FactTerms, parallelism: Parallelism
  ) async throws -> [Group] {
    let frames = TemplateFrames(facts, terms, parallelism)
    let proposed = try await frames.proposals()
    if proposed.isEmpty { return [] }
    let all = proposed.flatMap { $0 }
    let plan = EvenPlan(count: all.count, piece: 256)
    let marks = try await parallelism.map(count: plan.pieces) { piece in
      plan.range(piece).map { facts.words(of: all[$0]).marks(terms) }
    }
    let flat = marks.flatMap { $0 }
    let small = try await frames.termsInSmallLetters(all, flat)
    var start = 0
    let spans = proposed.map { contents in
      defer { start += contents.count }
      return start..<start + contents.count
    }
    let groups = try await parallelism.map(count: proposed.count) { index in
      FrameFillings(
        contents: proposed[index], marks: Array(flat[spans[index]]), facts: facts, inSmallLetters: small
      ).groups()
    }
    return groups.flatMap { $0 }.sorted { $0.contents[0] < $1.contents[0] }
  }

  /// Contents with equal frames, enough of them and with enough words.
  private func proposals() async throws -> [[Int]] {
    let count = reader.facts.contents.count
    let plan = EvenPlan(count: count, piece: 1024)
    let reader = reader
    let hashes = try await parallelism.map(count: plan.pieces) { piece in
      plan.range(piece).map { content -> UInt64? in
        let (hash, words) = reader.hash(of: content)
        return words >= Self.fewestClosedWords ? hash : nil
      }
    }.flatMap { $0 }
    let long = hashes.indices.filter { hashes[$0] != nil }
    let grouping = ExactGrouping(hashes: long.compactMap { hashes[$0] }) {
      reader.frame(of: long[$0]) == reader.frame(of: long[$1])
    }
    var groups = [[Int]](repeating: [], count: grouping.leaders.count)
    for (position, group) in grouping.groups.enumerated() { groups[group].append(long[position]) }
    return groups.filter { $0.count >= Self.fewestFillings }
  }

  /// Of the terms that start a sentence in the proposed contents and may be names, those that any content
  /// writes with a small letter.
  private func termsInSmallLetters(
    _ proposed: [Int], _ marks: [[DocumentWords.Mark]]
  ) async throws -> Set<UInt32> {
    var isCandidate = [Bool](repeating: false, count: reader.facts.fields.tokens.vocabulary.count)
    var isNeeded = false
    for (content, marks) in zip(proposed, marks) {
      let words = reader.facts.words(of: content)
      for (offset, mark) in marks.enumerated() where mark == .sentenceStart {
        isCandidate[Int(words.token(offset))] = true
        isNeeded = true
      }
    }
    guard isNeeded else { return [] }
    let plan = EvenPlan(count: reader.facts.contents.count, piece: 1024)
    let (reader, candidates) = (reader, isCandidate)
    let found = try await parallelism.map(count: plan.pieces) { piece in
      var found: Set<UInt32> = []
      for content in plan.range(piece) {
        reader.noteSmall(content, candidates: candidates, found: &found)
      }
      return found
    }
    return found.reduce(into: []) { $0.formUnion($1) }
  }
}
