import AnalysisModel
import Baselines

/// Writes a baseline: JSON lines that are small, sorted and without texts, so that they can be kept beside the corpus
/// and compared with `diff`.
///
/// The header names the schema, the kinds of findings and the options that decide them. Then, sorted by their bytes,
/// one line for each document of a family beyond its representative (`of`), for each of a template group beyond its
/// first, and for each document that a passage stands in. Neither numbers nor places nor the version are in it: what
/// does not change the findings does not change a line.
public enum BaselineWriter {
  /// The UTF-8 of a baseline.
  public static func render(_ baseline: Baseline) -> [UInt8] {
    var header = JSONWriter()
    header.object { writer in
      writer.field("schemaVersion", Baseline.schemaVersion)
      writer.arrayField("baseline") { writer in
        for kind in FindingKind.allCases where baseline.kinds.contains(kind) { writer.value(kind.rawValue) }
      }
      writer.objectField("settings") { writer in
        for (name, value) in baseline.settings.sorted(by: { $0.key < $1.key }) { writer.field(name, value) }
      }
    }
    header.endLine()
    var lines = baseline.families.flatMap { groupLines(.duplicate, $0.documents, $0.verdicts) }
    lines += baseline.templates.flatMap { groupLines(.template, $0) }
    lines += baseline.passages.flatMap { passageLines($0.key, $0.value) }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    return header.bytes + lines.joined()
  }

  private static func groupLines(
    _ kind: FindingKind, _ group: [DocumentIdentity], _ verdicts: [DuplicateVerdict] = []
  ) -> [[UInt8]] {
    group.indices.dropFirst().map { position in
      line { writer in
        writer.field("finding", kind.rawValue)
        writer.field("id", group[position].id)
        writer.field("sha256", group[position].content)
        if !verdicts.isEmpty { writer.field("verdict", verdicts[position - 1].rawValue) }
        writer.objectField("of") { writer in
          writer.field("id", group[0].id)
          writer.field("sha256", group[0].content)
        }
      }
    }
  }

  private static func passageLines(_ digest: String, _ documents: [String: Int]) -> [[UInt8]] {
    documents.map { id, times in
      line { writer in
        writer.field("finding", FindingKind.passage.rawValue)
        writer.field("sha256", digest)
        writer.field("id", id)
        if times > 1 { writer.field("times", times) }
      }
    }
  }

  private static func line(_ fields: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(fields)
    writer.endLine()
    return writer.bytes
  }
}

extension ConfigurationListing {
  /// Options of the tokens and texts that all findings rest on; what only weighs words is left out.
  private static let common = [
    "input": ["idField", "textField", "titleField"],
    "features": ["tokenizer", "includeTitle", "foldDiacritics", "stemLanguage"],
  ]

  /// The options that decide findings of some kinds, by `section.name`: what a baseline remembers.
  public func settings(deciding kinds: Set<FindingKind>) -> [String: String] {
    var settings: [String: String] = [:]
    for section in sections {
      let decides =
        section.name == "duplicates" && kinds.contains(.duplicate)
        || section.name == "passages" && kinds.contains(.passage)
      for entry in section.entries where decides || Self.common[section.name]?.contains(entry.key) == true {
        settings["\(section.name).\(entry.key)"] = entry.value.description
      }
    }
    return settings
  }
}
