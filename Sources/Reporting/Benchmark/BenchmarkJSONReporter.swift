import AnalysisModel

/// One JSON document: a run as a later comparison reads it back, or a comparison.
struct BenchmarkJSONReporter: BenchmarkReporter {
  static let format = BenchmarkFormat.json

  func render(_ findings: BenchmarkFindings, context: ReportContext) -> [UInt8] {
    // Two levels broken into lines: the document's keys, and the elements of its lists.
    var writer = JSONWriter(expandedDepth: 2)
    switch findings {
    case .run(let run): writer.object { $0.runFields(run) }
    case .comparison(let comparison): writer.object { $0.comparisonFields(comparison) }
    }
    writer.endLine()
    return writer.bytes
  }
}

// MARK: A run

extension JSONWriter {
  fileprivate mutating func runFields(_ run: BenchmarkRun) {
    field("schemaVersion", run.schemaVersion)
    field("refrain", run.refrain)
    objectField("machine") { writer in
      writer.field("cpu", run.machine.cpu)
      writer.field("cores", run.machine.cores)
      writer.field("memoryBytes", run.machine.memoryBytes)
      writer.field("system", run.machine.system)
    }
    field("swift", run.swift)
    objectField("blas") { $0.blasFields(run.blas) }
    field("threads", run.threads)
    field("runs", run.runs)
    objectField("corpus") { $0.corpusFields(run.corpus) }
    arrayField("stages") { writer in
      for timing in run.stages { writer.object { $0.timingFields(timing) } }
    }
    arrayField("scaling") { writer in
      for curve in run.scaling { writer.object { $0.curveFields(curve) } }
    }
    arrayField("notes") { writer in run.notes.forEach { writer.value($0) } }
  }

  private mutating func blasFields(_ blas: BLASMeasurement) {
    field("name", blas.name)
    key("library")
    if let library = blas.library { value(library) } else { null() }
    arrayField("gigaflops") { writer in
      for rate in blas.gigaflops {
        writer.object { writer in
          writer.field("precision", rate.precision.rawValue)
          writer.field("threads", rate.threads)
          writer.field("value", rate.value)
        }
      }
    }
  }

  private mutating func corpusFields(_ corpus: BenchmarkedCorpus) {
    field("source", corpus.source.rawValue)
    arrayField("paths") { writer in corpus.paths.forEach { writer.value($0) } }
    field("seed", corpus.seed)
    field("documents", corpus.documents)
    field("bytes", corpus.bytes)
    field("textBytes", corpus.textBytes)
    field("terms", corpus.terms)
    field("storedValues", corpus.storedValues)
    field("features", corpus.features)
    field("fingerprint", corpus.fingerprint)
  }

  private mutating func timingFields(_ timing: StageTiming) {
    field("name", timing.name.rawValue)
    optionalField("parameter", timing.parameter)
    field("documents", timing.documents)
    objectField("seconds") { $0.spreadFields(timing.seconds) }
    field("documentsPerSecond", timing.documentsPerSecond)
    if let rate = timing.megabytesPerSecond { field("megabytesPerSecond", rate) }
    if let rate = timing.storedValuesPerSecond { field("storedValuesPerSecond", rate) }
    if let rate = timing.pairsPerSecond { field("pairsPerSecond", rate) }
    if let pairs = timing.pairs { field("pairs", pairs) }
    if let rate = timing.gigaflops { field("gigaflops", rate) }
    if let share = timing.shareOfPeak { field("shareOfPeak", share) }
    if let bytes = timing.peakMemoryBytes { field("peakMemoryBytes", bytes) }
  }

  private mutating func curveFields(_ curve: ScalingCurve) {
    field("stage", curve.stage.rawValue)
    optionalField("parameter", curve.parameter)
    arrayField("points") { writer in
      for point in curve.points {
        writer.object { writer in
          writer.field("documents", point.documents)
          writer.field("seconds", point.seconds)
        }
      }
    }
    optionalField("exponent", curve.exponent)
    optionalField("standardError", curve.standardError)
  }
}

// MARK: A comparison

extension JSONWriter {
  fileprivate mutating func comparisonFields(_ comparison: BenchmarkComparison) {
    field("schemaVersion", BenchmarkRun.currentSchemaVersion)
    arrayField("differences") { writer in comparison.differences.forEach { writer.value($0) } }
    arrayField("stages") { writer in
      for stage in comparison.stages {
        writer.object { writer in
          writer.field("name", stage.name.rawValue)
          writer.optionalField("parameter", stage.parameter)
          if let spread = stage.before { writer.objectField("before") { $0.spreadFields(spread) } }
          if let spread = stage.after { writer.objectField("after") { $0.spreadFields(spread) } }
          writer.optionalField("speedup", stage.speedup)
          writer.field("verdict", stage.verdict.rawValue)
          if let exponent = stage.exponentBefore { writer.field("exponentBefore", exponent) }
          if let exponent = stage.exponentAfter { writer.field("exponentAfter", exponent) }
        }
      }
    }
  }

  private mutating func spreadFields(_ spread: TimeSpread) {
    field("minimum", spread.minimum)
    field("median", spread.median)
    field("maximum", spread.maximum)
  }

  private mutating func optionalField(_ name: String, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }
}
