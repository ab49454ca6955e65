import AnalysisModel

/// What a removal of duplicates comes to, in words: the account, what each source loses, and alarms.
public struct DeduplicationSummary: Sendable {
  /// How many sources a person is shown at most.
  static let sourceLimit = 20

  private let report: DeduplicationReport

  /// Words about a report.
  public init(_ report: DeduplicationReport) { self.report = report }

  /// `12 records read = 9 kept + 3 removed + 0 rejected`.
  public var account: String {
    let account = report.account
    return "\(Wording.counted(account.read, "record")) read = \(Wording.grouped(account.kept)) kept + "
      + "\(Wording.grouped(account.removed)) removed + \(Wording.grouped(account.rejected)) rejected"
  }

  /// One sentence for each source that loses an unusual share.
  public var alarms: [String] {
    report.sources.filter(\.isUnusual).map { source in
      let others = (
        read: report.corpus.documents.count - source.read,
        removed: report.removals.count - source.removed
      )
      return "the source ‘\(Label.ofID(source.source, width: 60))’ loses "
        + "\(Wording.percentage(source.removed, of: source.read)) of its "
        + "\(Wording.counted(source.read, "document")), all others together "
        + "\(Wording.percentage(others.removed, of: others.read)): an unusual share, worth a look at why"
    }
  }

  /// A table of what each source loses, a row a line; empty where there is one source only.
  public var sourceTable: [String] {
    let rows = sourceRows
    guard report.sources.count > 1 else { return [] }
    let table = [Self.columns] + rows.map { $0.cells }
    let widths = Self.columns.indices.map { column in table.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    var lines = table.map { cells in
      let numbers = cells.indices.dropFirst().map { column in
        String(repeating: " ", count: widths[column] - cells[column].count) + cells[column]
      }
      return ([TextLayout.padded(cells[0], width: widths[0])] + numbers).joined(separator: "  ")
    }
    for (index, row) in rows.enumerated() where row.isUnusual { lines[index + 1] += "  unusual" }
    let omitted = report.sources.count - rows.count
    if omitted > 0 { lines.append("… and \(Wording.counted(omitted, "further source"))") }
    return lines
  }

  static let columns = ["source", "read", "kept", "removed", "share"]

  /// The sources with the most removals, unusual ones before all others; all of them in their order where they are
  /// few.
  var sourceRows: [(cells: [String], isUnusual: Bool)] {
    let isCut = report.sources.count > Self.sourceLimit
    let list = Shortlist(
      report.sources, limit: Self.sourceLimit, isLesser: { isCut && !$0.isUnusual }, weight: \.removed)
    return list.shown.map { source in
      (
        cells: [
          Label.ofID(source.source, width: 40), Wording.grouped(source.read), Wording.grouped(source.kept),
          Wording.grouped(source.removed), Wording.percentage(source.removed, of: source.read),
        ], isUnusual: source.isUnusual
      )
    }
  }

  /// Why a document goes: its verdict and how strong it is.
  static func reason(_ evidence: DuplicateMember) -> String {
    switch evidence.verdict {
    case .identical, .sameText: evidence.verdict.wording
    case .contained: "contained, \(Wording.score(evidence.containment)) of it"
    default:
      "\(evidence.verdict.wording) \(Wording.score(evidence.score))"
        + (evidence.factsDiffer ? ", facts differ" : "")
    }
  }
}
