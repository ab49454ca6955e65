import AnalysisModel
import Execution
import PassageDetection
import TestSupport
import Testing
import TextFeatures

/// Shapes of text that make naive searches explode.
struct PassageScaleTests {
  private func findings(_ texts: [[UInt8]], threads: Int = 1) async throws -> PassageFindings {
    var corpus = LetterCorpus([])
    corpus.documents = texts.map { ([], $0) }
    return try await corpus.findings(minimumTokens: 12, threads: threads)
  }

  @Test(arguments: [2_000, 2_001, 1_999])
  func equalTokensMakeFewPassages(count: Int) async throws {
    let found = try await findings([Array(repeating: 97, count: count)])
    #expect(found.repeatedTokens == [count])
    #expect(found.passages.count <= 2)
    #expect(found.passages.map(\.places.count).max() ?? 0 <= 3)
  }

  @Test func manyCopiesMakeOnePassage() async throws {
    var generator = SeededGenerator(seed: 1)
    let text = (0..<60).map { _ in UInt8.random(in: 97...122, using: &generator) }
    let found = try await findings(Array(repeating: text, count: 1_000))
    #expect(found.passages.map(\.tokenCount) == [60])
    #expect(found.passages.map(\.places.count) == [1_000])
    #expect(found.passages.map(\.kind) == [.syndicated])
  }

  @Test func templatesHaveFewPlaces() async throws {
    // Ten frames of fifteen tokens; between them one of five words.
    var generator = SeededGenerator(seed: 2)
    let frames = (0..<10).map { _ in (0..<15).map { _ in UInt8.random(in: 97...117, using: &generator) } }
    let texts = (0..<200).map { _ in frames.flatMap { $0 + [UInt8.random(in: 118...122, using: &generator)] }
    }
    let found = try await findings(texts)
    let places = found.passages.reduce(0) { $0 + $1.places.count }
    let tokens = found.documentTokens.reduce(0, +)
    #expect(places < tokens, "\(places) places for \(tokens) tokens")
    #expect(found.repeatedTokens.reduce(0, +) > tokens * 99 / 100)
  }

  @Test func growingBeginningsHaveFewPlaces() async throws {
    var generator = SeededGenerator(seed: 3)
    let text = (0..<200).map { _ in UInt8.random(in: 97...121, using: &generator) }
    let found = try await findings((12..<200).map { Array(text[..<$0]) + [122] })
    let tokens = found.documentTokens.reduce(0, +)
    // Every beginning is needed for the last token of a text, and has a place in all longer ones.
    #expect(found.passages.reduce(0) { $0 + $1.places.count } < tokens)
    // A closing token of its own; the longest beginning also has one token more than any other.
    #expect(zip(found.repeatedTokens, found.documentTokens).dropLast().allSatisfy { $0 == $1 - 1 })
  }

  @Test(arguments: 0..<6)
  func isTheSameOnAnyNumberOfThreads(seed: Int) async throws {
    var generator = SeededGenerator(seed: seed)
    let corpus = LetterCorpus(using: &generator)
    let one = try await corpus.findings(minimumTokens: 3, threads: 1)
    for threads in 2...3 {
      let many = try await corpus.findings(minimumTokens: 3, threads: threads)
      #expect(many == one, "seed \(seed), \(threads) threads: \(corpus)")
    }
  }

  @Test func reportsItsSteps() async throws {
    let steps = Steps()
    let documents = LetterCorpus(["abcabc"]).asDocuments
    let parallelism = Parallelism(threads: 1)
    let tokens = try await CorpusTokenizer(options: FeatureOptions())
      .tokenize(documents, parallelism: parallelism)
    _ = try await PassageFinder(options: PassageOptions(), parallelism: parallelism)
      .passages(in: documents, tokens: tokens) { step in steps.append(step) }
    #expect(steps.all.map(\.completed) == [0, 1, 2, 3])
    #expect(steps.all.allSatisfy { $0.total == 3 })
  }
}
