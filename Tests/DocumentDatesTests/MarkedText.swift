import AnalysisModel
import DocumentDates
import Testing

/// A text in which «» marks the words that are to be found as evidence.
struct MarkedText {
  var text: String
  var marked: String?

  init(_ source: String) {
    text = source.filter { $0 != "«" && $0 != "»" }
    guard let start = source.firstIndex(of: "«"), let end = source.firstIndex(of: "»") else { return }
    marked = String(source[source.index(after: start)..<end])
  }
}

/// What the finder says of one text without metadata.
func dating(of text: String, path: String = "") -> DocumentDating {
  let document = Document(id: "x", text: UTF8Text(text), origin: .init(path: path))
  return DateFinder().dates(of: [document]).datings[0]
}

/// What the finder says of a date field beside an empty text.
func declared(_ spelling: String, evidence: String = "date") -> DateFindings {
  DateFinder().dates(of: [
    Document(id: "x", text: "", declaredDate: .init(text: spelling, evidence: evidence))
  ])
}

extension PartialDate {
  /// The tests' spelling: `2020-10-09`, `2020-10`, `2020`, `--01-02`.
  init?(_ spelling: String) {
    let parts = spelling.split(separator: "-").compactMap { Int($0) }
    if spelling.hasPrefix("--") {
      self.init(year: nil, month: parts[0], day: parts[1])
    } else {
      self.init(
        year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    }
  }
}

/// Checks that found evidence is what the text marks, stands there, and gives the date.
func expect(
  _ found: DatedEvidence?, _ date: String, _ source: DateSource, in marked: MarkedText,
  _ location: SourceLocation = #_sourceLocation
) {
  guard let found else {
    Issue.record("nothing found in ‘\(marked.text)’", sourceLocation: location)
    return
  }
  #expect(found.date == PartialDate(date), "in ‘\(marked.text)’", sourceLocation: location)
  #expect(found.source == source, "in ‘\(marked.text)’", sourceLocation: location)
  #expect(found.evidence == marked.marked, "in ‘\(marked.text)’", sourceLocation: location)
  if let place = found.place {
    let words = UTF8Text(marked.text)[place.bytes].string
    #expect(words == found.evidence, "in ‘\(marked.text)’", sourceLocation: location)
    let characters = Array(marked.text.unicodeScalars)[place.characters]
    #expect(
      String(String.UnicodeScalarView(characters)) == words, "in ‘\(marked.text)’", sourceLocation: location)
  } else {
    Issue.record("no place in ‘\(marked.text)’", sourceLocation: location)
  }
}
