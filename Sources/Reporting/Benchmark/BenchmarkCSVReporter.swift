import AnalysisModel

/// One table, one stage a row, in plain numbers.
struct BenchmarkCSVReporter: BenchmarkReporter {
  static let format = BenchmarkFormat.csv

  func render(_ findings: BenchmarkFindings, context: ReportContext) -> [UInt8] {
    var writer = CSVWriter()
    switch findings {
    case .run(let run): rows(of: run, to: &writer)
    case .comparison(let comparison): rows(of: comparison, to: &writer)
    }
    return writer.bytes
  }

  private func rows(of run: BenchmarkRun, to writer: inout CSVWriter) {
    writer.row([
      "stage", "parameter", "documents", "seconds_minimum", "seconds_median", "seconds_maximum",
      "documents_per_second", "megabytes_per_second", "stored_values_per_second", "pairs_per_second", "pairs",
      "gigaflops", "share_of_peak", "peak_memory_bytes", "exponent", "standard_error",
    ])
    for timing in run.stages {
      let curve = run.scaling.first { $0.stage == timing.name && $0.parameter == timing.parameter }
      writer.row([
        timing.name.rawValue, cell(timing.parameter), "\(timing.documents)", cell(timing.seconds.minimum),
        cell(timing.seconds.median), cell(timing.seconds.maximum), cell(timing.documentsPerSecond),
        cell(timing.megabytesPerSecond), cell(timing.storedValuesPerSecond), cell(timing.pairsPerSecond),
        cell(timing.pairs), cell(timing.gigaflops), cell(timing.shareOfPeak), cell(timing.peakMemoryBytes),
        cell(curve?.exponent), cell(curve?.standardError),
      ])
    }
  }

  private func rows(of comparison: BenchmarkComparison, to writer: inout CSVWriter) {
    writer.row([
      "stage", "parameter", "before_minimum", "before_median", "before_maximum", "after_minimum",
      "after_median", "after_maximum", "speedup", "verdict", "exponent_before", "exponent_after",
    ])
    for stage in comparison.stages {
      writer.row([
        stage.name.rawValue, cell(stage.parameter), cell(stage.before?.minimum), cell(stage.before?.median),
        cell(stage.before?.maximum), cell(stage.after?.minimum), cell(stage.after?.median),
        cell(stage.after?.maximum), cell(stage.speedup), stage.verdict.rawValue, cell(stage.exponentBefore),
        cell(stage.exponentAfter),
      ])
    }
  }

  private func cell(_ number: Double?) -> String { number.map(JSONWriter.spelling) ?? "" }
  private func cell(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
