import AnalysisModel
import TextFeatures

/// Says what sort of repetition a passage is.
///
/// The first that holds: *internal*, all places lie in one document; *syndicated*, its places hold more than
/// half of the tokens of at least two documents; *reused*. Lines are never syndicated: a headline that two
/// short texts share is no shared report.
struct PassageKindRule {
  /// Every document's tokens, title included.
  let documentTokens: [Int]

  /// The kind of a passage of `length` tokens a place.
  ///
  /// - Parameter documents: the document of every place, ascending.
  func kind(length: Int, isLine: Bool, documents: [Int]) -> PassageKind {
    guard let first = documents.first, let last = documents.last, first != last else { return .internal }
    if isLine { return .reused }
    var mostlyHeld = 0
    var start = 0
    while start < documents.count {
      var end = start
      while end < documents.count && documents[end] == documents[start] { end += 1 }
      if (end - start) * length * 2 > documentTokens[documents[start]] { mostlyHeld += 1 }
      if mostlyHeld == 2 { return .syndicated }
      start = end
    }
    return .reused
  }
}
