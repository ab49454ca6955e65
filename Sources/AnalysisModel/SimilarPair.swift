/// Two documents and their cosine similarity.
public struct SimilarPair: Sendable, Hashable {
  /// The first document's index (the query of a nearest-neighbour list).
  public var a: Int
  /// The second document's index (in the reference corpus for A×B).
  public var b: Int
  /// The cosine, rounded to nine decimals, -1…1.
  public var score: Double

  /// A pair with its decided score.
  public init(a: Int, b: Int, score: Double) {
    self.a = a
    self.b = b
    self.score = score
  }
}
