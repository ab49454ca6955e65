import AnalysisModel

/// The map from each removed document to its keeper, as JSON lines:
/// `{"id":ID,"keeper":ID,"verdict":"near-copy","score":0.93,"containment":0.97}`.
///
/// Further keys: `"facts":"differ"` where only facts differ, `"reference":true` where the keeper stands in the
/// reference corpus.
public enum RemovalMap {
  /// The lines of some removals, in document order.
  ///
  /// - Complexity: O(removals.count).
  public static func lines(
    of removals: some Sequence<Removal>, in report: DeduplicationReport
  ) -> [UInt8] {
    var writer = JSONWriter()
    for removal in removals {
      writer.object { $0.removalFields(removal, in: report) }
      writer.endLine()
    }
    return writer.bytes
  }
}

extension JSONWriter {
  mutating func removalFields(_ removal: Removal, in report: DeduplicationReport) {
    field("id", report.corpus.documents[removal.document].id)
    field("keeper", report.keeper(of: removal).id)
    verdictFields(removal.evidence)
    if case .reference = removal.keeper { field("reference", true) }
  }
}
