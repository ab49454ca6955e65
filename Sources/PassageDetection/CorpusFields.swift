import AnalysisModel
import TextFeatures

/// The titles and texts of a corpus as token sequences, equal ones brought together.
///
/// Fifty thousand copies of one document are one sequence with fifty thousand members.
struct CorpusFields: Sendable {
  /// One distinct token sequence.
  struct Sequence: Sendable {
    /// The positions of the tokens in the first field that holds it.
    var positions: Range<Int>
    /// The first positions in the other fields that hold it, ascending; usually none.
    var copies: [Int] = []
  }

  /// The distinct sequences of at least the minimum length, in order of their first fields.
  let sequences: [Sequence]

  /// Collects the fields of at least `minimumTokens` tokens; equality is decided on the ids themselves.
  ///
  /// O(tokens) time.
  init(of tokens: TokenizedCorpus, minimumTokens: Int) {
    var sequences: [Sequence] = []
    var newest: [UInt64: Int] = [:]
    // Sequences of equal hash but different ids, linked; practically always empty.
    var older: [Int: Int] = [:]
    for document in 0..<tokens.documentCount {
      for field in [DocumentField.title, .text] {
        let positions = tokens.positions(of: document, field)
        if positions.count < max(minimumTokens, 1) { continue }
        let hash = TokenHash.of(tokens.ids[positions])
        var candidate = newest[hash]
        while let index = candidate, tokens.ids[sequences[index].positions] != tokens.ids[positions] {
          candidate = older[index]
        }
        if let index = candidate {
          sequences[index].copies.append(positions.lowerBound)
        } else {
          if let index = newest[hash] { older[sequences.count] = index }
          newest[hash] = sequences.count
          sequences.append(Sequence(positions: positions))
        }
      }
    }
    self.sequences = sequences
  }
}
