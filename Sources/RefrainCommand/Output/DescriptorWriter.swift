import Foundation
import Refrain

/// Writes whole byte arrays to a file descriptor.
struct DescriptorWriter: Sendable {
  let descriptor: Int32
  /// The file's name, for errors.
  let name: String

  /// Writes all bytes, in as many system calls as it takes.
  ///
  /// - Throws: `ClosedPipe` when the reader has gone; `RefrainError` for a full disk and the like.
  func write(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR && errno != EAGAIN {
        throw RefrainError(
          "cannot write: \(String(cString: strerror(errno)))", path: name,
          remedy: "another place with --output, or make room")
      }
    }
  }
}
