import AnalysisModel
import Execution
import TextFeatures

/// A term of a document and how it is used there.
struct TermCount: Sendable, Equatable {
  /// The term: a word's token id, or a word pair packed into 64 bits.
  var term: UInt64
  /// How often it stands in the document.
  var count: UInt32
  /// Whether it is written with a capital or a digit first, somewhere in the document.
  var isName: Bool
}

/// The terms of every document: content words, and pairs of content words that follow each other within a
/// field.
struct DocumentTerms: Sendable {
  /// For every document its words, ascending.
  let words: [[TermCount]]
  /// For every document its word pairs, ascending. Pairs are never names.
  let wordPairs: [[TermCount]]

  private init(words: [[TermCount]], wordPairs: [[TermCount]]) {
    self.words = words
    self.wordPairs = wordPairs
  }

  /// The terms of some of the documents.
  func selecting(_ documents: [Int]) -> DocumentTerms {
    DocumentTerms(words: documents.map { words[$0] }, wordPairs: documents.map { wordPairs[$0] })
  }

  /// Counts the terms of the given documents. O(tokens · log(tokens of a document)).
  init(
    of indexes: [Int], documents: [Document], tokens: TokenizedCorpus, table: TermTable,
    parallelism: Parallelism
  ) async throws {
    let chunk = 64
    let pieces = (indexes.count + chunk - 1) / chunk
    let counted = try await parallelism.map(count: pieces) { piece in
      indexes[piece * chunk..<min((piece + 1) * chunk, indexes.count)].map { index in
        Self.count(documents[index], index: index, tokens: tokens, table: table)
      }
    }
    words = counted.flatMap { $0.map(\.words) }
    wordPairs = counted.flatMap { $0.map(\.pairs) }
  }

  private static func count(
    _ document: Document, index: Int, tokens: TokenizedCorpus, table: TermTable
  ) -> (words: [TermCount], pairs: [TermCount]) {
    var words: [TermCount] = []
    var pairs: [TermCount] = []
    let language = language(of: tokens.positions(of: index), tokens: tokens, table: table)
    for field in DocumentField.allCases {
      let bytes = document.text(of: field).bytes
      var previous: UInt32?
      for position in tokens.positions(of: index, field) {
        let id = Int(tokens.ids[position])
        let term = table.terms[id]
        if term == TermTable.none || table.languages[id] & language != 0 { continue }
        let start = bytes.startIndex + Int(tokens.starts[position])
        words.append(TermCount(term: UInt64(term), count: 1, isName: startsLikeAName(bytes[start...])))
        if let previous {
          let pair = UInt64(previous) << 32 | UInt64(term)
          pairs.append(TermCount(term: pair, count: 1, isName: false))
        }
        previous = term
      }
    }
    return (merged(words), merged(pairs))
  }

  private static func language(
    of positions: Range<Int>, tokens: TokenizedCorpus, table: TermTable
  ) -> UInt8 {
    var hits = [Int](repeating: 0, count: FunctionWords.lists.count)
    for position in positions {
      let languages = table.languages[Int(tokens.ids[position])]
      if languages == 0 { continue }
      for list in hits.indices where languages & (1 << UInt8(list)) != 0 { hits[list] += 1 }
    }
    return FunctionWords.language(hits: hits, tokens: positions.count)
  }

  private static func merged(_ occurrences: [TermCount]) -> [TermCount] {
    var result: [TermCount] = []
    for occurrence in occurrences.sorted(by: { $0.term < $1.term }) {
      if let last = result.indices.last, result[last].term == occurrence.term {
        result[last].count += 1
        result[last].isName = result[last].isName || occurrence.isName
      } else {
        result.append(occurrence)
      }
    }
    return result
  }

  private static func startsLikeAName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first < 0x80 {
      return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    }
    let character = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    return character?.properties.isUppercase ?? false
  }
}
