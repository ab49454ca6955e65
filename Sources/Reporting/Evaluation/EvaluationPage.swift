import AnalysisModel

/// An evaluation as a person reads it, before it is laid out: what was compared, the figures, what is wrong.
struct EvaluationPage {
  /// A table of figures.
  struct Table {
    var title: String
    var detail = ""
    /// What stands above the columns; the first column holds names.
    var columns: [String]
    /// As many cells each as there are columns.
    var rows: [[String]]
    /// One share of 0…1 for each row, drawn as a bar where there is room.
    var bars: [Double]?
    /// How many columns at the end may be left out where there is no room.
    var expendableColumns = 0
  }

  /// Cases to look at.
  struct List {
    var title: String
    var detail = ""
    /// Each a line, and the lines that belong to it.
    var items: [(head: String, lines: [String])]
    /// How many there are beside those listed.
    var omitted = 0
  }

  /// How many cases of one kind are listed; `--format json` has all.
  static let listLimit = 10
  /// How many lines one case has at most.
  static let lineLimit = 6

  /// What was laid beside what.
  var heading: String
  /// What the figures come to, in sentences.
  var sentences: [String] = []
  var tables: [Table] = []
  var lists: [List] = []
  /// How to read the figures.
  var notes: [String] = []

  /// The page of a report.
  init(_ report: EvaluationReport) {
    switch report.findings {
    case .clusters(let evaluation): self.init(evaluation)
    case .duplicates(let evaluation): self.init(evaluation)
    case .verdicts(let confusion): self.init(confusion)
    case .passages(let evaluation): self.init(evaluation)
    case .calibration(let calibration): self.init(calibration)
    }
    sentences += report.leftOut.map { left in
      let examples = left.examples.map { "“\(Label.ofID($0, width: 60))”" }.joined(separator: ", ")
      return "\(Wording.grouped(left.count)) \(VisibleText.line(left.what)): \(examples)"
        + (left.count > left.examples.count ? " …" : "")
    }
  }

  /// A page without figures yet.
  init(heading: String) { self.heading = heading }
}

extension EvaluationPage.List {
  /// The first of some cases, each with its lines.
  init<Case>(
    _ title: String, _ cases: [Case], detail: String = "", head: (Case) -> String, lines: (Case) -> [String]
  ) {
    let shown = cases.prefix(EvaluationPage.listLimit)
    self.init(
      title: title, detail: detail,
      items: shown.map { (head: head($0), lines: Self.cut(lines($0))) }, omitted: cases.count - shown.count)
  }

  private static func cut(_ lines: [String]) -> [String] {
    let rest = lines.count - EvaluationPage.lineLimit
    return rest > 0
      ? Array(lines.prefix(EvaluationPage.lineLimit)) + ["… and \(Wording.grouped(rest)) more"] : lines
  }
}
