import AnalysisModel

/// What formats for people share about an exploration.
struct ExplorationWording {
  /// One table: a measure, what stays fixed beside it, and its steps.
  struct Table {
    var title: String
    var fixed: String
    var steps: [DuplicateExploration.Step]
    /// The score that the measure looks at.
    var score: (DuplicateExploration.BorderlinePair) -> Double

    /// The pairs between one threshold and the next, the lowest thresholds and the highest scores first; each
    /// pair once, thresholds without pairs left out.
    var bands: [Band] {
      steps.indices.compactMap { position in
        var pairs = steps[position].above
        let next = position + 1 < steps.count ? steps[position + 1] : nil
        for pair in next?.below.reversed() ?? [] where !pairs.contains(pair) { pairs.append(pair) }
        if pairs.isEmpty { return nil }
        return Band(from: steps[position].threshold, to: next?.threshold, pairs: pairs.reversed())
      }
    }
  }

  /// Pairs that meet one threshold and miss the next.
  struct Band {
    var from: DecimalFraction
    var to: DecimalFraction?
    var pairs: [DuplicateExploration.BorderlinePair]

    /// `0.70–0.75`.
    var name: String {
      guard let to else { return ExplorationWording.threshold(from) }
      return "\(ExplorationWording.threshold(from))–\(ExplorationWording.threshold(to))"
    }
  }

  let tables: [Table]
  /// `2,225 documents, 850,123 words`.
  let heading: String
  /// How families are made.
  let rule: String

  init(_ exploration: DuplicateExploration, _ report: AnalysisReport) {
    let options = report.configuration.duplicates
    heading =
      Wording.counted(exploration.documentCount, "document") + ", "
      + Wording.counted(exploration.tokenCount, "word")
    rule =
      "Families by \(options.linkage.rawValue) linkage over shingles of "
      + "\(Wording.counted(options.shingleWords, "word")). Removed: documents with a representative that may "
      + "replace them. Identical documents and documents with the same words count at every threshold."
    tables = [
      Table(
        title: "Near copies, by Jaccard", fixed: "containment at \(options.containment)",
        steps: exploration.jaccard, score: \.score),
      Table(
        title: "Contained documents, by containment", fixed: "Jaccard at \(options.jaccard)",
        steps: exploration.containment, score: \.containment),
    ]
  }

  static let columns = ["families", "documents", "removed", "largest"]

  /// The counts of a step, in the order of `columns`.
  static func counts(_ step: DuplicateExploration.Step) -> [String] {
    [step.familyCount, step.documentCount, step.removalCount, step.largestFamily].map(Wording.grouped)
  }

  /// `0.80`: two decimals, more where the threshold has more.
  static func threshold(_ threshold: DecimalFraction) -> String {
    let text = threshold.description
    return text.count < 4 ? text + String(repeating: "0", count: 4 - text.count) : text
  }

  /// A score with four decimals, cut and not rounded, so that what misses a threshold never seems to meet it.
  static func score(_ value: Double) -> String {
    // A hair more than the nearest Double of a decimal fraction, which may lie below it.
    let units = Int(value * 10_000 + 1e-9)
    let digits = "\(units % 10_000)"
    return "\(units / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
