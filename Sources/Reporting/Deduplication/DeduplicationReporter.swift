import AnalysisModel

/// Writes what a removal of duplicates does, in one of the formats.
public struct DeduplicationReporter: Sendable {
  /// The formats there are.
  public static let formats: [OutputFormat] = [.terminal, .json, .jsonl, .csv, .markdown]

  let report: DeduplicationReport
  let context: ReportContext
  /// Whether nothing has been written yet.
  let isPlan: Bool
  let summary: DeduplicationSummary

  /// A reporter.
  ///
  /// - Parameter isPlan: whether the report tells what would go (a dry run), not what went.
  public init(_ report: DeduplicationReport, context: ReportContext, isPlan: Bool) {
    self.report = report
    self.context = context
    self.isPlan = isPlan
    summary = DeduplicationSummary(report)
  }

  /// Does nothing where a format can be written.
  ///
  /// - Throws: `RefrainError` for a format of findings only: there is no page of removals.
  public static func check(_ format: OutputFormat) throws {
    guard !formats.contains(format) else { return }
    throw RefrainError(
      "a list of removals has no form as \(format.rawValue)",
      remedy: "one of \(formats.map(\.rawValue).joined(separator: ", ")), or refrain report --html FILE")
  }

  /// The UTF-8 of the report.
  ///
  /// - Throws: `RefrainError` for a format of findings only.
  /// - Complexity: O(removals + sources).
  public func render(as format: OutputFormat) throws -> [UInt8] {
    try Self.check(format)
    switch format {
    case .json: return json
    case .jsonl: return RemovalMap.lines(of: report.removals, in: report)
    case .csv: return table
    case .markdown: return Array(markdown.utf8)
    case .terminal, .html, .sarif, .github: return Array(terminal.utf8)
    }
  }

  /// The removals by keeper, in the order of the first document that each replaces.
  var groups: [(keeper: Document, removals: [Removal])] {
    var numbers: [Removal.Keeper: Int] = [:]
    var groups: [(keeper: Document, removals: [Removal])] = []
    for removal in report.removals {
      if let number = numbers[removal.keeper] {
        groups[number].removals.append(removal)
      } else {
        numbers[removal.keeper] = groups.count
        groups.append((keeper: report.keeper(of: removal), removals: [removal]))
      }
    }
    return groups
  }

  func id(of removal: Removal, width: Int = Label.width) -> String {
    Label.ofID(report.corpus.documents[removal.document].id, width: width)
  }

  private var table: [UInt8] {
    var writer = CSVWriter()
    writer.row(["id", "keeper", "verdict", "score", "containment", "facts", "reference"])
    for removal in report.removals {
      var isReference = false
      if case .reference = removal.keeper { isReference = true }
      writer.row([
        report.corpus.documents[removal.document].id, report.keeper(of: removal).id,
        removal.evidence.verdict.rawValue, JSONWriter.spelling(removal.evidence.score),
        JSONWriter.spelling(removal.evidence.containment), removal.evidence.factsDiffer ? "differ" : "",
        isReference ? "true" : "",
      ])
    }
    return writer.bytes
  }

  private var json: [UInt8] {
    var writer = JSONWriter(expandedDepth: 2)
    writer.object { writer in
      writer.header(part: "dedup", context)
      writer.configuration(report.configuration)
      writer.objectField("account") { writer in
        writer.field("read", report.account.read)
        writer.field("kept", report.account.kept)
        writer.field("removed", report.account.removed)
        writer.field("rejected", report.account.rejected)
      }
      writer.warnings(report.corpus.warnings)
      writer.arrayField("sources") { writer in
        for source in report.sources {
          writer.object { writer in
            writer.field("source", source.source)
            writer.field("read", source.read)
            writer.field("kept", source.kept)
            writer.field("removed", source.removed)
            writer.field("unusual", source.isUnusual)
          }
        }
      }
      writer.arrayField("removals") { writer in
        for removal in report.removals {
          writer.object { writer in
            writer.removalFields(removal, in: report)
            writer.differences(of: removal.evidence)
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func differences(of member: DuplicateMember) {
    arrayField("differences") { writer in
      for difference in member.differences {
        writer.object { writer in
          writer.field("keeper", difference.representative)
          writer.field("removed", difference.other)
        }
      }
    }
    field("differencesOmitted", member.differencesOmitted)
  }
}
