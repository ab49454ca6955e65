import AnalysisModel
import Execution

/// Very many documents that are all alike: what makes pair lists explode.
///
/// Every document can be made by itself; the same options give the same bytes.
public struct MassCorpus: Sendable {
  /// How the documents are alike.
  public enum Kind: Sendable, Hashable {
    /// All have the same bytes.
    case identical
    /// All fill one letter with facts of their own, so that two of them have about this Jaccard similarity of
    /// word 5-grams; 0.65 to 0.95.
    case template(jaccard: Double)
  }

  /// The similarities that some number of facts in the letter gives.
  public static let similarities = 0.65...0.95

  /// How many documents there are.
  public let documentCount: Int
  private let kind: Kind
  private let seed: UInt64

  /// A corpus; nothing is generated yet.
  public init(documentCount: Int, kind: Kind, seed: UInt64 = 1) {
    precondition(documentCount >= 1, "\(documentCount) documents")
    if case .template(let jaccard) = kind {
      precondition(Self.similarities.contains(jaccard), "Jaccard similarity \(jaccard)")
    }
    self.documentCount = documentCount
    self.kind = kind
    self.seed = seed
  }

  /// The text of a document.
  public func text(of index: Int) -> UTF8Text {
    switch kind {
    case .identical:
      return ZipfCorpus(ZipfCorpus.Options(documentCount: 1, seed: seed)).text(of: 0)
    case .template(let jaccard):
      return UTF8Text(LetterFrame.text(index, ownFacts: LetterFrame.facts(for: jaccard), seed: seed))
    }
  }

  /// The id of a document.
  public func id(of index: Int) -> String { "d\(index)" }
}

extension MassCorpus: GeneratedCorpus {
  /// Documents of one piece of work.
  private static let documentsPerPiece = 1_000

  /// Hands over the documents as JSON lines, `{"id":"d7","text":"…"}`.
  public func jsonLines(parallelism: Parallelism, sink: ([UInt8]) throws -> Void) async throws {
    let pieces = (documentCount + Self.documentsPerPiece - 1) / Self.documentsPerPiece
    try await parallelism.stream(count: pieces) { piece in
      var bytes: [UInt8] = []
      let start = piece * Self.documentsPerPiece
      for index in start..<min(start + Self.documentsPerPiece, documentCount) {
        DocumentLine.append(Document(id: id(of: index), text: text(of: index)), to: &bytes)
      }
      return bytes
    } consume: { _, bytes in
      try sink(bytes)
    }
  }
}
