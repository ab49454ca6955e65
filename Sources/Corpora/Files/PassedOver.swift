import AnalysisModel

/// Counts what in folders is no document.
struct PassedOver {
  private var counts: [String: Int] = [:]
  private var withoutExtension = 0
  private var brokenLinks: [String] = []
  private var special = 0

  /// Counts a file of another kind. Files without an extension (README, LICENSE, Makefile) are expected in
  /// any folder and mentioned only where there is nothing else.
  mutating func add(suffix: String?) {
    if let suffix { counts[".\(suffix)", default: 0] += 1 } else { withoutExtension += 1 }
  }

  /// Counts a socket, a pipe, a device.
  mutating func addSpecial() { special += 1 }

  /// Keeps the path of a link that leads nowhere.
  mutating func add(brokenLink path: String) { brokenLinks.append(path) }

  /// Adds another count to this one.
  mutating func add(_ other: PassedOver) {
    counts.merge(other.counts, uniquingKeysWith: +)
    withoutExtension += other.withoutExtension
    brokenLinks += other.brokenLinks
    special += other.special
  }

  /// At most one sentence about files of other kinds and one about links.
  var warnings: [DataWarning] {
    var warnings: [DataWarning] = []
    let total = counts.values.reduce(0, +) + special
    if total > 0 {
      warnings.append(
        DataWarning(message: "\(Self.files(total)) of other kinds \(Self.were(total)) passed over: \(kinds)"))
    }
    if let link = brokenLinks.first {
      warnings.append(
        brokenLinks.count == 1
          ? DataWarning(path: link, message: "the link leads nowhere and was passed over")
          : DataWarning(
            message: "\(links) were passed over: \(FieldList.spelled(brokenLinks, mostCharacters: 200))"))
    }
    return warnings
  }

  private var links: String {
    brokenLinks.count == 1 ? "1 link that leads nowhere" : "\(brokenLinks.count) links that lead nowhere"
  }

  /// The error for a folder in which there was nothing but this.
  func nothingElse(in folder: String) -> RefrainError {
    let total = counts.values.reduce(0, +) + special
    let readable = ".txt, .md, .html, .jsonl, .ndjson, .csv or .tsv"
    if total > 0 {
      return RefrainError(
        "the folder holds no documents, only \(Self.files(total)) of other kinds (\(kinds))", path: folder,
        remedy: "name a folder with \(readable) files, or --input-format if these are documents")
    }
    if withoutExtension > 0 {
      return RefrainError(
        "the folder holds no documents, only \(Self.files(withoutExtension)) without an extension",
        path: folder, remedy: "--input-format text if these are documents")
    }
    if !brokenLinks.isEmpty {
      let names = FieldList.spelled(brokenLinks, mostCharacters: 200)
      return RefrainError(
        "the folder holds no documents, only \(links): \(names)", path: folder,
        remedy: "mend the links, or name a folder with \(readable) files")
    }
    return RefrainError(
      "the folder holds no documents", path: folder,
      remedy: "name a folder with \(readable) files; hidden files and folders are not looked at")
  }

  /// Most frequent first: `.png ×2, .pdf`.
  private var kinds: String {
    var kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if special > 0 { kinds.append((key: "pipes and devices", value: special)) }
    return kinds.map { kind in
      let name = NameInData.printable(kind.key)
      return kind.value == 1 ? name : "\(name) ×\(kind.value)"
    }.joined(separator: ", ")
  }

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
  private static func were(_ count: Int) -> String { count == 1 ? "was" : "were" }
}
