import AnalysisModel
import Testing

@testable import Reporting

@Suite struct ReportSummaryTests {
  @Test func seedsInPlainSentences() throws {
    let summary = ReportSummary(try SeedsSample.report())
    #expect(summary.heading == "5 documents, 2,263 words, 5 files")
    #expect(
      summary.sentences == [
        "No duplicate documents.",
        "6 passages stand more than once; 11% of all words lie in them.",
        "1 topic, 5 events: no two documents tell of the same event.",
        "Dates of documents: 1 published, 1 from a dateline, 1 not before a known day, 2 unknown.",
      ])
  }

  @Test func copiesAreCountedByVerdict() throws {
    let sentence = ReportSummary(try CopiesSample.report()).duplicateSentence
    #expect(
      sentence
        == "4 of 8 documents are copies, in 2 families: "
        + "1 identical, 1 with the same text, 1 near copy and 1 contained.")
  }

  @Test func templatesAreNoCopies() throws {
    let sentence = ReportSummary(try CopiesSample.report()).templateSentence
    #expect(
      sentence
        == "3 documents fill 1 template with different numbers, names or dates: "
        + "they are no copies of each other."
    )
  }

  @Test func onePartSpeaksOfItselfOnly() throws {
    let report = try CopiesSample.report().restricted(to: .passages)
    let summary = ReportSummary(report)
    #expect(summary.duplicateSentence == nil && summary.clusterSentence == nil)
    #expect(summary.passageSentence != nil && summary.dateSentence == nil)
  }

  @Test func nothingFoundIsSaid() {
    let report = AnalysisReport(
      configuration: Configuration(), corpus: Corpus(documents: [Document(id: "a", text: "x")]),
      tokenCount: 1, duplicates: DuplicateFindings(families: [], documentsWithoutTokens: []),
      passages: PassageFindings(passages: [], repeatedTokens: [0], documentTokens: [1]))
    #expect(
      ReportSummary(report).sentences == [
        "No duplicate documents.", "No passage stands more than once.",
      ])
  }
}
