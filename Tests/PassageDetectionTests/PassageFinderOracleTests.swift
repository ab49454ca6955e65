import TestSupport
import Testing

/// The finder against its definition on small corpora full of repeats.
struct PassageFinderOracleTests {
  @Test(arguments: 0..<40)
  func agreesWithTheDefinition(block: Int) async throws {
    for seed in block * 12..<(block + 1) * 12 {
      var generator = SeededGenerator(seed: seed)
      let corpus = LetterCorpus(using: &generator)
      try await check(corpus, minimum: Int.random(in: 1...6, using: &generator), "seed \(seed)")
    }
  }

  /// Enough places for the rules of many places, and for looking at a sample of them.
  @Test(arguments: 0..<6)
  func agreesWithTheDefinitionOnManyPlaces(seed: Int) async throws {
    var generator = SeededGenerator(seed: seed)
    var corpus = LetterCorpus([])
    let base = (0..<24).map { _ in UInt8.random(in: 97...98, using: &generator) }
    for _ in 0..<90 {
      let text = base.map { Int.random(in: 0..<12, using: &generator) == 0 ? 99 : $0 }
      corpus.documents.append(([], text))
    }
    try await check(corpus, minimum: 4, "seed \(seed)")
  }

  /// The selection leaves the inner run out, the longer one holding most of its places; there are more of
  /// them than are listed without ado.
  @Test(arguments: [(40, 12), (200, 60), (400, 120)])
  func listsAllPlacesOfAnAddedRun(inside: Int, alone: Int) async throws {
    let inner = Array("bcdefghijklmnopqr".utf8)
    let longer = Array("BCDEFGH".utf8) + inner + Array("IJKLMNO".utf8)
    var corpus = LetterCorpus([])
    for number in 0..<inside + alone {
      let ends = [UInt8(33 + number % 30), UInt8(33 + number / 30)]
      corpus.documents.append(([], ends + (number < inside ? longer : inner) + ends.reversed()))
    }
    let found = try await corpus.runs(minimumTokens: 12)
    #expect(found.filter { $0.length == 31 }.map(\.places.count) == [inside])
    #expect(found.filter { $0.length == 17 }.map(\.places.count) == [inside + alone])
    let oracle = PassageOracle(fields: corpus.fields, minimum: 12)
    for run in found { #expect(oracle.missingPlaces(of: run) == []) }
  }

  /// More noise than a longer run explains, in more copies than are listed without ado.
  @Test func listsAllPlacesInNoisyCopies() async throws {
    var generator = SeededGenerator(seed: 7)
    let base = (0..<40).map { _ in UInt8.random(in: 97...122, using: &generator) }
    var corpus = LetterCorpus([])
    for _ in 0..<400 {
      corpus.documents.append(
        (
          [],
          base.map {
            Int.random(in: 0..<25, using: &generator) == 0 ? UInt8.random(in: 65...90, using: &generator) : $0
          }
        ))
    }
    let found = try await corpus.runs(minimumTokens: 8)
    let oracle = PassageOracle(fields: corpus.fields, minimum: 8)
    for run in found { #expect(oracle.missingPlaces(of: run) == []) }
    let covered = Set(found.flatMap(\.places).flatMap(PassageOracle.tokens))
    #expect(oracle.dueTokens().isSubset(of: covered))
  }

  @Test(arguments: [
    "", "a", "ab", "aa", "aaaa", "aaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ababababababab",
    "abcabcabcabcab",
    "abaababaabaababaababaabaababaabaababaababaabaababaababaabaababaabaab",
    "abbabaabbaababbabaababbaabbabaab",
    "xabcdeabcdeaby", "abcdabcdabcdx", "aabaabaabab",
  ])
  func agreesOnSelfRepeatingText(_ text: String) async throws {
    for minimum in 1...7 {
      try await check(LetterCorpus([text]), minimum: minimum, "\(text), at least \(minimum)")
      try await check(LetterCorpus([text, text]), minimum: minimum, "twice \(text), at least \(minimum)")
      try await check(
        LetterCorpus([text + "x", "y" + text]), minimum: minimum, "framed \(text), at least \(minimum)")
    }
  }

  private func check(_ corpus: LetterCorpus, minimum: Int, _ name: String) async throws {
    let comment = Comment(rawValue: "\(name): \(corpus)")
    let found = try await corpus.runs(minimumTokens: minimum)
    let oracle = PassageOracle(fields: corpus.fields, minimum: minimum)
    checkSoundness(of: found, in: corpus, minimum: minimum, comment)
    for run in found {
      #expect(oracle.missingPlaces(of: run) == [], "\(run) lacks places: \(comment)")
    }

    let expected = oracle.maximalRuns()
    #expect(Set(expected).isSubset(of: Set(found)), comment)

    var covered = Set(expected.flatMap(\.places).flatMap(PassageOracle.tokens))
    let added = found.filter { !expected.contains($0) }
    for run in added {
      let isNew = run.places.contains { !covered.isSuperset(of: PassageOracle.tokens(of: $0)) }
      #expect(isNew, "an added run adds no token: \(comment)")
    }
    covered.formUnion(added.flatMap(\.places).flatMap(PassageOracle.tokens))
    #expect(oracle.dueTokens().isSubset(of: covered), "a due token is not covered: \(comment)")
  }

  private func checkSoundness(
    of found: [LetterRun], in corpus: LetterCorpus, minimum: Int, _ comment: Comment
  ) {
    let fields = corpus.fields
    for run in found {
      #expect(run.length >= minimum && run.places.count >= 2, comment)
      let texts = run.places.map { fields[$0.field][$0.start..<$0.end] }
      #expect(texts.allSatisfy { $0 == texts[0] && $0.count == run.length }, comment)
      for (a, b) in zip(run.places, run.places.dropFirst()) {
        #expect(a.field < b.field || a.field == b.field && a.end <= b.start, comment)
      }
    }
    for (a, b) in zip(found, found.dropFirst()) {
      #expect(
        (a.places[0].field, a.places[0].start, b.length) <= (b.places[0].field, b.places[0].start, a.length),
        comment)
    }
  }
}
