/// A path as the bytes the file system knows, which need not be UTF-8.
package struct RawPath: Sendable, Hashable {
  let bytes: [UInt8]

  /// The path that a string spells.
  package init(_ string: String) { bytes = Array(string.utf8) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path of an entry of this folder.
  func appending(_ name: [UInt8]) -> RawPath {
    let separator = bytes.isEmpty || bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return RawPath(bytes: bytes + separator + name)
  }

  /// For people and for ids; bytes that are no UTF-8 read as U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Calls a C function that takes a path.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    try (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // A buffer with at least the terminator has an address.
      try body(buffer.baseAddress!)
    }
  }
}

extension RawPath: Comparable {
  package static func < (a: RawPath, b: RawPath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
