import AnalysisModel
import Foundation

extension ContingencyTable {
  /// Homogeneity, completeness, V-measure, NMI and AMI, the last two by either mean.
  ///
  /// Limits as in scikit-learn: a labelling of one cluster has entropy 0 and is always fully homogeneous
  /// (complete); NMI and AMI are 1 where both labellings are one cluster (or empty), 0 where only one is.
  ///
  /// - Complexity: O(cells), plus the expectation of `expectedMutualInformation`.
  ///
  /// Sources: Rosenberg and Hirschberg, "V-Measure" (2007); Vinh, Epps and Bailey, "Information Theoretic
  /// Measures for Clusterings Comparison" (2010).
  public var information: InformationAgreement {
    let goldEntropy = entropy(of: goldSizes)
    let foundEntropy = entropy(of: foundSizes)
    let mutual = mutualInformation
    let mean = (goldEntropy + foundEntropy) / 2
    let adjusted = self.adjusted(mutual, by: [mean, max(goldEntropy, foundEntropy)])
    return InformationAgreement(
      homogeneity: goldEntropy > 0 ? mutual / goldEntropy : 1,
      completeness: foundEntropy > 0 ? mutual / foundEntropy : 1,
      normalizedMutualInformation: normalized(mutual, mean),
      geometricNormalizedMutualInformation: normalized(mutual, (goldEntropy * foundEntropy).squareRoot()),
      adjustedMutualInformation: adjusted[0], maximumAdjustedMutualInformation: adjusted[1])
  }

  private var bothUndivided: Bool { goldSizes.count <= 1 && foundSizes.count <= 1 }

  private func normalized(_ mutual: Double, _ meanEntropy: Double) -> Double {
    if bothUndivided { return 1 }
    return mutual > Double.ulpOfOne ? mutual / meanEntropy : 0
  }

  /// The mutual information corrected for chance, by each of some means; the expectation is computed once.
  private func adjusted(_ mutual: Double, by means: [Double]) -> [Double] {
    // Equal divisions are 1 by definition; computed, all-singletons would be 0/0.
    if bothUndivided || isExactMatch { return means.map { _ in 1 } }
    if goldSizes.count == 1 || foundSizes.count == 1 { return means.map { _ in 0 } }
    let expected = expectedMutualInformation
    return means.map { mean in
      let room = mean - expected
      return (mutual - expected)
        / (room < 0 ? min(room, -Double.ulpOfOne) : max(room, Double.ulpOfOne))
    }
  }

  private func entropy(of sizes: [Int]) -> Double {
    guard sizes.count > 1 else { return 0 }
    let total = Double(documentCount)
    return sizes.reduce(0) { sum, size in
      let share = Double(size) / total
      return sum - share * (log(Double(size)) - log(total))
    }
  }

  private var mutualInformation: Double {
    guard goldSizes.count > 1, foundSizes.count > 1 else { return 0 }
    let total = Double(documentCount)
    let sum = cells.reduce(0.0) { sum, cell in
      let count = Double(cell.count)
      let independent = Double(goldSizes[cell.gold]) * Double(foundSizes[cell.found])
      let term = count / total * (log(count) + log(total) - log(independent))
      return abs(term) < Double.ulpOfOne ? sum : sum + term
    }
    return max(sum, 0)
  }
}
