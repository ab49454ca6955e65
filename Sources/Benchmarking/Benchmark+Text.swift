import AnalysisModel
import Execution
import Matrices
import TextFeatures

/// Documents, read, with the sizes of the samples to be timed.
struct TextInput {
  var source: ReadingSource
  var paths: [String]
  var corpus: Corpus
  var counts: [Int]
  var notes: [String]
}

extension Benchmark {
  /// Reads documents.
  ///
  /// - Throws: `RefrainError` where there are none, or too few.
  func textInput(_ source: ReadingSource, paths: [String]) async throws -> TextInput {
    progress?(AnalysisProgress(stage: "reading", completed: 0))
    let corpus = try await source.read(parallelism: parallelism)
    guard !corpus.documents.isEmpty else {
      throw RefrainError("there is no document to time anything on", remedy: "a corpus with documents")
    }
    var notes: [String] = []
    if !corpus.warnings.isEmpty { notes.append("Warnings about the data: \(corpus.warnings.count).") }
    let counts = try sampleCounts(of: corpus.documents.count, notes: &notes)
    return TextInput(source: source, paths: paths, corpus: corpus, counts: counts, notes: notes)
  }

  /// Times the stages on documents.
  func measure(_ input: TextInput, _ timer: StageTimer) async throws -> CorpusFigures {
    let documents = input.corpus.documents
    var notes = input.notes
    let samples = NestedSamples(count: documents.count, seed: options.seed)
    var timings: [[StageTiming]] = []
    var features = (terms: 0, storedValues: 0)
    for count in input.counts {
      let isWhole = count == documents.count
      let sample = isWhole ? documents : samples.indices(count: count).map { documents[$0] }
      let figures = try await time(sample, isWhole ? input.source : nil, timer)
      timings.append(figures.stages)
      features = (figures.terms, figures.storedValues)
    }
    if input.counts.count > 1 {
      notes.append(
        "Samples are nested and drawn by seed \(options.seed), documents in corpus order; they are read as "
          + "JSON lines.")
    }
    if options.stages.contains(.matrix) && documents.count > options.matrixLimit {
      notes.append("The matrix is that of a sample of \(options.matrixLimit) documents.")
    }
    let scaling = curves(timings)
    var stages = timings.last ?? []
    if options.stages.contains(.matrix) {
      if let dense = try await seededDenseTiming(timer, notes: &notes) { stages.append(dense) }
    }
    let described = BenchmarkedCorpus(
      source: input.paths.isEmpty ? .generated : .files, paths: input.paths, seed: options.seed,
      documents: documents.count, bytes: input.corpus.account.bytes, textBytes: documents.textBytes,
      terms: features.terms, storedValues: features.storedValues,
      features: FeatureWording.line(configuration.features), fingerprint: Fingerprint.of(documents))
    return CorpusFigures(corpus: described, stages: stages, scaling: scaling, notes: notes)
  }

  private struct SampleFigures {
    var stages: [StageTiming] = []
    var terms = 0
    var storedValues = 0
  }

  /// Times the chosen stages on one sample; each is given what the one before it makes, made once more.
  private func time(
    _ documents: [Document], _ source: ReadingSource?, _ timer: StageTimer
  ) async throws -> SampleFigures {
    var figures = SampleFigures()
    if options.stages.contains(.read) {
      figures.stages.append(try await timer.time(try readStage(documents, source)))
    }
    let vectors = try await vectors(of: documents, timer, &figures)
    figures.terms = vectors.terms.count
    figures.storedValues = vectors.rows.storedCount
    for stage in searchStages(vectors.rows) { figures.stages.append(try await timer.time(stage)) }
    return figures
  }

  private func readStage(_ documents: [Document], _ source: ReadingSource?) throws -> ReadStage {
    if let source { return ReadStage(source: source, parallelism: parallelism) }
    let spool = try CorpusSpool()
    try spool.write(documents)
    return ReadStage(source: .spool(spool), parallelism: parallelism)
  }

  private func vectors(
    of documents: [Document], _ timer: StageTimer, _ figures: inout SampleFigures
  ) async throws -> TermVectors {
    let options = configuration.features
    let bytes = documents.textBytes
    if self.options.stages.contains(.tokenize) {
      let stage = TokenizeStage(
        documents: documents, textBytes: bytes, options: options, parallelism: parallelism)
      figures.stages.append(try await timer.time(stage))
    }
    if self.options.stages.contains(.vectorize) {
      let stage = VectorizeStage(
        documents: documents, textBytes: bytes, options: options, parallelism: parallelism)
      figures.stages.append(try await timer.time(stage))
    }
    return try await TFIDFVectorizer(options: options)
      .vectors(of: documents, parallelism: parallelism)
  }

  private func searchStages(_ rows: SparseRows) -> [any TimedStage] {
    var stages: [any TimedStage] = []
    if options.stages.contains(.pairs) {
      stages += options.thresholds.map { PairsStage(rows: rows, threshold: $0, parallelism: parallelism) }
    }
    if options.stages.contains(.nearest) {
      stages += options.neighbourCounts.map {
        NearestStage(rows: rows, count: $0, parallelism: parallelism)
      }
    }
    if options.stages.contains(.matrix) {
      let limit = options.matrixLimit
      let part =
        rows.rowCount > limit
        ? rows.selecting(NestedSamples(count: rows.rowCount, seed: options.seed).indices(count: limit)) : rows
      stages.append(MatrixStage(rows: part, parallelism: parallelism))
    }
    return stages
  }
}

extension [Document] {
  /// The bytes of all titles and texts.
  var textBytes: Int { reduce(0) { $0 + $1.text.count + ($1.title?.count ?? 0) } }
}
