import AnalysisModel

/// A piece of the work of reading.
enum ReadingJob: Sendable {
  /// Small whole files, read and decoded one after another.
  case texts(Range<Int>)
  /// A block of a file of JSON lines.
  case lines(LineBlock, file: Int)
  /// A whole CSV or TSV file: where its rows end shows only in reading it from the start.
  case table(file: Int)
  /// A file that could not be opened or read on.
  ///
  /// `breaksOff` says whether blocks of it came before.
  case failure(RefrainError, file: Int, breaksOff: Bool)
  /// Something to be said about a file that has been read to its end.
  case remark(String, file: Int)
}

/// Cuts the reading of many files into jobs, in order. Files of JSON lines are read as the plan goes.
struct ReadingPlan {
  private static let mostTextsInJob = 64
  private static let mostTextBytesInJob = 1 << 20

  private let files: [InputFile]
  private var file = 0
  private var lines: LineBlockReader?

  init(files: [InputFile]) { self.files = files }

  /// The next job; nil at the end. After a failure the plan goes on with the next file.
  mutating func next() -> ReadingJob? {
    while file < files.count {
      switch files[file].format {
      case .text, .markdown, .html: return texts()
      case .csv, .tsv:
        file += 1
        return .table(file: file - 1)
      case .jsonl:
        do {
          if let block = try nextBlock() { return .lines(block, file: file) }
          let remark = lines?.remark
          endLines()
          if let remark { return .remark(remark, file: file - 1) }
        } catch {
          let failure = error as? RefrainError ?? RefrainError("\(error)", path: files[file].path)
          defer { endLines() }
          return .failure(failure, file: file, breaksOff: lines.map { $0.offset > 0 } ?? false)
        }
      }
    }
    return nil
  }

  /// The next block of the file of JSON lines at hand; nil at its end.
  private mutating func nextBlock() throws -> LineBlock? {
    if lines == nil {
      let path = files[file].path
      lines = LineBlockReader(try ByteSources.open(files[file])) { try FirstBytes.check($0, path: path) }
    }
    return try lines?.next()
  }

  private mutating func endLines() {
    lines = nil
    file += 1
  }

  private mutating func texts() -> ReadingJob {
    let start = file
    var bytes = 0
    while file < files.count, !files[file].format.holdsRecords, file - start < Self.mostTextsInJob,
      bytes < Self.mostTextBytesInJob
    {
      bytes += files[file].size ?? Self.mostTextBytesInJob
      file += 1
    }
    return .texts(start..<file)
  }
}
