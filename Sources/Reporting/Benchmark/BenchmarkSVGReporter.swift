import AnalysisModel

/// The plot of the growth as a file of its own: no script, readable on light and dark ground.
struct BenchmarkSVGReporter: BenchmarkReporter {
  static let format = BenchmarkFormat.svg

  func render(_ findings: BenchmarkFindings, context: ReportContext) throws -> [UInt8] {
    guard case .run(let run) = findings else {
      throw RefrainError("a comparison has no plot", remedy: "--format html, or the plot of each run")
    }
    guard let plot = ScalingPlot(run) else {
      throw RefrainError("there is no growth to plot", remedy: "a run with --sizes 1,2,4,8")
    }
    return Array(try plot.markup(standalone: true).utf8)
  }
}
