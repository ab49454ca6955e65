import AnalysisModel
import Foundation

/// Where the copies of files go below an output folder: to the paths they have below the folder that was named, or
/// below the folder that all named paths have in common.
public struct OutputPaths: Sendable {
  /// For every file of a reading, its path below the output folder, as the bytes that the file system knows.
  public let relativePaths: [[UInt8]]

  /// Finds the paths.
  ///
  /// The extension of a compression is left out, as copies are decompressed.
  ///
  /// - Parameters:
  ///   - reading: what was read.
  ///   - paths: the paths that were read.
  /// - Throws: `RefrainError` for standard input, which has no path, and where two files would go to one place.
  public init(of reading: CorpusReading, paths: [String]) throws(RefrainError) {
    let roots = paths.map { Self.absolute(Array($0.utf8)) }
    var base = roots.first.map { Array($0) } ?? []
    let isFolder = paths.first.map { FileStatus(RawPath($0), followingLinks: true)?.kind == .folder } ?? false
    if roots.count > 1 || !isFolder { base = Array(base.dropLast()) }
    for root in roots.dropFirst() {
      base = Array(zip(base, root.dropLast()).prefix { $0 == $1 }.map { $0.0 })
    }
    var relativePaths: [[UInt8]] = []
    var taken: [[UInt8]: String] = [:]
    for file in reading.files {
      guard case .path(let path) = file.input.location else {
        throw RefrainError(
          "standard input has no name in an output folder", path: "-",
          remedy: "dedup it by itself with --output FILE, or write it to a file first")
      }
      var components = Array(Self.absolute(path.bytes).dropFirst(base.count))
      if let name = components.popLast() { components.append(Self.uncompressed(name)) }
      let relative = Array(components.joined(separator: [UInt8(ascii: "/")]))
      if let other = taken[relative] {
        throw RefrainError(
          "the copies of \(other) and of this file would go to one place in the output folder",
          path: file.input.path, remedy: "two runs with an output each")
      }
      taken[relative] = file.input.path
      relativePaths.append(relative)
    }
    self.relativePaths = relativePaths
  }

  /// The components of a path from the root, without `.` and `..`.
  private static func absolute(_ path: [UInt8]) -> [[UInt8]] {
    let isRelative = path.first != UInt8(ascii: "/")
    let folder = isRelative ? Array(FileManager.default.currentDirectoryPath.utf8) : []
    var components: [[UInt8]] = []
    for component in (folder + [UInt8(ascii: "/")] + path).split(separator: UInt8(ascii: "/")) {
      if component.elementsEqual(".".utf8) { continue }
      if component.elementsEqual("..".utf8) {
        _ = components.popLast()
      } else {
        components.append(Array(component))
      }
    }
    return components
  }

  private static func uncompressed(_ name: [UInt8]) -> [UInt8] {
    for suffix in [".gz", ".zst"] where name.count > suffix.utf8.count {
      let end = name.suffix(suffix.utf8.count).map { (65...90).contains($0) ? $0 + 32 : $0 }
      if end.elementsEqual(suffix.utf8) { return Array(name.dropLast(suffix.utf8.count)) }
    }
    return name
  }
}
