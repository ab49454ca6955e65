import Foundation
import Refrain
import Synchronization

/// A folder that appears under its name only when all files in it are complete.
///
/// It is made as a hidden neighbour before the long work starts and renamed at the end. A folder of that name may be
/// there already if nothing is in it. Files are written one after the other.
final class OutputFolder: Sendable {
  private struct State {
    var descriptor: Int32 = -1
    var buffer: [UInt8] = []
    var madeFolders: Set<[UInt8]> = []
    var isOpen = true
  }

  private static let bufferSize = 1 << 18
  private static let open = Mutex<[OutputFolder]>([])

  /// The name as typed, for messages.
  private let name: String
  /// The final place, with links followed.
  private let path: String
  private let temporaryPath: String
  private let state = Mutex(State())

  /// Makes the hidden neighbour.
  ///
  /// - Parameters:
  ///   - path: the final name of the folder.
  ///   - inputs: what is read; the folder may be none of it, nor lie in it.
  /// - Throws: `RefrainError` where there is something else of that name, where the folder cannot be made, or would
  ///   be an input.
  init(path typed: String, inputs: InputGuard) throws {
    name = typed
    var trimmed = typed
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard !trimmed.isEmpty, trimmed != "-" else {
      throw RefrainError(
        "copies of several files need a folder", path: typed, remedy: "--output with the name of a new folder"
      )
    }
    path = try OutputTarget.resolved(trimmed)
    let url = URL(filePath: path)
    temporaryPath = url.deletingLastPathComponent()
      .appending(path: ".\(url.lastPathComponent).\(getpid()).partial").path(percentEncoded: false)
    try inputs.check(.file(path, temporary: temporaryPath), name: name)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw RefrainError(
          "copies of several files need a folder, and this is none", path: typed,
          remedy: "--output with the name of a new folder")
      }
      guard try FileManager.default.contentsOfDirectory(atPath: path).isEmpty else {
        throw Self.notEmpty(typed)
      }
    }
    guard mkdir(temporaryPath, 0o777) == 0 else { throw OutputTarget.cannotWrite(typed) }
    if exists { chmod(temporaryPath, status.st_mode & 0o7777) }
    Self.open.withLock { $0.append(self) }
  }

  /// - Throws: `RefrainError` where another output would lie in the folder.
  func check(_ other: String?) throws {
    guard let other, other != "-", let place = try? OutputTarget.resolved(other) else { return }
    guard place == path || place.hasPrefix(path + "/") else { return }
    throw RefrainError(
      "it lies in the output folder \(name), which is for the copies alone", path: other,
      remedy: "a place outside that folder")
  }

  /// Starts a file; what is written next goes there.
  ///
  /// - Parameter relativePath: its path below the folder, as the bytes that the file system knows.
  func beginFile(_ relativePath: [UInt8]) throws {
    try state.withLock { state in
      precondition(state.descriptor < 0, "the file before is still open")
      try makeFolders(above: relativePath, &state)
      // Exclusive: what stands there would be another copy.
      state.descriptor = Self.withCString(self.bytes(below: relativePath)) {
        Foundation.open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      }
      if state.descriptor < 0 { throw OutputTarget.cannotWrite(shown(relativePath)) }
    }
  }

  /// Adds to the file at hand.
  func write(_ bytes: [UInt8]) throws {
    try state.withLock { state in
      state.buffer += bytes
      if state.buffer.count >= Self.bufferSize { try flush(&state) }
    }
  }

  /// Completes the file at hand.
  func endFile() throws {
    try state.withLock { state in
      try flush(&state)
      let result = close(state.descriptor)
      state.descriptor = -1
      if result != 0 { throw OutputTarget.cannotWrite(name) }
    }
  }

  /// Gives the folder its name.
  func commit() throws {
    try state.withLock { state in
      guard state.isOpen else { return }
      // Takes the place of an empty folder, and of no other.
      guard rename(temporaryPath, path) == 0 else {
        throw errno == ENOTEMPTY || errno == EEXIST ? Self.notEmpty(name) : OutputTarget.cannotWrite(name)
      }
      state.isOpen = false
    }
  }

  /// After a failure or an interrupt: removes every folder that is not complete.
  static func discardAll() {
    for folder in open.withLock({ $0 }) {
      folder.state.withLock { state in
        guard state.isOpen else { return }
        state.isOpen = false
        try? FileManager.default.removeItem(atPath: folder.temporaryPath)
      }
    }
  }

  private func flush(_ state: inout State) throws {
    // After an interrupt there is no place left to write to.
    guard state.isOpen else { return }
    try DescriptorWriter(descriptor: state.descriptor, name: name).write(state.buffer)
    state.buffer.removeAll(keepingCapacity: true)
  }

  private func makeFolders(above relativePath: [UInt8], _ state: inout State) throws {
    for end in relativePath.indices where relativePath[end] == UInt8(ascii: "/") {
      let folder = Array(relativePath[..<end])
      guard state.madeFolders.insert(folder).inserted else { continue }
      guard Self.withCString(bytes(below: folder), { mkdir($0, 0o777) }) == 0 else {
        throw OutputTarget.cannotWrite(shown(folder))
      }
    }
  }

  private func bytes(below relativePath: [UInt8]) -> [UInt8] {
    Array(temporaryPath.utf8) + [UInt8(ascii: "/")] + relativePath
  }

  private func shown(_ relativePath: [UInt8]) -> String {
    "\(name)/\(String(decoding: relativePath, as: UTF8.self))"
  }

  private static func withCString<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result
  {
    (path + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }

  private static func notEmpty(_ name: String) -> RefrainError {
    RefrainError(
      "the output folder is not empty, and nothing in it is overwritten", path: name,
      remedy: "the name of a new folder")
  }
}
