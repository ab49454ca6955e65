import AnalysisModel

/// Gathers what is odd about declared dates into one warning a kind.
struct DeclaredDateWarnings {
  enum Problem: Sendable, CaseIterable {
    case unreadable
    case yearOnly
  }

  private static let maximumExamples = 3
  private static let maximumSpelling = 40

  private struct Tally {
    var count = 0
    var first: Document.Origin?
    var examples: [String] = []
  }

  private var declared = 0
  private var tallies: [Problem: Tally] = [:]

  /// Counts a declared date.
  mutating func note(_ problem: Problem?, _ date: Document.DeclaredDate, of document: Document) {
    declared += 1
    guard let problem else { return }
    var tally = tallies[problem] ?? Tally()
    tally.count += 1
    if tally.first == nil { tally.first = document.origin }
    if tally.examples.count < Self.maximumExamples {
      let clipped = date.text.prefix(Self.maximumSpelling)
      tally.examples.append("‘\(clipped)\(clipped.count < date.text.count ? "…" : "")’ (\(document.id))")
    }
    tallies[problem] = tally
  }

  /// The warnings, in a fixed order; file and record are those of the first example.
  var summary: [DataWarning] {
    Problem.allCases.compactMap { problem in
      guard let tally = tallies[problem] else { return nil }
      let examples =
        tally.examples.joined(separator: ", ") + (tally.count > tally.examples.count ? ", …" : "")
      let what =
        switch problem {
        case .unreadable: "cannot be read and count as unknown"
        case .yearOnly: "do not tell day from month, so only their year counts"
        }
      return DataWarning(
        path: tally.first?.path.isEmpty == false ? tally.first?.path : nil, record: tally.first?.record,
        message: "\(tally.count) of \(declared) declared dates \(what): \(examples)")
    }
  }
}
