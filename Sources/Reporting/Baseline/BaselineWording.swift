import AnalysisModel

/// What comparing with a baseline has shown, in sentences.
public enum BaselineWording {
  /// `Since the baseline: 3 findings are new, 10 known ones are left out. 2 findings of the
  /// baseline are gone; --write-baseline renews it.`
  public static func summary(_ baseline: BaselineComparison) -> String {
    let new = FindingKind.allCases.reduce(0) { $0 + baseline.newCount($1) }
    let known = FindingKind.allCases.reduce(0) { $0 + baseline.knownCount($1) }
    var text = "Since the baseline: "
    text += new == 0 ? "nothing is new" : "\(Wording.counted(new, "finding")) \(new == 1 ? "is" : "are") new"
    if known > 0 {
      text += ", \(Wording.grouped(known)) known \(known == 1 ? "one is" : "ones are") left out"
    }
    text += "."
    let gone = baseline.gone.count
    if gone > 0 {
      text += " \(Wording.counted(gone, "finding")) of the baseline \(gone == 1 ? "is" : "are") gone; "
      text += "--write-baseline renews it."
    }
    return text
  }

  /// That a baseline was made with other options; nil where it was not.
  ///
  /// - Parameter differences: what differs, as `Baseline.differences(from:)` spells it.
  public static func warning(_ differences: [String]) -> String? {
    guard !differences.isEmpty else { return nil }
    return "the baseline was made with other options, so that findings may seem new or gone for that alone: "
      + differences.joined(separator: "; ")
  }
}
