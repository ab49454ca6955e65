/// A decompressor of one format, which knows nothing of files.
///
/// Compressed data is a row of members (gzip's word; Zstandard's is frame), each decompressed by itself.
protocol StreamCodec: AnyObject {
  /// Makes ready for the first byte of a member.
  func reset()

  /// Decompresses as much as the input or the room in the output allows.
  ///
  /// - Parameter output: not empty.
  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> StreamCodecStep
}

/// What one call of a decompressor did.
struct StreamCodecStep {
  /// Bytes of input used.
  var consumed: Int
  /// Bytes of output written.
  var produced: Int
  /// Whether a member is complete.
  var endsMember = false
  /// Why nothing more can be decompressed, in the library's words; nil where nothing is wrong.
  var problem: String?
}
