/// How documents are read.
public struct InputOptions: Sendable, Hashable, Codable {
  /// The record field that holds the id.
  public var idField = "id"
  /// The record field that holds the text; the only one a record must have.
  public var textField = "text"
  /// The record field that holds the title.
  public var titleField = "title"
  /// The record field that holds the date.
  public var dateField = "date"
  /// The record field that holds the source.
  public var sourceField = "source"
  /// The format of every path once decompressed, whatever its extension; nil goes by the extension, JSON
  /// lines for `-`.
  public var format: InputFormat?
  /// The encoding of texts, Markdown, HTML and tables without a byte-order mark, by one of iconv's names; nil
  /// takes UTF-8 or what the file states or looks like. JSON lines are always UTF-8.
  public var encoding: String?
  /// What to do about a record that cannot be decoded, or a file in a folder that cannot be read.
  public var onError = ErrorPolicy.stop
  /// What to do about an id that was seen before.
  public var onDuplicateID = DuplicateIDPolicy.stop

  /// The defaults of the command.
  public init() {}

  /// What happens on a bad record.
  public enum ErrorPolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// End the run with an error that names file, line and record.
    case stop
    /// Count the record as rejected, warn, and go on; so too with a file in a folder that cannot be read as
    /// records, and with a folder in a folder that cannot be listed. A path that is named itself must still be
    /// readable, and at least one record good.
    case skip
  }

  /// What happens on a repeated id.
  public enum DuplicateIDPolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// End the run with an error that names both records.
    case stop
    /// Add `~2`, `~3` … to the later ones.
    case suffix
  }

  /// The input formats.
  public enum InputFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// Plain text, one document a file.
    case text
    /// Markdown, one document a file, with optional YAML front matter.
    case markdown
    /// HTML, one document a file; its text without menus and other boilerplate.
    case html
    /// JSON lines, one document a line.
    case jsonl
    /// Comma-separated values with a header line, one document a row.
    case csv
    /// Tab-separated values with a header line, one document a row; quoted as in CSV.
    case tsv
  }
}
