import AnalysisModel
import Execution

/// Proposes a threshold from labelled data: takes the families of every threshold, and says which one serves
/// best, how sure that is, and what to expect of it elsewhere.
///
/// Confidence intervals come from resampling the labels with replacement (B. Efron, "Bootstrap Methods: Another
/// Look at the Jackknife", 1979; percentiles of the resamples): documents of one label stay together, because
/// they are not independent of each other. The families themselves are those of the whole corpus throughout.
/// Cross-validation deals the labels into parts and judges each part at the threshold chosen on the others (M.
/// Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", 1974).
public struct ThresholdCalibrator: Sendable {
  /// How the choice is made.
  public struct Options: Sendable, Hashable {
    /// What makes a threshold the right one.
    public var aim = ThresholdCalibration.Aim.bestF1
    /// How many resamples are drawn, at least 1: a thousand steady the ends of a 95 % interval to two digits.
    public var resamples = 1000
    /// Into how many parts the labels are dealt, at least 2.
    public var folds = 10
    /// What all draws depend on.
    public var seed: UInt64 = 1

    /// The defaults of the command.
    public init() {}
  }

  /// The share of resamples between the ends of an interval.
  static let confidence = 0.95

  /// The number of every document's label; nil where it has none.
  private let labels: [Int?]
  private let sizes: [Int]
  private var thresholds: [DecimalFraction] = []
  private var removals: [[(label: Int, right: Int32, wrong: Int32)]] = []
  private var pairs: [PairCounts] = []

  /// A calibrator for documents.
  ///
  /// - Parameter labels: the gold label of every document, in any order that is kept; documents without one
  ///   are not judged, and neither are removals for them.
  public init<Label: Hashable>(labels: [Label?]) {
    var numbers: [Label: Int] = [:]
    var sizes: [Int] = []
    self.labels = labels.map { label in
      guard let label else { return nil }
      let number = numbers[label] ?? sizes.count
      if number == sizes.count {
        numbers[label] = number
        sizes.append(0)
      }
      sizes[number] += 1
      return number
    }
    self.sizes = sizes
  }

  /// Adds the families of a threshold.
  ///
  /// - Parameters:
  ///   - threshold: higher than those added before.
  ///   - representatives: the index of every document's representative, its own where it is kept.
  /// - Complexity: O(n + m log m) for m documents in families.
  public mutating func add(_ threshold: DecimalFraction, representatives: [Int]) {
    precondition(
      representatives.count == labels.count,
      "\(representatives.count) representatives for \(labels.count) documents")
    precondition(
      thresholds.last.map { $0.doubleValue < threshold.doubleValue } ?? true,
      "the threshold \(threshold) is not above the one before")
    var isInFamily = [Bool](repeating: false, count: labels.count)
    var right: [Int: Int32] = [:]
    var wrong: [Int: Int32] = [:]
    for (document, representative) in representatives.enumerated() where document != representative {
      guard let own = labels[document], let other = labels[representative] else { continue }
      isInFamily[document] = true
      isInFamily[representative] = true
      if own == other { right[own, default: 0] += 1 } else { wrong[own, default: 0] += 1 }
    }
    let losers = Set(right.keys).union(wrong.keys).sorted()
    removals.append(losers.map { ($0, right[$0] ?? 0, wrong[$0] ?? 0) })
    let members = labels.indices.filter { isInFamily[$0] }
    let table = ContingencyTable(gold: members.map { labels[$0] }, found: members.map { representatives[$0] })
    let counts = table.pairCounts
    pairs.append(
      PairCounts(
        together: counts.together, found: counts.found, gold: sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 },
        all: documentCount * (documentCount - 1) / 2))
    thresholds.append(threshold)
  }

  private var documentCount: Int { sizes.reduce(0, +) }

  /// The figures at every threshold, and the one proposed.
  ///
  /// - Returns: the same for the same seed, on any number of threads.
  /// - Precondition: a threshold was added.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(resamples · (labels + a · thresholds)) for a labels that have redundant documents or lose
  ///   some.
  public func calibration(_ options: Options, parallelism: Parallelism) async throws -> ThresholdCalibration {
    precondition(!thresholds.isEmpty, "no threshold to choose from")
    precondition(
      options.resamples >= 1 && options.folds >= 2, "\(options.resamples) resamples, \(options.folds) folds")
    let curves = LabelCurves(sizes: sizes, removals: removals)
    let total = curves.total
    let bootstrap = try await LabelBootstrap(curves, options: options, parallelism: parallelism)
    let points = thresholds.indices.map { index in
      let counts = total.agreement(index)
      return ThresholdCalibration.Point(
        threshold: thresholds[index], records: counts, pairs: pairs[index], f1: bootstrap.f1[index],
        precisionLowerBound: min(
          bootstrap.lowestPrecision[index], ThresholdChoice.precisionLowerBound(counts)))
    }
    return ThresholdCalibration(
      documentCount: documentCount, labelCount: sizes.count, redundantLabelCount: sizes.count { $0 > 1 },
      aim: options.aim, points: points,
      proposal: proposal(options.aim, total: total, points: points, range: bootstrap.choices),
      crossValidation: LabelFolds(curves, options: options)?.crossValidation(aim: options.aim),
      resamples: options.resamples, confidence: Self.confidence, seed: options.seed)
  }

  private func proposal(
    _ aim: ThresholdCalibration.Aim, total: LabelCurves.Sums, points: [ThresholdCalibration.Point],
    range: ClosedRange<Int>
  ) -> ThresholdCalibration.Proposal? {
    switch aim {
    case .bestF1:
      // Where there is nothing to find and nothing was removed, every threshold is as good as any other.
      guard total.redundant > 0, let point = ThresholdChoice.index(in: total, aim: aim) else { return nil }
      let plateau = ThresholdChoice.bestPlateau(of: total)
      return .init(
        point: point, range: min(range.lowerBound, point)...max(range.upperBound, point), plateau: plateau)
    case .precision(let least):
      guard let point = points.firstIndex(where: { $0.precisionLowerBound >= least }) else { return nil }
      return .init(
        point: point, range: min(range.lowerBound, point)...max(range.upperBound, point),
        plateau: point...point)
    }
  }
}
