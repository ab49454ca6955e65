import AnalysisModel
import TokenAlignment

/// Finds documents by their ids, and the nearest ids where there is none.
public struct DocumentLookup: Sendable {
  private let documents: [Document]
  /// How many ids an error proposes.
  private static let proposals = 3
  /// Ids are compared over this many characters from their ends; beyond them they are paths of one folder.
  private static let comparedLength = 200

  /// A lookup among documents with unique ids.
  public init(_ documents: [Document]) { self.documents = documents }

  /// The index of a document.
  ///
  /// - Throws: `RefrainError` naming the nearest ids where there is none.
  /// - Complexity: O(documents).
  public func index(of id: String) throws -> Int {
    if let index = documents.firstIndex(where: { $0.id == id }) { return index }
    let near = nearest(to: id).map { "‘\($0)’" }
    throw RefrainError(
      "there is no document ‘\(id)’ among the \(documents.count) read",
      remedy: near.isEmpty ? "a file or folder with documents" : near.joined(separator: " or "))
  }

  /// The nearest ids, nearest first: those that hold the text looked for (in any case) before the others,
  /// then by the least number of characters to insert and delete, then in document order.
  func nearest(to id: String) -> [String] {
    let aligner = SequenceAligner(effort: 1 << 14)
    let wanted = Self.characters(id)
    let folded = id.lowercased()
    var best: [(key: (Int, Int, Int), id: String)] = []
    for (index, document) in documents.enumerated() {
      let contains = !folded.isEmpty && document.id.lowercased().contains(folded) ? 0 : 1
      let characters = Self.characters(document.id)
      let least = (contains, abs(characters.count - wanted.count), index)
      // Not even with every character in common could it be among the best.
      if best.count == Self.proposals, let worst = best.last, worst.key < least { continue }
      let matched = aligner.align(wanted, characters).matchedCount
      let distance = wanted.count + characters.count - 2 * matched
      best.append(((contains, distance, index), document.id))
      best.sort { $0.key < $1.key }
      if best.count > Self.proposals { best.removeLast() }
    }
    return best.map(\.id)
  }

  private static func characters(_ id: String) -> ArraySlice<UInt32> {
    id.lowercased().unicodeScalars.map(\.value).suffix(comparedLength)
  }
}
