import AnalysisModel

/// Which terms take part, by scikit-learn's rules.
struct TermSelection: Sendable {
  private let options: FeatureOptions
  private let documentCount: Int
  private let least: Double
  private let most: Double

  init(options: FeatureOptions, documentCount: Int) {
    self.options = options
    self.documentCount = documentCount
    least = Self.documents(options.minimumDocumentFrequency, of: documentCount)
    most = Self.documents(options.maximumDocumentFrequency, of: documentCount)
  }

  private static func documents(_ bound: FeatureOptions.DocumentFrequencyBound, of count: Int) -> Double {
    switch bound {
    case .count(let documents): Double(documents)
    case .share(let share): share * Double(count)
    }
  }

  /// Whether the frequency of a term is the number of documents that hold it (binary counts).
  var countsDocuments: Bool { options.termFrequency == .binary }

  /// - Throws: `RefrainError` where the two bounds exclude each other; any do where there is no document.
  func validate() throws {
    guard most >= least || documentCount == 0 else {
      throw RefrainError(
        "no term can be in at most \(options.maximumDocumentFrequency) "
          + "and at least \(options.minimumDocumentFrequency) of the documents",
        remedy: "a lower minimum or a higher maximum document frequency")
    }
  }

  /// The candidates that are kept, in the given order.
  ///
  /// Of more than `maximumFeatures` terms the most frequent in the corpus are kept; among equally frequent
  /// ones the given order decides (scikit-learn leaves that to an unstable sort).
  ///
  /// - Parameters:
  ///   - candidates: term ids in vocabulary order.
  ///   - frequency: a candidate's document frequency.
  ///   - totals: for every candidate id, how often it stands in the corpus; asked for only where needed.
  /// - Throws: `RefrainError` where there were candidates and none is left.
  func select(
    _ candidates: [UInt32], frequency: (UInt32) -> Int, totals: () -> [Int]
  ) throws -> [UInt32] {
    var kept = candidates.filter { candidate in
      let documents = Double(frequency(candidate))
      return documents >= least && documents <= most
    }
    if let limit = options.maximumFeatures, kept.count > limit {
      let totals = totals()
      let ranked = kept.indices.sorted { a, b in
        let (totalA, totalB) = (totals[Int(kept[a])], totals[Int(kept[b])])
        return totalA == totalB ? a < b : totalA > totalB
      }
      kept = ranked.prefix(limit).sorted().map { kept[$0] }
    }
    if kept.isEmpty && !candidates.isEmpty {
      throw RefrainError(
        "no term is left after pruning by document frequency",
        remedy: "a lower minimum or a higher maximum document frequency")
    }
    return kept
  }
}
