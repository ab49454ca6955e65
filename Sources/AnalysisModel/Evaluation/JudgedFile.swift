/// A file of records that are laid beside another one, each with the line it stands in.
public struct JudgedFile<Record: Sendable>: Sendable {
  /// The file's path, for messages.
  public var path: String
  /// Its records, in the file's order.
  public var records: [Record]

  /// Records of a file.
  public init(path: String, records: [Record]) {
    self.path = path
    self.records = records
  }
}

/// A record about one document.
public protocol JudgedRecord: Sendable {
  /// The document's id.
  var id: String { get }
  /// Where the record stands in its file, 1-based.
  var line: Int { get }
}

/// A document and what it is called: its gold label, or the cluster it was found in.
public struct LabelledRecord: JudgedRecord, Hashable {
  /// The document's id.
  public var id: String
  /// The label; only compared for equality.
  public var label: String
  /// Where the record stands in its file, 1-based.
  public var line: Int

  /// A labelled document.
  public init(id: String, label: String, line: Int) {
    self.id = id
    self.label = label
    self.line = line
  }
}

/// A document of a family that was found: a line of `refrain duplicates --format jsonl`.
public struct FamilyRecord: JudgedRecord, Hashable {
  /// The document's id.
  public var id: String
  /// The id of the document it stands beside; its own where it is the representative.
  public var representative: String
  /// The verdict on it, as written; nil where none stands there.
  public var verdict: String?
  /// Whether it was found to differ in facts only.
  public var factsDiffer: Bool
  /// Where the record stands in its file, 1-based.
  public var line: Int

  /// A document of a family.
  public init(
    id: String, representative: String, verdict: String? = nil, factsDiffer: Bool = false, line: Int
  ) {
    self.id = id
    self.representative = representative
    self.verdict = verdict
    self.factsDiffer = factsDiffer
    self.line = line
  }
}

/// What a search must say about two documents: a line of a gold file of verdicts.
public struct ExpectedVerdict: JudgedRecord, Hashable {
  /// The id of the document that the verdict is on.
  public var id: String
  /// The id of the document it is compared with.
  public var original: String
  /// The right verdict, as `refrain duplicates` writes it; `related` where nothing may be removed.
  public var verdict: String
  /// Further verdicts that are right.
  public var accepted: [String]
  /// The id of the document that must be the contained one; nil where either may be.
  public var contained: String?
  /// Whether the pair must be marked as differing in facts only.
  public var factsDiffer: Bool
  /// What kind of case it is; nil where the file does not say.
  public var kind: String?
  /// Where the record stands in its file, 1-based.
  public var line: Int

  /// An expectation.
  public init(
    id: String, original: String, verdict: String, accepted: [String] = [], contained: String? = nil,
    factsDiffer: Bool = false, kind: String? = nil, line: Int
  ) {
    self.id = id
    self.original = original
    self.verdict = verdict
    self.accepted = accepted
    self.contained = contained
    self.factsDiffer = factsDiffer
    self.kind = kind
    self.line = line
  }
}

/// A passage of a gold file or of a file of detections.
public struct PassageRecord: Sendable, Hashable {
  /// The two documents and the two stretches.
  public var passage: PassageCase
  /// The class of a gold case; nil where the file does not say.
  public var category: String?
  /// Where the record stands in its file, 1-based.
  public var line: Int

  /// A passage with its place.
  public init(passage: PassageCase, category: String? = nil, line: Int) {
    self.passage = passage
    self.category = category
    self.line = line
  }
}

/// A pair of documents on a list of pairs.
public struct ListedPair: Sendable, Hashable {
  /// The two documents.
  public var pair: PassageCase.DocumentPair
  /// The class of the pair; nil where the list has no third column.
  public var category: String?
  /// Where it stands in its file, 1-based.
  public var line: Int

  /// A pair of a list.
  public init(pair: PassageCase.DocumentPair, category: String? = nil, line: Int) {
    self.pair = pair
    self.category = category
    self.line = line
  }
}
