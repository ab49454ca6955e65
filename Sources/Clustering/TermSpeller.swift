import AnalysisModel
import TextFeatures

/// Finds how terms are most often written in the original texts, and which of them form names together.
struct TermSpeller {
  /// Two terms form a name where this share of the occurrences of either is next to the other: "Sri Lanka".
  static let companyShare = 0.6
  /// Once is chance.
  static let fewestTogether = 2.0

  let documents: [Document]
  let tokens: TokenizedCorpus
  let table: TermTable
  /// The document of every unit.
  let originals: [Int]

  /// A term or several that form a name.
  struct Spelling {
    /// As most often written; ties go to the spelling met first.
    var text: String
    /// Positions among the terms asked for, in the order of the name.
    var terms: [Int]
  }

  /// The spelling of each term in the given units, names put together, by first term asked for. A possessive
  /// ending is taken off. O(tokens of the units + terms²).
  func spellings(of terms: [UInt32], in units: [Int]) -> [Spelling] {
    var tally = SpellingTally(terms: terms)
    for unit in units {
      let document = originals[unit]
      for field in DocumentField.allCases {
        let bytes = documents[document].text(of: field).bytes
        var previous: (slot: Int, end: Int)?
        for position in tokens.positions(of: document, field) {
          let term = table.terms[Int(tokens.ids[position])]
          guard term != TermTable.none, let slot = tally.slots[term] else {
            previous = nil
            continue
          }
          let start = bytes.startIndex + Int(tokens.starts[position])
          let end = start + Int(tokens.lengths[position])
          tally.count(slot, spelling: withoutPossessive(bytes[start..<end]))
          if let previous, previous.end <= start {
            tally.count(previous.slot, followedBy: slot, gap: bytes[previous.end..<start])
          }
          previous = (slot, end)
        }
      }
    }
    return tally.spellings { tokens.vocabulary.token(terms[$0]) }
  }

  private func withoutPossessive(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = bytes.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "S") else { return bytes }
    for ending in ["'", "’"] where bytes.dropLast().suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      return bytes.dropLast(1 + ending.utf8.count)
    }
    return bytes
  }
}

/// Counts of spellings, and of terms that directly follow each other.
private struct SpellingTally {
  /// The position of every term among those asked for.
  let slots: [UInt32: Int]
  private var spellings: [[(text: ArraySlice<UInt8>, count: Int)]]
  private var occurrences: [Int]
  private var neighbours: [Int]
  private var hyphens: [Int]

  init(terms: [UInt32]) {
    var slots: [UInt32: Int] = [:]
    for (slot, term) in terms.enumerated() { slots[term] = slot }
    self.slots = slots
    spellings = Array(repeating: [], count: terms.count)
    occurrences = Array(repeating: 0, count: terms.count)
    neighbours = Array(repeating: 0, count: terms.count * terms.count)
    hyphens = neighbours
  }

  mutating func count(_ slot: Int, spelling: ArraySlice<UInt8>) {
    occurrences[slot] += 1
    if let known = spellings[slot].firstIndex(where: { $0.text == spelling }) {
      spellings[slot][known].count += 1
    } else {
      spellings[slot].append((spelling, 1))
    }
  }

  /// Counts two neighbours, unless more than a space or a hyphen is between them.
  mutating func count(_ first: Int, followedBy second: Int, gap: ArraySlice<UInt8>) {
    let isHyphen = gap.elementsEqual("-".utf8)
    guard first != second, isHyphen || gap.elementsEqual(" ".utf8) else { return }
    neighbours[first * occurrences.count + second] += 1
    if isHyphen { hyphens[first * occurrences.count + second] += 1 }
  }

  func spellings(fallback: (Int) -> String) -> [TermSpeller.Spelling] {
    let count = occurrences.count
    var next = [Int?](repeating: nil, count: count)
    var hasPrevious = [Bool](repeating: false, count: count)
    for first in 0..<count {
      // More than half of the occurrences of both: at most one such neighbour on either side.
      for second in 0..<count where first != second {
        let together = Double(neighbours[first * count + second])
        let apart = Double(max(occurrences[first], occurrences[second]))
        if together >= TermSpeller.fewestTogether && together >= TermSpeller.companyShare * apart {
          next[first] = second
          hasPrevious[second] = true
        }
      }
    }
    var names: [TermSpeller.Spelling] = []
    var isTaken = [Bool](repeating: false, count: count)
    for start in 0..<count where !hasPrevious[start] {
      var name = TermSpeller.Spelling(text: spelling(of: start, fallback: fallback), terms: [start])
      isTaken[start] = true
      var last = start
      while let following = next[last] {
        let pair = last * count + following
        name.text += 2 * hyphens[pair] > neighbours[pair] ? "-" : " "
        name.text += spelling(of: following, fallback: fallback)
        name.terms.append(following)
        isTaken[following] = true
        last = following
      }
      name.text = ClusterLabel.shortened(name.text)
      names.append(name)
    }
    // Terms that follow each other in a circle form no name.
    for slot in 0..<count where !isTaken[slot] {
      names.append(TermSpeller.Spelling(text: spelling(of: slot, fallback: fallback), terms: [slot]))
    }
    return names.sorted { ($0.terms.min() ?? 0) < ($1.terms.min() ?? 0) }
  }

  private func spelling(of slot: Int, fallback: (Int) -> String) -> String {
    guard var best = spellings[slot].first else {
      return ClusterLabel.shortened(fallback(slot))
    }
    for spelling in spellings[slot] where spelling.count > best.count { best = spelling }
    return ClusterLabel.shortened(best.text)
  }
}
