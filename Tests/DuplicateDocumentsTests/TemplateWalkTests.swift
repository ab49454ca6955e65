import AnalysisModel
import Execution
import TestSupport
import Testing
import TextFeatures

@testable import DuplicateDocuments

/// Templates among random texts, checked by brute force.
@Suite struct TemplateWalkTests {
  private let options = DuplicateOptions.at("0.6", "0.8", minimumTokens: 8, words: 2)

  /// Few templates filled from few names, and edits of the fillings: words changed or added, parts left out,
  /// texts put into others.
  private func corpus(seed: Int) async throws -> TestCorpus {
    var random = SeededGenerator(seed: seed)
    func words(_ count: Int) -> [String] {
      (0..<count).map { _ in
        let letters = (0..<2).map { _ in "aeioubdfgklmnprst".randomElement(using: &random) ?? "x" }
        return String(letters) + "en"
      }
    }
    let names = ["Anna", "Berlin", "12", "Paul Jones", "7 May", "Oslo"].prefix(3 + seed % 4)
    let frames = (0..<1 + seed % 3).map { _ in words(Int.random(in: 10...24, using: &random)) }
    let places = frames.map { frame in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 0...frame.count, using: &random) }
        .sorted(by: >)
    }
    var texts: [[String]] = []
    for _ in 0..<60 {
      let kind = Int.random(in: 0..<10, using: &random)
      if kind < 5 || texts.isEmpty {
        let template = Int.random(in: 0..<frames.count, using: &random)
        var text = frames[template]
        for place in places[template] {
          text.insert(names.randomElement(using: &random) ?? "Rome", at: place)
        }
        texts.append(text)
        continue
      }
      var text = texts.randomElement(using: &random) ?? []
      let place = Int.random(in: 0..<max(1, text.count), using: &random)
      switch kind {
      case 5: text.replaceSubrange(place..<min(place + 1, text.count), with: words(1))
      case 6: text += words(2)
      case 7: text = Array(text.dropFirst(Int.random(in: 0...3, using: &random)))
      case 8: text.replaceSubrange(place..<min(place + 1, text.count), with: ["Rome"])
      default: text = words(6) + text + words(4)
      }
      texts.append(text)
    }
    return try await TestCorpus(texts: texts.map { $0.joined(separator: " ") })
  }

  /// Everything known about a corpus the plain way.
  private struct Oracle {
    let corpus: TestCorpus
    let options: DuplicateOptions
    let shingles: [Set<[UInt32]>]

    init(_ corpus: TestCorpus, _ options: DuplicateOptions) {
      self.corpus = corpus
      self.options = options
      shingles = corpus.documents.indices.map { corpus.shingles(of: $0, options) }
    }

    func words(_ document: Int) -> DocumentWords {
      DocumentWords(
        corpus.documents[document], index: document,
        fields: ComparedFields(tokens: corpus.tokens, includeTitle: true))
    }

    func hasSameText(_ a: Int, _ b: Int) -> Bool { words(a).ids == words(b).ids }

    func jaccard(_ a: Int, _ b: Int) -> Double {
      Double(shingles[a].intersection(shingles[b]).count) / Double(shingles[a].union(shingles[b]).count)
    }

    func isNearCopy(_ a: Int, _ b: Int) -> Bool {
      let overlap = shingles[a].intersection(shingles[b]).count
      return overlap > 0 && options.jaccard.isMet(by: overlap, of: shingles[a].union(shingles[b]).count)
    }

    func mayReplace(_ a: Int, by b: Int) -> Bool {
      let overlap = shingles[a].intersection(shingles[b]).count
      return isNearCopy(a, b)
        || overlap > 0 && words(a).ids.count >= options.minimumContainedTokens
          && options.containment.isMet(by: overlap, of: shingles[a].count)
    }

    func alignment(of a: Int, with b: Int) -> DocumentAlignment {
      DocumentAlignment(representative: words(b), other: words(a))
    }

    /// The frame with every fact by the plain rule left open.
    func frame(_ document: Int) -> [UInt32] {
      let words = words(document)
      var frame: [UInt32] = []
      for offset in 0..<words.ids.count {
        if !words.isFact(offset) {
          frame.append(words.token(offset))
        } else if frame.last != .max {
          frame.append(.max)
        }
      }
      return frame
    }
  }

  @Test(arguments: 0..<40)
  func templatesAreKeptAndTheRestIsClaimedRightly(seed: Int) async throws {
    let corpus = try await corpus(seed: seed)
    let oracle = Oracle(corpus, options)
    var order = Array(corpus.documents.indices)
    var random = SeededGenerator(seed: seed)
    if seed % 2 == 1 { order.shuffle(using: &random) }
    let findings = try await corpus.families(options, order: order)
    var group = [Int: Int]()
    for template in findings.templates {
      #expect(template.documents.count >= 3 && template.documents == template.documents.sorted())
      for document in template.documents {
        #expect(group[document] == nil, "seed \(seed): \(document) in two groups")
        group[document] = template.number
      }
    }
    var keeper = [Int: Int]()
    for member in findings.families.flatMap({ family in family.members.map { (family, $0) } }) {
      let (family, found) = member
      let (document, representative) = (found.document, family.representative)
      keeper[document] = representative
      #expect(group[document] == nil, "seed \(seed): sibling \(document) removed")
      if oracle.hasSameText(document, representative) { continue }
      #expect(
        oracle.mayReplace(document, by: representative), "seed \(seed): \(document) by \(representative)")
      let alignment = oracle.alignment(of: document, with: representative)
      #expect(
        group[representative] == nil || !alignment.factsConflict,
        "seed \(seed): \(document) says other facts than \(representative)")
    }
    try checkFrames(findings, oracle, group, keeper, seed)
    checkKept(oracle, group, keeper, seed)
  }

  /// Documents with equal frames by the plain rule are in one group if they are enough.
  private func checkFrames(
    _ findings: DuplicateFindings, _ oracle: Oracle, _ group: [Int: Int], _ keeper: [Int: Int], _ seed: Int
  ) throws {
    // Of documents with the same text, the one that is kept.
    var byText: [[UInt32]: Int] = [:]
    for document in oracle.corpus.documents.indices {
      let text = Array(oracle.words(document).ids)
      if let other = keeper[document], oracle.hasSameText(document, other) { continue }
      byText[text] = document
    }
    let byFrame = Dictionary(grouping: byText.values.sorted(), by: oracle.frame)
    for (frame, documents) in byFrame where documents.count >= 3 {
      let shortest = documents.map { oracle.words($0).ids.count }.min() ?? 0
      // One word less, because the first one may be a name that only the finer rule leaves open.
      let words = frame.count { $0 != .max } - 1
      guard words >= TemplateFrames.fewestWords && 2 * words >= shortest else { continue }
      #expect(Set(documents.map { group[$0] }).count == 1, "seed \(seed): \(documents)")
      #expect(group[documents[0]] != nil, "seed \(seed): \(documents)")
    }
  }

  /// No kept document could be removed, but for what templates forbid.
  private func checkKept(_ oracle: Oracle, _ group: [Int: Int], _ keeper: [Int: Int], _ seed: Int) {
    let kept = oracle.corpus.documents.indices.filter { keeper[$0] == nil }
    for a in kept where group[a] == nil {
      var siblings: [Int] = []
      for b in kept where b != a && oracle.mayReplace(a, by: b) {
        #expect(group[b] != nil, "seed \(seed): kept \(a) and \(b)")
        siblings.append(b)
      }
      siblings.sort { (-oracle.jaccard(a, $0), $0) < (-oracle.jaccard(a, $1), $1) }
      for sibling in siblings.prefix(8) where siblings.count <= 8 {
        #expect(
          oracle.alignment(of: a, with: sibling).factsConflict,
          "seed \(seed): kept \(a) beside \(sibling)")
      }
    }
  }

  @Test(arguments: 0..<6)
  func resultsDoNotDependOnThreads(seed: Int) async throws {
    let corpus = try await corpus(seed: 100 + seed)
    let one = try await corpus.families(options, threads: 1)
    #expect(!one.templates.isEmpty && !one.families.isEmpty, "seed \(seed)")
    for threads in [2, 5] {
      #expect(try await corpus.families(options, threads: threads) == one, "seed \(seed)")
    }
  }

  /// The index finds the same siblings as a comparison with each of them.
  @Test(arguments: 0..<12)
  func theIndexFindsTheMostSimilarSiblings(seed: Int) async throws {
    let corpus = try await corpus(seed: 200 + seed)
    let (contents, search) = try await corpus.search(options)
    let fields = ComparedFields(tokens: corpus.tokens, includeTitle: true)
    let facts = ContentFacts(documents: corpus.documents, contents: contents, fields: fields)
    let one = Parallelism(threads: 1)
    let groups = try await TemplateFrames.groups(
      facts, terms: FactTerms(corpus.tokens.vocabulary), parallelism: one)
    let siblings = TemplateSiblings(groups, contentCount: contents.count)
    let relations = ContentRelations(search)
    let index = SiblingIndex(relations, siblings)
    var counters = SiblingIndex.Counters(index)
    for content in 0..<contents.count where !siblings.contains(content) {
      let order = SiblingOrder(content: content, sizes: search.sets.sizes)
      let expected = (0..<contents.count).filter { siblings.contains($0) }.map {
        relations.relation(
          of: content, to: Neighbour(content: $0, overlap: search.sets.sharedCount(content, $0)))
      }.filter(\.mayReplace).sorted(by: order.isBetter).prefix(SiblingChoice.mostSiblings)
      #expect(index.siblings(of: content, &counters) == Array(expected), "seed \(seed), \(content)")
    }
  }

  /// One pass over a document marks what the rule asks token by token.
  @Test(arguments: 0..<10)
  func marksFollowTheRule(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let pool = [
      "Anna", "anna", "Smith.", "the", "The", "May", "may", "7", "3rd", "juillet", "Zürich", "Über", "über.",
      "Sales",
    ]
    for _ in 0..<20 {
      let count = Int.random(in: 0...20, using: &random)
      let text = (0..<count).map { _ in pool.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let title = (0..<4).map { _ in pool.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let document = Document(
        id: "1", title: seed % 2 == 0 ? UTF8Text(title) : nil, text: UTF8Text(text))
      let corpus = try await TestCorpus([document])
      let words = DocumentWords(
        document, index: 0, fields: ComparedFields(tokens: corpus.tokens, includeTitle: true))
      let marks = words.marks(FactTerms(corpus.tokens.vocabulary))
      let expected = (0..<words.ids.count).map { words.isFact($0) }
      #expect(marks.map { $0 == .fact } == expected, "\(title) | \(text)")
    }
  }
}
