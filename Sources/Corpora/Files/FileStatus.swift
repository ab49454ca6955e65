import Foundation

/// What the system says about a path.
struct FileStatus {
  /// What kind of thing stands there.
  enum Kind { case file, folder, link, other }

  /// One thing of the file system, whatever path leads to it.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  var kind: Kind
  var identity: Identity
  var size: Int

  /// Asks for the status of a path; nil with `errno` set where there is none.
  ///
  /// - Parameter followingLinks: whether a link stands for what it leads to.
  init?(_ path: RawPath, followingLinks: Bool) {
    var status = stat()
    guard path.withCString({ followingLinks ? stat($0, &status) : lstat($0, &status) }) == 0
    else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    size = Int(status.st_size)
  }
}
