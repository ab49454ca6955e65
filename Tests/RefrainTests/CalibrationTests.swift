import TestSupport
import Testing

@testable import Refrain

@Suite("A threshold chosen by labels, on a corpus")
struct CalibrationTests {
  /// Texts of fifty words in groups; later members of a group have more words changed.
  private static func corpus(seed: UInt64) -> (documents: [Document], labels: [String?]) {
    var random = SeededGenerator(seed: seed)
    var documents: [Document] = []
    var labels: [String?] = []
    for group in 0..<12 {
      let words = (0..<50).map { _ in "w\(random.next() % 300)" }
      for copy in 0..<Int(random.next() % 4) + 1 {
        var changed = words
        for _ in 0..<copy * Int(random.next() % 4) { changed[Int(random.next() % 50)] = "x\(random.next())" }
        documents.append(
          Document(id: "\(group).\(copy)", text: UTF8Text(changed.joined(separator: " "))))
        labels.append(copy == 3 ? nil : "g\(group / 2)")
      }
    }
    return (documents, labels)
  }

  @Test("Every point has the counts of a run with that threshold", arguments: UInt64(1)...3)
  func points(seed: UInt64) async throws {
    let (documents, labels) = Self.corpus(seed: seed)
    var configuration = Configuration()
    configuration.duplicates.containment = try #require(DecimalFraction("0.95"))
    let thresholds = try ["0.3", "0.45", "0.8", "1"].map { try #require(DecimalFraction($0)) }
    let calibration = try await Analysis(configuration: configuration, threads: 2)
      .calibration(of: documents, labels: labels, thresholds: thresholds)
    #expect(calibration.points.map(\.threshold) == thresholds)
    #expect(calibration.documentCount == labels.count { $0 != nil })
    for point in calibration.points {
      configuration.duplicates.jaccard = point.threshold
      let findings = try await Analysis(configuration: configuration, threads: 1)
        .run(Corpus(documents: documents), parts: [.duplicates])
        .duplicates
      var right = 0
      var wrong = 0
      for family in findings?.families ?? [] {
        guard let label = labels[family.representative] else { continue }
        for member in family.members {
          guard let own = labels[member.document] else { continue }
          if own == label { right += 1 } else { wrong += 1 }
        }
      }
      #expect(
        point.records.rightlyRemoved == right && point.records.wronglyRemoved == wrong,
        "seed \(seed), \(point.threshold)")
    }
  }

  @Test("Thresholds ascend by hundredths, with the lowest and the configured one, each once")
  func thresholds() throws {
    var configuration = Configuration()
    configuration.duplicates.jaccard = try #require(DecimalFraction("0.805"))
    let analysis = try Analysis(configuration: configuration, threads: 1)
    let all = analysis.calibrationThresholds(from: try #require(DecimalFraction("0.7951")))
    #expect(all.map(\.doubleValue) == [0.7951, 0.8, 0.805] + (81...100).map { Double($0) / 100 })
    configuration.duplicates.jaccard = try #require(DecimalFraction("0.5"))
    let without = try Analysis(configuration: configuration, threads: 1)
      .calibrationThresholds(from: try #require(DecimalFraction("0.98")))
    #expect(without.map(\.doubleValue) == [0.98, 0.99, 1])
  }
}
