import AnalysisModel

/// A table in the columns of a terminal; what does not fit is left out from the right, as far as it may be, and
/// else each row becomes a paragraph.
struct EvaluationTerminalTable {
  /// Columns of a bar: fewer say nothing, more are no plainer.
  private static let barWidths = 10...24
  private static let gap = 2

  private let table: EvaluationPage.Table
  private let layout: BenchmarkTerminalLayout
  private let width: Int

  init(_ table: EvaluationPage.Table, context: ReportContext) {
    self.table = table
    layout = BenchmarkTerminalLayout(width: context.width, usesUnicode: context.usesUnicode)
    width = context.width
  }

  func write(to text: inout TerminalText) {
    let widths = table.columns.indices.map { column in
      ([table.columns[column]] + table.rows.map { $0[column] }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    func needed(_ count: Int) -> Int {
      2 + widths.prefix(count).reduce(0, +) + Self.gap * (count - 1)
    }
    var count = table.columns.count
    // A curve is seen before its last figures are read.
    let wanted = width - (table.bars == nil ? 0 : Self.barWidths.lowerBound + Self.gap)
    while count > table.columns.count - table.expendableColumns && needed(count) > wanted { count -= 1 }
    if needed(count) > width {
      for row in table.rows { paragraph(row, to: &text) }
      return
    }
    let room = width - needed(count) - Self.gap
    let barWidth =
      table.bars != nil && room >= Self.barWidths.lowerBound ? min(room, Self.barWidths.upperBound) : 0
    if table.columns.contains(where: { !$0.isEmpty }) {
      text.line(text.styled(trimmed(line(table.columns, widths, count, bar: nil, barWidth)), .dim))
    }
    for (position, row) in table.rows.enumerated() {
      let bar = table.bars.map { text.styled(self.bar($0[position], width: barWidth), .accent) }
      text.line(trimmed(line(row, widths, count, bar: bar, barWidth)))
    }
  }

  /// The name, the bar, the numbers at the right edges of their columns.
  private func line(_ row: [String], _ widths: [Int], _ count: Int, bar: String?, _ barWidth: Int) -> String {
    var line = "  " + TextLayout.padded(row[0], width: widths[0])
    if barWidth > 0 {
      line += String(repeating: " ", count: Self.gap) + (bar ?? String(repeating: " ", count: barWidth))
    }
    for column in 1..<count {
      let missing = widths[column] - DisplayWidth.of(row[column])
      line += String(repeating: " ", count: Self.gap + missing) + row[column]
    }
    return line
  }

  private func bar(_ share: Double, width: Int) -> String {
    width > 0 ? TextLayout.padded(layout.bar(share, of: 1, width: width), width: width) : ""
  }

  private func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

  private func paragraph(_ row: [String], to text: inout TerminalText) {
    let figures = zip(table.columns, row).dropFirst().filter { $0.1 != "·" }.map { "\($0.0) \($0.1)" }
    text.paragraph(row[0].isEmpty ? table.title : row[0], prefix: "  ")
    text.paragraph(figures.joined(separator: ", "), prefix: "    ")
  }
}
