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

  /// What lies below a folder.
  struct Findings {
    /// In the order of their path's bytes.
    var entries: [Entry]
    /// The folders that cannot be listed, in the order of their path's bytes.
    var problems: [RefrainError]
  }

  private let root: RawPath
  private let onError: InputOptions.ErrorPolicy
  private var found: [Entry] = []
  private var problems: [(folder: RawPath, error: RefrainError)] = []
  private var seen: Set<FileStatus.Identity> = []
  /// Links are looked at after everything that stands in the folders itself, so that what can be reached both
  /// ways keeps its own path and a loop of links ends.
  private var links: [RawPath] = []

  /// A walk that has not started.
  ///
  /// - Parameter onError: whether a folder inside the root that cannot be listed ends the walk.
  init(root: RawPath, onError: InputOptions.ErrorPolicy) {
    self.root = root
    self.onError = onError
  }

  /// Walks.
  ///
  /// - Throws: `RefrainError` where the root cannot be listed, and for other folders unless they are skipped.
  consuming func findings() throws -> Findings {
    if let status = FileStatus(root, followingLinks: true) { seen.insert(status.identity) }
    try list(RawPath(""))
    while !links.isEmpty {
      let round = links.sorted()
      links = []
      for link in round { try follow(link) }
    }
    return Findings(
      entries: found.sorted { $0.relativePath < $1.relativePath },
      problems: problems.sorted { $0.folder < $1.folder }.map(\.error))
  }

  private mutating func listInside(_ folder: RawPath) throws(RefrainError) {
    do throws(RefrainError) {
      try list(folder)
    } catch {
      if onError == .stop { throw error }
      problems.append((folder, error))
    }
  }

  private mutating func list(_ folder: RawPath) throws(RefrainError) {
    for name in try names(in: folder).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let relative = folder.appending(name)
      guard let status = FileStatus(root.appending(relative.bytes), followingLinks: false) else {
        // Gone since the folder was listed: as if it had never been there.
        if errno == ENOENT { continue }
        throw unlistable(folder)
      }
      switch status.kind {
      case .link: links.append(relative)
      case .folder:
        if seen.insert(status.identity).inserted { try listInside(relative) }
      case .file, .other:
        seen.insert(status.identity)
        add(relative, status)
      }
    }
  }

  private mutating func follow(_ link: RawPath) throws(RefrainError) {
    guard let status = FileStatus(root.appending(link.bytes), followingLinks: true) else {
      found.append(Entry(relativePath: link, isReadableKind: false, isBrokenLink: true, size: 0))
      return
    }
    guard seen.insert(status.identity).inserted else { return }
    if status.kind == .folder { try listInside(link) } else { add(link, status) }
  }

  private mutating func add(_ path: RawPath, _ status: FileStatus) {
    found.append(
      Entry(
        relativePath: path, isReadableKind: status.kind == .file, isBrokenLink: false,
        size: status.size))
  }

  /// The names in a folder that do not start with a dot, in no particular order.
  private func names(in folder: RawPath) throws(RefrainError) -> [[UInt8]] {
    guard let handle = path(of: folder).withCString({ opendir($0) }) else { throw unlistable(folder) }
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

  private func path(of folder: RawPath) -> RawPath {
    folder.bytes.isEmpty ? root : root.appending(folder.bytes)
  }

  /// The error for a folder, by `errno`.
  private func unlistable(_ folder: RawPath) -> RefrainError {
    RefrainError(
      "the folder cannot be listed: \(String(cString: strerror(errno)))", path: path(of: folder).string,
      remedy: "check its permissions, or move it elsewhere")
  }
}
