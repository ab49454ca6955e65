/// A few tokens that wait for their numbers. Fixed memory, so that adding one costs a store.
struct PendingTokens: ~Copyable {
  /// A token with its hash. The key has ASCII capitals as small letters.
  struct Token: BitwiseCopyable {
    let key: ByteKey
    let hash: UInt64
    let start: UInt32
    let tag: UInt8
    let kind: TokenKind

    var length: UInt32 { UInt32(truncatingIfNeeded: key.length) }
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
  mutating func append(_ token: Token) {
    (tokens + count).initialize(to: token)
    count += 1
  }
}
