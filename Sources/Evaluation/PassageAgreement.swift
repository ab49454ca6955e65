import Foundation

/// How well detected passages agree with gold cases: plagdet and its three parts, macro-averaged over cases.
///
/// Source: Potthast, Stein, Barrón-Cedeño and Rosso, "An Evaluation Framework for Plagiarism Detection"
/// (2010).
public struct PassageAgreement: Sendable, Hashable {
  /// How many gold cases there are.
  public let caseCount: Int
  /// How many detections there are.
  public let detectionCount: Int
  /// The mean share of a detection that gold cases cover, and of a case that detections cover; 0 without any.
  public let coverage: PrecisionRecall
  /// How many detections a case that was found at all has on average; 1 where none was found.
  public let granularity: Double

  /// F₁ / log₂(1 + granularity).
  public var plagdet: Double { coverage.f1 / log2(1 + granularity) }

  /// Judges detections. A detection meets a case where they overlap in both documents; only those overlaps
  /// count.
  ///
  /// To judge one class of cases or a list of pairs, pass those cases and detections only.
  ///
  /// - Complexity: O((g + d) log(g + d) + m), m the pairs of a case and a detection of the same two documents
  ///   that overlap in order of their starts.
  public init(gold: [PassageCase], detections: [PassageCase]) {
    let (found, hits) = Self.cover(gold, with: detections)
    let (right, _) = Self.cover(detections, with: gold)
    caseCount = gold.count
    detectionCount = detections.count
    coverage = PrecisionRecall(precision: Self.mean(right) ?? 0, recall: Self.mean(found) ?? 0)
    granularity = Self.mean(hits.filter { $0 > 0 }.map(Double.init)) ?? 1
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The share of each item that overlaps with others, and how many others it meets.
  private static func cover(
    _ items: [PassageCase], with others: [PassageCase]
  ) -> (shares: [Double], hits: [Int]) {
    let byPair = Dictionary(grouping: others, by: \.pair)
      .mapValues { $0.sorted { $0.a.lowerBound < $1.a.lowerBound } }
    var shares: [Double] = []
    var hits: [Int] = []
    for item in items {
      var a: [Range<Int>] = []
      var b: [Range<Int>] = []
      for other in byPair[item.pair] ?? [] {
        if other.a.lowerBound >= item.a.upperBound { break }
        guard item.a.overlaps(other.a), item.b.overlaps(other.b) else { continue }
        a.append(item.a.clamped(to: other.a))
        b.append(item.b.clamped(to: other.b))
      }
      hits.append(a.count)
      let covered = unionLength(a) + unionLength(b)
      shares.append(item.length > 0 ? Double(covered) / Double(item.length) : 0)
    }
    return (shares, hits)
  }

  private static func unionLength(_ ranges: [Range<Int>]) -> Int {
    var total = 0
    var end = Int.min
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      total += max(0, range.upperBound - max(range.lowerBound, end))
      end = max(end, range.upperBound)
    }
    return total
  }
}
