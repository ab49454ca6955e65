import AnalysisModel

extension TerminalSections {
  /// Up to so many rows the picture carries numbers.
  private static let numberedRows = 12
  /// Columns a row's name has at least.
  private static let leastLabel = 8
  /// Up to so many rows it is drawn at all.
  private static let drawnRows = 40
  /// From so much similarity a cell has this shade.
  private static let shades: [(from: Double, sign: Character)] = [
    (0.8, "█"), (0.5, "▓"), (0.25, "▒"), (0.1, "░"), (-1, " "),
  ]

  /// A small picture of who resembles whom, then the closest pairs.
  func similarity(to text: inout TerminalText) {
    guard let overview = report.similarity, overview.order.count > 1 else { return }
    text.heading(
      "Similarity", overview.unit == .documents ? "cosine of TF-IDF vectors" : "mean cosine between members")
    let count = overview.order.count
    let room = context.width - 5 - Self.leastLabel
    if count <= Self.numberedRows && 5 * count <= room {
      numbered(overview, to: &text)
    } else if count <= Self.drawnRows && count < room {
      shaded(overview, to: &text)
    } else {
      text.paragraph("Too many rows for this picture: the HTML report draws them.", prefix: "  ")
    }
    pairs(overview.closestPairs, to: &text)
  }

  private func numbered(_ overview: SimilarityOverview, to text: inout TerminalText) {
    let count = overview.order.count
    let labelWidth = labelWidth(overview, room: context.width - 5 - 5 * count)
    var header = String(repeating: " ", count: 5 + labelWidth)
    for column in 1...count { header += TextLayout.padded("   \(column)", width: 5) }
    text.line(text.styled(trimmed(header), .dim))
    for row in 0..<count {
      var line = label(row, overview, width: labelWidth)
      for column in 0..<count {
        // Of topics the diagonal says how alike the members are; of documents it says nothing.
        let isBlank = row == column && overview.unit == .documents
        line += isBlank ? "   · " : " \(cell(overview[row, column]))"
      }
      text.line(trimmed(line))
    }
    legend(to: &text)
  }

  private func shaded(_ overview: SimilarityOverview, to text: inout TerminalText) {
    let count = overview.order.count
    let cell = context.width >= 2 * count + 24 ? 2 : 1
    let labelWidth = labelWidth(overview, room: context.width - 6 - cell * count)
    for row in 0..<count {
      var line = label(row, overview, width: labelWidth) + " "
      for column in 0..<count {
        line += String(repeating: Self.shade(overview[row, column]), count: cell)
      }
      text.line(trimmed(line))
    }
    legend(to: &text)
  }

  /// As wide as the longest name, where there is room.
  private func labelWidth(_ overview: SimilarityOverview, room: Int) -> Int {
    let longest = overview.order.indices.map { DisplayWidth.of(name($0, overview, width: 30)) }.max()
    return min(longest ?? 0, max(Self.leastLabel, room))
  }

  private func label(_ row: Int, _ overview: SimilarityOverview, width: Int) -> String {
    let number = "\(row + 1)"
    return String(repeating: " ", count: 4 - number.count) + number + " "
      + TextLayout.padded(name(row, overview, width: width), width: width)
  }

  private func name(_ row: Int, _ overview: SimilarityOverview, width: Int) -> String {
    switch overview.unit {
    case .documents: id(overview.order[row], width: width)
    case .topics: topicLabel(overview.order[row], width: width)
    }
  }

  private func topicLabel(_ number: Int, width: Int) -> String {
    let label = report.clusters?.topics.first { $0.number == number }?.label
    return Label.of(label ?? "Topic \(number)", width: width)
  }

  private func legend(to text: inout TerminalText) {
    text.paragraph(
      "░ from .10  ▒ from .25  ▓ from .50  █ from .80", prefix: "     ",
      style: .dim)
  }

  private func pairs(_ pairs: [SimilarPair], to text: inout TerminalText) {
    guard !pairs.isEmpty else { return }
    text.line()
    text.line("  Most alike, copies left out")
    let width = (context.width - 14) / 2
    for pair in pairs.prefix(5) {
      text.line("    \(Wording.score(pair.score))  \(id(pair.a, width: width)) – \(id(pair.b, width: width))")
    }
  }

  /// Shade and number in four columns: `▒.30`, `█1.0`.
  private func cell(_ value: Double) -> String {
    let score = Wording.score(value)
    let number = score.hasPrefix("0") ? String(score.dropFirst()) : String(score.prefix(3))
    return "\(Self.shade(value))\(number)"
  }

  private static func shade(_ value: Double) -> Character {
    shades.first { value >= $0.from }?.sign ?? " "
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
