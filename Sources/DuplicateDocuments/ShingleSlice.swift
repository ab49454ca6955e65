/// The shingles whose hashes begin with certain bits: which contents hold them, exactly.
///
/// A first pass notes in a filter which hash values occur again. A shingle whose value occurs once stands
/// once in the whole corpus: it is never shared, so it needs no number.
/// In prose these are most. The others get numbers from a hash table that compares tokens.
struct ShingleSlice: Sendable {
  /// For every content, how many of its shingles of this slice stood in it before.
  private(set) var repeatCounts: [UInt32]
  /// For every number, how many contents hold the shingle: at least two.
  private(set) var frequencies: [UInt32] = []
  /// Who holds what: contents ascending.
  private(set) var holders: [Holder] = []

  /// A content and the number of a shingle that it holds.
  struct Holder: Sendable {
    var content: UInt32
    var shingle: UInt32
  }

  /// So many places of the filter are looked at together: enough to hide the latency of memory.
  private static let batchSize = 512

  /// - Parameters:
  ///   - pieces: all contents, in order.
  ///   - slice: the value of the hash's leading bits.
  ///   - filterBits: the filter has 2^filterBits places.
  init(_ scanner: ShingleScanner, pieces: [ShinglePiece], slice: Int, filterBits: Int) {
    repeatCounts = Array(repeating: 0, count: scanner.positions.count)
    var filter = RepeatFilter(bits: filterBits)
    for piece in pieces { piece.withShingles(ofSlice: slice) { places, _ in filter.note(places) } }
    scanner.ids.withUnsafeBufferPointer { ids in
      var table = ShingleTable(ids: ids)
      for piece in pieces { add(piece, slice, scanner, filter, &table, ids) }
      dropUnshared(table.frequencies)
    }
  }

  /// Numbers the shingles that the filter has met again.
  private mutating func add(
    _ piece: ShinglePiece, _ slice: Int, _ scanner: ShingleScanner, _ filter: RepeatFilter,
    _ table: inout ShingleTable, _ ids: UnsafeBufferPointer<UInt32>
  ) {
    piece.withShingles(ofSlice: slice) { places, starts in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batchSize) { kept in
        var content = piece.contents.lowerBound
        var batch = 0
        while batch < places.count {
          let size = min(Self.batchSize, places.count - batch)
          let count = filter.repeated(
            among: UnsafeBufferPointer(rebasing: places[batch..<batch + size]), into: kept)
          for index in kept[..<count] {
            let start = piece.base + Int(starts[batch + index])
            // Shingles come content by content; the next content may stand before this one.
            while !scanner.positions[content].contains(start) { content += 1 }
            let (hash, length) = scanner.shingle(at: start, of: content, in: ids)
            if let number = table.note(hash, start, length, content: UInt32(content)) {
              holders.append(Holder(content: UInt32(content), shingle: number))
            } else {
              repeatCounts[content] += 1
            }
          }
          batch += size
        }
      }
    }
  }

  private mutating func dropUnshared(_ all: [UInt32]) {
    var renumbered = [UInt32](repeating: .max, count: all.count)
    for (shingle, frequency) in all.enumerated() where frequency >= 2 {
      renumbered[shingle] = UInt32(frequencies.count)
      frequencies.append(frequency)
    }
    var kept = 0
    for holder in holders where renumbered[Int(holder.shingle)] != .max {
      holders[kept] = Holder(content: holder.content, shingle: renumbered[Int(holder.shingle)])
      kept += 1
    }
    holders.removeLast(holders.count - kept)
  }
}
