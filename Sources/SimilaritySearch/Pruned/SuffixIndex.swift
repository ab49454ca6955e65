import Execution
import Matrices

/// For every column the rows whose suffix stores it, those with the largest norm up to that column first.
///
/// Eight bytes a posting. Columns that only one suffix stores have none: nobody can meet there.
struct SuffixIndex: Sendable {
  /// One row in one column: norm, row and weight in one word, so that the order of words is the order of norms.
  ///
  /// Norm and weight are fixed-point numbers of 16 bits, both rounded up: sums and bounds made of them never lie
  /// below those of the exact values.
  struct Posting: Sendable {
    let bits: UInt64

    /// Fixed-point weights and norms are in units of 1/65,534: a norm of 1 and a rounding error still fits.
    static let units: Float = 65_534

    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    init(row: Int, weight: Float, norm: Float) {
      let norm = Self.fixed(norm)
      bits = UInt64(UInt16.max - norm) << 48 | UInt64(row) << 16 | UInt64(Self.fixed(weight))
    }

    @inline(__always)
    var row: Int { Int(truncatingIfNeeded: bits >> 16 & 0xFFFF_FFFF) }
    /// The weight's magnitude in units.
    @inline(__always)
    var weight: Float { Float(Int32(truncatingIfNeeded: bits & 0xFFFF)) }

    /// All postings with at least this norm lie below this word.
    static func end(ofNormsAtLeast norm: Float) -> UInt64 {
      let least = norm * units * (1 - 0x1p-20) - 1
      // Below one unit everything counts: no norm is 0 units.
      guard least >= 1 else { return UInt64.max }
      guard least < Float(UInt16.max) else { return 0 }
      return (UInt64(UInt16.max - UInt16(least)) + 1) << 48
    }

    /// Never 0, and rounded up even where the product rounds down.
    private static func fixed(_ value: Float) -> UInt16 {
      UInt16(min(Float(UInt16.max), max(1, (value * units * (1 + 0x1p-20)).rounded(.up))))
    }
  }

  /// Columns with this many postings or more keep them in runs by row, so that earlier rows can be skipped.
  static let longColumn = 256
  /// How many runs a long column has; their positions stand before its first posting.
  static let runCount = 8

  /// `columnCount + 1` positions in the words: of a long column its runs' positions, counted from here, come first.
  let offsets: [Int]
  /// How many rows a run of a long column covers.
  let rowsPerRun: Int
  private let storage: PostingStorage

  /// Indexes the suffixes that were counted.
  ///
  /// - Complexity: O(stored values · log(postings of a short column)), in parallel.
  init(
    rows: DistinctRows, ranking: ColumnRanking, counts: SuffixCounts, parallelism: Parallelism
  ) async throws {
    var offsets = Array(repeating: 0, count: counts.total.count + 1)
    for (column, count) in counts.total.enumerated() {
      let words = count > 1 ? Int(count) + (count < Self.longColumn ? 0 : Self.runCount) : 0
      offsets[column + 1] = offsets[column] + words
    }
    let storage = PostingStorage(count: offsets[offsets.count - 1])
    let starts = offsets
    _ = try await parallelism.map(count: counts.pieces.count) { piece in
      var next = counts.before[piece]
      var suffix = RowSuffix()
      let words = storage.words
      next.withUnsafeMutableBufferPointer { next in
        for row in counts.pieces[piece] {
          suffix.load(
            row, of: rows, ranking: ranking, from: counts.starts[row], leastNorm: counts.leastNorm)
          for entry in suffix.entries {
            let column = Int(entry.column)
            let count = counts.total[column]
            guard count > 1 else { continue }
            let first = starts[column] + (count < Self.longColumn ? 0 : Self.runCount)
            words[first + Int(next[column])] =
              Posting(row: row, weight: entry.weight, norm: entry.norm).bits
            next[column] &+= 1
          }
        }
      }
    }
    let rowsPerRun = rows.count / Self.runCount + 1
    let columns = Self.pieces(of: starts)
    _ = try await parallelism.map(count: columns.count) { piece in
      var scratch: [UInt64] = []
      for column in columns[piece] where starts[column + 1] > starts[column] {
        Self.arrange(
          UnsafeMutableBufferPointer(rebasing: storage.words[starts[column]..<starts[column + 1]]),
          rowsPerRun: rowsPerRun, &scratch)
      }
    }
    self.offsets = offsets
    self.rowsPerRun = rowsPerRun
    self.storage = storage
  }

  /// Sorts one column's postings, which come by row; those of a long one run by run.
  private static func arrange(
    _ words: UnsafeMutableBufferPointer<UInt64>, rowsPerRun: Int, _ scratch: inout [UInt64]
  ) {
    guard words.count >= longColumn + runCount else {
      sort(words, &scratch)
      return
    }
    var start = runCount
    for run in 0..<runCount {
      words[run] = UInt64(start)
      var end = start
      while end < words.count && Posting(bits: words[end]).row < (run + 1) * rowsPerRun { end += 1 }
      sort(UnsafeMutableBufferPointer(rebasing: words[start..<end]), &scratch)
      start = end
    }
  }

  /// Calls `body` with the words of all columns, column after column.
  func withWords<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    withExtendedLifetime(storage) { body(UnsafeBufferPointer(storage.words)) }
  }

  /// Columns cut into runs of about as many postings each.
  private static func pieces(of offsets: [Int]) -> [Range<Int>] {
    let share = max(1 << 14, offsets[offsets.count - 1] / 64)
    var pieces: [Range<Int>] = []
    var start = 0
    for column in 1..<max(1, offsets.count) where offsets[column] - offsets[start] >= share {
      pieces.append(start..<column)
      start = column
    }
    pieces.append(start..<offsets.count - 1)
    return pieces
  }

  /// Sorts ascending: by insertion where short, else by the norm's two bytes, which keeps rows in order.
  private static func sort(_ words: UnsafeMutableBufferPointer<UInt64>, _ scratch: inout [UInt64]) {
    var words = words
    if words.count <= 256 {
      if words.count > 32 {
        words.sort()
        return
      }
      for index in 1..<max(1, words.count) {
        let word = words[index]
        var place = index
        while place > 0 && words[place - 1] > word {
          words[place] = words[place - 1]
          place -= 1
        }
        words[place] = word
      }
      return
    }
    if scratch.count < words.count { scratch = Array(repeating: 0, count: words.count) }
    scratch.withUnsafeMutableBufferPointer { scratch in
      let other = UnsafeMutableBufferPointer(rebasing: scratch[0..<words.count])
      distribute(UnsafeBufferPointer(words), into: other, shift: 48)
      distribute(UnsafeBufferPointer(other), into: words, shift: 56)
    }
  }

  private static func distribute(
    _ words: UnsafeBufferPointer<UInt64>, into target: UnsafeMutableBufferPointer<UInt64>, shift: UInt64
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { next in
      next.initialize(repeating: 0)
      for word in words { next[Int(word &>> shift & 0xFF) + 1] &+= 1 }
      for byte in 1..<257 { next[byte] &+= next[byte - 1] }
      for word in words {
        let byte = Int(word &>> shift & 0xFF)
        target[next[byte]] = word
        next[byte] &+= 1
      }
    }
  }
}

/// The postings of an index.
///
/// `@unchecked Sendable`: while the index is built, each piece of the plan writes to places of its own; afterwards
/// nobody writes.
private final class PostingStorage: @unchecked Sendable {
  let words: UnsafeMutableBufferPointer<UInt64>

  init(count: Int) { words = .allocate(capacity: count) }

  deinit { words.deallocate() }
}
