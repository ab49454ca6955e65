import AnalysisModel
import Execution
import TextFeatures

/// The stretches of a corpus that may hold repeated runs, one after the other, each closed by a symbol that
/// occurs nowhere else, so that no run reaches from one into the next.
///
/// A sequence that several fields hold stands here twice: once for its first field, once for all its copies.
struct RegionText: Sendable {
  /// A stretch of one sequence, none of whose repeated windows reaches over its ends.
  struct Region: Sendable {
    /// Where it starts in `symbols`.
    var start: Int
    /// The position of its first token in the first field that holds the sequence.
    var position: Int
    /// Which sequence of the fields it belongs to.
    var sequence: Int
    /// Whether it stands for the copies of the sequence rather than for its first field.
    var standsForCopies: Bool
  }

  let fields: CorpusFields
  private(set) var symbols: [Int32] = []
  private(set) var regions: [Region] = []
  /// The region of every symbol; a closing symbol belongs to the region it closes.
  private(set) var regionOf: [Int32] = []
  private(set) var alphabetSize = 0
  /// Whether any region stands for copies, so that not all symbols weigh 1.
  private(set) var standsForCopies = false

  /// Merges overlapping and touching windows into regions.
  ///
  /// - Throws: `RefrainError` where the regions hold 2³¹ symbols or more.
  init(windows: BitSet, width: Int, fields: CorpusFields, tokens: TokenizedCorpus) throws {
    self.fields = fields
    var stretches: [(range: Range<Int>, sequence: Int)] = []
    for (index, sequence) in fields.sequences.enumerated() {
      if !sequence.copies.isEmpty {
        stretches.append((sequence.positions, index))
        continue
      }
      var open: Range<Int>?
      for start in sequence.positions.dropLast(width - 1) where windows.contains(start) {
        if let current = open, start <= current.upperBound {
          open = current.lowerBound..<start + width
        } else {
          if let current = open { stretches.append((current, index)) }
          open = start..<start + width
        }
      }
      if let open { stretches.append((open, index)) }
    }

    let total = stretches.reduce(0) { sum, stretch in
      sum + (stretch.range.count + 1) * (fields.sequences[stretch.sequence].copies.isEmpty ? 1 : 2)
    }
    let vocabularySize = tokens.vocabulary.count
    guard total + vocabularySize < Int(Int32.max) else {
      throw RefrainError(
        "the corpus repeats \(total) tokens, more than the passage search can hold",
        remedy: "remove duplicate documents first, or raise --min-tokens")
    }
    symbols.reserveCapacity(total)
    regionOf.reserveCapacity(total)
    for stretch in stretches {
      append(stretch.range, of: stretch.sequence, forCopies: false, tokens: tokens)
      if !fields.sequences[stretch.sequence].copies.isEmpty {
        append(stretch.range, of: stretch.sequence, forCopies: true, tokens: tokens)
      }
    }
    alphabetSize = vocabularySize + regions.count
  }

  private mutating func append(
    _ range: Range<Int>, of sequence: Int, forCopies: Bool, tokens: TokenizedCorpus
  ) {
    let number = Int32(regions.count)
    standsForCopies = standsForCopies || forCopies
    regions.append(
      Region(
        start: symbols.count, position: range.lowerBound, sequence: sequence, standsForCopies: forCopies))
    for position in range { symbols.append(Int32(tokens.ids[position])) }
    symbols.append(Int32(tokens.vocabulary.count) + number)
    regionOf.append(contentsOf: repeatElement(number, count: range.count + 1))
  }

  /// The corpus position of a symbol, in the first field that holds its sequence.
  func position(of index: Int) -> Int {
    let region = regions[Int(regionOf[index])]
    return region.position + (index - region.start)
  }

  /// In how many fields a symbol stands.
  func weight(of index: Int) -> Int {
    let region = regions[Int(regionOf[index])]
    return region.standsForCopies ? fields.sequences[region.sequence].copies.count : 1
  }

  /// Adds the corpus positions of a symbol in all fields it stands for.
  func appendPositions(of index: Int, to positions: inout [Int]) {
    let region = regions[Int(regionOf[index])]
    let position = region.position + (index - region.start)
    if !region.standsForCopies {
      positions.append(position)
      return
    }
    let sequence = fields.sequences[region.sequence]
    let offset = position - sequence.positions.lowerBound
    for copy in sequence.copies { positions.append(copy + offset) }
  }

  /// Whether a run of `length` tokens at `first` ends, in bytes, before the one at `second` begins.
  ///
  /// Character bigrams share bytes with their neighbours, so runs may overlap although their tokens do not.
  func isClear(_ first: Int, _ second: Int, length: Int, tokens: TokenizedCorpus) -> Bool {
    if regionOf[first] != regionOf[second] { return true }
    if first + length > second { return false }
    let last = tokens.bytes(at: position(of: first + length - 1))
    return last.upperBound <= Int(tokens.starts[position(of: second)])
  }
}
