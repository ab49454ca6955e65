/// The formats findings can be written in.
public enum OutputFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// Plain text for a person at a terminal.
  case terminal
  /// One JSON document with the configuration, the documents and all findings.
  case json
  /// One finding a line. In a whole report every line begins with `"finding"`: `document`, `duplicate`, `passage`
  /// or `cluster`; the keys that follow are those of the single commands.
  case jsonl
  /// A table of one kind of finding; a whole report does not fit one table and is refused.
  case csv
  /// Markdown that renders on GitHub.
  case markdown
  /// One self-contained page.
  case html
  /// SARIF 2.1.0, as code scanning and editors read it; duplicates and passages only.
  case sarif
  /// A short Markdown summary with gates, for a job's summary or a comment on a pull request.
  case github

  /// The format that a file's extension asks for, upper or lower case, without the dot; nil if it asks for none.
  public init?(pathExtension: String) {
    switch pathExtension.lowercased() {
    case "txt", "text": self = .terminal
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "sarif": self = .sarif
    default: return nil
    }
  }

  /// The extension a file of this format usually has, without the dot. Two formats share that of Markdown, which
  /// asks for the longer one.
  public var pathExtension: String {
    switch self {
    case .terminal: "txt"
    case .json: "json"
    case .jsonl: "jsonl"
    case .csv: "csv"
    case .markdown: "md"
    case .html: "html"
    case .sarif: "sarif"
    case .github: "md"
    }
  }
}
