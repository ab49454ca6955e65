import CZlib

/// Inflates members of gzip streams through zlib, checksums included.
final class GzipCodec: StreamCodec {
  /// The largest window, and 16 for zlib to ask for gzip's header and trailer.
  private static let windowBits: Int32 = 15 + 16

  /// zlib keeps the address of this structure, so it may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(
      stream, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib does not start: status \(status)")
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  func reset() { inflateReset(stream) }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> StreamCodecStep {
    // zlib counts in 32 bits and does not write to its input.
    let offered = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = offered
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = room
    let status = inflate(stream, Z_NO_FLUSH)
    var step = StreamCodecStep(
      consumed: Int(offered - stream.pointee.avail_in), produced: Int(room - stream.pointee.avail_out))
    switch status {
    // Z_BUF_ERROR: there was nothing to go on with.
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: step.endsMember = true
    default: step.problem = stream.pointee.msg.map { String(cString: $0) } ?? "zlib's status \(status)"
    }
    return step
  }
}
