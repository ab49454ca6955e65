import AnalysisModel
import Execution

/// Cuts a corpus into tokens.
public struct CorpusTokenizer: Sendable {
  private let options: FeatureOptions

  /// A tokeniser for the given options.
  public init(options: FeatureOptions) { self.options = options }

  /// Cuts all documents into tokens and numbers the distinct ones.
  // PLACEHOLDER: ASCII words only, until the real tokeniser lands; the signature is final.
  public func tokenize(_ documents: [Document], parallelism: Parallelism) async throws -> TokenizedCorpus {
    var words: [String: (df: Int, last: Int)] = [:]
    var tokens: [(word: String, start: Int, length: Int)] = []
    var offsets = [0]
    var titles: [Int] = []
    for (index, document) in documents.enumerated() {
      for field in [DocumentField.title, .text] {
        if field == .text { titles.append(tokens.count - offsets[index]) }
        if field == .title && !options.includeTitle { continue }
        let bytes = Array(document.text(of: field).bytes)
        var start: Int?
        for i in 0...bytes.count {
          let isWord = i < bytes.count && (bytes[i] >= 128 || (bytes[i] | 32) >= 97 && (bytes[i] | 32) <= 122 || bytes[i] >= 48 && bytes[i] <= 57)
          if isWord, start == nil { start = i }
          if !isWord, let s = start {
            let word = String(decoding: bytes[s..<i], as: UTF8.self).lowercased()
            tokens.append((word, s, i - s))
            let old = words[word] ?? (0, -1)
            if old.last != index { words[word] = (old.df + 1, index) }
            start = nil
          }
        }
      }
      offsets.append(tokens.count)
    }
    let ordered = words.sorted { ($1.value.df, $0.key) < ($0.value.df, $1.key) }
    var ids: [String: UInt32] = [:]
    var arena: [UInt8] = []
    var arenaOffsets = [0]
    for (id, entry) in ordered.enumerated() {
      ids[entry.key] = UInt32(id)
      arena += Array(entry.key.utf8)
      arenaOffsets.append(arena.count)
    }
    return TokenizedCorpus(
      vocabulary: Vocabulary(arena: arena, offsets: arenaOffsets, documentFrequencies: ordered.map { UInt32($0.value.df) }),
      ids: tokens.map { ids[$0.word]! }, starts: tokens.map { UInt32($0.start) }, lengths: tokens.map { UInt32($0.length) },
      documentOffsets: offsets, titleTokenCounts: titles)
  }
}
