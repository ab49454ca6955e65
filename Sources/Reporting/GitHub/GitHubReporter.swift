import AnalysisModel

/// A short summary in GitHub's Markdown, for `$GITHUB_STEP_SUMMARY` and comments on pull requests: a table of counts,
/// the gates, and the findings folded away.
struct GitHubReporter: Reporter {
  static let format = OutputFormat.github
  static let purpose = "a short Markdown summary with gates, for a job or a pull request"

  /// Bytes that each of the four lists may take: GitHub refuses a comment of more than 65,536 characters, and counts,
  /// gates and headings want some room.
  static let listBytes = 15_000
  /// How many findings of a kind are listed at most: more is a file to download, not a comment to read.
  static let listLimit = 100
  /// How many warnings about the data are listed at most.
  static let warningLimit = 10

  func check(_ part: ReportPart) throws {
    guard part == .clusters else { return }
    throw RefrainError(
      "the GitHub summary is about duplicates and passages",
      remedy: "refrain clusters with --format markdown, which renders on GitHub too")
  }

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) throws -> [UInt8] {
    try check(part)
    let whole = report.withFindings(of: part)
    let summary = GitHubSummary(whole: whole)
    var text = "## \(Self.title(part, hasBaseline: whole.baseline != nil))\n\n"
    text += "\(ReportSummary(whole).heading).\n"
    if let baseline = whole.baseline { text += "\n\(BaselineWording.summary(baseline))\n" }
    text += summary.gates() + summary.counts() + summary.duplicates() + summary.templates()
    text += summary.passages() + summary.warnings()
    return Array(text.utf8)
  }

  private static func title(_ part: ReportPart, hasBaseline: Bool) -> String {
    let kinds =
      switch part {
      case .duplicates: "duplicate documents"
      case .passages: "repeated passages"
      case .report, .clusters: "duplicates and passages"
      }
    return "Refrain: \(hasBaseline ? "new " : "")\(kinds)"
  }
}
