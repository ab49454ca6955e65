import AnalysisModel

/// The rule by which a threshold is chosen from counts.
enum ThresholdChoice {
  /// The normal distribution's 97.5 % point, for intervals that hold 95 %.
  static let normalQuantile = 1.959963984540054

  /// The index of the threshold that serves the aim; nil where none does.
  static func index(in sums: LabelCurves.Sums, aim: ThresholdCalibration.Aim) -> Int? {
    switch aim {
    case .bestF1:
      let plateau = bestPlateau(of: sums)
      return (plateau.lowerBound + plateau.upperBound + 1) / 2
    case .precision(let least):
      return sums.right.indices.first { precisionLowerBound(sums.agreement($0)) >= least }
    }
  }

  /// The thresholds with the best F₁ that lie next to each other; of several such stretches the one of the
  /// highest thresholds.
  ///
  /// - Precondition: there is a threshold.
  static func bestPlateau(of sums: LabelCurves.Sums) -> ClosedRange<Int> {
    let scores = sums.right.indices.map { sums.agreement($0).f1 }
    let best = scores.max() ?? 0
    // Equal fractions are equal numbers, see `DuplicateAgreement.f1`.
    let last = scores.lastIndex(of: best) ?? 0
    let first = scores[..<last].lastIndex { $0 != best }.map { $0 + 1 } ?? 0
    return first...last
  }

  /// The lower end of Wilson's score interval of the precision; 0 where nothing is removed.
  ///
  /// Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927).
  static func precisionLowerBound(_ counts: DuplicateAgreement) -> Double {
    guard counts.removed > 0 else { return 0 }
    let n = Double(counts.removed)
    let share = Double(counts.rightlyRemoved) / n
    let squared = normalQuantile * normalQuantile
    let spread = (share * (1 - share) / n + squared / (4 * n * n)).squareRoot()
    return max(0, (share + squared / (2 * n) - normalQuantile * spread) / (1 + squared / n))
  }
}
