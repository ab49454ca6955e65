import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct FactWordsTests {
  @Test(arguments: ["7", "3rd", "1,000", "covid19", "March", "MONDAY", "juillet", "٤", "März"])
  func numbersAndDates(token: String) { #expect(FactWords.isNumberOrDate(token)) }

  @Test(arguments: ["marching", "sunny", "may", "sat", "一定", "one", "Berlin", ""])
  func otherWords(token: String) { #expect(!FactWords.isNumberOrDate(token)) }

  /// Which words of a document are facts.
  private func facts(title: String? = nil, _ text: String) async throws -> [String] {
    let document = Document(id: "1", title: title.map { UTF8Text($0) }, text: UTF8Text(text))
    let corpus = try await TestCorpus([document])
    let words = DocumentWords(
      document, index: 0, fields: ComparedFields(tokens: corpus.tokens, includeTitle: true))
    return (0..<words.ids.count).filter { words.isFact($0) }.map { words.word($0) }
  }

  @Test func aCapitalCountsInsideASentence() async throws {
    #expect(
      try await facts("The visit of Anna Smith ended. Nobody from Berlin came on 3 May.")
        == ["Anna", "Smith", "Berlin", "3", "May"])
  }

  @Test func atTheStartOfASentenceItNeedsASecondOne() async throws {
    #expect(
      try await facts("John Smith spoke. He left. (Anna came.)\nPeter and Paul Jones sang")
        == ["John", "Smith", "Paul", "Jones"])
  }

  @Test func aNameKnownFromASentenceIsOneEverywhere() async throws {
    #expect(
      try await facts(title: "Berlin Calls", "Berlin is large. People in Berlin call. Calls cost.")
        == ["Berlin", "Berlin", "Berlin"])
    #expect(
      try await facts(title: "Miwa Ota", "Miwa Ota is a swimmer. Miwa won.")
        == ["Miwa", "Ota", "Miwa", "Ota", "Miwa"])
  }

  @Test func headlineCapitalsProveNothing() async throws {
    #expect(try await facts(title: "Ad Sales Boost 2 Firms", "all small") == ["2"])
    #expect(try await facts(title: "Sales boost the Time Warner profit", "all small") == ["Time", "Warner"])
  }
}
