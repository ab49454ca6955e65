import Foundation

/// Turns text in one encoding into UTF-8, through iconv. Not to be used by two threads at a time.
final class Transcoder {
  /// The most room for the output of one call.
  private static let roomSize = 1 << 16

  private let descriptor: iconv_t
  /// How many bytes are passed over where they stand for nothing.
  private let unit: Int

  /// A converter; nil where iconv does not know the encoding.
  init?(_ encoding: TextEncoding) {
    // iconv returns -1 in the dress of a pointer.
    guard let descriptor = iconv_open("UTF-8", encoding.name), Int(bitPattern: descriptor) != -1
    else { return nil }
    self.descriptor = descriptor
    unit = encoding.name.hasPrefix("UTF-16") ? 2 : encoding.name.hasPrefix("UTF-32") ? 4 : 1
  }

  deinit { iconv_close(descriptor) }

  /// Converts a whole text. Bytes that stand for nothing become U+FFFD, one for each such place.
  ///
  /// - Returns: well-formed UTF-8, and how many places were replaced. O(bytes).
  func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], places: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var places = 0
    // iconv does not write to its input.
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    iconv(descriptor, nil, nil, nil, nil)
    let capacity = min(Self.roomSize, 4 * bytes.count + 16)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { room in
      while left > 0 {
        var target = room.baseAddress
        var unused = room.count
        let result = iconv(descriptor, &input, &left, &target, &unused)
        let code = errno
        let written = room.count - unused
        output.append(contentsOf: UnsafeRawBufferPointer(room)[..<written])
        if result != -1 || code == E2BIG { continue }
        output.append(contentsOf: UTF8Repair.replacement)
        places += 1
        // A character that the end cuts off is one place.
        let step = code == EINVAL ? left : min(unit, left)
        input = input.map { $0 + step }
        left -= step
      }
    }
    return (output, places)
  }
}
