import AnalysisModel
import TextFeatures

/// The field a token position lies in.
struct FieldLocation: Sendable, Hashable {
  var document: Int
  var field: DocumentField

  /// Whether two positions lie in one field.
  func isSameField(as other: FieldLocation) -> Bool { self == other }
}

extension TokenizedCorpus {
  /// The field that a position lies in. O(log documents) time.
  func location(of position: Int) -> FieldLocation {
    var lower = 0
    var upper = documentCount
    // The last document that starts at or before the position; empty ones before it start there too.
    while lower + 1 < upper {
      let middle = (lower + upper) / 2
      if documentOffsets[middle] <= position { lower = middle } else { upper = middle }
    }
    let isTitle = position < documentOffsets[lower] + titleTokenCounts[lower]
    return FieldLocation(document: lower, field: isTitle ? .title : .text)
  }
}
