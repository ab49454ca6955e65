/// A stretch of one document that was taken from a stretch of another: a gold case or a detection.
public struct PassageCase: Sendable, Hashable {
  /// The pair of documents: the suspicious one and its source.
  public struct DocumentPair: Sendable, Hashable {
    /// The suspicious document's id.
    public var a: String
    /// The source document's id.
    public var b: String

    /// A pair; its order matters.
    public init(a: String, b: String) {
      self.a = a
      self.b = b
    }
  }

  /// The two documents.
  public var pair: DocumentPair
  /// The half-open stretch of the suspicious document, in any unit used throughout.
  public var a: Range<Int>
  /// The half-open stretch of the source document.
  public var b: Range<Int>

  /// A case in a pair of documents.
  public init(pair: DocumentPair, a: Range<Int>, b: Range<Int>) {
    self.pair = pair
    self.a = a
    self.b = b
  }

  /// Both stretches’ lengths together.
  package var length: Int { a.count + b.count }
}
