import AnalysisModel
import Execution
import TextFeatures

/// Finds whole lines that stand twice word for word and are too short to be found as runs: headlines.
///
/// Lines end with LF, CR or CRLF; a title is a line. O(bytes + tokens) time.
struct RepeatedLines {
  /// How many tokens a line has to have, and below which number it is left to the search for runs.
  let lengths: Range<Int>
  let parallelism: Parallelism

  /// A line long enough to count.
  private struct Line {
    var hash: UInt64
    var position: Int
    var length: Int
  }

  /// The repeated lines, leaving out those whose places all lie inside places of one of `runs`.
  func find(
    in documents: [Document], tokens: TokenizedCorpus, besides runs: [TokenPassage]
  ) async throws -> [TokenPassage] {
    if lengths.isEmpty { return [] }
    let piece = 512
    let pieces = try await parallelism.map(count: (documents.count + piece - 1) / piece) { [lengths] number in
      var lines: [Line] = []
      for index in number * piece..<min((number + 1) * piece, documents.count) {
        for field in [DocumentField.title, .text] {
          Self.appendLines(
            of: documents[index].text(of: field), positions: tokens.positions(of: index, field),
            tokens: tokens, lengths: lengths, to: &lines)
        }
      }
      return lines
    }
    let groups = Self.groups(of: pieces.flatMap { $0 }, ids: tokens.ids)
    if groups.isEmpty { return [] }
    var index = PlaceIndex(extent: tokens.tokenCount, unit: lengths.upperBound)
    for (number, run) in runs.enumerated() {
      index.insert(starts: run.positions, length: run.length, of: number)
    }
    return groups.filter { !index.somePassageHolds($0.positions, length: $0.length) }
  }

  private static func appendLines(
    of text: UTF8Text, positions: Range<Int>, tokens: TokenizedCorpus, lengths: Range<Int>,
    to lines: inout [Line]
  ) {
    var start = positions.lowerBound
    text.bytes.withUnsafeBufferPointer { bytes in
      for position in positions {
        let end = Int(tokens.starts[position]) + Int(tokens.lengths[position])
        let next = position + 1 < positions.upperBound ? Int(tokens.starts[position + 1]) : nil
        if let next, !hasLineEnd(bytes, from: end, to: next) { continue }
        let line = start..<position + 1
        start = position + 1
        if !lengths.contains(line.count) { continue }
        let hash = TokenHash.of(tokens.ids[line])
        lines.append(Line(hash: hash, position: line.lowerBound, length: line.count))
      }
    }
  }

  private static func hasLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    var offset = start
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") { return true }
      offset += 1
    }
    return false
  }

  /// Lines of equal ids that stand at least twice, in order of their first places.
  private static func groups(of lines: [Line], ids: [UInt32]) -> [TokenPassage] {
    let sorted = lines.sorted { ($0.hash, $0.position) < ($1.hash, $1.position) }
    var groups: [TokenPassage] = []
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count && sorted[end].hash == sorted[first].hash { end += 1 }
      var rest = sorted[first..<end]
      // Lines of equal hash but different ids are practically never met, yet never taken for equal.
      while rest.count > 1, let head = rest.first {
        let text = ids[head.position..<head.position + head.length]
        let equal = rest.filter { ids[$0.position..<$0.position + $0.length] == text }
        if equal.count > 1 {
          groups.append(TokenPassage(length: head.length, positions: equal.map(\.position), isLine: true))
        }
        rest.removeAll { ids[$0.position..<$0.position + $0.length] == text }
      }
      first = end
    }
    return groups.sorted { $0.positions[0] < $1.positions[0] }
  }
}
