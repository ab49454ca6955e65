import AnalysisModel
import Execution
import Matrices
import SimilaritySearch
import Testing
import TextFeatures

@testable import Benchmarking

@Suite struct ZipfCorpusTests {
  private func lines(_ options: ZipfCorpus.Options, threads: Int = 1) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await ZipfCorpus(options).jsonLines(parallelism: Parallelism(threads: threads)) { bytes += $0 }
    return bytes
  }

  private func documents(_ corpus: ZipfCorpus) -> [Document] {
    (0..<corpus.documentCount).map { Document(id: corpus.id(of: $0), text: corpus.text(of: $0)) }
  }

  @Test("The same seed gives the same bytes, on any number of threads and in every run to come")
  func sameBytes() async throws {
    let options = ZipfCorpus.Options(documentCount: 2_500, seed: 7)
    let bytes = try await lines(options)
    #expect(try await lines(options, threads: 3) == bytes)
    #expect(bytes.count == 2_345_700)
    // Frozen: saved runs are compared by the corpus of a seed.
    #expect(Fingerprint.of([Document(id: "", text: UTF8Text(validated: bytes[...]))]) == "01eea5309915cbd8")
    #expect(try await lines(ZipfCorpus.Options(documentCount: 2_500, seed: 8)) != bytes)
  }

  @Test("A document does not depend on how many there are")
  func prefix() async throws {
    let small = try await lines(ZipfCorpus.Options(documentCount: 30))
    let large = try await lines(ZipfCorpus.Options(documentCount: 60))
    #expect(large.starts(with: small))
  }

  @Test("Every planted copy is found by the search, at the similarity it has", arguments: [1, 2] as [UInt64])
  func plantedCopies(_ seed: UInt64) async throws {
    let corpus = ZipfCorpus(ZipfCorpus.Options(documentCount: 600, seed: seed))
    let copies = corpus.plantedCopies
    #expect(copies.contains { $0.kind == .exact } && copies.contains { $0.kind == .near })
    #expect((30...90).contains(copies.count), "about a tenth: \(copies.count)")
    let documents = documents(corpus)
    let parallelism = Parallelism(threads: 1)
    let tokens = try await CorpusTokenizer(options: FeatureOptions())
      .tokenize(documents, parallelism: parallelism)
    let rows = try await TFIDFVectorizer(options: FeatureOptions())
      .vectors(of: tokens, documents: documents, parallelism: parallelism).rows
    let found = try await CosineSearch(rows: rows, parallelism: parallelism).pairs(atLeast: 0.8)
    let scores = Dictionary(uniqueKeysWithValues: found.map { ([$0.a, $0.b], $0.score) })
    for copy in copies {
      let score = try #require(scores[[copy.original, copy.document]], "seed \(seed): \(copy)")
      #expect(abs(score - cosine(rows, copy.original, copy.document)) < 1e-9)
      #expect(corpus.copy(copy.original) == nil, "a copy of a copy")
      if copy.kind == .exact {
        #expect(score == 1)
        #expect(corpus.text(of: copy.document) == corpus.text(of: copy.original))
      } else {
        #expect(score < 1)
      }
    }
    // Documents that share no original are not alike.
    let families = Dictionary(
      copies.map { ($0.document, $0.original) }, uniquingKeysWith: { first, _ in first })
    for pair in found { #expect(families[pair.a] ?? pair.a == families[pair.b] ?? pair.b) }
  }

  private func cosine(_ rows: SparseRows, _ a: Int, _ b: Int) -> Double {
    var weights: [UInt32: Double] = [:]
    for position in rows.range(ofRow: a) { weights[rows.columns[position]] = rows.values[position] }
    return rows.range(ofRow: b).reduce(0) { $0 + (weights[rows.columns[$1]] ?? 0) * rows.values[$1] }
  }

  @Test("Ranks follow Zipf's law, with a second regime and no end")
  func zipf() throws {
    let frequencies = WordFrequencies()
    var random = RandomStream(seed: 3)
    var counts: [Int: Int] = [:]
    let draws = 400_000
    for _ in 0..<draws { counts[frequencies.rank(from: &random), default: 0] += 1 }
    // Sums over whole bands, whose counts are large enough to be sure of.
    func slope(_ bands: [Int]) throws -> Double {
      let points = bands.map { low in
        let mass = (low..<2 * low).reduce(0) { $0 + (counts[$1] ?? 0) }
        return (x: Double(low) * 1.5 + WordFrequencies.shift, y: Double(mass) / Double(low))
      }
      return try #require(PowerLaw(of: points)).exponent
    }
    let head = try slope([8, 16, 32, 64, 128, 256, 512, 1024, 2048])
    #expect((-1.08 ... -0.92).contains(head), "slope of the head \(head)")
    let tail = try slope([16_384, 32_768, 65_536])
    #expect((-2.3 ... -1.7).contains(tail), "slope of the tail \(tail)")
    let rare = counts.filter { $0.key > WordFrequencies.coreCount }.values.reduce(0, +)
    #expect((0.09...0.135).contains(Double(rare) / Double(draws)))
    // Heaps: four times the words, about twice the new ones among the rare.
    #expect(counts.keys.max() ?? 0 > 100_000)
  }

  @Test("Every rank has a word of its own, frequent ranks short ones")
  func words() {
    var seen: Set<[UInt8]> = []
    for rank in Array(1...20_000) + [421_000, 430_000, 1 << 32, WordFrequencies.highestRank] {
      var word: [UInt8] = []
      InventedWords.append(rank: rank, to: &word)
      #expect(word.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
      #expect(seen.insert(word).inserted, "rank \(rank)")
      if rank <= 75 { #expect(word.count <= 3) }
    }
  }

  @Test("Documents are sentences of the length asked for")
  func lengths() {
    var options = ZipfCorpus.Options(documentCount: 200)
    options.meanWordCount = 60
    let corpus = ZipfCorpus(options)
    let counts = (0..<200).map { corpus.text(of: $0).string.split(separator: " ").count }
    #expect(counts.allSatisfy { (30...91).contains($0) })
    #expect((54...66).contains(counts.reduce(0, +) / 200))
    let text = corpus.text(of: 5).string
    #expect(text.first?.isUppercase == true && text.last == ".")
  }

  @Test("Random numbers below a bound reach all of it")
  func below() {
    var random = RandomStream(seed: 1)
    var seen: Set<Int> = []
    for _ in 0..<1_000 { seen.insert(random.below(17)) }
    #expect(seen == Set(0..<17))
  }
}
