import AnalysisModel
import Testing

/// Records with titles, sources and copies of every verdict, and documents that mean harm.
enum CopiesSample {
  /// Markup, templates, escape sequences, bidirectional overrides and controls, each able to hurt some format.
  static let hostileText = """
    </script><script>alert(1)</script><img src=x onerror=alert(2)> {{{mustache}}} {{tokens}} \
    \u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{07} \u{202E}desrever\u{202C} nul:\u{0} | pipe ` tick *star* _line_ \
    <\u{338}b> "\u{301}onload=alert(3) =cmd() \u{9B}2J \u{2028} end
    """

  static func report() throws -> AnalysisReport {
    let corpus = Corpus(
      documents: documents,
      account: ReadAccount(
        files: 2, bytes: 4096, recordsRead: 9, recordsKept: 8, recordsRejected: 1),
      warnings: [
        DataWarning(path: "news.jsonl", record: 4, message: "skipped: there is no text field"),
        DataWarning(message: "2 documents have invalid UTF-8, repaired with U+FFFD"),
      ])
    var configuration = Configuration()
    configuration.features.stopWords = ["the", "a"]
    configuration.clusters.topics = 2
    return AnalysisReport(
      configuration: configuration, corpus: corpus, tokenCount: 180, dates: dates,
      duplicates: try duplicates(corpus), passages: try passages(corpus), clusters: clusters,
      similarity: similarity)
  }

  private static var documents: [Document] {
    func record(_ number: Int, _ id: String, _ title: UTF8Text?, _ text: UTF8Text) -> Document {
      Document(
        id: id, title: title, text: text,
        declaredDate: .init(text: "2024-03-0\(number)", evidence: "date"),
        source: number < 4 ? "Daily, \"Post\"" : nil,
        origin: .init(path: "news.jsonl", record: number, line: number))
    }
    let story: UTF8Text =
      "The council voted on Monday to close the old bridge for repairs that will last 12 weeks. Nobody objected."
    return [
      record(1, "a1", "Bridge closes, again", story),
      record(2, "a2", "Bridge closes, again", story),
      record(
        3, "a3", "BRIDGE CLOSES, AGAIN",
        "THE COUNCIL voted on Monday — to close the old bridge for repairs that will last 12 weeks. Nobody objected."
      ),
      record(
        4, "a4", "Bridge closes",
        "The council voted on Tuesday to close the old bridge for repairs that will last 14 weeks. Nobody objected."
      ),
      record(5, "b,1", "橋が閉鎖される|修理のため", "議会は月曜日に古い橋を閉鎖することを決定しました。\r\n議会は月曜日に古い橋を閉鎖することを決定しました。"),
      record(6, "<b>\u{202E}x`|\u{1B}[1m</b>", "{{title}} & <i>\"evil\"</i>", UTF8Text(hostileText)),
      record(7, "ar", "أُغلق الجسر القديم", "صوّت المجلس يوم الاثنين على إغلاق الجسر القديم."),
      record(8, "empty", nil, ""),
    ]
  }

  private static func duplicates(_ corpus: Corpus) throws -> DuplicateFindings {
    let shared = "議会は月曜日に古い橋を閉鎖することを決定しました。"
    let places = try places(of: shared, in: corpus, document: 4)
    return DuplicateFindings(
      families: [
        DuplicateFamily(
          number: 1, representative: 0,
          members: [
            DuplicateMember(document: 1, verdict: .identical, score: 1, containment: 1),
            DuplicateMember(document: 2, verdict: .sameText, score: 1, containment: 1),
            DuplicateMember(
              document: 3, verdict: .nearCopy, score: 0.8214285714285714, containment: 0.9,
              representativeContainment: 0.875, factsDiffer: true,
              differences: [
                WordDifference(representative: "Monday", other: "Tuesday"),
                WordDifference(representative: "12", other: "14"),
                WordDifference(representative: ", again", other: ""),
                WordDifference(representative: "", other: "<b>\u{1B}[1m|bold|</b>"),
              ], differencesOmitted: 2),
          ]),
        DuplicateFamily(
          number: 2, representative: 4,
          members: [
            DuplicateMember(
              document: 6, verdict: .contained, score: 0.25, containment: 0.9375,
              representativeContainment: 0.25,
              sharedPassages: [
                SharedPassage(tokenCount: 24, place: places[0], representativePlace: places[1])
              ])
          ]),
      ],
      templates: [
        TemplateGroup(
          number: 1, documents: [0, 4, 5],
          frame: "The council … to close <b>\u{1B}[1m|the|</b> … for repairs", slotCount: 2)
      ], documentsWithoutTokens: [7])
  }

  private static func passages(_ corpus: Corpus) throws -> PassageFindings {
    let whole = "The council voted on Monday to close the old bridge for repairs that will last 12 weeks."
    let part = "to close the old bridge for repairs that will last"
    let line = "議会は月曜日に古い橋を閉鎖することを決定しました。"
    let title = "Bridge closes, again"
    func anywhere(_ text: String, _ documents: [Int], _ field: DocumentField = .text) throws -> [Place] {
      try documents.flatMap { try places(of: text, in: corpus, document: $0, field: field) }
    }
    return PassageFindings(
      passages: [
        Passage(
          number: 1, tokenCount: 6, kind: .reused, isLine: true, text: title,
          places: try anywhere(title, [0, 1], .title)),
        Passage(
          number: 2, tokenCount: 17, kind: .syndicated, isLine: false, text: whole,
          places: try anywhere(whole, [0, 1])),
        Passage(
          number: 3, tokenCount: 10, kind: .reused, isLine: false, text: part,
          places: try anywhere(part, [0, 1, 2, 3])),
        Passage(
          number: 4, tokenCount: 24, kind: .internal, isLine: false, text: line,
          places: try anywhere(line, [4])),
        Passage(
          number: 5, tokenCount: 12, kind: .boilerplate, isLine: false, text: hostileText,
          places: try anywhere(hostileText, [5])),
      ], repeatedTokens: [23, 23, 10, 10, 48, 12, 0, 0],
      documentTokens: [23, 23, 23, 22, 52, 25, 12, 0])
  }

  private static var dates: [DocumentDating] {
    (1...8).map { (day: Int) -> DocumentDating in
      DocumentDating(
        published: PartialDate(year: 2024, month: 3, day: day).map {
          DatedEvidence(date: $0, source: .field, evidence: "2024-03-0\(day)")
        })
    }
  }

  private static var clusters: ClusterFindings {
    ClusterFindings(
      topics: [
        Topic(
          number: 1, label: "bridge, council", keywords: [], members: [0, 1, 2, 3, 4, 6], representative: 0,
          cohesion: 0.5123),
        Topic(number: 2, label: "<script>", keywords: [], members: [5, 7], representative: 5, cohesion: 0),
      ],
      events: [
        Event(
          number: 1, topic: 1, label: "Bridge closes, again", keywords: [], members: [0, 1, 2, 3],
          representative: 0, earliest: 0, firstDate: PartialDate(year: 2024, month: 3, day: 1),
          lastDate: PartialDate(year: 2024, month: 3, day: 4), cohesion: 0.95),
        Event(
          number: 2, topic: 1, label: "橋が閉鎖される|修理のため", keywords: [], members: [4], representative: 4,
          earliest: 4, firstDate: nil, lastDate: nil, cohesion: nil),
        Event(
          number: 3, topic: 1, label: "أُغلق الجسر القديم", keywords: [], members: [6], representative: 6,
          earliest: 6, firstDate: nil, lastDate: nil, cohesion: nil),
        Event(
          number: 4, topic: 2, label: "{{title}} & <i>\"evil\"</i>", keywords: [], members: [5],
          representative: 5, earliest: 5, firstDate: nil, lastDate: nil, cohesion: nil),
        Event(
          number: 5, topic: 2, label: "empty", keywords: [], members: [7], representative: 7, earliest: 7,
          firstDate: nil, lastDate: nil, cohesion: nil),
      ], topicRule: "Two topics were asked for.", eventRule: "Cut 0.3.")
  }

  private static var similarity: SimilarityOverview {
    let count = 8
    let cells = (0..<count * count).map { cell -> Double in
      let (row, column) = (cell / count, cell % count)
      if row == column { return row == 7 ? 0 : 1 }
      return max(row, column) < 4 ? 0.97 : row + column == 9 ? 0.3 : 0
    }
    return SimilarityOverview(
      unit: .documents, order: Array(0..<count), cells: cells,
      closestPairs: [SimilarPair(a: 4, b: 5, score: 0.3), SimilarPair(a: 0, b: 7, score: 0)])
  }
}
