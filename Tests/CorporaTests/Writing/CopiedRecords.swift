import AnalysisModel
import Corpora
import Execution
import Foundation

/// Collects copied records in memory, file by file.
struct CopiedRecords: RecordDestination {
  /// The copy of one input file.
  struct File {
    var number: Int
    var bytes: [UInt8] = []
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private(set) var files: [File] = []
  private(set) var rejected: [UInt8] = []
  private(set) var isOpen = false

  mutating func beginFile(_ file: Int) {
    precondition(!isOpen, "file \(file) begins inside another one")
    isOpen = true
    files.append(File(number: file))
  }

  mutating func writeKept(_ bytes: [UInt8]) {
    precondition(isOpen, "bytes outside a file")
    files[files.count - 1].bytes += bytes
  }

  mutating func endFile() { isOpen = false }

  mutating func writeRejected(_ bytes: [UInt8]) { rejected += bytes }

  /// The kept records of all files together, as text with what is no UTF-8 replaced.
  var kept: String { String(decoding: files.flatMap(\.bytes), as: UTF8.self) }
}

/// Reads paths so that they can be copied; skips what cannot be decoded.
func readToCopy(
  _ paths: String..., standardInput: FileHandle = .nullDevice,
  options configure: (inout InputOptions) -> Void = { _ in }
) async throws -> CorpusReading {
  var options = InputOptions()
  options.onError = .skip
  configure(&options)
  return try await CorpusReader(options: options, parallelism: Parallelism(threads: 2))
    .reading(paths, standardInput: standardInput)
}

/// Copies the documents whose ids are not among the given ones.
func copy(_ reading: CorpusReading, without removed: Set<String> = []) throws -> (
  records: CopiedRecords, account: RecordCopier.Account
) {
  var records = CopiedRecords()
  let account = try RecordCopier(reading).copy(
    keeping: reading.corpus.documents.map { !removed.contains($0.id) }, to: &records)
  return (records, account)
}
