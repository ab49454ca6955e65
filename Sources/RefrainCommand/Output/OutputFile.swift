import Foundation
import Refrain
import Synchronization

/// A file that appears under its name only when it is complete.
///
/// It is opened before the long work starts, so that an unwritable place is found at once; written to
/// `NAME.partial` beside it; and renamed at the end. Devices and pipes are written directly.
final class OutputFile: Sendable {
  private struct State {
    var descriptor: Int32
    var buffer: [UInt8] = []
    /// Bytes of whole records handed over so far: what an interrupted run may keep.
    var completeBytes = 0
    var isOpen = true
  }

  private static let bufferSize = 1 << 18
  private static let open = Mutex<[OutputFile]>([])

  private let path: String
  private let temporaryPath: String?
  private let keepsPartial: Bool
  private let state: Mutex<State>

  /// Opens a file for writing.
  ///
  /// - Parameters:
  ///   - path: the final name; `-` is standard output.
  ///   - inputs: the paths that are read; none of them may be overwritten.
  ///   - keepsPartial: whether whole records written so far stay in `NAME.partial` on an interrupt (JSON lines).
  /// - Throws: `RefrainError` where the file cannot be written or is an input.
  init(path: String, inputs: [String], keepsPartial: Bool = false) throws {
    self.path = path
    self.keepsPartial = keepsPartial
    if path == "-" {
      temporaryPath = nil
      state = Mutex(State(descriptor: STDOUT_FILENO))
      return
    }
    for input in inputs where Self.isSameFile(path, input) {
      throw RefrainError(
        "the output is one of the inputs, which are never overwritten", path: path,
        remedy: "another file for the output")
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let isDirect = exists && status.st_mode & S_IFMT != S_IFREG
    if exists && status.st_mode & S_IFMT == S_IFDIR {
      throw RefrainError("the output is a folder", path: path, remedy: "a file name inside it")
    }
    if exists && access(path, W_OK) != 0 { throw Self.cannotWrite(path) }
    temporaryPath = isDirect ? nil : path + ".partial"
    let descriptor = Foundation.open(
      temporaryPath ?? path, isDirect ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw Self.cannotWrite(path) }
    state = Mutex(State(descriptor: descriptor))
    Self.open.withLock { $0.append(self) }
  }

  /// Writes whole records: what is handed over in one call is kept or lost together.
  func write(_ bytes: [UInt8]) throws {
    try state.withLock { state in
      state.buffer += bytes
      if state.buffer.count >= Self.bufferSize { try flush(&state) }
    }
  }

  /// Writes what is buffered and gives the file its name.
  func commit() throws {
    try state.withLock { state in
      try flush(&state)
      guard state.isOpen, let temporaryPath else { return }
      state.isOpen = false
      close(state.descriptor)
      guard rename(temporaryPath, path) == 0 else { throw Self.cannotWrite(path) }
    }
  }

  /// After a failure: removes every file that is not complete.
  static func discardAll() { endAll(keepingPartial: false) }

  /// After an interrupt: removes every file that is not complete, but keeps whole JSON lines in `NAME.partial`.
  static func abandonAll() { endAll(keepingPartial: true) }

  private static func endAll(keepingPartial: Bool) {
    for file in open.withLock({ $0 }) { file.end(keepingPartial: keepingPartial && file.keepsPartial) }
  }

  private func end(keepingPartial: Bool) {
    state.withLock { state in
      guard state.isOpen, let temporaryPath else { return }
      if keepingPartial { try? flush(&state) }
      state.isOpen = false
      if keepingPartial && state.completeBytes > 0 {
        // A write that failed half-way may have left the head of a record behind.
        ftruncate(state.descriptor, off_t(state.completeBytes))
      } else {
        unlink(temporaryPath)
      }
      close(state.descriptor)
    }
  }

  private func flush(_ state: inout State) throws {
    try DescriptorWriter(descriptor: state.descriptor, name: path).write(state.buffer)
    state.completeBytes += state.buffer.count
    state.buffer.removeAll(keepingCapacity: true)
  }

  private static func isSameFile(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
      && first.st_mode & S_IFMT == S_IFREG
  }

  private static func cannotWrite(_ path: String) -> RefrainError {
    RefrainError(
      "cannot write: \(String(cString: strerror(errno)))", path: path,
      remedy: "a folder that exists and may be written to")
  }
}
