/// How often each n-gram stands in each of some neighbouring documents; n-grams are numbered among
/// themselves.
struct NGramCounts: Sendable {
  var rows = TermCountRows()
  /// For every number its prefix (upper half) and last symbol (lower half).
  var keys: [UInt64] = []
  /// For every number the documents that hold it; 0 for mere prefixes of longer n-grams.
  var documentFrequencies: [UInt32] = []
  /// For every number how often it stands in all documents.
  var totals: [Int] = []
}

/// Counts the n-grams of one document after the other. One task uses it for one piece.
struct NGramCounter {
  private let lengths: ClosedRange<Int>
  private var table = NGramTable()
  private var result = NGramCounts()
  /// For every n-gram number its count in the document at hand.
  private var current: [UInt32] = []
  /// The n-grams of the length at hand, by the position of their first symbol.
  private var window: [UInt32] = []

  init(lengths: ClosedRange<Int>) { self.lengths = lengths }

  /// The counts of all documents that were ended.
  var counts: NGramCounts {
    var counts = result
    counts.keys = table.keys
    return counts
  }

  /// Counts the n-grams of a sequence; none reaches from one sequence into the next.
  ///
  /// - Parameter wholeIfShort: whether a sequence shorter than every n-gram counts as a whole.
  mutating func count<Symbols: RandomAccessCollection>(_ symbols: Symbols, wholeIfShort: Bool = false)
  where Symbols.Element == UInt32 {
    let size = symbols.count
    guard size > 0 else { return }
    let shortest = wholeIfShort ? min(lengths.lowerBound, size) : lengths.lowerBound
    let longest = min(lengths.upperBound, size)
    guard shortest <= longest else { return }
    window.removeAll(keepingCapacity: true)
    for symbol in symbols {
      window.append(table.number(NGramTable.key(prefix: NGramTable.noPrefix, symbol: symbol)))
    }
    makeRoom()
    if shortest == 1 { tally(size) }
    guard longest > 1 else { return }
    for length in 2...longest {
      let places = size - length + 1
      var last = symbols.index(symbols.startIndex, offsetBy: length - 1)
      for place in 0..<places {
        window[place] = table.number(NGramTable.key(prefix: window[place], symbol: symbols[last]))
        symbols.formIndex(after: &last)
      }
      makeRoom()
      if length >= shortest { tally(places) }
    }
  }

  private mutating func makeRoom() {
    let missing = table.keys.count - current.count
    guard missing > 0 else { return }
    current.append(contentsOf: repeatElement(0, count: missing))
    result.documentFrequencies.append(contentsOf: repeatElement(0, count: missing))
    result.totals.append(contentsOf: repeatElement(0, count: missing))
  }

  private mutating func tally(_ places: Int) {
    for place in 0..<places {
      let term = Int(window[place])
      if current[term] == 0 { result.rows.entries.append(TermCount(term: UInt32(term), count: 0)) }
      current[term] += 1
    }
  }

  /// Closes the document at hand; the next counts belong to the next one.
  mutating func endDocument() {
    let start = result.rows.rowOffsets[result.rows.rowCount]
    for position in start..<result.rows.entries.count {
      let term = Int(result.rows.entries[position].term)
      result.rows.entries[position].count = current[term]
      result.documentFrequencies[term] += 1
      result.totals[term] += Int(current[term])
      current[term] = 0
    }
    result.rows.rowOffsets.append(result.rows.entries.count)
  }
}
