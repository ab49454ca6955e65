import AnalysisModel
import Foundation

/// Reads a baseline back: JSON lines, a header first.
public struct BaselineReader {
  private let path: String
  private var baseline: Baseline
  /// Where the group around a document stands in the baseline.
  private var families: [DocumentIdentity: Int] = [:]
  private var templates: [DocumentIdentity: Int] = [:]
  private let decoder = JSONDecoder()

  private static let remedy = "a file that --write-baseline wrote, or write it anew"

  /// Reads a baseline.
  ///
  /// - Parameter path: the file, for errors.
  /// - Throws: `RefrainError` naming file and line where it is no baseline, of another schema, or damaged.
  /// - Complexity: O(bytes).
  public static func read(_ data: Data, path: String) throws -> Baseline {
    var reader: BaselineReader?
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }) { continue }
      if reader == nil {
        reader = try BaselineReader(header: line, path: path, line: number)
      } else {
        try reader?.take(line, number: number)
      }
    }
    guard let reader else {
      throw RefrainError("the baseline is empty", path: path, remedy: remedy)
    }
    return reader.baseline
  }

  private struct Header: Decodable {
    var schemaVersion: Int
    var baseline: [String]
    var settings: [String: String]
  }

  private struct Line: Decodable {
    struct Document: Decodable {
      var id: String
      var sha256: String
    }

    var finding: String
    var sha256: String
    var id: String
    var verdict: DuplicateVerdict?
    var of: Document?
    var times: Int?
  }

  private init(header line: Data, path: String, line number: Int) throws {
    self.path = path
    guard let header = try? decoder.decode(Header.self, from: line) else {
      throw RefrainError("this is no baseline", path: path, line: number, remedy: Self.remedy)
    }
    guard header.schemaVersion == Baseline.schemaVersion else {
      throw RefrainError(
        "the baseline was written in schema \(header.schemaVersion); this version reads "
          + "\(Baseline.schemaVersion)",
        path: path, line: number, remedy: "--write-baseline with this version, or the version that wrote it")
    }
    let kinds = header.baseline.compactMap { FindingKind(rawValue: $0) }
    guard kinds.count == header.baseline.count else {
      throw RefrainError(
        "the baseline knows kinds of findings that this version does not", path: path, line: number,
        remedy: Self.remedy)
    }
    baseline = Baseline(kinds: Set(kinds), settings: header.settings)
  }

  private mutating func take(_ bytes: Data, number: Int) throws {
    guard let line = try? decoder.decode(Line.self, from: bytes) else {
      throw damaged("this line is no finding", number)
    }
    guard let kind = FindingKind(rawValue: line.finding), baseline.kinds.contains(kind) else {
      throw damaged("the header names no findings of the kind ‘\(line.finding)’", number)
    }
    guard SHA256.isPrefix(line.sha256), line.of.map({ SHA256.isPrefix($0.sha256) }) ?? true else {
      throw damaged("the sha256 is not one of 32 lower-case hexadecimal digits", number)
    }
    let document = DocumentIdentity(id: line.id, content: line.sha256)
    let other = line.of.map { DocumentIdentity(id: $0.id, content: $0.sha256) }
    switch (kind, other) {
    case (.duplicate, let other?):
      guard let verdict = line.verdict else { throw damaged("the verdict is missing", number) }
      if let index = families[other] {
        baseline.families[index].documents.append(document)
        baseline.families[index].verdicts.append(verdict)
      } else {
        families[other] = baseline.families.count
        baseline.families.append(Baseline.Family(documents: [other, document], verdicts: [verdict]))
      }
    case (.template, let other?):
      if let index = templates[other] {
        baseline.templates[index].append(document)
      } else {
        templates[other] = baseline.templates.count
        baseline.templates.append([other, document])
      }
    case (.duplicate, nil), (.template, nil): throw damaged("‘of’ is missing", number)
    case (.passage, _): try takePassage(line, number: number)
    }
  }

  private mutating func takePassage(_ line: Line, number: Int) throws {
    let times = line.times ?? 1
    guard times >= 1, baseline.passages[line.sha256]?[line.id] == nil else {
      throw damaged("a passage stands \(times) times in a document, or is listed twice for it", number)
    }
    baseline.passages[line.sha256, default: [:]][line.id] = times
  }

  private func damaged(_ problem: String, _ line: Int) -> RefrainError {
    RefrainError("the baseline is damaged: \(problem)", path: path, line: line, remedy: Self.remedy)
  }
}
