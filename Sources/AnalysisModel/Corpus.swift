/// The documents of one run, in input order, with what was noticed while reading them.
public struct Corpus: Sendable {
  /// The documents in input order. A document's index in this array names it everywhere inside Refrain.
  public var documents: [Document]
  /// What was read: the account always balances.
  public var account: ReadAccount
  /// What a user should know about the data: repaired encodings, skipped records, odd files.
  public var warnings: [DataWarning]

  /// A corpus made of documents at hand; the account counts each as one kept record.
  public init(documents: [Document], account: ReadAccount? = nil, warnings: [DataWarning] = []) {
    self.documents = documents
    self.account =
      account
      ?? ReadAccount(
        files: 0, bytes: documents.reduce(0) { $0 + $1.text.count + ($1.title?.count ?? 0) },
        recordsRead: documents.count, recordsKept: documents.count, recordsRejected: 0)
    self.warnings = warnings
  }
}

/// How many records came in and what became of them: read = kept + rejected.
public struct ReadAccount: Sendable, Hashable {
  /// Files opened (standard input counts as one).
  public var files: Int
  /// Bytes read, after decompression.
  public var bytes: Int
  /// Records met, good or bad; a plain text file is one record.
  public var recordsRead: Int
  /// Records that became documents, empty ones included.
  public var recordsKept: Int
  /// Records that could not be decoded (`--on-error skip`).
  public var recordsRejected: Int

  /// An account; checked to balance.
  public init(files: Int, bytes: Int, recordsRead: Int, recordsKept: Int, recordsRejected: Int) {
    precondition(
      recordsRead == recordsKept + recordsRejected,
      "\(recordsRead) records read, but \(recordsKept) kept and \(recordsRejected) rejected")
    self.files = files
    self.bytes = bytes
    self.recordsRead = recordsRead
    self.recordsKept = recordsKept
    self.recordsRejected = recordsRejected
  }
}

/// Something odd about the data that did not stop the run. Part of the findings, so never about the machine.
public struct DataWarning: Sendable, Hashable {
  /// The file concerned, if one is.
  public var path: String?
  /// The 1-based record concerned, if one is.
  public var record: Int?
  /// What is odd and what was done about it, in one sentence.
  public var message: String

  /// A warning about data.
  public init(path: String? = nil, record: Int? = nil, message: String) {
    self.path = path
    self.record = record
    self.message = message
  }
}
