import Execution

/// A copy with what is expected of it.
struct MadeCopy: Sendable {
  var text: String
  var verdict: PlantedVerdict
  /// Whether it is the original that is contained, where something is.
  var containsOriginal = false
  var factsDiffer = false
  var accepted: [PlantedVerdict] = []
}

/// Makes copies of documents, and judges them by `PlainComparison`.
struct CopyMaker: Sendable {
  let facts: CorpusFacts
  let isNoisy: Bool
  let tokenizer = PlainTokenizer(parallelism: Parallelism(threads: 1))

  private static let trimmedShare = 0.03..<0.1
  private static let excerptShare = 0.3..<0.5
  private static let noiseShare = 0.005..<0.02
  private static let heavyNoiseShare = 0.02..<0.1
  private static let lightWrapping = 0.02..<0.12
  private static let heavyWrapping = 0.5..<1.0
  private static let quotedTokens = 40...120

  /// The copies that an edit makes of a document; nil where it does not suit the document, or where what it
  /// did leaves room for doubt.
  ///
  /// - Parameter host: another document, for quotations.
  func copies(
    of original: PlantedCandidate, by edit: PlantedEdit, host: PlantedCandidate?,
    _ random: inout RandomStream
  ) async throws -> [MadeCopy]? {
    let text = original.text
    let size = Double(original.tokenCount)
    switch edit {
    case .identical:
      return [MadeCopy(text: text, verdict: .identical)]
    case .sameText:
      return try await unchangedTokens(SurfaceEdits.apply(to: text, &random), original)
    case .trimmed:
      let share = random.fraction(in: Self.trimmedShare)
      return try await judged(SentenceEdits.cutting(text, share: share, &random), original)
    case .excerpt:
      let share = random.fraction(in: Self.excerptShare)
      return try await judged(SentenceEdits.cutting(text, share: share, &random), original)
    case .reordered:
      return try await judged(SentenceEdits.reordering(text, &random), original)
    case .noise:
      let share = random.fraction(in: isNoisy ? Self.heavyNoiseShare : Self.noiseShare)
      return try await changedTokens(CharacterNoise.apply(to: text, share: share, &random), original)
    case .wrappedLightly:
      let tokens = Int(random.fraction(in: Self.lightWrapping) * size)
      return try await judged(WebPage.wrapping(text, tokens: max(1, tokens), &random), original)
    case .wrapped:
      let tokens = Int(random.fraction(in: Self.heavyWrapping) * size)
      guard tokens <= WebPage.mostTokens else { return nil }
      return try await judged(WebPage.wrapping(text, tokens: tokens, &random), original)
    case .quotation:
      guard let host else { return nil }
      return try await quotation(of: original, in: host, &random)
    case .facts:
      return try await lonePair(original, &random)
    case .template, .templateOfManyFacts:
      return try await siblings(of: original, nearCopies: edit == .template, &random)
    }
  }

  private func comparison(_ original: String, _ copy: String) async throws -> PlainComparison {
    let tokens = try await tokenizer.tokens(of: [original, copy])
    return PlainComparison(original: tokens[0], copy: tokens[1])
  }

  private func judged(_ copy: String?, _ original: PlantedCandidate) async throws -> [MadeCopy]? {
    guard let copy else { return nil }
    let comparison = try await comparison(original.text, copy)
    guard let verdict = comparison.relation, verdict != .sameText else { return nil }
    return [MadeCopy(text: copy, verdict: verdict, containsOriginal: comparison.containsOriginal)]
  }

  private func unchangedTokens(_ copy: String, _ original: PlantedCandidate) async throws -> [MadeCopy]? {
    if Array(copy.utf8) == Array(original.text.utf8) { return nil }
    let comparison = try await comparison(original.text, copy)
    return comparison.relation == .sameText ? [MadeCopy(text: copy, verdict: .sameText)] : nil
  }

  private func changedTokens(_ copy: String, _ original: PlantedCandidate) async throws -> [MadeCopy]? {
    let comparison = try await comparison(original.text, copy)
    return comparison.original == comparison.copy ? nil : [MadeCopy(text: copy, verdict: .nearCopy)]
  }

  private func quotation(
    of original: PlantedCandidate, in host: PlantedCandidate, _ random: inout RandomStream
  ) async throws -> [MadeCopy]? {
    let sentences = Sentences.split(original.text)
    let counts = try await tokenizer.tokens(of: sentences).map(\.count)
    guard
      let passage = SentenceEdits.passage(
        of: sentences, tokenCounts: counts, tokens: Self.quotedTokens, &random)
    else { return nil }
    let copies = try await judged(SentenceEdits.quoting(passage, in: host.text, &random), original)
    return copies?.first?.verdict == .related ? copies : nil
  }
}

// MARK: Facts

extension CopyMaker {
  /// At most so many facts of a lone pair, or of siblings that are near copies otherwise, differ.
  private static let mostFacts = 12
  /// Siblings besides the original: three to eight documents share a frame.
  private static let siblingCounts = 2...7
  /// Siblings that share less are no longer one text with other facts.
  private static let leastFrame = 0.4

  private func lonePair(
    _ original: PlantedCandidate, _ random: inout RandomStream
  ) async throws -> [MadeCopy]? {
    let copies = try await filled(original, count: 1, isPartial: true, &random) { $0.isNearCopy }
    return copies?.map { MadeCopy(text: $0, verdict: .nearCopy, factsDiffer: true) }
  }

  private func siblings(
    of original: PlantedCandidate, nearCopies: Bool, _ random: inout RandomStream
  ) async throws -> [MadeCopy]? {
    let count = random.number(in: Self.siblingCounts)
    if nearCopies {
      let texts = try await filled(original, count: count, isPartial: true, &random) { $0.isNearCopy }
      return texts?.map { MadeCopy(text: $0, verdict: .template) }
    }
    let texts = try await filled(original, count: count, isPartial: false, &random) { comparison in
      !comparison.isNearCopy && !comparison.containsCopy && !comparison.containsOriginal
        && comparison.jaccard >= Self.leastFrame
    }
    return texts?.map { MadeCopy(text: $0, verdict: .template, accepted: [.related]) }
  }

  /// So many versions of a text with other facts in the same places; all of them, and the original, compare
  /// with each other as they should, else fewer facts are tried, down to one.
  ///
  /// - Parameter isPartial: whether only some of the facts are replaced, else all are tried first.
  private func filled(
    _ original: PlantedCandidate, count: Int, isPartial: Bool, _ random: inout RandomStream,
    _ isRight: (PlainComparison) -> Bool
  ) async throws -> [String]? {
    let all = facts.facts(of: original.text)
    if all.isEmpty { return nil }
    let pieces = TextPieces(original.text)
    var slots = isPartial ? random.number(in: 1...min(all.count, Self.mostFacts)) : all.count
    while slots > 0 {
      let chosen = Array(random.shuffled(all).prefix(slots))
      var taken = Set(all)
      var texts: [String] = []
      for _ in 0..<count {
        guard let others = facts.others(for: chosen, taken: taken, &random) else { break }
        taken.formUnion(others.values)
        texts.append(pieces.replacing(others))
      }
      if texts.count == count, try await areAll(isRight, [original.text] + texts) { return texts }
      slots /= 2
    }
    return nil
  }

  private func areAll(_ isRight: (PlainComparison) -> Bool, _ texts: [String]) async throws -> Bool {
    let tokens = try await tokenizer.tokens(of: texts)
    for (index, left) in tokens.enumerated() {
      for right in tokens[(index + 1)...] {
        guard left != right, isRight(PlainComparison(original: left, copy: right)) else { return false }
      }
    }
    return true
  }
}
