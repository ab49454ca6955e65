import AnalysisModel

/// Reads gold labels and findings from JSON lines, and lists of pairs.
///
/// Every record is taken with its line, so that what does not fit can be pointed at. Fields that are not asked
/// for may hold anything; a corpus whose records have a label is a file of labels.
public struct JudgedFileReader: Sendable {
  private let idField: String

  /// A reader.
  ///
  /// - Parameter idField: the field of ids in gold files; those of findings are called as Refrain writes them.
  public init(idField: String = "id") { self.idField = idField }

  private static let linesRemedy = "a file of JSON lines, one object a line"
  private static let findingsRemedy = "the output of refrain duplicates --format jsonl"

  // MARK: Labels

  /// Reads labels.
  ///
  /// - Parameters:
  ///   - field: the field with the label: a string or a number.
  ///   - isOptional: whether records without the field are passed over rather than an error.
  /// - Throws: `RefrainError` with path and line.
  /// - Complexity: O(bytes).
  public func labels(
    _ path: String, field: String, isOptional: Bool = false
  ) throws -> JudgedFile<LabelledRecord> {
    var records: [LabelledRecord] = []
    let remedy = "--label-field NAME with the field that holds the label"
    try JSONFieldReader(fields: [idField, field]).read(path, remedy: Self.linesRemedy) { line in
      if isOptional && !line.has(field) { return }
      records.append(
        LabelledRecord(
          id: try line.text(idField, remedy: "--id-field NAME with the field that holds the id"),
          label: try line.text(field, remedy: remedy), line: line.number))
    }
    return JudgedFile(path: path, records: records)
  }

  /// Whether the first record of a file says what is expected of a pair: it names an original and a verdict.
  public func holdsVerdicts(_ path: String) throws -> Bool {
    struct Known: Error {
      var holdsVerdicts: Bool
    }
    do {
      try JSONFieldReader(fields: ["original", "keeper", "verdict"]).read(path, remedy: Self.linesRemedy) {
        line in
        throw Known(holdsVerdicts: line.has("verdict") && (line.has("original") || line.has("keeper")))
      }
    } catch let known as Known {
      return known.holdsVerdicts
    }
    return false
  }

  /// Reads expected verdicts: `{"id":ID,"original":ID,"verdict":WORD}`, `keeper` for `original` where that is
  /// missing; and where they stand there `edit` (a kind of case), `accepted` (further right verdicts),
  /// `contained` (the id that must be the contained one), `"facts":"differ"`.
  ///
  /// - Throws: `RefrainError` with path and line.
  public func expectedVerdicts(_ path: String) throws -> JudgedFile<ExpectedVerdict> {
    var records: [ExpectedVerdict] = []
    let remedy = #"lines like {"id":"a","original":"b","verdict":"near-copy"}"#
    let fields = [idField, "original", "keeper", "verdict", "accepted", "contained", "facts", "edit"]
    try JSONFieldReader(fields: fields).read(path, remedy: Self.linesRemedy) { line in
      records.append(
        ExpectedVerdict(
          id: try line.text(idField, remedy: remedy),
          original: try line.text(line.has("original") ? "original" : "keeper", remedy: remedy),
          verdict: try line.text("verdict", remedy: remedy),
          accepted: try line.texts("accepted", remedy: remedy),
          contained: try line.optionalText("contained", remedy: remedy),
          factsDiffer: try line.optionalText("facts", remedy: remedy) == "differ",
          kind: try line.optionalText("edit", remedy: remedy), line: line.number))
    }
    return JudgedFile(path: path, records: records)
  }

  // MARK: Findings

  /// Reads families and template groups as `refrain duplicates --format jsonl` writes them; of a whole report
  /// the lines that say they are duplicates.
  ///
  /// - Returns: the documents of families, and those of template groups with the group's number as label.
  /// - Throws: `RefrainError` with path and line.
  public func families(
    _ path: String
  ) throws -> (families: JudgedFile<FamilyRecord>, templates: JudgedFile<LabelledRecord>) {
    var families: [FamilyRecord] = []
    var templates: [LabelledRecord] = []
    let fields = ["id", "representative", "template", "verdict", "facts", "finding"]
    try JSONFieldReader(fields: fields).read(path, remedy: Self.findingsRemedy) { line in
      let finding = try line.optionalText("finding", remedy: Self.findingsRemedy)
      if let finding, !["duplicate", "template"].contains(finding) { return }
      let id = try line.text("id", remedy: Self.findingsRemedy)
      if line.has("template") {
        templates.append(
          LabelledRecord(
            id: id, label: try line.text("template", remedy: Self.findingsRemedy), line: line.number))
        return
      }
      families.append(
        FamilyRecord(
          id: id, representative: try line.text("representative", remedy: Self.findingsRemedy),
          verdict: try line.optionalText("verdict", remedy: Self.findingsRemedy),
          factsDiffer: try line.optionalText("facts", remedy: Self.findingsRemedy) == "differ",
          line: line.number))
    }
    return (JudgedFile(path: path, records: families), JudgedFile(path: path, records: templates))
  }

  /// Reads the cluster of every document as `refrain clusters --format jsonl` writes it; of a whole report the
  /// lines that say they are of clusters.
  ///
  /// - Parameter level: the field that names the cluster: `event`, `topic` or another.
  /// - Throws: `RefrainError` with path and line.
  public func clusters(_ path: String, level: String) throws -> JudgedFile<LabelledRecord> {
    var records: [LabelledRecord] = []
    let remedy = "the output of refrain clusters --format jsonl, or --level NAME with another field"
    try JSONFieldReader(fields: ["id", level, "finding"]).read(path, remedy: remedy) { line in
      let finding = try line.optionalText("finding", remedy: remedy)
      if let finding, finding != "cluster" { return }
      records.append(
        LabelledRecord(
          id: try line.text("id", remedy: remedy), label: try line.text(level, remedy: remedy),
          line: line.number))
    }
    return JudgedFile(path: path, records: records)
  }

  // MARK: Passages

  /// Reads gold cases or detections: `a_id`, `a_offset`, `a_length`, `b_id`, `b_offset`, `b_length`.
  ///
  /// - Parameter categoryField: the field with a case's class, which need not be there.
  /// - Throws: `RefrainError` with path and line.
  public func passages(_ path: String, categoryField: String) throws -> JudgedFile<PassageRecord> {
    var records: [PassageRecord] = []
    let remedy = "the output of refrain align --format jsonl, or cases with the same fields"
    let fields = ["a_id", "a_offset", "a_length", "b_id", "b_offset", "b_length", categoryField]
    try JSONFieldReader(fields: fields).read(path, remedy: remedy) { line in
      func range(_ side: String) throws -> Range<Int> {
        let start = try line.count("\(side)_offset", remedy: remedy)
        let length = try line.count("\(side)_length", remedy: remedy)
        let (end, isTooLarge) = start.addingReportingOverflow(length)
        if isTooLarge { throw line.error("the passage ends beyond all numbers", remedy: remedy) }
        return start..<end
      }
      records.append(
        PassageRecord(
          passage: PassageCase(
            pair: .init(a: try line.text("a_id", remedy: remedy), b: try line.text("b_id", remedy: remedy)),
            a: try range("a"), b: try range("b")),
          category: try? line.optionalText(categoryField, remedy: remedy), line: line.number))
    }
    return JudgedFile(path: path, records: records)
  }

  /// Reads a list of pairs of documents: two ids a line, divided by a tab, then perhaps a class, then anything.
  ///
  /// The first line is a heading, unless it names one of the known pairs.
  ///
  /// - Parameter known: pairs that stand in the other files.
  /// - Throws: `RefrainError` for a file that cannot be read and for a line with a single column.
  public func pairs(
    _ path: String, known: Set<PassageCase.DocumentPair>
  ) throws -> JudgedFile<ListedPair> {
    var records: [ListedPair] = []
    var blocks = try JudgedSource.blocks(path)
    var linesBefore = 0
    while let block = try blocks.next() {
      try block.bytes.withUnsafeBufferPointer { input in
        var lines = LineCursor(input, from: block.offset == 0 ? FirstBytes.markLength(input) : 0)
        while let line = lines.next() {
          let number = linesBefore + line.number
          let columns = String(decoding: input[line.range], as: UTF8.self)
            .split(separator: "\t", omittingEmptySubsequences: false)
          guard columns.count >= 2 else {
            throw RefrainError(
              "the line has one column", path: path, line: number,
              remedy: "two ids a line with a tab between them")
          }
          let pair = PassageCase.DocumentPair(a: String(columns[0]), b: String(columns[1]))
          if number == 1 && !known.contains(pair) { continue }
          records.append(
            ListedPair(pair: pair, category: columns.count > 2 ? String(columns[2]) : nil, line: number))
        }
        linesBefore += lines.lineEnds
      }
    }
    return JudgedFile(path: path, records: records)
  }
}
