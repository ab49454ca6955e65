import AnalysisModel
import Corpora
import Execution
import TestSupport
import Testing
import TextFeatures

@testable import Benchmarking

@Suite struct PlantedCorpusTests {
  private func plant(
    _ corpus: [Document], seed: UInt64 = 1, noisy: Bool = false, threads: Int = 1
  ) async throws -> PlantedCorpus {
    var options = PlantedCorpus.Options(seed: seed)
    options.isNoisy = noisy
    options.maximumDocuments = 700
    return try await PlantedCorpus(in: corpus, options: options, parallelism: Parallelism(threads: threads))
  }

  /// Invented news: prose by Zipf's law with names, dates and numbers inside its sentences.
  private func news(_ count: Int, seed: UInt64) -> [Document] {
    let zipf = ZipfCorpus(options(count, seed))
    return (0..<count).map { index in
      var random = RandomStream(seed: seed, purpose: 50, index: index)
      let sentences = zipf.text(of: index).string.split(separator: ".").map { sentence in
        var words = sentence.split(separator: " ").map(String.init)
        guard words.count > 4 else { return words.joined(separator: " ") }
        let facts = [
          "Monday", "March", "\(random.below(9_000) + 1_000)", "Kor\(names[random.below(names.count)])",
        ]
        words.insert(facts[random.below(facts.count)], at: words.count - 2)
        return words.joined(separator: " ")
      }
      return Document(
        id: "n\(index)", title: index % 3 == 0 ? UTF8Text("Report \(index) on it") : nil,
        text: UTF8Text(sentences.joined(separator: ". ") + "."))
    }
  }

  private let names = ["ana", "bela", "cila", "dora", "emil", "fina", "gabo", "hela", "ivan", "jule", "kola"]

  private func options(_ count: Int, _ seed: UInt64) -> ZipfCorpus.Options {
    var options = ZipfCorpus.Options(documentCount: count, seed: seed)
    options.exactCopyShare = 0
    options.nearCopyShare = 0
    return options
  }

  private func bytes(_ corpus: PlantedCorpus) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await corpus.jsonLines(parallelism: Parallelism(threads: 1)) { bytes += $0 }
    return bytes
  }

  @Test("The same corpus and seed give the same bytes, on any number of threads; another seed gives others")
  func sameBytes() async throws {
    let corpus = news(300, seed: 3)
    let first = try await plant(corpus)
    let second = try await plant(corpus, threads: 3)
    #expect(try await bytes(first) == bytes(second))
    #expect(first.goldLines == second.goldLines)
    let other = try await plant(corpus, seed: 2)
    #expect(try await bytes(other) != bytes(first))
    #expect(other.goldLines != first.goldLines)
  }

  @Test(
    "Every edit finds its documents, and every verdict is that of the definitions",
    arguments: [1, 9] as [UInt64])
  func verdicts(_ seed: UInt64) async throws {
    let planted = try await plant(news(400, seed: seed), seed: seed)
    #expect(Set(planted.cases.map(\.edit)) == Set(PlantedEdit.allCases), "seed \(seed)")
    try await expectDefinitions(planted, "seed \(seed)")
  }

  @Test(
    "On real text",
    .enabled(if: ProjectFolders.sharedFile("topics/bbc.jsonl") != nil, "no development corpora"))
  func realText() async throws {
    let path = try #require(ProjectFolders.sharedFile("topics/bbc.jsonl")).path(percentEncoded: false)
    let corpus = try await CorpusReader(parallelism: Parallelism(threads: 2)).read([path])
    let planted = try await plant(corpus.documents)
    #expect(Set(planted.cases.map(\.edit)) == Set(PlantedEdit.allCases))
    try await expectDefinitions(planted, path)
  }

  /// Compares every case with counts over arrays, shingle by shingle.
  private func expectDefinitions(_ planted: PlantedCorpus, _ comment: String) async throws {
    let tokens = try await CorpusTokenizer(options: FeatureOptions())
      .tokenize(planted.documents, parallelism: Parallelism(threads: 2))
    let indices = Dictionary(uniqueKeysWithValues: planted.documents.enumerated().map { ($1.id, $0) })
    for expected in planted.cases {
      let copy = try #require(indices[expected.id])
      let original = try #require(indices[expected.original])
      let a = Array(tokens.ids[tokens.positions(of: original)])
      let b = Array(tokens.ids[tokens.positions(of: copy)])
      let measures = Measures(a, b)
      let name = "\(comment): \(expected)"
      switch expected.verdict {
      case .identical:
        #expect(planted.documents[copy].text == planted.documents[original].text, "\(name)")
      case .sameText:
        #expect(a == b && planted.documents[copy].text != planted.documents[original].text, "\(name)")
      case .nearCopy where expected.edit == .noise:
        #expect(a != b, "\(name)")
      case .nearCopy:
        #expect(a != b && (measures.jaccard >= 0.8 || expected.edit == .reordered), "\(name)")
      case .contained:
        #expect(measures.jaccard < 0.8, "\(name)")
        let share = expected.contained == expected.id ? measures.copyShare : measures.originalShare
        #expect(share >= 0.9 && min(a.count, b.count) >= 30, "\(name)")
      case .related:
        #expect(measures.jaccard < 0.8 && max(measures.copyShare, measures.originalShare) < 0.9, "\(name)")
      case .template:
        #expect(expected.edit.makesSiblings && a != b, "\(name)")
        #expect((measures.jaccard >= 0.8) == (expected.edit == .template), "\(name)")
      }
      #expect((expected.contained != nil) == (expected.verdict == .contained), "\(name)")
    }
  }

  private struct Measures {
    var jaccard: Double
    var originalShare: Double
    var copyShare: Double

    init(_ a: [UInt32], _ b: [UInt32]) {
      let left = Self.distinct(a)
      let right = Self.distinct(b)
      var position = 0
      var shared = 0.0
      for shingle in left {
        while position < right.count && right[position].lexicographicallyPrecedes(shingle) { position += 1 }
        if position < right.count && right[position] == shingle { shared += 1 }
      }
      jaccard = shared / (Double(left.count + right.count) - shared)
      originalShare = shared / Double(left.count)
      copyShare = shared / Double(right.count)
    }

    private static func distinct(_ tokens: [UInt32]) -> [[UInt32]] {
      let sorted = (4..<tokens.count).map { Array(tokens[$0 - 4...$0]) }
        .sorted { $0.lexicographicallyPrecedes($1) }
      return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(
        \.element)
    }
  }

  @Test("Siblings come in groups of three to eight documents, each unlike the others")
  func groups() async throws {
    let planted = try await plant(news(400, seed: 5))
    let texts = Dictionary(uniqueKeysWithValues: planted.documents.map { ($0.id, $0.text) })
    let groups = Dictionary(grouping: planted.cases.filter(\.edit.makesSiblings), by: \.original)
    #expect(!groups.isEmpty)
    for (original, siblings) in groups {
      #expect((3...8).contains(siblings.count + 1), "\(original)")
      #expect(Set(siblings.map { texts[$0.id] } + [texts[original]]).count == siblings.count + 1)
    }
  }

  @Test("Natural copies are left out, and nothing is used twice")
  func originals() async throws {
    var corpus = news(200, seed: 4)
    corpus += corpus.prefix(50).map { Document(id: $0.id + "-again", title: $0.title, text: $0.text) }
    let planted = try await plant(corpus)
    let ids = planted.documents.map(\.id)
    #expect(Set(ids).count == ids.count)
    let again = Set(ids.filter { $0.hasSuffix("-again") }.map { String($0.dropLast(6)) })
    #expect(again.isDisjoint(with: ids))
    let lone = planted.cases.filter { !$0.edit.makesSiblings }.map(\.original)
    #expect(Set(lone).count == lone.count)
    #expect(planted.documents.count > planted.cases.count * 2 - 20, "untouched documents remain")
  }

  @Test("A noisy corpus has more noise, and no edit that needs clean words")
  func noisy() async throws {
    let corpus = news(300, seed: 6)
    let planted = try await plant(corpus, noisy: true)
    #expect(Set(planted.cases.map(\.edit)) == [.identical, .sameText, .noise, .quotation])
    #expect(planted.cases.filter { $0.edit == .noise }.allSatisfy { $0.verdict == .nearCopy })
  }

  @Test("A corpus without a document that is long enough is refused with a remedy")
  func tooShort() async throws {
    let corpus = (0..<5).map { Document(id: "s\($0)", text: "Far too short.") }
    await #expect(throws: RefrainError.self) { try await plant(corpus) }
  }

  @Test("A case as a JSON line has its keys in order")
  func line() {
    var planted = PlantedCase(id: "a\"+x", original: "a\"", edit: .wrapped, verdict: .contained)
    planted.contained = "a\""
    planted.factsDiffer = true
    planted.accepted = [.related]
    var bytes: [UInt8] = []
    planted.appendJSONLine(to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"id":"a\"+x","original":"a\"","edit":"wrapped","verdict":"contained","contained":"a\"","#
        + #""facts":"differ","accepted":["related"]}"# + "\n")
  }
}
