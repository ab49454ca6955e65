/// Rows cut into strips of equal height: the pieces of a search's plan, which depends on the data only.
struct StripPlan: Sendable {
  private let rowCount: Int
  private let height: Int

  /// Cuts `rowCount` rows; the last strip may be lower than `height`.
  init(rowCount: Int, height: Int) {
    self.rowCount = rowCount
    self.height = height
  }

  /// How many strips there are.
  var count: Int { (rowCount + height - 1) / height }

  /// The rows of a strip.
  subscript(strip: Int) -> Range<Int> {
    strip * height..<min((strip + 1) * height, rowCount)
  }
}
