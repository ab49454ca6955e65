import Execution

/// The hashes of all windows of m tokens, computed in parallel over a fixed plan of pieces.
struct WindowHashes: Sendable {
  /// A stretch of consecutive windows of one field.
  struct Stretch: Sendable {
    /// The first window starts here.
    var start: Int
    /// One hash a window.
    var hashes: [UInt64]
  }

  let stretches: [Stretch]
  /// Windows a piece of the plan; a long field is cut into several stretches.
  static let windowsPerPiece = 1 << 18

  /// How many windows there are.
  let count: Int

  /// Hashes the windows of `width` ids inside every range.
  init(
    of ids: [UInt32], in ranges: [Range<Int>], width: Int, parallelism: Parallelism,
    windowsPerPiece: Int = Self.windowsPerPiece
  ) async throws {
    let plan = Self.plan(
      ranges.filter { $0.count >= width }.map { $0.dropLast(width - 1) }, windowsPerPiece: windowsPerPiece)
    let pieces = try await parallelism.map(count: plan.count) { piece in
      ids.withUnsafeBufferPointer { ids in
        plan[piece].map { starts in
          let hashes = [UInt64](unsafeUninitializedCapacity: starts.count) { hashes, count in
            TokenHash.forEachWindow(
              of: ids, in: starts.lowerBound..<starts.upperBound + width - 1, width: width
            ) { start, hash in
              hashes.initializeElement(at: start - starts.lowerBound, to: hash)
            }
            count = starts.count
          }
          return Stretch(start: starts.lowerBound, hashes: hashes)
        }
      }
    }
    stretches = pieces.flatMap { $0 }
    count = stretches.reduce(0) { $0 + $1.hashes.count }
  }

  private static func plan(_ ranges: [Range<Int>], windowsPerPiece: Int) -> [[Range<Int>]] {
    var pieces: [[Range<Int>]] = []
    var size = windowsPerPiece
    for range in ranges {
      var rest = range
      while !rest.isEmpty {
        if size == windowsPerPiece {
          pieces.append([])
          size = 0
        }
        let part = rest.prefix(windowsPerPiece - size)
        pieces[pieces.count - 1].append(part)
        size += part.count
        rest = rest.dropFirst(part.count)
      }
    }
    return pieces
  }

  /// Calls `body` with every window whose hash belongs to one of 2^`classBits` classes.
  @inline(__always)
  func forEach(
    ofClass number: Int, classBits: Int, _ body: (_ start: Int, _ hash: UInt64) -> Void
  ) {
    let shift = UInt64(UInt64.bitWidth - classBits)
    let wanted = UInt64(number)
    for stretch in stretches {
      stretch.hashes.withUnsafeBufferPointer { hashes in
        for offset in 0..<hashes.count where hashes[offset] >> shift == wanted {
          body(stretch.start + offset, hashes[offset])
        }
      }
    }
  }
}
