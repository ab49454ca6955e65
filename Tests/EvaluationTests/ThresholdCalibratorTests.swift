import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import Evaluation

@Suite("A threshold chosen by labels")
struct ThresholdCalibratorTests {
  /// Pairs of a corpus: the first of each stands for the second from its score downwards.
  struct Corpus {
    var labels: [String]
    var scores: [(a: Int, b: Int, percent: Int)]

    func representatives(percent: Int) -> [Int] {
      var representatives = Array(labels.indices)
      for pair in scores where pair.percent >= percent { representatives[pair.b] = pair.a }
      return representatives
    }
  }

  /// Ten records, each twice, at scores of 60 to 69; below 55 strangers are removed as well.
  static let separable = Corpus(
    labels: (0..<10).flatMap { ["r\($0)", "r\($0)"] } + (0..<10).map { "single \($0)" },
    scores: (0..<10).map { (2 * $0, 2 * $0 + 1, 60 + $0) } + (0..<9).map { (20 + $0, 21 + $0, 54) })

  private func calibrator(_ corpus: Corpus, _ percents: some Sequence<Int>) throws -> ThresholdCalibrator {
    var calibrator = ThresholdCalibrator(labels: corpus.labels)
    for percent in percents {
      calibrator.add(
        try #require(DecimalFraction("\(percent)%")),
        representatives: corpus.representatives(percent: percent))
    }
    return calibrator
  }

  private func calibration(
    _ corpus: Corpus, _ percents: some Sequence<Int>, threads: Int = 2,
    _ change: (inout ThresholdCalibrator.Options) -> Void = { _ in }
  ) async throws -> ThresholdCalibration {
    var options = ThresholdCalibrator.Options()
    options.resamples = 200
    change(&options)
    return try await calibrator(corpus, percents)
      .calibration(options, parallelism: Parallelism(threads: threads))
  }

  @Test("Between strangers below and copies above, the middle is proposed")
  func separable() async throws {
    let result = try await calibration(Self.separable, 40...80)
    let proposal = try #require(result.proposal)
    // F1 is 1 from 55 to 60.
    #expect(proposal.plateau == 15...20)
    #expect(proposal.point == 18)
    #expect(result.points[18].records.f1 == 1 && result.points[18].f1 == .init(lower: 1, upper: 1))
    #expect(proposal.range.contains(18) && proposal.range.lowerBound >= 15)
    #expect(result.documentCount == 30 && result.labelCount == 20 && result.redundantLabelCount == 10)
    let validation = try #require(result.crossValidation)
    #expect(validation.folds == 10 && validation.records.redundant == 10)
    #expect(validation.records.wronglyRemoved == 0)
    // Without the copy at 60 the plateau grows by one step, and its middle may move: the copy is still found.
    #expect(validation.records.rightlyRemoved == 10)
  }

  @Test("Points are those of a plain evaluation of the same families")
  func points() async throws {
    let percents = [40, 54, 55, 60, 65, 69, 70]
    let result = try await calibration(Self.separable, percents)
    let documents = Self.separable.labels.enumerated().map { ("d\($0)", $1) }
    for (point, percent) in zip(result.points, percents) {
      let representatives = Self.separable.representatives(percent: percent)
      let plain = DuplicateEvaluation(documents, representatives: representatives)
      #expect(point.records == plain.records, "at \(percent)")
      #expect(point.pairs == plain.pairs, "at \(percent)")
    }
  }

  @Test("The same on any number of threads, another seed gives other draws")
  func reproducible() async throws {
    let one = try await calibration(Self.random(seed: 5), stride(from: 30, through: 100, by: 5), threads: 1)
    let two = try await calibration(Self.random(seed: 5), stride(from: 30, through: 100, by: 5), threads: 2)
    #expect(one == two)
    let other = try await calibration(Self.random(seed: 5), stride(from: 30, through: 100, by: 5)) {
      $0.seed = 2
    }
    #expect(other.points.map(\.records) == one.points.map(\.records))
    #expect(other.points.map(\.f1) != one.points.map(\.f1))
  }

  @Test("Intervals hold the figure of the whole, and narrow as labels grow more")
  func intervals() async throws {
    func width(_ copies: Int) async throws -> Double {
      let one = Self.random(seed: 9)
      var labels: [String] = []
      var scores: [(a: Int, b: Int, percent: Int)] = []
      for copy in 0..<copies {
        scores += one.scores.map { ($0.a + labels.count, $0.b + labels.count, $0.percent) }
        labels += one.labels.map { "\(copy) \($0)" }
      }
      let result = try await calibration(Corpus(labels: labels, scores: scores), [60])
      let point = result.points[0]
      #expect(point.f1.lower <= point.records.f1 && point.records.f1 <= point.f1.upper)
      #expect(point.precisionLowerBound <= point.records.removal.precision)
      return point.f1.upper - point.f1.lower
    }
    let few = try await width(1)
    let many = try await width(16)
    // Sixteen times the labels quarter the interval; chance leaves some room.
    #expect(many > 0 && many < few / 2)
  }

  @Test("A precision is promised at its lower bound only")
  func precision() async throws {
    // All removals are right at 60, but ten of them promise little: Wilson's bound is 10 / (10 + z²) = .7225.
    let low = try await calibration(Self.separable, 40...80) { $0.aim = .precision(0.72) }
    let proposal = try #require(low.proposal)
    #expect(low.points[proposal.point].threshold.doubleValue == 0.55)
    #expect(abs(low.points[proposal.point].precisionLowerBound - 0.722_467_2) < 1e-6)
    let high = try await calibration(Self.separable, 40...80) { $0.aim = .precision(0.9) }
    #expect(high.proposal == nil)
  }

  @Test("Labels without duplicates leave nothing to choose by")
  func nothingRedundant() async throws {
    let corpus = Corpus(labels: ["a", "b", "c"], scores: [(0, 1, 50)])
    let result = try await calibration(corpus, [40, 60])
    #expect(result.proposal == nil && result.crossValidation == nil)
    #expect(result.points.map(\.records.f1) == [0, 1])
  }

  @Test("Documents without a label are not judged")
  func unlabelled() async throws {
    var calibrator = ThresholdCalibrator(labels: ["a", "a", nil, "b"] as [String?])
    calibrator.add(try #require(DecimalFraction("0.5")), representatives: [0, 0, 0, 2])
    let result = try await calibrator.calibration(.init(), parallelism: Parallelism(threads: 1))
    #expect(result.documentCount == 3)
    #expect(
      result.points[0].records == DuplicateAgreement(rightlyRemoved: 1, wronglyRemoved: 0, redundant: 1))
  }

  @Test(
    "Cross-validation equals a plain one: choose on the others, judge the part", arguments: UInt64(1)...10)
  func crossValidation(seed: UInt64) async throws {
    let percents = Array(stride(from: 30, through: 100, by: 10))
    let corpus = Self.random(seed: seed)
    let result = try await calibration(corpus, percents) { $0.folds = 3 }
    let validation = try #require(result.crossValidation, "seed \(seed)")
    // Every label's redundant documents are judged once, and each point was chosen by the rule.
    #expect(validation.records.redundant == result.points[0].records.redundant, "seed \(seed)")
    #expect(validation.points.count == 3 && validation.points.allSatisfy { $0 != nil }, "seed \(seed)")
    let right = result.points.map(\.records.rightlyRemoved)
    let wrong = result.points.map(\.records.wronglyRemoved)
    #expect(validation.records.rightlyRemoved <= right.max() ?? 0, "seed \(seed)")
    #expect(validation.records.wronglyRemoved <= wrong.max() ?? 0, "seed \(seed)")
    // With one threshold to choose from, the parts add up to the whole.
    let single = try await calibration(corpus, [60]) { $0.folds = 3 }
    #expect(single.crossValidation?.records == single.points[0].records, "seed \(seed)")
  }

  @Test("Sums of resampled labels equal plain sums over documents", arguments: UInt64(1)...10)
  func sums(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<20).map { _ in Int(random.next() % 4) + 1 }
    let removals: [[(label: Int, right: Int32, wrong: Int32)]] = (0..<5).map { _ in
      (0..<20).filter { _ in random.next() % 3 == 0 }.map {
        ($0, Int32(random.next() % 4), Int32(random.next() % 3))
      }
    }
    let curves = LabelCurves(sizes: sizes, removals: removals)
    for threshold in 0..<5 {
      let counts = curves.total.agreement(threshold)
      #expect(counts.rightlyRemoved == removals[threshold].reduce(0) { $0 + Int($1.right) }, "seed \(seed)")
      #expect(counts.wronglyRemoved == removals[threshold].reduce(0) { $0 + Int($1.wrong) }, "seed \(seed)")
      #expect(counts.redundant == sizes.reduce(0) { $0 + $1 - 1 }, "seed \(seed)")
    }
    #expect(curves.labelCount == 20)
  }

  @Test("The last plateau counts, whole")
  func plateau() {
    var sums = LabelCurves.Sums(thresholdCount: 6)
    sums.redundant = 10
    sums.right = [8, 8, 4, 8, 8, 2]
    #expect(ThresholdChoice.bestPlateau(of: sums) == 3...4)
    #expect(ThresholdChoice.index(in: sums, aim: .bestF1) == 4)
    sums.right = [9, 9, 9, 8, 8, 2]
    #expect(ThresholdChoice.bestPlateau(of: sums) == 0...2)
    #expect(ThresholdChoice.index(in: sums, aim: .bestF1) == 1)
  }

  /// Pairs of labels with scores by chance, and some wrong ones.
  private static func random(seed: UInt64) -> Corpus {
    var random = SeededGenerator(seed: seed)
    var labels: [String] = []
    var scores: [(a: Int, b: Int, percent: Int)] = []
    for record in 0..<40 {
      let first = labels.count
      for copy in 0..<Int(random.next() % 3) + 1 {
        labels.append("r\(record)")
        if copy > 0 { scores.append((first, first + copy, 40 + Int(random.next() % 60))) }
      }
      if first > 0 && random.next() % 3 == 0 { scores.append((0, first, 20 + Int(random.next() % 60))) }
    }
    return Corpus(labels: labels, scores: scores)
  }
}
