import AnalysisModel
import Execution
import Testing

@testable import Benchmarking

@Suite struct MassCorpusTests {
  private func lines(_ corpus: MassCorpus, threads: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await corpus.jsonLines(parallelism: Parallelism(threads: threads)) { bytes += $0 }
    return bytes
  }

  @Test("The same bytes on any number of threads")
  func sameBytes() async throws {
    for kind in [MassCorpus.Kind.identical, .template(jaccard: 0.7)] {
      let corpus = MassCorpus(documentCount: 2_100, kind: kind, seed: 5)
      #expect(try await lines(corpus, threads: 1) == lines(corpus, threads: 3))
      #expect(try await lines(corpus, threads: 1).count { $0 == UInt8(ascii: "\n") } == 2_100)
    }
  }

  @Test("Identical documents are")
  func identical() {
    let corpus = MassCorpus(documentCount: 10, kind: .identical)
    #expect(Set((0..<10).map(corpus.text(of:))).count == 1)
    #expect(corpus.text(of: 0).count > 200)
  }

  @Test("Letters are as similar as asked for", arguments: [0.7, 0.8, 0.9])
  func similarity(_ jaccard: Double) async throws {
    let corpus = MassCorpus(documentCount: 40, kind: .template(jaccard: jaccard), seed: 2)
    let texts = (0..<40).map { corpus.text(of: $0).string }
    #expect(texts.allSatisfy { !$0.contains("{") && (250...350).contains($0.split(separator: " ").count) })
    let tokens = try await PlainTokenizer(parallelism: Parallelism(threads: 1)).tokens(of: texts)
    for index in 1..<40 {
      let found = PlainComparison(original: tokens[index - 1], copy: tokens[index]).jaccard
      #expect(abs(found - jaccard) < 0.02, "\(found)")
    }
  }
}
