import AnalysisModel

/// How alike the members of a topic are, and what the figure means.
enum CohesionWording {
  /// `cohesion 0.14`; nil for a topic of one document.
  static func describe(_ topic: Topic) -> String? {
    topic.cohesion.map { "cohesion \(Wording.score($0))" }
  }

  /// What the figure means; nil where no topic has one.
  ///
  /// - Parameter comparison: what shows another cosine in the same report, nil where nothing does.
  static func explanation(_ findings: ClusterFindings, besides comparison: String?) -> String? {
    guard findings.topics.contains(where: { $0.cohesion != nil }) else { return nil }
    let meaning = "Cohesion is the mean cosine between the members' content words as weighted for grouping"
    return meaning + (comparison.map { "; \($0) uses plain TF-IDF." } ?? ".")
  }
}
