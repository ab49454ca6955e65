/// Spells the names of fields or columns for a message.
enum FieldList {
  private static let mostShown = 12

  /// `‘id’, ‘body’ and 3 more`, or `none`.
  static func spelled(_ names: [String]) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(mostShown).map { "‘\($0)’" }.joined(separator: ", ")
    return names.count > mostShown ? "\(shown) and \(names.count - mostShown) more" : shown
  }
}
