import AnalysisModel
import Execution
import TextFeatures

/// A document that copies may be made of, or that stands between them.
struct PlantedCandidate: Sendable {
  var id: String
  /// The title, an empty line and the text; the text where there is no title.
  var text: String
  /// How many tokens the text has.
  var tokenCount: Int

  /// Texts of fewer tokens resemble each other by chance.
  private static let fewestTokens = 20
  /// A document that shares one in so many shingles with another, counted in the smaller one, is left out.
  private static let shingleShare = 10

  /// Documents that have nothing much in common: of two that share a tenth of their shingles, the earlier.
  ///
  /// So no copy in the planted corpus is a natural one.
  ///
  /// - Parameter limit: at most so many documents are looked at, drawn by the seed.
  /// - Returns: candidates in corpus order.
  /// - Complexity: O(tokens); about 30 bytes a token.
  static func unlike(
    in corpus: [Document], limit: Int, seed: UInt64, tokenizer: PlainTokenizer
  ) async throws -> [PlantedCandidate] {
    let drawn = NestedSamples(count: corpus.count, seed: seed).indices(count: limit)
    let texts = drawn.map { text(of: corpus[$0]) }
    let tokens = try await tokenizer.tokens(of: texts)
    var owners: [UInt64: Int] = [:]
    var sizes: [Int] = []
    var candidates: [PlantedCandidate] = []
    for (index, document) in drawn.enumerated() where tokens[index].count >= fewestTokens {
      let hashes = hashes(of: tokens[index])
      var shared: [Int: Int] = [:]
      for hash in hashes {
        if let owner = owners[hash] { shared[owner, default: 0] += 1 }
      }
      if shared.contains(where: { $0.value * shingleShare >= min(hashes.count, sizes[$0.key]) }) { continue }
      for hash in hashes where owners[hash] == nil { owners[hash] = candidates.count }
      sizes.append(hashes.count)
      candidates.append(
        PlantedCandidate(
          id: corpus[document].id, text: texts[index], tokenCount: tokens[index].count))
    }
    return candidates
  }

  private static func text(of document: Document) -> String {
    guard let title = document.title, !title.isEmpty else { return document.text.string }
    return title.string + "\n\n" + document.text.string
  }

  private static func hashes(of tokens: [UInt32]) -> Set<UInt64> {
    let width = PlainComparison.width
    return Set(
      (0...tokens.count - width).map { start in
        tokens[start..<start + width].reduce(0) { SplitMix64.mixed($0 &+ UInt64($1) &+ 1) }
      })
  }
}

/// Cuts texts into the tokens that the duplicate search compares by default.
struct PlainTokenizer: Sendable {
  let parallelism: Parallelism

  /// The tokens of each text, as numbers that are the same for the same token in all of these texts.
  func tokens(of texts: [String]) async throws -> [[UInt32]] {
    let documents = texts.map { Document(id: "", text: UTF8Text($0)) }
    let corpus = try await CorpusTokenizer(options: FeatureOptions())
      .tokenize(documents, parallelism: parallelism)
    return documents.indices.map { Array(corpus.ids[corpus.positions(of: $0)]) }
  }
}
