/// The formats a benchmark can be written in.
public enum BenchmarkFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text for a person at a terminal.
  case terminal
  /// One JSON document, which a later comparison reads back.
  case json
  /// One table, one stage a row.
  case csv
  /// Markdown that renders on GitHub.
  case markdown
  /// One self-contained page with the plot of the scaling.
  case html
  /// The plot of the scaling alone.
  case svg

  /// The format that a file's extension asks for, upper or lower case, without the dot; nil if it asks for
  /// none.
  public init?(pathExtension: String) {
    switch pathExtension.lowercased() {
    case "svg": self = .svg
    default:
      guard let format = OutputFormat(pathExtension: pathExtension),
        let same = BenchmarkFormat(rawValue: format.rawValue)
      else { return nil }
      self = same
    }
  }
}
