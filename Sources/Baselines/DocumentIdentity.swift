import AnalysisModel

/// What makes a document the same one in another run: its id and its content.
///
/// A document whose text changes under the same id is another one, and so is the same text under another id.
public struct DocumentIdentity: Sendable, Hashable {
  /// The id; of a record that was numbered for want of one, `path#` without the number, which changes with every
  /// record that comes or goes before it.
  public var id: String
  /// The first 32 hexadecimal digits of the SHA-256 of title and text.
  public var content: String

  /// An identity at hand, as a baseline holds it.
  public init(id: String, content: String) {
    self.id = id
    self.content = content
  }

  /// The identity of a document.
  ///
  /// - Parameter includesTitle: whether titles take part in the text, and so in what is compared.
  /// - Complexity: O(bytes of title and text).
  public init(of document: Document, includesTitle: Bool) {
    var hash = SHA256()
    if includesTitle, let title = document.title {
      // Its length keeps a word that moves from the title into the text from going unnoticed.
      hash.update("title \(title.count)\n")
      hash.update(title.bytes)
    }
    hash.update("text \(document.text.count)\n")
    hash.update(document.text.bytes)
    self.init(id: Self.stableID(of: document), content: hash.prefix())
  }

  /// A document's id without the number of its record, where that is all that it is.
  static func stableID(of document: Document) -> String {
    guard let record = document.origin.record else { return document.id }
    let number = "#\(record)"
    guard document.id.hasSuffix(number) else { return document.id }
    return String(document.id.dropLast(number.count - 1))
  }

  /// Id and content, with nothing between them that an id is likely to hold.
  var spelling: String { "\(id)\u{0}\(content)" }
}
