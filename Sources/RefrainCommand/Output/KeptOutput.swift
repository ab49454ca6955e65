import Foundation
import Refrain

/// Where `dedup` writes what it keeps: one file for one file, a folder for several.
struct KeptOutput: RecordDestination {
  /// The place.
  private enum Place {
    case file(OutputFile)
    case folder(OutputFolder)
  }

  private let place: Place
  /// Receives the records that could not be decoded.
  var rejected: OutputFile?
  /// Where in the folder the copy of each input file goes.
  private var relativePaths: [[UInt8]] = []

  /// Opens the place.
  ///
  /// - Parameters:
  ///   - output: the name of the file or folder.
  ///   - paths: what is read: one file or standard input, else a folder is needed.
  init(_ output: String, paths: [String], inputs: InputGuard) throws {
    if Self.isOneFile(paths) {
      place = .file(try OutputFile(path: output, inputs: inputs))
    } else {
      place = .folder(try OutputFolder(path: output, inputs: inputs))
    }
  }

  /// Whether the paths are one file, so that the output is one, too.
  static func isOneFile(_ paths: [String]) -> Bool {
    var isFolder = ObjCBool(false)
    return paths.count == 1
      && !(FileManager.default.fileExists(atPath: paths[0], isDirectory: &isFolder) && isFolder.boolValue)
  }

  /// - Throws: `RefrainError` where another output would lie among the copies.
  func check(_ others: [String?]) throws {
    guard case .folder(let folder) = place else { return }
    for other in others { try folder.check(other) }
  }

  /// Finds out where the copies go, before any is made.
  mutating func prepare(for reading: CorpusReading, paths: [String]) throws {
    guard case .folder = place else { return }
    relativePaths = try OutputPaths(of: reading, paths: paths).relativePaths
  }

  func beginFile(_ file: Int) throws {
    guard case .folder(let folder) = place else { return }
    try folder.beginFile(relativePaths[file])
  }

  func writeKept(_ bytes: [UInt8]) throws {
    switch place {
    case .file(let file): try file.write(bytes)
    case .folder(let folder): try folder.write(bytes)
    }
  }

  func endFile() throws {
    if case .folder(let folder) = place { try folder.endFile() }
  }

  func writeRejected(_ bytes: [UInt8]) throws { try rejected?.write(bytes) }

  /// Writes what is buffered.
  func flush() throws {
    if case .file(let file) = place { try file.flush() }
  }

  /// Gives the output its name.
  func commit() throws {
    switch place {
    case .file(let file): try file.commit()
    case .folder(let folder): try folder.commit()
    }
  }
}
