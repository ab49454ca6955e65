import AnalysisModel
import Corpora
import Execution
import Matrices
import TestSupport
import Testing

@testable import Benchmarking

@Suite struct BenchmarkTests {
  private func options(_ change: (inout BenchmarkOptions) -> Void = { _ in }) -> BenchmarkOptions {
    var options = BenchmarkOptions()
    options.runs = 1
    options.stages = [.read, .tokenize, .vectorize, .pairs, .nearest]
    change(&options)
    return options
  }

  private func run(_ options: BenchmarkOptions, _ source: BenchmarkSource) async throws -> BenchmarkRun {
    var benchmark = try Benchmark(
      options: options, configuration: Configuration(), parallelism: Parallelism(threads: 2))
    benchmark.productSide = 64
    return try await benchmark.run(source, version: "1.2.3")
  }

  @Test("A generated corpus: every stage, every rate, growth of each")
  func generated() async throws {
    var zipf = ZipfCorpus.Options(documentCount: 200)
    zipf.meanWordCount = 20
    let corpus = ZipfCorpus(zipf)
    let run = try await run(options { $0.sizes = [1, 2] }, .generated(corpus))
    #expect(run.stages.map(\.name) == [.read, .tokenize, .vectorize, .pairs, .pairs, .nearest])
    #expect(run.stages.map(\.parameter) == [nil, nil, nil, 0.5, 0.8, 10])
    for timing in run.stages {
      #expect(timing.documents == 200)
      #expect(timing.seconds.minimum > 0 && timing.seconds.minimum <= timing.seconds.maximum)
    }
    #expect(run.stages[0].megabytesPerSecond != nil && run.stages[1].megabytesPerSecond != nil)
    #expect(run.stages[2].storedValuesPerSecond != nil)
    // Counted independently: all exact copies at least are pairs.
    let exact = corpus.plantedCopies.count { $0.kind == .exact }
    #expect(run.stages[4].pairs ?? 0 >= exact && run.stages[5].pairs == 2_000)
    #expect(run.scaling.count == run.stages.count)
    #expect(run.scaling.allSatisfy { $0.points.map(\.documents) == [100, 200] && $0.exponent == nil })
    #expect(run.corpus.source == .generated && run.corpus.documents == 200 && run.corpus.seed == 1)
    #expect(run.blas.gigaflops.count == 4 && run.blas.gigaflops.allSatisfy { $0.value > 0 })
    #expect(run.threads == 2 && run.runs == 1 && run.refrain == "1.2.3")
  }

  @Test("Files: the corpus as read, only the stages chosen")
  func files() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.jsonl", #"{"id":"a","title":"T","text":"one two"}"# + "\n" + #"{"id":"b","text":"two"}"# + "\n")
    let run = try await run(
      options {
        $0.stages = [.pairs]
        $0.thresholds = [0.1]
      }, .files([path]))
    #expect(run.stages.map(\.name) == [.pairs])
    #expect(run.stages.first?.pairs == 1)
    #expect(run.corpus.documents == 2 && run.corpus.bytes == 64 && run.corpus.textBytes == 11)
    #expect(run.corpus.terms == 3 && run.corpus.storedValues == 4)
    #expect(run.scaling.isEmpty)
    #expect(run.notes.contains { $0.contains("too few") })
    withExtendedLifetime(folder) {}
  }

  @Test("The matrix of text is cut to the limit")
  func matrix() async throws {
    let run = try await run(
      options {
        $0.stages = [.matrix]
        $0.matrixLimit = 60
        $0.sizes = []
      }, .generated(ZipfCorpus(ZipfCorpus.Options(documentCount: 80))))
    #expect(run.stages.first?.documents == 60)
    #expect(run.notes.contains { $0.contains("sample of 60") })
  }

  @Test("Dense vectors: the matrix alone, with its rate against the BLAS's own")
  func vectors() async throws {
    let values = (0..<300 * 7).map { Float($0 % 11) }
    let rows = DenseRows(values: values, rowCount: 300, columnCount: 7)
    let run = try await run(
      options {
        $0.stages = BenchmarkStage.allCases
        $0.sizes = [1, 3]
      }, .vectors(rows, path: "x.npy"))
    #expect(run.stages.map(\.name) == [.matrix])
    #expect(run.stages.first?.parameter == nil, "the peers' script asks for ‘matrix’")
    #expect(run.stages.first?.gigaflops ?? 0 > 0 && run.stages.first?.shareOfPeak ?? 0 > 0)
    #expect(run.scaling.first?.points.map(\.documents) == [100, 300])
    #expect(run.corpus.terms == 7 && run.corpus.storedValues == values.count { $0 != 0 })
  }

  @Test("A corpus too small for sizes that were asked for, or none at all, is an error with a remedy")
  func errors() async throws {
    let corpus = ZipfCorpus(ZipfCorpus.Options(documentCount: 60))
    let small = try await #require(throws: RefrainError.self) {
      try await run(
        options {
          $0.stages = [.read]
          $0.insistsOnSizes = true
        }, .generated(corpus))
    }
    #expect(small.problem.contains("too few") && small.remedy?.contains("--no-scaling") == true)
    let rows = DenseRows<Float>(rowCount: 0, columnCount: 4)
    await #expect(throws: RefrainError.self) { try await run(options(), .vectors(rows, path: "x")) }
    for change: (inout BenchmarkOptions) -> Void in [
      { $0.stages = [] }, { $0.thresholds = [0] }, { $0.thresholds = [1.5] }, { $0.neighbourCounts = [0] },
      { $0.runs = 0 }, { $0.sizes = [0, 1] }, { $0.sizes = [4] },
    ] {
      #expect(throws: RefrainError.self) { try options(change).validated() }
    }
  }

  @Test("Documents go through the temporary file unchanged")
  func spool() async throws {
    let documents = [
      Document(id: "a\"\\", title: "T\n\t\u{1}", text: "x \u{7F} \u{2028} é 漢 \r"),
      Document(id: "b", text: ""),
    ]
    let spool = try CorpusSpool()
    try spool.write(documents)
    for _ in 0..<2 {
      let read = try await ReadingSource.spool(spool).read(parallelism: Parallelism(threads: 1)).documents
      #expect(read.map(\.id) == documents.map(\.id))
      #expect(read.map(\.title) == documents.map(\.title))
      #expect(read.map(\.text) == documents.map(\.text))
    }
  }

  @Test("The machine tells who it is")
  func machine() {
    let machine = MachineDescription.current
    #expect(!machine.cpu.isEmpty && machine.cores >= 1 && machine.memoryBytes > 1 << 20)
    #expect(!machine.system.isEmpty)
    #expect(SwiftVersion.current.hasPrefix("6."))
  }
}
