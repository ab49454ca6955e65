import AnalysisModel

/// A report on documents that are one word each, with families and passages made by hand.
struct SampleReport {
  var texts: [(id: String, text: String)]
  var families: [[Int]] = []
  var templates: [[Int]] = []
  var passages: [(text: String, documents: [Int])] = []
  var verdict = DuplicateVerdict.identical

  var report: AnalysisReport {
    let documents = texts.map { Document(id: $0.id, text: UTF8Text($0.text)) }
    return AnalysisReport(
      configuration: Configuration(), corpus: Corpus(documents: documents), tokenCount: texts.count,
      duplicates: DuplicateFindings(
        families: families.enumerated().map { number, members in
          DuplicateFamily(
            number: number + 1, representative: members[0],
            members: members.dropFirst().map {
              DuplicateMember(document: $0, verdict: verdict, score: 1, containment: 1)
            })
        },
        templates: templates.enumerated().map {
          TemplateGroup(number: $0 + 1, documents: $1, frame: "…", slotCount: 1)
        }, documentsWithoutTokens: []),
      passages: PassageFindings(
        passages: passages.enumerated().map { number, passage in
          Passage(
            number: number + 1, tokenCount: 12, kind: .reused, isLine: false, text: passage.text,
            places: passage.documents.map {
              Place(
                document: $0, field: .text, bytes: 0..<1, characters: 0..<1, utf16: 0..<1, line: 1, column: 1)
            })
        }, repeatedTokens: texts.map { _ in 0 }, documentTokens: texts.map { _ in 1 }))
  }
}
