import AnalysisModel
import Foundation

/// Bytes that are read from front to back: a file, standard input, a decompressor around another source.
package protocol ByteSource {
  /// Reads at least one byte into the buffer unless the end is reached.
  ///
  /// - Returns: how many bytes were read; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

  /// What is to be said about the stream once its end is reached; nil where nothing is.
  var remark: String? { get }
}

extension ByteSource {
  /// Nothing is to be said.
  package var remark: String? { nil }

  /// Reads until the buffer is full or the end is reached.
  package mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let (filled, failure) = fillUpToFailure(buffer)
    if let failure { throw failure }
    return filled
  }

  /// Reads until the buffer is full, the end is reached or reading fails.
  ///
  /// - Returns: how many bytes were read, and why there are no more where that is not the end.
  mutating func fillUpToFailure(
    _ buffer: UnsafeMutableRawBufferPointer
  ) -> (count: Int, failure: (any Error)?) {
    var filled = 0
    do {
      while filled < buffer.count {
        let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        if count == 0 { break }
        filled += count
      }
    } catch {
      return (filled, error)
    }
    return (filled, nil)
  }

  /// Reads everything that is left.
  ///
  /// - Parameter expected: a guess at how much that is; right guesses need no copying.
  package mutating func readAll(expecting expected: Int) throws -> [UInt8] {
    // One more than expected, so that the end shows without a second buffer.
    var capacity = max(expected, 0) + 1
    var all: [UInt8] = []
    while true {
      let chunk = try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = try fill(UnsafeMutableRawBufferPointer(buffer))
      }
      if all.isEmpty { all = chunk } else { all += chunk }
      if chunk.count < capacity { return all }
      capacity = max(1 << 16, all.count)
    }
  }
}

/// A file of the file system, or an open descriptor.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  private let path: String

  /// Opens a file.
  ///
  /// - Throws: `RefrainError` where it cannot be opened.
  init(_ file: InputFile) throws {
    path = file.path
    switch file.location {
    case .descriptor(let open):
      descriptor = open
      isOwned = false
    case .path(let raw):
      descriptor = raw.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      isOwned = true
      if descriptor < 0 { throw Self.error("the file cannot be opened", path: path) }
    }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// How many bytes are left in a file of the file system; nil for a pipe or a device.
  var remainingByteCount: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return max(0, Int(status.st_size) - Int(lseek(descriptor, 0, SEEK_CUR)))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw Self.error("the file cannot be read", path: path) }
    }
  }

  private static func error(_ problem: String, path: String) -> RefrainError {
    let code = errno
    let remedy =
      switch code {
      case EACCES, EPERM: "chmod u+r \(path), or run as a user who may read it"
      case EMFILE, ENFILE: "ulimit -n with a larger number"
      default: "check the file and the disk it is on"
      }
    return RefrainError("\(problem): \(String(cString: strerror(code)))", path: path, remedy: remedy)
  }
}
