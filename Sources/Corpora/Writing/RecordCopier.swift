import AnalysisModel

/// Where copied records go.
public protocol RecordDestination {
  /// The kept records of another input file come next, if any.
  ///
  /// - Parameter file: its number in reading order, from 0.
  mutating func beginFile(_ file: Int) throws
  /// Bytes of kept records and of what stands around them; any number of them in any pieces.
  mutating func writeKept(_ bytes: [UInt8]) throws
  /// The file is complete.
  mutating func endFile() throws
  /// Bytes of records that could not be decoded.
  mutating func writeRejected(_ bytes: [UInt8]) throws
}

/// Copies records out of the files they were read from, byte for byte.
///
/// The files are read a second time, as streams. Of a file of records the kept ones are copied with their line ends,
/// in their order, after the byte-order mark and the header row, where there are such; blank lines are left out. A
/// last line without an end gets the one that the line before has, else a line feed. A file that is one document is
/// copied whole, or not at all. What is compressed is copied decompressed.
public struct RecordCopier {
  private let reading: CorpusReading

  /// How many records were copied.
  public struct Account: Sendable, Hashable {
    /// Kept ones.
    public var kept = 0
    /// Ones that could not be decoded, and were copied raw.
    public var rejected = 0
    /// The files, as a user would type them, of those that could not even be copied.
    public var uncopied: [String] = []
  }

  /// A copier of what was read.
  public init(_ reading: CorpusReading) { self.reading = reading }

  /// Copies.
  ///
  /// - Parameters:
  ///   - isKept: for every document of the corpus, whether it is kept.
  ///   - destination: receives the bytes, file by file.
  /// - Returns: an account that matches the one of the reading: all kept documents, all rejected records.
  /// - Throws: `RefrainError` where a file cannot be read or has changed; what the destination throws;
  ///   `CancellationError` when the surrounding task is cancelled.
  public func copy(
    keeping isKept: [Bool], to destination: inout some RecordDestination
  ) throws -> Account {
    precondition(
      isKept.count == reading.corpus.documents.count,
      "\(isKept.count) decisions about \(reading.corpus.documents.count) documents")
    var account = Account()
    for (number, file) in reading.files.enumerated() {
      try Task.checkCancellation()
      try file.checkUnchanged()
      reading.spool?.rewind()
      if isWholeFile(file.trace) {
        try copyWhole(file, number, isKept, to: &destination, &account)
      } else {
        try copyRecords(of: file, number, isKept, to: &destination, &account)
      }
      try file.checkUnchanged()
    }
    let rejected = account.rejected + account.uncopied.count
    precondition(
      account.kept == isKept.count { $0 } && rejected == reading.corpus.account.recordsRejected,
      "\(account.kept) records copied as kept and \(rejected) as rejected")
    return account
  }

  /// Whether the file is one document, or one record that is none.
  private func isWholeFile(_ trace: FileTrace) -> Bool {
    if trace.rejections.contains(.wholeFile) { return true }
    return trace.documents.first.map { reading.corpus.documents[$0].origin.record == nil } ?? false
  }

  private func copyWhole(
    _ file: CorpusReading.ReadFile, _ number: Int, _ isKept: [Bool],
    to destination: inout some RecordDestination, _ account: inout Account
  ) throws {
    guard let document = file.trace.documents.first else {
      try copyRejected(file, to: &destination, &account)
      return
    }
    guard isKept[document] else { return }
    var stream = CopyStream(try ByteSources.open(file.input), path: file.input.path)
    try destination.beginFile(number)
    try stream.copyRest { try destination.writeKept($0) }
    try destination.endFile()
    account.kept += 1
  }

  /// Copies a file that is no document; it may be one that cannot even be read to its end, which is not copied at
  /// all.
  private func copyRejected(
    _ file: CorpusReading.ReadFile, to destination: inout some RecordDestination, _ account: inout Account
  ) throws {
    func opened() throws -> CopyStream {
      CopyStream(try ByteSources.open(file.input), path: file.input.path)
    }
    do {
      var trial = try opened()
      try trial.copyRest { _ in }
    } catch {
      account.uncopied.append(file.input.path)
      return
    }
    reading.spool?.rewind()
    var stream = try opened()
    var last: UInt8?
    try stream.copyRest { bytes in
      last = bytes.last
      try destination.writeRejected(bytes)
    }
    if let last, last != UInt8(ascii: "\n") { try destination.writeRejected([UInt8(ascii: "\n")]) }
    account.rejected += 1
  }

  /// One record of a file and what becomes of it.
  private struct Piece {
    enum Fate { case kept, removed, rejected }

    var bytes: Range<Int>
    var fate: Fate
  }

  private func copyRecords(
    of file: CorpusReading.ReadFile, _ number: Int, _ isKept: [Bool],
    to destination: inout some RecordDestination, _ account: inout Account
  ) throws {
    var stream = CopyStream(try ByteSources.open(file.input), path: file.input.path)
    var ends = LineEnds(carriageReturnEndsLines: file.trace.header != nil)
    try destination.beginFile(number)
    if try stream.continues(with: Self.byteOrderMark) {
      try stream.copy(to: Self.byteOrderMark.count) { try destination.writeKept($0) }
    }
    if let header = file.trace.header {
      try stream.skip(to: header.lowerBound)
      try stream.copy(to: header.upperBound) { try destination.writeKept($0) }
      try destination.writeKept(ends.completed(try stream.takeLineEnd()))
    }
    for piece in pieces(of: file.trace, isKept) {
      try stream.skip(to: piece.bytes.lowerBound)
      switch piece.fate {
      case .kept:
        try stream.copy(to: piece.bytes.upperBound) { try destination.writeKept($0) }
        try destination.writeKept(ends.completed(try stream.takeLineEnd()))
        account.kept += 1
      case .rejected:
        try stream.copy(to: piece.bytes.upperBound) { try destination.writeRejected($0) }
        try destination.writeRejected(ends.completed(try stream.takeLineEnd()))
        account.rejected += 1
      case .removed:
        try stream.skip(to: piece.bytes.upperBound)
        _ = ends.completed(try stream.takeLineEnd())
      }
    }
    try destination.endFile()
    if file.trace.rejections.contains(.restOfFile) { account.uncopied.append(file.input.path) }
  }

  /// The records in the order of the file.
  private func pieces(of trace: FileTrace, _ isKept: [Bool]) -> [Piece] {
    var pieces: [Piece] = []
    for document in trace.documents {
      guard let bytes = reading.corpus.documents[document].origin.bytes else {
        preconditionFailure("document \(document) is a record without bytes")
      }
      pieces.append(Piece(bytes: bytes, fate: isKept[document] ? .kept : .removed))
    }
    if trace.rejections.isEmpty { return pieces }
    for case .record(let bytes) in trace.rejections { pieces.append(Piece(bytes: bytes, fate: .rejected)) }
    return pieces.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// The line ends of one file, with one for the last line where it has none.
private struct LineEnds {
  /// Whether a carriage return ends a line by itself, as in CSV; in JSON lines it does not.
  let carriageReturnEndsLines: Bool
  private var usual: [UInt8] = [UInt8(ascii: "\n")]

  init(carriageReturnEndsLines: Bool) { self.carriageReturnEndsLines = carriageReturnEndsLines }

  /// The line end itself, or what makes it one.
  mutating func completed(_ end: [UInt8]) -> [UInt8] {
    if end.isEmpty { return usual }
    if end == [UInt8(ascii: "\r")], !carriageReturnEndsLines { return end + [UInt8(ascii: "\n")] }
    usual = end
    return end
  }
}
