import AnalysisModel
import Execution
import TestSupport
import Testing
import TextFeatures

@testable import DuplicateDocuments

@Suite struct ReferenceMatcherTests {
  private func matches(
    _ corpus: TestCorpus, references: Int, _ options: DuplicateOptions, threads: Int = 1
  ) async throws -> ReferenceMatcher.Matches {
    try await ReferenceMatcher(options: options, parallelism: Parallelism(threads: threads)).matches(
      of: Array(corpus.documents[references...]), in: Array(corpus.documents[..<references]),
      tokens: corpus.tokens)
  }

  /// The verdict on `a` by `b`, the plain way, with what ranks it.
  private func verdict(
    _ a: Int, by b: Int, in corpus: TestCorpus, _ options: DuplicateOptions
  ) -> (verdict: DuplicateVerdict, strength: Double)? {
    let left = corpus.documents[a]
    let right = corpus.documents[b]
    if left.text == right.text && left.text(of: .title) == right.text(of: .title) { return (.identical, 1) }
    func tokens(_ document: Int, _ field: DocumentField) -> [UInt32] {
      Array(corpus.tokens.ids[corpus.tokens.positions(of: document, field)])
    }
    let isEmpty = corpus.tokens.positions(of: a).isEmpty
    if !isEmpty, DocumentField.allCases.allSatisfy({ tokens(a, $0) == tokens(b, $0) }) {
      return (.sameText, 1)
    }
    let ours = corpus.shingles(of: a, options)
    let theirs = corpus.shingles(of: b, options)
    let overlap = ours.intersection(theirs).count
    let union = ours.union(theirs).count
    if overlap == 0 { return nil }
    if options.jaccard.isMet(by: overlap, of: union) { return (.nearCopy, Double(overlap) / Double(union)) }
    if corpus.tokens.positions(of: a).count >= options.minimumContainedTokens,
      options.containment.isMet(by: overlap, of: ours.count)
    {
      return (.contained, Double(overlap) / Double(ours.count))
    }
    return nil
  }

  @Test(arguments: 0..<24)
  func findsWhatBruteForceFinds(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 300, count: 60)
    let references = [0, 1, 20, 59][seed % 4]
    let options = DuplicateOptions.at("0.6", "0.7", minimumTokens: 5, words: 1 + seed % 3)
    let found = try await matches(corpus, references: references, options)
    var expected: Set<Int> = []
    for document in references..<60 {
      let all = (0..<references).compactMap { reference in
        verdict(document, by: reference, in: corpus, options).map { (reference, $0.verdict, $0.strength) }
      }
      if !all.isEmpty { expected.insert(document - references) }
      guard let removal = found.removals.first(where: { $0.document == document - references }),
        case .reference(let keeper) = removal.keeper
      else { continue }
      // Content first, then near copies by score, then containers by share; ties by the earlier reference.
      func rank(_ verdict: DuplicateVerdict) -> Int {
        [.identical, .sameText].contains(verdict) ? 0 : verdict == .nearCopy ? 1 : 2
      }
      let best = try #require(
        all.min { (rank($0.1), -$0.2, $0.0) < (rank($1.1), -$1.2, $1.0) }, "seed \(seed): \(document)")
      #expect(keeper == best.0, "seed \(seed): \(document)")
      #expect(removal.evidence.verdict == verdict(document, by: keeper, in: corpus, options)?.verdict)
    }
    #expect(Set(found.removals.map(\.document)) == expected, "seed \(seed)")
    #expect(found.removals.map(\.document) == found.removals.map(\.document).sorted())
    for holder in found.holders {
      #expect(!expected.contains(holder.document))
      let held = verdict(holder.reference, by: holder.document + references, in: corpus, options)
      #expect(held?.verdict == .contained, "seed \(seed)")
    }
  }

  @Test func doesNotDependOnThreads() async throws {
    let corpus = try await TestCorpus(seed: 99, count: 700, letters: 30)
    let options = DuplicateOptions.at("0.6", "0.7", minimumTokens: 6, words: 2)
    let one = try await matches(corpus, references: 100, options)
    #expect(!one.removals.isEmpty)
    for threads in [2, 5] {
      let many = try await matches(corpus, references: 100, options, threads: threads)
      #expect(many.removals == one.removals)
      #expect(many.holders == one.holders)
    }
  }

  /// In a family walk the middle reference document would claim its neighbours, and what is like an outer one only
  /// would slip through.
  @Test func everyReferenceDocumentCounts() async throws {
    func shifted(_ start: Int) -> String { (start..<start + 10).map { "w\($0)" }.joined(separator: " ") }
    let corpus = try await TestCorpus(texts: [shifted(1), shifted(2), shifted(3), "nothing of that"])
    let options = DuplicateOptions.at("0.8", words: 1)
    let found = try await matches(corpus, references: 2, options)
    #expect(found.removals.map(\.document) == [0])
    #expect(found.removals.map(\.keeper) == [.reference(1)])
  }

  @Test func whatContainsAReferenceDocumentStaysAndIsNamed() async throws {
    let test = (0..<40).map { "t\($0)" }.joined(separator: " ")
    let more = (0..<100).map { "m\($0)" }.joined(separator: " ")
    let corpus = try await TestCorpus(texts: [test, more + " " + test, more, ""])
    let found = try await matches(corpus, references: 1, DuplicateOptions())
    #expect(found.removals.isEmpty)
    #expect(found.holders.map(\.document) == [0])
    #expect(found.holders.map(\.reference) == [0])
  }

  @Test func aFillingOfAReferenceTemplateStaysButItsCopyGoes() async throws {
    func filled(_ crowns: Int, _ house: Int, _ end: String = "") -> String {
      "the committee met on the first floor of the old town hall and agreed to pay \(crowns) crowns to the owner "
        + "of house number \(house) before the end of the month while the neighbours were heard and nobody "
        + "objected to the plan in any way at all" + end
    }
    let corpus = try await TestCorpus(
      texts: [filled(120, 7), filled(340, 9), filled(560, 31), filled(780, 44), filled(340, 9, " too")])
    let found = try await matches(corpus, references: 3, .at("0.5"))
    #expect(found.removals.map(\.document) == [1])
    #expect(found.removals.map(\.keeper) == [.reference(1)])
  }

  @Test func emptyDocumentsAreOrdinaryOnes() async throws {
    let corpus = try await TestCorpus(texts: ["", "", "…", "…"])
    let found = try await matches(corpus, references: 1, DuplicateOptions())
    #expect(found.removals.map(\.document) == [0])
    #expect(found.removals.map(\.evidence.verdict) == [.identical])
  }
}
