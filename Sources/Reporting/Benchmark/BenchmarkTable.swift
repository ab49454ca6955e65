import AnalysisModel

/// A table of figures as text, for formats that lay tables out themselves.
struct BenchmarkTable {
  /// What stands above the columns; the first column holds names, the others numbers unless said otherwise.
  var titles: [String]
  /// The rows, as many cells each as there are titles.
  var rows: [[String]]
  /// Columns of words.
  var wordColumns: Set<Int> = [0]

  /// Without columns that are empty in every row.
  private func withoutEmptyColumns() -> BenchmarkTable {
    let kept = titles.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    return BenchmarkTable(
      titles: kept.map { titles[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The stages of a run.
  static func stages(_ run: BenchmarkRun) -> BenchmarkTable {
    func amount(_ value: Double?) -> String {
      value.map { BenchmarkWording.rate($0, BenchmarkWording.amount) } ?? ""
    }
    let isCutShort = run.stages.contains { $0.documents != run.corpus.documents }
    let rows = run.stages.map { timing in
      [
        BenchmarkWording.stage(timing.name, timing.parameter),
        BenchmarkWording.number(timing.seconds.median),
        BenchmarkWording.number(timing.seconds.minimum) + "–"
          + BenchmarkWording.number(timing.seconds.maximum),
        isCutShort ? Wording.grouped(timing.documents) : "",
        timing.megabytesPerSecond.map { BenchmarkWording.rate($0, BenchmarkWording.number) } ?? "",
        amount(timing.documentsPerSecond), amount(timing.storedValuesPerSecond),
        amount(timing.pairsPerSecond),
        timing.pairs.map(Wording.grouped) ?? "", timing.gigaflops.map(BenchmarkWording.number) ?? "",
        timing.shareOfPeak.map(BenchmarkWording.share) ?? "",
        timing.peakMemoryBytes.map { BenchmarkWording.bytes($0) } ?? "",
      ]
    }
    return BenchmarkTable(
      titles: [
        "stage", "seconds", "least–most", "documents", "MB/s", "documents/s", "values/s", "pairs/s", "found",
        "GFLOP/s", "of peak", "peak memory",
      ], rows: rows
    ).withoutEmptyColumns()
  }

  /// Seconds by number of documents, and the exponent of growth.
  static func scaling(_ run: BenchmarkRun) -> BenchmarkTable {
    let sizes = Set(run.scaling.flatMap { $0.points.map(\.documents) }).sorted()
    let rows = run.scaling.map { curve in
      [BenchmarkWording.stage(curve.stage, curve.parameter)]
        + sizes.map { size in
          curve.points.first { $0.documents == size }.map { BenchmarkWording.number($0.seconds) } ?? "–"
        } + [BenchmarkWording.exponent(curve)]
    }
    return BenchmarkTable(titles: ["stage"] + sizes.map(Wording.grouped) + ["exponent"], rows: rows)
  }

  /// How fast the BLAS multiplies.
  static func blas(_ run: BenchmarkRun) -> BenchmarkTable {
    BenchmarkTable(
      titles: ["product", "threads", "GFLOP/s"],
      rows: run.blas.gigaflops.map {
        [
          $0.precision == .float32 ? "Float32" : "Float64", "\($0.threads)",
          BenchmarkWording.number($0.value),
        ]
      })
  }

  /// Two runs, stage by stage.
  static func comparison(_ comparison: BenchmarkComparison) -> BenchmarkTable {
    func seconds(_ spread: TimeSpread?) -> String {
      guard let spread else { return "–" }
      return "\(BenchmarkWording.number(spread.median)) (\(BenchmarkWording.number(spread.minimum))–"
        + "\(BenchmarkWording.number(spread.maximum)))"
    }
    let rows = comparison.stages.map { stage in
      [
        BenchmarkWording.stage(stage.name, stage.parameter), BenchmarkWording.verdict(stage.verdict),
        stage.speedup.map { "\(BenchmarkWording.hundredths($0))×" } ?? "–",
        seconds(stage.before), seconds(stage.after),
        stage.exponentBefore.map(BenchmarkWording.hundredths) ?? "–",
        stage.exponentAfter.map(BenchmarkWording.hundredths) ?? "–",
      ]
    }
    return BenchmarkTable(
      titles: [
        "stage", "verdict", "speed", "seconds before", "seconds after", "exponent before", "exponent after",
      ], rows: rows, wordColumns: [0, 1])
  }

  /// What was measured, and where: labels and texts.
  static func facts(_ run: BenchmarkRun) -> [(label: String, text: String)] {
    var facts = [
      ("Corpus", BenchmarkWording.corpus(run.corpus)),
      (
        "Vectors",
        "\(Wording.counted(run.corpus.terms, run.corpus.features.isEmpty ? "column" : "term")), "
          + Wording.counted(run.corpus.storedValues, "value")
          + (run.corpus.features.isEmpty ? "" : "; \(VisibleText.line(run.corpus.features))")
      ),
      (
        "Machine",
        "\(VisibleText.line(run.machine.cpu)), \(Wording.counted(run.machine.cores, "core")), "
          + "\(BenchmarkWording.bytes(run.machine.memoryBytes)) of memory, "
          + VisibleText.line(run.machine.system)
      ),
      (
        "Built",
        "Refrain \(VisibleText.line(run.refrain)) with Swift \(VisibleText.line(run.swift)); "
          + "\(BenchmarkWording.threads(run.threads)), \(Wording.counted(run.runs, "run")) of each stage"
      ),
      ("BLAS", VisibleText.line(run.blas.name)),
    ]
    if let library = run.blas.library { facts.append(("Library", VisibleText.line(library))) }
    return facts.map { (label: $0.0, text: $0.1) }
  }
}
