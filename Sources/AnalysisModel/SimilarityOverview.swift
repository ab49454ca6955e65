/// A picture of who resembles whom, small enough to look at.
public struct SimilarityOverview: Sendable, Hashable {
  /// What a row and a column stand for.
  public var unit: Unit
  /// For documents: their indexes in display order (by topic, then event). For topics: topic numbers.
  public var order: [Int]
  /// order.count × order.count cosines, row by row, symmetric, 0…1. For topics: mean cosine between members.
  public var cells: [Double]
  /// The most similar pairs of different documents, highest first.
  public var closestPairs: [SimilarPair]

  /// An overview; `cells` must be square.
  public init(unit: Unit, order: [Int], cells: [Double], closestPairs: [SimilarPair]) {
    precondition(cells.count == order.count * order.count, "\(cells.count) cells for \(order.count) rows")
    self.unit = unit
    self.order = order
    self.cells = cells
    self.closestPairs = closestPairs
  }

  /// What a row of the picture stands for.
  public enum Unit: String, Sendable, Hashable, Codable {
    /// One document each.
    case documents
    /// One topic each, where documents are too many to show.
    case topics
  }

  /// The cosine of two rows of the picture.
  public subscript(row: Int, column: Int) -> Double { cells[row * order.count + column] }
}
