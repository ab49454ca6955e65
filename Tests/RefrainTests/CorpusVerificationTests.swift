import Foundation
import Refrain
import TestSupport
import Testing

/// Every pair of real text is found, and no other: a part of each development corpus, where they stand beside the
/// package; `scripts/verify-corpora` takes all of them whole.
@Suite("Pairs of development corpora against brute force")
struct CorpusVerificationTests {
  static let files = [
    "text/reuters21578.jsonl.gz", "text/enwiki-part.jsonl.gz", "text/kowiki-sample.jsonl.gz",
    "text/zhwiki-sample.jsonl.gz", "topics/20ng-train.jsonl.gz", "topics/bbc.jsonl",
    "topics/agnews-test.jsonl", "duplicates/bibdup-stroke.jsonl", "duplicates/bibdup-haematology.jsonl",
    "events/ecbplus-1-35.jsonl", "events/events-10E.jsonl", "events/events-20E.jsonl",
    "events/events-handpicked.jsonl", "events/events-wikinews-medium.jsonl", "passages/pan13-train.jsonl.gz",
    "passages/clough-stevenson.jsonl",
  ]
  static let isPresent = files.contains { ProjectFolders.sharedFile($0) != nil }

  static let selections: [PairOptions.Selection] =
    [0.1, 0.3, 0.5, 0.8, 0.95, 1].map { .atLeast($0) } + [1, 10, 100].map { .nearest($0) }

  @Test(
    "Recall 1, no false pair, scores within 1e-6",
    .enabled(if: isPresent, "the development corpora are not beside the package"), arguments: files)
  func verify(file: String) async throws {
    // A corpus may be missing though others are there.
    guard let path = ProjectFolders.sharedFile(file) else { return }
    let corpus = try await Self.firstDocuments(200, of: path)
    let drawn = 12
    #expect(corpus.documents.count >= 31)
    for selection in Self.selections {
      var configuration = Configuration()
      configuration.pairs.selection = selection
      configuration.seed = 7
      let analysis = try Analysis(configuration: configuration)
      let comparison = try await analysis.comparison(of: corpus, verifying: drawn)
      var verifier = try #require(comparison.verifier())
      try await comparison.pairs { verifier.add($0) }
      let verification = try await analysis.verification(by: verifier)
      #expect(
        verification.hasPassed && verification.rowCount == drawn, "\(file), \(selection): \(verification)")
      if case .nearest = selection { #expect(verification.expectedCount >= drawn) }
    }
  }

  /// The first documents of a file of JSON lines, packed or not.
  private static func firstDocuments(_ count: Int, of file: URL) async throws -> Corpus {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let part = folder.path(of: "part.jsonl")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "gzip -dcf -- \"$0\" 2>/dev/null | head -n \(count) > \"$1\"", file.path(percentEncoded: false),
      part,
    ]
    try shell.run()
    shell.waitUntilExit()
    return try await CorpusReader(options: InputOptions()).read([part])
  }

  @Test("A comparison that was not asked to be verifiable has no verifier")
  func notVerifiable() async throws {
    let corpus = Corpus(documents: [Document(id: "a", text: "b c")])
    #expect(try await Analysis(configuration: Configuration()).comparison(of: corpus).verifier() == nil)
  }

  @Test("A×B, foreign vectors of two types and collapsed documents can be verified")
  func otherComparisons() async throws {
    var configuration = Configuration()
    configuration.pairs.selection = .atLeast(0.2)
    let analysis = try Analysis(configuration: configuration)
    func corpus(_ texts: [String]) -> Corpus {
      Corpus(documents: texts.enumerated().map { Document(id: "\($0.offset)", text: UTF8Text($0.element)) })
    }
    let texts = ["rain fell", "rain fell", "snow fell", "rain rose", "", "wind blew"]

    let within = try await analysis.comparison(of: corpus(texts), verifying: 6)
    var verifier = try #require(within.verifier(collapsingIdentical: true))
    try await within.pairs(collapsingIdentical: true) { verifier.add($0) }
    let collapsed = try await analysis.verification(by: verifier)
    #expect(collapsed.hasPassed && collapsed.expectedCount == 2, "\(collapsed)")

    let across = try await analysis.comparison(
      of: corpus(texts), against: corpus(["rain", "fell rain"]), verifying: 6)
    verifier = try #require(across.verifier())
    try await across.pairs { verifier.add($0) }
    let crossed = try await analysis.verification(by: verifier)
    #expect(crossed.hasPassed && crossed.expectedCount >= 6, "\(crossed)")

    let floats = VectorSet(
      rows: .float32(.init(values: [1, 2, 0, 1, -1, 1], rowCount: 3, columnCount: 2)), ids: ["a", "b", "c"])
    let doubles = VectorSet(
      rows: .float64(.init(values: [1, 2.5, 1, 0], rowCount: 2, columnCount: 2)), ids: ["d", "e"])
    let mixed = analysis.comparison(of: floats, against: doubles, verifying: 3)
    verifier = try #require(mixed.verifier())
    var pairs: [SimilarPair] = []
    try await mixed.pairs {
      verifier.add($0)
      pairs += $0
    }
    #expect(try await analysis.verification(by: verifier).hasPassed)
    #expect(pairs.map { [$0.a, $0.b] } == [[0, 0], [0, 1], [1, 0], [2, 0]])
  }
}
