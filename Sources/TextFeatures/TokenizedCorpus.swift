import AnalysisModel

/// A corpus cut into tokens, once. Every feature and every finding is built from this.
///
/// Tokens of all documents stand one after the other; a document's title tokens (where titles take part) come
/// before its text tokens. A *position* is an index into that sequence.
public struct TokenizedCorpus: Sendable {
  /// What the ids stand for.
  public let vocabulary: Vocabulary
  /// The token id at every position.
  public let ids: [UInt32]
  /// The byte offset at which the token starts in its own field.
  public let starts: [UInt32]
  /// The token's length in bytes of the original text. Character bigrams overlap.
  public let lengths: [UInt32]
  /// `documentCount + 1` positions: document `d` has the tokens `documentOffsets[d]..<documentOffsets[d + 1]`.
  public let documentOffsets: [Int]
  /// For every document, how many of its first tokens belong to the title.
  public let titleTokenCounts: [Int]

  /// Puts a tokenised corpus together.
  public init(
    vocabulary: Vocabulary, ids: [UInt32], starts: [UInt32], lengths: [UInt32],
    documentOffsets: [Int], titleTokenCounts: [Int]
  ) {
    precondition(
      ids.count == starts.count && ids.count == lengths.count && documentOffsets.last == ids.count,
      "\(ids.count) ids, \(starts.count) starts, \(lengths.count) lengths")
    precondition(
      titleTokenCounts.count == documentOffsets.count - 1,
      "\(titleTokenCounts.count) title counts for \(documentOffsets.count - 1) documents")
    self.vocabulary = vocabulary
    self.ids = ids
    self.starts = starts
    self.lengths = lengths
    self.documentOffsets = documentOffsets
    self.titleTokenCounts = titleTokenCounts
  }

  /// How many documents there are.
  public var documentCount: Int { titleTokenCounts.count }

  /// How many tokens all documents have together.
  public var tokenCount: Int { ids.count }

  /// The positions of all tokens of a document, title first.
  public func positions(of document: Int) -> Range<Int> {
    documentOffsets[document]..<documentOffsets[document + 1]
  }

  /// The positions of the tokens of one field of a document.
  public func positions(of document: Int, _ field: DocumentField) -> Range<Int> {
    let border = documentOffsets[document] + titleTokenCounts[document]
    return switch field {
    case .title: documentOffsets[document]..<border
    case .text: border..<documentOffsets[document + 1]
    }
  }

  /// The bytes of a token in its own field.
  public func bytes(at position: Int) -> Range<Int> {
    Int(starts[position])..<Int(starts[position]) + Int(lengths[position])
  }
}
