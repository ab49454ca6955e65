/// The shingles whose hashes begin with certain bits: which contents hold them, exactly.
///
/// A first pass marks in two bit sets which hash values occur at all and which occur again. A shingle whose
/// value occurs once stands once in the whole corpus: it counts to the size of its content and is never shared,
/// so it needs no number. In prose these are most. The others get numbers from a hash table that compares
/// tokens.
struct ShingleSlice: Sendable {
  /// For every content, how many distinct shingles of this slice it has.
  private(set) var distinctCounts: [UInt32]
  /// For every number, how many contents hold the shingle: at least two.
  private(set) var frequencies: [UInt32] = []
  /// Who holds what: contents ascending.
  private(set) var holders: [Holder] = []

  /// A content and the number of a shingle that it holds.
  struct Holder: Sendable {
    var content: UInt32
    var shingle: UInt32
  }

  /// - Parameters:
  ///   - slice: the value of the hash's leading `sliceBits` bits.
  ///   - filterBits: the bit sets have 2^filterBits places.
  init(_ scanner: ShingleScanner, slice: Int, sliceBits: Int, filterBits: Int) {
    let contents = scanner.positions.count
    distinctCounts = Array(repeating: 0, count: contents)
    var seen = BitSet(count: 1 << filterBits)
    var repeated = BitSet(count: 1 << filterBits)
    let sliceShift = UInt64(64 - sliceBits)
    let filterShift = UInt64(64 - sliceBits - filterBits)
    let filterMask = UInt64(1) << UInt64(filterBits) - 1
    let wanted = UInt64(slice)

    scanner.ids.withUnsafeBufferPointer { ids in
      for content in 0..<contents {
        scanner.forEachShingle(of: content, in: ids) { hash, _, _ in
          if sliceBits > 0 && hash >> sliceShift != wanted { return }
          let bit = Int(hash >> filterShift & filterMask)
          if seen.insert(bit) { repeated.set(bit) }
        }
      }
      var table = ShingleTable(ids: ids)
      for content in 0..<contents {
        scanner.forEachShingle(of: content, in: ids) { hash, start, length in
          if sliceBits > 0 && hash >> sliceShift != wanted { return }
          if !repeated.contains(Int(hash >> filterShift & filterMask)) {
            distinctCounts[content] += 1
          } else if let shingle = table.note(hash, start, length, content: UInt32(content)) {
            distinctCounts[content] += 1
            holders.append(Holder(content: UInt32(content), shingle: shingle))
          }
        }
      }
      dropUnshared(table.frequencies)
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
