import Foundation

/// What tells that a file is still the one that was read: which file it is, how long, and when last changed.
struct FileStamp: Sendable, Hashable {
  private var identity: FileStatus.Identity
  private var size: Int
  private var seconds: Int
  private var nanoseconds: Int
  /// Whether it is a file of the file system, whose bytes can be read again; pipes and devices cannot.
  let isFile: Bool

  /// The stamp of what a path leads to; nil where nothing does.
  init?(_ path: RawPath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    identity = FileStatus.Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    seconds = Int(changed.tv_sec)
    nanoseconds = Int(changed.tv_nsec)
    isFile = status.st_mode & S_IFMT == S_IFREG
  }
}
