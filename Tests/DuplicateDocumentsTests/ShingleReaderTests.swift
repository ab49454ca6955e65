import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct ShingleReaderTests {
  /// A text of several batches, a text of fewer tokens than a shingle, a title, and nothing.
  @Test func slicesPartitionTheShingles() async throws {
    let long = (0..<1500).map { "w\($0 % 700)" }.joined(separator: " ")
    let corpus = try await TestCorpus([
      Document(id: "a", text: UTF8Text(long)),
      Document(id: "b", title: "one two three", text: "four five"),
      Document(id: "c", text: ""),
    ])
    let fields = ComparedFields(tokens: corpus.tokens, includeTitle: true)
    let contents = try await DistinctContents(
      of: corpus.documents, fields: fields, order: [0, 1, 2], parallelism: .init(threads: 1))
    let scanner = ShingleScanner(contents: contents, fields: fields, width: 4)
    var starts: [[Int]] = [[], [], []]
    corpus.tokens.ids.withUnsafeBufferPointer { ids in
      for slice in 0..<4 {
        ShingleReader(scanner, slice: slice, sliceBits: 2, filterBits: 10).forEachBatch(ids) { batch in
          #expect(batch.shingles.count == batch.filterPlaces.count)
          #expect(batch.shingles.allSatisfy { Int($0.hash >> 62) == slice })
          starts[batch.content] += batch.shingles.map(\.start)
        }
      }
    }
    #expect(starts.map { $0.sorted() } == [Array(0...1496), [1500, 1503], []])
    #expect((0..<3).map { scanner.shingleCount(of: $0) } == [1497, 2, 0])
  }
}
