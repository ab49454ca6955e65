/// One text under analysis: a file, or one record of a JSON-lines or CSV file.
public struct Document: Sendable, Hashable {
  /// The id field, or the path relative to the argument (`#record` added in record files). Unique in a corpus.
  public var id: String
  /// The decoded title field, front-matter title or title of a page; nil where the record has none.
  public var title: UTF8Text?
  /// The decoded text field: after JSON unescaping, CSV unquoting, the extraction of a page's text, decoding
  /// from other encodings and the repair of invalid UTF-8.
  public var text: UTF8Text
  /// The date as the metadata spells it, uninterpreted.
  public var declaredDate: DeclaredDate?
  /// The source field: a newspaper, a feed, a crawl.
  public var source: String?
  /// Where the document was read from.
  public var origin: Origin

  /// A document made from values at hand.
  public init(
    id: String, title: UTF8Text? = nil, text: UTF8Text, declaredDate: DeclaredDate? = nil,
    source: String? = nil, origin: Origin = Origin(path: "")
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.declaredDate = declaredDate
    self.source = source
    self.origin = origin
  }

  /// The file and the place in it that a document came from.
  public struct Origin: Sendable, Hashable {
    /// The path as a user would type it; `-` for standard input.
    public var path: String
    /// The 1-based record number; nil where the whole file is one document.
    public var record: Int?
    /// The 1-based line of the file on which the record starts; nil where the whole file is one document.
    public var line: Int?
    /// The record's bytes in the (decompressed) file, line end excluded; before any decoding of characters.
    public var bytes: Range<Int>?

    /// An origin; only the path is always known.
    public init(path: String, record: Int? = nil, line: Int? = nil, bytes: Range<Int>? = nil) {
      self.path = path
      self.record = record
      self.line = line
      self.bytes = bytes
    }
  }

  /// A date out of the metadata, as spelled there.
  public struct DeclaredDate: Sendable, Hashable {
    /// The spelling, for example `2024-03-01T09:30:00Z`.
    public var text: String
    /// The field's name, `front matter`, or `meta` for a page of HTML.
    public var evidence: String

    /// A declared date and where it was declared.
    public init(text: String, evidence: String) {
      self.text = text
      self.evidence = evidence
    }
  }

  /// The text of one field; an absent title is empty.
  public func text(of field: DocumentField) -> UTF8Text {
    switch field {
    case .title: title ?? UTF8Text("")
    case .text: text
    }
  }
}

/// The part of a document that a place lies in.
public enum DocumentField: String, Sendable, Hashable, Codable, CaseIterable {
  /// The title field.
  case title
  /// The text field.
  case text
}
