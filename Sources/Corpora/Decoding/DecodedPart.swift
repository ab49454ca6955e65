import AnalysisModel

/// What became of one stretch of one file. Records and lines are counted from the start of the stretch.
struct DecodedPart: Sendable {
  /// The index of the file among the files read.
  var file: Int
  /// The good records, in order.
  var records: [DecodedRecord] = []
  /// What is to be said about single records, in order.
  var notes: [DecodingNote] = []
  /// Records met, good or bad.
  var recordsRead = 0
  /// Records left out.
  var recordsRejected = 0
  /// The same records and where they stand, in order.
  var rejections: [FileTrace.Rejection] = []
  /// The header row of a table.
  var header: Range<Int>?
  /// Line ends met.
  var lines = 0
  /// Bytes of the file.
  var bytes = 0
  /// Which fields any record had.
  var fieldsSeen = RecordFields()
  /// What ended the decoding of the whole run, if anything did.
  var failure: RefrainError?
  /// Whether the failure is that the file could be read to here and no further.
  var breaksOff = false
  /// What ended the decoding of this file only, in a run that goes on past it.
  var fileProblem: RefrainError?

  init(file: Int) { self.file = file }

  /// Takes note of a record that cannot be decoded: it ends the run or is left out.
  ///
  /// - Parameter bytes: the record's bytes in the file; nil where the whole file is one record.
  mutating func reject(_ error: RefrainError, bytes: Range<Int>?, policy: InputOptions.ErrorPolicy) {
    switch policy {
    case .stop:
      failure = error
    case .skip:
      recordsRejected += 1
      rejections.append(bytes.map { .record($0) } ?? .wholeFile)
      let what = error.record == nil ? "the file" : "the record"
      notes.append(
        DecodingNote(
          record: error.record, line: error.line, kind: .rejection,
          message: "\(what) was left out: \(error.problem)"))
    }
  }
}

/// One good record.
struct DecodedRecord: Sendable {
  /// The record's own id; nil where it has none.
  var id: String?
  var title: UTF8Text?
  var text: UTF8Text
  var date: Document.DeclaredDate?
  var source: String?
  /// 1-based; nil where the whole file is one record.
  var record: Int?
  /// 1-based; nil where the whole file is one record.
  var line: Int?
  /// The record's bytes in the file.
  var bytes: Range<Int>?
}

/// A remark on a record.
struct DecodingNote: Sendable {
  enum Kind: Sendable { case repair, rejection, other }

  var record: Int?
  /// Where the record starts; given where the message should say so.
  var line: Int?
  var kind: Kind
  var message: String
}
