import AnalysisModel
import Corpora
import Execution
import TextFeatures

/// Files to documents.
struct ReadStage: TimedStage {
  let name = BenchmarkStage.read
  let parameter: Double? = nil
  let source: ReadingSource
  let parallelism: Parallelism

  func run() async throws -> StageOutcome {
    let corpus = try await source.read(parallelism: parallelism)
    return StageOutcome(
      work: StageWork(documents: corpus.documents.count, bytes: corpus.account.bytes), product: corpus)
  }
}

/// Documents to tokens with their places.
struct TokenizeStage: TimedStage {
  let name = BenchmarkStage.tokenize
  let parameter: Double? = nil
  let documents: [Document]
  let textBytes: Int
  let options: FeatureOptions
  let parallelism: Parallelism

  func run() async throws -> StageOutcome {
    let tokens = try await CorpusTokenizer(options: options).tokenize(documents, parallelism: parallelism)
    return StageOutcome(work: StageWork(documents: documents.count, bytes: textBytes), product: tokens)
  }
}

/// Documents to TF-IDF rows.
struct VectorizeStage: TimedStage {
  let name = BenchmarkStage.vectorize
  let parameter: Double? = nil
  let documents: [Document]
  let textBytes: Int
  let options: FeatureOptions
  let parallelism: Parallelism

  func run() async throws -> StageOutcome {
    let vectors = try await TFIDFVectorizer(options: options)
      .vectors(of: documents, parallelism: parallelism)
    let work = StageWork(
      documents: documents.count, bytes: textBytes, storedValues: vectors.rows.storedCount)
    return StageOutcome(work: work, product: vectors)
  }
}
