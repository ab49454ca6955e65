/// The n-grams of all pieces under common numbers.
struct MergedNGrams: Sendable {
  /// For every number its prefix (upper half) and last symbol (lower half).
  let keys: [UInt64]
  /// For every number the documents that hold it; 0 for mere prefixes.
  let documentFrequencies: [UInt32]
  /// For every number how often it stands in the corpus.
  let totals: [Int]
  /// For every piece, the common number of each of its own.
  let ids: [[UInt32]]

  /// Terms and mere prefixes.
  var count: Int { keys.count }

  /// The numbers that are terms, ascending.
  var terms: [UInt32] {
    documentFrequencies.indices.lazy.filter { documentFrequencies[$0] > 0 }.map { UInt32($0) }
  }

  /// The spellings of some terms, one after the other.
  func spellings<Names: TermNames>(
    of terms: [UInt32], _ names: Names
  ) -> (arena: [UInt8], offsets: [Int]) {
    var arena: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(terms.count + 1)
    var symbols: [UInt32] = []
    for term in terms {
      symbols.removeAll(keepingCapacity: true)
      var node = term
      while node != NGramTable.noPrefix {
        let key = keys[Int(node)]
        symbols.append(UInt32(truncatingIfNeeded: key))
        node = UInt32(truncatingIfNeeded: key >> 32)
      }
      names.append(symbols.reversed(), to: &arena)
      offsets.append(arena.count)
    }
    return (arena, offsets)
  }
}

/// Numbers the n-grams of all pieces together, in the order of their first appearance in the corpus.
enum NGramMerger {
  static func merge(_ pieces: [NGramCounts]) -> MergedNGrams {
    var table = NGramTable(capacity: pieces.map(\.keys.count).max() ?? 0)
    var frequencies: [UInt32] = []
    var totals: [Int] = []
    var ids: [[UInt32]] = []
    for piece in pieces {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(piece.keys.count)
      for (local, key) in piece.keys.enumerated() {
        let prefix = UInt32(truncatingIfNeeded: key >> 32)
        // A prefix has a smaller number than what it begins, so it is known already.
        let common = prefix == NGramTable.noPrefix ? prefix : numbers[Int(prefix)]
        let number = table.number(
          NGramTable.key(prefix: common, symbol: UInt32(truncatingIfNeeded: key)))
        if Int(number) == frequencies.count {
          frequencies.append(0)
          totals.append(0)
        }
        frequencies[Int(number)] += piece.documentFrequencies[local]
        totals[Int(number)] += piece.totals[local]
        numbers.append(number)
      }
      ids.append(numbers)
    }
    return MergedNGrams(
      keys: table.keys, documentFrequencies: frequencies, totals: totals, ids: ids)
  }
}
