import Refrain
import Testing

@Suite("Comparing documents")
struct ComparisonTests {
  private let corpus = Corpus(documents: [
    // Trap 2: one-letter words and emoji count; NFC equals NFD, full-width equals ASCII.
    Document(id: "letters", text: "a b"),
    Document(id: "letters again", text: "A B"),
    Document(id: "emoji", text: "🎉 🎈"),
    Document(id: "emoji again", text: "🎈🎉"),
    Document(id: "composed", text: "caf\u{E9} ol\u{E9}"),
    Document(id: "decomposed", text: "cafe\u{301} ole\u{301}"),
    Document(id: "full width", text: "ＳＷＩＦＴ"),
    Document(id: "ascii", text: "swift"),
    // Trap 3: other scripts are not erased.
    Document(id: "chinese", text: "北京大学2024年开学"),
    Document(id: "other chinese", text: "上海中心2024关闭了"),
  ])

  private func pairs(_ selection: PairOptions.Selection) async throws -> [SimilarPair] {
    var configuration = Configuration()
    configuration.pairs.selection = selection
    var found: [SimilarPair] = []
    try await Analysis(configuration: configuration).comparison(of: corpus).pairs { found += $0 }
    return found
  }

  @Test("Texts that a reader finds equal score 1, and no others")
  func equalTexts() async throws {
    let found = try await pairs(.atLeast(1))
    #expect(found.map { [$0.a, $0.b] } == [[0, 1], [2, 3], [4, 5], [6, 7]])
  }

  @Test("Two different Chinese sentences share their number only")
  func chinese() async throws {
    let found = try await pairs(.atLeast(0.01))
    let score = found.first { $0.a == 8 && $0.b == 9 }?.score
    #expect((score ?? 0) > 0 && (score ?? 1) < 0.5)
  }

  @Test("A×B knows rows from columns")
  func against() async throws {
    var configuration = Configuration()
    configuration.pairs.selection = .nearest(1)
    let queries = Corpus(documents: [Document(id: "q", text: "swift")])
    var found: [SimilarPair] = []
    try await Analysis(configuration: configuration).comparison(of: queries, against: corpus).pairs {
      found += $0
    }
    #expect(found == [SimilarPair(a: 0, b: 6, score: 1)])
  }
}
