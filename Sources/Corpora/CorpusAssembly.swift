import AnalysisModel
import Execution

/// Puts decoded parts together, in order: numbers records and lines through, gives ids, keeps the account.
struct CorpusAssembly {
  /// How many repaired records of one file are named one by one.
  private static let mostRepairsNamed = 100

  private let files: [InputFile]
  private let options: InputOptions
  private let progress: ProgressHandler?
  private let totalBytes: Int?

  private var documents: [Document] = []
  private var warnings: [DataWarning]
  private var bytes = 0
  private var recordsRead = 0
  private var recordsRejected = 0
  private var fieldsSeen = RecordFields()
  /// What became of the stretches of each file.
  private(set) var traces: [FileTrace]

  // About the file at hand.
  private var file = 0
  private var recordsBefore = 0
  private var linesBefore = 0
  private var repairs = 0

  init(listing: InputListing, options: InputOptions, progress: ProgressHandler?) {
    files = listing.files
    warnings = listing.warnings
    traces = Array(repeating: FileTrace(), count: listing.files.count)
    self.options = options
    self.progress = progress
    let sizes = listing.files.compactMap(\.size)
    totalBytes = sizes.count == listing.files.count ? sizes.reduce(0, +) : nil
    progress?(AnalysisProgress(stage: "reading", completed: 0, total: totalBytes))
  }

  /// Adds the parts that come next.
  ///
  /// - Throws: the error a part ended in, with the numbers it has in its file.
  mutating func add(_ parts: [DecodedPart]) throws {
    for part in parts {
      if part.file != file { begin(part.file) }
      if var failure = part.failure {
        failure.record = failure.record.map { $0 + recordsBefore }
        failure.line = failure.line.map { $0 + linesBefore }
        throw failure
      }
      add(part)
    }
    // A file whose name hides that it is compressed is larger than it looked.
    let total = totalBytes.map { max($0, bytes) }
    progress?(AnalysisProgress(stage: "reading", completed: bytes, total: total))
  }

  /// The whole corpus.
  ///
  /// - Throws: `RefrainError` where every record was rejected, and for a repeated id, unless the options ask
  ///   for suffixes.
  consuming func finish() throws -> Corpus {
    if documents.isEmpty, recordsRejected > 0 { throw nothingKept() }
    noteRemainingRepairs()
    noteFieldsNeverSeen()
    try DocumentIDs.makeUnique(&documents, policy: options.onDuplicateID)
    return Corpus(
      documents: documents,
      account: ReadAccount(
        files: files.count, bytes: bytes, recordsRead: recordsRead, recordsKept: documents.count,
        recordsRejected: recordsRejected),
      warnings: warnings)
  }

  private mutating func begin(_ file: Int) {
    noteRemainingRepairs()
    self.file = file
    recordsBefore = 0
    linesBefore = 0
  }

  private mutating func add(_ part: DecodedPart) {
    let origin = files[part.file]
    let first = documents.count
    for record in part.records {
      let number = record.record.map { $0 + recordsBefore }
      documents.append(
        Document(
          id: record.id ?? number.map { "\(origin.id)#\($0)" } ?? origin.id, title: record.title,
          text: record.text, declaredDate: record.date, source: record.source,
          origin: Document.Origin(
            path: origin.path, record: number, line: record.line.map { $0 + linesBefore },
            bytes: record.bytes)))
    }
    traces[file].add(documents: first..<documents.count)
    traces[file].rejections += part.rejections
    if let header = part.header { traces[file].header = header }
    for note in part.notes { warn(note, path: origin.path) }
    fieldsSeen.formUnion(part.fieldsSeen)
    bytes += part.bytes
    recordsRead += part.recordsRead
    recordsRejected += part.recordsRejected
    recordsBefore += part.recordsRead
    linesBefore += part.lines
    if let problem = part.fileProblem { leaveOutFile(problem, path: origin.path) }
  }

  /// Takes note of a file that cannot be read, or not to its end: it counts as one rejected record.
  private mutating func leaveOutFile(_ problem: RefrainError, path: String) {
    let what = recordsBefore > 0 ? "the rest of the file" : "the file"
    traces[file].rejections.append(recordsBefore > 0 ? .restOfFile : .wholeFile)
    warnings.append(DataWarning(path: path, message: "\(what) was left out: \(problem.problem)"))
    recordsRead += 1
    recordsRejected += 1
    recordsBefore += 1
  }

  private func nothingKept() -> RefrainError {
    let rejected = recordsRejected == 1 ? "the only one was" : "all \(recordsRejected) were"
    return RefrainError(
      "no record could be read: \(rejected) rejected", path: files.count == 1 ? files[0].path : nil,
      remedy: "--on-error stop, which says what is wrong with the first one")
  }

  private mutating func warn(_ note: DecodingNote, path: String) {
    if note.kind == .repair {
      repairs += 1
      if repairs > Self.mostRepairsNamed { return }
    }
    let place = note.line.map { "line \($0 + linesBefore): " } ?? ""
    warnings.append(
      DataWarning(
        path: path, record: note.record.map { $0 + recordsBefore }, message: place + note.message))
  }

  private mutating func noteRemainingRepairs() {
    let unnamed = repairs - Self.mostRepairsNamed
    if unnamed > 0 {
      warnings.append(
        DataWarning(
          path: files[file].path, message: "\(unnamed) more places in records were repaired in the same ways")
      )
    }
    repairs = 0
  }

  /// A field name that the user chose and that no record has is likely a slip.
  private mutating func noteFieldsNeverSeen() {
    guard files.contains(where: \.format.holdsRecords) else { return }
    for field in RecordField.allCases where field != .text && !fieldsSeen.contains(field) {
      let name = field.name(in: options)
      if name != field.name(in: InputOptions()) {
        warnings.append(DataWarning(message: "no record has the field ‘\(name)’ (\(field.option))"))
      }
    }
  }
}
