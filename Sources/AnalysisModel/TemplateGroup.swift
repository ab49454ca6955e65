/// Documents that share one frame and differ in numbers, names and dates only: at least three.
///
/// They are not copies of each other. A template group has no representative, and none of its documents is
/// ever removed because of it; each may be the representative of a family of its own copies.
public struct TemplateGroup: Sendable, Hashable {
  /// 1-based, in the order of the groups' first documents.
  public var number: Int
  /// The documents' indices, in document order.
  public var documents: [Int]
  /// The frame as the first document writes it, with "…" where the facts stand; shortened where it is long.
  public var frame: String
  /// How many places of the frame are filled differently.
  public var slotCount: Int

  /// A group of documents with their frame.
  public init(number: Int, documents: [Int], frame: String, slotCount: Int) {
    self.number = number
    self.documents = documents
    self.frame = frame
    self.slotCount = slotCount
  }
}
