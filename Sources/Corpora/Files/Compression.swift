/// A way in which the bytes of a file are compressed.
package enum Compression: Sendable, Hashable {
  /// RFC 1952.
  case gzip
  /// RFC 8878.
  case zstandard

  /// The compression that a name's last extension stands for; nil for other extensions.
  init?(extension suffix: String) {
    switch suffix {
    case "gz": self = .gzip
    case "zst": self = .zstandard
    default: return nil
    }
  }

  /// How many bytes show whether a stream starts here.
  static let signatureLength = 4

  /// The compression of a stream that starts with these bytes; nil where none does.
  init?(startOf bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(Self.signatureLength))
    if start.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if start == [0x28, 0xB5, 0x2F, 0xFD] || Self.isSkippableFrame(start) {
      self = .zstandard
    } else {
      return nil
    }
  }

  /// A frame of Zstandard that holds no data; such a frame may come first.
  private static func isSkippableFrame(_ start: [UInt8]) -> Bool {
    start.count == signatureLength && start[0] & 0xF0 == 0x50 && start[1...] == [0x2A, 0x4D, 0x18]
  }

  /// The name in messages.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "Zstandard"
    }
  }

  /// The command that decompresses a file.
  var command: String {
    switch self {
    case .gzip: "gunzip -k"
    case .zstandard: "zstd -d"
    }
  }
}
