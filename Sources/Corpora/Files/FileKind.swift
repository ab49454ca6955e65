import AnalysisModel

extension InputOptions.InputFormat {
  /// The format that a file's extension stands for; nil for other kinds of file.
  package init?(extension suffix: String) {
    switch suffix {
    case "txt": self = .text
    case "md", "markdown": self = .markdown
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    default: return nil
    }
  }
}

/// What a file's name says about its kind.
struct FileName {
  /// The part after the last dot, in lower case; nil where there is none.
  let suffix: String?

  init(_ name: some StringProtocol) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let last = parts.last.map { $0.lowercased() } ?? ""
    suffix = parts.count < 2 || last.isEmpty || (parts.count == 2 && parts[0].isEmpty) ? nil : last
  }

  /// The format its extension stands for.
  var format: InputOptions.InputFormat? { suffix.flatMap { InputOptions.InputFormat(extension: $0) } }

  /// Why a file of this name cannot be read without being told its format.
  func error(path: String) -> RefrainError {
    let choices = "--input-format text, markdown, jsonl or csv"
    switch suffix {
    case nil:
      return RefrainError(
        "the file has no extension that says what kind it is", path: path, remedy: choices)
    case "gz", "zst":
      let unpack = suffix == "gz" ? "gunzip -k" : "zstd -d"
      return RefrainError(
        "compressed files are not supported yet", path: path, remedy: "\(unpack) \(path)")
    case "html", "htm":
      return RefrainError(
        "HTML is not supported yet", path: path,
        remedy: "convert it to text first, or --input-format text to read it with its tags")
    case "tsv":
      return RefrainError(
        "tab-separated values are not supported yet", path: path, remedy: "convert it to CSV first")
    case "json":
      return RefrainError(
        "‘.json’ does not say whether it is JSON lines", path: path,
        remedy:
          "--input-format jsonl if it holds one object a line; jq -c '.[]' turns an array into such lines")
    case let suffix?:
      return RefrainError(
        "\(NameInData.quoted(".\(suffix)")) is not a kind of file that is read "
          + "(.txt, .md, .markdown, .jsonl, .ndjson, .csv)",
        path: path, remedy: choices)
    }
  }
}
