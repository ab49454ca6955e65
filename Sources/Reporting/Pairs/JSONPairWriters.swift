import AnalysisModel

extension JSONWriter {
  fileprivate mutating func pair(_ a: String, _ b: String, _ score: Double) {
    object { writer in
      writer.field("a", a)
      writer.field("b", b)
      writer.field("score", score)
    }
  }
}

/// One pair a line: `{"a":ID,"b":ID,"score":0.83}`.
struct JSONLinesPairWriter: PairWriter {
  mutating func begin() -> [UInt8] { [] }

  mutating func append(
    _ pairs: some Sequence<SimilarPair>, idOfA: (Int) -> String, idOfB: (Int) -> String
  ) -> [UInt8] {
    var writer = JSONWriter()
    for pair in pairs {
      writer.pair(idOfA(pair.a), idOfB(pair.b), pair.score)
      writer.endLine()
    }
    return writer.bytes
  }

  mutating func end() -> [UInt8] { [] }
}

/// One document with `schemaVersion`, tool, configuration and the pairs, one a line.
struct JSONPairWriter: PairWriter {
  private let context: ReportContext
  private let configuration: Configuration
  private var isFirst = true

  init(context: ReportContext, configuration: Configuration) {
    self.context = context
    self.configuration = configuration
  }

  mutating func begin() -> [UInt8] {
    var writer = JSONWriter(expandedDepth: 2)
    writer.object { writer in
      writer.header(part: "pairs", context)
      writer.configuration(configuration)
    }
    // The list goes on where the object would end.
    return writer.bytes.dropLast(2) + Array(",\n  \"pairs\": [".utf8)
  }

  mutating func append(
    _ pairs: some Sequence<SimilarPair>, idOfA: (Int) -> String, idOfB: (Int) -> String
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter()
    for pair in pairs {
      writer.pair(idOfA(pair.a), idOfB(pair.b), pair.score)
      bytes.append(contentsOf: (isFirst ? "\n    " : ",\n    ").utf8)
      bytes.append(contentsOf: writer.takeBytes())
      isFirst = false
    }
    return bytes
  }

  mutating func end() -> [UInt8] { Array((isFirst ? "]\n}\n" : "\n  ]\n}\n").utf8) }
}
