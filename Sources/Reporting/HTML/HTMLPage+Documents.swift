import AnalysisModel

extension HTMLPage {
  /// The list of documents and the texts shown in full.
  var documents: Values {
    let listed = corpus.documents.indices.prefix(Self.documentListLimit)
    let marks = marksByDocument()
    return [
      "count": Wording.counted(corpus.documents.count, "document"), "note": optional(selectionNote),
      "entries": listed.map(entry), "hasRepeats": report.passages != nil,
      "hasDates": report.dates != nil,
      "entryOmission": omission(
        corpus.documents.count - listed.count, "JSON lists all"),
      "texts": selection.shown.map { text($0, marks[$0] ?? [:]) },
      "opensTexts": selection.shown.count <= 20, "hasTexts": !selection.shown.isEmpty,
    ]
  }

  private var selectionNote: String {
    if selection.omitted > 0 {
      return "Shown in full are \(Wording.grouped(selection.shown.count)) of the "
        + "\(Wording.grouped(selection.shown.count + selection.omitted)) documents with repeated passages or "
        + "copies, so that this page stays readable."
    }
    return selection.showsAll
      ? "" : "Shown in full are the documents with repeated passages or copies."
  }

  private func entry(_ document: Int) -> Values {
    let words = report.passages?.documentTokens[document] ?? 0
    let repeated = report.passages?.repeatedTokens[document] ?? 0
    return [
      "number": document + 1, "entry": link(to: document), "opening": opening(of: document),
      "isShown": selection.shows(document), "words": Wording.grouped(words),
      "share": Wording.percentage(repeated, of: words),
      "barWidth": words == 0 ? 0 : 60 * repeated / words,
      "date": report.dates.map { DateWording.short($0[document]) } ?? "",
    ]
  }

  private func text(_ document: Int, _ marks: [DocumentField: [HighlightedText.Mark]]) -> Values {
    let source = corpus.documents[document]
    let end = DocumentSelection.shownEnd(of: source.text, .text)
    let title = source.title.map {
      let end = DocumentSelection.shownEnd(of: $0, .title)
      return HighlightedText.markup(of: $0, upTo: end, marks: marks[.title] ?? [])
        + (end < $0.count ? "…" : "")
    }
    let words = report.passages.map { Wording.counted($0.documentTokens[document], "word") }
    let repeated = report.passages.map {
      Wording.percentage($0.repeatedTokens[document], of: $0.documentTokens[document])
        + " repeated"
    }
    let facts = [words, repeated, source.source.map { Label.of($0) }].compactMap { $0 }
    return [
      "number": document + 1, "id": Label.ofID(source.id),
      "titleMarkup": title ?? "", "hasTitle": title?.isEmpty == false,
      "facts": facts.joined(separator: " · "), "date": dateText(document),
      "bodyMarkup": HighlightedText.markup(of: source.text, upTo: end, marks: marks[.text] ?? []),
      "isEmpty": source.text.isEmpty,
      "opening": opening(of: document),
      "cut": optional(
        end < source.text.count
          ? "The text goes on for \(Wording.grouped(source.text.count - end)) bytes." : nil),
    ]
  }

  /// The marks of every shown document, by field, ascending by start, longer first on ties.
  private func marksByDocument() -> [Int: [DocumentField: [HighlightedText.Mark]]] {
    var marks: [Int: [DocumentField: [HighlightedText.Mark]]] = [:]
    for passage in report.passages?.passages ?? [] {
      for (position, place) in passage.places.enumerated() where selection.shows(place.document) {
        marks[place.document, default: [:]][place.field, default: []].append(
          HighlightedText.Mark(
            bytes: place.bytes, passage: passage.number, anchor: anchor(passage, position),
            isLinked: listedPassages.contains(passage.number)))
      }
    }
    return marks.mapValues { fields in
      fields.mapValues { marks in
        marks.sorted {
          ($0.bytes.lowerBound, -$0.bytes.upperBound, $0.passage)
            < ($1.bytes.lowerBound, -$1.bytes.upperBound, $1.passage)
        }
      }
    }
  }
}
