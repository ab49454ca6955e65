import CZstd

/// Decompresses frames of Zstandard streams through libzstd, checksums included.
final class ZstandardCodec: StreamCodec {
  /// Archives packed with `--long=31` look back 2 GiB; libzstd by itself refuses more than 128 MiB. Memory is
  /// taken only as a frame asks for it.
  private static let largestWindowLog: Int32 = MemoryLayout<Int>.size == 8 ? 31 : 30

  private let stream: OpaquePointer

  init() {
    guard let stream = ZSTD_createDStream() else { preconditionFailure("no memory for libzstd") }
    self.stream = stream
    _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindowLog)
  }

  deinit { _ = ZSTD_freeDStream(stream) }

  func reset() { _ = ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> StreamCodecStep {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let left = ZSTD_decompressStream(stream, &target, &source)
    var step = StreamCodecStep(consumed: source.pos, produced: target.pos)
    if ZSTD_isError(left) != 0 {
      step.problem = String(cString: ZSTD_getErrorName(left))
    } else {
      step.endsMember = left == 0
    }
    return step
  }
}
