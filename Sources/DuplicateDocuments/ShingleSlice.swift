/// The shingles whose hashes begin with certain bits: which contents hold them, exactly.
///
/// A first pass notes in a filter which hash values occur again. A shingle whose value occurs once stands
/// once in the whole corpus: it counts to the size of its content and is never shared, so it needs no number.
/// In prose these are most. The others get numbers from a hash table that compares tokens.
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
  ///   - filterBits: the filter has 2^filterBits places.
  init(_ scanner: ShingleScanner, slice: Int, sliceBits: Int, filterBits: Int) {
    let contents = scanner.positions.count
    distinctCounts = Array(repeating: 0, count: contents)
    var filter = RepeatFilter(bits: filterBits)
    let reader = ShingleReader(scanner, slice: slice, sliceBits: sliceBits, filterBits: filterBits)
    scanner.ids.withUnsafeBufferPointer { ids in
      reader.forEachBatch(ids) { batch in filter.note(batch.filterPlaces) }
      var table = ShingleTable(ids: ids)
      withUnsafeTemporaryAllocation(of: Int.self, capacity: ShingleReader.batchSize) { kept in
        reader.forEachBatch(ids) { batch in
          let count = filter.repeated(among: batch.filterPlaces, into: kept)
          distinctCounts[batch.content] += UInt32(batch.filterPlaces.count - count)
          for index in kept[..<count] {
            let shingle = batch.shingles[index]
            guard
              let number = table.note(
                shingle.hash, shingle.start, shingle.length, content: UInt32(batch.content))
            else { continue }
            distinctCounts[batch.content] += 1
            holders.append(Holder(content: UInt32(batch.content), shingle: number))
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
