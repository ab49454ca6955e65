import Foundation
import Refrain
import Synchronization

/// A file that appears under its name only when it is complete.
///
/// It is opened before the long work starts, so that an unwritable place is found at once; written to a hidden
/// neighbour; and renamed at the end. Symbolic links are followed, the mode of an older file is kept. Devices and
/// pipes are written directly.
final class OutputFile: Sendable {
  private struct State {
    var descriptor: Int32
    var buffer: [UInt8] = []
    /// Bytes of whole records written so far: what an interrupted run may keep.
    var completeBytes = 0
    var isOpen = true
  }

  private static let bufferSize = 1 << 18
  private static let open = Mutex<[OutputFile]>([])

  /// The name as typed, for messages.
  private let name: String
  private let target: OutputTarget
  private let keepsPartial: Bool
  private let state: Mutex<State>

  /// Opens a file for writing.
  ///
  /// - Parameters:
  ///   - path: the final name; `-` is standard output.
  ///   - inputs: what is read; an output may be none of it.
  ///   - keepsPartial: whether whole records written so far stay in `NAME.partial` on an interrupt (JSON lines).
  /// - Throws: `RefrainError` where the file cannot be written, is or would become an input, or is another output.
  init(path: String, inputs: InputGuard, keepsPartial: Bool = false) throws {
    name = path
    self.keepsPartial = keepsPartial
    target = try OutputTarget(path: path)
    try inputs.check(target, name: path)
    let name = name
    let target = target
    try Self.open.withLock { files in
      if case .device = target { return }
      if files.contains(where: { $0.target == target }) {
        throw RefrainError(
          "two outputs go to the same place", path: name, remedy: "a place of its own for each output")
      }
    }
    state = Mutex(State(descriptor: try target.open(name: path)))
    Self.open.withLock { $0.append(self) }
  }

  /// Writes whole records: what is handed over in one call is kept or lost together.
  func write(_ bytes: [UInt8]) throws {
    try state.withLock { state in
      state.buffer += bytes
      if state.buffer.count >= Self.bufferSize { try flush(&state) }
    }
  }

  /// Writes what is buffered; with several outputs, each is flushed before any gets its name.
  func flush() throws {
    try state.withLock { state in try flush(&state) }
  }

  /// Writes what is buffered and gives the file its name.
  func commit() throws {
    try state.withLock { state in
      try flush(&state)
      guard state.isOpen, case .file(let path, let temporaryPath) = target else { return }
      state.isOpen = false
      close(state.descriptor)
      guard rename(temporaryPath, path) == 0 else {
        unlink(temporaryPath)
        throw OutputTarget.cannotWrite(name)
      }
    }
  }

  /// After a failure: removes every file that is not complete.
  static func discardAll() {
    for file in open.withLock({ $0 }) { file.end() }
  }

  /// After an interrupt: removes every file that is not complete, but keeps whole JSON lines in `NAME.partial`.
  ///
  /// - Returns: the names of the files kept.
  static func abandonAll() -> [String] {
    open.withLock { $0 }.compactMap { $0.abandon() }
  }

  private func end() {
    state.withLock { state in
      guard state.isOpen, case .file(_, let temporaryPath) = target else { return }
      state.isOpen = false
      close(state.descriptor)
      unlink(temporaryPath)
    }
  }

  private func abandon() -> String? {
    if keepsPartial { try? flush() }
    let kept: String? = state.withLock { state in
      guard keepsPartial, state.isOpen, state.completeBytes > 0,
        case .file(let path, let temporaryPath) = target
      else { return nil }
      state.isOpen = false
      // A write that failed half-way may have left the head of a record behind.
      ftruncate(state.descriptor, off_t(state.completeBytes))
      close(state.descriptor)
      // An older file of that name may be anything, even an input: it stays, and so does the hidden one.
      guard access(path + ".partial", F_OK) != 0 else { return temporaryPath }
      return rename(temporaryPath, path + ".partial") == 0 ? path + ".partial" : temporaryPath
    }
    end()
    return kept
  }

  private func flush(_ state: inout State) throws {
    guard state.isOpen else { return }
    try DescriptorWriter(descriptor: state.descriptor, name: name).write(state.buffer)
    state.completeBytes += state.buffer.count
    state.buffer.removeAll(keepingCapacity: true)
  }
}
