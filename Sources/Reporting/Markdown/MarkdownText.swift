/// Text out of documents as Markdown that stays text on GitHub: nothing in it formats, links or notifies.
enum MarkdownText {
  /// One line with all Markdown and HTML signs escaped; may stand in a table cell.
  static func inline(_ text: some StringProtocol) -> String {
    let scalars = Array(VisibleText.line(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      // Entities, because GitHub looks for mentions, addresses and emoji codes after the backslashes are gone.
      case "@": result.append(contentsOf: "&#64;".unicodeScalars)
      case ":" where next != " ": result.append(contentsOf: "&#58;".unicodeScalars)
      case "." where String(String.UnicodeScalarView(result.suffix(3))).lowercased() == "www":
        result.append(contentsOf: "&#46;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$":
        result.append("\\")
        result.append(scalar)
      // These act only at the start of a block.
      case "-" where position == 0, "+" where position == 0, "=" where position == 0:
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Ids, places and commands as code.
  static func code(_ text: some StringProtocol) -> String {
    let line = VisibleText.line(text)
    guard !line.isEmpty else { return "" }
    // Longer than any run inside, as CommonMark wants it; pipes end table cells even in code.
    let runs = line.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let margin = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    let body = line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    return fence + margin + body + margin + fence
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The two first lines of a table; columns of numbers are set to the right.
  static func header(_ titles: [String], numbers: Set<Int> = []) -> String {
    row(titles) + row(titles.indices.map { numbers.contains($0) ? "---:" : "---" })
  }
}
