import AnalysisModel
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct TemplateTests {
  /// A report of 36 words with three places to fill.
  private func report(_ name: String, _ place: String, _ number: String) -> String {
    "the yearly report of the company that \(name) leads says that sales in the northern region "
      + "around \(place) rose once more and that "
      + "the number of people at work there is now \(number) while prices fell"
  }

  private var fillings: [String] {
    [
      report("Anna Smith", "Berlin", "410"), report("Paul Jones", "Oslo", "77"),
      report("Mary Ann Lee", "New York", "1,200"),
    ]
  }

  @Test func threeFillingsAreATemplate() async throws {
    let findings = try await TestCorpus(texts: fillings).families(.at("0.3"))
    #expect(findings.families.isEmpty)
    #expect(
      findings.templates == [
        TemplateGroup(
          number: 1, documents: [0, 1, 2],
          frame: "the yearly report of the company that … leads says that sales in the northern region "
            + "around … rose … people at work there is now … while prices fell", slotCount: 3)
      ])
  }

  @Test func aPairIsANearCopyWhoseFactsDiffer() async throws {
    let findings = try await TestCorpus(texts: Array(fillings.prefix(2))).families(.at("0.3"))
    #expect(findings.templates.isEmpty)
    #expect(findings.families.allMembers.map(\.verdict) == [.nearCopy])
    #expect(findings.families.allMembers.map(\.factsDiffer) == [true])
  }

  @Test func copiesOfOneFillingAreItsFamily() async throws {
    let texts = fillings + [fillings[1], fillings[1].uppercased(), fillings[1] + " and it rained"]
    let findings = try await TestCorpus(texts: texts).families(.at("0.3"))
    #expect(findings.templates.map(\.documents) == [[0, 1, 2]])
    #expect(findings.families.map(\.representative) == [1])
    #expect(findings.families.allMembers.map(\.document) == [3, 4, 5])
    #expect(findings.families.allMembers.map(\.verdict) == [.identical, .sameText, .nearCopy])
  }

  /// Walked first, a copy of the last filling that is also like the others.
  @Test func aCopyGoesToTheFillingWhoseFactsItHas() async throws {
    let copy = fillings[2].replacing("rose once more", with: "climbed yet again")
    let corpus = try await TestCorpus(texts: [copy] + fillings)
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
      let findings = try await corpus.families(.at("0.3"), order: order)
      #expect(findings.templates.map(\.documents) == [[1, 2, 3]])
      #expect(findings.families.map(\.representative) == [3])
      #expect(findings.families.allMembers.map(\.document) == [0])
    }
  }

  @Test func otherFactsAreNeverRemoved() async throws {
    let other = report("Ivan Petrov", "Kiev", "12").replacing("rose once more", with: "climbed yet again")
    let findings = try await TestCorpus(texts: fillings + [other]).families(.at("0.3"))
    #expect(findings.templates.map(\.documents) == [[0, 1, 2]])
    #expect(findings.families.isEmpty)
  }

  @Test func factsLeftOutMakeNoOtherTemplate() async throws {
    // The second and third say one thing less; no three have the same frame.
    let texts = [
      report("Anna Smith", "Berlin", "410"), report("Paul Jones", "Oslo", "77").replacing("77 ", with: ""),
      report("Mary Lee", "Rome", "5").replacing("5 ", with: ""),
    ]
    let findings = try await TestCorpus(texts: texts).families(.at("0.3"))
    #expect(findings.templates.map(\.documents) == [[0, 1, 2]])
    #expect(findings.families.isEmpty)
    let joined = try await TestCorpus(texts: fillings + [texts[1]]).families(.at("0.3"))
    #expect(joined.templates.map(\.documents) == [[0, 1, 2]])
    #expect(joined.families.map(\.representative) == [1])
    let further = try await TestCorpus(texts: fillings + [texts[2]]).families(.at("0.3"))
    #expect(further.templates.map(\.documents) == [[0, 1, 2, 3]])
  }

  @Test func aTurnOfPhraseIsNoTemplate() async throws {
    let texts = ["Anna Smith was born in Paris on 3 May", "Paul Jones was born in Rome on 9 June"]
    let findings = try await TestCorpus(texts: texts + ["Mary Lee was born in Oslo on 5 July"]).families()
    #expect(findings.templates.isEmpty)
  }

  /// A list of names is part of the frame where all say the same names.
  @Test func sharedFactsBelongToTheFrame() async throws {
    let names = " with Ann Bell, Carl Dow, Eve Fox, Guy Hill, Ian Jones, Kim Lee, Max Nye and Rob Sims"
    let texts = ["Oslo", "Rome", "Bern"].map { "the jury of the yearly film prize meets in \($0)" + names }
    let findings = try await TestCorpus(texts: texts).families(.at("0.5"))
    #expect(findings.templates.map(\.documents) == [[0, 1, 2]])
    #expect(findings.templates.map(\.slotCount) == [1])
  }

  @Test func aNameMayStartTheSentence() async throws {
    let rest = " is a town with a harbour and a railway station on the coast of the northern sea"
    let findings = try await TestCorpus(texts: ["Oslo", "Hamburg", "Malmö"].map { $0 + rest }).families()
    #expect(findings.templates.map(\.documents) == [[0, 1, 2]])
    // A word that the corpus also writes with a small letter proves nothing.
    let words = try await TestCorpus(
      texts: ["Sales", "Prices", "Wages"].map { $0 + rest } + ["the sales, the prices and the wages"]
    ).families(.at("0.5"))
    #expect(words.templates.isEmpty)
    #expect(words.families.map(\.members.count) == [2])
  }

  @Test func aContainedTextIsClaimedByTheFillingItStandsIn() async throws {
    let part = fillings[1].split(separator: " ").dropFirst(4).joined(separator: " ")
    let findings = try await TestCorpus(texts: [part] + fillings)
      .families(.at("0.95", "0.9", minimumTokens: 20))
    #expect(findings.families.map(\.representative) == [2])
    let member = try #require(findings.families.allMembers.first)
    #expect(member.document == 0 && member.verdict == .contained && member.containment == 1)
    let passage = try #require(member.sharedPassages.first)
    #expect(passage.place.bytes == 0..<part.utf8.count)
    #expect(passage.representativePlace.bytes == 21..<21 + part.utf8.count)
    #expect(passage.tokenCount == part.split(separator: " ").count)
  }

  @Test func titlesArePartOfTheFrame() async throws {
    let documents = fillings.enumerated().map { number, text in
      Document(
        id: "\(number)", title: UTF8Text("Report no. \(number + 7) of the firm"), text: UTF8Text(text))
    }
    let findings = try await TestCorpus(documents).families()
    #expect(findings.templates.map(\.slotCount) == [4])
    #expect(findings.templates.first?.frame.hasPrefix("Report no … of the firm the yearly") == true)
  }

  @Test(arguments: [(57, 2), (98, 1)], [TemplateTexts.Filling.facts, .words])
  func manyFillings(_ shape: (Int, Int), _ filling: TemplateTexts.Filling) async throws {
    let template = TemplateTexts(seed: 5, words: shape.0, places: shape.1, filling: filling)
    let findings = try await TestCorpus(texts: (0..<1000).map(template.text)).families(.at("0.5"), threads: 2)
    switch filling {
    case .facts:
      #expect(findings.families.isEmpty)
      #expect(findings.templates.map(\.documents) == [Array(0..<1000)])
      #expect(findings.templates.map(\.slotCount) == [shape.1])
    case .words:
      #expect(findings.templates.isEmpty)
      #expect(findings.families.map(\.representative) == [0])
      #expect(findings.families.map(\.members.count) == [999])
    }
  }

  @Test func fiveTemplatesMixed() async throws {
    let templates = (0..<5).map { TemplateTexts(seed: $0, words: 60, places: 2 + $0) }
    let texts = (0..<2000).map { templates[$0 % 5].text($0 / 5) }
    let findings = try await TestCorpus(texts: texts).families(.at("0.5"))
    #expect(findings.families.isEmpty)
    #expect(findings.templates.map(\.documents) == (0..<5).map { Array(stride(from: $0, to: 2000, by: 5)) })
    #expect(findings.templates.map(\.slotCount) == [2, 3, 4, 5, 6])
  }

  /// Every filling has a copy with a word changed: each goes to its own, however many there are.
  @Test func copiesOfManyFillings() async throws {
    let template = TemplateTexts(seed: 9, words: 60, places: 2)
    let texts = (0..<400).map(template.text)
    let copies = texts.enumerated().map { number, text in
      let words = text.split(separator: " ")
      return (words[..<5] + ["edited\(number % 7 == 0 ? "" : "again")"] + words[6...]).joined(separator: " ")
    }
    let findings = try await TestCorpus(texts: (texts + copies).shuffled(seed: 4)).families(.at("0.5"))
    // The two edits are templates themselves: only lone copies would be copies.
    #expect(findings.families.isEmpty && findings.templates.count == 3)
    let own = texts.enumerated().map { number, text in
      text + " " + TemplateTexts(seed: 1000 + number, words: 1, places: 0).text(0)
    }
    let pairs = try await TestCorpus(texts: texts + own).families(.at("0.5"))
    #expect(pairs.families.map(\.representative) == Array(0..<400))
    #expect(pairs.families.map { $0.members.map(\.document) } == (400..<800).map { [$0] })
    #expect(pairs.templates.map(\.documents) == [Array(0..<400)])
  }
}

extension [String] {
  fileprivate func shuffled(seed: Int) -> [String] {
    var random = SeededGenerator(seed: seed)
    return shuffled(using: &random)
  }
}
