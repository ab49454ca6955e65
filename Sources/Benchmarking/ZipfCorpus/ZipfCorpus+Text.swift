import AnalysisModel
import Execution

extension ZipfCorpus {
  /// Words of a sentence: so many at least, and fewer than that more.
  private static let shortestSentence = 8
  private static let sentenceSpan = 17
  /// One in so many words is followed by a comma.
  private static let wordsPerComma = 14

  /// Appends the text of a document.
  func appendText(of index: Int, to bytes: inout [UInt8]) {
    let copy = copy(index)
    let original = copy?.original ?? index
    var random = RandomStream(seed: options.seed, purpose: 2, index: original)
    var ranks = ranks(from: &random)
    if copy?.kind == .near { changeWords(of: index, in: &ranks) }
    var left = 0
    for (position, rank) in ranks.enumerated() {
      let startsSentence = left == 0
      if startsSentence { left = Self.shortestSentence + random.below(Self.sentenceSpan) }
      left -= 1
      let start = bytes.count
      InventedWords.append(rank: rank, to: &bytes)
      if startsSentence { bytes[start] -= UInt8(ascii: "a") - UInt8(ascii: "A") }
      if position == ranks.count - 1 {
        bytes.append(UInt8(ascii: "."))
      } else if left == 0 {
        bytes += [UInt8(ascii: "."), UInt8(ascii: " ")]
      } else {
        if random.below(Self.wordsPerComma) == 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: " "))
      }
    }
  }

  /// The ranks of an original's words.
  private func ranks(from random: inout RandomStream) -> [Int] {
    // Three dice make lengths near the mean more likely than those at the ends.
    var count = options.meanWordCount / 2
    for _ in 0..<3 { count += random.below(options.meanWordCount / 3 + 1) }
    return (0..<count).map { _ in frequencies.rank(from: &random) }
  }

  private func changeWords(of index: Int, in ranks: inout [Int]) {
    var random = RandomStream(seed: options.seed, purpose: 3, index: index)
    var changed = 0
    for position in ranks.indices where random.unit() < options.changedWordShare {
      replace(position, in: &ranks, &random)
      changed += 1
    }
    if changed == 0 { replace(random.below(ranks.count), in: &ranks, &random) }
  }

  private func replace(_ position: Int, in ranks: inout [Int], _ random: inout RandomStream) {
    let old = ranks[position]
    repeat { ranks[position] = frequencies.rank(from: &random) } while ranks[position] == old
  }
}

// MARK: JSON lines

extension ZipfCorpus: GeneratedCorpus {
  /// Documents of one piece of work.
  private static let documentsPerPiece = 1_000

  /// Hands over the corpus as JSON lines, in order, some thousand lines at a time.
  ///
  /// A copy says what it was made from: `{"id":"d7","text":"…","copyOf":"d3","copy":"near"}`.
  ///
  /// - Parameters:
  ///   - parallelism: how many pieces are made at a time; the bytes are the same for any number.
  ///   - sink: receives whole lines.
  /// - Complexity: O(words); memory is a few thousand lines.
  public func jsonLines(parallelism: Parallelism, sink: ([UInt8]) throws -> Void) async throws {
    let pieces = (documentCount + Self.documentsPerPiece - 1) / Self.documentsPerPiece
    try await parallelism.stream(count: pieces) { piece in
      var bytes: [UInt8] = []
      let start = piece * Self.documentsPerPiece
      for index in start..<min(start + Self.documentsPerPiece, documentCount) {
        appendJSONLine(of: index, to: &bytes)
      }
      return bytes
    } consume: { _, bytes in
      try sink(bytes)
    }
  }

  private func appendJSONLine(of index: Int, to bytes: inout [UInt8]) {
    bytes += #"{"id":"\#(id(of: index))","text":""#.utf8
    appendText(of: index, to: &bytes)
    if let copy = copy(index) {
      bytes += #"","copyOf":"\#(id(of: copy.original))","copy":"\#(copy.kind.rawValue)"}"#.utf8
    } else {
      bytes += #""}"#.utf8
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
