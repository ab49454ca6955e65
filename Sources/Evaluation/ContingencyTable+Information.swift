import Foundation

/// What two labellings tell about each other, in entropies (natural logarithms).
public struct InformationAgreement: Sendable, Hashable {
  /// 1 − H(gold | found) / H(gold): 1 where every found cluster holds one gold label only.
  public let homogeneity: Double
  /// 1 − H(found | gold) / H(found): 1 where no gold cluster is torn.
  public let completeness: Double
  /// The mutual information over the arithmetic mean of both entropies (NMI), 0…1.
  public let normalizedMutualInformation: Double
  /// The same, corrected for what chance gives (AMI): 1 for equal divisions, about 0 for independent ones.
  public let adjustedMutualInformation: Double

  /// The harmonic mean of homogeneity and completeness (V-measure), 0 where both are 0.
  public var vMeasure: Double {
    homogeneity + completeness > 0
      ? 2 * homogeneity * completeness / (homogeneity + completeness) : 0
  }
}

extension ContingencyTable {
  /// Homogeneity, completeness, V-measure, NMI and AMI.
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
    return InformationAgreement(
      homogeneity: goldEntropy > 0 ? mutual / goldEntropy : 1,
      completeness: foundEntropy > 0 ? mutual / foundEntropy : 1,
      normalizedMutualInformation: normalized(mutual, (goldEntropy + foundEntropy) / 2),
      adjustedMutualInformation: adjusted(mutual, (goldEntropy + foundEntropy) / 2))
  }

  private var bothUndivided: Bool { goldSizes.count <= 1 && foundSizes.count <= 1 }

  private func normalized(_ mutual: Double, _ meanEntropy: Double) -> Double {
    if bothUndivided { return 1 }
    return mutual > Double.ulpOfOne ? mutual / meanEntropy : 0
  }

  private func adjusted(_ mutual: Double, _ meanEntropy: Double) -> Double {
    // Equal divisions are 1 by definition; computed, all-singletons would be 0/0.
    if bothUndivided || isExactMatch { return 1 }
    if goldSizes.count == 1 || foundSizes.count == 1 { return 0 }
    let expected = expectedMutualInformation
    let room = meanEntropy - expected
    return (mutual - expected)
      / (room < 0 ? min(room, -Double.ulpOfOne) : max(room, Double.ulpOfOne))
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
