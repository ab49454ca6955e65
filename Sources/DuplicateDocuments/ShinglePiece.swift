/// The shingles of some contents in a row, sorted by the slice of their hashes.
///
/// Hashes are computed once and dropped: what is kept of a shingle are its place in the filter and the
/// position of its first token, four bytes each.
struct ShinglePiece: Sendable {
  let contents: Range<Int>
  /// The position from which starts count: the lowest of all.
  let base: Int
  private let slices: Range<Int>
  private let filterPlaces: [UInt32]
  private let starts: [UInt32]
  /// For every slice and the end, an index into the two.
  private let offsets: [Int]

  /// About so many tokens make a piece: hashes of that many stay in the second cache.
  private static let tokensPerPiece = 1 << 15

  /// - Parameters:
  ///   - slices: the values of the hash's leading `sliceBits` bits that are kept.
  ///   - filterBits: the filter has 2^filterBits places, at most 2^32.
  init(_ scanner: ShingleScanner, contents: Range<Int>, slices: Range<Int>, sliceBits: Int, filterBits: Int) {
    self.contents = contents
    self.slices = slices
    let base = contents.lazy.map { scanner.positions[$0].lowerBound }.min() ?? 0
    self.base = base
    let count = contents.reduce(0) { $0 + scanner.shingleCount(of: $1) }
    let hashes = Hashes(scanner, contents: contents, base: base, count: count)
    let sliceShift = UInt64(64 - sliceBits)
    let filterShift = UInt64(64 - sliceBits - filterBits)
    let filterMask = UInt64(1) << UInt64(filterBits) - 1
    let first = UInt64(slices.lowerBound)
    let sliceCount = UInt64(slices.count)
    var ends = [Int](repeating: 0, count: slices.count + 1)
    for hash in hashes.hashes {
      let slice = hash >> sliceShift &- first
      if slice < sliceCount { ends[Int(slice) + 1] += 1 }
    }
    for slice in slices.indices { ends[slice - slices.lowerBound + 1] += ends[slice - slices.lowerBound] }
    offsets = ends
    let kept = ends[slices.count]
    var sortedStarts: [UInt32] = []
    filterPlaces = [UInt32](unsafeUninitializedCapacity: kept) { places, initializedCount in
      sortedStarts = [UInt32](unsafeUninitializedCapacity: kept) { starts, initializedCount in
        for (hash, start) in zip(hashes.hashes, hashes.starts) {
          let slice = hash >> sliceShift &- first
          guard slice < sliceCount else { continue }
          let target = ends[Int(slice)]
          ends[Int(slice)] = target + 1
          places[target] = UInt32(truncatingIfNeeded: hash >> filterShift & filterMask)
          starts[target] = start
        }
        initializedCount = kept
      }
      initializedCount = kept
    }
    starts = sortedStarts
  }

  /// Calls `body` with the filter places and the starts of one slice, in the order of the text.
  func withShingles<Result>(
    ofSlice slice: Int, _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    let range = offsets[slice - slices.lowerBound]..<offsets[slice - slices.lowerBound + 1]
    return filterPlaces.withUnsafeBufferPointer { places in
      starts.withUnsafeBufferPointer { starts in
        body(UnsafeBufferPointer(rebasing: places[range]), UnsafeBufferPointer(rebasing: starts[range]))
      }
    }
  }

  /// Contents in rows of about the same number of tokens, which lie within 2^32 positions; depends on the
  /// contents only.
  static func plan(_ scanner: ShingleScanner) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var tokens = 0
    var span = 0..<0
    for (content, range) in scanner.positions.enumerated() {
      let whole = min(span.lowerBound, range.lowerBound)..<max(span.upperBound, range.upperBound)
      if start < content && (tokens >= tokensPerPiece || whole.count > Int(UInt32.max)) {
        pieces.append(start..<content)
        start = content
        tokens = 0
      }
      span = tokens == 0 && start == content ? range : whole
      tokens += range.count
    }
    if start < scanner.positions.count { pieces.append(start..<scanner.positions.count) }
    return pieces
  }

  /// Hashes and starts of all shingles of some contents.
  private struct Hashes {
    var hashes: [UInt64]
    var starts: [UInt32]

    init(_ scanner: ShingleScanner, contents: Range<Int>, base: Int, count: Int) {
      var starts: [UInt32] = []
      hashes = [UInt64](unsafeUninitializedCapacity: count) { hashes, initializedHashes in
        starts = [UInt32](unsafeUninitializedCapacity: count) { starts, initializedStarts in
          var index = 0
          scanner.ids.withUnsafeBufferPointer { ids in
            for content in contents {
              scanner.forEachShingle(of: content, in: ids) { hash, start, _ in
                hashes[index] = hash
                starts[index] = UInt32(start - base)
                index += 1
              }
            }
          }
          initializedStarts = index
        }
        initializedHashes = starts.count
      }
      self.starts = starts
    }
  }
}
