import AnalysisModel

/// Opens files for reading, whatever they are compressed with.
package enum ByteSources {
  /// Opens a file; what comes are its decompressed bytes.
  ///
  /// The first bytes show whether and how a file is compressed, so standard input and files with other names
  /// are decompressed as well.
  ///
  /// - Throws: `RefrainError` where the file cannot be opened, or is not compressed although its name says
  ///   so.
  package static func open(_ file: InputFile) throws -> any ByteSource {
    var stored = try FileSource(file)
    let start = try [UInt8](unsafeUninitializedCapacity: Compression.signatureLength) { buffer, count in
      count = try stored.fill(UnsafeMutableRawBufferPointer(buffer))
    }
    let whole = PrefixedSource(start: start, rest: stored)
    if let compression = Compression(startOf: start) {
      return DecompressingSource(whole, compression: compression, path: file.path)
    }
    if let named = file.compression {
      throw RefrainError(
        "the file is no \(named.name) stream, although its name says so", path: file.path,
        remedy: "get the file anew, or give it a name without that extension")
    }
    return whole
  }
}

/// A source whose first bytes have been read already.
private struct PrefixedSource: ByteSource {
  private var start: ArraySlice<UInt8>
  private var rest: any ByteSource

  init(start: [UInt8], rest: any ByteSource) {
    self.start = start[...]
    self.rest = rest
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if start.isEmpty { return try rest.read(into: buffer) }
    let part = start.prefix(buffer.count)
    buffer.copyBytes(from: part)
    start = start.dropFirst(part.count)
    return part.count
  }
}
