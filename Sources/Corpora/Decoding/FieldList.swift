/// Spells the names of fields, columns or files for a message.
enum FieldList {
  private static let mostShown = 12

  /// `‘id’, ‘body’ and 3 more`, or `none`; of each name so many characters.
  static func spelled(_ names: [String], mostCharacters: Int = NameInData.mostCharactersOfField) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(mostShown).map { NameInData.quoted($0, mostCharacters: mostCharacters) }
      .joined(separator: ", ")
    return names.count > mostShown ? "\(shown) and \(names.count - mostShown) more" : shown
  }
}
