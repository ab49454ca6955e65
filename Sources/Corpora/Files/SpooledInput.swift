import AnalysisModel
import Foundation

/// A copy of a stream that can be read once only, in a temporary file without a name, which the system removes with
/// its last reference even where the process is killed.
final class SpooledInput: Sendable {
  private static let chunkSize = 1 << 20

  /// An open descriptor, placed at the first byte.
  let descriptor: Int32

  /// Copies a stream to its end into `TMPDIR`.
  ///
  /// - Throws: `RefrainError` where the stream cannot be read or the copy not be written.
  init(copying source: Int32) throws {
    var template = Array((NSTemporaryDirectory() + "refrain-input.XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.error("cannot be kept in a temporary file") }
    unlink(template)
    let stream = try FileSource(
      InputFile(location: .descriptor(source), path: "-", id: "-", format: .jsonl))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try stream.read(into: buffer)
      if count == 0 { break }
      try write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    rewind()
  }

  deinit { close(descriptor) }

  /// Goes back to the first byte.
  func rewind() { lseek(descriptor, 0, SEEK_SET) }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var written = 0
    while written < bytes.count {
      let count = Foundation.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Self.error("cannot be kept in a temporary file")
      }
    }
  }

  private static func error(_ problem: String) -> RefrainError {
    RefrainError(
      "standard input \(problem): \(String(cString: strerror(errno)))", path: "-",
      remedy: "make room in \(NSTemporaryDirectory()), or name another folder in TMPDIR")
  }
}
