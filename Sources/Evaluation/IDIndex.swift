import AnalysisModel

/// Finds the records of a file by the ids of their documents.
struct IDIndex {
  private let indices: [String: Int]

  /// Looks through a file.
  ///
  /// - Throws: `RefrainError` for an id that two records have.
  init<Record: JudgedRecord>(_ file: JudgedFile<Record>) throws(RefrainError) {
    var indices: [String: Int] = Dictionary(minimumCapacity: file.records.count)
    for (index, record) in file.records.enumerated() {
      if let first = indices.updateValue(index, forKey: record.id) {
        throw RefrainError(
          "the id \(Self.quoted(record.id)) stands in line \(file.records[first].line) already",
          path: file.path, line: record.line, remedy: "one line for each document")
      }
    }
    self.indices = indices
  }

  /// The index of a document's record.
  subscript(id: String) -> Int? { indices[id] }

  /// An id in quotes, cut where it is long.
  static func quoted(_ id: String) -> String {
    // Longer than ids of records are; paths may be longer, but begin alike.
    let most = 120
    return id.count > most ? "‘\(id.prefix(most))…’" : "‘\(id)’"
  }
}

/// Collects what one file has and the other lacks.
struct MissingIDs {
  /// How many are named.
  private static let mostExamples = 5

  /// What they are, as a phrase that follows a count, in the singular and in the plural.
  private let what: (one: String, many: String)
  private let path: String?
  private(set) var count = 0
  private var examples: [String] = []
  private var firstLine: Int?

  /// - Parameter path: the file that has them; nil for documents, whose id tells enough.
  init(_ what: (one: String, many: String), path: String?) {
    self.what = what
    self.path = path
  }

  mutating func add(_ id: String, line: Int? = nil) {
    if count == 0 { firstLine = line }
    if examples.count < Self.mostExamples { examples.append(id) }
    count += 1
  }

  /// What was left out, if the policy is to go on.
  ///
  /// - Throws: `RefrainError` that counts and names them, if the policy is to stop.
  func settled(_ policy: MissingIDPolicy, remedy: String) throws(RefrainError) -> [EvaluationReport.LeftOut] {
    guard count > 0 else { return [] }
    let words = count == 1 ? what.one : what.many
    if policy == .ignore { return [.init(what: words, count: count, examples: examples)] }
    let names = examples.map(IDIndex.quoted).joined(separator: ", ")
    throw RefrainError(
      "\(count) \(words): \(names)\(count > examples.count ? " …" : "")", path: path, line: firstLine,
      remedy: remedy)
  }
}
