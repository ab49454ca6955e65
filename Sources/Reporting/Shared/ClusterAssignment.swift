import AnalysisModel

/// The topic and the event of one document, as positions in the findings.
struct ClusterAssignment {
  var topic: Int
  var event: Int

  /// The assignment of every document, in document order.
  ///
  /// - Precondition: every document is in exactly one topic and one event.
  static func all(of findings: ClusterFindings, _ corpus: Corpus) -> [ClusterAssignment] {
    var assignments = Array(
      repeating: ClusterAssignment(topic: -1, event: -1), count: corpus.documents.count)
    for (position, topic) in findings.topics.enumerated() {
      for member in topic.members { assignments[member].topic = position }
    }
    for (position, event) in findings.events.enumerated() {
      for member in event.members { assignments[member].event = position }
    }
    for (document, assignment) in assignments.enumerated() {
      precondition(
        assignment.topic >= 0 && assignment.event >= 0,
        "document \(document) is in topic \(assignment.topic) and event \(assignment.event)")
    }
    return assignments
  }
}
