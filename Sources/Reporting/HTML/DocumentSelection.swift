import AnalysisModel

/// Which documents the page shows in full, so that it stays of a size a browser opens at once.
struct DocumentSelection {
  /// So many documents at most.
  static let documentLimit = 300
  /// So many bytes of text at most in all.
  static let byteLimit = 4_000_000
  /// So many bytes of one text at most.
  static let textLimit = 400_000
  /// Up to so many documents and bytes all are shown, whether something repeats in them or not.
  static let smallCorpus = (documents: 50, bytes: 1_000_000)

  /// The documents shown, ascending.
  let shown: [Int]
  /// How many documents hold findings and are not shown.
  let omitted: Int
  /// Whether documents without findings are shown too.
  let showsAll: Bool

  private let isShown: Set<Int>
  private let documents: [Document]

  init(
    _ report: AnalysisReport, passages: [Passage], families: [DuplicateFamily],
    templates: [TemplateGroup] = []
  ) {
    let documents = report.corpus.documents
    self.documents = documents
    let bytes = documents.reduce(0) { $0 + $1.text.count }
    var candidates: [Int]
    showsAll = documents.count <= Self.smallCorpus.documents && bytes <= Self.smallCorpus.bytes
    if showsAll {
      candidates = Array(documents.indices)
    } else {
      // In the order of the findings, so that the first findings of the page have their documents.
      var seen = Set<Int>()
      candidates = []
      for place in passages.lazy.flatMap(\.places) where seen.insert(place.document).inserted {
        candidates.append(place.document)
      }
      for family in families {
        for document in [family.representative] + family.members.map(\.document)
        where seen.insert(document).inserted {
          candidates.append(document)
        }
      }
      for document in templates.lazy.flatMap(\.documents) where seen.insert(document).inserted {
        candidates.append(document)
      }
    }
    var room = Self.byteLimit
    let chosen = candidates.prefix(Self.documentLimit).filter { document in
      let size = min(documents[document].text.count, Self.textLimit)
      guard size <= room else { return false }
      room -= size
      return true
    }
    shown = chosen.sorted()
    isShown = Set(chosen)
    omitted = candidates.count - chosen.count
  }

  /// Whether a document's text is on the page.
  func shows(_ document: Int) -> Bool { isShown.contains(document) }

  /// Whether the page shows the text at a place.
  func shows(_ place: Place) -> Bool {
    guard shows(place.document) else { return false }
    let text = documents[place.document].text(of: place.field)
    return place.bytes.lowerBound < Self.shownEnd(of: text, place.field)
  }

  /// Where the shown part of a text or of a title, which is a heading, ends, on a character border.
  static func shownEnd(of text: UTF8Text, _ field: DocumentField) -> Int {
    if field == .title { return Label.shownBytes(of: text) }
    guard text.count > textLimit else { return text.count }
    var end = textLimit
    while end > 0 && text.bytes[text.bytes.startIndex + end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
