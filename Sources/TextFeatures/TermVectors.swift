import Matrices

/// The weighted terms of a corpus: one row a document.
public struct TermVectors: Sendable {
  /// TF-IDF weights; columns are term numbers.
  public let rows: SparseRows
  /// The terms, numbered by document frequency (descending), then by bytes.
  ///
  /// The tokens of a word n-gram are joined by one space. The frequencies count the documents that hold
  /// the term.
  public let terms: Vocabulary

  /// Puts vectors together.
  public init(rows: SparseRows, terms: Vocabulary) {
    self.rows = rows
    self.terms = terms
  }
}
