import AnalysisModel
import Baselines

/// SARIF 2.1.0 (OASIS, 2020): one run, one result for each duplicate, template group and passage.
///
/// With a baseline all findings are written, each with its state: new, unchanged or absent. Nothing depends on the
/// clock. Offsets and columns count code points, and `columnKind` says so.
struct SARIFReporter: Reporter {
  static let format = OutputFormat.sarif
  static let purpose = "for code scanning and editors"

  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  func check(_ part: ReportPart) throws {
    guard part == .clusters else { return }
    throw RefrainError(
      "topics and events are no findings that SARIF could hold",
      remedy: "refrain duplicates, refrain passages or refrain report with --format sarif")
  }

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) throws -> [UInt8] {
    try check(part)
    let report = report.withFindings(of: part)
    let results = SARIFResults(report)
    // Four levels broken into lines, down to the results: one a line.
    var writer = JSONWriter(expandedDepth: 4)
    writer.object { writer in
      writer.field("$schema", Self.schema)
      writer.field("version", "2.1.0")
      writer.arrayField("runs") { writer in
        writer.object { writer in
          writer.sarifTool(context)
          // A category of its own for each command, so that one upload does not replace the other.
          writer.objectField("automationDetails") { $0.field("id", "refrain/\(part.rawValue)/") }
          writer.sarifInvocation(report.corpus.warnings)
          writer.field("columnKind", "unicodeCodePoints")
          writer.arrayField("newlineSequences") { writer in
            for sequence in ["\r\n", "\n", "\r"] { writer.value(sequence) }
          }
          writer.arrayField("results") { results.write(to: &$0) }
          writer.objectField("properties") { writer in
            writer.field("schemaVersion", AnalysisReport.schemaVersion)
            writer.configuration(report.configuration)
            writer.account(of: report)
            writer.baseline(of: report)
            writer.gates(report.gates)
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func sarifTool(_ context: ReportContext) {
    objectField("tool") { writer in
      writer.objectField("driver") { writer in
        writer.field("name", "refrain")
        writer.field("version", context.version)
        writer.sarifRules()
      }
    }
  }

  fileprivate mutating func sarifInvocation(_ warnings: [DataWarning]) {
    arrayField("invocations") { writer in
      writer.object { writer in
        writer.field("executionSuccessful", true)
        writer.arrayField("toolExecutionNotifications") { writer in
          for warning in warnings {
            writer.object { writer in
              writer.field("level", "warning")
              writer.objectField("message") {
                $0.field("text", SARIFText.plain(DataWarningWording.describe(warning)))
              }
            }
          }
        }
      }
    }
  }
}
