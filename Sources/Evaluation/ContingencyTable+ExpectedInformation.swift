import Foundation

extension ContingencyTable {
  /// The mean mutual information of two random labellings with these cluster sizes (hypergeometric model).
  ///
  /// Only the sizes matter, so equal sizes are computed once: n documents have at most √(2n) different ones.
  ///
  /// - Complexity: O(Σ min(a, b)) over pairs of different sizes a and b, at most O(n^1.5) and in practice
  ///   near O(n); O(n) memory.
  ///
  /// Source: Vinh, Epps and Bailey, "Information Theoretic Measures for Clusterings Comparison" (2010), eq.
  /// 24a.
  public var expectedMutualInformation: Double {
    guard goldSizes.count > 1, foundSizes.count > 1 else { return 0 }
    let n = documentCount
    let logFactorials = Self.logFactorials(upTo: n)
    var expected = 0.0
    for (a, rows) in Self.sizeCounts(goldSizes) {
      for (b, columns) in Self.sizeCounts(foundSizes) {
        let fixed =
          logFactorials[a] + logFactorials[b] + logFactorials[n - a] + logFactorials[n - b]
          - logFactorials[n]
        let logIndependent = log(Double(a)) + log(Double(b)) - log(Double(n))
        var sum = 0.0
        for shared in max(1, a + b - n)...min(a, b) {
          let logProbability =
            fixed - logFactorials[shared] - logFactorials[a - shared] - logFactorials[b - shared]
            - logFactorials[n - a - b + shared]
          let information = log(Double(shared)) - logIndependent
          sum += Double(shared) / Double(n) * information * exp(logProbability)
        }
        expected += sum * Double(rows) * Double(columns)
      }
    }
    return expected
  }

  private static func sizeCounts(_ sizes: [Int]) -> [(size: Int, count: Int)] {
    var counts: [(size: Int, count: Int)] = []
    for size in sizes.sorted() {
      if counts.last?.size == size {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((size, 1))
      }
    }
    return counts
  }

  /// ln k! for k = 0…n, summed with compensation so that the last is as exact as the first.
  private static func logFactorials(upTo n: Int) -> [Double] {
    var table = [0.0]
    table.reserveCapacity(n + 1)
    var sum = 0.0
    var lost = 0.0
    for k in 1...max(n, 1) {
      let term = log(Double(k)) - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
      table.append(sum)
    }
    return table
  }
}
