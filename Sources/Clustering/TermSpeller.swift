import AnalysisModel
import TextFeatures

/// Finds how a term is most often written in the original texts.
struct TermSpeller {
  let documents: [Document]
  let tokens: TokenizedCorpus
  let table: TermTable
  /// The document of every unit.
  let originals: [Int]

  /// The most frequent spelling of each term in the given units; ties go to the one met first. A possessive ending
  /// is taken off. O(tokens of the units).
  func spellings(of terms: [UInt32], in units: [Int]) -> [String] {
    var slots: [UInt32: Int] = [:]
    for (slot, term) in terms.enumerated() { slots[term] = slot }
    var counts = [[(spelling: ArraySlice<UInt8>, count: Int)]](repeating: [], count: terms.count)
    for unit in units {
      let document = originals[unit]
      for field in DocumentField.allCases {
        let bytes = documents[document].text(of: field).bytes
        for position in tokens.positions(of: document, field) {
          let term = table.terms[Int(tokens.ids[position])]
          guard term != TermTable.none, let slot = slots[term] else { continue }
          let start = bytes.startIndex + Int(tokens.starts[position])
          let spelling = withoutPossessive(bytes[start..<start + Int(tokens.lengths[position])])
          if let known = counts[slot].firstIndex(where: { $0.spelling == spelling }) {
            counts[slot][known].count += 1
          } else {
            counts[slot].append((spelling, 1))
          }
        }
      }
    }
    return counts.enumerated().map { slot, spellings in
      guard var best = spellings.first else { return tokens.vocabulary.token(terms[slot]) }
      for spelling in spellings where spelling.count > best.count { best = spelling }
      return String(decoding: best.spelling, as: UTF8.self)
    }
  }

  private func withoutPossessive(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = bytes.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "S") else { return bytes }
    for ending in ["'", "’"] where bytes.dropLast().suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      return bytes.dropLast(1 + ending.utf8.count)
    }
    return bytes
  }
}
