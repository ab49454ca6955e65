import Refrain
import TestSupport
import Testing

@Suite("Which documents go, and for which")
struct DeduplicationTests {
  private static let storm =
    "The harbour master closed the northern gate before the storm reached the outer islands on Monday evening."
  private static let school =
    "A new school for two hundred children opens next spring beside the old railway station in the valley."

  private func document(
    _ id: String, _ text: String, date: String? = nil, source: String? = nil
  ) -> Document {
    Document(
      id: id, text: UTF8Text(text), declaredDate: date.map { .init(text: $0, evidence: "date") },
      source: source,
      origin: .init(path: "in.jsonl", record: 1))
  }

  private func report(
    _ documents: [Document], against reference: [Document]? = nil, within: Bool = false,
    keep: String = "first"
  ) async throws -> DeduplicationReport {
    var configuration = Configuration()
    configuration.duplicates.keep = try #require(KeepPolicies(keep))
    return try await Analysis(configuration: configuration, threads: 2).deduplication(
      of: Corpus(documents: documents), against: reference.map { Corpus(documents: $0) }, within: within)
  }

  /// `removed<keeper` for each removal.
  private func pairs(_ report: DeduplicationReport) -> [String] {
    report.removals.map { "\(report.corpus.documents[$0.document].id)<\(report.keeper(of: $0).id)" }
  }

  @Test func theKeepPolicyDecidesWhoStays() async throws {
    let copies = [
      document("a", Self.storm, date: "2024-05-02", source: "Copyist"),
      document("b", Self.storm + "!!!", date: "2024-05-03", source: "Agency"),
      document("c", Self.storm, date: "2024-05-01"), document("d", Self.school),
    ]
    #expect(try await pairs(report(copies)) == ["b<a", "c<a"])
    #expect(try await pairs(report(copies, keep: "longest")) == ["a<b", "c<b"])
    #expect(try await pairs(report(copies, keep: "oldest")) == ["a<c", "b<c"])
    #expect(try await pairs(report(copies, keep: "newest")) == ["a<b", "c<b"])
    #expect(try await pairs(report(copies, keep: "source:Copyist,Agency")) == ["b<a", "c<a"])
    let found = try await report(copies, keep: "newest")
    #expect(found.account == RemovalAccount(read: 4, kept: 2, removed: 2, rejected: 0))
    #expect(found.corpus.warnings.map(\.message).contains { $0.hasPrefix("1 of 4 documents have no date") })
    #expect(found.keptDocuments == [false, true, false, true])
  }

  @Test func theRepresentativeOfAFamilyIsItsKeeper() async throws {
    let copies = [document("a", Self.storm), document("b", Self.storm + "!!!")]
    var configuration = Configuration()
    configuration.duplicates.keep = try #require(KeepPolicies("longest"))
    let report = try await Analysis(configuration: configuration).run(
      Corpus(documents: copies), parts: [.duplicates])
    #expect(report.duplicates?.families.map(\.representative) == [1])
  }

  @Test func aReferenceTakesAwayWhatStandsInItAndNothingElse() async throws {
    let corpus = [
      document("a", Self.storm), document("b", Self.storm), document("c", Self.school),
      document("d", Self.school), document("e", ""),
    ]
    let reference = [document("r", "Something else."), document("a", Self.storm + "…")]
    let found = try await report(corpus, against: reference)
    #expect(pairs(found) == ["a<a", "b<a"])
    #expect(found.removals.map(\.keeper) == [.reference(1), .reference(1)])
    #expect(found.account == RemovalAccount(read: 5, kept: 3, removed: 2, rejected: 0))
    let within = try await report(corpus, against: reference, within: true)
    #expect(pairs(within) == ["a<a", "b<a", "d<c"])
    #expect(try await pairs(report(corpus, against: [])) == [])
  }

  @Test func whatIsGoneKeepsNobody() async throws {
    // b is a near copy of a, which stands in the reference, and c of b only: without a, b stays and c goes.
    func shifted(_ start: Int) -> String {
      (start..<start + 100).map { "w\($0)" }.joined(separator: " ")
    }
    let corpus = [document("a", shifted(20)), document("b", shifted(28)), document("c", shifted(36))]
    #expect(try await pairs(report(corpus)) == ["b<a"])
    let reference = [document("r", shifted(20).uppercased())]
    #expect(try await pairs(report(corpus, against: reference, within: true)) == ["a<r", "b<r"])
    let far = [document("r", shifted(12))]
    #expect(try await pairs(report(corpus, against: far, within: true)) == ["a<r", "c<b"])
  }

  @Test func nothingAndNothingButDuplicates() async throws {
    // Trap 11.
    let none = try await report([])
    #expect(none.removals.isEmpty && none.sources.isEmpty)
    let all = try await report((0..<50).map { document("\($0)", "") })
    #expect(all.removals.count == 49)
    #expect(all.account.kept == 1)
  }
}
