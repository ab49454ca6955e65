import AnalysisModel
import Corpora
import Execution
import Foundation

/// Where documents are read from, again and again.
enum ReadingSource: Sendable {
  /// The user's files.
  case files([String], InputOptions)
  /// Samples and generated corpora.
  case spool(CorpusSpool)

  /// Reads all documents.
  func read(parallelism: Parallelism) async throws -> Corpus {
    switch self {
    case .files(let paths, let options):
      return try await CorpusReader(options: options, parallelism: parallelism).read(paths)
    case .spool(let spool):
      return try await CorpusReader(parallelism: parallelism)
        .read(["-"], standardInput: try spool.rewound())
    }
  }
}

/// JSON lines in a temporary file without a name, which is gone with this object, however the process ends.
final class CorpusSpool: Sendable {
  private let descriptor: Int32

  /// An empty spool in the system's folder for temporary files.
  ///
  /// - Throws: `RefrainError` where no file can be made there.
  init() throws {
    var template = Array((NSTemporaryDirectory() + "/refrain-benchmark-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.error("no temporary file can be made") }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Appends whole lines.
  func write(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Self.error("the temporary file cannot be written")
      }
    }
  }

  /// Appends documents as records with id, title and text.
  func write(_ documents: some Sequence<Document>) throws {
    var bytes: [UInt8] = []
    for document in documents {
      DocumentLine.append(document, to: &bytes)
      if bytes.count > 1 << 20 {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(bytes)
  }

  /// The file, to be read from its start.
  func rewound() throws -> FileHandle {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.error("the temporary file cannot be read") }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
  }

  private static func error(_ problem: String) -> RefrainError {
    RefrainError(
      "\(problem): \(String(cString: strerror(errno)))", path: NSTemporaryDirectory(),
      remedy: "TMPDIR with a folder that has room for the corpus")
  }
}

/// A document as one JSON line.
enum DocumentLine {
  /// Appends `{"id":…,"title":…,"text":…}` and a line feed.
  static func append(_ document: Document, to bytes: inout [UInt8]) {
    bytes += #"{"id":"#.utf8
    append(quoted: document.id.utf8, to: &bytes)
    if let title = document.title {
      bytes += #","title":"#.utf8
      append(quoted: title.bytes, to: &bytes)
    }
    bytes += #","text":"#.utf8
    append(quoted: document.text.bytes, to: &bytes)
    bytes += "}\n".utf8
  }

  /// Appends text as a JSON string.
  static func append(quoted text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += #"\u00"#.utf8
        if digits.utf8.count == 1 { bytes.append(UInt8(ascii: "0")) }
        bytes += digits.utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
