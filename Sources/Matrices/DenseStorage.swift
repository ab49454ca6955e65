import Foundation

/// The memory of a dense matrix, which is not cleared and, where it is large, asks the system for large pages.
///
/// Not clearing leaves the first touch of each page to the thread that fills it; large pages make 200 first touches
/// of the 100,000 that a matrix of 400 MB has in small ones.
final class DenseStorage<Scalar: BLASScalar>: @unchecked Sendable {
  // Sendable, because `DenseRows` writes only where it holds the single reference, and `DenseRowsBuilder` asks its
  // callers to write disjoint parts before anybody reads.

  /// From so many bytes on, large pages are asked for.
  private static var largePageSize: Int { 1 << 21 }

  let start: UnsafeMutablePointer<Scalar>
  let count: Int

  /// Memory for `count` values.
  init(count: Int) {
    precondition(count >= 0 && count <= Int.max / MemoryLayout<Scalar>.stride, "\(count) values")
    let byteCount = max(1, count * MemoryLayout<Scalar>.stride)
    let isLarge = byteCount >= 4 * Self.largePageSize
    var memory: UnsafeMutableRawPointer?
    let status = posix_memalign(&memory, isLarge ? Self.largePageSize : 64, byteCount)
    guard status == 0, let memory else { fatalError("no memory for \(count) values") }
    #if os(Linux)
      // A wish: where the system has none, pages stay small.
      if isLarge { madvise(memory, byteCount, 14) }  // MADV_HUGEPAGE of Linux's mman.h
    #endif
    start = memory.bindMemory(to: Scalar.self, capacity: max(1, count))
    self.count = count
  }

  deinit { free(start) }

  /// The values, for reading.
  var buffer: UnsafeBufferPointer<Scalar> { UnsafeBufferPointer(start: start, count: count) }

  /// A copy of its own.
  func copy() -> DenseStorage {
    let copy = DenseStorage(count: count)
    copy.start.initialize(from: start, count: count)
    return copy
  }
}
