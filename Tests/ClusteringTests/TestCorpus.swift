import AnalysisModel
import Execution
import TestSupport
import TextFeatures

@testable import Clustering

/// Documents at hand, ready to be clustered.
struct TestCorpus {
  var documents: [Document]
  var dates: [DocumentDating]

  init(_ texts: [String], dates: [PartialDate?] = []) {
    documents = texts.enumerated().map { Document(id: "\($0)", text: UTF8Text($1)) }
    self.dates = texts.indices.map { index in
      guard index < dates.count, let date = dates[index] else { return DocumentDating() }
      return Self.published(date)
    }
  }

  static func published(_ date: PartialDate) -> DocumentDating {
    DocumentDating(published: DatedEvidence(date: date, source: .field, evidence: "\(date)"))
  }

  func cluster(
    _ options: ClusterOptions = ClusterOptions(), threads: Int = 2, duplicates: DuplicateFindings? = nil
  ) async throws -> ClusterFindings {
    let parallelism = Parallelism(threads: threads)
    let tokens = try await CorpusTokenizer(options: FeatureOptions()).tokenize(
      documents, parallelism: parallelism)
    return try await ClusterEngine(options: options, parallelism: parallelism).clusters(
      of: documents, tokens: tokens, dates: dates, duplicates: duplicates)
  }

  /// `count` articles about one made-up happening: most words from a small stock of its own, others from a
  /// stock that all happenings share.
  static func articles(
    about event: Int, count: Int, stock: Int = 30, common: String = "w",
    using generator: inout SeededGenerator
  ) -> [String] {
    (0..<count).map { _ in
      (0..<60).map { position in
        position % 3 != 0
          ? "e\(event)word\(Int.random(in: 0..<stock, using: &generator))"
          : "\(common)ord\(Int.random(in: 0..<400, using: &generator))"
      }.joined(separator: " ")
    }
  }
}

extension ClusterFindings {
  /// The members of all events, by first member.
  var eventSets: [[Int]] { events.map(\.members).sorted { $0[0] < $1[0] } }
  /// The members of all topics, by first member.
  var topicSets: [[Int]] { topics.map(\.members).sorted { $0[0] < $1[0] } }
}

/// A day of January 2024.
func january(_ day: Int) -> PartialDate? { PartialDate(year: 2024, month: 1, day: day) }
