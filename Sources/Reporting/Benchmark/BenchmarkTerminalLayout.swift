import AnalysisModel

/// Columns and bars of the terminal's tables.
struct BenchmarkTerminalLayout {
  /// Columns of a stage's name, margin included.
  static let labelWidth = 18
  /// Columns of a stage's bar.
  static let barWidth = 8

  /// Columns of an exponent with its standard error.
  static let exponentWidth = 12

  let width: Int
  let usesUnicode: Bool

  /// Eighths of a column, as bars are drawn.
  private static let eighths = Array(" ▏▎▍▌▋▊▉")

  /// Columns of a bar of the BLAS's rates.
  var rateBarWidth: Int { max(4, min(40, width - Self.labelWidth - 18)) }

  /// Whether a stage's line has room for its range and its bar.
  var showsBars: Bool { width >= Self.labelWidth + 23 + Self.barWidth }

  /// Whether a stage's line has room for two times, their ratio and a verdict.
  var showsVerdicts: Bool { width >= Self.labelWidth + 27 + 24 }

  /// How many sizes fit beside names and exponents.
  var scalingColumns: Int { max(1, (width - Self.labelWidth - Self.exponentWidth) / 10) }

  /// A stage's name in its column.
  func label(_ name: BenchmarkStage, _ parameter: Double?) -> String {
    label(BenchmarkWording.stage(name, parameter))
  }

  /// A name in its column.
  func label(_ name: String) -> String {
    TextLayout.padded("  \(replacing("≥", by: ">=", in: name))", width: Self.labelWidth)
  }

  /// Puts two signs for one where the terminal lacks it; before columns are filled.
  private func replacing(_ sign: String, by others: String, in text: String) -> String {
    usesUnicode
      ? text : text.split(separator: sign, omittingEmptySubsequences: false).joined(separator: others)
  }

  /// A number at the right edge of its column.
  func right(_ text: String, width: Int) -> String {
    let text = replacing("±", by: "+-", in: text)
    return String(repeating: " ", count: max(1, width - DisplayWidth.of(text))) + text
  }

  /// A bar for a value as a share of the largest one; something for everything above 0.
  func bar(_ value: Double, of largest: Double, width: Int) -> String {
    guard largest > 0, value > 0 else { return "" }
    guard usesUnicode else {
      return String(repeating: "#", count: max(1, Int((value / largest * Double(width)).rounded())))
    }
    let units = max(1, Int((value / largest * Double(width * 8)).rounded()))
    return String(repeating: "█", count: units / 8) + (units % 8 > 0 ? String(Self.eighths[units % 8]) : "")
  }

  /// The rates of a stage, the most telling first, as many as stand in the rest of the line; on a line of
  /// their own where not even one does.
  func rates(_ timing: StageTiming) -> (text: String, fits: Bool) {
    let room = width - Self.labelWidth - 23 - Self.barWidth - 2
    let all = allRates(timing)
    var text = ""
    for rate in all {
      let longer = text.isEmpty ? rate : "\(text), \(rate)"
      if DisplayWidth.of(longer) > room { break }
      text = longer
    }
    return text.isEmpty ? (all.joined(separator: ", "), false) : (text, true)
  }

  private func allRates(_ timing: StageTiming) -> [String] {
    var rates: [String] = []
    func add(_ value: Double?, _ unit: String) {
      if let value { rates.append("\(BenchmarkWording.rate(value, BenchmarkWording.amount)) \(unit)") }
    }
    if let gigaflops = timing.gigaflops {
      rates.append("\(BenchmarkWording.number(gigaflops)) GFLOP/s")
      if let share = timing.shareOfPeak { rates.append("\(BenchmarkWording.share(share)) of peak") }
    }
    if let rate = timing.megabytesPerSecond {
      rates.append("\(BenchmarkWording.rate(rate, BenchmarkWording.number)) MB/s")
    }
    add(timing.storedValuesPerSecond, "values/s")
    add(timing.pairsPerSecond, "pairs/s")
    if let pairs = timing.pairs { rates.append("\(Wording.grouped(pairs)) found") }
    add(timing.documentsPerSecond, "docs/s")
    if let bytes = timing.peakMemoryBytes { rates.append("\(BenchmarkWording.bytes(bytes)) peak") }
    return rates
  }
}

/// Text for terminals whose locale is not UTF-8.
enum ASCIIText {
  /// The text with a stand-in of one column for every sign beyond ASCII.
  static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(scalar)
      } else {
        result.append(standIns[scalar] ?? "?")
      }
    }
    return String(result)
  }

  private static let standIns: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "–": "-", "—": "-", "×": "x", "…": ".", "·": ".", "≥": ">", "“": "\"", "”": "\"", "’": "'",
    "‘": "'", "µ": "u",
  ]
}
