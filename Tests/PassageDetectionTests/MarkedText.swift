import AnalysisModel
import Testing

@testable import PassageDetection

/// Documents whose expected places stand between « and ».
struct MarkedText {
  private(set) var documents: [Document] = []
  /// The marked byte ranges, in document order, title first.
  private(set) var places: [MarkedPlace] = []

  struct MarkedPlace: Hashable {
    var document: Int
    var field: DocumentField
    var bytes: Range<Int>
  }

  /// Texts, or titles and texts, with marks; the marks are taken out.
  init(titles: [String] = [], texts: [String]) {
    for (index, text) in texts.enumerated() {
      let title = index < titles.count ? titles[index] : nil
      let plainTitle = title.map { take($0, .title, of: index) }
      documents.append(Document(id: "\(index)", title: plainTitle, text: take(text, .text, of: index)))
    }
  }

  private mutating func take(_ marked: String, _ field: DocumentField, of document: Int) -> UTF8Text {
    var plain = ""
    var start = 0
    for character in marked.unicodeScalars {
      switch character {
      case "«": start = plain.utf8.count
      case "»": places.append(MarkedPlace(document: document, field: field, bytes: start..<plain.utf8.count))
      default: plain.unicodeScalars.append(character)
      }
    }
    return UTF8Text(plain)
  }

  /// Expects one passage with exactly the marked places.
  func expectOnePassage(
    minimumTokens: Int = 4, minimumLineTokens: Int = 4, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let found = try await passages(minimumTokens: minimumTokens, minimumLineTokens: minimumLineTokens)
    #expect(found.count == (places.isEmpty ? 0 : 1), sourceLocation: sourceLocation)
    let foundPlaces = found.flatMap(\.places)
      .map { MarkedPlace(document: $0.document, field: $0.field, bytes: $0.bytes) }
    #expect(foundPlaces == places, sourceLocation: sourceLocation)
    for passage in found {
      let first = passage.places[0]
      let text = documents[first.document].text(of: first.field)[first.bytes].string
      #expect(passage.text == text, sourceLocation: sourceLocation)
    }
  }

  /// The passages of the unmarked documents.
  func passages(minimumTokens: Int = 4, minimumLineTokens: Int = 4) async throws -> [Passage] {
    var options = PassageOptions()
    options.minimumTokens = minimumTokens
    options.minimumLineTokens = minimumLineTokens
    return try await find(in: documents, options: options).passages
  }
}
