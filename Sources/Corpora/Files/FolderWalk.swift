import AnalysisModel
import Foundation

/// Lists the files below a folder: hidden ones left out, every folder and every linked file once.
struct FolderWalk {
  /// Something in a folder that is no folder.
  struct Entry {
    var relativePath: RawPath
    /// A file, or a link to one, rather than a pipe, a device or a link to nothing.
    var isReadableKind: Bool
    var isBrokenLink: Bool
    var size: Int
  }

  private let root: RawPath
  private var found: [Entry] = []
  private var seen: Set<FileStatus.Identity> = []
  /// Links are looked at after everything that stands in the folders itself, so that what can be reached both
  /// ways keeps its own path and a loop of links ends.
  private var links: [RawPath] = []

  init(root: RawPath) { self.root = root }

  /// All entries in the order of their path's bytes.
  ///
  /// - Throws: `RefrainError` for a folder that cannot be listed.
  consuming func entries() throws -> [Entry] {
    if let status = FileStatus(root, followingLinks: true) { seen.insert(status.identity) }
    try list(RawPath(""))
    while !links.isEmpty {
      let round = links.sorted()
      links = []
      for link in round { try follow(link) }
    }
    return found.sorted { $0.relativePath < $1.relativePath }
  }

  private mutating func list(_ folder: RawPath) throws {
    for name in try names(in: folder) {
      let relative = folder.appending(name)
      // Gone since the folder was listed: as if it had never been there.
      guard let status = FileStatus(root.appending(relative.bytes), followingLinks: false) else { continue }
      switch status.kind {
      case .link: links.append(relative)
      case .folder:
        if seen.insert(status.identity).inserted { try list(relative) }
      case .file, .other:
        seen.insert(status.identity)
        add(relative, status)
      }
    }
  }

  private mutating func follow(_ link: RawPath) throws {
    guard let status = FileStatus(root.appending(link.bytes), followingLinks: true) else {
      found.append(Entry(relativePath: link, isReadableKind: false, isBrokenLink: true, size: 0))
      return
    }
    guard seen.insert(status.identity).inserted else { return }
    if status.kind == .folder { try list(link) } else { add(link, status) }
  }

  private mutating func add(_ path: RawPath, _ status: FileStatus) {
    found.append(
      Entry(
        relativePath: path, isReadableKind: status.kind == .file, isBrokenLink: false,
        size: status.size))
  }

  /// The names in a folder that do not start with a dot, in no particular order.
  private func names(in folder: RawPath) throws -> [[UInt8]] {
    let path = folder.bytes.isEmpty ? root : root.appending(folder.bytes)
    guard let handle = path.withCString({ opendir($0) }) else {
      throw RefrainError(
        "the folder cannot be listed: \(String(cString: strerror(errno)))", path: path.string,
        remedy: "check its permissions, or move it elsewhere")
    }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: UInt8.self, capacity: 1) { start in
          Array(
            UnsafeBufferPointer(
              start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
        }
      }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names
  }
}
