import AnalysisModel

/// Writes the findings of a run in one format.
///
/// Rendering is a pure function: the same report, part and context give the same bytes.
public protocol Reporter: Sendable {
  /// The format this reporter writes.
  static var format: OutputFormat { get }
  /// What the format is good for, as a phrase for `--help`.
  static var purpose: String { get }

  /// Refuses a part that the format cannot hold, so that a command need not work before it is told.
  ///
  /// - Throws: `RefrainError` saying which command or format to take instead.
  func check(_ part: ReportPart) throws

  /// The UTF-8 of the findings of one command, ending with a line feed unless empty.
  ///
  /// - Parameters:
  ///   - report: the findings; it must hold those of `part`.
  ///   - part: the command whose findings are written.
  ///   - context: version, paths, width and colour.
  /// - Throws: `RefrainError` where the format cannot hold the part.
  /// - Complexity: O(documents + findings + text shown).
  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) throws -> [UInt8]
}

extension Reporter {
  /// Most formats hold every part.
  public func check(_ part: ReportPart) {}

  /// The format this reporter writes.
  public var format: OutputFormat { Self.format }
  /// What the format is good for.
  public var purpose: String { Self.purpose }
}
