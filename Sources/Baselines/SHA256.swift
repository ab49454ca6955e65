import CMD

/// The message digest SHA-256 (FIPS 180-4), by libmd.
package struct SHA256 {
  private var state = SHA2_CTX()

  package init() { SHA256Init(&state) }

  /// Takes in bytes, whatever array they are a slice of.
  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    bytes.withUnsafeBufferPointer { SHA256Update(&state, $0.baseAddress, $0.count) }
  }

  /// Takes in the UTF-8 of a text.
  package mutating func update(_ text: String) { update(Array(text.utf8)[...]) }

  /// The 32 bytes of the digest.
  package consuming func digest() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &state)
    return digest
  }

  /// The digest's first 16 bytes as 32 lower-case hexadecimal digits.
  ///
  /// 128 bits: among a billion texts two agree by chance once in 10²¹ times.
  package consuming func prefix() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let spelled = digest().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: spelled, as: UTF8.self)
  }

  /// Whether a text looks like what `prefix` gives.
  static func isPrefix(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
