import AnalysisModel

extension InputOptions.InputFormat {
  /// The format that a file's extension stands for; nil for other kinds of file.
  package init?(extension suffix: String) {
    switch suffix {
    case "txt": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    case "tsv": self = .tsv
    default: return nil
    }
  }

  /// The format that a file's name stands for, compressed or not; nil for other kinds of file.
  package init?(fileName: String) {
    guard let format = FileName(fileName).format else { return nil }
    self = format
  }

  /// Whether a file holds any number of documents, rather than being one.
  var holdsRecords: Bool {
    switch self {
    case .text, .markdown, .html: false
    case .jsonl, .csv, .tsv: true
    }
  }

  /// All formats, for a sentence about `--input-format`.
  static let choices: String = {
    let names = allCases.map(\.rawValue)
    return "--input-format \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")"
  }()
}

/// What a file's name says about its kind.
struct FileName {
  /// The extension of what is inside, in lower case; nil where there is none.
  let kind: String?
  /// The compression that the last extension stands for; nil for other extensions.
  let compression: Compression?
  /// Both extensions, as far as they are there: `jsonl.gz`.
  let suffix: String?

  init(_ name: some StringProtocol) {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)[...]
    func takeExtension() -> String? {
      // A dot at the start hides a file and begins no extension.
      guard parts.count > 1, let last = parts.last, !last.isEmpty, parts.count > 2 || !parts[0].isEmpty
      else { return nil }
      parts.removeLast()
      return last.lowercased()
    }
    let last = takeExtension()
    compression = last.flatMap { Compression(extension: $0) }
    kind = compression == nil ? last : takeExtension()
    suffix = compression == nil ? last : [kind, last].compactMap(\.self).joined(separator: ".")
  }

  /// The format its extension stands for.
  var format: InputOptions.InputFormat? { kind.flatMap { InputOptions.InputFormat(extension: $0) } }

  /// Why a file of this name cannot be read without being told its format.
  func error(path: String) -> RefrainError {
    let choices = InputOptions.InputFormat.choices
    switch kind {
    case nil:
      let what = compression == nil ? "the file" : "the compressed file"
      return RefrainError(
        "\(what) has no extension that says what kind it is", path: path, remedy: choices)
    case "json":
      return RefrainError(
        "‘.json’ does not say whether it is JSON lines", path: path,
        remedy:
          "--input-format jsonl if it holds one object a line; jq -c '.[]' turns an array into such lines")
    case let kind?:
      return RefrainError(
        "\(NameInData.quoted(".\(kind)")) is not a kind of file that is read "
          + "(.txt, .md, .markdown, .html, .htm, .jsonl, .ndjson, .csv, .tsv)",
        path: path, remedy: choices)
    }
  }
}
