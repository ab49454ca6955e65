import AnalysisModel
import Execution

@testable import TextFeatures

/// Tokens as spelled in the text.
func spellings(_ text: String, _ options: FeatureOptions = FeatureOptions()) async throws -> [String] {
  let document = Document(id: "d", text: UTF8Text(text))
  let tokens = try await CorpusTokenizer(options: options)
    .tokenize([document], parallelism: Parallelism(threads: 1))
  return tokens.positions(of: 0).map { document.text[tokens.bytes(at: $0)].string }
}

/// Tokens as folded.
func folded(_ text: String, _ options: FeatureOptions = FeatureOptions()) async throws -> [String] {
  let tokens = try await tokenized([text], options)
  return tokens.ids.map { tokens.vocabulary.token($0) }
}

func tokenized(
  _ texts: [String], _ options: FeatureOptions = FeatureOptions(), threads: Int = 1
) async throws -> TokenizedCorpus {
  try await CorpusTokenizer(options: options).tokenize(
    documents(texts), parallelism: Parallelism(threads: threads))
}

func documents(_ texts: [String]) -> [Document] {
  texts.enumerated().map { Document(id: "\($0.offset)", text: UTF8Text($0.element)) }
}

/// Collects tokens as they come.
struct SpanCollector: TokenSink {
  var spans: [Range<Int>] = []
  var kinds: [TokenKind] = []

  mutating func take(_ start: Int, _ end: Int, _ kind: TokenKind) {
    spans.append(start..<end)
    kinds.append(kind)
  }
}
