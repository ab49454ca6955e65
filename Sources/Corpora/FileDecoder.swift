import AnalysisModel

/// Does the jobs of a reading plan, each by itself.
struct FileDecoder: Sendable {
  private let files: [InputFile]
  private let options: InputOptions

  init(files: [InputFile], options: InputOptions) {
    self.files = files
    self.options = options
  }

  /// Decodes what a job names; the last part of the result may be a failure.
  func decode(_ job: ReadingJob) -> [DecodedPart] {
    switch job {
    case .lines(let block, let file):
      return [JSONLinesDecoder(options: options).decode(block, of: file, path: files[file].path)]
    case .table(let file):
      return [opening(file) { CSVDecoder(options: options, file: file, path: files[file].path).decode($0) }]
    case .texts(let range):
      var parts: [DecodedPart] = []
      for file in range where parts.last?.failure == nil {
        parts.append(
          opening(file) { source in
            var source = source
            let contents = try source.readAll(expecting: files[file].size ?? 0)
            return TextFileDecoder(options: options).decode(contents, of: file, file: files[file])
          })
      }
      return parts
    case .failure(let error, let file):
      return [failed(error, file: file)]
    }
  }

  private func opening(_ file: Int, decode: (FileSource) throws -> DecodedPart) -> DecodedPart {
    do {
      return settled(try decode(FileSource(files[file])))
    } catch {
      return failed(error as? RefrainError ?? RefrainError("\(error)", path: files[file].path), file: file)
    }
  }

  private func failed(_ error: RefrainError, file: Int) -> DecodedPart {
    var part = DecodedPart(file: file)
    part.failure = error
    return settled(part)
  }

  /// The part, with a failure that ends the run only where it has to.
  private func settled(_ part: DecodedPart) -> DecodedPart {
    guard options.onError == .skip, files[part.file].isFoundInFolder else { return part }
    var part = part
    swap(&part.failure, &part.fileProblem)
    return part
  }
}
