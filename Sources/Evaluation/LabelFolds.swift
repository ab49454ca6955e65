import AnalysisModel
import Execution

/// Labels dealt into parts at random, those with redundant documents evenly.
struct LabelFolds {
  private let curves: LabelCurves
  private let folds: Int
  /// The part of every label that counts.
  private let partOf: [Int]

  /// Deals the labels; nil where fewer than two have redundant documents.
  init?(_ curves: LabelCurves, options: ThresholdCalibrator.Options) {
    let redundantCount = curves.redundant.count { $0 > 0 }
    guard redundantCount > 1 else { return nil }
    self.curves = curves
    folds = min(options.folds, redundantCount)
    var random = SplitMix64(seed: SplitMix64.mixed(options.seed))
    var order = Array(curves.redundant.indices)
    // Fisher and Yates's shuffle, spelled out so that no other standard library changes the draw.
    for last in order.indices.dropFirst().reversed() { order.swapAt(last, random.below(last + 1)) }
    let dealt = order.filter { curves.redundant[$0] > 0 } + order.filter { curves.redundant[$0] == 0 }
    var partOf = [Int](repeating: 0, count: order.count)
    for (position, label) in dealt.enumerated() { partOf[label] = position % folds }
    self.partOf = partOf
  }

  /// Judges each part at the threshold chosen on the others.
  func crossValidation(aim: ThresholdCalibration.Aim) -> ThresholdCalibration.CrossValidation {
    var right = 0
    var wrong = 0
    var redundant = 0
    var points: [Int?] = []
    for fold in 0..<folds {
      let others = curves.sums { partOf[$0] == fold ? 0 : 1 }
      let held = curves.sums { partOf[$0] == fold ? 1 : 0 }
      let point = ThresholdChoice.index(in: others, aim: aim)
      points.append(point)
      redundant += held.redundant
      if let point {
        right += held.right[point]
        wrong += held.wrong[point]
      }
    }
    return .init(
      folds: folds,
      records: DuplicateAgreement(rightlyRemoved: right, wronglyRemoved: wrong, redundant: redundant),
      points: points)
  }
}
