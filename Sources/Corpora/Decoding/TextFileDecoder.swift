import AnalysisModel

/// Decodes files that are one document each: plain text, Markdown and HTML.
struct TextFileDecoder: Sendable {
  private let options: InputOptions
  private let encoding: TextEncoding?

  /// A decoder.
  ///
  /// - Parameter encoding: the one that the options name; nil to find it out.
  init(options: InputOptions, encoding: TextEncoding?) {
    self.options = options
    self.encoding = encoding
  }

  /// Decodes one whole file, or takes note of why it could not be read to its end.
  func decode(
    _ contents: Result<[UInt8], RefrainError>, of index: Int, file: InputFile
  ) -> DecodedPart {
    var part = DecodedPart(file: index)
    part.recordsRead = 1
    do throws(RefrainError) {
      let bytes = try contents.get()
      part.bytes = bytes.count
      let text = try DecodedFile(
        bytes, encoding: encoding, isPage: file.format == .html, path: file.path)
      part.notes = text.notes
      var record = DecodedRecord(text: UTF8Text(validated: text.bytes), bytes: text.place)
      switch file.format {
      case .markdown: readFrontMatter(into: &record, notes: &part.notes)
      case .html: try HTMLPageReader.read(into: &record, path: file.path)
      default: break
      }
      part.records = [record]
    } catch {
      part.reject(error, bytes: nil, policy: options.onError)
    }
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
