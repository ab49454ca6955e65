import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct DuplicateExplorerTests {
  private func exploration(
    _ corpus: TestCorpus, _ options: DuplicateOptions, threads: Int = 1
  ) async throws -> DuplicateExploration {
    try await DuplicateExplorer(options: options, parallelism: Parallelism(threads: threads))
      .exploration(in: corpus.documents, tokens: corpus.tokens)
  }

  @Test func thresholdsLeadFromAHalfToOneAndTakeInTheConfiguredOne() {
    func names(_ configured: String) -> [String] {
      ThresholdSteps.around(DecimalFraction(configured)!).map(\.description)
    }
    let standard = ["0.5", "0.55", "0.6", "0.65", "0.7", "0.75", "0.8", "0.85", "0.9", "0.95", "1.0"]
    #expect(names("0.8") == standard)
    #expect(names("80%") == standard)
    #expect(names("1") == standard)
    #expect(names("0.3") == ["0.3"] + standard)
    #expect(names("0.812") == standard.prefix(7) + ["0.812"] + standard.dropFirst(7))
  }

  @Test(arguments: DuplicateOptions.Linkage.allCases, 0..<4)
  func everyStepIsWhatTheFinderFinds(linkage: DuplicateOptions.Linkage, seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 60, count: 60)
    var options = DuplicateOptions.at("0.72", "0.85", minimumTokens: 6, words: 1 + seed % 3)
    options.linkage = linkage
    let exploration = try await exploration(corpus, options)
    #expect(exploration.jaccard.filter(\.isConfigured).map(\.threshold) == [options.jaccard])
    for (steps, measure) in [
      (exploration.jaccard, TriedMeasure.jaccard), (exploration.containment, .containment),
    ] {
      #expect(steps.count >= 11)
      for step in steps {
        let families = try await corpus.families(measure.applied(step.threshold, to: options)).families
        #expect(step.familyCount == families.count, "seed \(seed + 60), \(step.threshold)")
        #expect(step.documentCount == families.reduce(0) { $0 + $1.members.count + 1 })
        #expect(step.removalCount == families.allMembers.count { $0.verdict != .related })
        #expect(step.largestFamily == families.map { $0.members.count + 1 }.max() ?? 0)
      }
    }
  }

  @Test(arguments: 0..<6)
  func borderlinePairsAreNearestOnTheirSide(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 160, count: 60)
    let options = DuplicateOptions.at("0.7", "0.9", minimumTokens: 6, words: 1 + seed % 3)
    let exploration = try await exploration(corpus, options)
    // All links that decide by Jaccard at any step, by the finder.
    var scores: Set<Double> = []
    for step in exploration.jaccard {
      let families = try await corpus.families(TriedMeasure.jaccard.applied(step.threshold, to: options))
        .families
      for member in families.allMembers
      where ![.identical, .sameText].contains(member.verdict) {
        let isContained = corpus.tokens.positions(of: member.document).count >= 6 && member.containment >= 0.9
        if !isContained { scores.insert(member.score) }
      }
    }
    let bounds = exploration.jaccard.map(\.threshold.doubleValue)
    for (position, step) in exploration.jaccard.enumerated() {
      let bound = bounds[position]
      let higher = position + 1 < bounds.count ? bounds[position + 1] : .infinity
      let lower = position > 0 ? bounds[position - 1] : .infinity
      #expect(step.above.map(\.score) == step.above.map(\.score).sorted())
      #expect(step.below.map(\.score) == step.below.map(\.score).sorted(by: >))
      #expect(
        step.above.first?.score == scores.filter { $0 >= bound && $0 < higher }.min(), "seed \(seed + 160)")
      #expect(
        step.below.first?.score == scores.filter { $0 < bound && $0 >= lower }.max(), "seed \(seed + 160)")
      for pair in step.above + step.below {
        let left = corpus.shingles(of: pair.representative, width: options.shingleWords)
        let right = corpus.shingles(of: pair.member, width: options.shingleWords)
        let overlap = left.intersection(right).count
        #expect(pair.score == Double(overlap) / Double(left.union(right).count))
        #expect(pair.containment == Double(overlap) / Double(right.count))
        #expect(!pair.differences.isEmpty && pair.differences.count <= 3)
      }
    }
  }

  @Test func tiesAreInDocumentOrder() async throws {
    let texts = (0..<6).map { "a b c d e f g h i x\($0)" }
    let options = DuplicateOptions.at("0.8", words: 1)
    let step = try await exploration(TestCorpus(texts: texts), options).jaccard[6]
    #expect(step.threshold.description == "0.8" && step.above.map(\.member) == [1, 2])
    let higher = try await exploration(TestCorpus(texts: texts), options).jaccard[7]
    #expect(higher.below.map(\.member) == [1, 2] && higher.above.isEmpty && higher.familyCount == 0)
  }

  @Test func nothingToExplore() async throws {
    for texts in [[], ["one text"], ["", ""]] {
      let exploration = try await exploration(TestCorpus(texts: texts), DuplicateOptions())
      #expect(exploration.documentCount == texts.count)
      #expect(exploration.jaccard.allSatisfy { $0.removalCount == (texts.count == 2 ? 1 : 0) })
      #expect(exploration.jaccard.allSatisfy { $0.above.isEmpty && $0.below.isEmpty })
    }
  }

  @Test func resultsDoNotDependOnThreads() async throws {
    let corpus = try await TestCorpus(seed: 99, count: 300, letters: 30)
    let options = DuplicateOptions.at("0.6", "0.7", minimumTokens: 6, words: 2)
    let one = try await exploration(corpus, options)
    #expect(one.jaccard.contains { !$0.above.isEmpty })
    #expect(try await exploration(corpus, options, threads: 3) == one)
  }
}
