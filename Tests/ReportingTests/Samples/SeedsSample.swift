import AnalysisModel
import Foundation
import Testing

@testable import Reporting

/// The root of the package, found from this file.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
  .deletingLastPathComponent()

/// A report on the five sample articles with findings set by hand: six passages, one topic, five events.
enum SeedsSample {
  static func report() throws -> AnalysisReport {
    let names = [
      "000_c10cd4c38319edbe.txt", "001_7338a0a39fe27686.txt", "002_4ba80bf32c95347b.txt",
      "003_b684e16059608d25.txt", "004_f6cea62eeb079563.txt",
    ]
    let documents = try names.map { name in
      let data = try Data(contentsOf: packageRoot.appending(path: "seeds/\(name)"))
      return Document(
        id: name, text: UTF8Text(validated: [UInt8](data)[...]),
        origin: .init(path: "seeds/\(name)", bytes: 0..<data.count))
    }
    let corpus = Corpus(
      documents: documents,
      account: ReadAccount(
        files: 5, bytes: documents.reduce(0) { $0 + $1.text.count }, recordsRead: 5,
        recordsKept: 5, recordsRejected: 0))
    let tokens = documents.map { $0.text.string.split(whereSeparator: \.isWhitespace).count }
    return AnalysisReport(
      configuration: Configuration(), corpus: corpus, tokenCount: tokens.reduce(0, +),
      dates: try dates(corpus),
      duplicates: DuplicateFindings(families: [], documentsWithoutTokens: []),
      passages: PassageFindings(
        passages: try passages(corpus), repeatedTokens: [0, 28, 128, 92, 0],
        documentTokens: tokens),
      clusters: clusters, similarity: similarity)
  }

  private static func passages(_ corpus: Corpus) throws -> [Passage] {
    let findings: [(Int, Int, Bool, String)] = [
      (
        1, 14, false,
        "Ismail Haniyeh, the head of the political bureau of the Palestinian Hamas resistance movement"
      ),
      (2, 9, true, "Hamas, other Palestinian groups stress 'unity' at Moscow talks"),
      (
        2, 55, false,
        """
        Palestinian factions including rivals Hamas and Fatah said on Friday they would pursue "unity of action" in \
        confronting Israel after representatives met at Russia-hosted talks.

        The meeting in Moscow on Thursday brought together Hamas, Islamic Jihad, Fatah and other Palestinian groups \
        for talks on the war in Gaza and an eventual post-war period.
        """
      ),
      (3, 9, true, "Hamas delegation flies to Russia for Palestinian unity talks"),
      (
        3, 21, false,
        """
        the visit will review the recent intra-Palestinian talks in order to gather international support to ensure \
        the reconciliation process succeeds.
        """
      ),
      (
        3, 16, false,
        """
        held talks in Turkey in September during which they agreed to hold legislative and presidential elections.
        """
      ),
    ]
    return try findings.enumerated().map { position, finding in
      let (document, tokens, isLine, text) = finding
      return Passage(
        number: position + 1, tokenCount: tokens, kind: .internal, isLine: isLine, text: text,
        places: try places(of: text, in: corpus, document: document))
    }
  }

  private static func dates(_ corpus: Corpus) throws -> [DocumentDating] {
    func evidence(
      _ document: Int, _ text: String, _ source: DateSource, _ year: Int?, _ month: Int, _ day: Int
    ) throws -> DatedEvidence {
      DatedEvidence(
        date: try #require(PartialDate(year: year, month: month, day: day)), source: source,
        evidence: text, place: try places(of: text, in: corpus, document: document)[0])
    }
    return [
      DocumentDating(),
      DocumentDating(
        dateline: try evidence(1, "Gaza City, January 2 (RHC)", .dateline, nil, 1, 2)),
      DocumentDating(notBefore: try evidence(2, "Feb. 26, 2024", .caption, 2024, 2, 26)),
      DocumentDating(published: try evidence(3, "October 9, 2020", .dateLine, 2020, 10, 9)),
      DocumentDating(),
    ]
  }

  private static var clusters: ClusterFindings {
    let labels = [
      "Two senior delegations of Hamas and Fatah agree on a vision",
      "Hamas says new efforts underway to resume national dialog among Palestinian factions",
      "Hamas, other Palestinian groups stress 'unity' at Moscow talks",
      "Hamas delegation flies to Russia for Palestinian unity talks",
      "Palestinian factions meet behind closed doors in Egypt",
    ]
    let dates = [nil, nil, nil, PartialDate(year: 2020, month: 10, day: 9), nil]
    return ClusterFindings(
      topics: [
        Topic(
          number: 1, label: "hamas, fatah, palestinian factions, reconciliation, talks",
          keywords: [
            Keyword(term: "hamas", weight: 3.25, documents: 5),
            Keyword(term: "reconciliation", weight: 2, documents: 3),
          ], members: [0, 1, 2, 3, 4], representative: 1, cohesion: 0.143)
      ],
      events: labels.enumerated().map { position, label in
        Event(
          number: position + 1, topic: 1, label: label,
          keywords: [Keyword(term: "moscow", weight: 1.5, documents: 1)], members: [position],
          representative: position, earliest: dates[position] == nil ? nil : position,
          firstDate: dates[position], lastDate: dates[position], cohesion: nil)
      },
      topicRule: "Documents join a topic while the mean cosine stays at or above 0.1.",
      eventRule: """
        Documents join an event while the mean cosine stays at or above 0.35, their dates are compatible and \
        they share rare names or numbers.
        """)
  }

  private static var similarity: SimilarityOverview {
    let upper: [[Double]] = [
      [1, 0.174, 0.121, 0.158, 0.163], [1, 0.147, 0.201, 0.152], [1, 0.188, 0.094], [1, 0.112], [1],
    ]
    let cells = (0..<5).flatMap { row in
      (0..<5).map { column in upper[min(row, column)][abs(row - column)] }
    }
    return SimilarityOverview(
      unit: .documents, order: [0, 1, 2, 3, 4], cells: cells,
      closestPairs: [
        SimilarPair(a: 1, b: 3, score: 0.201), SimilarPair(a: 2, b: 3, score: 0.188),
        SimilarPair(a: 0, b: 1, score: 0.174),
      ])
  }
}
