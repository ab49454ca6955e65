import AnalysisModel
import Mustache

/// One self-contained page: no network, no script.
struct BenchmarkHTMLReporter: BenchmarkReporter {
  typealias Values = [String: Any]

  static let format = BenchmarkFormat.html

  func render(_ findings: BenchmarkFindings, context: ReportContext) throws -> [UInt8] {
    MustacheContentTypes.register(HTMLText.ContentType(), named: HTMLText.contentTypeName)
    let template = try MustacheTemplate(
      string: String(decoding: PackageResources.benchmark_mustache, as: UTF8.self))
    let style = [
      PackageResources.report_css, PackageResources.benchmark_css, PackageResources.scaling_plot_css,
    ].map { String(decoding: $0, as: UTF8.self) }.joined()
    var values: Values = [
      "version": context.version, "styleMarkup": style, "styleHash": StyleHash.sha256Base64(style),
    ]
    switch findings {
    case .run(let run): values.merge(try Self.values(of: run)) { $1 }
    case .comparison(let comparison): values.merge(Self.values(of: comparison)) { $1 }
    }
    return Array(template.render(values).utf8)
  }

  private static func values(of run: BenchmarkRun) throws -> Values {
    var sections = [
      section(
        "Stages", "stages", .stages(run), hint: "Seconds are medians; the bar shows the share of the longest."
      )
    ]
    sections[0]["bars"] = bars(run)
    sections[0]["hasBars"] = true
    if !run.scaling.isEmpty {
      var growth = section(
        "Growth", "growth", .scaling(run),
        hint: "Seconds by number of documents. Both axes are logarithmic: a straight line is a power law, "
          + "and its slope the exponent.")
      if let plot = ScalingPlot(run) {
        growth["plot"] = [try plot.markup(standalone: false)]
        growth["legend"] = plot.legend
        growth["hasLegend"] = true
      }
      sections.append(growth)
    }
    sections.append(
      section(
        "Matrix products", "blas", .blas(run), hint: "10⁹ operations a second, the best of several rounds."))
    return [
      "titleText": "Benchmark", "lede": BenchmarkWording.corpus(run.corpus),
      "facts": facts(run).filter { $0.label != "Corpus" }.map(\.values),
      "differences": [String](), "hasDifferences": false, "sections": sections,
      "notes": run.notes.map { VisibleText.line($0) } + [BenchmarkWording.method],
    ]
  }

  private static func values(of comparison: BenchmarkComparison) -> Values {
    [
      "titleText": "Benchmark, before and after",
      "lede": BenchmarkWording.corpus(comparison.before.corpus),
      "facts": facts(comparison.after).map(\.values),
      "hasDifferences": !comparison.differences.isEmpty,
      "differences": comparison.differences.map { VisibleText.line($0) },
      "sections": [section("Stages", "stages", .comparison(comparison), hint: "")],
      "notes": [BenchmarkWording.verdictRule],
    ]
  }

  private static func facts(_ run: BenchmarkRun) -> [(label: String, values: Values)] {
    BenchmarkTable.facts(run).map { (label: $0.label, values: ["label": $0.label, "text": $0.text]) }
  }

  private static func section(
    _ title: String, _ anchor: String, _ table: BenchmarkTable, hint: String
  ) -> Values {
    func cells(_ texts: [String]) -> [Values] {
      texts.enumerated().map { ["text": $1, "isNumber": !table.wordColumns.contains($0)] }
    }
    return [
      "title": title, "anchor": anchor, "hints": hint.isEmpty ? [] : [hint],
      "rows": table.rows.map { row in
        ["name": row[0], "cells": Array(cells(row).dropFirst())] as Values
      },
      "firstTitle": table.titles[0], "otherTitles": Array(cells(table.titles).dropFirst()),
      "hasBars": false, "bars": [Values](), "plot": [String](), "hasLegend": false,
      "legend": [Values](),
    ]
  }

  private static func bars(_ run: BenchmarkRun) -> [Values] {
    let longest = run.stages.map(\.seconds.median).max() ?? 0
    return run.stages.map { timing in
      let share = longest > 0 ? timing.seconds.median / longest : 0
      return [
        "name": BenchmarkWording.stage(timing.name, timing.parameter),
        "seconds": BenchmarkWording.number(timing.seconds.median),
        "width": JSONWriter.spelling(max(2, (share * 4000).rounded() / 10)),
      ]
    }
  }
}
