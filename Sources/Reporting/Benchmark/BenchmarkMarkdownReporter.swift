import AnalysisModel

/// Markdown for GitHub: facts and tables.
struct BenchmarkMarkdownReporter: BenchmarkReporter {
  static let format = BenchmarkFormat.markdown

  func render(_ findings: BenchmarkFindings, context: ReportContext) -> [UInt8] {
    var text: String
    switch findings {
    case .run(let run): text = document(run)
    case .comparison(let comparison): text = document(comparison)
    }
    text += "\n---\n\nMade by Refrain \(MarkdownText.inline(context.version)).\n"
    return Array(text.utf8)
  }

  private func document(_ run: BenchmarkRun) -> String {
    var text = "# Benchmark\n\n"
    for fact in BenchmarkTable.facts(run) { text += "- \(fact.label): \(MarkdownText.inline(fact.text))\n" }
    text += section("Matrix products", .blas(run))
    text += section("Stages", .stages(run))
    if !run.scaling.isEmpty { text += section("Growth: seconds by documents", .scaling(run)) }
    text += "\n## What to know\n\n"
    for note in run.notes { text += "- \(MarkdownText.inline(note))\n" }
    return text + "- \(MarkdownText.inline(BenchmarkWording.method))\n"
  }

  private func document(_ comparison: BenchmarkComparison) -> String {
    var text = "# Benchmark, before and after\n"
    if !comparison.differences.isEmpty {
      text += "\n**Warning: these runs differ in more than the code.**\n\n"
      for difference in comparison.differences { text += "- \(MarkdownText.inline(difference))\n" }
    }
    text += section("Stages", .comparison(comparison))
    return text + "\n\(MarkdownText.inline(BenchmarkWording.verdictRule))\n"
  }

  private func section(_ title: String, _ table: BenchmarkTable) -> String {
    let numbers = Set(table.titles.indices).subtracting(table.wordColumns)
    return "\n## \(title)\n\n" + MarkdownText.header(table.titles, numbers: numbers)
      + table.rows.map { MarkdownText.row($0.map { MarkdownText.inline($0) }) }.joined()
  }
}
