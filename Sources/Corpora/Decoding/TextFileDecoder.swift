import AnalysisModel

/// Decodes files that are one document each: plain text and Markdown.
struct TextFileDecoder: Sendable {
  private let options: InputOptions

  init(options: InputOptions) { self.options = options }

  /// Decodes one whole file, whose bytes become the document's text as they are.
  func decode(_ contents: [UInt8], of index: Int, file: InputFile) -> DecodedPart {
    var part = DecodedPart(file: index)
    part.bytes = contents.count
    part.recordsRead = 1
    if let problem = FirstBytes.problem(contents, path: file.path) {
      part.reject(problem, bytes: nil, policy: options.onError)
      return part
    }
    let start = FirstBytes.markLength(contents)
    var text = contents[start...]
    text.withUnsafeBufferPointer { bytes in
      guard !UTF8Repair.isValid(bytes) else { return }
      let (repaired, places) = UTF8Repair.repaired(bytes)
      text = repaired[...]
      part.notes.append(DecodingNote(kind: .other, message: UTF8Repair.note(places: places)))
    }
    var record = DecodedRecord(text: UTF8Text(validated: text), bytes: start..<contents.count)
    if file.format == .markdown { readFrontMatter(into: &record, notes: &part.notes) }
    part.records = [record]
    return part
  }

  private func readFrontMatter(into record: inout DecodedRecord, notes: inout [DecodingNote]) {
    guard let block = FrontMatterBlock(in: record.text) else { return }
    do throws(FrontMatter.Problem) {
      let matter = try FrontMatter(yaml: block.yaml.string, options: options)
      record.id = matter.id
      record.title = matter.title.map { UTF8Text($0) }
      record.date = matter.date.map { Document.DeclaredDate(text: $0, evidence: "front matter") }
      record.source = matter.source
      record.text = record.text[block.length..<record.text.count]
      notes += matter.notes.map { DecodingNote(kind: .other, message: $0) }
    } catch {
      notes.append(
        DecodingNote(
          kind: .other,
          message: "the front matter was read as text: \(error.message)"))
    }
  }
}
