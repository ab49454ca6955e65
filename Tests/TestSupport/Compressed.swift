import CZlib
import CZstd

/// Compresses bytes for tests, so that no compressed file need lie in the project.
public enum Compressed {
  /// One member of a gzip stream.
  public static func gzip(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var input = Array(bytes)
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      deflateEnd(stream)
      stream.deallocate()
    }
    // 15 bits of window, and 16 for gzip's header and trailer; 8 is zlib's own choice of memory.
    let status = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib does not start: status \(status)")
    let bound = Int(deflateBound(stream, UInt(input.count)))
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = deflate(stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "zlib does not finish: status \(status)")
        count = bound - Int(stream.pointee.avail_out)
      }
    }
  }

  /// One frame of a Zstandard stream, without a checksum.
  public static func zstandard(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    let bound = ZSTD_compressBound(input.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = ZSTD_compress(output.baseAddress, bound, input, input.count, 3)
      precondition(ZSTD_isError(count) == 0, "libzstd does not compress")
    }
  }
}
