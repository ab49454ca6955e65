import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import Clustering

@Suite struct ClusterEngineTests {
  @Test func nothingGivesNothing() async throws {
    let findings = try await TestCorpus([]).cluster()
    #expect(findings.topics.isEmpty && findings.events.isEmpty)
  }

  @Test func oneDocumentIsOneTopicAndOneEvent() async throws {
    let findings = try await TestCorpus(["Volcano erupts on island"]).cluster()
    #expect(findings.topicSets == [[0]])
    #expect(findings.eventSets == [[0]])
    #expect(findings.events[0].cohesion == nil)
    #expect(findings.events[0].label == "Volcano erupts on island")
    #expect(findings.events[0].topic == 1)
  }

  @Test func twoDocumentsJoinWhereTheyTellTheSame() async throws {
    let alike = [
      "A volcano erupted on Tuesday near Reykjavik and closed Keflavik airport for hours",
      "Keflavik airport near Reykjavik was closed on Tuesday after a volcano erupted",
    ]
    #expect(try await TestCorpus(alike).cluster().eventSets == [[0, 1]])
    let unlike = [alike[0], "Shares of the bank fell after it reported a quarterly loss in Zurich"]
    let findings = try await TestCorpus(unlike).cluster()
    #expect(findings.eventSets == [[0], [1]])
    #expect(findings.topicSets == [[0], [1]])
  }

  @Test(arguments: [2, 3, 7])
  func identicalDocumentsAreOneEvent(count: Int) async throws {
    let text = "Ferry sinks off Samar with forty passengers aboard"
    let findings = try await TestCorpus(Array(repeating: text, count: count)).cluster()
    #expect(findings.eventSets == [Array(0..<count)])
    #expect(findings.events[0].representative == 0)
    #expect(findings.topicSets == [Array(0..<count)])
  }

  @Test func documentsWithoutTermsAreAlone() async throws {
    let texts = ["", "", "!!!", "the of and", "Ferry sinks off Samar", "Ferry sinks off Samar coast"]
    let findings = try await TestCorpus(texts).cluster()
    #expect(findings.eventSets == [[0], [1], [2], [3], [4, 5]])
    #expect(findings.topicSets == [[0], [1], [2], [3], [4, 5]])
    #expect(findings.events.contains { $0.members == [2] && $0.label == "2" && $0.keywords.isEmpty })
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func findsPlantedEvents(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let sizes = [5, 1, 4, 3, 1, 6]
    var texts: [String] = []
    var planted: [[Int]] = []
    for (event, size) in sizes.enumerated() {
      planted.append(Array(texts.count..<texts.count + size))
      texts += TestCorpus.articles(about: event, count: size, using: &generator)
    }
    let findings = try await TestCorpus(texts).cluster()
    #expect(findings.eventSets == planted, "seed \(seed)")
  }

  /// One kind of happening, reported twice with a half-year between: words cannot tell the two, dates can.
  @Test func datesTellRepeatedHappeningsApart() async throws {
    var generator = SeededGenerator(seed: 4)
    let texts = TestCorpus.articles(about: 1, count: 6, stock: 15, using: &generator)
    let dates = [1, 2, 3].map { january($0) } + [1, 2, 3].map { PartialDate(year: 2024, month: 7, day: $0) }
    #expect(try await TestCorpus(texts).cluster().eventSets == [Array(0..<6)])
    let findings = try await TestCorpus(texts, dates: dates).cluster()
    #expect(findings.eventSets == [[0, 1, 2], [3, 4, 5]])
    #expect(findings.topicSets == [Array(0..<6)])
    #expect(findings.events[0].earliest == 0)
    #expect(findings.events[0].firstDate == january(1))
    #expect(findings.events[0].lastDate == january(3))
  }

  @Test func eventsLieInsideTopicsAndEverythingIsCountedOnce() async throws {
    var generator = SeededGenerator(seed: 9)
    var texts = ["", "lonely words nobody shares"]
    for event in 0..<8 {
      texts += TestCorpus.articles(about: event, count: 4, common: event < 4 ? "v" : "u", using: &generator)
    }
    for topics in [nil, 1, 2, 5, 8] {
      var options = ClusterOptions()
      options.topics = topics
      let findings = try await TestCorpus(texts).cluster(options)
      #expect(findings.topics.flatMap(\.members).sorted() == Array(texts.indices))
      #expect(findings.events.flatMap(\.members).sorted() == Array(texts.indices))
      #expect(findings.topics.map(\.number) == Array(1...findings.topics.count))
      #expect(findings.events.map(\.number) == Array(1...findings.events.count))
      for event in findings.events {
        let topic = findings.topics[event.topic - 1]
        #expect(Set(event.members).isSubset(of: topic.members))
        #expect(event.members.contains(event.representative))
      }
      #expect(findings.topics.map(\.members.count) == findings.topics.map(\.members.count).sorted(by: >))
      if let topics { #expect(findings.topics.filter { $0.members.count > 1 }.count == topics) }
    }
  }

  @Test func asManyTopicsAsAskedForEvenWhereEventsMustGiveWay() async throws {
    let text = "Ferry sinks off Samar with forty passengers aboard"
    var options = ClusterOptions()
    options.topics = 3
    let findings = try await TestCorpus(Array(repeating: text, count: 5)).cluster(options)
    #expect(findings.topics.count == 3)
    options.topics = 9
    #expect(try await TestCorpus([text, text]).cluster(options).topics.count == 2)
  }

  @Test func isTheSameOnAnyNumberOfThreads() async throws {
    var generator = SeededGenerator(seed: 21)
    var texts: [String] = []
    for event in 0..<30 { texts += TestCorpus.articles(about: event % 25, count: 4, using: &generator) }
    var options = ClusterOptions()
    for topics in [nil, 4] {
      options.topics = topics
      let one = try await TestCorpus(texts).cluster(options, threads: 1)
      #expect(try await TestCorpus(texts).cluster(options, threads: 3) == one)
    }
  }

  @Test func givenCutsTakeTheDefaultsPlace() async throws {
    var generator = SeededGenerator(seed: 2)
    let texts = TestCorpus.articles(about: 1, count: 4, using: &generator)
    var options = ClusterOptions()
    options.eventCut = 1
    options.topicCut = 1
    let findings = try await TestCorpus(texts).cluster(options)
    #expect(findings.eventSets.count == 4)
    #expect(findings.topicSets.count == 4)
    #expect(findings.eventRule.contains("at least 1 (as asked for)"))
  }
}
