import AnalysisModel

/// Figures of a benchmark as a person reads them.
enum BenchmarkWording {
  /// `pairs ≥ 0.5`, `nearest 10`, `matrix 512 wide`.
  static func stage(_ name: BenchmarkStage, _ parameter: Double?) -> String {
    guard let parameter else { return name.rawValue }
    let number = JSONWriter.spelling(parameter)
    return switch name {
    case .pairs: "pairs ≥ \(number)"
    case .matrix: "matrix \(number) wide"
    default: "\(name.rawValue) \(number)"
    }
  }

  /// Three significant digits: `0.0471`, `1.23`, `123`; more before the point where there are more.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    var decimals = 0
    var scaled = value.magnitude
    while scaled < 100 && decimals < 6 && scaled > 0 {
      scaled *= 10
      decimals += 1
    }
    // Rounding may bring a digit more: 9.996 is 10.0.
    if scaled.rounded() >= 1000 && decimals > 0 {
      scaled /= 10
      decimals -= 1
    }
    return (value < 0 ? "-" : "") + fixed(Int(scaled.rounded()), decimals)
  }

  /// A time and the range it lies in, in milliseconds below one second, in microseconds below one millisecond:
  /// `61.7 ms` and `57.1–64.4`.
  static func times(_ seconds: TimeSpread) -> (median: String, range: String) {
    // What rounds to the larger unit is one of it.
    let unit: (name: String, perSecond: Double) =
      switch seconds.median {
      case ..<0.000_999_5: ("µs", 1e6)
      case ..<0.999_5: ("ms", 1e3)
      default: ("s ", 1)
      }
    func text(_ value: Double) -> String { number(value * unit.perSecond) }
    return (
      "\(text(seconds.median)) \(unit.name)",
      "\(text(seconds.minimum))–\(text(seconds.maximum))"
    )
  }

  /// Two decimals, for exponents and ratios.
  static func hundredths(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let hundredths = Int((value * 100).rounded())
    return (hundredths < 0 ? "-" : "") + fixed(Int(hundredths.magnitude), 2)
  }

  /// The exponent of a curve with its standard error: `1.34 ± .05`.
  static func exponent(_ curve: ScalingCurve) -> String {
    guard let exponent = curve.exponent else { return "–" }
    guard let error = curve.standardError else { return hundredths(exponent) }
    let digits = hundredths(error)
    return "\(hundredths(exponent)) ± \(digits.hasPrefix("0.") ? String(digits.dropFirst()) : digits)"
  }

  /// A rate; a dash where there was nothing to be worked on.
  static func rate(_ value: Double, _ spelling: (Double) -> String) -> String {
    value > 0 ? spelling(value) : "–"
  }

  private static func fixed(_ number: Int, _ decimals: Int) -> String {
    var digits = "\(number)"
    guard decimals > 0 else { return Wording.grouped(number) }
    while digits.count <= decimals { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: -decimals)
    return "\(digits[..<point]).\(digits[point...])"
  }

  /// `425`, `4.25 k`, `42.5 M`, `4.25 G`.
  static func amount(_ value: Double) -> String {
    for (unit, size) in [("G", 1e9), ("M", 1e6), ("k", 1e3)] where value.magnitude >= size {
      return "\(number(value / size)) \(unit)"
    }
    return number(value)
  }

  /// `18.2 MB`, in powers of ten.
  static func bytes(_ count: some BinaryInteger) -> String {
    let value = Double(count)
    for (unit, size) in [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)] where value >= size {
      return "\(number(value / size)) \(unit)"
    }
    return "\(Int(value)) B"
  }

  /// `98%`.
  static func share(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  /// `1 thread`, `2 threads`.
  static func threads(_ count: Int) -> String { Wording.counted(count, "thread") }

  /// `10,000 documents, 9.6 MB, generated from seed 1`.
  static func corpus(_ corpus: BenchmarkedCorpus) -> String {
    let what = corpus.features.isEmpty ? "vector" : "document"
    let size = "\(Wording.counted(corpus.documents, what)), \(bytes(corpus.bytes))"
    return switch corpus.source {
    case .generated: "\(size), generated from seed \(corpus.seed)"
    case .files: "\(size) in \(corpus.paths.map(VisibleText.line).joined(separator: ", "))"
    }
  }

  /// What a verdict says.
  static func verdict(_ verdict: StageComparison.Verdict) -> String {
    switch verdict {
    case .faster: "faster"
    case .slower: "slower"
    case .overlapping: "no difference shown"
    case .tooFewRuns: "too few runs to tell"
    case .notComparable: "not comparable"
    }
  }

  /// Why comparisons have verdicts or not.
  static let verdictRule =
    "Faster and slower: every run of the one took longer than every run of the other (three runs or more "
    + "each). Where the spreads overlap, no difference is shown."

  /// How figures are to be read.
  static let method =
    "Times are medians of the runs after one to warm up. Texts in memory become tokens with places in tokenize, "
    + "TF-IDF rows in vectorize; pairs and nearest start from rows in memory and only count what they find. Pairs "
    + "a second are all pairs of different documents, found or not. Fewer than three sizes, or times below a millisecond, give no "
    + "exponent; ± is its standard error. Figures differ from run to run; findings never "
    + "do."
}
