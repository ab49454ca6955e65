/// A few tokens that wait for their numbers. Fixed memory, so that adding one costs a store.
final class PendingTokens {
  /// A token with its hash.
  struct Token {
    let key: ByteKey
    let hash: UInt64
    let start: UInt32
    let kind: TokenKind
  }

  /// Enough misses at a time to hide a memory's latency, few enough to stay in the first cache.
  static let capacity = 64

  let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
  let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  let ids = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  var count = 0

  deinit {
    tokens.deallocate()
    slots.deallocate()
    ids.deallocate()
  }

  @inline(__always)
  var isFull: Bool { count == Self.capacity }

  @inline(__always)
  func append(_ key: ByteKey, hash: UInt64, start: Int, _ kind: TokenKind) {
    (tokens + count).initialize(
      to: Token(key: key, hash: hash, start: UInt32(truncatingIfNeeded: start), kind: kind))
    count += 1
  }
}
