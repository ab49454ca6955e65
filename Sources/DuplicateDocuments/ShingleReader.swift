/// Hands out the shingles of one slice of the hashes in batches, content by content.
struct ShingleReader {
  /// A shingle's hash and where its tokens stand.
  struct Shingle {
    var hash: UInt64
    var start: Int
    var length: Int
  }

  /// Some shingles of one content; the buffers end with the call they are given to.
  struct Batch {
    var content: Int
    var shingles: UnsafeBufferPointer<Shingle>
    /// For every shingle, its place in the filter.
    var filterPlaces: UnsafeBufferPointer<Int>
  }

  /// Enough to hide the latency of memory, few enough to stay in the first cache.
  static let batchSize = 512

  private let scanner: ShingleScanner
  private let slice: UInt64
  private let sliceBits: UInt64
  private let filterBits: UInt64

  init(_ scanner: ShingleScanner, slice: Int, sliceBits: Int, filterBits: Int) {
    self.scanner = scanner
    self.slice = UInt64(slice)
    self.sliceBits = UInt64(sliceBits)
    self.filterBits = UInt64(filterBits)
  }

  /// Calls `body` with all shingles of the slice; contents ascend, a large one comes in several batches.
  @inline(__always)
  func forEachBatch(_ ids: UnsafeBufferPointer<UInt32>, _ body: (Batch) -> Void) {
    let sliceShift = 64 - sliceBits
    let filterShift = 64 - sliceBits - filterBits
    let filterMask = UInt64(1) << filterBits - 1
    withUnsafeTemporaryAllocation(of: Shingle.self, capacity: Self.batchSize) { shingles in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batchSize) { places in
        for content in scanner.positions.indices {
          var count = 0
          func flush() {
            let batch = Batch(
              content: content, shingles: UnsafeBufferPointer(rebasing: shingles[..<count]),
              filterPlaces: UnsafeBufferPointer(rebasing: places[..<count]))
            body(batch)
            count = 0
          }
          scanner.forEachShingle(of: content, in: ids) { hash, start, length in
            shingles[count] = Shingle(hash: hash, start: start, length: length)
            places[count] = Int(hash >> filterShift & filterMask)
            count += hash >> sliceShift == slice ? 1 : 0
            if count == Self.batchSize { flush() }
          }
          if count > 0 { flush() }
        }
      }
    }
  }
}
