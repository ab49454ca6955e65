import AnalysisModel

/// Does the jobs of a reading plan, each by itself.
struct FileDecoder: Sendable {
  private let files: [InputFile]
  private let options: InputOptions
  private let encoding: TextEncoding?

  /// A decoder for the files of a run.
  ///
  /// - Throws: `RefrainError` where the options name an encoding that does not exist.
  init(files: [InputFile], options: InputOptions) throws(RefrainError) {
    self.files = files
    self.options = options
    encoding = if let name = options.encoding { try TextEncoding(named: name) } else { nil }
  }

  /// Decodes what a job names; the last part of the result may be a failure.
  func decode(_ job: ReadingJob) -> [DecodedPart] {
    switch job {
    case .lines(let block, let file):
      return [JSONLinesDecoder(options: options).decode(block, of: file, path: files[file].path)]
    case .table(let file):
      return [table(file)]
    case .texts(let range):
      var parts: [DecodedPart] = []
      for file in range where parts.last?.failure == nil { parts.append(text(file)) }
      return parts
    case .failure(let error, let file, let breaksOff):
      return [failed(error, file: file, breaksOff: breaksOff)]
    case .remark(let words, let file):
      var part = DecodedPart(file: file)
      part.notes = [DecodingNote(kind: .other, message: words)]
      return [part]
    }
  }

  private func table(_ file: Int) -> DecodedPart {
    do {
      let source = try ByteSources.open(files[file])
      return settled(
        CSVDecoder(
          options: options, encoding: encoding, separator: files[file].format == .tsv ? .tab : .comma,
          file: file, path: files[file].path
        ).decode(source))
    } catch {
      return failed(error, file: file)
    }
  }

  private func text(_ file: Int) -> DecodedPart {
    do {
      var source = try ByteSources.open(files[file])
      let contents = Result { try source.readAll(expecting: files[file].size ?? 0) }
      var part = TextFileDecoder(options: options, encoding: encoding)
        .decode(contents.mapError { asRefrainError($0, file: file) }, of: file, file: files[file])
      part.notes += [source.remark].compactMap(\.self).map { DecodingNote(kind: .other, message: $0) }
      return settled(part)
    } catch {
      return failed(error, file: file)
    }
  }

  private func asRefrainError(_ error: any Error, file: Int) -> RefrainError {
    error as? RefrainError ?? RefrainError("\(error)", path: files[file].path)
  }

  private func failed(_ error: any Error, file: Int, breaksOff: Bool = false) -> DecodedPart {
    var part = DecodedPart(file: file)
    part.failure = asRefrainError(error, file: file)
    part.breaksOff = breaksOff
    return settled(part)
  }

  /// The part, with a failure that ends the run only where it has to.
  private func settled(_ part: DecodedPart) -> DecodedPart {
    guard options.onError == .skip, files[part.file].isFoundInFolder || part.breaksOff else { return part }
    var part = part
    swap(&part.failure, &part.fileProblem)
    return part
  }
}
