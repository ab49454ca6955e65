import AnalysisModel

/// Writes similar pairs as they stream out of a search, without holding more than a batch.
///
/// Pairs are written in the order they come; the search delivers them sorted as the command promises.
///
/// ```
/// var writer = PairWriters.writer(for: .jsonl, context: context)
/// try file.write(writer.begin())
/// for batch in batches { try file.write(writer.append(batch, idOfA: a.id, idOfB: b.id)) }
/// try file.write(writer.end())
/// ```
public protocol PairWriter: Sendable {
  /// What stands before the first pair.
  mutating func begin() -> [UInt8]
  /// Some pairs.
  ///
  /// - Parameters:
  ///   - pairs: the next pairs, in output order.
  ///   - idOfA: the id of a first document, by its index.
  ///   - idOfB: the id of a second document; of the reference corpus for A×B.
  /// - Complexity: O(pairs.count).
  mutating func append(
    _ pairs: some Sequence<SimilarPair>, idOfA: (Int) -> String, idOfB: (Int) -> String
  ) -> [UInt8]
  /// What stands after the last pair.
  mutating func end() -> [UInt8]
}

/// The writers of pairs by format.
public enum PairWriters {
  /// The writer of a format.
  ///
  /// - Throws: `RefrainError` for HTML, as a list of pairs has no page, and for formats of findings only.
  public static func writer(
    for format: OutputFormat, context: ReportContext, configuration: Configuration
  ) throws -> any PairWriter {
    switch format {
    case .terminal: return TerminalPairWriter(context: context)
    case .json: return JSONPairWriter(context: context, configuration: configuration)
    case .jsonl: return JSONLinesPairWriter()
    case .csv: return CSVPairWriter()
    case .markdown: return MarkdownPairWriter()
    case .html:
      throw RefrainError(
        "a list of pairs has no HTML form",
        remedy: "use --format jsonl, csv or markdown, or refrain report --html FILE for an overview")
    case .sarif, .github:
      throw RefrainError(
        "similar pairs are no findings that \(format.rawValue) could hold",
        remedy: "use --format jsonl, csv or markdown, or refrain duplicates --format \(format.rawValue)")
    }
  }
}
