import AnalysisModel

/// The similarity of documents (or topics) as a picture on the page: a table with numbers for a few, a drawing for many.
struct HeatMapDrawing {
  /// Up to so many rows the picture is a table that can be read out.
  static let tableLimit = 16
  /// More rows than this are not drawn.
  static let drawingLimit = 400
  /// From so much similarity on a cell has the level of the position; ten steps, finer where texts differ.
  static let steps = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85]

  let overview: SimilarityOverview
  /// The names of the rows, raw.
  let names: [String]
  /// Where the names lead, as a fragment; nil for nowhere.
  let targets: [String?]

  /// Of documents the diagonal says nothing; of topics it says how alike their members are.
  private var hidesDiagonal: Bool { overview.unit == .documents }

  /// The colour level of a similarity, 0…9.
  static func level(_ value: Double) -> Int { steps.count { value >= $0 } }

  /// The markup of the picture; empty where there are too many rows or nothing to compare.
  var markup: String {
    switch overview.order.count {
    case ..<2: ""
    case ...Self.tableLimit: table
    case ...Self.drawingLimit: drawing
    default: ""
    }
  }

  // MARK: Table

  private var table: String {
    let indices = overview.order.indices
    var html =
      "<table class=\"heat\"><caption class=\"unseen\">Cosine similarity, row by row</caption><thead><tr><td></td>"
    for column in indices {
      html +=
        "<th scope=\"col\"><abbr title=\"\(HTMLText.escape(VisibleText.line(names[column])))\">"
        + "\(column + 1)</abbr></th>"
    }
    html += "</tr></thead><tbody>"
    for row in indices {
      html += "<tr><th scope=\"row\"><span class=\"rank\">\(row + 1)</span> \(name(row))</th>"
      for column in indices {
        let value = overview[row, column]
        html +=
          row == column && hidesDiagonal
          ? "<td class=\"self\">·</td>"
          : "<td class=\"l\(Self.level(value))\">\(Wording.score(value))</td>"
      }
      html += "</tr>"
    }
    return html + "</tbody></table>"
  }

  private func name(_ row: Int) -> String {
    let text = HTMLText.escape(TextLayout.truncatedInside(VisibleText.line(names[row]), width: 40))
    guard let target = targets[row] else { return "<bdi>\(text)</bdi>" }
    return "<a href=\"#\(target)\"><bdi>\(text)</bdi></a>"
  }

  // MARK: Drawing

  private var drawing: String {
    let count = overview.order.count
    let cell = count <= 60 ? 14 : count <= 150 ? 7 : 4
    let hasLabels = cell == 14
    let left = hasLabels ? 250 : 8
    let top = hasLabels ? 24 : 8
    let side = count * cell
    var svg =
      "<svg class=\"heat\" role=\"img\" aria-labelledby=\"heat-title\""
      + " viewBox=\"0 0 \(left + side + 8) \(top + side + 8)\""
      + " width=\"\(left + side + 8)\" height=\"\(top + side + 8)\">"
      + "<title id=\"heat-title\">Similarity of \(count) \(overview.unit.rawValue); "
      + "the table of the most similar pairs follows</title>"
      + "<rect class=\"l0\" x=\"\(left)\" y=\"\(top)\" width=\"\(side)\" height=\"\(side)\"/>"
    for level in 1...9 {
      let path = path(level: level, cell: cell, left: left, top: top)
      if !path.isEmpty { svg += "<path class=\"l\(level)\" d=\"\(path)\"/>" }
    }
    if hasLabels {
      for row in 0..<count { svg += label(row, cell: cell, left: left, top: top) }
    }
    return svg + "</svg>"
  }

  /// All cells of one level, neighbours in a row drawn as one.
  private func path(level: Int, cell: Int, left: Int, top: Int) -> String {
    let count = overview.order.count
    var path = ""
    for row in 0..<count {
      var column = 0
      while column < count {
        guard Self.level(overview[row, column]) == level else {
          column += 1
          continue
        }
        let start = column
        while column < count && Self.level(overview[row, column]) == level { column += 1 }
        let width = (column - start) * cell
        path += "M\(left + start * cell) \(top + row * cell)h\(width)v\(cell)h-\(width)z"
      }
    }
    return path
  }

  private func label(_ row: Int, cell: Int, left: Int, top: Int) -> String {
    let middle = row * cell + cell / 2 + 4
    let text = HTMLText.escape(TextLayout.truncatedInside(VisibleText.line(names[row]), width: 34))
    let name = "<text class=\"name\" x=\"\(left - 6)\" y=\"\(top + middle)\">\(row + 1) \(text)</text>"
    let number =
      row % 5 == 4 || row == 0
      ? "<text class=\"number\" x=\"\(left + row * cell + cell / 2)\" y=\"\(top - 6)\">\(row + 1)</text>"
      : ""
    return number + (targets[row].map { "<a href=\"#\($0)\">\(name)</a>" } ?? name)
  }
}
