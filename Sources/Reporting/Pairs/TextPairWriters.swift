import AnalysisModel

/// A table `a,b,score`.
struct CSVPairWriter: PairWriter {
  mutating func begin() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["a", "b", "score"])
    return writer.bytes
  }

  mutating func append(
    _ pairs: some Sequence<SimilarPair>, idOfA: (Int) -> String, idOfB: (Int) -> String
  ) -> [UInt8] {
    var writer = CSVWriter()
    for pair in pairs {
      writer.row([idOfA(pair.a), idOfB(pair.b), JSONWriter.spelling(pair.score)])
    }
    return writer.bytes
  }

  mutating func end() -> [UInt8] { [] }
}

/// A table for GitHub.
struct MarkdownPairWriter: PairWriter {
  mutating func begin() -> [UInt8] {
    Array(MarkdownText.header(["a", "b", "Score"], numbers: [2]).utf8)
  }

  mutating func append(
    _ pairs: some Sequence<SimilarPair>, idOfA: (Int) -> String, idOfB: (Int) -> String
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for pair in pairs {
      let cells = [
        MarkdownText.code(Label.ofID(idOfA(pair.a))), MarkdownText.code(Label.ofID(idOfB(pair.b))),
        JSONWriter.spelling(pair.score),
      ]
      bytes.append(contentsOf: MarkdownText.row(cells).utf8)
    }
    return bytes
  }

  mutating func end() -> [UInt8] { [] }
}

/// Lines for a person, the first ones only, with the number of all at the end.
struct TerminalPairWriter: PairWriter {
  /// How many pairs a person is shown.
  static let limit = 100

  private let context: ReportContext
  private var count = 0

  init(context: ReportContext) {
    self.context = context
  }

  mutating func begin() -> [UInt8] { [] }

  mutating func append(
    _ pairs: some Sequence<SimilarPair>, idOfA: (Int) -> String, idOfB: (Int) -> String
  ) -> [UInt8] {
    let text = TerminalText(width: context.width, usesColour: context.usesColour)
    let width = min((context.width - 10) / 2, Label.width)
    var output = ""
    for pair in pairs {
      count += 1
      if count > Self.limit { continue }
      let a = Label.ofID(idOfA(pair.a), width: width)
      let b = Label.ofID(idOfB(pair.b), width: width)
      let column = TextLayout.padded(a, width: min(width, 36))
      output += "\(text.styled(Wording.score(pair.score), .heading))  \(column)  \(b)\n"
    }
    return Array(output.utf8)
  }

  mutating func end() -> [UInt8] {
    let omitted = count - Self.limit
    let summary =
      count == 0
      ? "No pair is that similar."
      : omitted > 0
        ? "… and \(Wording.grouped(omitted)) more of \(Wording.counted(count, "pair")): --format jsonl lists all."
        : "\(Wording.counted(count, "pair"))."
    return Array((count == 0 ? "" : "\n").utf8) + Array("\(summary)\n".utf8)
  }
}
