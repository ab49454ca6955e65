import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct ShinglePieceTests {
  /// A long text, a text of fewer tokens than a shingle, a title, and nothing.
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
    #expect(ShinglePiece.plan(scanner) == [0..<3])
    var hashes: [Int: UInt64] = [:]
    corpus.tokens.ids.withUnsafeBufferPointer { ids in
      for content in 0..<3 {
        scanner.forEachShingle(of: content, in: ids) { hash, start, length in
          hashes[start] = hash
          #expect(scanner.shingle(at: start, of: content, in: ids) == (hash, length))
        }
      }
    }
    for rounds in [[0..<4], [0..<1, 1..<4], [0..<2, 2..<3, 3..<4]] {
      var found: [Int] = []
      for slices in rounds {
        let piece = ShinglePiece(scanner, contents: 0..<3, slices: slices, sliceBits: 2, filterBits: 10)
        for slice in slices {
          piece.withShingles(ofSlice: slice) { places, starts in
            #expect(starts.elementsEqual(starts.sorted()))
            for (place, start) in zip(places, starts) {
              let hash = hashes[piece.base + Int(start)]
              #expect(hash.map { $0 >> 62 } == UInt64(slice))
              #expect(hash.map { $0 >> 52 & 1023 } == UInt64(place))
              found.append(piece.base + Int(start))
            }
          }
        }
      }
      #expect(found.sorted() == Array(0...1496) + [1500, 1503])
    }
    #expect(ShinglePiece(scanner, contents: 2..<3, slices: 0..<4, sliceBits: 2, filterBits: 10).base >= 0)
    #expect((0..<3).map { scanner.shingleCount(of: $0) } == [1497, 2, 0])
  }
}
